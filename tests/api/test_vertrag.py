"""The contract of conversations: begin, take turns, see where it stands."""

import re
from typing import Any
from uuid import uuid4

import pytest

from tests.api.antippen import aufgezeichnet, tippe_bis
from tests.standort import Standort, Zugang

KENNUNG = re.compile(r"[0-9a-f-]{32,36}")


def pruefe_form(koerper: dict[str, Any]) -> None:
    assert set(koerper) == {"id", "nachrichten", "fortschritt", "abgeschlossen"}
    assert KENNUNG.fullmatch(koerper["id"])
    assert set(koerper["fortschritt"]) == {"beantwortet", "offen"}
    assert isinstance(koerper["abgeschlossen"], bool)
    for nachricht in koerper["nachrichten"]:
        assert set(nachricht) == {"text", "frage", "wahl"}
        assert all(set(wahl) == {"titel", "wert"} for wahl in nachricht["wahl"])


def test_a_conversation_begins_with_a_question_and_its_choices(kunde: Zugang) -> None:
    pruefe_form(kunde.gespraech)
    frage = kunde.gespraech["nachrichten"][-1]
    assert (frage["frage"], [w["wert"] for w in frage["wahl"]]) == ("g1", ["beginnen", "mehr_infos"])
    assert kunde.gespraech["fortschritt"]["beantwortet"] == 0
    assert not kunde.gespraech["abgeschlossen"]


def test_beginning_again_goes_on_where_it_was(kunde: Zugang, fall_id: str) -> None:
    tippe_bis(kunde, "e6a")
    vorher = kunde.gespraech["id"], kunde.frage
    kunde.beginne(fall_id)
    assert (kunde.gespraech["id"], kunde.frage) == vorher


def test_a_turn_answers_in_the_same_form_and_reads_the_answer_back(kunde: Zugang) -> None:
    tippe_bis(kunde, "e6a")
    antwort = kunde.waehle("angestellt")
    pruefe_form(antwort)
    assert antwort["nachrichten"][0]["text"] == "Verstanden. Zurzeit erwerbstätig: Ja, angestellt"
    assert kunde.frage == "e6b"


def test_the_state_can_be_seen_at_any_time(kunde: Zugang) -> None:
    tippe_bis(kunde, "e6a")
    stand = kunde.client.get(f"/api/v1/gespraeche/{kunde.gespraech['id']}").json()
    pruefe_form(stand)
    assert stand["nachrichten"][-1] == kunde.gespraech["nachrichten"][-1]
    assert stand["fortschritt"] == kunde.gespraech["fortschritt"]


def test_the_same_key_gives_the_same_reply_and_one_answer(standort: Standort, kunde: Zugang, fall_id: str) -> None:
    tippe_bis(kunde, "e6a")
    felder = {"schluessel": str(uuid4()), "frage": "e6a"}
    erste = kunde.zug(**felder, wert="nein")
    zweite = kunde.zug(**felder, wert="nein")
    andere = kunde.zug(**felder, text="angestellt")
    assert erste.status_code == zweite.status_code == andere.status_code == 200
    assert erste.json() == zweite.json() == andere.json()
    assert aufgezeichnet(standort, fall_id).count("e6a") == 1


@pytest.mark.parametrize("inhalt", [{"wert": "nein"}, {"text": "nein"}, {"befehl": "hilfe"}, {"befehl": "zurueck"}])
def test_a_question_no_longer_open_gives_the_current_state(
    standort: Standort, kunde: Zugang, fall_id: str, inhalt: dict[str, Any]
) -> None:
    tippe_bis(kunde, "e6a")
    antwort = kunde.zug(frage="g1", **inhalt)
    koerper = antwort.json()
    assert antwort.status_code == koerper["status"] == 409
    assert antwort.headers["content-type"] == "application/problem+json"
    assert koerper["code"] == "frage_nicht_offen"
    assert koerper["type"] == "urn:lotse:problem:frage_nicht_offen"
    pruefe_form({name: koerper[name] for name in ("id", "nachrichten", "fortschritt", "abgeschlossen")})
    assert koerper["nachrichten"][-1]["frage"] == "e6a"
    assert aufgezeichnet(standort, fall_id) == ["g1", "e1a"]


def test_after_a_conflict_the_shown_question_can_be_answered(kunde: Zugang) -> None:
    tippe_bis(kunde, "e6a")
    assert kunde.zug(frage="e1a", wert="nein").status_code == 409
    kunde.waehle("nein")
    assert kunde.frage == "e8a"


@pytest.mark.parametrize(
    ("leitfaden", "fall"), [("gibt_es_nicht", None), ("../erstgespraech", None), ("erstgespraech", "0" * 32)]
)
def test_an_unknown_guide_or_case_is_not_found(
    kunde: Zugang, fachkraft: Zugang, fall_id: str, leitfaden: str, fall: str | None
) -> None:
    antwort = fachkraft.client.post("/api/v1/gespraeche", json={"fall": fall or fall_id, "leitfaden": leitfaden})
    assert (antwort.status_code, antwort.json()["code"]) == (404, "nicht_gefunden")


def test_customer_and_fachkraft_lead_conversations_of_their_own(
    kunde: Zugang, standort: Standort, fall_id: str, fachkraft: Zugang
) -> None:
    eigenes = Zugang(fachkraft.client)
    eigenes.beginne(fall_id)
    assert eigenes.gespraech["id"] != kunde.gespraech["id"]
    assert eigenes.frage == "g6a"


def test_a_whole_interview_by_taps_ends_as_finished(kunde: Zugang) -> None:
    letzte = tippe_bis(kunde, None)[-1]
    pruefe_form(letzte)
    assert letzte["abgeschlossen"]
    assert letzte["fortschritt"]["offen"] == 0
    assert "Wir sind fertig" in letzte["nachrichten"][-1]["text"]
    assert kunde.zug(wert="nein", frage=None).status_code == 422
