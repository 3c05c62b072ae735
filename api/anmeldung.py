"""Signing in over the interface: staff with a password, customers with their personal link."""

from fastapi import APIRouter, Depends, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from api.aufbau import Bestand
from api.problem import Problem
from api.schrift import Anmeldename, Geheimschrift
from api.zugriff import Haus, token_aus, waechter
from casefile.bremse import ZuVieleVersuche
from casefile.sitzungen import AnmeldungAbgelehnt, beende, eroeffne_fuer_konto, pruefe_anmeldung
from casefile.zugaenge import ZugangUngueltig, loese_ein

router = APIRouter(prefix="/api/v1", tags=["Anmeldung"], dependencies=[Depends(waechter)])


class Anmeldedaten(BaseModel):
    """Name and password of a member of staff."""

    model_config = ConfigDict(extra="forbid")

    anmeldename: Anmeldename
    passwort: Geheimschrift = Field(max_length=500)


class Zugangsdaten(BaseModel):
    """The last part of a customer's personal link."""

    model_config = ConfigDict(extra="forbid")

    zugang: str = Field(max_length=200)


class SitzungAus(BaseModel):
    """A new session: its token goes into the header `Authorization: Bearer …`."""

    token: str


@router.post("/anmeldung", status_code=201)
def melde_an(koerper: Anmeldedaten, haus: Haus, request: Request) -> SitzungAus:
    """Sign a member of staff in."""
    adresse = request.client.host if request.client else ""
    return SitzungAus(token=anmelden(haus, koerper.anmeldename, koerper.passwort.get_secret_value(), adresse))


@router.post("/zugang", status_code=201)
def loese_zugang_ein(koerper: Zugangsdaten, haus: Haus) -> SitzungAus:
    """Open a session with a customer's link."""
    return SitzungAus(token=einloesen(haus, koerper.zugang))


@router.delete("/sitzung", status_code=204)
def melde_ab(haus: Haus, request: Request) -> Response:
    """Sign out; without a session nothing happens."""
    token = token_aus(request)
    if token:
        with haus.akte.schreibend.begin() as s:
            beende(s, token)
    return Response(status_code=204)


def anmelden(haus: Bestand, name: str, passwort: str, adresse: str) -> str:
    """Check name and password and open a session; gives its token. Raises Problem."""
    jetzt = haus.akte.uhr()
    try:
        with haus.akte.lesend() as s:
            konto_id = pruefe_anmeldung(s, haus.bremse, name, passwort, adresse, jetzt).id
    except AnmeldungAbgelehnt:
        raise Problem("anmeldung_abgelehnt") from None
    except ZuVieleVersuche as fehler:
        raise Problem("zu_viele_versuche", str(fehler)) from None
    with haus.akte.schreibend.begin() as s:
        return eroeffne_fuer_konto(s, konto_id, jetzt, haus.sitzungsdauer)


def einloesen(haus: Bestand, zugang: str) -> str:
    """Open a session with a link; gives its token. Raises Problem."""
    try:
        with haus.akte.schreibend.begin() as s:
            return loese_ein(s, zugang, haus.akte.uhr(), haus.sitzungsdauer)
    except ZugangUngueltig as fehler:
        raise Problem("zugang_ungueltig", str(fehler)) from None
