"""Imports point one way, and knowledge decides purely."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

WURZEL = Path(__file__).parents[2]
WISSEN = sorted((WURZEL / "knowledge").rglob("*.py"))
UHR = {"now", "today", "utcnow", "time", "localtime", "monotonic"}
DATEIEN = {"open", "read_text", "read_bytes", "write_text", "write_bytes"}


def test_the_contracts_of_the_layers_hold():
    lauf = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=WURZEL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert lauf.returncode == 0, lauf.stdout


@pytest.mark.parametrize("datei", WISSEN, ids=lambda datei: datei.name)
def test_knowledge_never_reads_the_clock(datei: Path):
    assert [name for name in gerufene(datei) if name in UHR] == []


@pytest.mark.parametrize("datei", [d for d in WISSEN if d.name != "laden.py"], ids=lambda datei: datei.name)
def test_knowledge_reads_files_in_one_place_only(datei: Path):
    assert [name for name in gerufene(datei) if name in DATEIEN] == []


def gerufene(datei: Path) -> Iterator[str]:
    """The last part of each called name: `now` for `datetime.now()`."""
    for knoten in ast.walk(ast.parse(datei.read_text(encoding="utf-8"))):
        if isinstance(knoten, ast.Call):
            ziel = knoten.func
            yield ziel.attr if isinstance(ziel, ast.Attribute) else getattr(ziel, "id", "")
