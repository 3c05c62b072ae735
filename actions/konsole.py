"""Text from `rasa shell`, which knows no turn: it answers whatever question is open, and is read here."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any
from uuid import uuid4

from actions.anfragen import NICHT_VERSTANDEN, getippt
from actions.kontext import kontext_fuer
from bot.sprache.lesen import FrageKontext, lies
from casefile.akte import Akte
from casefile.befehle import Anfrage
from casefile.gespraech import hole, lage


def aus_konsole(akte: Akte, gespraech_id: str, nachricht: Mapping[str, Any]) -> Anfrage:
    """Give the request behind a typed line, read against the open question. Raises UnbekanntesGespraech."""
    with akte.lesend() as s:
        frage = lage(akte, s, hole(s, gespraech_id)).frage
    kontext = kontext_fuer(akte, gespraech_id, frage)
    zug = {"schluessel": str(uuid4()), "frage": frage}
    absicht = str((nachricht.get("intent") or {}).get("name") or NICHT_VERSTANDEN)
    if kontext is None or absicht not in ("antwort", NICHT_VERSTANDEN):
        return getippt(zug, absicht, {})
    lesung = lies(str(nachricht.get("text") or ""), FrageKontext.from_dict(kontext), akte.heute())
    return getippt(zug, "antwort", asdict(lesung))
