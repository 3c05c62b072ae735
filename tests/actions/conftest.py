"""A case file on real SQLite files for the actions."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from casefile.datenbank import migriere, verbinde
from casefile.krypto import Tresor
from casefile.schluessel import oeffne_speicher
from tests.casefile.gespraechshilfe import Haus, Rede

JETZT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def leere_datenbanken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both databases migrated once, to be copied for each test."""
    ordner = tmp_path_factory.mktemp("aktionen")
    migriere(f"sqlite:///{ordner / 'lotse.db'}", f"sqlite:///{ordner / 'schluessel.db'}")
    return ordner


@pytest.fixture
def haus(leere_datenbanken: Path, tmp_path: Path) -> Iterator[Haus]:
    """A case file with one case."""
    for datei in ("lotse.db", "schluessel.db"):
        shutil.copy(leere_datenbanken / datei, tmp_path / datei)
    engine, keys_engine = (verbinde(f"sqlite:///{tmp_path / name}.db") for name in ("lotse", "schluessel"))
    tresor = Tresor(oeffne_speicher(keys_engine, tmp_path / "standort.key", None))
    yield Haus.mit_fall(engine, tresor, JETZT)
    engine.dispose()
    keys_engine.dispose()


@pytest.fixture
def kunde(haus: Haus) -> Rede:
    """The customer at the second question."""
    return haus.kunde().fuehre({"g1": "beginnen"})
