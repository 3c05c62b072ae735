"""The channel `lotse`: how a turn comes in from the web process (docs/architecture.md, "One turn").

A tap carries its meaning in fields of its own and skips the classifier. Typed text is only ever text.
"""

import hmac
import logging
import os
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from rasa.core.channels.channel import InputChannel, OutputChannel, UserMessage
from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, json

VARIABLE = "LOTSE_ENGINE_TOKEN"
KOPF = "X-Lotse-Token"
HOECHSTLAENGE = 2000
KANAL = "lotse"

# Command names that differ from the intent they stand for.
BEFEHL_ABSICHT = {"warum": "warum_frage"}
_STEUERZEICHEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\ufeff\ud800-\udfff]")

logger = logging.getLogger(__name__)
Annahme = Callable[[UserMessage], Awaitable[Any]]


class Anfragefehler(Exception):
    """The request's body is not a turn."""


@dataclass(frozen=True)
class Anfrage:
    """One turn as the web process sends it."""

    sender: str
    zug: dict[str, Any]
    text: str | None
    kontext: dict[str, Any] | None
    heute: str | None

    @classmethod
    def from_body(cls, body: Any) -> "Anfrage":
        """Read the JSON body. Raises Anfragefehler if a field is missing or has another type."""
        if not isinstance(body, dict):
            raise Anfragefehler("object expected")
        sender, zug, text = body.get("sender"), body.get("zug"), body.get("text")
        if not isinstance(sender, str) or not sender or not isinstance(zug, dict):
            raise Anfragefehler("sender and zug expected")
        if text is not None and not isinstance(text, str):
            raise Anfragefehler("text must be a string")
        return cls(sender, zug, text, body.get("kontext"), body.get("heute"))


class Sammler(OutputChannel):
    """Collects what the actions say, as it is: text with buttons, or custom."""

    def __init__(self) -> None:
        self.messages: list[dict[str, Any]] = []

    async def send_response(self, _: str, message: dict[str, Any]) -> None:
        """Keep the parts that the web process reads."""
        self.messages.append({teil: message[teil] for teil in ("text", "buttons", "custom") if message.get(teil)})


def saeubere(text: str) -> str:
    """Typed text without control characters, trimmed, at most HOECHSTLAENGE characters."""
    return _STEUERZEICHEN.sub(" ", text)[:HOECHSTLAENGE].strip()


def als_nachricht(anfrage: Anfrage, ausgang: OutputChannel) -> UserMessage:
    """The turn as Rasa's message: with the intent for a tap, without for text, which the pipeline reads."""
    if anfrage.text is None:
        return _nachricht(anfrage, "", ausgang, _absicht(anfrage.zug))
    text = saeubere(anfrage.text)
    if not text:
        return _nachricht(anfrage, "", ausgang, "nicht_verstanden")
    nachricht = _nachricht(anfrage, text, ausgang, None)
    nachricht.metadata = {**anfrage.zug, "kontext": anfrage.kontext, "heute": anfrage.heute}
    return nachricht


def _absicht(zug: dict[str, Any]) -> str:
    befehl = zug.get("befehl")
    return BEFEHL_ABSICHT.get(befehl, befehl) if isinstance(befehl, str) and befehl else "antwort"


def _nachricht(anfrage: Anfrage, text: str, ausgang: OutputChannel, absicht: str | None) -> UserMessage:
    parse_data = {"intent": {"name": absicht, "confidence": 1.0}, "entities": [], "text": text} if absicht else None
    return UserMessage(
        text, ausgang, anfrage.sender, parse_data=parse_data, input_channel=KANAL, metadata=dict(anfrage.zug)
    )


class LotseKanal(InputChannel):
    """POST webhook takes one turn; GET / says that the engine is ready."""

    def __init__(self) -> None:
        """Raises KeyError if the token's variable is not set."""
        self._token = os.environ[VARIABLE].encode()

    @classmethod
    def name(cls) -> str:
        """The channel's name in the address and in the tracker."""
        return KANAL

    def blueprint(self, on_new_message: Annahme) -> Blueprint:
        """The channel's two routes."""
        blaupause = Blueprint("lotse_webhook")

        async def bereit(_: Request) -> HTTPResponse:
            return json({"status": "ok"})

        async def empfange(request: Request) -> HTTPResponse:
            if not self._kennt(request):
                return json({"fehler": "token"}, status=403)
            try:
                anfrage = Anfrage.from_body(request.json)
            except Anfragefehler as fehler:
                return json({"fehler": str(fehler)}, status=400)
            return json(await _beantworte(anfrage, on_new_message))

        blaupause.add_route(bereit, "/", methods=["GET"])
        blaupause.add_route(empfange, "/webhook", methods=["POST"])
        return blaupause

    def _kennt(self, request: Request) -> bool:
        return hmac.compare_digest(request.headers.get(KOPF, "").encode(), self._token)


async def _beantworte(anfrage: Anfrage, on_new_message: Annahme) -> list[dict[str, Any]]:
    ausgang = Sammler()
    try:
        await on_new_message(als_nachricht(anfrage, ausgang))
    except Exception as fehler:  # noqa: BLE001 - one turn must not end the others
        # Only the kind of error: its text or its traceback could repeat what the person wrote.
        logger.error("Turn failed: %s", type(fehler).__name__)
    return ausgang.messages
