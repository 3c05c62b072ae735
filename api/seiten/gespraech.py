"""The conversation: the customer's chat, the same chat for the Fachkraft, and the list of own answers."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.datastructures import FormData
from starlette.responses import RedirectResponse, Response

from api.seiten.besuch import Daten, Fachkraft, Formular, Kundin, feld, felder, ganzzahl
from api.seiten.daten import Besucher, Seitendaten, Zugantwort, Zugeingabe
from api.seiten.vorlagen import zeige

router = APIRouter()

_STATUS = {"angenommen": 200, "ueberholt": 409, "abwesend": 503, "abgelehnt": 422}
# Tells the page's script that an answer is one of ours: whatever else comes (a proxy, a crash) is not swapped in.
_KENNZEICHEN = {"X-Lotse-Zug": "1"}


@router.get("/gespraech")
def gespraech(request: Request, daten: Daten, besucher: Kundin) -> Response:
    """Show the customer's conversation."""
    return _seite(request, daten, besucher, None)


@router.post("/gespraech/zug")
def zug(request: Request, daten: Daten, besucher: Kundin, form: Formular) -> Response:
    """Take one turn of the customer."""
    return _zug(request, daten, besucher, None, form)


@router.get("/gespraech/antworten")
def antworten(request: Request, daten: Daten, besucher: Kundin) -> Response:
    """Show what the customer said so far, with a way to change each answer."""
    return zeige(request, "antworten.html", seite=daten.eigene_antworten(besucher))


@router.get("/faelle/{fall_id}/gespraech")
def leitfaden(request: Request, daten: Daten, besucher: Fachkraft, fall_id: str) -> Response:
    """Show the Fachkraft's own guide of a case, in the same chat."""
    return _seite(request, daten, besucher, fall_id)


@router.post("/faelle/{fall_id}/gespraech/zug")
def leitfaden_zug(request: Request, daten: Daten, besucher: Fachkraft, form: Formular, fall_id: str) -> Response:
    """Take one turn of the Fachkraft."""
    return _zug(request, daten, besucher, fall_id, form)


def _adresse(fall_id: str | None) -> str:
    return f"/faelle/{fall_id}/gespraech" if fall_id else "/gespraech"


def _seite(request: Request, daten: Seitendaten, besucher: Besucher, fall_id: str | None) -> Response:
    kopf = daten.fall(besucher, fall_id).kopf if fall_id else None
    seite = daten.gespraech(besucher, fall_id)
    return zeige(request, "gespraech.html", seite=seite, kopf=kopf, adresse=_adresse(fall_id), art="angenommen")


def _zug(request: Request, daten: Seitendaten, besucher: Besucher, fall_id: str | None, form: FormData) -> Response:
    ergebnis = daten.zug(besucher, fall_id, _eingabe(form))
    if "hx-request" in request.headers:
        return _teil(request, ergebnis, fall_id, ganzzahl(form, "bis"))
    if ergebnis.art == "angenommen":
        return RedirectResponse(f"{_adresse(fall_id)}#frage", 303)
    kopf = daten.fall(besucher, fall_id).kopf if fall_id else None
    werte = {"seite": ergebnis.seite, "kopf": kopf, "adresse": _adresse(fall_id), "art": ergebnis.art}
    return zeige(request, "gespraech.html", _STATUS[ergebnis.art], **werte)


def _teil(request: Request, ergebnis: Zugantwort, fall_id: str | None, bis: int) -> Response:
    neue = tuple(nachricht for nachricht in ergebnis.seite.nachrichten if nachricht.nr > bis)
    werte = {"seite": ergebnis.seite, "neue": neue, "adresse": _adresse(fall_id), "art": ergebnis.art}
    antwort = zeige(request, "gespraech/zug.html", _STATUS[ergebnis.art], **werte)
    antwort.headers.update(_KENNZEICHEN)
    return antwort


def _eingabe(form: FormData) -> Zugeingabe:
    # A command or a tapped choice wins over what stands in the text field: the person pressed that button.
    werte, befehl = felder(form, "wert"), feld(form, "befehl")
    return Zugeingabe(
        schluessel=feld(form, "schluessel"),
        frage=feld(form, "frage"),
        werte=() if befehl else werte,
        text="" if befehl or werte else feld(form, "text"),
        befehl=befehl,
        ziel=feld(form, "ziel"),
    )
