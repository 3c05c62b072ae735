"""The custom actions of the engine: each turns the latest message into one call of the case file."""

from functools import partial
from typing import Any

import anyio.to_thread
from anyio import CapacityLimiter
from rasa_sdk import Action, Tracker
from rasa_sdk.executor import ActionExecutor, CollectingDispatcher

from actions.anfragen import getippt_oder_gewaehlt
from actions.auskuenfte import Haus
from actions.konsole import aus_konsole
from actions.nachrichten import Nachricht, nachrichten
from casefile.akte import Akte
from casefile.ergebnis import Ergebnis
from casefile.gespraech import zug

NAMEN = ("action_antwort", "action_befehl", "action_auskunft", "action_notfall", "action_unverstanden")
# Threads of their own: the web's threads may all be waiting for the engine, which waits for these.
GLEICHZEITIG = 8


class Zugaktion(Action):
    """One action of the domain. What it does follows from the message, not from its name."""

    def __init__(self, name: str, akte: Akte, haus: Haus, grenze: CapacityLimiter) -> None:
        self._name, self._akte, self._haus, self._grenze = name, akte, haus, grenze

    def name(self) -> str:
        """The name in domain.yml."""
        return self._name

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, _domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        """Take the turn; the web gets its outcome as it is, `rasa shell` gets the messages."""
        nimm = partial(self._nimm, tracker.sender_id, tracker.latest_message)
        ergebnis = await anyio.to_thread.run_sync(nimm, limiter=self._grenze)
        if tracker.latest_message.get("metadata"):
            dispatcher.utter_message(json_message={"ergebnis": ergebnis.model_dump(mode="json")})
            return []
        for nachricht in nachrichten(ergebnis, self._haus):
            dispatcher.utter_message(text=nachricht.text, buttons=_knoepfe(nachricht))
        return []

    def _nimm(self, gespraech_id: str, nachricht: dict[str, Any]) -> Ergebnis:
        if nachricht.get("metadata"):
            return zug(self._akte, gespraech_id, getippt_oder_gewaehlt(nachricht))
        return zug(self._akte, gespraech_id, aus_konsole(self._akte, gespraech_id, nachricht))


def ausfuehrer(akte: Akte, haus: Haus) -> ActionExecutor:
    """Give the executor with all actions of the domain; call it inside the running event loop."""
    executor, grenze = ActionExecutor(), CapacityLimiter(GLEICHZEITIG)
    for name in NAMEN:
        executor.register_action(Zugaktion(name, akte, haus, grenze))
    return executor


def _knoepfe(nachricht: Nachricht) -> list[dict[str, str]]:
    # The title is the payload, so that a client that sends it back as text is understood.
    return [{"title": punkt.titel, "payload": punkt.titel} for punkt in nachricht.wahl]
