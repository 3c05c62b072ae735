"""Alive and ready."""

from pathlib import Path

from sqlalchemy import text

from tests.api.ohne_engine import anwendung_ohne_engine
from tests.standort import Standort


def test_the_process_says_that_it_lives(standort: Standort) -> None:
    antwort = standort.client().get("/healthz")
    assert (antwort.status_code, antwort.json()) == (200, {"status": "ok"})


def test_the_site_is_ready_when_engine_and_database_are(standort: Standort) -> None:
    antwort = standort.client().get("/readyz")
    assert (antwort.status_code, antwort.json()) == (200, {"bereit": True, "datenbank": True, "sprachmodul": True})


def test_a_site_without_its_tables_lives_but_is_not_ready(tmp_path: Path) -> None:
    with anwendung_ohne_engine(tmp_path) as anwendung:
        assert anwendung.client.get("/readyz").json()["datenbank"]
        with anwendung.akte.schreibend.begin() as s:
            s.execute(text("ALTER TABLE konto RENAME TO verschwunden"))
        antwort = anwendung.client.get("/readyz")
        assert (antwort.status_code, antwort.json()["datenbank"]) == (503, False)
        assert anwendung.client.get("/healthz").status_code == 200
