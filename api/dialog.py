"""The engine's client: the only place that knows its address and protocol.

A turn goes through the engine. While it is away, taps go to the case file directly, with the same
outcome; typed text has to wait. The turn key makes it safe to do both.
"""

from dataclasses import dataclass
from typing import Any

import httpx
import structlog

from actions.anfragen import gewaehlt
from actions.kontext import kontext_fuer
from casefile.akte import Akte
from casefile.ergebnis import Ergebnis
from casefile.gespraech import zug

WARTEN = httpx.Timeout(10.0, connect=0.5)

log = structlog.get_logger(__name__)


class EngineFehlt(Exception):
    """The engine does not answer, so typed text cannot be understood at the moment."""


@dataclass(frozen=True)
class Eingabe:
    """One turn from outside: typed `text`, the `wert` of a choice, or a `befehl`."""

    schluessel: str
    frage: str | None
    text: str | None = None
    wert: object = None
    befehl: str | None = None
    ziel: str | None = None

    def als_zug(self) -> dict[str, Any]:
        """Give the turn as it goes to the engine."""
        teile = {"wert": self.wert, "befehl": self.befehl, "ziel": self.ziel}
        gefuellt = {name: wert for name, wert in teile.items() if wert is not None}
        return {"schluessel": self.schluessel, "frage": self.frage, **gefuellt}


class Dialog:
    """Conversations through the engine at `url`; `token` is the secret shared with it."""

    def __init__(self, url: str, token: str, akte: Akte) -> None:
        self._akte = akte
        self._client = httpx.Client(base_url=url, headers={"X-Lotse-Token": token}, timeout=WARTEN, trust_env=False)

    def zug(self, gespraech_id: str, eingabe: Eingabe) -> Ergebnis:
        """Take one turn; it is committed when this returns. Raises EngineFehlt for text without an engine."""
        ergebnis = self._ueber_engine(gespraech_id, eingabe)
        if ergebnis is not None:
            return ergebnis
        if eingabe.text is not None:
            raise EngineFehlt
        return zug(self._akte, gespraech_id, gewaehlt(eingabe.als_zug()))

    def bereit(self) -> bool:
        """Say whether the engine answers."""
        try:
            return self._client.get("/webhooks/lotse/").is_success
        except httpx.HTTPError:
            return False

    def schliesse(self) -> None:
        """Close the connections."""
        self._client.close()

    def _ueber_engine(self, gespraech_id: str, eingabe: Eingabe) -> Ergebnis | None:
        koerper: dict[str, Any] = {"sender": gespraech_id, "zug": eingabe.als_zug()}
        if eingabe.text is not None:
            koerper |= {"text": eingabe.text, "heute": self._akte.heute().isoformat()}
            koerper["kontext"] = kontext_fuer(self._akte, gespraech_id, eingabe.frage)
        try:
            antwort = self._client.post("/webhooks/lotse/webhook", json=koerper)
            antwort.raise_for_status()
            teile = [teil["custom"] for teil in antwort.json() if "custom" in teil]
        except (httpx.HTTPError, ValueError) as fehler:
            log.warning("engine_fehlt", gespraech=gespraech_id, grund=type(fehler).__name__)
            return None
        # An empty list means that the action failed; what it committed is found again under the turn key.
        return Ergebnis.model_validate(teile[-1]["ergebnis"]) if teile else None
