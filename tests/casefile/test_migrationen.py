"""The migrations lead to the models, on SQLite always and on PostgreSQL with `make test-full`."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, Table, UniqueConstraint, inspect, text
from sqlalchemy.exc import IntegrityError

from casefile import faelle, konten
from casefile.datenbank import MIGRATIONEN, baue_zurueck, migriere, sitzungsmacher, stand
from casefile.krypto import GELOESCHT, Tresor
from casefile.modelle import Antwort
from casefile.modelle_basis import Basis, Rolle, Wer, Wie


@pytest.fixture
def migriert(leere_url: str, tmp_path: Path, verbunden: Callable[[str], Engine]) -> Engine:
    migriere(leere_url, f"sqlite:///{tmp_path / 'leere_schluessel.db'}")
    return verbunden(leere_url)


@pytest.fixture
def antwort_id(migriert: Engine, tresor: Tresor, jetzt: datetime) -> str:
    with sitzungsmacher(migriert).begin() as session:
        konto = konten.lege_an(session, "sommer", "Frau Sommer", Rolle.FACHKRAFT, jetzt).konto
        fall = faelle.lege_an(session, tresor, "Annegret Quitzow", konto.id, jetzt)
        antwort = Antwort(
            fall_id=fall.id,
            nr=1,
            leitfaden="erstgespraech",
            fassung="1.0",
            frage="e6",
            art="antwort",
            wert=tresor.schliesse(fall.id, "antwort.wert", "nein"),
            wer=Wer.KUNDE,
            wie=Wie.GEWAEHLT,
            am=jetzt,
        )
        session.add(antwort)
        session.flush()
        return antwort.id


def test_there_is_exactly_one_head():
    konfiguration = Config()
    konfiguration.set_main_option("script_location", str(MIGRATIONEN))
    assert len(ScriptDirectory.from_config(konfiguration).get_heads()) == 1


def test_the_migrated_schema_is_the_one_of_the_models(migriert: Engine):
    with migriert.connect() as verbindung:
        kontext = MigrationContext.configure(verbindung, opts={"compare_type": True})
        assert compare_metadata(kontext, Basis.metadata) == []


def test_the_state_says_whether_a_migration_is_due(migriert: Engine):
    assert stand(migriert).aktuell
    baue_zurueck(migriert, "base")
    assert stand(migriert).ist is None
    assert not stand(migriert).aktuell


def test_migrating_down_leaves_nothing_and_up_again_works(migriert: Engine, leere_url: str, tmp_path: Path):
    baue_zurueck(migriert, "base")
    assert inspect(migriert).get_table_names() == ["alembic_version"]
    migriere(leere_url, f"sqlite:///{tmp_path / 'leere_schluessel.db'}")
    assert stand(migriert).aktuell


def test_migrating_twice_changes_nothing(migriert: Engine, leere_url: str, tmp_path: Path):
    migriere(leere_url, f"sqlite:///{tmp_path / 'leere_schluessel.db'}")
    assert stand(migriert).aktuell


def test_the_key_store_has_its_table_too(migriert: Engine, tmp_path: Path, verbunden: Callable[[str], Engine]):
    speicher = verbunden(f"sqlite:///{tmp_path / 'leere_schluessel.db'}")
    assert inspect(speicher).get_table_names() == ["fall_schluessel"]


@pytest.mark.parametrize("spalte", [spalte.name for spalte in Antwort.__table__.columns if spalte.name != "wert"])
def test_the_database_refuses_to_change_an_answer(migriert: Engine, antwort_id: str, spalte: str):
    with pytest.raises(IntegrityError, match="nur ergänzt"), migriert.begin() as verbindung:
        verbindung.execute(text(f"UPDATE antwort SET {spalte} = {spalte}"))


def test_the_database_refuses_to_replace_what_was_said(migriert: Engine, antwort_id: str):
    with pytest.raises(IntegrityError, match="nur ergänzt"), migriert.begin() as verbindung:
        verbindung.execute(text("UPDATE antwort SET wert = :neu"), {"neu": b"anders"})


def test_the_database_refuses_to_delete_an_answer_that_holds_something(migriert: Engine, antwort_id: str):
    with pytest.raises(IntegrityError, match="nur ergänzt"), migriert.begin() as verbindung:
        verbindung.execute(text("DELETE FROM antwort"))


def test_the_content_of_an_answer_can_be_erased_and_then_its_row(migriert: Engine, antwort_id: str):
    with sitzungsmacher(migriert).begin() as session:
        antwort = session.get_one(Antwort, antwort_id)
        antwort.wert = GELOESCHT
        session.flush()
        session.delete(antwort)
    with sitzungsmacher(migriert)() as session:
        assert session.get(Antwort, antwort_id) is None


@pytest.mark.parametrize("tabelle", Basis.metadata.sorted_tables, ids=lambda t: t.name)
def test_each_reference_can_be_followed_back_by_an_index(tabelle: Table):
    erste = {next(iter(index.columns)).name for index in tabelle.indexes}
    erste |= {next(iter(c.columns)).name for c in tabelle.constraints if isinstance(c, UniqueConstraint)}
    assert {spalte.name for spalte in tabelle.columns if spalte.foreign_keys} <= erste
