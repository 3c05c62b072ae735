"""`lotse doctor`: it sees what is wrong, says what to do, and changes nothing."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from api.aufbau import oeffne_akte
from api.befehle import befunde, befunde_daten
from api.befehle.befunde import Zustand
from api.befehle.doctor import main
from api.befehle.vorgaben import lies_einstellungen
from casefile import faelle, konten
from casefile.modelle_basis import Rolle

JETZT = datetime(2027, 3, 1, 9, tzinfo=UTC)


def test_on_an_empty_installation_it_asks_for_a_migration_and_creates_nothing(
    leer: Path, capsys: pytest.CaptureFixture[str]
):
    assert main([]) == 1
    assert capsys.readouterr().out.count("lotse migrate") == 2
    assert list(leer.iterdir()) == []


def test_after_a_migration_databases_and_keys_are_no_errors(angelegt: Path):
    einstellungen = lies_einstellungen()
    assert befunde_daten.fallakte(einstellungen).zustand is Zustand.GUT
    assert befunde_daten.schluessel(einstellungen).zustand is Zustand.HINWEIS
    assert befunde_daten.konten_vorhanden(einstellungen).zustand is Zustand.HINWEIS
    assert not (angelegt / "standort.key").exists()


def test_the_knowledge_of_this_tree_loads():
    assert befunde_daten.wissen(lies_einstellungen()).zustand is Zustand.GUT


@pytest.fixture
def belegt(angelegt: Path) -> Path:
    """An installation with one case, so with a site key and one case key."""
    akte = oeffne_akte(lies_einstellungen())
    with akte.schreibend.begin() as session:
        konto = konten.lege_an(session, "frieda", "Frieda", Rolle.FACHKRAFT, JETZT).konto
        faelle.lege_an(session, akte.tresor, "Beispielperson", konto.id, JETZT)
    return angelegt


def test_with_a_case_all_is_well(belegt: Path):
    befund = befunde_daten.schluessel(lies_einstellungen())
    assert (befund.zustand, befund.text) == (Zustand.GUT, "1 Fälle, Standortschlüssel passt")
    assert befunde_daten.konten_vorhanden(lies_einstellungen()).zustand is Zustand.GUT


def test_a_key_file_that_others_can_read_is_an_error(belegt: Path):
    (belegt / "standort.key").chmod(0o640)
    befund = befunde_daten.schluessel(lies_einstellungen())
    assert befund.zustand is Zustand.FEHLER
    assert "chmod 600" in befund.text


def test_a_lost_key_file_is_an_error_once_there_are_cases(belegt: Path):
    (belegt / "standort.key").unlink()
    befund = befunde_daten.schluessel(lies_einstellungen())
    assert befund.zustand is Zustand.FEHLER
    assert not (belegt / "standort.key").exists()


def test_another_site_key_is_an_error(belegt: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("LOTSE_SITE_KEY", "A" * 43 + "=")
    befund = befunde_daten.schluessel(lies_einstellungen())
    assert befund.zustand is Zustand.FEHLER
    assert "passt nicht" in befund.text


def test_a_setting_of_the_wrong_form_is_named_without_its_value(
    leer: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("LOTSE_PORT", "geheim")
    assert main([]) == 1
    ausgabe = capsys.readouterr().out
    assert "LOTSE_PORT" in ausgabe
    assert "geheim" not in ausgabe


def test_an_unreachable_database_is_an_error(leer: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("LOTSE_DATABASE_URL", "postgresql://niemand@127.0.0.1:1/lotse")
    assert befunde_daten.fallakte(lies_einstellungen()).zustand is Zustand.FEHLER


def test_another_folder_than_that_of_lotse_is_an_error(leer: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(leer)
    einstellungen = lies_einstellungen()
    assert befunde.ordner(einstellungen).zustand is Zustand.FEHLER
    assert befunde.modell(einstellungen).zustand is Zustand.FEHLER
    assert befunde.sprachmodul(einstellungen).zustand is Zustand.FEHLER


@pytest.mark.parametrize(("token", "erwartet"), [("", Zustand.HINWEIS), ("x" * 32, Zustand.FEHLER)])
def test_an_engine_that_is_away_is_an_error_only_where_it_should_run(
    leer: Path, monkeypatch: pytest.MonkeyPatch, token: str, erwartet: Zustand
):
    monkeypatch.setenv("LOTSE_ENGINE_URL", "http://127.0.0.1:1")
    monkeypatch.setenv("LOTSE_ENGINE_TOKEN", token)
    assert befunde.engine(lies_einstellungen()).zustand is erwartet
