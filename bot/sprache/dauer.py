"""Reading a duration, in months."""

import math
from datetime import date
from fractions import Fraction

from bot.sprache.aeusserung import Aeusserung
from bot.sprache.datum import lies_beginn
from bot.sprache.kalender import ersetze
from bot.sprache.mass import OBERGRENZE, ist_grenze, ist_ungefaehr, messbar, messungen, zusammengesetzt
from bot.sprache.satz import FUELLUNG, VERNEINUNG, unter_vorbehalt
from bot.sprache.typen import UNKLAR, FrageKontext, Lesung, antwort

SCHWACH = 0.7
# Months; nothing in a person's life lasts longer.
EIN_LEBEN = 100 * 12


def lies_dauer(aeusserung: Aeusserung, frage: FrageKontext, heute: date) -> Lesung:
    """`{"monate": n}` for a span or a beginning ("seit März 2024"), full months.

    Weeks and days are converted (4 weeks = 1 month, 13 weeks = 3 months) and rounded, halves up; what needed
    rounding is weak. A bare number is unclear, since its unit is, and so are bounds and ranges.
    """
    text = messbar(ersetze(aeusserung.falt))
    ohne_obergrenze = OBERGRENZE.sub(" ", text)
    if ist_grenze(ohne_obergrenze):
        return UNKLAR
    funde = messungen(ohne_obergrenze)
    monate = zusammengesetzt(funde, "monat")
    lesung = _lies_beginn(text, heute) or _lies_keine(aeusserung) if monate is None else _in_monaten(monate)
    if lesung.art != "antwort" or not frage.laesst_zu(lesung.wert["monate"]):
        return UNKLAR
    return _gewichtet(lesung, aeusserung, text, rund=ohne_obergrenze != text)


def _in_monaten(monate: Fraction) -> Lesung:
    ganze = math.floor(monate + Fraction(1, 2))
    if not 0 <= ganze <= EIN_LEBEN:
        return UNKLAR
    return antwort({"monate": ganze}, 0.97 if monate == ganze else 0.8)


def _lies_beginn(text: str, heute: date) -> Lesung | None:
    beginn = lies_beginn(text, heute)
    if beginn is None:
        return None
    monate = (heute.year - beginn.tag.year) * 12 + heute.month - beginn.tag.month - (beginn.tag.day > heute.day)
    return antwort({"monate": monate}, beginn.sicherheit)


def _lies_keine(aeusserung: Aeusserung) -> Lesung:
    """ "noch gar nicht", "keine": nought, if the message says nothing else."""
    worte = aeusserung.wortlaut
    nichts_sonst = set(worte) <= FUELLUNG | VERNEINUNG
    return antwort({"monate": 0}, 0.8) if nichts_sonst and VERNEINUNG.intersection(worte) else UNKLAR


def _gewichtet(lesung: Lesung, aeusserung: Aeusserung, text: str, *, rund: bool) -> Lesung:
    verneint = lesung.wert["monate"] > 0 and bool(VERNEINUNG.intersection(aeusserung.wortlaut))
    if rund or verneint or ist_ungefaehr(text) or unter_vorbehalt(aeusserung):
        return antwort(lesung.wert, min(lesung.sicherheit, SCHWACH))
    return lesung
