"""Is a typed message an answer or something else? One pure decision over the reading and the classifier's ranking.

The thresholds come from cross-validation over bot/data/nlu; `rasa test nlu --cross-validation` shows the distribution.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.sprache.lesen import Lesung

ANTWORT: Final = "antwort"
NOTFALL: Final = "notfall"
NICHT_VERSTANDEN: Final = "nicht_verstanden"

SICHERE_LESUNG: Final = 0.9
NOTFALL_AB: Final = 0.35
ABSICHT_AB: Final = 0.30
BEFEHL_STATT_TEXT_AB: Final = 0.55

# Nearly every sentence resembles one of these a little, so an open question would lose answers to them.
KEIN_BEFEHL: Final = frozenset({ANTWORT, NICHT_VERSTANDEN, "ausserhalb", "smalltalk"})


@dataclass(frozen=True)
class Absicht:
    """What a message is, and how sure that is (0 to 1)."""

    name: str
    sicherheit: float


def entscheide(lesung: Lesung | None, typ: str | None, rangliste: Sequence[Absicht], notruf: bool) -> Absicht:
    """The intent of a typed message.

    `lesung` is the text read against the open question of type `typ` (both None if no question is open); `rangliste`
    holds the classifier's intents, best first; `notruf` says that words of danger were found. An emergency always wins;
    then a certain reading, except that to an open question anything reads as an answer; then a confident intent; then a
    weaker reading.
    """
    if notruf:
        return Absicht(NOTFALL, 1.0)
    notfall = next((absicht for absicht in rangliste if absicht.name == NOTFALL), None)
    if notfall and notfall.sicherheit >= NOTFALL_AB:
        return notfall
    freitext = lesung is not None and typ == "text" and lesung.art == "antwort"
    if lesung and not freitext and lesung.art != "unklar" and lesung.sicherheit >= SICHERE_LESUNG:
        return Absicht(ANTWORT, lesung.sicherheit)
    beste = rangliste[0] if rangliste else None
    if beste and _ueberzeugt(beste, freitext):
        return beste
    if lesung and _ist_schwache_lesung(lesung):
        return Absicht(ANTWORT, lesung.sicherheit)
    return Absicht(NICHT_VERSTANDEN, 1 - beste.sicherheit if beste else 1.0)


def _ueberzeugt(absicht: Absicht, freitext: bool) -> bool:
    if freitext:
        return absicht.name not in KEIN_BEFEHL and absicht.sicherheit >= BEFEHL_STATT_TEXT_AB
    return absicht.sicherheit >= ABSICHT_AB


def _ist_schwache_lesung(lesung: Lesung) -> bool:
    # Unclear with candidates is worth a question back: "A or B?"
    return lesung.art != "unklar" or bool(lesung.wert)
