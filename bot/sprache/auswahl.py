"""Reading the answer to a question with one choice."""

from bot.sprache.abgleich import Fund, angedeutete, genannte
from bot.sprache.aeusserung import Aeusserung
from bot.sprache.falten import falte
from bot.sprache.formen import ENTHALTEN
from bot.sprache.ja_nein import lies_ja_nein
from bot.sprache.position import wortlaut
from bot.sprache.satz import unter_vorbehalt
from bot.sprache.typen import SICHER, UNKLAR, FrageKontext, Lesung, Wahl, antwort

SCHWACH = 0.7
# Beyond this many words a choice may be mentioned by the way.
LANG = 30
# More candidates than this are no help for asking back.
HOECHSTENS_ZUR_WAHL = 4


def lies_auswahl(aeusserung: Aeusserung, frage: FrageKontext) -> Lesung:
    """The choice the message names; several that fit about equally are unclear and come as candidates."""
    if funde := genannte(aeusserung, frage.wahl):
        return _lesung(aeusserung, frage.wahl, funde)
    polar = _lies_polar(aeusserung, frage.wahl)
    if polar is not None:
        return polar
    funde = angedeutete(aeusserung, frage.wahl)
    return _lesung(aeusserung, frage.wahl, funde) if funde else UNKLAR


def _lesung(aeusserung: Aeusserung, wahl: tuple[Wahl, ...], funde: list[Fund]) -> Lesung:
    if len(funde) > 1 or funde[0].guete <= ENTHALTEN:
        return kandidaten(wahl, {fund.wahl for fund in funde})
    return antwort(wahl[funde[0].wahl].wert, gewicht(aeusserung, funde[0].guete))


def gewicht(aeusserung: Aeusserung, guete: float) -> float:
    """The certainty of a choice named with `guete`: never exact, weak under a reservation or in a long story."""
    vage = unter_vorbehalt(aeusserung) or len(aeusserung.wortlaut) > LANG
    return min(guete, SCHWACH if vage else 0.95)


def kandidaten(wahl: tuple[Wahl, ...], nummern: set[int]) -> Lesung:
    """Unclear, with the choices to ask back about in the order of the list."""
    if len(nummern) > HOECHSTENS_ZUR_WAHL:
        return UNKLAR
    return Lesung("unklar", [w.wert for nummer, w in enumerate(wahl) if nummer in nummern])


def _lies_polar(aeusserung: Aeusserung, wahl: tuple[Wahl, ...]) -> Lesung | None:
    """A yes or no against the choices that begin with one; without such a choice the others come to mind."""
    lesung = lies_ja_nein(aeusserung)
    if lesung.art != "antwort" or lesung.sicherheit < SCHWACH:
        return None
    passend = {i for i, w in enumerate(wahl) if _polaritaet(w) is lesung.wert}
    gegenteil = {i for i, w in enumerate(wahl) if _polaritaet(w) is (not lesung.wert)}
    if len(passend) == 1:
        return antwort(wahl[passend.pop()].wert, min(lesung.sicherheit, 0.95))
    if not passend and (not gegenteil or lesung.sicherheit < SICHER):
        return None
    return kandidaten(wahl, passend or set(range(len(wahl))) - gegenteil)


def _polaritaet(wahl: Wahl) -> bool | None:
    anfaenge = {wortlaut(wahl.titel)[:1], (falte(wahl.wert).partition("_")[0],)}
    if ("ja",) in anfaenge:
        return True
    return False if ("nein",) in anfaenge else None
