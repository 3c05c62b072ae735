"""The Fachkraft's own assessment, the proposal that follows it, and her decision."""

from __future__ import annotations

from dataclasses import replace

from fastapi import APIRouter, Request
from starlette.datastructures import FormData
from starlette.responses import RedirectResponse, Response

from api.seiten.ansichten_fall import Einschaetzungsseite
from api.seiten.besuch import Daten, Fachkraft, Formular, feld, felder, nach_praefix
from api.seiten.daten import Eingabefehler, Einschaetzungseingabe, Entscheidungseingabe
from api.seiten.vorlagen import zeige

router = APIRouter(prefix="/faelle/{fall_id}")


@router.get("/einschaetzung")
def einschaetzung(request: Request, daten: Daten, besucher: Fachkraft, fall_id: str) -> Response:
    """Show the assessment form with what was set before."""
    return zeige(request, "einschaetzung.html", seite=daten.einschaetzung(besucher, fall_id))


@router.post("/einschaetzung")
def einschaetzung_speichern(
    request: Request, daten: Daten, besucher: Fachkraft, form: Formular, fall_id: str
) -> Response:
    """Save the assessment and show what the rules propose; refused values are shown again with the reasons (422)."""
    eingabe = _eingabe(form)
    try:
        daten.einschaetzung_speichern(besucher, fall_id, eingabe)
    except Eingabefehler as fehler:
        seite = _wie_eingegeben(daten.einschaetzung(besucher, fall_id), eingabe, fehler.felder)
        return zeige(request, "einschaetzung.html", 422, seite=seite)
    return RedirectResponse(f"/faelle/{fall_id}/vorschlag", 303)


@router.get("/vorschlag")
def vorschlag(request: Request, daten: Daten, besucher: Fachkraft, fall_id: str) -> Response:
    """Show the proposal; before the Fachkraft's own assessment is complete, only say what is missing."""
    kopf = daten.fall(besucher, fall_id).kopf
    return zeige(request, "vorschlag.html", kopf=kopf, seite=daten.vorschlag(besucher, fall_id), eingabe=None)


@router.post("/vorschlag")
def entscheiden(request: Request, daten: Daten, besucher: Fachkraft, form: Formular, fall_id: str) -> Response:
    """Record the decision on the proposal; without a choice or a reason the page says so (422)."""
    eingabe = Entscheidungseingabe(feld(form, "weg"), feld(form, "profillage"), feld(form, "begruendung"))
    try:
        daten.entscheiden(besucher, fall_id, eingabe)
    except Eingabefehler as fehler:
        seite = daten.vorschlag(besucher, fall_id)
        mit_fehlern = replace(seite, fehler=fehler.felder) if seite else None
        kopf = daten.fall(besucher, fall_id).kopf
        return zeige(request, "vorschlag.html", 422, kopf=kopf, seite=mit_fehlern, eingabe=eingabe)
    return RedirectResponse(f"/faelle/{fall_id}/vorschlag", 303)


def _eingabe(form: FormData) -> Einschaetzungseingabe:
    return Einschaetzungseingabe(
        zielberuf=feld(form, "zielberuf"),
        bedarfe=nach_praefix(form, "bedarf-"),
        kommentare=nach_praefix(form, "kommentar-"),
        prognose=feld(form, "prognose"),
        nur_wegen_massnahme=feld(form, "nur_wegen_massnahme"),
        schwerpunkt=feld(form, "schwerpunkt"),
        verdichtung=felder(form, "verdichtung"),
        markt=feld(form, "markt"),
    )


def _wie_eingegeben(
    seite: Einschaetzungsseite, eingabe: Einschaetzungseingabe, fehler: dict[str, str]
) -> Einschaetzungsseite:
    gruppen = tuple(
        replace(
            gruppe,
            kommentar=eingabe.kommentare.get(gruppe.id, ""),
            bedarfe=tuple(replace(zeile, status=eingabe.bedarfe.get(zeile.id, "")) for zeile in gruppe.bedarfe),
        )
        for gruppe in seite.gruppen
    )
    return replace(
        seite,
        gruppen=gruppen,
        zielberuf=eingabe.zielberuf,
        prognose=eingabe.prognose,
        nur_wegen_massnahme=eingabe.nur_wegen_massnahme,
        schwerpunkt=eingabe.schwerpunkt,
        verdichtung=eingabe.verdichtung,
        markt=eingabe.markt,
        fehler=fehler,
    )
