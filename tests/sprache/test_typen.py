"""The context of a question, as it travels between the two environments."""

import json

import pytest

from bot.sprache.lesen import FrageKontext, Wahl

KONTEXTE = [
    FrageKontext("ja_nein"),
    FrageKontext("zahl", minimum=0, maximum=60.5, einheit="Stunden"),
    FrageKontext("datum", zeit="vergangenheit"),
    FrageKontext("mehrfach", (Wahl("a", "Erstes", ("eins", "Nr. 1")), Wahl("keins", "Nichts", ausschliesslich=True))),
]


@pytest.mark.parametrize("frage", KONTEXTE, ids=lambda frage: frage.typ)
def test_a_context_survives_the_way_over_json(frage: FrageKontext):
    assert FrageKontext.from_dict(json.loads(json.dumps(frage.to_dict()))) == frage


def test_missing_optional_keys_take_their_defaults():
    assert FrageKontext.from_dict({"typ": "auswahl", "wahl": [{"wert": "a", "titel": "A"}]}) == FrageKontext(
        "auswahl", (Wahl("a", "A"),)
    )


@pytest.mark.parametrize(
    ("daten", "fehler"),
    [
        ({"typ": "liste"}, ValueError),
        ({"typ": "datum", "zeit": "bald"}, ValueError),
        ({}, TypeError),
        ({"typ": "text", "farbe": "blau"}, TypeError),
        ({"typ": "auswahl", "wahl": [{"wert": "a"}]}, TypeError),
    ],
    ids=["unknown type", "unknown time", "no type", "unknown key", "choice without title"],
)
def test_a_wrong_context_is_rejected(daten: dict[str, object], fehler: type[Exception]):
    with pytest.raises(fehler):
        FrageKontext.from_dict(daten)
