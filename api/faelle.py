"""The interface of cases, for the Fachkraft: list, create, a customer's link, proposal and note."""

from datetime import datetime
from typing import Any, Literal

from fastapi import APIRouter, Depends
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field
from sqlalchemy.orm import Session

from api.aufbau import Bestand
from api.problem import Problem
from api.zugriff import Haus, Wer, waechter
from casefile import vermerk as vermerke
from casefile.aufnahme import LEITFADEN, nimm_auf
from casefile.einschaetzung import lies
from casefile.faelle import FallFehler, letzter_termin, suche
from casefile.modelle import Fall
from casefile.rechte import NichtErlaubt, Person, Recht, pruefe
from casefile.vermerktext import veraltet
from casefile.zugaenge import TerminVorbei, stelle_aus, widerrufe

router = APIRouter(prefix="/api/v1/faelle", tags=["Fälle"], dependencies=[Depends(waechter)])


class NeuerFall(BaseModel):
    """A new case with its appointment."""

    model_config = ConfigDict(extra="forbid")

    name: str = Field(min_length=1, max_length=200)
    rechtskreis: Literal["sgb2", "sgb3"] | None = None
    termin: AwareDatetime
    ort: str | None = Field(default=None, max_length=200)


class FallAus(BaseModel):
    """A case in the list."""

    id: str
    nummer: str
    name: str | None
    termin: datetime | None


class ZugangAus(BaseModel):
    """A customer's link, shown this once."""

    zugang: str
    adresse: str
    gueltig_bis: datetime


class SatzAus(BaseModel):
    """A sentence of the note; `veraltet` when an answer behind it has changed."""

    feld: str
    text: str
    veraltet: bool


class VermerkAus(BaseModel):
    """The newest note of a case."""

    zustand: str
    fassung: int
    saetze: list[SatzAus]
    ergaenzung: str


@router.get("")
def liste(haus: Haus, person: Wer, suchtext: str = "") -> list[FallAus]:
    """List the Fachkraft's cases whose number or name contains `suchtext`."""
    with haus.akte.lesend() as s:
        zeilen = suche(s, haus.akte.tresor, str(person.konto_id), suchtext, haus.akte.uhr())
    return [FallAus(id=z.id, nummer=z.nummer, name=z.name, termin=z.termin) for z in zeilen]


@router.post("", status_code=201)
def lege_fall_an(koerper: NeuerFall, haus: Haus, person: Wer) -> FallAus:
    """Create a case with its appointment."""
    try:
        with haus.akte.schreibend.begin() as s:
            fall = nimm_auf(
                haus.akte,
                s,
                koerper.name,
                str(person.konto_id),
                rechtskreis=koerper.rechtskreis,
                termin=koerper.termin,
                ort=koerper.ort,
            )
            return FallAus(id=fall.id, nummer=fall.nummer, name=koerper.name.strip(), termin=koerper.termin)
    except FallFehler as fehler:
        raise Problem("anfrage_ungueltig", str(fehler)) from None


@router.post("/{fall_id}/zugang", status_code=201)
def stelle_zugang_aus(fall_id: str, haus: Haus, person: Wer) -> ZugangAus:
    """Make a personal link for the customer of a case."""
    with haus.akte.schreibend.begin() as s:
        fall = hole_fall(s, person, fall_id, Recht.ZUGANG_AUSSTELLEN)
        return zugang_fuer(haus, s, fall)


@router.get("/{fall_id}/vorschlag")
def sieh_vorschlag(fall_id: str, haus: Haus, person: Wer) -> dict[str, Any]:
    """Give the proposal of the rules, in the interchange format of `lotse propose`."""
    with haus.akte.lesend() as s:
        hole_fall(s, person, fall_id, Recht.VORSCHLAG_SEHEN)
        vorschlag = lies(haus.akte, s, fall_id, LEITFADEN).vorschlag
    if vorschlag is None:
        raise Problem("nicht_gefunden", "Es gibt noch keinen Vorschlag: Der Rechtskreis ist noch nicht bekannt.")
    return vorschlag.to_json()


@router.get("/{fall_id}/vermerk")
def sieh_vermerk(fall_id: str, haus: Haus, person: Wer) -> VermerkAus:
    """Give the newest note of a case."""
    with haus.akte.lesend() as s:
        hole_fall(s, person, fall_id, Recht.VERMERK_SEHEN)
        vermerk = vermerke.aktueller(s, fall_id)
        if vermerk is None:
            raise Problem("nicht_gefunden", "In diesem Fall gibt es noch keinen Vermerk.")
        fassung, inhalt = vermerke.lies(haus.akte, s, vermerk)
        alt = veraltet(inhalt.saetze, lies(haus.akte, s, fall_id, LEITFADEN))
    saetze = [SatzAus(feld=satz.feld, text=satz.text, veraltet=satz.id in alt) for satz in inhalt.saetze]
    return VermerkAus(zustand=vermerk.zustand, fassung=fassung.nr, saetze=saetze, ergaenzung=inhalt.ergaenzung)


def hole_fall(s: Session, person: Person, fall_id: str, recht: Recht) -> Fall:
    """Give a case if the person may do `recht` with it. Raises Problem."""
    fall = s.get(Fall, fall_id)
    if fall is None:
        raise Problem("nicht_gefunden", "Diesen Fall gibt es nicht.")
    try:
        pruefe(person, recht, fall)
    except NichtErlaubt:
        raise Problem("kein_recht") from None
    return fall


def zugang_fuer(haus: Bestand, s: Session, fall: Fall) -> ZugangAus:
    """Make a link for the latest appointment of a case; earlier links end. Raises Problem if it is long past."""
    termin = letzter_termin(s, fall.id)
    if termin is None:
        raise Problem("anfrage_ungueltig", "Der Fall hat noch keinen Termin. Bitte legen Sie zuerst einen an.")
    try:
        widerrufe(s, fall.id, haus.akte.uhr())
        zugang = stelle_aus(s, termin, haus.akte.uhr())
    except TerminVorbei as fehler:
        raise Problem("anfrage_ungueltig", str(fehler)) from None
    adresse = f"{haus.einstellungen.public_url.rstrip('/')}/k/{zugang.token}"
    return ZugangAus(zugang=zugang.token, adresse=adresse, gueltig_bis=zugang.gueltig_bis)
