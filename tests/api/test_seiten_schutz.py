"""What protects every answer: strict headers, a nonce used once, no writes from foreign pages."""

from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from api.seiten import binde_seiten_ein
from tests.e2e.seitenbeispiel import Beispieldaten

DATEN = {"name": "lind", "passwort": "richtig"}


@pytest.fixture
def client() -> Iterator[TestClient]:
    app = FastAPI()
    binde_seiten_ein(app, Beispieldaten())
    with TestClient(app, follow_redirects=False, raise_server_exceptions=False) as client:
        yield client


@pytest.mark.parametrize(
    "pfad", ["/anmelden", "/gibt-es-nicht", "/faelle", "/impressum", "/static/lotse.css", "/dienst.js"]
)
def test_each_answer_carries_the_strict_headers(client: TestClient, pfad: str) -> None:
    koepfe = client.get(pfad).headers
    regel = koepfe["content-security-policy"]
    assert "default-src 'none'" in regel
    assert "unsafe" not in regel
    assert koepfe["x-content-type-options"] == "nosniff"
    assert koepfe["referrer-policy"] == "no-referrer"


def test_a_failure_carries_them_too(client: TestClient) -> None:
    antwort = client.get("/faelle/kaputt", headers={"Cookie": "lotse_sitzung=fachkraft"})
    assert antwort.status_code == 500
    assert "default-src 'none'" in antwort.headers["content-security-policy"]
    assert "Bei uns ist etwas schiefgegangen" in antwort.text


def test_the_nonce_is_new_each_time_and_matches_the_page(client: TestClient) -> None:
    erste, zweite = client.get("/anmelden"), client.get("/anmelden")
    nonce = erste.headers["content-security-policy"].split("'nonce-")[1].split("'")[0]
    assert f'nonce="{nonce}"' in erste.text
    assert nonce not in zweite.headers["content-security-policy"]


@pytest.mark.parametrize(
    ("koepfe", "status"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, 303),
        ({"Sec-Fetch-Site": "none"}, 303),
        ({}, 303),
        ({"Origin": "http://testserver"}, 303),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Origin": "https://fremd.example"}, 403),
        ({"Origin": "null"}, 403),
    ],
)
def test_writes_are_taken_from_this_site_only(client: TestClient, koepfe: dict[str, str], status: int) -> None:
    assert client.post("/anmelden", data=DATEN, headers=koepfe).status_code == status


def test_the_session_cookie_is_out_of_reach_for_scripts_and_foreign_sites(client: TestClient) -> None:
    keks = client.post("/anmelden", data=DATEN).headers["set-cookie"].lower()
    assert "httponly" in keks
    assert "samesite=lax" in keks
    assert "secure" not in keks
    sicher = client.post("https://testserver/anmelden", data=DATEN).headers["set-cookie"].lower()
    assert "secure" in sicher


def test_broken_numbers_in_a_form_do_not_break_the_page(client: TestClient) -> None:
    form = {"schluessel": "s", "frage": "f1", "bis": "²", "wert": "ja"}
    koepfe = {"HX-Request": "true", "Cookie": "lotse_sitzung=kunde"}
    antwort = client.post("/gespraech/zug", data=form, headers=koepfe)
    assert antwort.status_code == 200
    assert antwort.headers["x-lotse-zug"] == "1"
