"""What the documents name exists, and what exists is named."""

import re
import tomllib
from pathlib import Path

import pytest

from api.befehle import BEFEHLE

WURZEL = Path(__file__).parents[2]
DOKUMENTE = sorted([*WURZEL.glob("*.md"), *WURZEL.glob("docs/**/*.md")])
ADRS = sorted(WURZEL.glob("docs/adr/*.md"))
ZIELE = set(re.findall(r"^([a-z][a-z-]*):", (WURZEL / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
CODE = re.compile(r"`([^`\n]+)`|^ {4}(\S.*)$", re.MULTILINE)


def code_stellen(datei: Path) -> list[str]:
    return ["".join(fund) for fund in CODE.findall(datei.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("datei", DOKUMENTE, ids=lambda datei: datei.name)
def test_links_lead_to_files_that_exist(datei: Path):
    ziele = re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", datei.read_text(encoding="utf-8"))
    assert [ziel for ziel in ziele if not (datei.parent / ziel).exists()] == []


@pytest.mark.parametrize("datei", DOKUMENTE, ids=lambda datei: datei.name)
def test_commands_of_make_exist(datei: Path):
    genannt = {ziel for stelle in code_stellen(datei) for ziel in re.findall(r"^make ([a-z-]+)", stelle)}
    assert genannt - ZIELE == set()


@pytest.mark.parametrize("datei", DOKUMENTE, ids=lambda datei: datei.name)
def test_commands_of_lotse_exist(datei: Path):
    genannt = {befehl for stelle in code_stellen(datei) for befehl in re.findall(r"^lotse ([a-z]+)", stelle)}
    assert genannt - set(BEFEHLE) == set()


def test_each_make_target_says_what_it_does():
    text = (WURZEL / "Makefile").read_text(encoding="utf-8")
    erklaert = set(re.findall(r"^([a-z][a-z-]*):.*## \S", text, re.MULTILINE))
    assert ZIELE - erklaert == set()


def test_decision_records_are_numbered_without_gaps():
    assert [int(datei.name[:4]) for datei in ADRS] == list(range(1, len(ADRS) + 1))


@pytest.mark.parametrize("datei", ADRS, ids=lambda datei: datei.name)
def test_a_decision_record_is_short_and_says_what_why_and_what_not(datei: Path):
    text = datei.read_text(encoding="utf-8")
    assert text.startswith(f"# {int(datei.name[:4])}. ")
    assert "**Decision.**" in text
    assert "**Why.**" in text
    assert len(text.splitlines()) <= 40


@pytest.mark.parametrize("ordner", [".", "bot"])
def test_third_party_lists_each_locked_package_that_is_installed(ordner: str):
    lock = tomllib.loads((WURZEL / ordner / "uv.lock").read_text(encoding="utf-8"))
    liste = (WURZEL / "THIRD_PARTY.md").read_text(encoding="utf-8")
    genannt = dict(re.findall(r"^\| (\S+) \| (\S+) \|", liste.split("(bot/uv.lock)")[ordner == "bot"], re.MULTILINE))
    gesperrt = {paket["name"]: paket["version"] for paket in lock["package"] if "registry" in paket["source"]}
    veraltet = {name for name, version in genannt.items() if name in gesperrt and gesperrt[name] != version}
    assert veraltet == set(), "make third-party"
    # Packages of other platforms are locked, but not installed here and so not listed.
    assert len(set(gesperrt) - set(genannt)) <= 10, "make third-party"
