"""What `lotse doctor` checks about knowledge, databases and keys; each check returns one finding and raises nothing."""

from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine, func, select
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError

from api.befehle.befunde import Befund, Zustand
from api.einstellungen import Einstellungen
from casefile import konten
from casefile.akte import BERLIN
from casefile.datenbank import sitzungsmacher, stand, verbinde
from casefile.schluessel import FALL_SCHLUESSEL, StandortschluesselFehler, oeffne_speicher
from knowledge.laden import WissensFehler
from knowledge.leitfaden import load_leitfaden
from knowledge.regelwerk import KeinRegelwerk, load_regelwerk
from knowledge.vokabular import load_vokabular

MIGRIEREN = "Bitte ausführen: lotse migrate"


def wissen(_einstellungen: Einstellungen) -> Befund:
    """Vocabulary, guide and today's rulebook load without a mistake."""
    try:
        load_vokabular()
        load_leitfaden("erstgespraech")
        load_regelwerk(datetime.now(BERLIN).date())
    except (WissensFehler, KeinRegelwerk, OSError) as fehler:
        return Befund(Zustand.FEHLER, "Fachwissen", str(fehler), "Bitte die genannte Datei berichtigen.")
    return Befund(Zustand.GUT, "Fachwissen", "geladen")


def fallakte(einstellungen: Einstellungen) -> Befund:
    """The database of the case file: reachable, and at the schema this version needs."""
    if _fehlt(einstellungen.database_url):
        return Befund(Zustand.FEHLER, "Datenbank der Fälle", "noch nicht angelegt", MIGRIEREN)
    datenbank = verbinde(einstellungen.database_url)
    try:
        schema = stand(datenbank)
    except SQLAlchemyError as fehler:
        return _unerreichbar("Datenbank der Fälle", fehler)
    finally:
        datenbank.dispose()
    if schema.aktuell:
        return Befund(Zustand.GUT, "Datenbank der Fälle", f"erreichbar, Stand {schema.ist}")
    return Befund(Zustand.FEHLER, "Datenbank der Fälle", f"Stand {schema.ist}, nötig ist {schema.soll}", MIGRIEREN)


def schluessel(einstellungen: Einstellungen) -> Befund:
    """The key store and the site key: both there, the key readable by its owner only, and the one the store needs."""
    was = "Schlüssel der Fälle"
    if _fehlt(einstellungen.keys_url):
        return Befund(Zustand.FEHLER, was, "noch nicht angelegt", MIGRIEREN)
    datenbank = verbinde(einstellungen.keys_url)
    try:
        return _pruefe_schluessel(datenbank, einstellungen)
    except StandortschluesselFehler as fehler:
        return Befund(Zustand.FEHLER, was, str(fehler))
    except SQLAlchemyError as fehler:
        return _unerreichbar(was, fehler)
    finally:
        datenbank.dispose()


def konten_vorhanden(einstellungen: Einstellungen) -> Befund:
    """Somebody can sign in."""
    if _fehlt(einstellungen.database_url):
        return Befund(Zustand.HINWEIS, "Konten", "noch keine")
    try:
        with sitzungsmacher(verbinde(einstellungen.database_url), nur_lesen=True)() as session:
            anzahl = sum(konto.aktiv for konto in konten.liste(session))
    except SQLAlchemyError as fehler:
        return _unerreichbar("Konten", fehler)
    if anzahl:
        return Befund(Zustand.GUT, "Konten", f"{anzahl} aktiv")
    return Befund(Zustand.HINWEIS, "Konten", "noch keine", "lotse up legt die ersten an, oder: lotse users add")


def _pruefe_schluessel(datenbank: Engine, einstellungen: Einstellungen) -> Befund:
    was, datei = "Schlüssel der Fälle", einstellungen.site_key_file
    site_key = einstellungen.site_key.get_secret_value() if einstellungen.site_key else None
    with datenbank.connect() as verbindung:
        anzahl = verbindung.scalar(select(func.count()).select_from(FALL_SCHLUESSEL)) or 0
    if site_key is None and not datei.exists() and not anzahl:
        return Befund(Zustand.HINWEIS, was, f"{datei} gibt es noch nicht", "Der erste Start legt sie an.")
    oeffne_speicher(datenbank, datei, site_key)
    return Befund(Zustand.GUT, was, f"{anzahl} Fälle, Standortschlüssel passt")


def _fehlt(url: str) -> bool:
    # Connecting to a SQLite file creates it; a doctor changes nothing.
    ziel = make_url(url)
    return ziel.get_backend_name() == "sqlite" and not Path(str(ziel.database)).is_file()


def _unerreichbar(was: str, fehler: SQLAlchemyError) -> Befund:
    rat = "Bitte die Adresse in den Einstellungen und den Datenbankdienst prüfen, dann: lotse migrate"
    return Befund(Zustand.FEHLER, was, f"nicht erreichbar oder nicht lesbar ({type(fehler).__name__})", rat)
