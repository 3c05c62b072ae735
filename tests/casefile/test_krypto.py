from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import StatementError
from sqlalchemy.orm import Session

from casefile import faelle
from casefile.krypto import GELOESCHT, Geheim, InhaltGeloescht, Tresor
from casefile.modelle import Fall, Konto
from casefile.modelle_basis import neue_id
from casefile.schluessel import SchluesselVernichtet, oeffne_speicher
from casefile.siegel import Siegelbruch

FELD = "antwort.wert"


@pytest.fixture
def fall_id(tresor: Tresor, jetzt: datetime) -> str:
    fall_id = neue_id()
    tresor.neuer_fall(fall_id, jetzt)
    return fall_id


@pytest.mark.parametrize(
    "wert", [None, True, False, 0, 12.5, "Größe", ["a", "b"], {"monate": 3}, "x" * 1000], ids=lambda w: repr(w)[:20]
)
def test_a_value_comes_back_as_it_went_in(tresor: Tresor, fall_id: str, wert: object):
    assert tresor.oeffne(fall_id, FELD, tresor.schliesse(fall_id, FELD, wert)) == wert


def test_a_sealed_value_shows_nothing_when_printed(tresor: Tresor, fall_id: str):
    geheim = tresor.schliesse(fall_id, FELD, "Schulden")
    assert repr(geheim) == str(geheim) == "Geheim(…)"


def test_the_length_of_a_sealed_value_does_not_tell_yes_from_no(tresor: Tresor, fall_id: str):
    laengen = {len(tresor.schliesse(fall_id, FELD, wert).umschlag) for wert in (True, False, None, "ja", "vielleicht")}
    assert len(laengen) == 1


def test_the_same_value_is_sealed_differently_each_time(tresor: Tresor, fall_id: str):
    assert tresor.schliesse(fall_id, FELD, "ja") != tresor.schliesse(fall_id, FELD, "ja")


@pytest.mark.parametrize("stelle", [0, 1, 13, 60, -1])
def test_a_changed_byte_is_noticed(tresor: Tresor, fall_id: str, stelle: int):
    umschlag = bytearray(tresor.schliesse(fall_id, FELD, "ja").umschlag)
    umschlag[stelle] ^= 1
    with pytest.raises(Siegelbruch):
        tresor.oeffne(fall_id, FELD, Geheim(bytes(umschlag)))


@pytest.mark.parametrize("laenge", [1, 5, 13, 20])
def test_a_shortened_value_is_noticed(tresor: Tresor, fall_id: str, laenge: int):
    umschlag = tresor.schliesse(fall_id, FELD, "ja").umschlag
    with pytest.raises(Siegelbruch):
        tresor.oeffne(fall_id, FELD, Geheim(umschlag[:laenge]))


def test_a_value_moved_to_another_field_or_case_is_noticed(tresor: Tresor, fall_id: str, jetzt: datetime):
    geheim = tresor.schliesse(fall_id, FELD, "ja")
    anderer = neue_id()
    tresor.neuer_fall(anderer, jetzt)
    with pytest.raises(Siegelbruch):
        tresor.oeffne(fall_id, "fall.name", geheim)
    with pytest.raises(Siegelbruch):
        tresor.oeffne(anderer, FELD, geheim)


def test_an_erased_content_says_so(tresor: Tresor, fall_id: str):
    with pytest.raises(InhaltGeloescht):
        tresor.oeffne(fall_id, FELD, GELOESCHT)


def test_after_its_key_is_destroyed_a_case_can_neither_be_read_nor_written(tresor: Tresor, fall_id: str):
    geheim = tresor.schliesse(fall_id, FELD, "ja")
    tresor.vernichte(fall_id)
    with pytest.raises(SchluesselVernichtet):
        tresor.oeffne(fall_id, FELD, geheim)
    with pytest.raises(SchluesselVernichtet):
        tresor.schliesse(fall_id, FELD, "nein")


def test_a_second_vault_opens_what_the_first_closed(ordner: Path, keys_engine: Engine, tresor: Tresor, fall_id: str):
    zweiter = Tresor(oeffne_speicher(keys_engine, ordner / "standort.key", None))
    assert zweiter.oeffne(fall_id, FELD, tresor.schliesse(fall_id, FELD, "ja")) == "ja"


def test_keys_are_kept_in_memory_for_a_bounded_number_of_cases(
    tresor: Tresor, fall_id: str, jetzt: datetime, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("casefile.krypto.CACHE_GROESSE", 2)
    for _ in range(4):
        weiterer = neue_id()
        tresor.neuer_fall(weiterer, jetzt)
        tresor.schliesse(weiterer, FELD, "ja")
    assert len(tresor._cache) == 2
    assert tresor.oeffne(fall_id, FELD, tresor.schliesse(fall_id, FELD, "ja")) == "ja"


def test_another_process_forgets_a_destroyed_key_after_a_while(
    ordner: Path, keys_engine: Engine, tresor: Tresor, fall_id: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("casefile.krypto.CACHE_SEKUNDEN", 0.0)
    geheim = tresor.schliesse(fall_id, FELD, "ja")
    Tresor(oeffne_speicher(keys_engine, ordner / "standort.key", None)).vernichte(fall_id)
    with pytest.raises(SchluesselVernichtet):
        tresor.oeffne(fall_id, FELD, geheim)


def test_an_encrypted_column_takes_no_plain_value(session: Session, fachkraft: Konto, jetzt: datetime):
    session.add(Fall(nummer="F-0001", name="Änne Quitzow", fachkraft_id=fachkraft.id, angelegt_am=jetzt))
    with pytest.raises(StatementError, match="Geheim only"):
        session.flush()


@pytest.mark.usefixtures("antwort")
def test_names_and_answers_never_stand_in_the_database_files(
    ordner: Path, session: Session, tresor: Tresor, fall: Fall, jetzt: datetime
):
    faelle.vereinbare_termin(session, tresor, fall, jetzt, ort="Zimmer Nordlicht")
    session.commit()
    auf_platte = dateien(ordner, "*")
    assert fall.nummer.encode() in auf_platte
    for klartext in ("Quitzow", "Annegret", "sgb2", "Nordlicht", "Kranfahrerin"):
        assert klartext.encode() not in auf_platte


def test_a_destroyed_key_is_gone_from_the_key_files(ordner: Path, tresor: Tresor, keys_engine: Engine, fall_id: str):
    with keys_engine.connect() as verbindung:
        umhuellt = verbindung.execute(text("SELECT umhuellt FROM fall_schluessel")).scalar_one()
    assert umhuellt in dateien(ordner, "schluessel.db*")
    tresor.vernichte(fall_id)
    assert umhuellt not in dateien(ordner, "schluessel.db*")


def dateien(ordner: Path, muster: str) -> bytes:
    return b"".join(datei.read_bytes() for datei in ordner.glob(muster))
