"""The interface of conversations: begin, take a turn, see where it stands."""

from typing import Literal
from uuid import UUID

from fastapi import APIRouter, Depends
from pydantic import BaseModel, ConfigDict, Field, JsonValue, model_validator
from sqlalchemy.orm import Session

from actions.nachrichten import nachrichten
from api.aufbau import Bestand
from api.dialog import Eingabe, EngineFehlt
from api.problem import Problem
from api.schrift import Kennung, Schrift
from api.zugriff import Haus, Wer, waechter
from casefile.ergebnis import Ergebnis, Folge
from casefile.gespraech import UnbekanntesGespraech, beginne, hole, lage
from casefile.modelle import Fall, Gespraech
from casefile.modelle_basis import Rolle
from casefile.rechte import NichtErlaubt, Person, Recht, pruefe
from knowledge.antwort import TEXT_LAENGE
from knowledge.leitfaden import ORDNER

router = APIRouter(prefix="/api/v1/gespraeche", tags=["Gespräche"], dependencies=[Depends(waechter)])

Befehl = Literal[
    "zurueck",
    "aendern",
    "ueberspringen",
    "pause",
    "fortsetzen",
    "warum",
    "hilfe",
    "wiederholen",
    "mensch_sprechen",
    "wer_bist_du",
    "zusammenfassung",
    "weiss_nicht",
    "keine_angabe",
    "nur_im_gespraech",
]


class _Koerper(BaseModel):
    model_config = ConfigDict(extra="forbid")


class NeuesGespraech(_Koerper):
    """Which guide to begin in which case. The role follows from the session."""

    fall: Kennung
    leitfaden: Kennung


class Zugkoerper(_Koerper):
    """One turn: its key, the question it answers, and exactly one of text, wert, befehl."""

    schluessel: UUID
    frage: str | None = Field(default=None, max_length=64)
    text: Schrift | None = None
    wert: JsonValue = None
    befehl: Befehl | None = None
    ziel: str | None = Field(default=None, max_length=64)

    @model_validator(mode="after")
    def _genau_eines(self) -> "Zugkoerper":
        if sum(teil is not None for teil in (self.text, self.wert, self.befehl)) != 1:
            raise ValueError("genau eines von text, wert und befehl")
        return self


class Wahl(BaseModel):
    """One choice."""

    titel: str
    wert: str


class NachrichtAus(BaseModel):
    """One message; `frage` is the open question if it asks one."""

    text: str
    frage: str | None
    wahl: list[Wahl]


class Fortschritt(BaseModel):
    """How many questions are answered, and how many are open as things stand."""

    beantwortet: int
    offen: int


class GespraechAus(BaseModel):
    """Where a conversation stands, and what was just said."""

    id: str
    nachrichten: list[NachrichtAus]
    fortschritt: Fortschritt
    abgeschlossen: bool


@router.post("", status_code=201)
def beginne_gespraech(koerper: NeuesGespraech, haus: Haus, person: Wer) -> GespraechAus:
    """Begin a conversation under the session's role, or go on with the one there is."""
    if not koerper.leitfaden.isidentifier() or not (ORDNER / koerper.leitfaden).is_dir():
        raise Problem("nicht_gefunden", "Diesen Leitfaden gibt es nicht.")
    ort = haus.einstellungen.raum or ("zuhause" if person.rolle == Rolle.KUNDE else "gespraech")
    try:
        return antwort(haus, beginne(haus.akte, person, koerper.fall, koerper.leitfaden, ort))
    except NichtErlaubt:
        raise Problem("kein_recht") from None
    except LookupError:
        raise Problem("nicht_gefunden", "Diesen Fall gibt es nicht.") from None


@router.get("/{gespraech_id}")
def sieh_gespraech(gespraech_id: str, haus: Haus, person: Wer) -> GespraechAus:
    """Give the current state."""
    return antwort(haus, stand_von(haus, person, gespraech_id))


@router.post("/{gespraech_id}/zuege")
def nimm_zug(gespraech_id: str, koerper: Zugkoerper, haus: Haus, person: Wer) -> GespraechAus:
    """Take one turn. The same key again gives the same reply; a question no longer open gives 409 and the state."""
    with haus.akte.lesend() as s:
        hole_eigenes(s, person, gespraech_id)
    if koerper.text is not None and len(koerper.text) > TEXT_LAENGE:
        raise Problem("text_zu_lang")
    eingabe = Eingabe(
        schluessel=str(koerper.schluessel),
        frage=koerper.frage,
        text=koerper.text,
        wert=koerper.wert,
        befehl=koerper.befehl,
        ziel=koerper.ziel,
    )
    return antwort(haus, fuehre_zug(haus, gespraech_id, eingabe))


def fuehre_zug(haus: Bestand, gespraech_id: str, eingabe: Eingabe) -> Ergebnis:
    """Take a turn and raise Problem for what it could not do."""
    try:
        ergebnis = haus.dialog.zug(gespraech_id, eingabe)
    except EngineFehlt:
        raise Problem("engine_fehlt") from None
    if ergebnis.status == "veraltet":
        raise Problem("frage_nicht_offen", **antwort(haus, ergebnis).model_dump())
    if ergebnis.status == "ungueltig":
        raise Problem("antwort_ungueltig", ergebnis.fehler)
    return ergebnis


def stand_von(haus: Bestand, person: Person, gespraech_id: str) -> Ergebnis:
    """Give the current state of a conversation that this person leads. Raises Problem."""
    with haus.akte.lesend() as s:
        gespraech = hole_eigenes(s, person, gespraech_id)
        return Ergebnis(status="neu", folge=Folge(art="beginn"), lage=lage(haus.akte, s, gespraech))


def hole_eigenes(s: Session, person: Person, gespraech_id: str) -> Gespraech:
    """Give a conversation that this person leads. Raises Problem."""
    try:
        gespraech = hole(s, gespraech_id)
        pruefe(person, Recht.GESPRAECH_FUEHREN, s.get_one(Fall, gespraech.fall_id))
    except UnbekanntesGespraech:
        raise Problem("nicht_gefunden", "Dieses Gespräch gibt es nicht.") from None
    except NichtErlaubt:
        raise Problem("kein_recht") from None
    if gespraech.rolle != person.rolle:
        raise Problem("kein_recht")
    return gespraech


def antwort(haus: Bestand, ergebnis: Ergebnis) -> GespraechAus:
    """Say an outcome in the form of the interface."""
    return GespraechAus(
        id=ergebnis.lage.gespraech,
        nachrichten=[NachrichtAus.model_validate(n.als_dict()) for n in nachrichten(ergebnis, haus.haus)],
        fortschritt=Fortschritt(beantwortet=ergebnis.lage.beantwortet, offen=ergebnis.lage.offen),
        abgeschlossen=ergebnis.lage.abgeschlossen,
    )
