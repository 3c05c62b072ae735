"""`lotse serve`: the web process, for a site's own process manager."""

import sys

import uvicorn

from api.app import create_app
from api.befehle.eingabe import Eingabe
from api.befehle.vorgaben import lies_einstellungen
from api.einstellungen import EinstellungFehlt
from casefile.schluessel import StandortschluesselFehler
from knowledge.laden import WissensFehler

BESCHREIBUNG = "Startet die Seiten und Schnittstellen. Adresse und Anschluss bestimmen LOTSE_HOST und LOTSE_PORT."


def main(argv: list[str]) -> int:
    """Serve until SIGTERM or Ctrl-C, on the host and port of the settings; 1 if something it needs is missing."""
    Eingabe("lotse serve", BESCHREIBUNG).parse_args(argv)
    einstellungen = lies_einstellungen()
    try:
        app = create_app(einstellungen)
    except (EinstellungFehlt, StandortschluesselFehler, WissensFehler) as fehler:
        print(fehler, file=sys.stderr)
        return 1
    uvicorn.run(
        app,
        host=einstellungen.host,
        port=einstellungen.port,
        ws="none",
        log_level="warning",
        # Addresses carry personal links, so they stay out of the log.
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=10,
    )
    return 0
