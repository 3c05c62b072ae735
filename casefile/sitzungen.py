"""Signing in and out. Cookies hold an opaque token, the database its hash. The caller commits."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from casefile import konten
from casefile.bremse import Bremse
from casefile.modelle import Konto, Sitzung, Zugang
from casefile.modelle_basis import Rolle
from casefile.rechte import Person
from casefile.tokens import hash_von, neues_token

# Activity is noted at most this often, so that reading a page is rarely a write.
AUFFRISCHEN_NACH = timedelta(minutes=1)


class AnmeldungAbgelehnt(Exception):
    """Name or password is wrong, or the account is disabled; which of these is not said."""

    def __init__(self) -> None:
        super().__init__("Anmeldename oder Passwort stimmt nicht.")


@dataclass(frozen=True, slots=True)
class Anmeldung:
    """Who is signed in. If `auffrischen`, the caller should call `frische_auf` in a writing transaction."""

    sitzung_id: str
    person: Person
    auffrischen: bool


def pruefe_anmeldung(
    session: Session, bremse: Bremse, anmeldename: str, passwort: str, adresse: str, jetzt: datetime
) -> Konto:
    """The account for a correct name and password. Only reads: hashing takes long and must not hold a write lock.

    Raises `AnmeldungAbgelehnt`, or `ZuVieleVersuche` while this name must wait at this address.
    """
    name = konten.normalisiere(anmeldename)
    bremse.beginne(name, adresse, jetzt)
    konto = konten.pruefe_passwort(session, name, passwort)
    if konto is None:
        raise AnmeldungAbgelehnt
    bremse.gelungen(name, adresse)
    return konto


def eroeffne_fuer_konto(session: Session, konto_id: str, jetzt: datetime, dauer: timedelta) -> str:
    """Open a session for staff and return its token."""
    return _eroeffne(session, Sitzung(konto_id=konto_id, gueltig_bis=jetzt + dauer), jetzt)


def eroeffne_fuer_zugang(session: Session, zugang: Zugang, jetzt: datetime, dauer: timedelta) -> str:
    """Open a session for a customer, which ends with her link at the latest, and return its token."""
    ende = min(jetzt + dauer, zugang.gueltig_bis)
    return _eroeffne(session, Sitzung(zugang_id=zugang.id, gueltig_bis=ende), jetzt)


def angemeldet(session: Session, token: str, jetzt: datetime, leerlauf: timedelta) -> Anmeldung | None:
    """Who holds this token, or None if it is unknown, expired, idle for `leerlauf`, disabled or revoked. Only reads."""
    sitzung = session.scalar(select(Sitzung).where(Sitzung.token_hash == hash_von(token)))
    if sitzung is None or jetzt >= min(sitzung.gueltig_bis, sitzung.zuletzt_am + leerlauf):
        return None
    person = _person(session, sitzung, jetzt)
    if person is None:
        return None
    return Anmeldung(sitzung.id, person, auffrischen=jetzt - sitzung.zuletzt_am >= AUFFRISCHEN_NACH)


def frische_auf(session: Session, sitzung_id: str, jetzt: datetime) -> None:
    """Note that the session is in use."""
    session.execute(update(Sitzung).where(Sitzung.id == sitzung_id).values(zuletzt_am=jetzt))


def beende(session: Session, token: str) -> None:
    """Sign out; an unknown token is no error."""
    session.execute(delete(Sitzung).where(Sitzung.token_hash == hash_von(token)))


def _eroeffne(session: Session, sitzung: Sitzung, jetzt: datetime) -> str:
    session.execute(delete(Sitzung).where(Sitzung.gueltig_bis <= jetzt))
    token = neues_token()
    sitzung.token_hash = hash_von(token)
    sitzung.angelegt_am = sitzung.zuletzt_am = jetzt
    session.add(sitzung)
    session.flush()
    return token


def _person(session: Session, sitzung: Sitzung, jetzt: datetime) -> Person | None:
    if sitzung.konto_id is not None:
        konto = session.get_one(Konto, sitzung.konto_id)
        return Person(konto.rolle, konto_id=konto.id) if konto.aktiv else None
    zugang = session.get_one(Zugang, sitzung.zugang_id)
    if zugang.widerrufen_am is not None or jetzt >= zugang.gueltig_bis:
        return None
    return Person(Rolle.KUNDE, fall_id=zugang.fall_id, zugang_id=zugang.id)
