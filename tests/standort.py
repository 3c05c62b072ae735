"""A whole site for tests: real databases, the real engine, the real web process, on free ports."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx

from api.aufbau import oeffne_akte
from api.einstellungen import Einstellungen
from casefile import konten
from casefile.akte import Akte
from casefile.datenbank import migriere
from casefile.modelle_basis import Rolle

WURZEL = Path(__file__).parents[1]
ENGINE_PYTHON = WURZEL / "bot" / ".venv" / "bin" / "python"
FRIST_SEKUNDEN = 120
TOKEN = "nur-im-test"


@dataclass
class Standort:
    """A running site: its case file for preparing, its address for using it."""

    adresse: str
    umgebung: dict[str, str]
    engine_port: int
    ordner: Path
    akte: Akte
    prozesse: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)
    clients: list[httpx.Client] = field(default_factory=list)

    def starte(self, name: str) -> None:
        """Start the process `engine` or `web` and wait until it answers."""
        befehl = {
            "engine": [ENGINE_PYTHON, "-m", "bot.engine.start", "--model", "models", "--port", str(self.engine_port)],
            "web": [sys.executable, "-m", "api.befehle", "serve"],
        }[name]
        with (self.ordner / f"{name}.log").open("ab") as log:
            self.prozesse[name] = subprocess.Popen(befehl, cwd=WURZEL, env=self.umgebung, stdout=log, stderr=log)
        self._warte(name)

    def toete(self, name: str) -> None:
        """Kill a process without warning."""
        self.prozesse[name].kill()
        self.prozesse[name].wait()

    def log(self, name: str) -> str:
        """Give all that a process logged."""
        return (self.ordner / f"{name}.log").read_text(errors="replace")

    def _warte(self, name: str) -> None:
        pruefung = {
            "engine": f"http://127.0.0.1:{self.engine_port}/webhooks/lotse/",
            "web": f"{self.adresse}/healthz",
        }[name]
        frist = time.monotonic() + FRIST_SEKUNDEN
        while time.monotonic() < frist and self.prozesse[name].poll() is None:
            try:
                if httpx.get(pruefung).is_success:
                    return
            except httpx.TransportError:
                time.sleep(0.2)
        raise RuntimeError(f"{name} ist nicht bereit:\n{self.log(name)}")

    def client(self) -> httpx.Client:
        """Give a client of the site that is closed with it."""
        self.clients.append(httpx.Client(base_url=self.adresse, timeout=30))
        return self.clients[-1]

    def fachkraft(self) -> "Zugang":
        """Sign in a new Fachkraft."""
        name = f"fk-{uuid4().hex[:8]}"
        with self.akte.schreibend.begin() as s:
            konto = konten.lege_an(s, name, "Test-Fachkraft", Rolle.FACHKRAFT, self.akte.uhr())
        zugang = Zugang(self.client())
        zugang.melde_an("/api/v1/anmeldung", {"anmeldename": name, "passwort": konto.passwort})
        return zugang

    def kunde(self, fachkraft: "Zugang", fall_id: str) -> "Zugang":
        """Let the customer of a case in with a fresh link."""
        link = fachkraft.client.post(f"/api/v1/faelle/{fall_id}/zugang").json()
        zugang = Zugang(self.client())
        zugang.melde_an("/api/v1/zugang", {"zugang": link["zugang"]})
        return zugang

    def fall(self, fachkraft: "Zugang", rechtskreis: str | None = "sgb2") -> str:
        """Create a case; gives its id."""
        termin = (self.akte.uhr() + timedelta(days=7)).isoformat()
        koerper = {"name": "Testperson", "rechtskreis": rechtskreis, "termin": termin}
        antwort = fachkraft.client.post("/api/v1/faelle", json=koerper)
        antwort.raise_for_status()
        return str(antwort.json()["id"])


@dataclass
class Zugang:
    """A signed-in person and her conversation."""

    client: httpx.Client
    gespraech: dict[str, Any] = field(default_factory=dict)

    def melde_an(self, pfad: str, koerper: dict[str, str]) -> None:
        """Open the session."""
        antwort = self.client.post(pfad, json=koerper)
        antwort.raise_for_status()
        self.client.headers["Authorization"] = f"Bearer {antwort.json()['token']}"

    def beginne(self, fall_id: str) -> dict[str, Any]:
        """Begin or continue the first interview."""
        antwort = self.client.post("/api/v1/gespraeche", json={"fall": fall_id, "leitfaden": "erstgespraech"})
        assert antwort.status_code == 201, antwort.text
        self.gespraech = antwort.json()
        return self.gespraech

    @property
    def frage(self) -> str | None:
        """The open question."""
        frage: str | None = self.gespraech["nachrichten"][-1]["frage"]
        return frage

    def zug(self, **felder: Any) -> httpx.Response:
        """Send one turn; `schluessel` and `frage` are filled in unless given."""
        koerper = {"schluessel": str(uuid4()), "frage": self.frage, **felder}
        return self.client.post(f"/api/v1/gespraeche/{self.gespraech['id']}/zuege", json=koerper)

    def sage(self, text: str) -> dict[str, Any]:
        """Type an answer; gives the reply."""
        return self._nimm(self.zug(text=text))

    def waehle(self, wert: Any) -> dict[str, Any]:
        """Tap a choice; gives the reply."""
        return self._nimm(self.zug(wert=wert))

    def befiehl(self, befehl: str, **felder: Any) -> dict[str, Any]:
        """Send a command; gives the reply."""
        return self._nimm(self.zug(befehl=befehl, **felder))

    def _nimm(self, antwort: httpx.Response) -> dict[str, Any]:
        assert antwort.status_code == 200, antwort.text
        self.gespraech = antwort.json()
        return self.gespraech


@contextmanager
def laufender_standort(ordner: Path) -> Iterator[Standort]:
    """Run a site in this folder: train if stale, migrate, start both processes, stop them at the end."""
    subprocess.run([ENGINE_PYTHON, "-m", "bot.engine.training"], cwd=WURZEL, check=True)
    web, engine = freier_port(), freier_port()
    umgebung = {
        **os.environ,
        "LOTSE_DATABASE_URL": f"sqlite:///{ordner}/lotse.db",
        "LOTSE_KEYS_URL": f"sqlite:///{ordner}/schluessel.db",
        "LOTSE_SITE_KEY_FILE": f"{ordner}/standort.key",
        "LOTSE_PORT": str(web),
        "LOTSE_PUBLIC_URL": f"http://127.0.0.1:{web}",
        "LOTSE_ENGINE_URL": f"http://127.0.0.1:{engine}",
        "LOTSE_ENGINE_TOKEN": TOKEN,
        "LOTSE_ACTION_URL": f"http://127.0.0.1:{web}/engine/actions",
        "RASA_TELEMETRY_ENABLED": "false",
    }
    einstellungen = Einstellungen(
        database_url=umgebung["LOTSE_DATABASE_URL"],
        keys_url=umgebung["LOTSE_KEYS_URL"],
        site_key_file=ordner / "standort.key",
    )
    migriere(einstellungen.database_url, einstellungen.keys_url)
    standort = Standort(f"http://127.0.0.1:{web}", umgebung, engine, ordner, oeffne_akte(einstellungen))
    try:
        for name in ("engine", "web"):
            standort.starte(name)
        yield standort
    finally:
        for client in standort.clients:
            client.close()
        for prozess in standort.prozesse.values():
            prozess.terminate()
            prozess.wait(timeout=30)


def freier_port() -> int:
    """Give a port that nobody listens on."""
    with socket.socket() as steckdose:
        steckdose.bind(("127.0.0.1", 0))
        port: int = steckdose.getsockname()[1]
        return port
