"""Writes docs/openapi.json: the interface of the site, as the application itself describes it."""

import json
from pathlib import Path
from secrets import token_urlsafe
from tempfile import TemporaryDirectory

from api.app import create_app
from api.einstellungen import Einstellungen
from casefile.datenbank import migriere

ZIEL = Path(__file__).parent.parent / "docs" / "openapi.json"


def schreibe() -> None:
    """Write the document."""
    ZIEL.write_text(dokument(), encoding="utf-8")


def dokument() -> str:
    """Give the document as text; it does not depend on any setting."""
    with TemporaryDirectory() as ordner:
        einstellungen = Einstellungen(
            database_url=f"sqlite:///{ordner}/lotse.db",
            keys_url=f"sqlite:///{ordner}/schluessel.db",
            site_key_file=Path(ordner) / "standort.key",
            engine_token=token_urlsafe(),
        )
        migriere(einstellungen.database_url, einstellungen.keys_url)
        return json.dumps(create_app(einstellungen).openapi(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    schreibe()
