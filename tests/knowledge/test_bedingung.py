"""The condition language: what holds, what does not, and what stays unknown."""

from typing import Any

import pytest

from knowledge.bedingung import Bedingung, finde, pruefe

WAHR: dict[str, Any] = {"a": "x"}
FALSCH: dict[str, Any] = {"a": "y"}
UNBEKANNT: dict[str, Any] = {"fehlt": 1}
FAKTEN: dict[str, object] = {"a": "x", "liste": ["p", "q"], "leer": [], "zahl": 9, "ja": True, "innen": {"tief": 3}}


@pytest.mark.parametrize(
    ("bedingung", "ergebnis"),
    [
        ({"a": "x"}, True),
        ({"a": "y"}, False),
        ({"a": ["y", "x"]}, True),
        ({"fehlt": "x"}, None),
        ({"liste": "q"}, True),
        ({"liste": ["r", "q"]}, True),
        ({"liste": "r"}, False),
        ({"leer": "r"}, False),
        ({"ja": True}, True),
        ({"ja": 1}, False),
        ({"zahl": 9}, True),
        ({"innen.tief": 3}, True),
        ({"innen.fehlt": 3}, None),
        ({"a.tief": 3}, None),
        ({"mindestens": {"zahl": 9}}, True),
        ({"mindestens": {"zahl": 10}}, False),
        ({"hoechstens": {"zahl": 9}}, True),
        ({"hoechstens": {"zahl": 8}}, False),
        ({"mindestens": {"fehlt": 1}}, None),
        ({"mindestens": {"zahl": 9, "innen.tief": 4}}, False),
        ({"bekannt": "a"}, True),
        ({"bekannt": "leer"}, True),
        ({"bekannt": "fehlt"}, False),
        ({"a": "x", "ja": False}, False),
        ({"a": "x", "fehlt": 1}, None),
        ({"a": "y", "fehlt": 1}, False),
    ],
)
def test_a_condition_holds_fails_or_stays_unknown(bedingung: dict[str, Any], ergebnis: bool | None):
    assert pruefe(Bedingung.aus(bedingung), FAKTEN) is ergebnis


@pytest.mark.parametrize(
    ("verbund", "teile", "ergebnis"),
    [
        ("alle_von", [WAHR, WAHR], True),
        ("alle_von", [WAHR, UNBEKANNT], None),
        ("alle_von", [FALSCH, UNBEKANNT], False),
        ("eine_von", [WAHR, UNBEKANNT], True),
        ("eine_von", [FALSCH, UNBEKANNT], None),
        ("eine_von", [FALSCH, FALSCH], False),
        ("keine_von", [FALSCH, FALSCH], True),
        ("keine_von", [FALSCH, UNBEKANNT], None),
        ("keine_von", [WAHR, UNBEKANNT], False),
    ],
)
def test_combinations_follow_kleene(verbund: str, teile: list[dict[str, Any]], ergebnis: bool | None):
    assert pruefe(Bedingung.aus({verbund: teile}), FAKTEN) is ergebnis


@pytest.mark.parametrize(
    ("roh", "meldung"),
    [
        ({}, "mindestens einem Eintrag"),
        ([], "Zuordnung"),
        ("a", "Zuordnung"),
        ({1: "x"}, "erlaubt ist ein Name"),
        ({"a": None}, "a: erlaubt ist"),
        ({"a": []}, "mindestens einem Eintrag"),
        ({"a": [[1]]}, "a: erlaubt ist"),
        ({"alle_von": {}}, "alle_von: erlaubt ist eine Liste"),
        ({"alle_von": []}, "alle_von: erlaubt ist eine Liste"),
        ({"keine_von": [{}]}, "mindestens einem Eintrag"),
        ({"mindestens": 3}, "mindestens: erlaubt ist Fakt: Zahl"),
        ({"mindestens": {"a": True}}, "Fakt: Zahl"),
        ({"hoechstens": {"a": "3"}}, "Fakt: Zahl"),
        ({"bekannt": ["a"]}, "Name eines Fakts"),
    ],
)
def test_a_wrong_condition_says_what_is_allowed(roh: object, meldung: str):
    with pytest.raises(ValueError, match=meldung):
        Bedingung.aus(roh)


def test_a_condition_names_all_its_facts():
    roh = {"a": 1, "eine_von": [{"b.c": 2}, {"keine_von": [{"mindestens": {"d": 1}}]}], "bekannt": "e"}
    assert Bedingung.aus(roh).fakten_namen() == {"a", "b.c", "d", "e"}


def test_a_parsed_condition_stays_itself():
    bedingung = Bedingung.aus(WAHR)
    assert Bedingung.aus(bedingung) is bedingung


def test_comparing_a_text_as_a_number_is_an_error():
    with pytest.raises(TypeError, match="mindestens a: 'x' ist keine Zahl"):
        pruefe(Bedingung.aus({"mindestens": {"a": 1}}), FAKTEN)


def test_a_name_with_a_dot_may_be_a_key_of_its_own():
    assert finde({"a.b": 1, "a": {"b": 2}}, "a.b") == 1
