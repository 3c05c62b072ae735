"""Who is looking: the session cookie and the dependencies that pages declare to be guarded."""

from __future__ import annotations

from typing import Annotated, cast

from fastapi import Depends, Request
from starlette.datastructures import FormData
from starlette.responses import Response

from api.seiten.daten import Besucher, KeinRecht, NichtAngemeldet, Seitendaten

SITZUNGSKEKS = "lotse_sitzung"


def seitendaten(request: Request) -> Seitendaten:
    """Give the data source that the application was built with."""
    return cast(Seitendaten, request.app.state.seitendaten)


Daten = Annotated[Seitendaten, Depends(seitendaten)]


def vielleicht(request: Request, daten: Daten) -> Besucher | None:
    """Give the person of the session, if there is one, and remember it for the page head."""
    sitzung = request.cookies.get(SITZUNGSKEKS)
    besucher = daten.besucher(sitzung) if sitzung else None
    request.state.besucher = besucher
    return besucher


Vielleicht = Annotated[Besucher | None, Depends(vielleicht)]


def angemeldet(besucher: Vielleicht) -> Besucher:
    """Demand a session. Raises `NichtAngemeldet`."""
    if besucher is None:
        raise NichtAngemeldet
    return besucher


Angemeldet = Annotated[Besucher, Depends(angemeldet)]


def kundin(besucher: Angemeldet) -> Besucher:
    """Demand a customer's session. Raises `KeinRecht` for the staff."""
    if besucher.rolle != "kunde":
        raise KeinRecht
    return besucher


def fachkraft(besucher: Angemeldet) -> Besucher:
    """Demand a session of the staff. Raises `KeinRecht` for customers."""
    if besucher.rolle == "kunde":
        raise KeinRecht
    return besucher


async def formular(request: Request) -> FormData:
    """Read the sent form."""
    return await request.form()


Kundin = Annotated[Besucher, Depends(kundin)]
Fachkraft = Annotated[Besucher, Depends(fachkraft)]
Formular = Annotated[FormData, Depends(formular)]


def feld(form: FormData, name: str) -> str:
    """Give one text field of a form, trimmed; missing fields and files count as empty."""
    wert = form.get(name)
    return wert.strip() if isinstance(wert, str) else ""


def ganzzahl(form: FormData, name: str) -> int:
    """Give a field as a number; what is none counts as 0, which fits no version and no message."""
    wert = feld(form, name)
    return int(wert) if wert.isascii() and wert.isdigit() else 0


def felder(form: FormData, name: str) -> tuple[str, ...]:
    """Give all values of a field that may come more than once."""
    return tuple(wert for wert in form.getlist(name) if isinstance(wert, str) and wert)


def nach_praefix(form: FormData, praefix: str) -> dict[str, str]:
    """Give the fields whose name begins with `praefix`, by the rest of their name."""
    return {name.removeprefix(praefix): feld(form, name) for name in form if name.startswith(praefix)}


def merke_sitzung(antwort: Response, sitzung: str, request: Request) -> None:
    """Set the session cookie: out of reach for scripts, not sent along from other sites, over HTTPS where there is."""
    antwort.set_cookie(
        SITZUNGSKEKS, sitzung, httponly=True, samesite="lax", secure=request.url.scheme == "https", path="/"
    )


def vergiss_sitzung(antwort: Response) -> None:
    """Remove the session cookie."""
    antwort.delete_cookie(SITZUNGSKEKS, path="/")
