"""Which choices a message names: every choice is a set of phrases, and a phrase is met word by word."""

from collections.abc import Sequence
from typing import NamedTuple

from bot.sprache.aeusserung import Aeusserung, Wort
from bot.sprache.formen import ENTHALTEN, VERTIPPT, falte_wort, passung
from bot.sprache.ja_nein import JA, NEIN
from bot.sprache.mass import einheit
from bot.sprache.phrase import BEGRENZUNG, Phrase, beziffert, phrasen, wortschatz
from bot.sprache.satz import FUELLUNG, VERNEINUNG, verneinte
from bot.sprache.typen import Wahl

# The words of one phrase stand this close together, or they were not meant together.
SPANNE = 10
TEILWEISE = 0.65
OHNE_INHALT = JA | NEIN | FUELLUNG | VERNEINUNG


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
    formen = beziffert(worte)
    treffer = {gesucht: _treffer(formen, gesucht) for gesucht in wortschatz(wahl)}
    funde: list[Fund] = []
    for phrase in phrasen(wahl):
        if not phrase.worte or (_nur_verneinung(phrase) and not _bar(worte)):
            continue
        soll = phrase.verneint != gegenteil
        je_wort = [[t for t in treffer[w] if (t.stelle in unter_verneinung) == soll] for w in phrase.worte]
        fund = _fund(phrase, je_wort)
        if fund is not None and not (phrase.misst and _begrenzt(formen, fund.stellen)):
            funde.append(fund)
    return funde


def _fund(phrase: Phrase, je_wort: list[list[Treffer]]) -> Fund | None:
    beste = {w: max(t, key=lambda x: x.guete) for w, t in zip(phrase.worte, je_wort, strict=True) if t}
    if not beste:
        return None
    guete = min(t.guete for t in beste.values())
    if len(beste) == len(phrase.worte) and guete > ENTHALTEN:
        return _ganzer(phrase, frozenset(t.stelle for t in beste.values()), guete)
    tragend = frozenset(t.stelle for wort, t in beste.items() if _traegt(wort))
    if not tragend or phrase.misst:
        return None
    return Fund(phrase.wahl, TEILWEISE if guete >= VERTIPPT else ENTHALTEN, tragend, ganz=False)


def _ganzer(phrase: Phrase, stellen: frozenset[int], guete: float) -> Fund | None:
    return Fund(phrase.wahl, guete, stellen, ganz=True) if max(stellen) - min(stellen) <= SPANNE else None


def _traegt(wort: str) -> bool:
    """Whether a word alone may point to a choice; numbers, units, yes, no and filler words may not."""
    falt = falte_wort(wort)
    return not (einheit(falt) or falt.isdigit() or falt in OHNE_INHALT)


def _treffer(formen: Sequence[str], gesucht: str) -> list[Treffer]:
    guete = {form: passung(form, gesucht) for form in set(formen) - {""}}
    return [Treffer(i, guete[form]) for i, form in enumerate(formen) if guete.get(form)]


def _nur_verneinung(phrase: Phrase) -> bool:
    return all(falte_wort(w) in VERNEINUNG for w in phrase.worte) and not phrase.verneint


def _bar(worte: Sequence[Wort]) -> bool:
    """Whether a message is a bare denial: "gar keine" names the choice "keine", "keine Lust" does not."""
    return all(w.trennt or w.falt in VERNEINUNG or w.falt in FUELLUNG for w in worte)


def _begrenzt(formen: Sequence[str], stellen: frozenset[int]) -> bool:
    """Whether an amount has a bound beside it that the phrase does not speak of: "mehr als zwei Jahre"."""
    umgebung = range(max(0, min(stellen) - 2), min(len(formen), max(stellen) + 3))
    return any(falte_wort(formen[i]) in BEGRENZUNG for i in umgebung if i not in stellen)
