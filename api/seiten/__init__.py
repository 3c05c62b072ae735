"""The pages: HTML for customers and for the Fachkraft."""

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.staticfiles import StaticFiles

from api.seiten import anmeldung, einschaetzung, faelle, fehler, gespraech, standort, vermerk
from api.seiten.daten import KeinRecht, NichtAngemeldet, NichtGefunden, Seitendaten
from api.seiten.schutz import Schutz
from api.seiten.vorlagen import ORDNER


def binde_seiten_ein(app: FastAPI, daten: Seitendaten) -> None:
    """Add all pages, their static files, error pages and protection to an application.

    `daten` answers what the pages ask. Error handlers leave the paths of machines (/api/, /engine/) as they are.
    """
    app.state.seitendaten = daten
    app.add_middleware(Schutz)
    app.mount("/static", GZipMiddleware(StaticFiles(directory=ORDNER / "static"), minimum_size=1000), name="static")
    for modul in (anmeldung, standort, gespraech, faelle, einschaetzung, vermerk):
        app.include_router(modul.router, include_in_schema=False)
    app.exception_handler(HTTPException)(fehler.http_fehler)
    app.exception_handler(RequestValidationError)(fehler.falsche_eingabe)
    app.exception_handler(NichtAngemeldet)(fehler.nicht_angemeldet)
    app.exception_handler(KeinRecht)(fehler.kein_recht)
    app.exception_handler(NichtGefunden)(fehler.nicht_gefunden)
    app.exception_handler(Exception)(fehler.stoerung)
