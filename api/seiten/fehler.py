"""Error pages: each says what happened and what to do next."""

from __future__ import annotations

from fastapi import Request
from fastapi.exception_handlers import http_exception_handler, request_validation_exception_handler
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from api.seiten.schutz import schutzkoepfe
from api.seiten.vorlagen import zeige

_EIGENE_SEITE = frozenset({403, 404, 405, 500})
# Machines get problems as JSON from the application itself, not pages.
_MASCHINEN = ("/api/", "/engine/", "/healthz", "/readyz", "/static/")


def _maschine(request: Request) -> bool:
    return request.url.path.startswith(_MASCHINEN)


def fehlerseite(request: Request, status: int) -> Response:
    """Show the page of an error; any status without a page of its own shows the one for 500 or 404."""
    ersatz = 500 if status >= 500 else 404
    vorlage = f"fehler/{status if status in _EIGENE_SEITE else ersatz}.html"
    return zeige(request, vorlage, status)


async def http_fehler(request: Request, fehler: HTTPException) -> Response:
    """Answer an HTTP error: as a page to people, unchanged to machines."""
    if _maschine(request):
        return await http_exception_handler(request, fehler)
    return fehlerseite(request, fehler.status_code)


async def falsche_eingabe(request: Request, fehler: RequestValidationError) -> Response:
    """Answer a request whose address can't be read: as a page to people, unchanged to machines."""
    if _maschine(request):
        return await request_validation_exception_handler(request, fehler)
    return fehlerseite(request, 404)


async def nicht_angemeldet(request: Request, _: Exception) -> Response:
    """Lead to the sign-in; a swapped-in part makes the whole page go there."""
    if "hx-request" in request.headers:
        return Response(status_code=401, headers={"HX-Redirect": "/anmelden"})
    return RedirectResponse("/anmelden", 303)


async def kein_recht(request: Request, _: Exception) -> Response:
    """Answer 403."""
    return fehlerseite(request, 403)


async def nicht_gefunden(request: Request, _: Exception) -> Response:
    """Answer 404."""
    return fehlerseite(request, 404)


async def stoerung(request: Request, _: Exception) -> Response:
    """Answer 500. This runs outside of all middleware, so the headers are set here."""
    antwort = fehlerseite(request, 500)
    antwort.headers.update(schutzkoepfe(request.state.nonce))
    return antwort
