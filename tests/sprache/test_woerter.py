"""The term files are read strictly."""

from pathlib import Path

import pytest

from bot.sprache.woerter import ORDNER, WortFehler, lade, lade_abschnitte, wortliste, worttafel
from bot.sprache.zahlwort import zahlwert


@pytest.mark.parametrize("datei", sorted(ORDNER.glob("*.yml")), ids=lambda datei: datei.stem)
def test_every_term_file_is_yaml_without_surprises(datei: Path):
    assert lade(datei.stem)


def test_a_file_with_other_sections_than_expected_is_an_error_that_names_it():
    with pytest.raises(WortFehler, match=r"wahl\.yml"):
        lade_abschnitte("wahl", ("nummer", "farben"))


@pytest.mark.parametrize("daten", [[], "ja", ["ja", 1], ["ja", None], ["ja", "ja"]], ids=repr)
def test_a_word_list_holds_texts_and_each_only_once(daten: object):
    with pytest.raises(WortFehler, match=r"probe\.yml: farben"):
        wortliste("probe", "farben", daten)


def test_words_are_folded_as_answers_are():
    assert wortliste("probe", "farben", ["Grün", "WEIẞ"]) == ("gruen", "weiss")


@pytest.mark.parametrize("daten", [{"null": "0"}, {None: 0}, ["null"]], ids=repr)
def test_a_word_table_holds_words_and_values_of_one_type(daten: object):
    with pytest.raises(WortFehler, match=r"probe\.yml"):
        worttafel("probe", "zahlen", daten, int)


@pytest.mark.parametrize(
    ("wort", "wert"),
    [
        ("null", 0),
        ("einundzwanzig", 21),
        ("hundert", 100),
        ("einhundertelf", 111),
        ("neunhundertneunundneunzig", 999),
        ("tausend", 1000),
        ("zweitausendeins", 2001),
        ("hunderttausend", 100_000),
        ("einszwei", None),
        ("und", None),
        ("zwanzigundeins", None),
        ("hundertlager", None),
        ("tausendtausend", None),
    ],
)
def test_a_number_word_has_its_value_and_no_other_word_has_one(wort: str, wert: int | None):
    assert zahlwert(wort) == wert
