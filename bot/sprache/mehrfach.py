"""Reading the answer to a question with several choices."""

from collections.abc import Iterator

from bot.sprache.abgleich import Fund, angedeutete, genannte
from bot.sprache.aeusserung import Aeusserung
from bot.sprache.auswahl import SCHWACH, gewicht, kandidaten
from bot.sprache.formen import ENTHALTEN
from bot.sprache.ja_nein import lies_ja_nein
from bot.sprache.position import ALLE, NICHTS, TRENNER, genaue_wahl
from bot.sprache.satz import FUELLUNG, FUNKTIONSWOERTER, VERNEINUNG
from bot.sprache.typen import SICHER, UNKLAR, FrageKontext, Lesung, Wahl, antwort


def lies_mehrfach(aeusserung: Aeusserung, frage: FrageKontext) -> Lesung:
    """The choices the message names, in the order of the question; [] for "none" where no choice says so."""
    wahl = frage.wahl
    genau = [genaue_wahl(teil, wahl) for teil in _teile(aeusserung)]
    if genau and all(nennung is not None for nennung in genau):
        nennungen = [nennung for nennung in genau if nennung is not None]
        return _auswahl(wahl, {n.wahl for n in nennungen}, min(n.sicherheit for n in nennungen))
    if _nichts(aeusserung):
        return _nichts_davon(wahl)
    if ALLE & set(aeusserung.wortlaut) and (alle := _alles(aeusserung, wahl)) is not None:
        return alle
    return _lies_genannte(aeusserung, wahl)


def _teile(aeusserung: Aeusserung) -> Iterator[Aeusserung]:
    """The parts of a list; numbers and letters may stand side by side ("1 2")."""
    teil: list[str] = []
    for wort in aeusserung.worte:
        if wort.trennt or wort.falt in TRENNER or (len(wort.falt) <= 2 and wort.falt[0].isdigit()):
            yield from _teil(teil)
            teil = []
            if not wort.trennt and wort.falt not in TRENNER:
                yield Aeusserung(wort.roh)
        else:
            teil.append(wort.roh)
    yield from _teil(teil)


def _teil(worte: list[str]) -> Iterator[Aeusserung]:
    if worte:
        yield Aeusserung(" ".join(worte))


def _nichts(aeusserung: Aeusserung) -> bool:
    kern = tuple(w for w in aeusserung.wortlaut if w in VERNEINUNG or w not in FUNKTIONSWOERTER)
    return " ".join(kern) in NICHTS


def _nichts_davon(wahl: tuple[Wahl, ...]) -> Lesung:
    """The exclusive choice that says "none"; with several of them it is unclear which one."""
    ausschliessend = {i for i, w in enumerate(wahl) if w.ausschliesslich}
    verneinend = {i for i in ausschliessend if set(Aeusserung.aus(wahl[i].titel).wortlaut) & (VERNEINUNG | {"nein"})}
    treffer = verneinend or ausschliessend
    if len(treffer) > 1:
        return kandidaten(wahl, treffer)
    return antwort([wahl[i].wert for i in treffer], 0.95)


def _alles(aeusserung: Aeusserung, wahl: tuple[Wahl, ...]) -> Lesung | None:
    """All choices but the exclusive and the denied ones, unless some were named as well."""
    if genannte(aeusserung, wahl):
        return None
    verneint = {fund.wahl for fund in genannte(aeusserung, wahl, verneint=True)}
    rest = [w for w in aeusserung.wortlaut if w not in FUELLUNG | ALLE]
    alle = {i for i, w in enumerate(wahl) if not w.ausschliesslich} - verneint
    return _auswahl(wahl, alle, SCHWACH if rest and not verneint else 0.95)


def _lies_genannte(aeusserung: Aeusserung, wahl: tuple[Wahl, ...]) -> Lesung:
    funde = genannte(aeusserung, wahl)
    if not funde:
        return _lies_angedeutete(aeusserung, wahl)
    nummern = {fund.wahl for fund in funde}
    if _mehrdeutig(funde):
        return kandidaten(wahl, nummern)
    verneint = genannte(aeusserung, wahl, verneint=True)
    guete = min(fund.guete for fund in funde)
    if _unverstanden(aeusserung, frozenset[int]().union(*(f.stellen for f in (*funde, *verneint)))):
        guete = min(guete, SCHWACH)
    return _auswahl(wahl, nummern, gewicht(aeusserung, guete))


def _lies_angedeutete(aeusserung: Aeusserung, wahl: tuple[Wahl, ...]) -> Lesung:
    if (keins := _lies_nein(aeusserung, wahl)) is not None:
        return keins
    funde = angedeutete(aeusserung, wahl)
    if not funde:
        return UNKLAR
    nummern, guete = {fund.wahl for fund in funde}, min(fund.guete for fund in funde)
    if guete <= ENTHALTEN or _mehrdeutig(funde):
        return kandidaten(wahl, nummern)
    return _auswahl(wahl, nummern, guete)


def _lies_nein(aeusserung: Aeusserung, wahl: tuple[Wahl, ...]) -> Lesung | None:
    """A plain no that names nothing is "none", weakly, where the list offers that."""
    polar = lies_ja_nein(aeusserung)
    if polar.wert is not False or polar.sicherheit < SICHER or not any(w.ausschliesslich for w in wahl):
        return None
    keins = _nichts_davon(wahl)
    return antwort(keins.wert, SCHWACH) if keins.art == "antwort" else keins


def _mehrdeutig(funde: list[Fund]) -> bool:
    """Whether the same words stand for several choices."""
    return len({fund.stellen for fund in funde}) < len(funde)


def _unverstanden(aeusserung: Aeusserung, erklaert: frozenset[int]) -> bool:
    """Whether a part of the list holds content, but no choice that was recognised."""
    teil: list[int] = []
    for i, wort in enumerate((*aeusserung.worte, None)):
        if wort is None or wort.trennt or wort.falt in TRENNER:
            if teil and not erklaert & set(teil) and any(aeusserung.worte[j].falt not in FUELLUNG for j in teil):
                return True
            teil = []
        else:
            teil.append(i)
    return False


def _auswahl(wahl: tuple[Wahl, ...], nummern: set[int], sicherheit: float) -> Lesung:
    """The chosen values in order; an exclusive choice beside others contradicts them."""
    if len(nummern) > 1 and any(wahl[i].ausschliesslich for i in nummern):
        return kandidaten(wahl, nummern)
    return antwort([w.wert for i, w in enumerate(wahl) if i in nummern], sicherheit)
