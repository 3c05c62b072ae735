"""Getting in and out: staff sign-in, the customer's personal link, sign-out."""

from __future__ import annotations

from fastapi import APIRouter, Depends, Request
from starlette.responses import RedirectResponse, Response

from api.seiten.besuch import Angemeldet, Daten, Formular, Vielleicht, fachkraft, feld, merke_sitzung, vergiss_sitzung
from api.seiten.daten import AnmeldungAbgelehnt, Besucher, ZugangUngueltig
from api.seiten.vorlagen import zeige

router = APIRouter()

_STARTSEITEN = {"kunde": "/gespraech", "fachkraft": "/faelle", "verwaltung": "/verwaltung"}


def _startseite(besucher: Besucher) -> str:
    return _STARTSEITEN[besucher.rolle]


@router.get("/")
def anfang(besucher: Vielleicht) -> Response:
    """Lead each person to their own first page."""
    return RedirectResponse(_startseite(besucher) if besucher else "/anmelden", 303)


@router.get("/anmelden")
def anmelden_zeigen(request: Request, besucher: Vielleicht) -> Response:
    """Show the sign-in of the staff, or lead on who is signed in already."""
    if besucher is not None:
        return RedirectResponse(_startseite(besucher), 303)
    return zeige(request, "anmelden.html", grund="", name="", abgemeldet="abgemeldet" in request.query_params)


@router.post("/anmelden")
def anmelden(request: Request, daten: Daten, form: Formular) -> Response:
    """Sign in with name and password; a refusal shows the form again with the reason (401)."""
    name = feld(form, "name")
    passwort = form.get("passwort")
    adresse = request.client.host if request.client else ""
    try:
        sitzung = daten.anmelden(name, passwort if isinstance(passwort, str) else "", adresse)
    except AnmeldungAbgelehnt as fehler:
        return zeige(request, "anmelden.html", 401, grund=str(fehler), name=name, abgemeldet=False)
    antwort = RedirectResponse("/", 303)
    merke_sitzung(antwort, sitzung, request)
    return antwort


@router.get("/k/{zugang}")
def einloesen(request: Request, daten: Daten, zugang: str) -> Response:
    """Turn a personal link into a session; a link that does not hold says what to do (410)."""
    try:
        sitzung = daten.einloesen(zugang)
    except ZugangUngueltig:
        return zeige(request, "zugang_ungueltig.html", 410)
    antwort = RedirectResponse("/gespraech", 303)
    merke_sitzung(antwort, sitzung, request)
    return antwort


@router.get("/verwaltung", dependencies=[Depends(fachkraft)])
def verwaltung(request: Request) -> Response:
    """Tell the administration where its work is done: in the terminal, apart from all cases."""
    return zeige(request, "verwaltung.html")


@router.post("/abmelden")
def abmelden(daten: Daten, besucher: Angemeldet) -> Response:
    """End the session."""
    daten.abmelden(besucher)
    antwort = RedirectResponse("/anmelden?abgemeldet", 303)
    vergiss_sitzung(antwort)
    return antwort
