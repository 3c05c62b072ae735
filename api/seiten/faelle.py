"""The Fachkraft's case list and case page."""

from __future__ import annotations

from datetime import datetime

from fastapi import APIRouter, Depends, Request
from starlette.datastructures import FormData
from starlette.responses import RedirectResponse, Response

from api.seiten.besuch import Daten, Fachkraft, Formular, fachkraft, feld
from api.seiten.daten import Besucher, Eingabefehler, NeuerFall, Seitendaten
from api.seiten.vorlagen import ZEITZONE, zeige

router = APIRouter()

ZUSTAENDE = ("neu", "vorbereitet", "in_arbeit", "entwurf", "abgeschlossen")


@router.get("/faelle")
def faelle(request: Request, daten: Daten, besucher: Fachkraft, suche: str = "", zustand: str = "") -> Response:
    """List the cases that match the search and the filter."""
    return _liste(request, daten, besucher, suche.strip(), zustand if zustand in ZUSTAENDE else "")


@router.post("/faelle")
def fall_anlegen(request: Request, daten: Daten, besucher: Fachkraft, form: Formular) -> Response:
    """Create a case and go to its page; a form that can't be taken is shown again with the reasons (422)."""
    try:
        fall_id = daten.fall_anlegen(besucher, _neuer_fall(form))
    except Eingabefehler as fehler:
        return zeige(request, "fall_neu.html", 422, eingabe=dict(form), fehler=fehler.felder)
    return RedirectResponse(f"/faelle/{fall_id}", 303)


@router.get("/faelle/neu", dependencies=[Depends(fachkraft)])
def fall_neu(request: Request) -> Response:
    """Show the form for a new case."""
    return zeige(request, "fall_neu.html", eingabe={}, fehler={})


@router.get("/faelle/{fall_id}")
def fall(request: Request, daten: Daten, besucher: Fachkraft, fall_id: str) -> Response:
    """Show the page of one case."""
    return zeige(request, "fall.html", seite=daten.fall(besucher, fall_id), zugang=None, fehler={})


@router.post("/faelle/{fall_id}/zugang")
def zugang(request: Request, daten: Daten, besucher: Fachkraft, fall_id: str) -> Response:
    """Issue a personal link and show it once, on this answer only: the address itself is stored nowhere.

    A case without an appointment can't have one; the page says so (422).
    """
    try:
        neuer = daten.zugang_ausstellen(besucher, fall_id)
    except Eingabefehler as fehler:
        seite = daten.fall(besucher, fall_id)
        return zeige(request, "fall.html", 422, seite=seite, zugang=None, fehler={"": str(fehler)})
    return zeige(request, "fall.html", seite=daten.fall(besucher, fall_id), zugang=neuer, fehler={})


def _liste(request: Request, daten: Seitendaten, besucher: Besucher, suche: str, zustand: str) -> Response:
    liste = daten.faelle(besucher, suche, zustand)
    return zeige(request, "faelle.html", liste=liste, suche=suche, zustand=zustand)


def _neuer_fall(form: FormData) -> NeuerFall:
    tag, zeit = feld(form, "tag"), feld(form, "zeit")
    fehler = {} if feld(form, "name") else {"name": "Bitte geben Sie einen Namen ein."}
    termin = None
    if tag or zeit:
        try:
            termin = datetime.strptime(f"{tag} {zeit}", "%Y-%m-%d %H:%M").replace(tzinfo=ZEITZONE)
        except ValueError:
            fehler["tag"] = "Bitte geben Sie Tag und Uhrzeit des Termins an, oder lassen Sie beides leer."
    if fehler:
        raise Eingabefehler(fehler)
    return NeuerFall(feld(form, "name"), feld(form, "rechtskreis"), termin, feld(form, "ort"))
