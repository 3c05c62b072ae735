"""What a turn brings about: the outcome and where the conversation stands afterwards.

Stored sealed with the turn, so that the same key gives the same reply, and carried to the engine and
back. It holds meanings, not words; `actions.nachrichten` turns it into messages.
"""

from typing import Literal

from pydantic import BaseModel, ConfigDict

from knowledge.interview import Eintragsart
from knowledge.leitfaden_modell import Rolle

Status = Literal["neu", "wiederholt", "veraltet", "ungueltig"]
Wie = Literal["gewaehlt", "getippt", "formular"]
Folgeart = Literal[
    "beginn",
    "aufgenommen",
    "beibehalten",
    "zurueck",
    "aendern",
    "pause",
    "fortgesetzt",
    "auskunft",
    "unverstanden",
    "nicht_moeglich",
]


class _Fest(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Wahlpunkt(_Fest):
    """One choice as the person sees it."""

    titel: str
    wert: str
    ausschliesslich: bool = False


class Lage(_Fest):
    """Where a conversation stands. `frage` is None when nothing is open; a pause keeps it."""

    gespraech: str
    leitfaden: str
    rolle: Rolle
    frage: str | None
    wahl: tuple[Wahlpunkt, ...] = ()
    bisher: str = ""
    beantwortet: int
    offen: int
    pausiert: bool = False
    abgeschlossen: bool = False
    platzhalter: dict[str, str] = {}


class Folge(_Fest):
    """What a turn did: which answer was taken and how it was understood, or what was asked for.

    `gelesen` says the answer in words, or what is allowed instead of what was typed. `ruht` names answers
    that no longer count since this one; `thema` is the topic of an auskunft, or the reason of nicht_moeglich;
    `versuch` counts how often in a row nothing was understood; `kandidaten` are the readings of unclear text.
    """

    art: Folgeart
    frage: str | None = None
    eintrag: Eintragsart | None = None
    gelesen: str = ""
    wie: Wie = "gewaehlt"
    geaendert: bool = False
    ruht: tuple[str, ...] = ()
    thema: str = ""
    versuch: int = 0
    kandidaten: tuple[Wahlpunkt, ...] = ()


class Ergebnis(_Fest):
    """The whole outcome. `fehler` is the German reason when `status` is ungueltig."""

    status: Status
    folge: Folge
    lage: Lage
    fehler: str = ""
