"""Runs in the engine's environment (test_gespraechsspeicher.py) and prints what the tracker store did as JSON."""

import asyncio
import json
import sys

from rasa.shared.core.events import ActionExecuted, UserUttered

from bot.engine import gespraechsspeicher
from bot.engine.gespraechsspeicher import Gespraechsspeicher


async def zug(speicher: Gespraechsspeicher, sender: str, text: str) -> None:
    """One turn as the processor does it: a copy out, events on it, the copy back."""
    tracker = await speicher.get_or_create_tracker(sender)
    tracker.update(UserUttered(text, {"name": "antwort"}))
    tracker.copy().update(ActionExecuted("action_verworfen"))
    tracker.update(ActionExecuted("action_antwort"))
    tracker.update(ActionExecuted("action_listen"))
    await speicher.save(tracker)


async def probe() -> dict[str, object]:
    """Sixty turns, then a failed one, then a rest."""
    speicher = Gespraechsspeicher(zuege=5)
    for nummer in range(60):
        await zug(speicher, "lang", f"Zug {nummer}")
    verworfen = await speicher.retrieve("lang")
    verworfen.update(UserUttered("nie gespeichert"))
    tracker = await speicher.retrieve("lang")
    texte = [ereignis.text for ereignis in tracker.events if isinstance(ereignis, UserUttered)]
    gespraeche = list(await speicher.keys())
    gespraechsspeicher.RUHEZEIT_SEKUNDEN = 0
    await zug(speicher, "neu", "Zug")
    return {
        "texte": texte,
        "aktionen": [e.action_name for e in tracker.events if isinstance(e, ActionExecuted)],
        "letzte_aktion": tracker.latest_action_name,
        "gespraeche": gespraeche,
        "nach_der_ruhe": list(await speicher.keys()),
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(asyncio.run(probe())))
