"""Reading a number."""

import re
from fractions import Fraction

from bot.sprache.aeusserung import Aeusserung
from bot.sprache.falten import falte
from bot.sprache.mass import (
    OBERGRENZE,
    TAEGLICH,
    Einheit,
    Messung,
    einheit,
    ist_grenze,
    ist_ungefaehr,
    messbar,
    messungen,
    zusammengesetzt,
)
from bot.sprache.satz import FUELLUNG, VERNEINUNG, unter_vorbehalt
from bot.sprache.typen import UNKLAR, FrageKontext, Lesung, antwort
from bot.sprache.zahlwort import ABSCHNITTE

# "ich und meine 2 Kinder" are three: a sum is not the number in it.
SUMME = re.compile(
    r"\b(?:ich|mann|frau|partner|partnerin)\b.*\b(?:(?:und|plus|sowie)\s+(?:\w+\s+)?|mit mein\w*\s+)[0-9]"
)
SCHWACH = 0.7


def lies_zahl(aeusserung: Aeusserung, frage: FrageKontext) -> Lesung:
    """The one number of the message in the unit of the question; ranges, bounds and values out of range are unclear."""
    text = messbar(aeusserung.falt)
    ohne_obergrenze = OBERGRENZE.sub(" ", text)
    if ist_grenze(ohne_obergrenze) or SUMME.search(text):
        return UNKLAR
    funde = messungen(ohne_obergrenze)
    wert = _wert(funde, einheit(falte(frage.einheit)) if frage.einheit else None)
    if wert is None:
        return _ohne_ziffer(aeusserung, frage)
    begrenzt = ohne_obergrenze != text
    if not frage.laesst_zu(float(wert)) or (not begrenzt and VERNEINUNG.intersection(aeusserung.wortlaut)):
        return UNKLAR
    vage = begrenzt or _vage(aeusserung, text) or any(_fremd(fund, frage) for fund in funde)
    return antwort(_zahl(wert), SCHWACH if vage else 0.97)


def _vage(aeusserung: Aeusserung, text: str) -> bool:
    return ist_ungefaehr(text) or bool(TAEGLICH.search(text)) or unter_vorbehalt(aeusserung)


def _wert(funde: list[Messung], gefragt: Einheit | None) -> Fraction | None:
    """The value in the unit asked for; None unless there is exactly one, in a unit that fits."""
    werte = {fund.wert for fund in funde}
    einheiten = {fund.einheit for fund in funde} - {None}
    if len(werte) == 1 and len(einheiten) <= 1:
        return _in_einheit(werte.pop(), next(iter(einheiten), None), gefragt)
    summe = zusammengesetzt(funde, gefragt.basis) if gefragt else None
    return summe / gefragt.faktor if gefragt and summe is not None else None


def _in_einheit(wert: Fraction, gesagt: Einheit | None, gefragt: Einheit | None) -> Fraction | None:
    if gesagt is None or gefragt is None:
        return wert
    return wert * gesagt.faktor / gefragt.faktor if gesagt.basis == gefragt.basis else None


def _fremd(fund: Messung, frage: FrageKontext) -> bool:
    """Whether the number counts something the question may not ask for: "6 Jahre", "3 Kinder" among persons."""
    if frage.einheit is not None and fund.wort == falte(frage.einheit):
        return False
    if fund.einheit is not None:
        return frage.einheit is None and fund.einheit.basis in ("minute", "monat", "kilometer")
    return fund.wort != "" and fund.wort not in FUELLUNG


def _ohne_ziffer(aeusserung: Aeusserung, frage: FrageKontext) -> Lesung:
    """ "keine" is nought, "eine" is one, if the message says nothing else."""
    worte = aeusserung.wortlaut
    if not set(worte) <= FUELLUNG | VERNEINUNG:
        return UNKLAR
    if VERNEINUNG.intersection(worte):
        return antwort(0, 0.9) if frage.laesst_zu(0) else UNKLAR
    einer = any(w in ABSCHNITTE["artikel"] for w in worte) and frage.laesst_zu(1)
    return antwort(1, 0.9) if einer else UNKLAR


def _zahl(wert: Fraction) -> int | float:
    return int(wert) if wert.denominator == 1 else round(float(wert), 2)
