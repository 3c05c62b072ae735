"""Templates: one Jinja environment, German dates, and `zeige`, which turns a template into a response."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from actions.uebersetzung import katalog

ORDNER = Path(__file__).parent.parent
ZEITZONE = ZoneInfo("Europe/Berlin")


def _ortszeit(wert: datetime) -> datetime:
    return (wert if wert.tzinfo else wert.replace(tzinfo=UTC)).astimezone(ZEITZONE)


def tag(wert: date | datetime) -> str:
    """Give a day as TT.MM.JJJJ; moments are taken in Europe/Berlin."""
    ortstag = _ortszeit(wert) if isinstance(wert, datetime) else wert
    return ortstag.strftime("%d.%m.%Y")


def uhrzeit(wert: datetime) -> str:
    """Give the time of day in Europe/Berlin, as "9:05 Uhr"."""
    ortszeit = _ortszeit(wert)
    return f"{ortszeit.hour}:{ortszeit.minute:02d} Uhr"


def zeitpunkt(wert: datetime) -> str:
    """Give day and time together, as "03.12.2026, 9:05 Uhr"."""
    return f"{tag(wert)}, {uhrzeit(wert)}"


def maschinenzeit(wert: date | datetime) -> str:
    """Give ISO 8601 for the `datetime` attribute."""
    return wert.isoformat()


def baue_umgebung() -> Environment:
    """Build the template environment: autoescape on, undefined names are errors, texts go through gettext."""
    umgebung = Environment(
        loader=FileSystemLoader(ORDNER / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    # The extension adds this method at run time, which no type stub knows.
    umgebung.install_gettext_translations(katalog(), newstyle=True)  # type: ignore[attr-defined]
    umgebung.filters |= {"tag": tag, "uhrzeit": uhrzeit, "zeitpunkt": zeitpunkt, "iso": maschinenzeit}
    return umgebung


_UMGEBUNG = baue_umgebung()


def zeige(request: Request, vorlage: str, status: int = 200, **werte: object) -> HTMLResponse:
    """Render a template with what each page needs: who is looking, the site, and the nonce of this answer."""
    gemeinsam = {
        "nonce": request.state.nonce,
        "pfad": request.url.path,
        "besucher": getattr(request.state, "besucher", None),
        "dienststelle": request.app.state.seitendaten.dienststelle(),
    }
    html = _UMGEBUNG.get_template(vorlage).render(gemeinsam | werte)
    return HTMLResponse(html, status_code=status)
