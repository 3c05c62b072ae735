"""Who is asking, and whether the table of rights lets that role use the route at all.

Every route has a line in ROUTEN; a route without one refuses everybody. What a person may do with one
particular case is checked again where the case is read (`casefile.rechte.pruefe`).
"""

import hmac
from collections.abc import Mapping
from typing import Annotated, cast

from fastapi import Depends, Request
from fastapi.security import HTTPBearer

from api.aufbau import Bestand
from api.problem import Problem
from casefile.rechte import ERLAUBT, Person, Recht
from casefile.sitzungen import angemeldet, frische_auf

KEKS = "lotse_sitzung"
OFFEN = None
ENGINE = "engine"
# Open: signing in, what a site publishes, health. "engine": only with the engine's token.
ROUTEN: Mapping[str, Recht | str | None] = {
    "POST /api/v1/anmeldung": OFFEN,
    "POST /api/v1/zugang": OFFEN,
    "DELETE /api/v1/sitzung": OFFEN,
    "GET /api/v1/faelle": Recht.FALL_LISTE,
    "POST /api/v1/faelle": Recht.FALL_ANLEGEN,
    "POST /api/v1/faelle/{fall_id}/zugang": Recht.ZUGANG_AUSSTELLEN,
    "GET /api/v1/faelle/{fall_id}/vorschlag": Recht.VORSCHLAG_SEHEN,
    "GET /api/v1/faelle/{fall_id}/vermerk": Recht.VERMERK_SEHEN,
    "POST /api/v1/gespraeche": Recht.GESPRAECH_FUEHREN,
    "GET /api/v1/gespraeche/{gespraech_id}": Recht.GESPRAECH_FUEHREN,
    "POST /api/v1/gespraeche/{gespraech_id}/zuege": Recht.GESPRAECH_FUEHREN,
    "POST /webhooks/rest/webhook": Recht.GESPRAECH_FUEHREN,
    "POST /engine/actions": ENGINE,
    "GET /healthz": OFFEN,
    "GET /readyz": OFFEN,
    "GET /openapi.json": OFFEN,
}


def bestand(request: Request) -> Bestand:
    """Give what the application was wired with."""
    return cast("Bestand", request.app.state.bestand)


def person_zu(haus: Bestand, token: str) -> Person | None:
    """Give the person of a session token, and note that the session is in use."""
    jetzt = haus.akte.uhr()
    with haus.akte.lesend() as s:
        anmeldung = angemeldet(s, token, jetzt, haus.leerlauf)
    if anmeldung is None:
        return None
    if anmeldung.auffrischen:
        with haus.akte.schreibend.begin() as s:
            frische_auf(s, anmeldung.sitzung_id, jetzt)
    return anmeldung.person


def token_aus(request: Request) -> str | None:
    """Give the session token of a request: as bearer token, else from the cookie."""
    art, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if art.lower() == "bearer" and token.strip() else request.cookies.get(KEKS)


def waechter(request: Request) -> None:
    """Let a request through only as ROUTEN says; sets `request.state.person`. Raises Problem."""
    if any("\0" in str(teil) for teil in request.path_params.values()):
        raise Problem("nicht_gefunden")  # no id holds it, and PostgreSQL does not even compare it
    haus = bestand(request)
    recht = ROUTEN[f"{request.method} {request.scope['route'].path}"]
    if recht == ENGINE:
        erwartet = haus.einstellungen.verlange_engine_token()
        if not hmac.compare_digest(request.headers.get("x-lotse-token", "").encode(), erwartet.encode()):
            raise Problem("kein_recht")
    elif recht is not OFFEN:
        token = token_aus(request)
        person = person_zu(haus, token) if token else None
        if person is None:
            raise Problem("nicht_angemeldet")
        if recht not in ERLAUBT[person.rolle]:
            raise Problem("kein_recht")
        request.state.person = person


SITZUNG = HTTPBearer(
    auto_error=False, scheme_name="Sitzung", description="Token aus /anmeldung oder /zugang, oder Cookie"
)


def wer(request: Request, _: Annotated[object, Depends(SITZUNG)]) -> Person:
    """Give the person that the guard let through; the scheme only tells the API description how to sign in."""
    return cast("Person", request.state.person)


Haus = Annotated[Bestand, Depends(bestand)]
Wer = Annotated[Person, Depends(wer)]
