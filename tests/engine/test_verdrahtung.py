"""The engine ends with a clear line if a class of ours is not in use, instead of running on another one."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.engine.conftest import PYTHON, TOKEN, WURZEL

SPEICHER = "bot.engine.gespraechsspeicher.Gespraechsspeicher"


@pytest.mark.xdist_group("engine")
def test_a_wrong_tracker_store_ends_the_start(modell: Path, tmp_path: Path) -> None:
    endpunkte = (WURZEL / "endpoints.yml").read_text(encoding="utf-8")
    assert SPEICHER in endpunkte
    (tmp_path / "endpoints.yml").write_text(endpunkte.replace(SPEICHER, "bot.engine.gibt_es.Nicht"))
    (tmp_path / "credentials.yml").write_bytes((WURZEL / "credentials.yml").read_bytes())
    umgebung = {
        **os.environ,
        "PYTHONPATH": str(WURZEL),
        "LOTSE_ENGINE_TOKEN": TOKEN,
        "LOTSE_ACTION_URL": "http://127.0.0.1:9/engine/actions",
    }
    befehl = [PYTHON, "-m", "bot.engine.start", "--model", modell / "lotse.tar.gz", "--port", "0"]
    ende = subprocess.run(befehl, cwd=tmp_path, env=umgebung, capture_output=True, text=True, timeout=120, check=False)
    assert ende.returncode == 1
    assert "Die Engine startet nicht: tracker_store ist nicht Gespraechsspeicher." in ende.stderr
