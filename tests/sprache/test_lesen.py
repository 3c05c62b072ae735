"""Readings of typed answers: the phrasings people use, and what must hold for any text."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from bot.sprache.lesen import FrageKontext, Lesung, lies

ORDNER = Path(__file__).parent / "formulierungen"
HEUTE = date(2026, 3, 18)


def faelle(typ: str) -> list[Any]:
    """The cases of one answer type as test parameters, with the phrase as id."""
    tafel = YAML(typ="safe", pure=True).load((ORDNER / f"{typ}.yml").read_text("utf-8"))
    fragen = {name: FrageKontext.from_dict(daten) for name, daten in tafel["fragen"].items()}
    heute = tafel.get("heute", HEUTE)
    return [pytest.param(fragen[fall["frage"]], heute, fall, id=fall["text"]) for fall in tafel["faelle"]]


def pruefe(frage: FrageKontext, heute: date, fall: dict[str, Any]) -> None:
    """One phrase is read as the table says, as surely as the table says."""
    lesung = lies(fall["text"], frage, heute)
    assert lesung.art == fall["dann"]["art"], lesung
    if "wert" in fall["dann"]:
        assert (lesung.wert, type(lesung.wert)) == (fall["dann"]["wert"], type(fall["dann"]["wert"])), lesung
    assert ist_so_sicher(lesung, fall.get("sicher")), lesung


def ist_so_sicher(lesung: Lesung, erwartet: str | None) -> bool:
    """Whether a certainty fits the word the table has for it."""
    if lesung.art == "unklar":
        return lesung.sicherheit == 0
    unten, oben = {"genau": (1, 1), "hoch": (0.9, 1), "schwach": (0.5, 0.89), None: (0.5, 1)}[erwartet]
    return unten <= lesung.sicherheit <= oben


@pytest.mark.parametrize(("frage", "heute", "fall"), faelle("auswahl"))
def test_an_answer_of_type_auswahl_is_read_as_meant(frage: FrageKontext, heute: date, fall: dict[str, Any]):
    pruefe(frage, heute, fall)


@pytest.mark.parametrize(("frage", "heute", "fall"), faelle("mehrfach"))
def test_an_answer_of_type_mehrfach_is_read_as_meant(frage: FrageKontext, heute: date, fall: dict[str, Any]):
    pruefe(frage, heute, fall)


@pytest.mark.parametrize(("frage", "heute", "fall"), faelle("ja_nein"))
def test_an_answer_of_type_ja_nein_is_read_as_meant(frage: FrageKontext, heute: date, fall: dict[str, Any]):
    pruefe(frage, heute, fall)


@pytest.mark.parametrize(("frage", "heute", "fall"), faelle("zahl"))
def test_an_answer_of_type_zahl_is_read_as_meant(frage: FrageKontext, heute: date, fall: dict[str, Any]):
    pruefe(frage, heute, fall)


@pytest.mark.parametrize(("frage", "heute", "fall"), faelle("dauer"))
def test_an_answer_of_type_dauer_is_read_as_meant(frage: FrageKontext, heute: date, fall: dict[str, Any]):
    pruefe(frage, heute, fall)


@pytest.mark.parametrize(("frage", "heute", "fall"), faelle("datum"))
def test_an_answer_of_type_datum_is_read_as_meant(frage: FrageKontext, heute: date, fall: dict[str, Any]):
    pruefe(frage, heute, fall)


@pytest.mark.parametrize(("frage", "heute", "fall"), faelle("text"))
def test_an_answer_of_type_text_is_read_as_meant(frage: FrageKontext, heute: date, fall: dict[str, Any]):
    pruefe(frage, heute, fall)
