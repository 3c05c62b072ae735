"""Texts address people in Sie-form, wherever they are written."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from ruamel.yaml import YAML

WURZEL = Path(__file__).parents[2]
DUZEN = re.compile(r"\b(du|dir|dich|dein(e[mnrs]?)?|euch|eure[mnrs]?)\b", re.IGNORECASE)
# What people may write, in whatever form they like, is not ours to style.
VON_ANDEREN = {"synonyme"}
VORLAGEN = sorted((WURZEL / "api/templates").rglob("*.html"))
WISSEN = sorted((WURZEL / "knowledge").rglob("*.yml"))
PYTHON = sorted(d for ordner in ("actions", "api", "casefile") for d in (WURZEL / ordner).rglob("*.py"))


@pytest.mark.parametrize("datei", VORLAGEN + PYTHON, ids=lambda datei: str(datei.relative_to(WURZEL)))
def test_pages_and_messages_say_sie(datei: Path):
    assert [fund.group() for fund in DUZEN.finditer(datei.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize("datei", WISSEN, ids=lambda datei: str(datei.relative_to(WURZEL)))
def test_questions_and_reasons_say_sie(datei: Path):
    texte = texte_in(YAML(typ="safe").load(datei.read_text(encoding="utf-8")))
    assert [text for text in texte if DUZEN.search(text)] == []


def texte_in(daten: object) -> Iterator[str]:
    """Every string of a YAML file but those that other people would write."""
    if isinstance(daten, str):
        yield daten
    elif isinstance(daten, list):
        for teil in daten:
            yield from texte_in(teil)
    elif isinstance(daten, dict):
        for name, teil in daten.items():
            if name not in VON_ANDEREN:
                yield from texte_in(teil)
