"""Half a character and the null character: refused before a database or the engine meets them."""

from collections.abc import Iterator
from typing import Any

import pytest

from casefile.modelle_basis import Rolle
from tests.api.ohne_engine import Anwendung, anwendung_ohne_engine

HALB = "\\ud83d"
KOERPER = [
    ("/api/v1/anmeldung", '{"anmeldename": "HALB", "passwort": "x"}'),
    ("/api/v1/anmeldung", '{"anmeldename": "fk", "passwort": "HALB"}'),
    ("/api/v1/zugang", '{"zugang": "HALB"}'),
    ("/api/v1/faelle", '{"name": "HALB", "termin": "2099-01-01T10:00:00Z"}'),
    ("/api/v1/faelle", '{"name": "A", "termin": "2099-01-01T10:00:00Z", "ort": "HALB"}'),
    ("/api/v1/gespraeche", '{"fall": "HALB", "leitfaden": "erstgespraech"}'),
    ("/api/v1/gespraeche", '{"fall": "x", "leitfaden": "HALB"}'),
    ("/api/v1/gespraeche", '{"fall": "x", "leitfaden": "erstgespraech", "HALB": 1}'),
    ("/webhooks/rest/webhook", '{"sender": "HALB", "message": "x"}'),
    ("/webhooks/rest/webhook", '{"sender": "x", "message": "HALB"}'),
]


@pytest.fixture(scope="module")
def anwendung(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    with anwendung_ohne_engine(tmp_path_factory.mktemp("halb")) as anwendung:
        token = anwendung.sitzung(anwendung.konto("fk", Rolle.FACHKRAFT))
        anwendung.client.headers["Authorization"] = f"Bearer {token}"
        yield anwendung


@pytest.mark.parametrize(("pfad", "koerper"), KOERPER)
def test_half_a_character_is_a_wrong_request(anwendung: Anwendung, pfad: str, koerper: str) -> None:
    roh = koerper.replace("HALB", HALB).encode()
    antwort = anwendung.client.post(pfad, content=roh, headers={"Content-Type": "application/json"})
    assert (antwort.status_code, antwort.json()["code"]) == (422, "anfrage_ungueltig")


@pytest.mark.parametrize(
    ("pfad", "koerper"),
    [
        ("/api/v1/anmeldung", {"anmeldename": "fk\0", "passwort": "x"}),
        ("/api/v1/gespraeche", {"fall": "\0", "leitfaden": "erstgespraech"}),
        ("/webhooks/rest/webhook", {"sender": "\0", "message": "x"}),
    ],
)
def test_no_name_and_no_id_holds_the_null_character(anwendung: Anwendung, pfad: str, koerper: dict[str, str]) -> None:
    antwort = anwendung.client.post(pfad, json=koerper)
    assert (antwort.status_code, antwort.json()["code"]) == (422, "anfrage_ungueltig")


@pytest.mark.parametrize("pfad", ["/api/v1/gespraeche/%00", "/api/v1/faelle/a%00/vermerk"])
def test_an_address_with_it_leads_nowhere(anwendung: Anwendung, pfad: str) -> None:
    antwort = anwendung.client.get(pfad)
    assert (antwort.status_code, antwort.json()["code"]) == (404, "nicht_gefunden")
