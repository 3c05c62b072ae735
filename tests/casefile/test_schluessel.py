import base64
import stat
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError

from casefile.datenbank import migriere
from casefile.schluessel import (
    SchluesselVernichtet,
    StandortschluesselFehler,
    erzeuge_standortschluessel,
    lies_standortschluessel,
    oeffne_speicher,
)


def test_the_first_start_creates_a_site_key_for_its_owner_only(keys_engine: Engine, tmp_path: Path):
    datei = tmp_path / "neu" / "standort.key"
    oeffne_speicher(keys_engine, datei, None)
    assert stat.S_IMODE(datei.stat().st_mode) == 0o600
    assert len(lies_standortschluessel(datei)) == 32


def test_the_next_start_reads_the_same_key(keys_engine: Engine, tmp_path: Path, jetzt: datetime):
    datei = tmp_path / "standort.key"
    speicher = oeffne_speicher(keys_engine, datei, None)
    speicher.lege_an("a" * 32, jetzt)
    assert oeffne_speicher(keys_engine, datei, None).hole("a" * 32) == speicher.hole("a" * 32)


@pytest.mark.parametrize("rechte", [0o640, 0o604, 0o644, 0o660])
def test_a_key_file_that_others_can_open_is_refused(tmp_path: Path, rechte: int):
    datei = tmp_path / "standort.key"
    erzeuge_standortschluessel(datei)
    datei.chmod(rechte)
    with pytest.raises(StandortschluesselFehler, match="chmod 600"):
        lies_standortschluessel(datei)


def test_an_existing_site_key_is_never_overwritten(tmp_path: Path):
    datei = tmp_path / "standort.key"
    erzeuge_standortschluessel(datei)
    with pytest.raises(FileExistsError):
        erzeuge_standortschluessel(datei)


def test_a_lost_key_file_is_not_replaced_once_there_are_cases(keys_engine: Engine, tmp_path: Path, jetzt: datetime):
    datei = tmp_path / "standort.key"
    oeffne_speicher(keys_engine, datei, None).lege_an("a" * 32, jetzt)
    datei.unlink()
    with pytest.raises(StandortschluesselFehler, match="Sicherung"):
        oeffne_speicher(keys_engine, datei, None)
    assert not datei.exists()


def test_a_wrong_site_key_is_noticed_at_the_start(keys_engine: Engine, tmp_path: Path, jetzt: datetime):
    oeffne_speicher(keys_engine, tmp_path / "standort.key", None).lege_an("a" * 32, jetzt)
    with pytest.raises(StandortschluesselFehler, match="passt nicht"):
        oeffne_speicher(keys_engine, tmp_path / "anderer.key", base64.b64encode(b"x" * 32).decode())


def test_the_site_key_may_come_from_a_variable(keys_engine: Engine, tmp_path: Path, jetzt: datetime):
    datei = tmp_path / "standort.key"
    speicher = oeffne_speicher(keys_engine, datei, base64.b64encode(b"x" * 32).decode())
    speicher.lege_an("a" * 32, jetzt)
    assert len(speicher.hole("a" * 32)) == 32
    assert not datei.exists()


@pytest.mark.parametrize("text", ["kein Base64!", base64.b64encode(b"zu kurz").decode()])
def test_what_is_no_key_is_refused(keys_engine: Engine, tmp_path: Path, text: str):
    with pytest.raises(StandortschluesselFehler):
        oeffne_speicher(keys_engine, tmp_path / "standort.key", text)


def test_a_case_gets_one_key_only(keys_engine: Engine, tmp_path: Path, jetzt: datetime):
    speicher = oeffne_speicher(keys_engine, tmp_path / "standort.key", None)
    speicher.lege_an("a" * 32, jetzt)
    with pytest.raises(IntegrityError):
        speicher.lege_an("a" * 32, jetzt)


def test_destroying_one_key_leaves_the_others(
    leere_url: str, tmp_path: Path, verbunden: Callable[[str], Engine], jetzt: datetime
):
    migriere(f"sqlite:///{tmp_path / 'leer.db'}", leere_url)
    speicher = oeffne_speicher(verbunden(leere_url), tmp_path / "standort.key", None)
    speicher.lege_an("a" * 32, jetzt)
    speicher.lege_an("b" * 32, jetzt)
    speicher.vernichte("a" * 32)
    with pytest.raises(SchluesselVernichtet):
        speicher.hole("a" * 32)
    assert len(speicher.hole("b" * 32)) == 32
