"""What nobody should send: a clear answer, nothing lost, nothing executed, no failure."""

import json
from typing import Any
from uuid import uuid4

import httpx
import pytest

from tests.api.antippen import aufgezeichnet, tippe_bis
from tests.standort import Standort, Zugang

TEXTE = {
    "HTML": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "SQL": "'; DROP TABLE antwort; DELETE FROM fall WHERE '1'='1",
    "Vorlage": "{{ 7*7 }} ${7*7} {zusammenfassung} %s %n",
    "Steuerzeichen": "Lager\u0000\u0007\u001b[31m und\u202e Versand\ufeff",
    "nur Steuerzeichen": "\u0000\u0001\u0002",
    "nur Emoji": "😀🎉👍🏽",
    "nur Leerzeichen": " \t\n ",
    "leer": "",
    "Befehl der Engine": "/restart",
    "Befehl mit Inhalt": '/zurueck{"ziel": "g1"}',
    "Zeilen": "\n" * 1999,
    "lange Wörter": "x" * 2000,
    "Zahlen": "9" * 2000,
    "Kombinierendes": "a" + "\u0301" * 500,
    "arabisch": "مرحبا، أبحث عن عمل",
    "Pfad": "../../../../etc/passwd",
}


def sende(kunde: Zugang, koerper: bytes, art: str = "application/json") -> httpx.Response:
    pfad = f"/api/v1/gespraeche/{kunde.gespraech['id']}/zuege"
    return kunde.client.post(pfad, content=koerper, headers={"Content-Type": art})


def zug(**felder: Any) -> dict[str, Any]:
    return {"schluessel": str(uuid4()), "frage": "e6a", **felder}


@pytest.fixture
def vor_e6a(standort: Standort, kunde: Zugang, fall_id: str) -> Any:
    """A customer at a question with choices; afterwards everything is as it was and goes on."""
    tippe_bis(kunde, "e6a")
    yield kunde
    assert aufgezeichnet(standort, fall_id) == ["g1", "e1a"]
    assert kunde.client.get(f"/api/v1/gespraeche/{kunde.gespraech['id']}").json()["nachrichten"][-1]["frage"] == "e6a"
    kunde.waehle("nein")
    assert kunde.frage == "e8a"


@pytest.mark.parametrize("text", TEXTE.values(), ids=TEXTE.keys())
def test_strange_text_at_a_question_with_choices_is_asked_back(vor_e6a: Zugang, text: str) -> None:
    antwort = vor_e6a.zug(text=text)
    assert antwort.status_code == 200, antwort.text
    assert antwort.json()["nachrichten"][-1]["frage"] == "e6a"


@pytest.mark.parametrize("text", TEXTE.values(), ids=TEXTE.keys())
def test_strange_text_at_an_open_question_is_an_answer_or_asked_back(
    standort: Standort, kunde: Zugang, fall_id: str, text: str
) -> None:
    tippe_bis(kunde, "e8a")
    antwort = kunde.sage(text)
    assert kunde.frage in {"e8a", "e9"}
    assert (aufgezeichnet(standort, fall_id)[-1] == "e8a") == (kunde.frage == "e9")
    assert antwort["nachrichten"][0]["text"]


@pytest.mark.parametrize("name", ["HTML", "SQL", "Vorlage"])
def test_code_in_an_answer_stays_text(kunde: Zugang, fall_id: str, name: str) -> None:
    tippe_bis(kunde, "e8a")
    kunde.waehle(TEXTE[name])
    assert kunde.befiehl("zusammenfassung")["nachrichten"][0]["text"].endswith(f"Letzte Arbeit: {TEXTE[name]}")


@pytest.mark.parametrize(
    ("felder", "feld"),
    [
        ({}, "Anfrage"),
        ({"text": "nein", "wert": "nein"}, "Anfrage"),
        ({"text": "nein", "befehl": "hilfe"}, "Anfrage"),
        ({"wert": "nein", "befehl": "hilfe"}, "Anfrage"),
        ({"wert": None}, "Anfrage"),
        ({"wert": "nein", "rolle": "fachkraft"}, "rolle"),
        ({"wert": "nein", "schluessel": "eins"}, "schluessel"),
        ({"wert": "nein", "schluessel": None}, "schluessel"),
        ({"wert": "nein", "frage": 7}, "frage"),
        ({"wert": "nein", "frage": "x" * 65}, "frage"),
        ({"befehl": "loeschen"}, "befehl"),
        ({"befehl": "notfall"}, "befehl"),
        ({"text": 5}, "text"),
        ({"text": ["nein"]}, "text"),
        ({"befehl": "aendern", "ziel": ["e1a"]}, "ziel"),
    ],
)
def test_a_turn_of_another_form_is_refused_and_names_the_field(
    vor_e6a: Zugang, felder: dict[str, Any], feld: str
) -> None:
    antwort = sende(vor_e6a, json.dumps(zug(**felder)).encode())
    assert (antwort.status_code, antwort.json()["code"]) == (422, "anfrage_ungueltig")
    assert antwort.json()["felder"] == [feld]


ROH = {
    "kein JSON": (b"nein", 415, "kein_json"),
    "abgebrochenes JSON": (b'{"schluessel": "', 415, "kein_json"),
    "kein UTF-8": (b'{"text": "M\xfcller"}', 415, "kein_json"),
    "leer": (b"", 422, "anfrage_ungueltig"),
    "Liste": (b"[]", 422, "anfrage_ungueltig"),
    "null": (b"null", 422, "anfrage_ungueltig"),
    "tief verschachtelt": (b'{"wert": ' + b"[" * 30_000 + b"]" * 30_000 + b"}", 415, "kein_json"),
    "riesige Zahl": (b'{"wert": ' + b"9" * 60_000 + b"}", 415, "kein_json"),
}


@pytest.mark.parametrize(("koerper", "status", "code"), ROH.values(), ids=ROH.keys())
def test_a_body_that_cannot_be_read_is_refused(vor_e6a: Zugang, koerper: bytes, status: int, code: str) -> None:
    antwort = sende(vor_e6a, koerper)
    assert (antwort.status_code, antwort.json()["code"]) == (status, code)


@pytest.mark.parametrize("art", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])
def test_a_body_of_another_type_is_refused(vor_e6a: Zugang, art: str) -> None:
    antwort = sende(vor_e6a, json.dumps(zug(wert="nein")).encode(), art)
    assert antwort.status_code in {415, 422}


@pytest.mark.parametrize(
    "wert", ["NaN", "Infinity", "-Infinity", "1e999", "9" * 4000, '"\\ud800"', '"a\\u0000b"', '{"__proto__": 1}']
)
def test_values_at_the_edge_of_json_are_refused(vor_e6a: Zugang, wert: str) -> None:
    roh = json.dumps(zug(wert="WERT")).replace('"WERT"', wert).encode()
    antwort = sende(vor_e6a, roh)
    assert antwort.status_code == 422, antwort.text


@pytest.mark.parametrize("feld", ["text", "frage", "ziel"])
def test_half_a_character_is_refused(vor_e6a: Zugang, feld: str) -> None:
    felder = {"befehl": "aendern", "ziel": "HALB"} if feld == "ziel" else {"text": "nein", feld: "HALB"}
    antwort = sende(vor_e6a, json.dumps(zug(**felder)).replace("HALB", "\\ud83d").encode())
    assert antwort.status_code == 422, antwort.text


def test_a_text_over_2000_characters_is_refused_before_anything_reads_it(vor_e6a: Zugang) -> None:
    antwort = vor_e6a.zug(text="nein " * 401)
    assert (antwort.status_code, antwort.json()["code"]) == (422, "text_zu_lang")


def test_a_hundred_thousand_characters_are_refused(vor_e6a: Zugang) -> None:
    antwort = vor_e6a.zug(text="nein " * 20_000)
    assert (antwort.status_code, antwort.json()["code"]) == (413, "zu_gross")
    assert antwort.headers["content-type"] == "application/problem+json"


def test_the_limit_holds_for_a_streamed_body_too(vor_e6a: Zugang) -> None:
    pfad = f"/api/v1/gespraeche/{vor_e6a.gespraech['id']}/zuege"
    stuecke = (b" " * 1024 for _ in range(65))
    assert vor_e6a.client.post(pfad, content=stuecke).status_code == 413


def test_a_body_just_below_the_limit_is_read(vor_e6a: Zugang) -> None:
    koerper = json.dumps(zug(befehl="hilfe")).encode()
    assert sende(vor_e6a, koerper + b" " * (64 * 1024 - len(koerper))).status_code == 200
