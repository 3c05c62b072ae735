"""Walking through an interview by taps, and what of it was recorded."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from casefile.modelle import Antwort
from knowledge.leitfaden import load_leitfaden
from tests.standort import Standort, Zugang

FREI = {"text": "Lager und Versand", "datum": "2099-04-01"}
NICHTS: Mapping[str, Any] = {}


def tippe_bis(person: Zugang, ziel: str | None, werte: Mapping[str, Any] = NICHTS) -> list[dict[str, Any]]:
    """Answer by taps until the question `ziel` is open (None: until the end); gives the replies.

    `werte` names answers that matter; every other question gets its first choice, its minimum or an example.
    """
    antworten = []
    while person.frage != ziel:
        antworten.append(person.waehle(werte.get(str(person.frage), naheliegend(person))))
        assert len(antworten) < 100, person.gespraech
    return antworten


def naheliegend(person: Zugang) -> Any:
    """Give a value that answers the open question."""
    offen = person.gespraech["nachrichten"][-1]
    frage = load_leitfaden("erstgespraech").fragen[offen["frage"]]
    if frage.typ in FREI:
        return FREI[frage.typ]
    return frage.minimum if frage.typ == "zahl" else offen["wahl"][0]["wert"]


def aufgezeichnet(standort: Standort, fall_id: str) -> list[str]:
    """Give the questions of all answers that were recorded in talks about the case, oldest first."""
    mit_gespraech = select(Antwort.frage).where(Antwort.fall_id == fall_id, Antwort.gespraech_id.is_not(None))
    with standort.akte.lesend() as s:
        return list(s.scalars(mit_gespraech.order_by(Antwort.nr)))
