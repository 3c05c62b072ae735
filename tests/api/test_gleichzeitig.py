"""Many at once: one key is one answer, one question has one winner, and nobody gets anybody else's words."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import httpx

from tests.api.antippen import aufgezeichnet, tippe_bis
from tests.standort import Standort, Zugang


def gleichzeitig(person: Zugang, koerper: list[dict[str, object]]) -> list[httpx.Response]:
    pfad = f"/api/v1/gespraeche/{person.gespraech['id']}/zuege"
    with ThreadPoolExecutor(len(koerper)) as faeden:
        return list(faeden.map(lambda einer: person.client.post(pfad, json=einer), koerper))


def test_twenty_times_the_same_key_at_once_is_one_answer(standort: Standort, kunde: Zugang, fall_id: str) -> None:
    tippe_bis(kunde, "e6a")
    antworten = gleichzeitig(kunde, [{"schluessel": str(uuid4()), "frage": "e6a", "wert": "nein"}] * 20)
    assert {antwort.status_code for antwort in antworten} == {200}
    assert len({antwort.text for antwort in antworten}) == 1
    assert aufgezeichnet(standort, fall_id).count("e6a") == 1


def test_twenty_times_the_same_typed_text_is_one_answer(standort: Standort, kunde: Zugang, fall_id: str) -> None:
    tippe_bis(kunde, "e8a")
    antworten = gleichzeitig(kunde, [{"schluessel": str(uuid4()), "frage": "e8a", "text": "Gärtnerin"}] * 20)
    assert {antwort.status_code for antwort in antworten} == {200}
    assert len({antwort.text for antwort in antworten}) == 1
    assert aufgezeichnet(standort, fall_id).count("e8a") == 1


def test_of_ten_answers_to_one_question_the_first_counts(standort: Standort, kunde: Zugang, fall_id: str) -> None:
    tippe_bis(kunde, "e6a")
    koerper = [{"schluessel": str(uuid4()), "frage": "e6a", "wert": wert} for wert in ["nein", "angestellt"] * 5]
    antworten = gleichzeitig(kunde, list(koerper))
    assert Counter(antwort.status_code for antwort in antworten) == {200: 1, 409: 9}
    assert aufgezeichnet(standort, fall_id).count("e6a") == 1


def test_ten_customers_at_once_keep_their_own_words(standort: Standort, fachkraft: Zugang) -> None:
    def spricht(nummer: int) -> tuple[str, str]:
        wort = f"Tischlerei{'abcdefghij'[nummer] * 4}"
        fall_id, kunde = faelle[nummer], kunden[nummer]
        kunde.beginne(fall_id)
        kunde.sage("Ja, beginnen")
        kunde.sage("nein")
        kunde.sage("ich bin arbeitslos")
        assert wort in kunde.sage(wort)["nachrichten"][0]["text"]
        kunde.waehle(f"Leitung {wort}")
        return wort, str(kunde.befiehl("zusammenfassung")["nachrichten"][0]["text"])

    faelle = [standort.fall(fachkraft) for _ in range(10)]
    kunden = [standort.kunde(fachkraft, fall_id) for fall_id in faelle]
    with ThreadPoolExecutor(10) as faeden:
        ergebnisse = list(faeden.map(spricht, range(10)))
    for wort, bisher in ergebnisse:
        assert bisher.count(wort) == 2
        assert bisher.count("Tischlerei") == 2
