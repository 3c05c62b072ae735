"""Asking back, pausing, talking of something else: each is answered, and the question stays where it was."""

from typing import Any

import pytest

from tests.api.antippen import aufgezeichnet, tippe_bis
from tests.standort import Standort, Zugang

# What is asked: as a command, in words, and a part of the answer.
ZWISCHENFRAGEN = [
    ("warum", "Warum fragen Sie das?", "Wer schon arbeitet, braucht oft andere Hilfe. ("),
    ("hilfe", "Ich verstehe die Frage nicht", "Auch ein Minijob zählt"),
    ("wiederholen", "Können Sie das bitte wiederholen?", "Arbeiten Sie zurzeit"),
    ("wer_bist_du", "Wer bist du?", "ein Computerprogramm"),
    ("mensch_sprechen", "Ich möchte mit einem Menschen sprechen", "mit einem Menschen sprechen"),
    ("zusammenfassung", "Zusammenfassung bitte", "Feste Zusage: Nein, keine Zusage"),
]
FRAGEN = [
    pytest.param("e6a", {}, id="auswahl"),
    pytest.param("e6b", {"e6a": "angestellt"}, id="zahl"),
    pytest.param("e1b", {"e1a": "neue_arbeit"}, id="datum"),
    pytest.param("e8a", {}, id="text"),
    pytest.param("e11", {}, id="mehrfach"),
    pytest.param("e12", {}, id="mehrfach ohne Ausweg"),
    pytest.param("e33a", {}, id="ja_nein"),
]


def pruefe_unveraendert(standort: Standort, person: Zugang, fall_id: str, vorher: dict[str, Any]) -> None:
    assert person.gespraech["nachrichten"][-1] == vorher["nachrichten"][-1]
    assert person.gespraech["fortschritt"] == vorher["fortschritt"]
    assert len(aufgezeichnet(standort, fall_id)) == vorher["fortschritt"]["beantwortet"]


@pytest.mark.parametrize(("befehl", "_", "dann"), ZWISCHENFRAGEN)
def test_a_command_is_answered_and_the_question_stays(
    standort: Standort, kunde: Zugang, fall_id: str, befehl: str, _: str, dann: str
) -> None:
    tippe_bis(kunde, "e6a")
    vorher = kunde.gespraech
    texte = [nachricht["text"] for nachricht in kunde.befiehl(befehl)["nachrichten"]]
    assert any(dann in text for text in texte)
    pruefe_unveraendert(standort, kunde, fall_id, vorher)


@pytest.mark.parametrize(("_", "text", "dann"), ZWISCHENFRAGEN)
def test_words_are_answered_and_the_question_stays(
    standort: Standort, kunde: Zugang, fall_id: str, _: str, text: str, dann: str
) -> None:
    tippe_bis(kunde, "e6a")
    vorher = kunde.gespraech
    texte = [nachricht["text"] for nachricht in kunde.sage(text)["nachrichten"]]
    assert any(dann in text for text in texte)
    pruefe_unveraendert(standort, kunde, fall_id, vorher)


@pytest.mark.parametrize(("frage", "davor"), FRAGEN)
def test_no_type_of_question_takes_asking_back_for_an_answer(
    standort: Standort, kunde: Zugang, fall_id: str, frage: str, davor: dict[str, Any]
) -> None:
    tippe_bis(kunde, frage, davor)
    vorher = kunde.gespraech
    for _, text, _ in ZWISCHENFRAGEN:
        kunde.sage(text)
        pruefe_unveraendert(standort, kunde, fall_id, vorher)


@pytest.mark.parametrize("frage", ["e8a", "e9", "e12"])
@pytest.mark.parametrize("text", ["Wer bist du eigentlich?", "Was habe ich bisher gesagt?", "Ich will aufhören"])
def test_a_question_or_a_known_phrase_is_no_answer_to_an_open_question(
    standort: Standort, kunde: Zugang, fall_id: str, frage: str, text: str
) -> None:
    tippe_bis(kunde, frage)
    vorher = kunde.gespraech
    kunde.sage(text)
    pruefe_unveraendert(standort, kunde, fall_id, vorher)


@pytest.mark.parametrize("weiter", ["fortsetzen", "wert"])
def test_a_pause_keeps_everything_until_it_goes_on(
    standort: Standort, kunde: Zugang, fall_id: str, weiter: str
) -> None:
    tippe_bis(kunde, "e6a")
    vorher = kunde.gespraech
    pause = kunde.befiehl("pause")["nachrichten"][-1]
    assert ("Pause" in pause["text"], pause["wahl"]) == (True, [{"titel": "Weiter", "wert": "fortsetzen"}])
    kunde.beginne(fall_id)
    assert kunde.gespraech["nachrichten"][-1] == pause
    if weiter == "wert":
        kunde.waehle("fortsetzen")
    else:
        kunde.befiehl("fortsetzen")
    pruefe_unveraendert(standort, kunde, fall_id, vorher)


def test_a_pause_can_be_asked_for_and_ended_in_words(standort: Standort, kunde: Zugang, fall_id: str) -> None:
    tippe_bis(kunde, "e6a")
    vorher = kunde.gespraech
    assert "Pause" in kunde.sage("Ich brauche eine Pause")["nachrichten"][-1]["text"]
    kunde.sage("ich will weitermachen")
    pruefe_unveraendert(standort, kunde, fall_id, vorher)


def test_the_word_on_the_button_ends_a_pause_too(standort: Standort, kunde: Zugang, fall_id: str) -> None:
    tippe_bis(kunde, "e6a")
    vorher = kunde.gespraech
    kunde.befiehl("pause")
    kunde.sage("Weiter")
    pruefe_unveraendert(standort, kunde, fall_id, vorher)


def test_answering_ends_a_pause(kunde: Zugang) -> None:
    tippe_bis(kunde, "e6a")
    kunde.befiehl("pause")
    kunde.waehle("nein")
    assert kunde.frage == "e8a"


@pytest.mark.parametrize("text", ["Wie wird das Wetter morgen?", "Hallo!", "Danke schön", "asdf qwertz"])
def test_other_talk_does_not_move_the_question(standort: Standort, kunde: Zugang, fall_id: str, text: str) -> None:
    tippe_bis(kunde, "e6a")
    vorher = kunde.gespraech
    kunde.sage(text)
    pruefe_unveraendert(standort, kunde, fall_id, vorher)


def test_an_emergency_comes_before_the_question_and_names_who_helps_now(
    standort: Standort, kunde: Zugang, fall_id: str
) -> None:
    tippe_bis(kunde, "e8a")
    vorher = kunde.gespraech
    assert "112" in kunde.sage("Ich will nicht mehr leben")["nachrichten"][0]["text"]
    pruefe_unveraendert(standort, kunde, fall_id, vorher)


def test_help_changes_each_time_nothing_is_understood(kunde: Zugang) -> None:
    tippe_bis(kunde, "e6a")
    erste = kunde.sage("blubber blabber")["nachrichten"][0]["text"]
    zweite = kunde.sage("blabber blubber")["nachrichten"][0]["text"]
    assert "Anders gesagt: Auch ein Minijob" in erste
    assert "Bitte wählen Sie: Nein, Ja, angestellt" in zweite
