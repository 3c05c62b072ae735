"""The way to the action server: one pool of kept-alive connections, a short timeout, one retry."""

from typing import Any

import aiohttp
from rasa.utils.endpoints import EndpointConfig, concat_url

# Below the five seconds after which uvicorn closes an idle connection.
HALTEN_SEKUNDEN = 4
FRIST_SEKUNDEN = 10
VERSUCHE = 2


class Aktionsziel(EndpointConfig):
    """Rasa's endpoint opens a connection for each call; this one keeps them. Create it inside the running loop."""

    def __init__(self, vorlage: EndpointConfig) -> None:
        """Take over url, headers and settings from what endpoints.yml says."""
        super().__init__(vorlage.url, vorlage.params, vorlage.headers, **vorlage.kwargs)
        self._sitzung = aiohttp.ClientSession(
            headers=self.headers,
            connector=aiohttp.TCPConnector(keepalive_timeout=HALTEN_SEKUNDEN),
            timeout=aiohttp.ClientTimeout(total=FRIST_SEKUNDEN),
        )

    async def request(self, method: str = "post", subpath: str | None = None, **kwargs: Any) -> Any:
        """Send and return the JSON answer; raises aiohttp.ClientError, which never quotes the answer's body.

        A connection may be closed from the other side just when it is used again. Sending once more is safe because
        the turn's key makes the action idempotent.
        """
        url = concat_url(self.url, subpath)
        for versuch in range(1, VERSUCHE + 1):
            try:
                return await self._sende(method, url, kwargs["json"])
            except aiohttp.ClientConnectionError:
                if versuch == VERSUCHE:
                    raise
        return None

    async def _sende(self, method: str, url: str, inhalt: Any) -> Any:
        async with self._sitzung.request(method, url, json=inhalt) as antwort:
            antwort.raise_for_status()
            return await antwort.json()

    async def schliesse(self) -> None:
        """Close all connections."""
        await self._sitzung.close()
