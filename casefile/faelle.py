"""Cases and their appointments: create, find, list, assign. The caller commits."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Integer, cast, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from casefile.krypto import Geheim, Tresor
from casefile.modelle import Fall, Konto, Termin
from casefile.modelle_basis import Rolle, neue_id
from casefile.schluessel import SchluesselVernichtet

NAME = "fall.name"
RECHTSKREIS = "fall.rechtskreis"
ORT = "termin.ort"

VORSATZ = "F-"
NUMMERNVERSUCHE = 20
UMLAUTE = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


class FallFehler(Exception):
    """The case cannot be created, found or assigned; the message is for the Fachkraft."""


@dataclass(frozen=True, slots=True)
class Fallzeile:
    """One case in a list. `name` is None once the case was erased; `termin` is the next appointment."""

    id: str
    nummer: str
    name: str | None
    beispiel: bool
    angelegt_am: datetime
    termin: datetime | None


def lege_an(
    session: Session,
    tresor: Tresor,
    name: str,
    fachkraft_id: str,
    jetzt: datetime,
    *,
    rechtskreis: str | None = None,
    beispiel: bool = False,
) -> Fall:
    """Create a case with its number and key; raises `FallFehler` for a blank name or somebody who takes no cases."""
    if not name.strip():
        raise FallFehler("Bitte geben Sie einen Namen an.")
    _verlange_fachkraft(session, fachkraft_id)
    fall_id = neue_id()
    tresor.neuer_fall(fall_id, jetzt)
    fall = Fall(
        id=fall_id,
        name=tresor.schliesse(fall_id, NAME, name.strip()),
        rechtskreis=None if rechtskreis is None else tresor.schliesse(fall_id, RECHTSKREIS, rechtskreis),
        fachkraft_id=fachkraft_id,
        angelegt_am=jetzt,
        beispiel=beispiel,
    )
    _nummeriere(session, fall)
    return fall


def finde(session: Session, nummer: str) -> Fall:
    """The case with this number, in any case of letters; raises `FallFehler`."""
    fall = session.scalar(select(Fall).where(Fall.nummer == nummer.strip().upper()))
    if fall is None:
        raise FallFehler(f"Einen Fall mit der Nummer {nummer} gibt es nicht.")
    return fall


def liste(session: Session, tresor: Tresor, fachkraft_id: str, jetzt: datetime) -> list[Fallzeile]:
    """The cases of a Fachkraft: those with an appointment ahead first, soonest on top, then by number."""
    naechster = (
        select(Termin.fall_id, func.min(Termin.beginn).label("beginn"))
        .where(Termin.beginn >= jetzt)
        .group_by(Termin.fall_id)
        .subquery()
    )
    abfrage = (
        select(Fall, naechster.c.beginn)
        .outerjoin(naechster, naechster.c.fall_id == Fall.id)
        .where(Fall.fachkraft_id == fachkraft_id)
        .order_by(naechster.c.beginn.is_(None), naechster.c.beginn, func.length(Fall.nummer), Fall.nummer)
    )
    return [_zeile(tresor, fall, termin) for fall, termin in session.execute(abfrage)]


def suche(session: Session, tresor: Tresor, fachkraft_id: str, text: str, jetzt: datetime) -> list[Fallzeile]:
    """The cases of a Fachkraft whose number or name contains `text`; "mueller" finds "Müller".

    Names are sealed, so this opens each of her cases; there is no index over names that could be read.
    """
    gesucht = _falte(text)
    return [z for z in liste(session, tresor, fachkraft_id, jetzt) if gesucht in _falte(f"{z.nummer} {z.name or ''}")]


def vereinbare_termin(session: Session, tresor: Tresor, fall: Fall, beginn: datetime, ort: str | None = None) -> Termin:
    """Add an appointment with the Fachkraft of the case."""
    termin = Termin(
        fall_id=fall.id,
        beginn=beginn,
        fachkraft_id=fall.fachkraft_id,
        ort=None if ort is None else tresor.schliesse(fall.id, ORT, ort),
    )
    session.add(termin)
    session.flush()
    return termin


def letzter_termin(session: Session, fall_id: str) -> Termin | None:
    """The latest appointment of the case, ahead or past: the one that a new customer link belongs to."""
    return session.scalar(select(Termin).where(Termin.fall_id == fall_id).order_by(Termin.beginn.desc()).limit(1))


def lies_name(tresor: Tresor, fall: Fall) -> str:
    """The person's name; raises `SchluesselVernichtet` for an erased case."""
    return str(tresor.oeffne(fall.id, NAME, fall.name))


def lies_rechtskreis(tresor: Tresor, fall: Fall) -> str | None:
    """The Rechtskreis that was entered with the case, if any."""
    return _lies(tresor, fall.id, RECHTSKREIS, fall.rechtskreis)


def lies_ort(tresor: Tresor, termin: Termin) -> str | None:
    """Where the appointment takes place, if that was entered."""
    return _lies(tresor, termin.fall_id, ORT, termin.ort)


def _lies(tresor: Tresor, fall_id: str, feld: str, geheim: Geheim | None) -> str | None:
    return None if geheim is None else str(tresor.oeffne(fall_id, feld, geheim))


def _zeile(tresor: Tresor, fall: Fall, termin: datetime | None) -> Fallzeile:
    try:
        name = lies_name(tresor, fall)
    except SchluesselVernichtet:
        name = None
    return Fallzeile(fall.id, fall.nummer, name, fall.beispiel, fall.angelegt_am, termin)


def _verlange_fachkraft(session: Session, konto_id: str) -> None:
    konto = session.get(Konto, konto_id)
    if konto is None or konto.rolle is not Rolle.FACHKRAFT or not konto.aktiv:
        raise FallFehler("Fälle kann nur eine Fachkraft mit aktivem Konto übernehmen.")


def _nummeriere(session: Session, fall: Fall) -> None:
    # Two cases created at the same moment want the same number: the unique constraint decides, the loser tries again.
    for _ in range(NUMMERNVERSUCHE):
        fall.nummer = _naechste_nummer(session)
        try:
            with session.begin_nested():
                session.add(fall)
        except IntegrityError:
            continue
        return
    raise FallFehler("Gerade werden viele Fälle angelegt. Bitte versuchen Sie es noch einmal.")


def _naechste_nummer(session: Session) -> str:
    zaehler = cast(func.substr(Fall.nummer, len(VORSATZ) + 1), Integer)
    hoechste = session.scalar(select(func.max(zaehler))) or 0
    return f"{VORSATZ}{hoechste + 1:04d}"


def _falte(text: str) -> str:
    return text.strip().casefold().translate(UMLAUTE)
