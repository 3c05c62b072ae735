"""Reading a date."""

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from bot.sprache.aeusserung import Aeusserung
from bot.sprache.kalender import ersetze, zeichne
from bot.sprache.mass import ist_ungefaehr, messbar
from bot.sprache.relativ import finde_abstaende, finde_tagesworte, finde_wochentage
from bot.sprache.satz import unter_vorbehalt
from bot.sprache.tagesangabe import (
    Funde,
    finde_monatsbeginn,
    finde_monatstage,
    finde_monatsteile,
    finde_tage,
    mit_jahreszahl,
    ohne_uhrzeit,
)
from bot.sprache.tagfund import Tagfund, Zeitpunkt
from bot.sprache.typen import UNKLAR, FrageKontext, Lesung, antwort

# A date that is denied, only a bound, or one end of a span is not the date asked for.
UNBESTIMMT = re.compile(
    r"\b(?:nicht|kein\w*|zwischen|nach|paar|einige\w*|ausser)\b|\bvor (?:dem |den )?(?:[0-9]{1,2}\.|monat_|tag_)"
    r"|\b(?:anfang|mitte) (?:bis|oder)\b"
)
Finder = Callable[[str, Zeitpunkt], Funde]
# The first that finds something decides; what it leaves must not contradict.
FINDER = (finde_tage, finde_monatsteile, finde_abstaende, finde_monatstage, finde_wochentage, finde_tagesworte)
REST_TAG = re.compile(r"\btag_([0-6])")
SCHWACH = 0.7
# Years; a day farther away is a slip of the pen.
EIN_LEBEN = 100


class Kalendertag(NamedTuple):
    """A day that was read for certain or weakly."""

    tag: date
    sicherheit: float


def lies_datum(aeusserung: Aeusserung, frage: FrageKontext, heute: date) -> Lesung:
    """The one day of the message as ISO text; days that don't exist, spans and the wrong side of today are unclear."""
    text = _gezeichnet(messbar(ersetze(aeusserung.falt)), heute)
    if UNBESTIMMT.search(text):
        return UNKLAR
    zeitpunkt = Zeitpunkt(heute, frage.zeit)
    fund = _lies_tag(text, zeitpunkt, FINDER) or _lies_tag(text, zeitpunkt, (_finde_vagen_monatsbeginn,))
    if fund is None or not _auf_der_seite(fund.tag, frage, heute):
        return UNKLAR
    vage = ist_ungefaehr(text) or unter_vorbehalt(aeusserung)
    return antwort(fund.tag.isoformat(), min(fund.sicherheit, SCHWACH) if vage else fund.sicherheit)


def lies_beginn(text: str, heute: date) -> Kalendertag | None:
    """The day since when something lasts, in a text of digits ("seit März 2024"); a month counts from its first day."""
    if not re.search(r"\bseit\b", text):
        return None
    fund = _lies_tag(_gezeichnet(text, heute), Zeitpunkt(heute, "vergangenheit"), (*FINDER, finde_monatsbeginn))
    return fund if fund is not None and fund.tag <= heute else None


def _gezeichnet(text: str, heute: date) -> str:
    return zeichne(mit_jahreszahl(ohne_uhrzeit(text), heute))


def _finde_vagen_monatsbeginn(text: str, zeitpunkt: Zeitpunkt) -> Funde:
    funde, rest = finde_monatsbeginn(text, zeitpunkt)
    return [Tagfund(fund.tag, min(fund.sicherheit, 0.6)) for fund in funde], rest


def _lies_tag(text: str, zeitpunkt: Zeitpunkt, finder: tuple[Finder, ...]) -> Kalendertag | None:
    for finde in finder:
        funde, rest = finde(text, zeitpunkt)
        if funde:
            return _einig(funde, rest)
    return None


def _einig(funde: list[Tagfund], rest: str) -> Kalendertag | None:
    """The day all finds agree on, if no other month and no other weekday stands beside it."""
    tage = {fund.tag for fund in funde}
    tag = tage.pop()
    if tage or tag is None or "monat_" in rest:
        return None
    if any(int(wochentag) != tag.weekday() for wochentag in REST_TAG.findall(rest)):
        return None
    return Kalendertag(tag, max(fund.sicherheit for fund in funde))


def _auf_der_seite(tag: date, frage: FrageKontext, heute: date) -> bool:
    if abs(tag.year - heute.year) > EIN_LEBEN:
        return False
    if frage.zeit is None:
        return True
    return tag >= heute if frage.zeit == "zukunft" else tag <= heute
