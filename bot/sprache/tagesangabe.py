"""Days named by the calendar: "1.4.2027", "1. April", "Ende März", "am 15."."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from bot.sprache.kalender import monatsletzter, richtung, tag_oder_nichts, um_monate
from bot.sprache.tagfund import Tagfund, Zeitpunkt

UHRZEIT = re.compile(
    r"\b(?:(?:um|gegen|ab) )?[0-9]{1,2}(?:[:.][0-9]{2})?\s*uhr\b(?: [0-9]{2}\b)?|\b(?:um )?[0-9]{1,2}:[0-9]{2}\b"
    r"|\b(?:um|gegen) [0-9]{1,2}(?:\.[0-9]{2})?\b(?!\.)"
)
ISO = re.compile(r"\b([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})\b")
TAG_MONAT = re.compile(
    r"(?<![0-9.,/])([0-9]{1,2})(?:(?:\s?\.\s?|/)([0-9]{1,2})(?:(?:\s?\.\s?|/)([0-9]{4})|[./]([0-9]{2}))?|-([0-9]{1,2})-([0-9]{4}|[0-9]{2}))(?![0-9])"
)
TAG_MONATSNAME = re.compile(r"(?<![0-9.,])([0-9]{1,2})\.?\s*monat_([0-9]{1,2})(?:\s+'?([0-9]{4}|[0-9]{2})(?![0-9]))?")
TEIL = re.compile(
    r"\b(anfang|mitte|ende) (?:(?:vom|von|im|des|den|der) )?"
    r"(?:monat_([0-9]{1,2})(?: ([0-9]{4})\b)?|(?:(\w+) )?monats?\b|([0-9]{4})\b)"
)
JAHR = re.compile(r"\b([^\W\d_]+) jahr(?:es|e)?\b")
NUR_TAG = re.compile(r"\b(?:am|zum|ab|bis|den|dem) ([0-9]{1,2})\.(?!\s?[0-9])")
MONAT = re.compile(r"\b(?:ab|zum|seit) (?:dem )?monat_([0-9]{1,2})(?: ([0-9]{4})\b)?")
Funde = tuple[list[Tagfund], str]


def mit_jahreszahl(text: str, heute: date) -> str:
    """The text with "letzten Jahres" and the like as a figure."""
    return JAHR.sub(lambda t: t[0] if (n := richtung(t[1])) is None else str(heute.year + n), text)


def ohne_uhrzeit(text: str) -> str:
    """The text without times of day, whose digits would read as dates."""
    return UHRZEIT.sub(" ", text)


def finde_tage(text: str, zeitpunkt: Zeitpunkt) -> Funde:
    """Days with day and month, in figures or by name."""
    iso, text = _sammle(ISO, text, lambda t: Tagfund(tag_oder_nichts(int(t[1]), int(t[3]), int(t[4])), 0.98))
    zahl, text = _sammle(TAG_MONAT, text, lambda t: _tag(int(t[1]), int(t[2] or t[5]), t[3] or t[4] or t[6], zeitpunkt))
    name, text = _sammle(TAG_MONATSNAME, text, lambda t: _tag(int(t[1]), int(t[2]), t[3], zeitpunkt))
    return [*iso, *zahl, *name], text


def finde_monatsteile(text: str, zeitpunkt: Zeitpunkt) -> Funde:
    """The beginning (1st), middle (15th) or end (last day) of a month or year; never certain."""
    return _sammle(TEIL, text, lambda t: _teil(t, zeitpunkt))


def finde_monatstage(text: str, zeitpunkt: Zeitpunkt) -> Funde:
    """A day without a month: the nearest on the right side; weak."""
    return _sammle(NUR_TAG, text, lambda t: _monatstag(int(t[1]), zeitpunkt))


def finde_monatsbeginn(text: str, zeitpunkt: Zeitpunkt) -> Funde:
    """A month as a beginning ("ab April", "seit März 2024"): its first day."""
    return _sammle(MONAT, text, lambda t: _tag(1, int(t[1]), t[2], zeitpunkt))


def _sammle(muster: re.Pattern[str], text: str, lies: Callable[[re.Match[str]], Tagfund]) -> Funde:
    return [lies(treffer) for treffer in muster.finditer(text)], muster.sub(" ", text)


def _tag(tag: int, monat: int, jahr: str | None, zeitpunkt: Zeitpunkt) -> Tagfund:
    if jahr is not None:
        return Tagfund(tag_oder_nichts(zeitpunkt.volles_jahr(jahr), monat, tag), 0.98)
    return zeitpunkt.jaehrlich(lambda j: tag_oder_nichts(j, monat, tag))


def _teil(treffer: re.Match[str], zeitpunkt: Zeitpunkt) -> Tagfund:
    teil, monat, jahr, welcher, nur_jahr = treffer.groups()
    if monat is not None:
        im_jahr = _teil_des_monats(teil, int(monat))
        fund = Tagfund(im_jahr(int(jahr)), 0.8) if jahr else zeitpunkt.jaehrlich(im_jahr)
        return Tagfund(fund.tag, min(fund.sicherheit, 0.8))
    if nur_jahr is not None:
        return Tagfund(_teil_des_jahres(teil, int(nur_jahr)), 0.7)
    versatz = 0 if welcher is None else richtung(welcher)
    if versatz is None:
        return Tagfund(None)
    gemeint = um_monate(zeitpunkt.heute, versatz)
    return Tagfund(_teil_des_monats(teil, gemeint.month)(gemeint.year), 0.8)


def _teil_des_monats(teil: str, monat: int) -> Callable[[int], date | None]:
    if teil == "ende":
        return lambda jahr: monatsletzter(jahr, monat) if tag_oder_nichts(jahr, monat, 1) else None
    return lambda jahr: tag_oder_nichts(jahr, monat, 1 if teil == "anfang" else 15)


def _teil_des_jahres(teil: str, jahr: int) -> date | None:
    monat, tag = {"anfang": (1, 1), "mitte": (7, 1), "ende": (12, 31)}[teil]
    return tag_oder_nichts(jahr, monat, tag)


def _monatstag(tag: int, zeitpunkt: Zeitpunkt) -> Tagfund:
    heute = zeitpunkt.heute
    schritt = {"zukunft": 1, "vergangenheit": -1, None: 0}[zeitpunkt.zeit]
    if schritt * (tag - heute.day) < 0:
        heute = um_monate(heute.replace(day=1), schritt)
    return Tagfund(tag_oder_nichts(heute.year, heute.month, tag), 0.7)


def montag(tag: date) -> date:
    """The Monday of the week of `tag`."""
    return tag - timedelta(days=tag.weekday())
