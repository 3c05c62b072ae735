"""Days counted from today: "in zwei Wochen", "nächsten Montag", "morgen"."""

import re
from datetime import date, timedelta
from fractions import Fraction

from bot.sprache.kalender import TAGE, richtung, um_monate
from bot.sprache.mass import einheit
from bot.sprache.tagesangabe import Funde, montag
from bot.sprache.tagfund import Tagfund, Zeitpunkt

_TAGESWORTE = "|".join(TAGE)
ABSTAND = re.compile(
    rf"(?:\b({_TAGESWORTE}|tag_[0-6]) )?\b(in|vor) (?:[^\W\d_]+\.? )?([0-9]{{1,3}}(?:,5)?) ([^\W\d_]+)"
)
WOCHENTAG = re.compile(
    r"(?:\b(?P<woche>\w+) woche,? (?:am )?)?(?:\b(?P<welcher>\w+) )?\btag_(?P<tag>[0-6])"
    r"(?: (?:in )?(?:der )?(?P<woche_danach>\w+) woche\b)?(?: morgen\b)?"
)
TAGESWORT = re.compile(rf"\b({_TAGESWORTE})\b(?: morgen\b)?")
# Colloquially always the nearest such day; "nächster" may skip the one of this week.
NAECHSTLIEGEND = ("kommend", "folgend")


def finde_abstaende(text: str, zeitpunkt: Zeitpunkt) -> Funde:
    """Spans from today, or from a weekday: people round them, so they are not certain."""
    funde = [fund for t in ABSTAND.finditer(text) if (fund := _abstand(t, zeitpunkt)) is not None]
    return funde, ABSTAND.sub(" ", text) if funde else text


def finde_wochentage(text: str, zeitpunkt: Zeitpunkt) -> Funde:
    """Weekdays, of a named week or with "nächsten", "letzten", "diesen"."""
    return [_wochentag(t, zeitpunkt) for t in WOCHENTAG.finditer(text)], WOCHENTAG.sub(" ", text)


def finde_tagesworte(text: str, zeitpunkt: Zeitpunkt) -> Funde:
    """Today, tomorrow and their like."""
    funde = [Tagfund(zeitpunkt.heute + timedelta(days=TAGE[t[1]]), 0.95) for t in TAGESWORT.finditer(text)]
    return funde, TAGESWORT.sub(" ", text)


def _abstand(treffer: re.Match[str], zeitpunkt: Zeitpunkt) -> Tagfund | None:
    basis, wohin, ziffern, wort = treffer.groups()
    mass = einheit(wort)
    if mass is None or mass.name not in ("tag", "woche", "monat", "jahr"):
        return None
    anzahl = Fraction(ziffern.replace(",", ".")) * (1 if wohin == "in" else -1)
    tag = _verschoben(_basistag(basis, zeitpunkt.heute), anzahl, mass.name)
    gerade = anzahl.denominator == 1 and not (basis or "").startswith("tag_")
    return Tagfund(tag, 0.85 if gerade else 0.7)


def _basistag(basis: str | None, heute: date) -> date:
    if basis is None:
        return heute
    return _naechster(heute, int(basis[-1])) if basis.startswith("tag_") else heute + timedelta(days=TAGE[basis])


def _verschoben(tag: date, anzahl: Fraction, spanne: str) -> date:
    if spanne in ("tag", "woche"):
        return tag + timedelta(days=int(anzahl * (7 if spanne == "woche" else 1)))
    monate = anzahl * (12 if spanne == "jahr" else 1)
    ganze = int(monate)
    return um_monate(tag, ganze) + timedelta(days=int((monate - ganze) * 30))


def _wochentag(treffer: re.Match[str], zeitpunkt: Zeitpunkt) -> Tagfund:
    heute, tag = zeitpunkt.heute, int(treffer["tag"])
    woche = treffer["woche"] or treffer["woche_danach"]
    if woche is not None and (versatz := richtung(woche)) is not None:
        return Tagfund(montag(heute) + timedelta(days=7 * versatz + tag), 0.95)
    versatz = richtung(treffer["welcher"]) if treffer["welcher"] else None
    if versatz is None:
        return _blosser_wochentag(heute, tag, zeitpunkt)
    if versatz == 0:
        return Tagfund(montag(heute) + timedelta(days=tag), 0.95)
    return _kommender(heute, tag, versatz, treffer["welcher"]) if versatz > 0 else _letzter(heute, tag, versatz)


def _blosser_wochentag(heute: date, tag: int, zeitpunkt: Zeitpunkt) -> Tagfund:
    gemeint = _voriger(heute, tag) if zeitpunkt.zeit == "vergangenheit" else _naechster(heute, tag)
    return Tagfund(gemeint, 0.6 if zeitpunkt.zeit is None or tag == heute.weekday() else 0.9)


def _kommender(heute: date, tag: int, versatz: int, wort: str) -> Tagfund:
    gemeint = _naechster(heute, tag)
    # "nächsten Freitag" on a Wednesday: some mean this week's, some next week's.
    if montag(gemeint) == montag(heute) and not wort.startswith(NAECHSTLIEGEND):
        return Tagfund(None)
    return Tagfund(gemeint + timedelta(days=7 * (versatz - 1)), 0.95)


def _letzter(heute: date, tag: int, versatz: int) -> Tagfund:
    gemeint = _voriger(heute, tag)
    diese_woche = montag(gemeint) == montag(heute)
    return Tagfund(gemeint + timedelta(days=7 * (versatz + 1)), 0.7 if diese_woche else 0.95)


def _naechster(heute: date, tag: int) -> date:
    return heute + timedelta(days=(tag - heute.weekday() - 1) % 7 + 1)


def _voriger(heute: date, tag: int) -> date:
    return heute - timedelta(days=(heute.weekday() - tag - 1) % 7 + 1)
