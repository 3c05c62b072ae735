"""The code stays readable: files of one job, short functions, small files in the repository."""

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

WURZEL = Path(__file__).parents[2]
ORDNER = ("actions", "api", "bot/engine", "bot/sprache", "casefile", "knowledge", "scripts")
# A migration is the history of the tables, read once.
DATEIEN = sorted(d for o in ORDNER for d in (WURZEL / o).rglob("*.py") if "versions" not in d.parts)
ZEILEN_DATEI = 250
ZEILEN_FUNKTION = 40
GROESSTE_DATEI = 1_000_000


def lange_funktionen(datei: Path) -> Iterator[str]:
    for knoten in ast.walk(ast.parse(datei.read_text(encoding="utf-8"))):
        if isinstance(knoten, ast.FunctionDef | ast.AsyncFunctionDef) and knoten.end_lineno:
            laenge = knoten.end_lineno - knoten.lineno + 1
            if laenge > ZEILEN_FUNKTION:
                yield f"{knoten.name}: {laenge}"


@pytest.mark.parametrize("datei", DATEIEN, ids=lambda datei: str(datei.relative_to(WURZEL)))
def test_a_file_does_one_job_in_short_functions(datei: Path):
    assert len(datei.read_text(encoding="utf-8").splitlines()) <= ZEILEN_DATEI
    assert list(lange_funktionen(datei)) == []


def test_no_large_file_is_in_the_repository():
    liste = subprocess.run(["git", "ls-files", "-z"], cwd=WURZEL, capture_output=True, text=True, check=True).stdout
    dateien = [WURZEL / name for name in liste.split("\0") if name]
    assert [str(d) for d in dateien if d.is_file() and d.stat().st_size > GROESSTE_DATEI] == []
