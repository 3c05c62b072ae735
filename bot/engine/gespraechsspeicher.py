"""Trackers live in memory, hold the last few turns, and are forgotten when a conversation rests.

The case file remembers (docs/architecture.md). The engine keeps just enough to answer, so a turn costs the same at turn
10 and at turn 400, and nothing that people write reaches a disk from here.
"""

import copy
import time
from collections import OrderedDict
from collections.abc import Iterable
from typing import Any

from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, Event, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker, EventVerbosity

from bot.engine import ergebnis_pruefer

RUHEZEIT_SEKUNDEN = 30 * 60


class KurzTracker(DialogueStateTracker):
    """A tracker without slots that copies its state instead of replaying all its events."""

    def __init__(self, sender_id: str) -> None:
        super().__init__(sender_id, slots=[])
        # Listening already: an empty tracker would make the processor start a session at every first turn.
        self.update(ActionExecuted(ACTION_LISTEN_NAME))

    def copy(self) -> "KurzTracker":
        """The same state with its own list of events."""
        kopie = copy.copy(self)
        kopie.events = self.events.copy()
        return kopie

    def current_state(self, event_verbosity: EventVerbosity = EventVerbosity.NONE) -> dict[str, Any]:
        """As Rasa's, but with the last turn's events only: this is what each action call carries."""
        zustand: dict[str, Any] = super().current_state(EventVerbosity.NONE)
        if event_verbosity is not EventVerbosity.NONE:
            zustand["events"] = [ereignis.as_dict() for ereignis in self.letzte_zuege(1)]
        return zustand

    def letzte_zuege(self, anzahl: int) -> list[Event]:
        """The events from the anzahl-th last message on; all of them if there are fewer messages."""
        ereignisse = list(self.events)
        anfaenge = [i for i, ereignis in enumerate(ereignisse) if isinstance(ereignis, UserUttered)]
        return ereignisse[anfaenge[-anzahl] :] if len(anfaenge) >= anzahl else ereignisse

    def kuerze(self, zuege: int) -> None:
        """Drop all events before the last turns; the state stays."""
        behalten = self.letzte_zuege(zuege)
        self.events.clear()
        self.events.extend(behalten)


class Gespraechsspeicher(TrackerStore):
    """Keeps the trackers of the conversations that are going on."""

    def __init__(
        self,
        domain: Domain | None = None,
        event_broker: EventBroker | None = None,
        zuege: int = 5,
        **_: Any,
    ) -> None:
        """`zuege` comes from endpoints.yml, the other arguments from Rasa."""
        super().__init__(domain, event_broker)
        self._zuege = zuege
        self._tracker: OrderedDict[str, tuple[float, KurzTracker]] = OrderedDict()
        # Here, because `rasa shell` and the server both load this class before the first action.
        ergebnis_pruefer.setze_ein()

    async def retrieve(self, sender_id: str) -> KurzTracker:
        """A copy, so that a turn that fails leaves no trace; a new tracker if there is none."""
        if sender_id not in self._tracker:
            return KurzTracker(sender_id)
        return self._tracker[sender_id][1].copy()

    async def save(self, tracker: KurzTracker) -> None:
        """Keep the last turns of this conversation and forget those that have rested."""
        tracker.kuerze(self._zuege)
        jetzt = time.monotonic()
        self._tracker[tracker.sender_id] = (jetzt, tracker)
        self._tracker.move_to_end(tracker.sender_id)
        self._vergiss(jetzt - RUHEZEIT_SEKUNDEN)

    def _vergiss(self, vor: float) -> None:
        while next(iter(self._tracker.values()))[0] < vor:
            self._tracker.popitem(last=False)

    async def keys(self) -> Iterable[str]:
        """The conversations that are held."""
        return list(self._tracker)
