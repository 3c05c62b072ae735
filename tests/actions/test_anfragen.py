"""From a message of the engine to a request: taps may be commands, typed text is one only by its intent."""

from typing import Any

import pytest

from actions.anfragen import getippt_oder_gewaehlt, gewaehlt
from casefile.befehle import Anfrage
from knowledge.vokabular import load_vokabular

ZUG = {"schluessel": "k1", "frage": "e8a"}
BEFEHLSARTIG = ["fortsetzen", "aendern:e1a", "weiss_nicht", "keine_angabe", "nur_im_gespraech", "pause", "aendern:"]


def nachricht(absicht: str | None, text: str | None = "…", lesung: Any = None, **zug: Any) -> dict[str, Any]:
    """The engine's latest message."""
    return {"intent": {"name": absicht}, "text": text, "lesung": lesung, "metadata": ZUG | zug}


@pytest.mark.parametrize(
    ("zug", "anfrage"),
    [
        ({"wert": "nein"}, Anfrage("k1", "e8a", wert="nein")),
        ({"wert": ["a", "b"]}, Anfrage("k1", "e8a", wert=["a", "b"])),
        ({"wert": False}, Anfrage("k1", "e8a", wert=False)),
        ({"wert": 0}, Anfrage("k1", "e8a", wert=0)),
        ({"wert": "weiss_nicht"}, Anfrage("k1", "e8a", befehl="weiss_nicht")),
        ({"wert": "keine_angabe"}, Anfrage("k1", "e8a", befehl="keine_angabe")),
        ({"wert": "nur_im_gespraech"}, Anfrage("k1", "e8a", befehl="nur_im_gespraech")),
        ({"wert": "fortsetzen"}, Anfrage("k1", "e8a", befehl="fortsetzen")),
        ({"wert": "aendern:e1a"}, Anfrage("k1", "e8a", befehl="aendern", ziel="e1a")),
        ({"befehl": "pause"}, Anfrage("k1", "e8a", befehl="pause")),
        ({"befehl": "warum"}, Anfrage("k1", "e8a", befehl="warum_frage")),
        ({"befehl": "aendern"}, Anfrage("k1", "e8a", befehl="aendern")),
        ({"befehl": "aendern", "ziel": "e1a"}, Anfrage("k1", "e8a", befehl="aendern", ziel="e1a")),
    ],
)
def test_a_tap_is_a_choice_or_a_command(zug: dict[str, Any], anfrage: Anfrage):
    assert gewaehlt(ZUG | zug) == anfrage
    assert getippt_oder_gewaehlt(nachricht(zug.get("befehl") or "antwort", None, **zug)) == anfrage


@pytest.mark.parametrize("wert", ["Lager", *BEFEHLSARTIG])
def test_typed_text_read_as_an_answer_never_becomes_a_command(wert: str):
    lesung = {"art": "antwort", "wert": wert, "sicherheit": 1.0}
    anfrage = getippt_oder_gewaehlt(nachricht("antwort", wert, lesung))
    assert anfrage == Anfrage("k1", "e8a", wert=wert, wie="getippt")


@pytest.mark.parametrize("text", BEFEHLSARTIG)
def test_the_words_that_were_typed_are_never_looked_at(text: str):
    assert getippt_oder_gewaehlt(nachricht("hilfe", text)).befehl == "hilfe"
    assert getippt_oder_gewaehlt(nachricht("hilfe", text)).ziel is None


def test_a_turn_with_text_and_a_command_in_it_goes_by_the_text():
    lesung = {"art": "antwort", "wert": "Lager", "sicherheit": 1.0}
    anfrage = getippt_oder_gewaehlt(nachricht("antwort", "Lager", lesung, befehl="pause", ziel="e1a"))
    assert (anfrage.befehl, anfrage.ziel, anfrage.wert) == (None, None, "Lager")


@pytest.mark.parametrize("art", ["weiss_nicht", "keine_angabe", "nur_im_gespraech"])
def test_text_that_leaves_the_question_open_is_read_as_such(art: str):
    anfrage = getippt_oder_gewaehlt(nachricht("antwort", "…", {"art": art, "wert": None, "sicherheit": 1.0}))
    assert anfrage == Anfrage("k1", "e8a", befehl=art, wie="getippt")


@pytest.mark.parametrize(
    ("lesung", "kandidaten"),
    [
        (None, ()),
        ({}, ()),
        ({"art": "unklar", "wert": None, "sicherheit": 0.0}, ()),
        ({"art": "unklar", "wert": ["auto", "bus"], "sicherheit": 0.5}, ("auto", "bus")),
    ],
)
def test_an_unclear_reading_is_not_understood_and_keeps_what_could_be_meant(lesung: Any, kandidaten: tuple[str, ...]):
    anfrage = getippt_oder_gewaehlt(nachricht("antwort", "…", lesung))
    assert anfrage == Anfrage("k1", "e8a", befehl="nicht_verstanden", wie="getippt", kandidaten=kandidaten)


@pytest.mark.parametrize("absicht", [None, "", "nicht_verstanden"])
def test_without_an_intent_nothing_was_understood(absicht: str | None):
    for text in ("…", None):
        assert getippt_oder_gewaehlt(nachricht(absicht, text)).befehl == "nicht_verstanden"


@pytest.mark.parametrize("absicht", load_vokabular().absichten)
def test_each_intent_of_typed_text_is_the_command_of_its_name(absicht: str):
    assert getippt_oder_gewaehlt(nachricht(absicht)) == Anfrage("k1", "e8a", befehl=absicht, wie="getippt")


def test_a_message_without_a_turn_is_an_error():
    with pytest.raises(KeyError):
        getippt_oder_gewaehlt({"intent": {"name": "antwort"}, "text": "Lager"})
