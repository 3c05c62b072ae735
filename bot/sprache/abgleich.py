"""Which choices a message names: every choice is a set of phrases, and a phrase is met word by word."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from bot.sprache.aeusserung import Aeusserung, Wort
from bot.sprache.formen import ENTHALTEN, passung
from bot.sprache.ja_nein import JA, NEIN
from bot.sprache.satz import FUELLUNG, FUNKTIONSWOERTER, VERNEINUNG, verneinte
from bot.sprache.typen import Wahl
from bot.sprache.zahlwort import beziffere

# The words of one phrase stand this close together, or they were not meant together.
SPANNE = 10
TEILWEISE = 0.65


@dataclass(frozen=True)
class Phrase:
    """One way to name choice number `wahl`: content words, and whether they stand under a negation."""

    wahl: int
    worte: tuple[str, ...]
    verneint: bool


class Fund(NamedTuple):
    """A choice that was named: how well, by which words, and how many words of the phrase were met."""

    wahl: int
    guete: float
    stellen: frozenset[int]
    ganz: bool


class Treffer(NamedTuple):
    """Where a word of a phrase stands in the message, and how well it fits."""

    stelle: int
    guete: float


def genannte(aeusserung: Aeusserung, wahl: tuple[Wahl, ...], *, verneint: bool = False) -> list[Fund]:
    """The choices named in full, best reading each; with `verneint` those the message denies."""
    volle = [f for f in _funde(aeusserung, wahl, gegenteil=verneint) if f.ganz]
    je_wahl = {nummer: _vereint([f for f in volle if f.wahl == nummer]) for nummer in {f.wahl for f in volle}}
    return [fund for fund in je_wahl.values() if not any(_verdraengt(anderer, fund) for anderer in je_wahl.values())]


def angedeutete(aeusserung: Aeusserung, wahl: tuple[Wahl, ...]) -> list[Fund]:
    """The choices of which only a part is named, for want of better; those with most words met."""
    funde = [f for f in _funde(aeusserung, wahl, gegenteil=False) if not f.ganz]
    am_meisten = max((len(f.stellen) for f in funde), default=0)
    je_wahl = {f.wahl: f for f in funde if len(f.stellen) == am_meisten}
    return [je_wahl[nummer] for nummer in sorted(je_wahl)]


def _vereint(funde: Sequence[Fund]) -> Fund:
    beste = max(f.guete for f in funde)
    stellen = frozenset[int]().union(*(f.stellen for f in funde if f.guete > beste - 0.1))
    return Fund(funde[0].wahl, beste, stellen, ganz=True)


def _verdraengt(anderer: Fund, fund: Fund) -> bool:
    """A longer phrase or a much better fit on the same words wins: "Studium im Ausland" over "Studium"."""
    if anderer.wahl == fund.wahl or not fund.stellen <= anderer.stellen:
        return False
    return fund.stellen < anderer.stellen or anderer.guete - fund.guete >= 0.1


def _funde(aeusserung: Aeusserung, wahl: tuple[Wahl, ...], *, gegenteil: bool) -> list[Fund]:
    worte = aeusserung.worte
    unter_verneinung = verneinte(worte)
    treffer = {gesucht: _treffer(worte, gesucht) for gesucht in _wortschatz(wahl)}
    funde: list[Fund] = []
    for phrase in phrasen(wahl):
        if not phrase.worte or (_nur_verneinung(phrase) and not _bar(worte)):
            continue
        soll = phrase.verneint != gegenteil
        je_wort = [[t for t in treffer[w] if (t.stelle in unter_verneinung) == soll] for w in phrase.worte]
        if (fund := _fund(phrase, je_wort)) is not None:
            funde.append(fund)
    return funde


def _fund(phrase: Phrase, je_wort: list[list[Treffer]]) -> Fund | None:
    beste = {w: max(t, key=lambda x: x.guete) for w, t in zip(phrase.worte, je_wort, strict=True) if t}
    if not beste:
        return None
    stellen = frozenset(t.stelle for t in beste.values())
    guete = min(t.guete for t in beste.values())
    if len(beste) == len(phrase.worte) and guete > ENTHALTEN and max(stellen) - min(stellen) <= SPANNE:
        return Fund(phrase.wahl, guete, stellen, ganz=True)
    tragend = frozenset(t.stelle for w, t in beste.items() if _traegt(w))
    return Fund(phrase.wahl, TEILWEISE, tragend, ganz=False) if tragend else None


def _traegt(wort: str) -> bool:
    """Whether a word alone may point to a choice; numbers, yes, no and filler words may not."""
    return not (wort.isdigit() or wort in JA or wort in NEIN or wort in FUELLUNG or wort in VERNEINUNG)


def _treffer(worte: Sequence[Wort], gesucht: str) -> list[Treffer]:
    guete = {w.roh: passung(_ziffern(w), gesucht) for w in worte if not w.trennt}
    return [Treffer(i, guete[w.roh]) for i, w in enumerate(worte) if guete.get(w.roh)]


def _ziffern(wort: Wort) -> str:
    ziffern = beziffere(wort.falt)
    return wort.roh if ziffern == wort.falt else ziffern


def _nur_verneinung(phrase: Phrase) -> bool:
    return all(w in VERNEINUNG for w in phrase.worte) and not phrase.verneint


def _bar(worte: Sequence[Wort]) -> bool:
    """Whether a message is a bare denial: "gar keine" names the choice "keine", "keine Lust" does not."""
    return all(w.trennt or w.falt in VERNEINUNG or w.falt in FUELLUNG for w in worte)


@lru_cache(maxsize=256)
def phrasen(wahl: tuple[Wahl, ...]) -> tuple[Phrase, ...]:
    """All phrases of the choices: title and synonyms, without filler words."""
    return tuple(_phrase(nummer, text) for nummer, w in enumerate(wahl) for text in (w.titel, *w.synonyme))


@lru_cache(maxsize=256)
def _wortschatz(wahl: tuple[Wahl, ...]) -> frozenset[str]:
    return frozenset(wort for phrase in phrasen(wahl) for wort in phrase.worte)


def _phrase(nummer: int, text: str) -> Phrase:
    worte = [w for w in Aeusserung.aus(text).worte if not w.trennt]
    kern = [w for w in worte if w.falt not in FUNKTIONSWOERTER] or worte
    inhalt = [w for w in kern if w.falt not in VERNEINUNG]
    if not inhalt:
        return Phrase(nummer, tuple(w.falt for w in kern[-1:]), verneint=False)
    return Phrase(nummer, tuple(dict.fromkeys(_ziffern(w) for w in inhalt)), verneint=len(inhalt) < len(kern))
