"""Going back and changing: the earlier question comes again, and what no longer applies stops counting."""

import pytest

from tests.api.antippen import aufgezeichnet, tippe_bis
from tests.standort import Standort, Zugang


@pytest.mark.parametrize("getippt", [False, True])
def test_going_back_shows_the_earlier_question_with_its_answer(kunde: Zugang, getippt: bool) -> None:
    tippe_bis(kunde, "e8a")
    antwort = kunde.sage("zurück") if getippt else kunde.befiehl("zurueck")
    texte = [nachricht["text"] for nachricht in antwort["nachrichten"]]
    assert kunde.frage == "e6a"
    assert "Bisher: Nein" in texte


def test_an_answer_given_again_replaces_the_earlier_one_and_the_talk_goes_on(
    standort: Standort, kunde: Zugang, fall_id: str
) -> None:
    tippe_bis(kunde, "e8a")
    kunde.befiehl("zurueck")
    antwort = kunde.waehle("selbstaendig")
    assert antwort["nachrichten"][0]["text"] == "Geändert. Zurzeit erwerbstätig: Ja, selbständig"
    assert kunde.frage == "e6b"
    assert "Ja, selbständig" in kunde.befiehl("zusammenfassung")["nachrichten"][0]["text"]
    assert aufgezeichnet(standort, fall_id) == ["g1", "e1a", "e6a", "e6a"]


def test_going_back_twice_leads_two_questions_back(kunde: Zugang) -> None:
    tippe_bis(kunde, "e8a")
    kunde.befiehl("zurueck")
    kunde.befiehl("zurueck")
    assert kunde.frage == "e1a"


def test_before_the_first_question_there_is_nothing(kunde: Zugang) -> None:
    assert "schon die erste Frage" in kunde.befiehl("zurueck")["nachrichten"][0]["text"]
    assert kunde.frage == "g1"


@pytest.mark.parametrize("getippt", [False, True])
def test_changing_without_saying_what_offers_the_answers_so_far(kunde: Zugang, getippt: bool) -> None:
    tippe_bis(kunde, "e8a")
    antwort = kunde.sage("Ich möchte etwas ändern") if getippt else kunde.befiehl("aendern")
    angebot = antwort["nachrichten"][0]
    assert angebot["text"] == "Welche Antwort möchten Sie ändern?"
    assert [wahl["wert"] for wahl in angebot["wahl"]] == ["aendern:e1a", "aendern:e6a"]
    assert kunde.frage == "e8a"
    kunde.waehle("aendern:e1a")
    assert kunde.frage == "e1a"


def test_an_edit_drops_what_no_longer_applies_and_says_so(kunde: Zugang) -> None:
    tippe_bis(kunde, "e6a", {"e1a": "neue_arbeit"})
    kunde.befiehl("aendern", ziel="e1a")
    antwort = kunde.waehle("nein")
    texte = [nachricht["text"] for nachricht in antwort["nachrichten"]]
    assert texte[:2] == [
        "Geändert. Feste Zusage: Nein, keine Zusage",
        "Diese Antworten zählen jetzt nicht mehr: Beginn laut Zusage, Sucht zurzeit Arbeit.",
    ]
    assert kunde.frage == "e6a"
    bisher = kunde.befiehl("zusammenfassung")["nachrichten"][0]["text"]
    assert "Beginn laut Zusage" not in bisher
    assert "Feste Zusage: Nein, keine Zusage" in bisher


def test_what_was_dropped_counts_again_when_it_applies_again(kunde: Zugang) -> None:
    tippe_bis(kunde, "e6a", {"e1a": "neue_arbeit"})
    for wert in ("nein", "neue_arbeit"):
        kunde.befiehl("aendern", ziel="e1a")
        kunde.waehle(wert)
    assert kunde.frage == "e6a"
    assert "Beginn laut Zusage: 01.04.2099" in kunde.befiehl("zusammenfassung")["nachrichten"][0]["text"]


def test_an_edit_can_open_questions_that_did_not_apply_before(kunde: Zugang) -> None:
    tippe_bis(kunde, "e9")
    kunde.befiehl("aendern", ziel="e1a")
    kunde.waehle("neue_arbeit")
    assert kunde.frage == "e1b"
    tippe_bis(kunde, "e9")


@pytest.mark.parametrize("ziel", ["e9", "gibt_es_nicht", "g4", "e10"])
def test_only_ones_own_answers_can_be_changed(kunde: Zugang, ziel: str) -> None:
    tippe_bis(kunde, "e8a")
    antwort = kunde.zug(befehl="aendern", ziel=ziel)
    assert (antwort.status_code, antwort.json()["code"]) == (422, "antwort_ungueltig")
    assert "lässt sich hier nicht ändern" in antwort.json()["detail"]


def test_a_skipped_question_can_be_answered_later(kunde: Zugang) -> None:
    tippe_bis(kunde, "e6a")
    kunde.befiehl("ueberspringen")
    kunde.befiehl("aendern", ziel="e6a")
    kunde.waehle("nein")
    assert kunde.frage == "e8a"
    assert "Zurzeit erwerbstätig: Nein" in kunde.befiehl("zusammenfassung")["nachrichten"][0]["text"]


def test_a_finished_interview_can_still_be_changed(kunde: Zugang) -> None:
    tippe_bis(kunde, None)
    kunde.befiehl("aendern", ziel="e26")
    assert kunde.frage == "e26"
    assert not kunde.gespraech["abgeschlossen"]
    kunde.waehle("schwer")
    # What was released was something else: the release is asked for again.
    assert kunde.frage == "e47a"
