"""Reading yes and no."""

from bot.sprache.aeusserung import Aeusserung
from bot.sprache.satz import FUELLUNG, VERNEINUNG, finde_folge, unter_vorbehalt
from bot.sprache.typen import UNKLAR, Lesung, antwort
from bot.sprache.woerter import lade_abschnitte, wortliste

_SCHLUESSEL = (
    "ja", "nein", "zustimmung", "wendungen_ja", "wendungen_nein", "wendungen_eher_ja", "wendungen_eher_nein",
    "wendungen_unklar", "echo",
)  # fmt: skip
_LISTEN = {
    name: frozenset(wortliste("ja_nein", name, daten))
    for name, daten in lade_abschnitte("ja_nein", _SCHLUESSEL).items()
}
_WENDUNGEN: tuple[tuple[str, Lesung], ...] = (
    ("wendungen_unklar", UNKLAR),
    ("wendungen_eher_ja", antwort(True, 0.7)),
    ("wendungen_eher_nein", antwort(False, 0.7)),
    ("wendungen_ja", antwort(True, 0.95)),
    ("wendungen_nein", antwort(False, 0.95)),
)
JA = _LISTEN["ja"]
NEIN = _LISTEN["nein"]


def lies_ja_nein(aeusserung: Aeusserung) -> Lesung:
    """True or False, or unclear; a lone "ja"/"nein" is exact, what hangs on a reservation is weak."""
    worte = tuple(kuerze(wort) for wort in aeusserung.wortlaut)
    if worte in (("ja",), ("nein",)):
        return antwort(worte == ("ja",), 1.0)
    if (wendung := _wendung(worte)) is not None:
        return wendung
    lesung = _entscheide(worte, aeusserung.fragt)
    if lesung.art == "antwort" and unter_vorbehalt(aeusserung):
        return antwort(lesung.wert, min(lesung.sicherheit, 0.7))
    return lesung


def kuerze(wort: str) -> str:
    """A yes or no with drawn-out letters ("jaaa", "neiiin") in its plain spelling."""
    kurz = "".join(z for i, z in enumerate(wort) if i == 0 or z != wort[i - 1])
    return kurz if kurz in ("ja", "nein") else wort


def _wendung(worte: tuple[str, ...]) -> Lesung | None:
    kern = " ".join(wort for wort in worte if wort not in FUELLUNG or wort in VERNEINUNG)
    for satz in (" ".join(worte), kern):
        for name, lesung in _WENDUNGEN:
            if satz in _LISTEN[name]:
                return lesung
    return None


def _entscheide(worte: tuple[str, ...], fragt: bool) -> Lesung:
    ja, nein = JA.intersection(worte), NEIN.intersection(worte)
    if ja and nein:
        return UNKLAR
    if nein:
        return antwort(False, 0.97 if worte[0] in NEIN else 0.8)
    verneint = bool(VERNEINUNG.intersection(worte))
    if ja:
        return _lies_ja(worte, verneint)
    if fragt:
        return UNKLAR
    return _lies_ton(worte, verneint)


def _lies_ja(worte: tuple[str, ...], verneint: bool) -> Lesung:
    """A "ja" in front decides; inside a sentence it may be a mere particle ("das ist ja nicht so")."""
    if worte[0] in JA:
        return antwort(True, 0.7 if verneint else 0.97)
    return UNKLAR if verneint else antwort(True, 0.7)


def _lies_ton(worte: tuple[str, ...], verneint: bool) -> Lesung:
    """Without a yes or no: assent, its denial, a bare denial, or a fixed phrase inside a longer message."""
    gesagt, zustimmung = set(worte), _LISTEN["zustimmung"]
    if verneint:
        return antwort(False, 0.92) if gesagt <= _LISTEN["echo"] | VERNEINUNG | zustimmung else UNKLAR
    if gesagt & zustimmung:
        return antwort(True, 0.95 if gesagt <= FUELLUNG | zustimmung else 0.7)
    feste = (wendung.split() for wendung in _LISTEN["wendungen_ja"])
    return antwort(True, 0.7) if any(len(w) > 1 and finde_folge(worte, w) for w in feste) else UNKLAR
