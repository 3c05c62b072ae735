"""The shape of Rasa's REST channel, for clients that already speak it."""

import httpx
import pytest

from tests.api.antippen import tippe_bis
from tests.standort import Standort, Zugang

PFAD = "/webhooks/rest/webhook"


def schreibe(person: Zugang, text: str, sender: str = "ich") -> httpx.Response:
    return person.client.post(PFAD, json={"sender": sender, "message": text})


def test_a_message_is_answered_in_the_shape_of_rasa(kunde: Zugang) -> None:
    antwort = schreibe(kunde, "Ja, beginnen")
    assert antwort.status_code == 200
    letzte = antwort.json()[-1]
    assert set(letzte) == {"recipient_id", "text", "buttons"}
    assert letzte["recipient_id"] == "ich"
    assert letzte["buttons"][0] == {"title": "Nein, keine Zusage", "payload": "Nein, keine Zusage"}
    assert all(set(nachricht) <= {"recipient_id", "text", "buttons"} for nachricht in antwort.json())


def test_the_payload_of_each_button_is_understood_when_it_comes_back(kunde: Zugang, fall_id: str) -> None:
    knoepfe = schreibe(kunde, "Ja, beginnen").json()[-1]["buttons"]
    for knopf in knoepfe:
        text = schreibe(kunde, knopf["payload"]).json()[0]["text"]
        assert text.startswith(("Verstanden.", "Geändert.", "In Ordnung.")), knopf
        schreibe(kunde, "zurück")
        while kunde.beginne(fall_id)["nachrichten"][-1]["frage"] != "e1a":
            kunde.befiehl("zurueck")


def test_it_is_the_same_conversation_as_over_the_interface(kunde: Zugang) -> None:
    schreibe(kunde, "Ja, beginnen")
    stand = kunde.client.get(f"/api/v1/gespraeche/{kunde.gespraech['id']}").json()
    assert stand["nachrichten"][-1]["frage"] == "e1a"


def test_a_customer_reaches_her_own_interview_whatever_she_names(
    standort: Standort, fachkraft: Zugang, kunde: Zugang
) -> None:
    fall = standort.fall(fachkraft)
    andere = standort.kunde(fachkraft, fall)
    andere.beginne(fall)
    schreibe(kunde, "Ja, beginnen", sender=andere.gespraech["id"])
    assert andere.beginne(fall)["nachrichten"][-1]["frage"] == "g1"


def test_a_fachkraft_names_the_conversation(fachkraft: Zugang, kunde: Zugang, fall_id: str) -> None:
    eigenes = Zugang(fachkraft.client)
    eigenes.beginne(fall_id)
    assert schreibe(eigenes, "Erstaufnahme", eigenes.gespraech["id"]).status_code == 200
    assert schreibe(eigenes, "Ja", kunde.gespraech["id"]).json()["code"] == "kein_recht"
    assert schreibe(eigenes, "Ja", "unbekannt").json()["code"] == "nicht_gefunden"


def test_without_a_bearer_token_nothing_is_taken(standort: Standort) -> None:
    antwort = schreibe(Zugang(standort.client()), "Hallo")
    assert (antwort.status_code, antwort.json()["code"]) == (401, "nicht_angemeldet")


@pytest.mark.parametrize(
    ("text", "status", "code"), [("x" * 2001, 422, "text_zu_lang"), ("x" * 70_000, 413, "zu_gross")]
)
def test_texts_that_are_too_long_are_refused(kunde: Zugang, text: str, status: int, code: str) -> None:
    antwort = schreibe(kunde, text)
    assert (antwort.status_code, antwort.json()["code"]) == (status, code)


@pytest.mark.parametrize(
    "koerper", [{}, {"sender": "x"}, {"sender": "x" * 65, "message": "x"}, {"sender": 1, "message": 2}]
)
def test_a_message_of_another_form_is_refused(kunde: Zugang, koerper: dict[str, object]) -> None:
    antwort = kunde.client.post(PFAD, json=koerper)
    assert (antwort.status_code, antwort.json()["code"]) == (422, "anfrage_ungueltig")


def test_other_fields_of_rasas_message_are_ignored(kunde: Zugang) -> None:
    koerper = {"sender": "ich", "message": "Ja, beginnen", "metadata": {"kanal": "sms"}, "input_channel": "x"}
    assert kunde.client.post(PFAD, json=koerper).status_code == 200


def test_asking_back_works_here_too(kunde: Zugang) -> None:
    tippe_bis(kunde, "e6a")
    texte = [nachricht["text"] for nachricht in schreibe(kunde, "Warum fragen Sie das?").json()]
    assert texte[-1].startswith("Arbeiten Sie zurzeit")
    assert "Wer schon arbeitet" in texte[0]
