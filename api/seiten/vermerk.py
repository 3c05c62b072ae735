"""The note: composed as a draft, edited sentence by sentence, finished by the Fachkraft alone."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from api.seiten.besuch import Daten, Fachkraft, Formular, feld, ganzzahl, nach_praefix
from api.seiten.daten import Eingabefehler, Vermerkeingabe
from api.seiten.vorlagen import zeige

router = APIRouter(prefix="/faelle/{fall_id}/vermerk")


@router.get("")
def vermerk(request: Request, daten: Daten, besucher: Fachkraft, fall_id: str) -> Response:
    """Show the note of the case, or offer to compose one."""
    return _seite(request, daten, besucher, fall_id, {})


@router.post("")
def speichern(request: Request, daten: Daten, besucher: Fachkraft, form: Formular, fall_id: str) -> Response:
    """Save the sentences as edited; with `abschliessen` finish the note after that."""
    eingabe = Vermerkeingabe(ganzzahl(form, "fassung"), nach_praefix(form, "satz-"), feld(form, "ergaenzung"))
    try:
        daten.vermerk_speichern(besucher, fall_id, eingabe)
    except Eingabefehler as fehler:
        return _seite(request, daten, besucher, fall_id, fehler.felder)
    return RedirectResponse(f"/faelle/{fall_id}/vermerk?gespeichert", 303)


@router.post("/entwurf")
def erstellen(daten: Daten, besucher: Fachkraft, fall_id: str) -> Response:
    """Compose a draft from the confirmed facts."""
    daten.vermerk_erstellen(besucher, fall_id)
    return RedirectResponse(f"/faelle/{fall_id}/vermerk", 303)


@router.post("/abschluss")
def abschliessen(request: Request, daten: Daten, besucher: Fachkraft, form: Formular, fall_id: str) -> Response:
    """Finish the version that was on the screen; a version that changed meanwhile is refused (422)."""
    try:
        daten.vermerk_abschliessen(besucher, fall_id, ganzzahl(form, "fassung"))
    except Eingabefehler as fehler:
        return _seite(request, daten, besucher, fall_id, fehler.felder)
    return RedirectResponse(f"/faelle/{fall_id}/vermerk", 303)


def _seite(request: Request, daten: Daten, besucher: Fachkraft, fall_id: str, fehler: dict[str, str]) -> Response:
    kopf = daten.fall(besucher, fall_id).kopf
    return zeige(
        request,
        "vermerk.html",
        422 if fehler else 200,
        kopf=kopf,
        seite=daten.vermerk(besucher, fall_id),
        fehler=fehler,
        gespeichert="gespeichert" in request.query_params,
    )
