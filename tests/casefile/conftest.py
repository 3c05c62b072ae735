"""A case file on real SQLite files, and on PostgreSQL where a test asks for both."""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import Engine, make_url, text
from sqlalchemy.orm import Session, sessionmaker

from casefile import faelle, konten
from casefile.datenbank import migriere, sitzungsmacher, verbinde
from casefile.krypto import Tresor
from casefile.modelle import Antwort, Fall, Konto
from casefile.modelle_basis import Rolle, Wer, Wie
from casefile.schluessel import oeffne_speicher


@pytest.fixture
def jetzt() -> datetime:
    """A Monday morning."""
    return datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def vorlage(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both databases migrated once, to be copied for each test."""
    ordner = tmp_path_factory.mktemp("vorlage")
    migriere(f"sqlite:///{ordner / 'lotse.db'}", f"sqlite:///{ordner / 'schluessel.db'}")
    return ordner


@pytest.fixture
def ordner(vorlage: Path, tmp_path: Path) -> Path:
    for datei in ("lotse.db", "schluessel.db"):
        shutil.copy(vorlage / datei, tmp_path / datei)
    return tmp_path


@pytest.fixture
def verbunden() -> Iterator[Callable[[str], Engine]]:
    """`verbinde`, with every connection closed after the test."""
    engines: list[Engine] = []

    def oeffne(url: str) -> Engine:
        engines.append(verbinde(url))
        return engines[-1]

    yield oeffne
    for engine in engines:
        engine.dispose()


@pytest.fixture
def engine(ordner: Path, verbunden: Callable[[str], Engine]) -> Engine:
    return verbunden(f"sqlite:///{ordner / 'lotse.db'}")


@pytest.fixture
def keys_engine(ordner: Path, verbunden: Callable[[str], Engine]) -> Engine:
    return verbunden(f"sqlite:///{ordner / 'schluessel.db'}")


@pytest.fixture
def tresor(ordner: Path, keys_engine: Engine) -> Tresor:
    return Tresor(oeffne_speicher(keys_engine, ordner / "standort.key", None))


@pytest.fixture
def schreibend(engine: Engine) -> sessionmaker[Session]:
    return sitzungsmacher(engine)


@pytest.fixture
def session(schreibend: sessionmaker[Session]) -> Iterator[Session]:
    with schreibend() as offene:
        yield offene


@pytest.fixture
def fachkraft(session: Session, jetzt: datetime) -> Konto:
    return konten.lege_an(session, "sommer", "Frau Sommer", Rolle.FACHKRAFT, jetzt).konto


@pytest.fixture
def fall(session: Session, tresor: Tresor, fachkraft: Konto, jetzt: datetime) -> Fall:
    return faelle.lege_an(session, tresor, "Annegret Quitzow", fachkraft.id, jetzt, rechtskreis="sgb2")


@pytest.fixture
def antwort(session: Session, tresor: Tresor, fall: Fall, jetzt: datetime) -> Antwort:
    """One recorded answer of the case."""
    neue = Antwort(
        fall_id=fall.id,
        nr=1,
        leitfaden="erstgespraech",
        fassung="1.0",
        frage="e8",
        art="antwort",
        wert=tresor.schliesse(fall.id, "antwort.wert", "Kranfahrerin"),
        wer=Wer.KUNDE,
        wie=Wie.GETIPPT,
        am=jetzt,
    )
    session.add(neue)
    session.flush()
    return neue


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.langsam)])
def leere_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of an empty database, once for each kind; PostgreSQL runs with `make test-full`."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'neu.db'}"
        return
    adresse = os.environ.get("LOTSE_TEST_POSTGRES_URL")
    assert adresse, "PostgreSQL fehlt: bitte über »make test-full« starten, das einen Server mitbringt."
    name = f"lotse_{uuid4().hex}"
    verwaltung = verbinde(adresse).execution_options(isolation_level="AUTOCOMMIT")
    with verwaltung.connect() as verbindung:
        verbindung.execute(text(f"CREATE DATABASE {name}"))
    yield make_url(adresse).set(database=name).render_as_string(hide_password=False)
    with verwaltung.connect() as verbindung:
        verbindung.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    verwaltung.dispose()
