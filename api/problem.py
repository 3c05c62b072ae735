"""Errors of the interface as RFC 9457 problem documents: German, with a stable code."""

from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse

MASCHINEN = ("/api/", "/webhooks/", "/engine/", "/healthz", "/readyz")
TITEL: Mapping[str, tuple[int, str, str]] = {
    "anfrage_ungueltig": (422, "Die Anfrage ist unvollständig oder falsch", "Bitte prüfen Sie die Felder der Anfrage."),
    "antwort_ungueltig": (422, "Diese Antwort passt nicht zur Frage", "Bitte wählen Sie eine der Antworten."),
    "text_zu_lang": (422, "Der Text ist zu lang", "Bitte schreiben Sie höchstens 2000 Zeichen."),
    "nicht_angemeldet": (401, "Sie sind nicht angemeldet", "Bitte melden Sie sich an."),
    "anmeldung_abgelehnt": (401, "Die Anmeldung hat nicht geklappt", "Anmeldename oder Passwort stimmt nicht."),
    "zugang_ungueltig": (
        401,
        "Der Link gilt nicht mehr",
        "Bitte fragen Sie Ihre Ansprechperson nach einem neuen Link.",
    ),
    "zu_viele_versuche": (429, "Zu viele Versuche", "Bitte warten Sie kurz und versuchen Sie es dann noch einmal."),
    "kein_recht": (403, "Das dürfen Sie nicht", "Ihr Zugang ist dafür nicht freigegeben."),
    "nicht_gefunden": (404, "Das gibt es nicht", "Bitte prüfen Sie die Adresse."),
    "methode_nicht_erlaubt": (405, "So geht das hier nicht", "Diese Adresse nimmt eine solche Anfrage nicht an."),
    "frage_nicht_offen": (
        409,
        "Diese Frage ist nicht mehr offen",
        "Hier ist der jetzige Stand. Bitte antworten Sie darauf.",
    ),
    "zu_gross": (413, "Die Anfrage ist zu groß", "Erlaubt sind höchstens 64 KiB."),
    "kein_json": (415, "Die Anfrage ist kein JSON", "Bitte senden Sie JSON in UTF-8."),
    "engine_fehlt": (
        503,
        "Getippter Text geht im Moment nicht",
        (
            "Bitte nutzen Sie die Antworten zum Antippen, oder senden Sie den Text in einer Minute noch einmal."
            " Ihre bisherigen Antworten sind gespeichert."
        ),
    ),
    "stoerung": (
        500,
        "Da ist etwas schiefgegangen",
        "Bitte versuchen Sie es noch einmal. Ihre Antworten sind gespeichert.",
    ),
}
# How the published description of the interface shows an error.
BESCHREIBUNG: dict[int | str, dict[str, Any]] = {
    "default": {
        "description": "Ein Problemdokument nach RFC 9457. `code` bleibt fest, die Texte können sich ändern.",
        "content": {
            "application/problem+json": {
                "schema": {
                    "type": "object",
                    "required": ["type", "title", "status", "detail", "code"],
                    "properties": {
                        "type": {"type": "string"},
                        "title": {"type": "string"},
                        "status": {"type": "integer"},
                        "detail": {"type": "string"},
                        "code": {"type": "string", "enum": list(TITEL)},
                    },
                }
            }
        },
    }
}
# The framework answers 400 only to a body that it cannot read.
CODE_FUER_STATUS = {
    400: "kein_json",
    401: "nicht_angemeldet",
    403: "kein_recht",
    404: "nicht_gefunden",
    405: "methode_nicht_erlaubt",
}


class Problem(Exception):
    """An error to tell the caller: a code of TITEL, a German detail, and more members of the document."""

    def __init__(self, code: str, detail: str | None = None, **mehr: Any) -> None:
        super().__init__(code)
        self.code, self.detail, self.mehr = code, detail, mehr

    @property
    def text(self) -> str:
        """The German text that says what happened and what to do."""
        return self.detail or TITEL[self.code][2]


def dokument(problem: Problem) -> JSONResponse:
    """Give the problem document of an error."""
    status, titel, _ = TITEL[problem.code]
    inhalt = {"type": f"urn:lotse:problem:{problem.code}", "title": titel, "status": status}
    inhalt |= {"detail": problem.text, "code": problem.code, **problem.mehr}
    return JSONResponse(inhalt, status, media_type="application/problem+json")


def ist_maschine(request: Request) -> bool:
    """Say whether the address belongs to the interface, not to the pages."""
    return request.url.path.startswith(MASCHINEN)


def behandle_probleme(app: FastAPI) -> None:
    """Answer Problem with its document, wherever it is raised."""

    @app.exception_handler(Problem)
    async def _problem(_: Request, fehler: Problem) -> JSONResponse:
        return dokument(fehler)


def aus_http(fehler: HTTPException) -> Problem:
    """Give the problem behind an HTTP error of the framework."""
    return Problem(CODE_FUER_STATUS.get(fehler.status_code, "anfrage_ungueltig"))


def aus_pruefung(fehler: RequestValidationError) -> Problem:
    """Give the problem behind a body or address that cannot be read; it names fields, never what they held."""
    if any(einzeln["type"] == "json_invalid" for einzeln in fehler.errors()):
        return Problem("kein_json")
    felder = sorted({".".join(str(teil) for teil in einzeln["loc"][1:]) or "Anfrage" for einzeln in fehler.errors()})
    return Problem("anfrage_ungueltig", f"Bitte prüfen Sie diese Felder: {', '.join(felder)}.", felder=felder)
