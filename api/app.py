"""The application: the interface, the engine's actions and the pages, wired from the settings."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from api import anmeldung, engine_aktionen, faelle, gespraeche, gesundheit, problem, rest_kanal
from api.aufbau import baue_auf
from api.einstellungen import Einstellungen
from api.groesse import Groessengrenze
from api.protokoll import melde_stoerung, richte_protokoll_ein
from api.seiten import binde_seiten_ein, fehler
from api.seitendienst.dienst import Seitendienst
from knowledge.leitfaden import load_leitfaden

ROUTER = (anmeldung, faelle, gespraeche, rest_kanal, engine_aktionen, gesundheit)
BESCHREIBUNG = (
    "Geführte Gespräche für Agenturen für Arbeit und Jobcenter. Fehler sind Problemdokumente nach RFC 9457 mit "
    "einem festen `code`. Die Sitzung kommt als Cookie oder als `Authorization: Bearer …`."
)


def create_app(einstellungen: Einstellungen) -> FastAPI:
    """Build the application. Raises EinstellungFehlt, StandortschluesselFehler or WissensFehler at start."""
    richte_protokoll_ein(einstellungen.log_level)
    load_leitfaden("erstgespraech")
    bestand = baue_auf(einstellungen)

    @asynccontextmanager
    async def leben(_: FastAPI) -> AsyncIterator[None]:
        yield
        bestand.dialog.schliesse()

    app = FastAPI(
        title="Lotse", version=version("lotse"), description=BESCHREIBUNG, lifespan=leben, docs_url=None, redoc_url=None
    )
    app.state.bestand = bestand
    for modul in ROUTER:
        app.include_router(modul.router, responses=problem.BESCHREIBUNG)
    # Inside the protection that the pages bring, so that refusals carry its headers too.
    app.add_middleware(Groessengrenze)
    binde_seiten_ein(app, Seitendienst(bestand))
    _behandle_fehler(app)
    return app


def _behandle_fehler(app: FastAPI) -> None:
    problem.behandle_probleme(app)

    @app.exception_handler(HTTPException)
    async def _http(request: Request, grund: HTTPException) -> Response:
        if problem.ist_maschine(request):
            return problem.dokument(problem.aus_http(grund))
        return await fehler.http_fehler(request, grund)

    @app.exception_handler(RequestValidationError)
    async def _pruefung(request: Request, grund: RequestValidationError) -> Response:
        if problem.ist_maschine(request):
            return problem.dokument(problem.aus_pruefung(grund))
        return await fehler.falsche_eingabe(request, grund)

    @app.exception_handler(Exception)
    async def _stoerung(request: Request, grund: Exception) -> Response:
        melde_stoerung(request.url.path if problem.ist_maschine(request) else "seite", grund)
        if problem.ist_maschine(request):
            return problem.dokument(problem.Problem("stoerung"))
        return await fehler.stoerung(request, grund)
