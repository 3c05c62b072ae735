"""Words of the calendar, as signs that date patterns can match: `monat_3`, `tag_0`, `1.`"""

import re
from calendar import monthrange
from datetime import date

from rapidfuzz.distance import OSA

from bot.sprache.woerter import WortFehler, lade_abschnitte, wortliste, worttafel
from bot.sprache.zahlwort import ordnungszahl

_ABSCHNITTE = lade_abschnitte("kalender", ("monate", "wochentage", "tage", "richtungen", "ersetzen"))
TAGE = worttafel("kalender", "tage", _ABSCHNITTE["tage"], int)
RICHTUNGEN = worttafel("kalender", "richtungen", _ABSCHNITTE["richtungen"], int)
_ERSETZEN = worttafel("kalender", "ersetzen", _ABSCHNITTE["ersetzen"], str)
MONATSZAHL = re.compile(r"(?<![0-9./-])(0?[1-9]|1[0-2])[/.](?=(?:19|20)[0-9]{2}(?![0-9]))")
WORT = re.compile(r"[^\W\d_]+\.?")


def _lade_namen(abschnitt: str, anzahl: int) -> dict[str, int]:
    namen = [wortliste("kalender", abschnitt, formen) for formen in _ABSCHNITTE[abschnitt]]
    if len(namen) != anzahl:
        raise WortFehler(f"kalender.yml: {abschnitt}: erlaubt sind genau {anzahl} Listen")
    return {form: nummer for nummer, formen in enumerate(namen) for form in formen}


_MONATE = _lade_namen("monate", 12)
_WOCHENTAGE = _lade_namen("wochentage", 7)


def ersetze(falt: str) -> str:
    """The folded text with one-word forms spelled out: "monatsende", and months in figures: "4/2026"."""
    falt = MONATSZAHL.sub(lambda t: f"monat_{int(t[1])} ", falt)
    return re.sub(r"[^\W\d_]+", lambda t: _ERSETZEN.get(t[0], t[0]), falt)


def zeichne(falt: str) -> str:
    """The folded text with months, weekdays and ordinals as signs."""
    return WORT.sub(lambda t: _zeichen(t[0]), falt)


def _zeichen(wort: str) -> str:
    kern = wort.rstrip(".")
    if (monat := _nummer(kern, _MONATE)) is not None:
        return f"monat_{monat + 1}"
    if (tag := _nummer(kern, _WOCHENTAGE)) is not None:
        return f"tag_{tag}"
    rang = ordnungszahl(kern)
    return f"{rang}." if rang is not None and 1 <= rang <= 31 else wort


def _nummer(wort: str, namen: dict[str, int]) -> int | None:
    """The number of a name; a name of five letters or more may hold one typing error."""
    if wort in namen or not 5 <= len(wort) <= 12:
        return namen.get(wort)
    nah = {namen[n] for n in namen if len(n) >= 5 and n[0] == wort[0] and OSA.distance(wort, n, score_cutoff=1) <= 1}
    return nah.pop() if len(nah) == 1 else None


def tag_oder_nichts(jahr: int, monat: int, tag: int) -> date | None:
    """The day, or None where the calendar has no such day."""
    try:
        return date(jahr, monat, tag)
    except ValueError:
        return None


def monatsletzter(jahr: int, monat: int) -> date:
    """The last day of a month."""
    return date(jahr, monat, monthrange(jahr, monat)[1])


def um_monate(tag: date, monate: int) -> date:
    """`tag` moved by whole months, held at the end of a shorter month."""
    jahr, monat = divmod(tag.year * 12 + tag.month - 1 + monate, 12)
    return date(jahr, monat + 1, min(tag.day, monatsletzter(jahr, monat + 1).day))


def richtung(wort: str) -> int | None:
    """How many steps a word points ahead ("nächsten" 1, "diesen" 0, "vorletzte" -2); None for other words."""
    if wort in ("des", "vom"):
        return 0
    return next((n for stamm, n in RICHTUNGEN.items() if re.fullmatch(stamm + r"(?:e[nmrs]?)?", wort)), None)
