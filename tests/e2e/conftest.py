"""A real browser and a real server; the pages' data comes from memory."""

import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from fastapi import FastAPI
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from api.seiten import binde_seiten_ein
from tests.e2e.seitenbeispiel import Beispieldaten
from tests.standort import Standort

SCHALTER = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
GROESSEN = {"handy": (390, 844), "schreibtisch": (1280, 900)}


class Server:
    """The pages on a free port, with fresh data for each test."""

    def __init__(self) -> None:
        self.app = FastAPI()
        self.daten = Beispieldaten()
        binde_seiten_ein(self.app, self.daten)
        self.socket = socket.socket()
        self.socket.bind(("127.0.0.1", 0))
        self.adresse = f"http://127.0.0.1:{self.socket.getsockname()[1]}"
        self.uvicorn = uvicorn.Server(uvicorn.Config(self.app, log_level="critical", ws="none", lifespan="off"))
        self.faden = threading.Thread(target=self.uvicorn.run, args=([self.socket],), daemon=True)

    def frisch(self) -> Beispieldaten:
        self.daten = self.app.state.seitendaten = Beispieldaten()
        return self.daten

    def starte(self) -> None:
        self.faden.start()
        while not self.uvicorn.started:
            time.sleep(0.02)

    def beende(self) -> None:
        self.uvicorn.should_exit = True
        self.faden.join()
        self.socket.close()


@pytest.fixture(scope="session")
def seitenserver() -> Iterator[Server]:
    server = Server()
    server.starte()
    yield server
    server.beende()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as spiel:
        browser = spiel.chromium.launch(executable_path="/usr/bin/chromium", args=SCHALTER)
        yield browser
        browser.close()


@pytest.fixture
def daten(seitenserver: Server) -> Beispieldaten:
    return seitenserver.frisch()


class Fenster:
    """Opens pages in a context of its own and collects what the browser complains about."""

    def __init__(self, browser: Browser, adresse: str) -> None:
        self.browser, self.adresse = browser, adresse
        self.klagen: list[str] = []
        self.kontexte: list[BrowserContext] = []

    def als(self, sitzung: str | None, *, groesse: str = "schreibtisch", **mehr: object) -> Page:
        breite, hoehe = GROESSEN[groesse]
        kontext = self.browser.new_context(
            base_url=self.adresse, viewport={"width": breite, "height": hoehe}, locale="de-DE", **mehr
        )
        kontext.set_default_timeout(8000)
        self.kontexte.append(kontext)
        if sitzung:
            kontext.add_cookies([{"name": "lotse_sitzung", "value": sitzung, "url": self.adresse}])
        seite = kontext.new_page()
        seite.on(
            "console", lambda zeile: self.klagen.append(zeile.text) if zeile.type in {"error", "warning"} else None
        )
        seite.on("pageerror", lambda fehler: self.klagen.append(str(fehler)))
        return seite


@pytest.fixture
def fenster(chromium: Browser, seitenserver: Server, daten: Beispieldaten) -> Iterator[Fenster]:
    offen = Fenster(chromium, seitenserver.adresse)
    yield offen
    for kontext in offen.kontexte:
        kontext.close()


@pytest.fixture
def vor_ort(chromium: Browser, standort: Standort) -> Iterator[Fenster]:
    """Windows on a whole running site instead of the pages with data from memory."""
    offen = Fenster(chromium, standort.adresse)
    yield offen
    for kontext in offen.kontexte:
        kontext.close()
