"""Choices named exactly: by title, id or place in the list ("2", "die zweite", "a)")."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from bot.sprache.aeusserung import Aeusserung
from bot.sprache.falten import falte
from bot.sprache.mass import messbar
from bot.sprache.typen import Wahl
from bot.sprache.woerter import lade_abschnitte, wortliste
from bot.sprache.zahlwort import ordnungszahl

_ABSCHNITTE = lade_abschnitte("wahl", ("nummer", "trenner", "alle", "nichts"))
NUMMER = frozenset(wortliste("wahl", "nummer", _ABSCHNITTE["nummer"]))
TRENNER = frozenset(wortliste("wahl", "trenner", _ABSCHNITTE["trenner"]))
ALLE = frozenset(wortliste("wahl", "alle", _ABSCHNITTE["alle"]))
NICHTS = frozenset(wortliste("wahl", "nichts", _ABSCHNITTE["nichts"]))
BEIWERK = frozenset(("der", "die", "das", "den", "bitte", "ich", "nehme", "waehle"))
BUCHSTABEN = "abcdefghijklmnopqrstuvwxyz"
ZIFFER = re.compile(r"[0-9]{1,2}")


class Nennung(NamedTuple):
    """A choice the whole message names, and how surely."""

    wahl: int
    sicherheit: float


def genaue_wahl(aeusserung: Aeusserung, wahl: tuple[Wahl, ...]) -> Nennung | None:
    """The choice the whole message names: 1.0 by title, id or place, 0.97 by a synonym of this choice only."""
    worte = tuple(wort for wort in wortlaut(aeusserung.text) if wort != "bitte")
    for nummer, w in enumerate(wahl):
        if worte and (worte == wortlaut(w.titel) or "_".join(worte) == falte(w.wert)):
            return Nennung(nummer, 1.0)
    if (platz := stelle(aeusserung.wortlaut, wahl)) is not None:
        return Nennung(platz, 1.0)
    synonym = _mit_synonym(wahl, aeusserung, worte)
    return Nennung(synonym.pop(), 0.97) if len(synonym) == 1 else None


def _mit_synonym(wahl: tuple[Wahl, ...], aeusserung: Aeusserung, worte: tuple[str, ...]) -> set[int]:
    """The choices with the whole message as a synonym: to the letter ("P12+" is not "P12"), else by its words."""
    buchstaben = aeusserung.falt.strip()
    genau = {nummer for nummer, w in enumerate(wahl) if buchstaben in map(falte, w.synonyme)}
    return genau or {nummer for nummer, w in enumerate(wahl) if worte in map(wortlaut, w.synonyme)}


@lru_cache(maxsize=4096)
def wortlaut(text: str) -> tuple[str, ...]:
    """The folded words of a text, number words in digits."""
    return Aeusserung.aus(messbar(falte(text))).wortlaut


def stelle(worte: Sequence[str], wahl: Sequence[Wahl]) -> int | None:
    """The number of the choice the words count off: "2", "Nummer 2", "b", "die letzte"; None if out of range."""
    kern = [wort for wort in worte if wort not in BEIWERK]
    beziffert = bool(kern) and kern[0] in NUMMER
    kern = kern[1:] if beziffert else kern
    if len(kern) != 1:
        return None
    platz = _platz(kern[0], len(wahl))
    # In a list such as "1 bis 3 Jahre" a bare number may be the amount as well as the place.
    if ZIFFER.fullmatch(kern[0]) and not beziffert and any(re.search("[0-9]", w.titel) for w in wahl):
        return None
    return platz - 1 if platz is not None and 1 <= platz <= len(wahl) else None


def _platz(wort: str, anzahl: int) -> int | None:
    if ZIFFER.fullmatch(wort):
        return int(wort)
    if wort in BUCHSTABEN:
        return BUCHSTABEN.index(wort) + 1
    platz = ordnungszahl(wort)
    return anzahl + 1 + platz if platz is not None and platz < 0 else platz
