"""The pages that the site itself fills: imprint, privacy, accessibility; and the worker for lost connections."""

from __future__ import annotations

from fastapi import APIRouter, Depends, Request
from starlette.responses import FileResponse, Response

from api.seiten.besuch import Daten, vielleicht
from api.seiten.vorlagen import ORDNER, zeige

# The page head shows who is signed in, here as everywhere; nobody has to be.
_MIT_KOPF = [Depends(vielleicht)]
router = APIRouter()


@router.get("/impressum", dependencies=_MIT_KOPF)
def impressum(request: Request, daten: Daten) -> Response:
    """Show who runs this site."""
    return zeige(request, "standort/impressum.html", absaetze=daten.dienststelle().impressum)


@router.get("/datenschutz", dependencies=_MIT_KOPF)
def datenschutz(request: Request, daten: Daten) -> Response:
    """Show what happens to what people say."""
    return zeige(request, "standort/datenschutz.html", absaetze=daten.dienststelle().datenschutz)


@router.get("/barrierefreiheit", dependencies=_MIT_KOPF)
def barrierefreiheit(request: Request, daten: Daten) -> Response:
    """Show the accessibility statement."""
    return zeige(request, "standort/barrierefreiheit.html", absaetze=daten.dienststelle().barrierefreiheit)


@router.get("/dienst.js")
def dienst() -> Response:
    """Hand out the service worker; at the root, because a worker only serves paths below its own."""
    return FileResponse(ORDNER / "static" / "dienst.js", media_type="text/javascript")
