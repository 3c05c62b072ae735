"""One turn at a time for each conversation. Rasa's own lock asks once a second; this one is told."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from weakref import WeakValueDictionary

from rasa.core.lock_store import LockStore


class Gespraechssperren(LockStore):
    """Locks of this process. Conversations must stay on their process (docs/architecture.md)."""

    def __init__(self, **_: Any) -> None:
        """Rasa passes the endpoint's configuration; there is nothing to configure."""
        self._sperren: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    @asynccontextmanager
    async def lock(self, conversation_id: str, **_: Any) -> AsyncIterator[None]:
        """Wait for the turn before. The lock is dropped when nobody holds or awaits it."""
        sperre = self._sperren.setdefault(conversation_id, asyncio.Lock())
        async with sperre:
            yield
