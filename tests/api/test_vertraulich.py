"""What people say is in the sealed columns and nowhere else: in no log, and in no database file as a word."""

import json
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

from tests.api.antippen import tippe_bis
from tests.standort import Standort, Zugang

PFAD = "/webhooks/rest/webhook"


def verrate_alles(kunde: Zugang, wort: str) -> Iterator[int]:
    """Say the word in every way there is; gives the statuses."""
    tippe_bis(kunde, "e6a")
    for text in (f"Ich war {wort}", f"warum {wort}?", f"ich will sterben {wort}", f"/{wort}"):
        yield kunde.zug(text=text).status_code
    yield kunde.zug(wert=wort).status_code
    yield kunde.zug(wert={"monate": wort}).status_code
    yield kunde.zug(befehl=wort).status_code
    yield kunde.zug(befehl="aendern", ziel=wort).status_code
    yield kunde.zug(frage=wort, wert="nein").status_code
    yield kunde.zug(wert="nein", **{wort: wort}).status_code
    yield kunde.zug(text=f"{wort} " * 200).status_code
    yield kunde.zug(text=f"{wort} " * 5000).status_code
    yield kunde.client.post(PFAD, json={"sender": wort, "message": wort}).status_code
    yield kunde.client.post(PFAD, content=json.dumps({"sender": wort})[:-3]).status_code
    yield kunde.client.get(f"/api/v1/gespraeche/{wort}?{wort}={wort}").status_code
    yield kunde.client.get(f"/k/{wort}").status_code
    kunde.waehle("nein")
    kunde.sage(f"{wort} bei der Stadt")
    kunde.waehle(f"wieder {wort}")


def fundstellen(ordner: Path, wort: str) -> list[str]:
    return [datei.name for datei in ordner.iterdir() if wort.lower().encode() in datei.read_bytes().lower()]


def test_no_word_of_a_customer_reaches_a_log_or_a_database_file(
    standort: Standort, kunde: Zugang, fachkraft: Zugang
) -> None:
    wort = f"quastenflosser{uuid4().hex[:6]}"
    stati = list(verrate_alles(kunde, wort))
    fachkraft.client.get("/api/v1/faelle", params={"suchtext": wort})
    standort.client().post("/api/v1/anmeldung", json={"anmeldename": "fk", "passwort": wort})
    termin = standort.akte.uhr().isoformat()
    assert fachkraft.client.post("/api/v1/faelle", json={"name": wort, "termin": termin, "ort": wort}).is_success

    assert max(stati) < 500
    assert kunde.befiehl("zusammenfassung")["nachrichten"][0]["text"].count(wort) == 2
    assert {"web.log", "engine.log", "lotse.db", "schluessel.db"} <= {d.name for d in standort.ordner.iterdir()}
    assert fundstellen(standort.ordner, wort) == []


def test_problems_name_fields_and_never_repeat_what_they_held(kunde: Zugang) -> None:
    wort = f"quastenflosser{uuid4().hex[:6]}"
    for felder in ({"text": [wort]}, {"befehl": wort}, {"wert": wort}, {"frage": wort, "wert": "x"}):
        assert wort not in kunde.zug(**felder).text


def test_the_token_of_a_session_and_of_a_link_is_stored_nowhere(standort: Standort, kunde: Zugang) -> None:
    token = str(kunde.client.headers["Authorization"]).removeprefix("Bearer ")
    assert fundstellen(standort.ordner, token) == []
