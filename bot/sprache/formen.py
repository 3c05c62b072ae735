"""How well a written word fits a word of the list: same, inflected, mistyped or compound."""

from functools import lru_cache

import simplemma
from rapidfuzz.distance import OSA

from bot.sprache.falten import falte

GLEICH, GEBEUGT, VERTIPPT, ZUSAMMENGESETZT, ENTHALTEN = 1.0, 0.97, 0.9, 0.8, 0.5
# Words of up to four letters are too close to each other for typing errors and compounds.
MINDESTLAENGE = 5
# No German word in use is longer; the dictionary's search for parts grows with the length.
LAENGSTES_WORT = 40


def passung(roh: str, gesucht: str) -> float:
    """How well the written word `roh` fits `gesucht`: 1.0 equal … 0.8 compound, 0.5 part of it, 0.0 not at all."""
    wort, ziel = falte_wort(roh), falte_wort(gesucht)
    if wort == ziel:
        return GLEICH
    if len(wort) > LAENGSTES_WORT or wort[:1].isdigit():
        return 0.0
    if grundformen(roh) & grundformen(gesucht):
        return GEBEUGT
    return _aehnlich(roh, wort, ziel) if min(len(wort), len(ziel)) >= MINDESTLAENGE else 0.0


def _aehnlich(roh: str, wort: str, ziel: str) -> float:
    erlaubt = 1 if min(len(wort), len(ziel)) < 8 else 2
    # A word of the dictionary is no typing error: "leben" does not mean "lesen".
    if wort[0] == ziel[0] and OSA.distance(wort, ziel, score_cutoff=erlaubt) <= erlaubt and not bekannt(roh):
        return VERTIPPT
    if wort.endswith(ziel) or _gleicher_stamm(wort, ziel):
        return ZUSAMMENGESETZT
    return ENTHALTEN if ziel.endswith(wort) else 0.0


def _gleicher_stamm(wort: str, ziel: str) -> bool:
    gemeinsam = next((i for i, (a, b) in enumerate(zip(wort, ziel, strict=False)) if a != b), min(len(wort), len(ziel)))
    return gemeinsam >= max(6, 0.75 * min(len(wort), len(ziel)))


@lru_cache(maxsize=4096)
def falte_wort(roh: str) -> str:
    """One word folded, hyphens and apostrophes gone, as `aeusserung` does it."""
    return falte(roh).replace("-", "").replace("'", "")


@lru_cache(maxsize=4096)
def grundformen(roh: str) -> frozenset[str]:
    """The folded word with its lemmas, as noun and as any other word."""
    lemmas = (simplemma.lemmatize(form, lang="de") for form in _schreibungen(roh))
    return frozenset({falte_wort(roh), *(falte_wort(lemma) for lemma in lemmas)})


@lru_cache(maxsize=4096)
def bekannt(roh: str) -> bool:
    """Whether the dictionary has the word."""
    return any(simplemma.is_known(form, lang="de") for form in _schreibungen(roh))


def _schreibungen(roh: str) -> set[str]:
    return {roh.lower(), roh.capitalize()}
