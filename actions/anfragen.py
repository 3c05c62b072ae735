"""From what the engine understood to the request that the case file takes."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from casefile.befehle import AENDERN, Anfrage

BEFEHL_ALIAS: Mapping[str, str] = {"warum": "warum_frage"}
WERT_ALS_BEFEHL = frozenset({"weiss_nicht", "keine_angabe", "nur_im_gespraech", "fortsetzen"})
NICHT_VERSTANDEN = "nicht_verstanden"
LESBAR = frozenset({"weiss_nicht", "keine_angabe", "nur_im_gespraech"})


def getippt_oder_gewaehlt(nachricht: Mapping[str, Any]) -> Anfrage:
    """Give the request behind the engine's latest message, a tap or typed text.

    The message's metadata is the turn as the web sent it. Raises KeyError if there is none.
    """
    zug = nachricht["metadata"]
    absicht = str((nachricht.get("intent") or {}).get("name") or NICHT_VERSTANDEN)
    if nachricht.get("text") or absicht == NICHT_VERSTANDEN:
        return getippt(zug, absicht, nachricht.get("lesung") or {})
    return gewaehlt(zug)


def getippt(zug: Mapping[str, Any], absicht: str, lesung: Mapping[str, Any]) -> Anfrage:
    """Give the request behind typed text, from the intent and the reading of the engine."""
    anfrage = Anfrage(str(zug["schluessel"]), zug.get("frage"), wie="getippt")
    art, wert = lesung.get("art"), lesung.get("wert")
    if absicht != "antwort":
        return replace(anfrage, befehl=absicht)
    if art == "antwort":
        return replace(anfrage, wert=wert)
    if art in LESBAR:
        return replace(anfrage, befehl=art)
    kandidaten = tuple(str(gemeint) for gemeint in wert) if isinstance(wert, list) else ()
    return replace(anfrage, befehl=NICHT_VERSTANDEN, kandidaten=kandidaten)


def gewaehlt(zug: Mapping[str, Any]) -> Anfrage:
    """Give the request behind a tap: a choice, or a command."""
    anfrage = Anfrage(str(zug["schluessel"]), zug.get("frage"))
    wert, befehl = zug.get("wert"), zug.get("befehl")
    if befehl is not None:
        return replace(anfrage, befehl=BEFEHL_ALIAS.get(befehl, befehl), ziel=zug.get("ziel"))
    if isinstance(wert, str) and wert in WERT_ALS_BEFEHL:
        return replace(anfrage, befehl=wert)
    if isinstance(wert, str) and wert.startswith(AENDERN):
        return replace(anfrage, befehl="aendern", ziel=wert.removeprefix(AENDERN))
    return replace(anfrage, wert=wert)
