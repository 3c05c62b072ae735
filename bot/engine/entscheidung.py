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

GENAUE_LESUNG: Final = 1.0
# From here on a choice was named by its title, id or synonym, not merely resembled.
NAMENTLICHE_LESUNG: Final = 0.97
SICHERE_LESUNG: Final = 0.9
NOTFALL_AB: Final = 0.35
ABSICHT_AB: Final = 0.35
BEFEHL_GEGEN_LESUNG_AB: Final = 0.6

# Never against a reading: nearly every sentence resembles the first four a little, and "don't know" and "won't say" are
# what the reader itself tells apart better.
NIE_GEGEN_LESUNG: Final = frozenset(
    {ANTWORT, NICHT_VERSTANDEN, "ausserhalb", "smalltalk", "weiss_nicht", "keine_angabe"}
)


@dataclass(frozen=True)
class Absicht:
    """What a message is, and how sure that is (0 to 1)."""

    name: str
    sicherheit: float


def entscheide(
    lesung: Lesung | None, typ: str | None, rangliste: Sequence[Absicht], *, notruf: bool, wendung: bool = False
) -> Absicht:
    """The intent of a typed message.

    `lesung` is the text read against the open question of type `typ` (both None if no question is open); `rangliste`
    holds the classifier's intents, best first, or nothing; `notruf` says that words of danger were found, which beats
    everything. Then comes a choice named exactly, then what the classifier takes for an emergency, then a choice named
    by a synonym, then a confident intent if the text is a known phrase or a question (`wendung`), then a certain
    reading, except that to an open question anything reads as an answer; then, not there, a confident intent alone;
    then a weaker reading.
    """
    if notruf:
        return Absicht(NOTFALL, 1.0)
    gelesen = lesung if lesung and lesung.art != "unklar" else None
    freitext = typ == "text" and gelesen is not None and gelesen.art == "antwort"
    sicherheit = gelesen.sicherheit if gelesen and not freitext else 0.0
    notfall = next((absicht for absicht in rangliste if absicht.name == NOTFALL), None)
    if notfall and notfall.sicherheit >= NOTFALL_AB and sicherheit < GENAUE_LESUNG:
        return notfall
    beste = rangliste[0] if rangliste else Absicht(NICHT_VERSTANDEN, 0.0)
    ueberzeugt = _gilt_gegen_lesung(beste) if gelesen else beste.sicherheit >= ABSICHT_AB
    if sicherheit >= (NAMENTLICHE_LESUNG if wendung and ueberzeugt else SICHERE_LESUNG):
        return Absicht(ANTWORT, sicherheit)
    if ueberzeugt and (wendung or not freitext):
        return beste
    # Unclear with candidates is worth a question back: "A or B?"
    if lesung and (gelesen or lesung.wert):
        return Absicht(ANTWORT, lesung.sicherheit)
    return Absicht(NICHT_VERSTANDEN, 1 - beste.sicherheit)


def _gilt_gegen_lesung(absicht: Absicht) -> bool:
    return absicht.name not in NIE_GEGEN_LESUNG and absicht.sicherheit >= BEFEHL_GEGEN_LESUNG_AB
