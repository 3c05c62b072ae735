"""`lotse up`: everything on one machine, from a stale model and no database to an address to open."""

import os
import secrets
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from sqlalchemy.exc import OperationalError

from api.aufbau import oeffne_akte
from api.befehle.anschluss import Anschluesse, AnschlussBelegt, waehle_anschluesse
from api.befehle.bereitschaft import warte_auf
from api.befehle.betrieb import Prozess, Startmeldung, betreibe
from api.befehle.eingabe import Eingabe
from api.befehle.erststart import richte_ein
from api.befehle.vorgaben import lies_einstellungen
from api.einstellungen import Einstellungen
from casefile.datenbank import migriere
from casefile.schluessel import StandortschluesselFehler

ENGINE_PYTHON = Path("bot/.venv/bin/python")
START_FRIST_SEKUNDEN = 180
# The engine holds no secrets of the site: it gets these and its own settings, nothing else of the environment.
ENGINE_ERBT = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "TZ")


class StartFehler(Exception):
    """Lotse cannot start; the message says why and what to do."""


def main(argv: list[str]) -> int:
    """Start Lotse and stay until it ends; returns 1 if it cannot start, else the exit code of `betreibe`."""
    Eingabe("lotse up", "Startet Lotse auf diesem Rechner und zeigt die Adresse. Beenden mit Strg+C.").parse_args(argv)
    einstellungen = lies_einstellungen()
    try:
        return _starte(einstellungen)
    except (StartFehler, AnschlussBelegt, StandortschluesselFehler) as fehler:
        print(fehler, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _starte(einstellungen: Einstellungen) -> int:
    # A wish that cannot be met is said at once; the choice itself comes after the training, when it is still true.
    waehle_anschluesse(os.environ, einstellungen.host)
    _trainiere()
    _migriere(einstellungen)
    anschluesse = waehle_anschluesse(os.environ, einstellungen.host)
    web, engine = umgebungen(os.environ, einstellungen, anschluesse)
    adresse = f"http://{_erreichbar(einstellungen.host)}:{anschluesse.web}"
    return betreibe(
        [
            Prozess("seiten", [sys.executable, "-m", "api.befehle", "serve"], web),
            Prozess("sprachmodul", _engine_befehl(anschluesse.engine), engine),
        ],
        wenn_gestartet=lambda: _melde_start(einstellungen, adresse, web["LOTSE_PUBLIC_URL"]),
    )


def _trainiere() -> None:
    if not ENGINE_PYTHON.exists():
        raise StartFehler("Das Sprachmodul ist nicht eingerichtet. Bitte führen Sie hier aus: make setup")
    if subprocess.run([ENGINE_PYTHON, "-m", "bot.engine.training"], check=False).returncode:
        raise StartFehler("Das Sprachmodell konnte nicht trainiert werden. Der Grund steht in den Zeilen darüber.")


def _migriere(einstellungen: Einstellungen) -> None:
    try:
        migriere(einstellungen.database_url, einstellungen.keys_url)
    except OperationalError as fehler:
        raise StartFehler(f"Die Datenbank ist nicht erreichbar: {fehler.orig}") from fehler


def umgebungen(
    eigene: Mapping[str, str], einstellungen: Einstellungen, anschluesse: Anschluesse
) -> tuple[dict[str, str], dict[str, str]]:
    """The environments of the web process and of the engine, with a new secret between them for each start."""
    token = secrets.token_urlsafe(32)
    oeffentlich = eigene.get("LOTSE_PUBLIC_URL") or f"http://{_erreichbar(einstellungen.host)}:{anschluesse.web}"
    web = dict(eigene) | {
        "LOTSE_PORT": str(anschluesse.web),
        "LOTSE_ENGINE_URL": f"http://127.0.0.1:{anschluesse.engine}",
        "LOTSE_ENGINE_TOKEN": token,
        "LOTSE_PUBLIC_URL": oeffentlich,
        "PYTHONUNBUFFERED": "1",
    }
    engine = {name: eigene[name] for name in ENGINE_ERBT if name in eigene} | {
        "LOTSE_ENGINE_TOKEN": token,
        "LOTSE_ACTION_URL": f"http://{_erreichbar(einstellungen.host)}:{anschluesse.web}/engine/actions",
        "RASA_TELEMETRY_ENABLED": "false",
        "PYTHONUNBUFFERED": "1",
    }
    return web, engine


def _erreichbar(host: str) -> str:
    """The address under which this machine reaches a server that listens on `host`."""
    return {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)  # noqa: S104


def _engine_befehl(port: int) -> list[str]:
    return [str(ENGINE_PYTHON), "-m", "bot.engine.start", "--model", "models", "--port", str(port)]


def _melde_start(einstellungen: Einstellungen, adresse: str, oeffentlich: str) -> Startmeldung:
    bereitschaft = warte_auf(adresse, "/readyz", START_FRIST_SEKUNDEN)
    if not bereitschaft.bereit:
        return Startmeldung(gelungen=False, text=f"Lotse ist nicht bereit geworden. Zuletzt: {bereitschaft.zuletzt}")
    # Only now, so that passwords which are shown once are not lost with a start that failed.
    erststart = richte_ein(oeffne_akte(einstellungen), oeffentlich)
    zeilen = erststart.zeilen() if erststart else ["Passwort vergessen? lotse users reset ANMELDENAME"]
    text = "\n".join(["", f"Lotse ist bereit: {oeffentlich}", *zeilen, "Beenden mit Strg+C.", ""])
    return Startmeldung(gelungen=True, text=text)
