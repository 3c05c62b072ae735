"""Every page is guarded, and the pages' own weight stays small."""

import gzip
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient

from api.seiten import anmeldung, binde_seiten_ein, einschaetzung, faelle, gespraech, standort, vermerk
from tests.e2e.seitenbeispiel import Beispieldaten

STATIC = Path(__file__).parents[2] / "api" / "static"
MODULE = (anmeldung, standort, gespraech, faelle, einschaetzung, vermerk)
WEGE = [
    (methode, weg.path)
    for modul in MODULE
    for weg in modul.router.routes
    if isinstance(weg, APIRoute)
    for methode in sorted(weg.methods)
]
OFFEN = {
    ("GET", "/"),
    ("GET", "/anmelden"),
    ("POST", "/anmelden"),
    ("GET", "/k/{zugang}"),
    ("GET", "/impressum"),
    ("GET", "/datenschutz"),
    ("GET", "/barrierefreiheit"),
    ("GET", "/dienst.js"),
}
FUER_KUNDEN = {("GET", "/gespraech"), ("POST", "/gespraech/zug"), ("GET", "/gespraech/antworten")}


@pytest.fixture
def client() -> TestClient:
    app = FastAPI()
    binde_seiten_ein(app, Beispieldaten())
    return TestClient(app, follow_redirects=False, raise_server_exceptions=False)


def test_there_are_pages_and_the_open_ones_exist() -> None:
    assert set(WEGE) > OFFEN | FUER_KUNDEN


@pytest.mark.parametrize(("methode", "pfad"), sorted(set(WEGE) - OFFEN))
def test_without_a_session_every_other_page_leads_to_the_sign_in(client: TestClient, methode: str, pfad: str) -> None:
    antwort = client.request(methode, pfad.format(fall_id="a1"))
    assert (antwort.status_code, antwort.headers["location"]) == (303, "/anmelden")


@pytest.mark.parametrize(("methode", "pfad"), sorted(set(WEGE) - OFFEN - FUER_KUNDEN - {("POST", "/abmelden")}))
def test_customers_open_no_page_of_the_staff(client: TestClient, methode: str, pfad: str) -> None:
    antwort = client.request(methode, pfad.format(fall_id="a1"), headers={"Cookie": "lotse_sitzung=kunde"})
    assert antwort.status_code == 403


@pytest.mark.parametrize(("methode", "pfad"), sorted(FUER_KUNDEN))
def test_staff_do_not_speak_as_a_customer(client: TestClient, methode: str, pfad: str) -> None:
    assert client.request(methode, pfad, headers={"Cookie": "lotse_sitzung=fachkraft"}).status_code == 403


@pytest.mark.parametrize(("endung", "kilobyte"), [("css", 45), ("js", 22)])
def test_styles_and_scripts_stay_light(endung: str, kilobyte: int) -> None:
    dateien = [pfad for pfad in STATIC.rglob(f"*.{endung}") if pfad.name != "dienst.js"]
    assert sum(len(gzip.compress(pfad.read_bytes())) for pfad in dateien) < kilobyte * 1024


def test_static_files_come_compressed(client: TestClient) -> None:
    antwort = client.get("/static/vendor/kern.min.css", headers={"Accept-Encoding": "gzip"})
    assert antwort.headers["content-encoding"] == "gzip"
