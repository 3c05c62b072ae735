"""`lotse serve`: the web process, for a site's own process manager."""

import uvicorn

from api.app import create_app
from api.befehle.eingabe import Eingabe
from api.befehle.vorgaben import lies_einstellungen


def main(argv: list[str]) -> int:
    """Serve pages and interfaces until SIGTERM or Ctrl-C, on the host and port of the settings."""
    Eingabe(
        "lotse serve",
        "Startet die Seiten und Schnittstellen. Adresse und Anschluss stehen in den "
        "Einstellungen LOTSE_HOST und LOTSE_PORT.",
    ).parse_args(argv)
    einstellungen = lies_einstellungen()
    uvicorn.run(
        create_app(einstellungen),
        host=einstellungen.host,
        port=einstellungen.port,
        ws="none",
        # Addresses carry personal links, so they stay out of the log.
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=10,
    )
    return 0
