"""The scripts say what is missing instead of failing somewhere."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

WURZEL = Path(__file__).parents[2]
SKRIPTE = sorted([*WURZEL.glob("scripts/*.sh"), WURZEL / ".ci/run"])
WERKZEUGE = ("bash", "cat", "dirname", "env", "id", "sort", "head", "cut")


@pytest.fixture
def karg(tmp_path: Path) -> Path:
    """A search path with the most basic tools only: no Python, no uv, no apt."""
    for name in WERKZEUGE:
        pfad = shutil.which(name)
        assert pfad
        (tmp_path / name).symlink_to(pfad)
    return tmp_path


def rufe(skript: str, suchpfad: Path, **umgebung: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [WURZEL / skript],
        env={"PATH": str(suchpfad), "HOME": "/nonexistent", **umgebung},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("skript", SKRIPTE, ids=lambda skript: skript.name)
def test_each_script_can_be_run_and_stops_at_the_first_mistake(skript: Path):
    assert os.access(skript, os.X_OK)
    zeilen = skript.read_text(encoding="utf-8").splitlines()
    assert zeilen[0] == "#!/usr/bin/env bash"
    assert "set -euo pipefail" in zeilen


@pytest.mark.parametrize("skript", ["scripts/python311.sh", "scripts/uv.sh"])
def test_without_python_the_message_says_which_one_and_how_to_get_it(skript: str, karg: Path):
    lauf = rufe(skript, karg)
    assert lauf.returncode == 1
    assert "Lotse braucht Python 3.11" in lauf.stderr
    assert "apt-get install python3.11" in lauf.stderr


def test_a_python_that_was_named_is_taken(karg: Path):
    lauf = rufe("scripts/python311.sh", karg, PYTHON=sys.executable)
    assert lauf.stdout.strip() == sys.executable


def test_a_browser_that_cannot_be_installed_is_named(karg: Path):
    lauf = rufe("scripts/chromium.sh", karg)
    assert lauf.returncode == 1
    assert "apt-get install chromium" in lauf.stderr
