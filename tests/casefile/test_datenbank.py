import stat
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import Engine, select, text
from sqlalchemy.exc import IntegrityError, OperationalError, StatementError
from sqlalchemy.orm import Session, sessionmaker

from casefile import konten
from casefile.datenbank import sitzungsmacher
from casefile.modelle import Fall, Konto, Sitzung
from casefile.modelle_basis import Rolle


@pytest.mark.parametrize(
    ("pragma", "wert"),
    [("journal_mode", "wal"), ("foreign_keys", 1), ("busy_timeout", 5000), ("synchronous", 2), ("secure_delete", 1)],
)
def test_sqlite_is_set_up_to_be_durable_and_strict(engine: Engine, pragma: str, wert: object):
    with engine.connect() as verbindung:
        assert verbindung.execute(text(f"PRAGMA {pragma}")).scalar_one() == wert


def test_a_new_database_file_belongs_to_its_owner_only(tmp_path: Path, verbunden: Callable[[str], Engine]):
    datei = tmp_path / "var" / "lotse.db"
    verbunden(f"sqlite:///{datei}")
    assert stat.S_IMODE(datei.stat().st_mode) == 0o600
    assert stat.S_IMODE(datei.parent.stat().st_mode) == 0o700


def test_a_reader_does_not_wait_for_a_writer(engine: Engine, schreibend: sessionmaker[Session], jetzt: datetime):
    with schreibend() as schreibender, sitzungsmacher(engine, nur_lesen=True)() as leser:
        konten.lege_an(schreibender, "sommer", "Frau Sommer", Rolle.FACHKRAFT, jetzt)
        assert leser.scalars(select(Konto)).all() == []


def test_a_second_writer_waits_at_the_start_and_not_in_the_middle(engine: Engine, schreibend: sessionmaker[Session]):
    with schreibend() as erster, engine.connect() as zweite:
        erster.execute(select(Konto))
        zweite.connection.cursor().execute("PRAGMA busy_timeout=0")
        with pytest.raises(OperationalError, match="locked"):
            zweite.execute(select(Konto))


def test_parallel_writers_all_get_through(schreibend: sessionmaker[Session], jetzt: datetime):
    def schreibe() -> None:
        with schreibend.begin() as session:
            anzahl = len(session.scalars(select(Konto)).all())
            name = f"konto{anzahl}"
            session.add(
                Konto(anmeldename=name, anzeigename=name, rolle="fachkraft", passwort_hash="-", angelegt_am=jetzt)
            )

    faeden = [threading.Thread(target=schreibe) for _ in range(12)]
    for faden in faeden:
        faden.start()
    for faden in faeden:
        faden.join()
    with schreibend() as session:
        assert len(session.scalars(select(Konto)).all()) == 12


def test_a_reference_to_nothing_is_refused(session: Session, fall: Fall):
    fall.fachkraft_id = "f" * 32
    with pytest.raises(IntegrityError):
        session.flush()


def test_a_session_belongs_to_staff_or_to_a_customer(session: Session, jetzt: datetime):
    session.add(Sitzung(token_hash="x", angelegt_am=jetzt, gueltig_bis=jetzt, zuletzt_am=jetzt))
    with pytest.raises(IntegrityError, match="genau_eine_person"):
        session.flush()


def test_times_are_kept_in_utc(session: Session, fall: Fall, jetzt: datetime):
    fall.angelegt_am = jetzt.astimezone(timezone(timedelta(hours=2)))
    session.flush()
    session.expire(fall)
    assert fall.angelegt_am == jetzt
    assert fall.angelegt_am.tzinfo is UTC


def test_a_time_without_zone_is_refused(session: Session, fall: Fall, jetzt: datetime):
    fall.angelegt_am = jetzt.replace(tzinfo=None)
    with pytest.raises(StatementError, match="time zone"):
        session.flush()
