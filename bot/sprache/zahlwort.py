"""Number words into digits: "fünfundzwanzig", "anderthalb", "zu dritt", "2 1/2"."""

import re

from bot.sprache.woerter import lade_abschnitte, wortliste, worttafel

_SCHLUESSEL = (
    "grundzahlen", "brueche", "gruppen", "ordnungen", "artikel", "unscharf", "ungefaehr", "obergrenze", "grenze",
    "grenze_vor_zahl", "taeglich",
)  # fmt: skip
ABSCHNITTE = lade_abschnitte("zahlen", _SCHLUESSEL)
_GRUND = worttafel("zahlen", "grundzahlen", ABSCHNITTE["grundzahlen"], int)
_BRUCH = worttafel("zahlen", "brueche", ABSCHNITTE["brueche"], str)
_GRUPPEN = worttafel("zahlen", "gruppen", ABSCHNITTE["gruppen"], int)
_ORDNUNG = worttafel("zahlen", "ordnungen", ABSCHNITTE["ordnungen"], int)
_ARTIKEL = "|".join(wortliste("zahlen", "artikel", ABSCHNITTE["artikel"]))
# "neunhundertneunundneunzigtausend…" has fewer letters; longer words are no number.
LAENGSTES_ZAHLWORT = 60
WORT = re.compile(r"[^\W\d_]+")


def beziffere(falt: str) -> str:
    """The folded text with its number words as digits, decimals with a comma."""
    text = re.sub(r"\bzu (" + "|".join(_GRUPPEN) + r")\b", lambda t: str(_GRUPPEN[t[1]]), falt)
    text = WORT.sub(lambda t: _ziffern(t[0]), text)
    text = re.sub(r"(?<![0-9.,])([0-9]{1,3}) (?:einhalb|ein 0,5)\b", r"\1,5", text)
    text = re.sub(rf"\b(?:{_ARTIKEL}) (?=0,[0-9])", "", text)
    text = re.sub(r"(?<![0-9/.,])([0-9]{1,3}) 1/2(?![0-9/])", r"\1,5", text)
    text = re.sub(r"(?<![0-9/.,])1/2(?![0-9/])", "0,5", text)
    return re.sub(r"\b0,5 dutzend\b", "6", re.sub(rf"\b(?:{_ARTIKEL}|1) dutzend\b", "12", text))


def ist_artikel(falt: str) -> bool:
    """Whether the word is "ein" in any form, which before a unit is the number one."""
    return falt in _ARTIKEL.split("|")


def _ziffern(wort: str) -> str:
    if wort in _BRUCH:
        return _BRUCH[wort]
    if wort.endswith("einhalb") and (ganze := zahlwert(wort.removesuffix("einhalb").removesuffix("und"))):
        return f"{ganze},5"
    wert = zahlwert(wort)
    return wort if wert is None else str(wert)


def zahlwert(wort: str) -> int | None:
    """The value of a number word, compounds included; None for any other word."""
    if len(wort) > LAENGSTES_ZAHLWORT:
        return None
    if wort in _GRUND:
        return _GRUND[wort]
    for grenze, faktor in (("tausend", 1000), ("hundert", 100)):
        if grenze in wort:
            vorn, hinten = wort.split(grenze, 1)
            return _zusammen(vorn, hinten.removeprefix("und"), faktor)
    einer, _, zehner = wort.partition("und")
    return _unter_hundert(einer, zehner)


def _zusammen(vorn: str, hinten: str, faktor: int) -> int | None:
    viel, rest = _teil(vorn, 1), _teil(hinten, 0)
    return None if viel is None or rest is None or viel >= 1000 or rest >= faktor else viel * faktor + rest


def _teil(wort: str, fehlend: int) -> int | None:
    if not wort:
        return fehlend
    return 1 if wort == "ein" else zahlwert(wort)


def _unter_hundert(einer: str, zehner: str) -> int | None:
    eins = 1 if einer == "ein" else _GRUND.get(einer)
    zehn = _GRUND.get(zehner)
    if eins is None or zehn is None or not 0 < eins < 10 or zehn not in range(20, 100, 10):
        return None
    return eins + zehn


def ordnungszahl(wort: str) -> int | None:
    """The rank an ordinal names ("zweite", "zweiten", "zweitens", "einundzwanzigsten"); -1 for the last one."""
    stamm = wort[:-1] if wort.endswith(("en", "er", "es", "em")) else wort.removesuffix("ns")
    if stamm in _ORDNUNG:
        return _ORDNUNG[stamm]
    return zahlwert(stamm.removesuffix("ste")) if stamm.endswith("ste") else None
