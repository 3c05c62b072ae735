"""From what the engine understood to the request that the case file takes."""

from collections.abc import Mapping
from typing import Any

from casefile.befehle import AENDERN, Anfrage

BEFEHL_ALIAS: Mapping[str, str] = {"warum": "warum_frage"}
WERT_ALS_BEFEHL = frozenset({"weiss_nicht", "keine_angabe", "nur_im_gespraech", "fortsetzen"})
NICHT_VERSTANDEN = "nicht_verstanden"
LESBAR = frozenset({"weiss_nicht", "keine_angabe", "nur_im_gespraech"})


def getippt(zug: Mapping[str, Any], absicht: str, lesung: Mapping[str, Any] | None) -> Anfrage:
    """Give the request behind typed text, from the intent and the reading of the engine."""
    kern = {"schluessel": str(zug["schluessel"]), "frage": zug.get("frage"), "wie": "getippt"}
    art = (lesung or {}).get("art")
    if absicht == "antwort" and lesung is not None and art == "antwort":
        return Anfrage(**kern, wert=lesung.get("wert"))
    if absicht == "antwort":
        return Anfrage(**kern, befehl=art) if art in LESBAR else _unklar(kern, lesung)
    return Anfrage(**kern, befehl=absicht)


def _unklar(kern: dict[str, Any], lesung: Mapping[str, Any] | None) -> Anfrage:
    gemeint = (lesung or {}).get("wert")
    kandidaten = tuple(str(wert) for wert in gemeint) if isinstance(gemeint, list) else ()
    return Anfrage(**kern, befehl=NICHT_VERSTANDEN, kandidaten=kandidaten)


def getippt_oder_gewaehlt(nachricht: Mapping[str, Any]) -> Anfrage:
    """Give the request behind the engine's latest message, a tap or typed text.

    The message's metadata is the turn as the web sent it. Raises KeyError if there is none.
    """
    zug = nachricht["metadata"]
    absicht = str((nachricht.get("intent") or {}).get("name") or NICHT_VERSTANDEN)
    if nachricht.get("text") or absicht == NICHT_VERSTANDEN:
        return getippt(zug, absicht, nachricht.get("lesung"))
    return gewaehlt(zug)


def gewaehlt(zug: Mapping[str, Any]) -> Anfrage:
    """Give the request behind a tap: a choice, or a command."""
    kern = {"schluessel": str(zug["schluessel"]), "frage": zug.get("frage")}
    wert, befehl = zug.get("wert"), zug.get("befehl")
    if befehl is not None:
        return Anfrage(**kern, befehl=BEFEHL_ALIAS.get(befehl, befehl), ziel=zug.get("ziel"))
    if isinstance(wert, str) and wert in WERT_ALS_BEFEHL:
        return Anfrage(**kern, befehl=wert)
    if isinstance(wert, str) and wert.startswith(AENDERN):
        return Anfrage(**kern, befehl="aendern", ziel=wert.removeprefix(AENDERN))
    return Anfrage(**kern, wert=wert)
