"""Who the pages let in: sessions, links, and the rights for one case."""

from sqlalchemy.orm import Session

from api import anmeldung
from api.aufbau import Bestand
from api.problem import Problem
from api.seiten.daten import AnmeldungAbgelehnt, Besucher, KeinRecht, NichtAngemeldet, NichtGefunden, ZugangUngueltig
from api.zugriff import person_zu
from casefile.faelle import lies_name
from casefile.modelle import Fall, Konto
from casefile.rechte import NichtErlaubt, Person, Recht, pruefe
from casefile.sitzungen import beende


def besucher(haus: Bestand, sitzung: str) -> Besucher | None:
    """Give who holds this session, with the name to show."""
    person = person_zu(haus, sitzung)
    if person is None:
        return None
    with haus.akte.lesend() as s:
        if person.konto_id is not None:
            name = s.get_one(Konto, person.konto_id).anzeigename
        else:
            name = lies_name(haus.akte.tresor, s.get_one(Fall, person.fall_id))
    return Besucher(rolle=person.rolle.value, name=name, sitzung=sitzung, fall_id=person.fall_id)


def anmelden(haus: Bestand, name: str, passwort: str, adresse: str) -> str:
    """Sign staff in; raises AnmeldungAbgelehnt with the text to show."""
    try:
        return anmeldung.anmelden(haus, name, passwort, adresse)
    except Problem as problem:
        raise AnmeldungAbgelehnt(problem.text) from None


def einloesen(haus: Bestand, zugang: str) -> str:
    """Turn a personal link into a session; raises ZugangUngueltig."""
    try:
        return anmeldung.einloesen(haus, zugang)
    except Problem as problem:
        raise ZugangUngueltig(problem.text) from None


def abmelden(haus: Bestand, sitzung: str) -> None:
    """End a session."""
    with haus.akte.schreibend.begin() as s:
        beende(s, sitzung)


def person(haus: Bestand, gast: Besucher) -> Person:
    """Give the person behind a visitor; raises NichtAngemeldet if the session ended in the meantime."""
    gefunden = person_zu(haus, gast.sitzung)
    if gefunden is None:
        raise NichtAngemeldet
    return gefunden


def fall(s: Session, wer: Person, fall_id: str, recht: Recht) -> Fall:
    """Give a case if the person may do `recht` with it; raises NichtGefunden or KeinRecht."""
    gefunden = s.get(Fall, fall_id)
    if gefunden is None:
        raise NichtGefunden
    try:
        pruefe(wer, recht, gefunden)
    except NichtErlaubt:
        raise KeinRecht from None
    return gefunden
