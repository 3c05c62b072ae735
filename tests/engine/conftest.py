"""The real engine process for the tests: trained if stale, started on a free port beside a small action server."""

import json
import os
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.engine.aktionsserver import Aktionsserver

WURZEL = Path(__file__).parents[2]
PYTHON = WURZEL / "bot" / ".venv" / "bin" / "python"
TOKEN = "nur-im-test"
START_FRIST_SEKUNDEN = 120


class Engine:
    """A running engine and what a test asks of it."""

    def __init__(self, port: int, log: Path, prozess: subprocess.Popen[bytes]) -> None:
        self.log, self.prozess = log, prozess
        self._client = httpx.Client(base_url=f"http://127.0.0.1:{port}/webhooks/lotse", timeout=30)

    def beende(self) -> None:
        """Hang up and stop the process."""
        self._client.close()
        self.prozess.terminate()
        self.prozess.wait(timeout=30)

    def bereit(self) -> bool:
        """Whether it answers."""
        try:
            return self._client.get("/").status_code == 200
        except httpx.TransportError:
            return False

    def sende(self, inhalt: Any, token: str = TOKEN) -> httpx.Response:
        """Post a body as it is. Encoded here, since httpx refuses half characters and headers beyond ASCII."""
        koepfe = {"X-Lotse-Token": token.encode(), "Content-Type": b"application/json"}
        return self._client.post("/webhook", content=json.dumps(inhalt), headers=koepfe)

    def tippe(self, sender: str = "g1", **zug: Any) -> dict[str, Any]:
        """A tap; returns what the action server repeated."""
        return self._ergebnis({"sender": sender, "zug": {"schluessel": "s1", "frage": "e1", **zug}})

    def schreibe(self, text: str, kontext: dict[str, Any] | None = None, sender: str = "g1") -> dict[str, Any]:
        """Typed text; returns what the action server repeated."""
        koerper: dict[str, Any] = {"sender": sender, "zug": {"schluessel": "s1", "frage": "e1"}, "text": text}
        return self._ergebnis({**koerper, "kontext": kontext, "heute": "2027-01-04"})

    def _ergebnis(self, koerper: dict[str, Any]) -> dict[str, Any]:
        ergebnis: dict[str, Any] = self.sende(koerper).json()[-1]["custom"]["ergebnis"]
        return ergebnis


@pytest.fixture(scope="session")
def aktionen() -> Iterator[Aktionsserver]:
    """The action server."""
    server = Aktionsserver()
    yield server
    server.stoppe()


@pytest.fixture(scope="session")
def modell() -> Path:
    """The folder with a model that belongs to the files."""
    subprocess.run([PYTHON, "-m", "bot.engine.training"], cwd=WURZEL, check=True)
    return WURZEL / "models"


@pytest.fixture(scope="session")
def engine(aktionen: Aktionsserver, modell: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """The engine, ready to answer."""
    log = tmp_path_factory.mktemp("engine") / "engine.log"
    port = _freier_port()
    umgebung = {**os.environ, "LOTSE_ENGINE_TOKEN": TOKEN, "LOTSE_ACTION_URL": aktionen.url}
    befehl = [PYTHON, "-m", "bot.engine.start", "--model", modell, "--port", str(port)]
    with log.open("wb") as ausgabe:
        prozess = subprocess.Popen(befehl, cwd=WURZEL, env=umgebung, stdout=ausgabe, stderr=ausgabe)
    engine = Engine(port, log, prozess)
    try:
        _warte_auf(engine)
        yield engine
    finally:
        engine.beende()


def _freier_port() -> int:
    with socket.socket() as steckdose:
        steckdose.bind(("127.0.0.1", 0))
        port: int = steckdose.getsockname()[1]
        return port


def _warte_auf(engine: Engine) -> None:
    frist = time.monotonic() + START_FRIST_SEKUNDEN
    while not engine.bereit():
        if engine.prozess.poll() is not None or time.monotonic() > frist:
            raise RuntimeError(f"Die Engine ist nicht bereit:\n{engine.log.read_text(errors='replace')}")
        time.sleep(0.2)
