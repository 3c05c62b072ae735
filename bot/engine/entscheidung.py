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


@dataclass(frozen=True)
class Nachricht:
    """All that the decision looks at; see `entscheide`."""

    lesung: Lesung | None
    typ: str | None
    beste: Absicht
    notfall: float
    notruf: bool
    wendung: bool

    @property
    def gelesen(self) -> Lesung | None:
        """The reading, unless it is unclear."""
        return self.lesung if self.lesung and self.lesung.art != "unklar" else None

    @property
    def freitext(self) -> bool:
        """To an open question anything reads as an answer, which says nothing."""
        return self.typ == "text" and self.gelesen is not None and self.gelesen.art == ANTWORT

    @property
    def sicherheit(self) -> float:
        """How sure the reading is."""
        return self.gelesen.sicherheit if self.gelesen and not self.freitext else 0.0

    @property
    def ueberzeugt(self) -> bool:
        """Whether the classifier's best intent counts against what was read."""
        if self.gelesen is None:
            return self.beste.sicherheit >= ABSICHT_AB
        return self.beste.name not in NIE_GEGEN_LESUNG and self.beste.sicherheit >= BEFEHL_GEGEN_LESUNG_AB


def entscheide(
    lesung: Lesung | None, typ: str | None, rangliste: Sequence[Absicht], *, notruf: bool, wendung: bool = False
) -> Absicht:
    """The intent of a typed message.

    `lesung` is the text read against the open question of type `typ` (both None if no question is open); `rangliste`
    holds the classifier's intents, best first, or nothing; `notruf` says that words of danger were found; `wendung`
    that the text is a phrase known for the best intent, or a question. The first of STUFEN that knows decides.
    """
    beste = rangliste[0] if rangliste else Absicht(NICHT_VERSTANDEN, 0.0)
    notfall = max((absicht.sicherheit for absicht in rangliste if absicht.name == NOTFALL), default=0.0)
    nachricht = Nachricht(lesung, typ, beste, notfall, notruf, wendung)
    entschieden = (stufe(nachricht) for stufe in STUFEN)
    return next((absicht for absicht in entschieden if absicht), Absicht(NICHT_VERSTANDEN, 1 - beste.sicherheit))


def _notruf(nachricht: Nachricht) -> Absicht | None:
    return Absicht(NOTFALL, 1.0) if nachricht.notruf else None


def _genau_gelesen(nachricht: Nachricht) -> Absicht | None:
    sicherheit = nachricht.sicherheit
    return Absicht(ANTWORT, sicherheit) if sicherheit >= GENAUE_LESUNG else None


def _notfall(nachricht: Nachricht) -> Absicht | None:
    return Absicht(NOTFALL, nachricht.notfall) if nachricht.notfall >= NOTFALL_AB else None


def _sicher_gelesen(nachricht: Nachricht) -> Absicht | None:
    woertlich = nachricht.wendung and nachricht.ueberzeugt
    sicherheit = nachricht.sicherheit
    return Absicht(ANTWORT, sicherheit) if sicherheit >= (NAMENTLICHE_LESUNG if woertlich else SICHERE_LESUNG) else None


def _befehl(nachricht: Nachricht) -> Absicht | None:
    erlaubt = nachricht.wendung or not nachricht.freitext
    return nachricht.beste if erlaubt and nachricht.ueberzeugt else None


def _schwach_gelesen(nachricht: Nachricht) -> Absicht | None:
    """Take a weak reading; an unclear one with candidates is worth a question back: "A or B?"."""
    lesung = nachricht.lesung
    return Absicht(ANTWORT, lesung.sicherheit) if lesung and (nachricht.gelesen or lesung.wert) else None


STUFEN: Final = (_notruf, _genau_gelesen, _notfall, _sicher_gelesen, _befehl, _schwach_gelesen)
