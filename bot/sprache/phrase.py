"""The choices of a question as phrases: content words that name them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.sprache.aeusserung import Aeusserung, Wort
from bot.sprache.mass import einheit
from bot.sprache.satz import FUELLUNG, FUNKTIONSWOERTER, VERNEINUNG, verneinte
from bot.sprache.typen import Wahl
from bot.sprache.woerter import wortliste
from bot.sprache.zahlwort import ABSCHNITTE, beziffere, ist_artikel, ordnungszahl

# Around an amount these small words are what it is about: "unter 6 Monate", "über 6 Monate".
BEGRENZUNG = frozenset({"hoechstens", "maximal", "bis"}).union(
    *(wortliste("zahlen", abschnitt, ABSCHNITTE[abschnitt]) for abschnitt in ("grenze", "grenze_vor_zahl"))
)


@dataclass(frozen=True)
class Phrase:
    """One way to name choice number `wahl`: its content words, and whether they stand under a negation."""

    wahl: int
    worte: tuple[str, ...]
    verneint: bool

    @property
    def misst(self) -> bool:
        """Whether the phrase names an amount or a rank."""
        return any(wort.isdigit() or ordnungszahl(wort.casefold()) for wort in self.worte)


@lru_cache(maxsize=256)
def phrasen(wahl: tuple[Wahl, ...]) -> tuple[Phrase, ...]:
    """All phrases of the choices: title and synonyms, without filler words."""
    return tuple(_phrase(nummer, text) for nummer, w in enumerate(wahl) for text in (w.titel, *w.synonyme))


@lru_cache(maxsize=256)
def wortschatz(wahl: tuple[Wahl, ...]) -> frozenset[str]:
    """All words of all phrases."""
    return frozenset(wort for phrase in phrasen(wahl) for wort in phrase.worte)


def beziffert(worte: Sequence[Wort]) -> list[str]:
    """The words as written, number words in digits ("zwei", and "ein" before a unit), nothing for punctuation."""
    naechste = [*(wort.falt for wort in worte[1:]), ""]
    return ["" if w.trennt else _ziffern(w, danach) for w, danach in zip(worte, naechste, strict=True)]


def _ziffern(wort: Wort, danach: str) -> str:
    if ist_artikel(wort.falt) and einheit(danach):
        return "1"
    ziffern = beziffere(wort.falt)
    return wort.roh if ziffern == wort.falt else ziffern


def _phrase(nummer: int, text: str) -> Phrase:
    worte = Aeusserung.aus(text).worte
    formen = beziffert(worte)
    alle = [i for i, wort in enumerate(worte) if not wort.trennt]
    misst = any(form.isdigit() for form in formen)
    inhalt = [i for i in alle if _zaehlt(worte[i], formen[i], misst=misst)]
    verneint = not verneinte(worte).isdisjoint(inhalt)
    kern = [i for i in inhalt if worte[i].falt not in VERNEINUNG] if verneint else inhalt
    return Phrase(nummer, tuple(dict.fromkeys(formen[i] for i in (kern if _benennt(worte, kern) else alle))), verneint)


def _benennt(worte: Sequence[Wort], kern: Sequence[int]) -> bool:
    """One filler word is no name for a choice ("nur hier"): then the whole phrase has to be met."""
    return len(kern) > 1 or not all(worte[i].falt in FUELLUNG for i in kern)


def _zaehlt(wort: Wort, form: str, *, misst: bool) -> bool:
    return form.isdigit() or wort.falt not in FUNKTIONSWOERTER or (misst and wort.falt in BEGRENZUNG)
