"""The application itself without an engine, for tests that ask it more than a running site can be asked."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from fastapi import FastAPI
from fastapi.testclient import TestClient

from api.app import create_app
from api.aufbau import oeffne_akte
from api.einstellungen import Einstellungen
from casefile import konten, sitzungen, zugaenge
from casefile.akte import Akte
from casefile.aufnahme import nimm_auf
from casefile.datenbank import migriere
from casefile.faelle import letzter_termin
from casefile.modelle_basis import Rolle
from tests.standort import TOKEN

DAUER = timedelta(hours=1)


@dataclass
class Anwendung:
    """The application, its case file for preparing, and a client."""

    app: FastAPI
    akte: Akte
    client: TestClient

    def konto(self, name: str, rolle: Rolle) -> str:
        """Create an account of staff; gives its id."""
        with self.akte.schreibend.begin() as s:
            return konten.lege_an(s, name, name, rolle, self.akte.uhr()).konto.id

    def fall(self, fachkraft_id: str) -> str:
        """Create a case with an appointment; gives its id."""
        termin = self.akte.uhr() + timedelta(days=7)
        with self.akte.schreibend.begin() as s:
            return nimm_auf(self.akte, s, "Testperson", fachkraft_id, rechtskreis="sgb2", termin=termin).id

    def sitzung(self, konto_id: str) -> str:
        """Sign a member of staff in; gives the token."""
        with self.akte.schreibend.begin() as s:
            return sitzungen.eroeffne_fuer_konto(s, konto_id, self.akte.uhr(), DAUER)

    def kundensitzung(self, fall_id: str) -> str:
        """Let the customer of a case in; gives the token."""
        jetzt = self.akte.uhr()
        with self.akte.schreibend.begin() as s:
            termin = letzter_termin(s, fall_id)
            assert termin
            return zugaenge.loese_ein(s, zugaenge.stelle_aus(s, termin, jetzt).token, jetzt, DAUER)


@contextmanager
def anwendung_ohne_engine(ordner: Path) -> Iterator[Anwendung]:
    """Build the application on databases in this folder; nobody listens where it looks for the engine."""
    einstellungen = Einstellungen(
        database_url=f"sqlite:///{ordner}/lotse.db",
        keys_url=f"sqlite:///{ordner}/schluessel.db",
        site_key_file=ordner / "standort.key",
        engine_url="http://127.0.0.1:9",
        engine_token=TOKEN,
    )
    migriere(einstellungen.database_url, einstellungen.keys_url)
    app = create_app(einstellungen)
    with TestClient(app, raise_server_exceptions=False) as client:
        yield Anwendung(app, oeffne_akte(einstellungen), client)
