"""Personal values at rest: ciphertext as a type of its own, and the vault that closes and opens it."""

import json
import time
from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime
from threading import Lock

from sqlalchemy import Dialect, LargeBinary
from sqlalchemy.types import TypeDecorator

from casefile.schluessel import Schluesselspeicher
from casefile.siegel import entsiegle, versiegle

# "ja" and "nein" must not differ in length once sealed.
RASTER_BYTES = 128
CACHE_GROESSE = 512
# Another process may destroy a key: it is forgotten here within a minute.
CACHE_SEKUNDEN = 60.0


@dataclass(frozen=True, slots=True, repr=False)
class Geheim:
    """A sealed value. It holds ciphertext only, so it may be logged or printed by accident."""

    umschlag: bytes

    def __repr__(self) -> str:
        return "Geheim(…)"


GELOESCHT = Geheim(b"")
"""What stands in a column after its content was erased."""


class InhaltGeloescht(Exception):
    """The content of this one field was erased."""


class Verschluesselt(TypeDecorator[Geheim]):
    """A column that takes `Geheim` and nothing else, so that no plain value reaches the database."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: Geheim | None, _dialect: Dialect) -> bytes | None:
        """Ciphertext bytes; raises TypeError for anything that is not sealed."""
        if value is None:
            return None
        if not isinstance(value, Geheim):
            raise TypeError("an encrypted column takes Geheim only")
        return value.umschlag

    def process_result_value(self, value: bytes | None, _dialect: Dialect) -> Geheim | None:
        """Wrap what the database returns."""
        return None if value is None else Geheim(bytes(value))


class Tresor:
    """Closes and opens the values of a case with the key of that case."""

    def __init__(self, schluesselspeicher: Schluesselspeicher) -> None:
        self._speicher = schluesselspeicher
        self._cache: OrderedDict[str, tuple[float, bytes]] = OrderedDict()
        self._sperre = Lock()

    def neuer_fall(self, fall_id: str, jetzt: datetime) -> None:
        """Create the key of a new case. It is durable at once: a rolled-back case leaves a key that opens nothing."""
        self._speicher.lege_an(fall_id, jetzt)

    def schliesse(self, fall_id: str, feld: str, wert: object) -> Geheim:
        """Seal a JSON-able value for one field (such as `antwort.wert`) of one case.

        Raises `SchluesselVernichtet` without a key, TypeError for what JSON cannot hold.
        """
        text = json.dumps(wert, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()
        gefuellt = text.ljust(-(-len(text) // RASTER_BYTES) * RASTER_BYTES)
        return Geheim(versiegle(self._schluessel(fall_id), gefuellt, _bindung(fall_id, feld)))

    def oeffne(self, fall_id: str, feld: str, geheim: Geheim) -> object:
        """The value behind `geheim`.

        Raises `SchluesselVernichtet` for an erased case, `InhaltGeloescht` for an erased field and `Siegelbruch` if it
        was changed, moved to another case or field, or sealed with another key.
        """
        if geheim == GELOESCHT:
            raise InhaltGeloescht(f"Der Inhalt von {feld} wurde gelöscht.")
        klartext: object = json.loads(entsiegle(self._schluessel(fall_id), geheim.umschlag, _bindung(fall_id, feld)))
        return klartext

    def vernichte(self, fall_id: str) -> None:
        """Destroy the key of the case: the crypto-erasure of everything known about the person."""
        self._speicher.vernichte(fall_id)
        with self._sperre:
            self._cache.pop(fall_id, None)

    def _schluessel(self, fall_id: str) -> bytes:
        with self._sperre:
            gemerkt = self._cache.get(fall_id)
            if gemerkt and gemerkt[0] > time.monotonic():
                self._cache.move_to_end(fall_id)
                return gemerkt[1]
        schluessel = self._speicher.hole(fall_id)
        self._merke(fall_id, schluessel)
        return schluessel

    def _merke(self, fall_id: str, schluessel: bytes) -> None:
        with self._sperre:
            self._cache[fall_id] = (time.monotonic() + CACHE_SEKUNDEN, schluessel)
            self._cache.move_to_end(fall_id)
            if len(self._cache) > CACHE_GROESSE:
                self._cache.popitem(last=False)


def _bindung(fall_id: str, feld: str) -> bytes:
    return f"{fall_id}|{feld}".encode()
