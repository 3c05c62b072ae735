from datetime import datetime, timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from casefile import konten, sitzungen
from casefile.bremse import Bremse, ZuVieleVersuche
from casefile.konten import NeuesKonto
from casefile.modelle import Konto, Sitzung
from casefile.modelle_basis import Rolle
from casefile.rechte import Person
from casefile.sitzungen import Anmeldung, AnmeldungAbgelehnt

DAUER = timedelta(hours=10)
LEERLAUF = timedelta(hours=1)
ADRESSE = "192.0.2.7"


@pytest.fixture
def neu(session: Session, jetzt: datetime) -> NeuesKonto:
    return konten.lege_an(session, "sommer", "Frau Sommer", Rolle.FACHKRAFT, jetzt)


@pytest.fixture
def token(session: Session, neu: NeuesKonto, jetzt: datetime) -> str:
    return sitzungen.eroeffne_fuer_konto(session, neu.konto.id, jetzt, DAUER)


def anmeldung(session: Session, token: str, jetzt: datetime) -> Anmeldung | None:
    return sitzungen.angemeldet(session, token, jetzt, LEERLAUF)


def test_the_right_password_signs_in(session: Session, neu: NeuesKonto, jetzt: datetime):
    konto = sitzungen.pruefe_anmeldung(session, Bremse(), " Sommer", neu.passwort, ADRESSE, jetzt)
    assert konto is neu.konto


@pytest.mark.parametrize(("name", "passwort"), [("sommer", "falsch"), ("niemand", "falsch"), ("", ""), ("sommer", "")])
@pytest.mark.usefixtures("neu")
def test_a_wrong_name_and_a_wrong_password_look_the_same(session: Session, jetzt: datetime, name: str, passwort: str):
    with pytest.raises(AnmeldungAbgelehnt, match=r"^Anmeldename oder Passwort stimmt nicht\.$"):
        sitzungen.pruefe_anmeldung(session, Bremse(), name, passwort, ADRESSE, jetzt)


def test_guessing_is_slowed_down_for_one_name_at_one_address(session: Session, neu: NeuesKonto, jetzt: datetime):
    bremse = Bremse()
    for _ in range(3):
        with pytest.raises(AnmeldungAbgelehnt):
            sitzungen.pruefe_anmeldung(session, bremse, "sommer", "falsch", ADRESSE, jetzt)
    with pytest.raises(ZuVieleVersuche):
        sitzungen.pruefe_anmeldung(session, bremse, "SOMMER ", neu.passwort, ADRESSE, jetzt)
    anderswo = sitzungen.pruefe_anmeldung(session, bremse, "sommer", neu.passwort, "192.0.2.8", jetzt)
    assert anderswo is neu.konto


def test_a_token_stands_for_its_person(session: Session, neu: NeuesKonto, token: str, jetzt: datetime):
    gefunden = anmeldung(session, token, jetzt)
    assert gefunden is not None
    assert gefunden.person == Person(Rolle.FACHKRAFT, konto_id=neu.konto.id)


def test_only_the_hash_of_a_token_is_stored(session: Session, token: str):
    gespeichert = session.scalars(select(Sitzung.token_hash)).one()
    assert token not in gespeichert
    assert len(gespeichert) == 64


@pytest.mark.parametrize("falsch", ["", "x", "ä"])
@pytest.mark.usefixtures("token")
def test_an_unknown_token_is_nobody(session: Session, jetzt: datetime, falsch: str):
    assert anmeldung(session, falsch, jetzt) is None


def test_a_session_ends_after_its_time_even_when_in_use(session: Session, token: str, jetzt: datetime):
    ende = jetzt + DAUER
    sitzungen.frische_auf(session, session.scalars(select(Sitzung.id)).one(), ende - timedelta(minutes=1))
    assert anmeldung(session, token, ende - timedelta(seconds=1)) is not None
    assert anmeldung(session, token, ende) is None


def test_a_session_ends_when_idle_and_use_prolongs_it(session: Session, token: str, jetzt: datetime):
    assert anmeldung(session, token, jetzt + LEERLAUF - timedelta(seconds=1)) is not None
    assert anmeldung(session, token, jetzt + LEERLAUF) is None
    sitzungen.frische_auf(session, session.scalars(select(Sitzung.id)).one(), jetzt + timedelta(minutes=30))
    assert anmeldung(session, token, jetzt + LEERLAUF) is not None


@pytest.mark.parametrize(("sekunden", "auffrischen"), [(59, False), (60, True)])
def test_activity_is_noted_at_most_once_a_minute(
    session: Session, token: str, jetzt: datetime, sekunden: int, auffrischen: bool
):
    gefunden = anmeldung(session, token, jetzt + timedelta(seconds=sekunden))
    assert gefunden is not None
    assert gefunden.auffrischen is auffrischen


def test_signing_out_ends_this_session_only(session: Session, fachkraft: Konto, jetzt: datetime):
    eins = sitzungen.eroeffne_fuer_konto(session, fachkraft.id, jetzt, DAUER)
    zwei = sitzungen.eroeffne_fuer_konto(session, fachkraft.id, jetzt, DAUER)
    sitzungen.beende(session, eins)
    assert anmeldung(session, eins, jetzt) is None
    assert anmeldung(session, zwei, jetzt) is not None


def test_expired_sessions_are_swept_when_a_new_one_opens(session: Session, fachkraft: Konto, jetzt: datetime):
    sitzungen.eroeffne_fuer_konto(session, fachkraft.id, jetzt, DAUER)
    sitzungen.eroeffne_fuer_konto(session, fachkraft.id, jetzt + DAUER, DAUER)
    assert session.scalar(select(func.count()).select_from(Sitzung)) == 1
