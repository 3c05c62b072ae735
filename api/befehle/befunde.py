"""What `lotse doctor` checks about the machine and the engine; each check returns one finding and raises nothing."""

import shutil
import sys
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

import httpx

from api.einstellungen import Einstellungen
from bot.engine.fingerabdruck import MODELLE, ist_frisch

ENGINE_PYTHON = Path("bot/.venv/bin/python")
MINDESTENS_FREI = 1_000_000_000


class Zustand(Enum):
    """How a check came out; a Hinweis keeps nobody from working."""

    GUT = "gut"
    HINWEIS = "hinweis"
    FEHLER = "fehler"


@dataclass(frozen=True)
class Befund:
    """One finding: what was looked at, what was seen, and what to do if anything."""

    zustand: Zustand
    was: str
    text: str
    rat: str = ""


def python() -> Befund:
    """The Python that runs this: 3.11, or 3.12 for the program alone."""
    version = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info[:2] in {(3, 11), (3, 12)}:
        return Befund(Zustand.GUT, "Python", version)
    return Befund(Zustand.FEHLER, "Python", version, "Bitte Python 3.11 installieren und make setup ausführen.")


def ordner(_einstellungen: Einstellungen) -> Befund:
    """The working directory: paths in the settings and the engine's files start here."""
    if Path("config.yml").is_file() and Path("bot/data").is_dir():
        return Befund(Zustand.GUT, "Ordner", str(Path.cwd()))
    return Befund(Zustand.FEHLER, "Ordner", str(Path.cwd()), "Bitte im Ordner von Lotse ausführen.")


def speicherplatz(_einstellungen: Einstellungen) -> Befund:
    """Free space on the disk of the working directory."""
    frei = shutil.disk_usage(Path.cwd()).free
    text = f"{frei / 1e9:.1f} GB frei"
    if frei >= MINDESTENS_FREI:
        return Befund(Zustand.GUT, "Speicherplatz", text)
    return Befund(Zustand.FEHLER, "Speicherplatz", text, "Bitte mindestens 1 GB freimachen.")


def sprachmodul(_einstellungen: Einstellungen) -> Befund:
    """The environment of the engine."""
    if ENGINE_PYTHON.exists():
        return Befund(Zustand.GUT, "Sprachmodul", "eingerichtet")
    return Befund(Zustand.FEHLER, "Sprachmodul", "nicht eingerichtet", "Bitte ausführen: make setup")


def modell(_einstellungen: Einstellungen) -> Befund:
    """The trained model: there, and trained from the files as they are."""
    if ist_frisch(Path.cwd(), Path(MODELLE)):
        return Befund(Zustand.GUT, "Sprachmodell", "trainiert und aktuell")
    return Befund(Zustand.FEHLER, "Sprachmodell", "fehlt oder ist veraltet", "Bitte ausführen: make train")


def geheimnis(einstellungen: Einstellungen) -> Befund:
    """The secret between program and engine; `lotse up` makes its own."""
    if einstellungen.engine_token is not None:
        return Befund(Zustand.GUT, "Geheimnis des Sprachmoduls", "gesetzt")
    rat = "lotse up erzeugt selbst eines. Für lotse serve bitte LOTSE_ENGINE_TOKEN setzen."
    return Befund(Zustand.HINWEIS, "Geheimnis des Sprachmoduls", "nicht gesetzt", rat)


def engine(einstellungen: Einstellungen) -> Befund:
    """The running engine of a site; `lotse up` starts its own, on a port that only it knows."""
    was = "Sprachmodul in Betrieb"
    if einstellungen.engine_token is None:
        return Befund(Zustand.HINWEIS, was, "nicht geprüft, lotse up startet es selbst")
    try:
        httpx.get(einstellungen.engine_url, timeout=3, trust_env=False)
    except httpx.HTTPError as fehler:
        text = f"antwortet nicht unter {einstellungen.engine_url} ({type(fehler).__name__})"
        return Befund(Zustand.FEHLER, was, text, "Bitte den Dienst des Sprachmoduls starten.")
    return Befund(Zustand.GUT, was, f"antwortet unter {einstellungen.engine_url}")


def browser(_einstellungen: Einstellungen) -> Befund:
    """The browser of the tests; nobody else needs it."""
    if shutil.which("chromium"):
        return Befund(Zustand.GUT, "Chromium (nur für Tests)", "vorhanden")
    return Befund(Zustand.HINWEIS, "Chromium (nur für Tests)", "fehlt", "make test installiert es, wenn es darf.")
