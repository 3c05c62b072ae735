"""Numbers with their units in a message, and the words that make a number vague or a mere bound."""

import re
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import OSA

from bot.sprache.woerter import WortFehler, lade, wortliste
from bot.sprache.zahlwort import ABSCHNITTE, beziffere

TAUSENDER = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?")
ZAHL = r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?(?![0-9])|[0-9]{1,9}(?:[.,][0-9]{1,6})?(?![0-9])"
# "10-15" is a range, "-5" a negative number.
MESSUNG = re.compile(rf"(?:(?<![\w.,])(-|minus )\s?)?(?<![0-9.,])({ZAHL})\s*([^\W\d_]+|[€%])?")
SPANNE = re.compile(
    r"[<>]|[0-9]\s*\+|[0-9]\s*[^\W\d_]*\.?\s*(?:-|\bbis\b|\boder\b|/)\s*(?:zu )?[0-9]|[0-9]\s*,\s+[0-9]"
)


@dataclass(frozen=True)
class Einheit:
    """A unit; those of one `basis` convert by `faktor`."""

    name: str
    basis: str
    faktor: Fraction


class Messung(NamedTuple):
    """A number with its unit, and the word behind it."""

    wert: Fraction
    einheit: Einheit | None
    wort: str


def _lade_einheiten() -> dict[str, Einheit]:
    formen: dict[str, Einheit] = {}
    for eintrag in lade("einheiten"):
        if not isinstance(eintrag, dict) or set(eintrag) != {"name", "basis", "faktor", "formen"}:
            raise WortFehler(f"einheiten.yml: {eintrag}: erlaubt sind genau name, basis, faktor, formen")
        einheit = Einheit(eintrag["name"], eintrag["basis"], Fraction(eintrag["faktor"]))
        for form in wortliste("einheiten", einheit.name, eintrag["formen"]):
            if form in formen:
                raise WortFehler(f"einheiten.yml: {einheit.name}: {form} steht schon bei {formen[form].name}")
            formen[form] = einheit
    return formen


_EINHEITEN = _lade_einheiten()


def _muster(abschnitt: str, davor: str = r"(?<!\w)", danach: str = r"(?!\w)") -> re.Pattern[str]:
    worte = sorted(wortliste("zahlen", abschnitt, ABSCHNITTE[abschnitt]), key=len, reverse=True)
    return re.compile(davor + "(?:" + "|".join(re.escape(w) for w in worte) + ")" + danach)


UNSCHARF = _muster("unscharf")
UNGEFAEHR = _muster("ungefaehr")
OBERGRENZE = re.compile(_muster("obergrenze").pattern + r"|^bis(?= [0-9])")
TAEGLICH = _muster("taeglich")
GRENZE = _muster("grenze")
GRENZE_VOR_ZAHL = _muster("grenze_vor_zahl", danach=r"\s+(?=[0-9])")
ARTIKEL = _muster("artikel", danach=r"\s+(?=([^\W\d_]+))")
ODER_SO = re.compile(r"\boder so\b(?: was| aehnlich)?")


def messbar(falt: str) -> str:
    """The folded text in digits: number words, and the article before a unit ("ein Jahr" becomes "1 jahr")."""
    return ARTIKEL.sub(lambda t: "1 " if einheit(t[1]) else t[0], beziffere(falt))


def einheit(wort: str) -> Einheit | None:
    """The unit a folded word names; long words may hold one typing error."""
    if wort in _EINHEITEN or not 5 <= len(wort) <= 10:
        return _EINHEITEN.get(wort)
    aehnlich = {_EINHEITEN[form] for form in _EINHEITEN if form[0] == wort[0] and _vertippt(wort, form)}
    return aehnlich.pop() if len(aehnlich) == 1 else None


def _vertippt(wort: str, form: str) -> bool:
    return len(form) >= 5 and OSA.distance(wort, form, score_cutoff=1) <= 1


def messungen(text: str) -> list[Messung]:
    """All numbers of a text in digits, in order."""
    return [_messung(treffer) for treffer in MESSUNG.finditer(text)]


def _messung(treffer: re.Match[str]) -> Messung:
    ziffern = treffer[2].replace(".", "") if TAUSENDER.fullmatch(treffer[2]) else treffer[2]
    wert = Fraction(ziffern.replace(",", "."))
    mass = einheit(treffer[3]) if treffer[3] else None
    return Messung(-wert if treffer[1] else wert, mass, treffer[3] or "")


def zusammengesetzt(funde: list[Messung], basis: str) -> Fraction | None:
    """The sum of a measure in falling units ("1 Jahr und 3 Monate") in its basis, None if it is not one measure."""
    faktoren = [fund.einheit.faktor for fund in funde if fund.einheit and fund.einheit.basis == basis]
    fallend = all(a > b for a, b in pairwise(faktoren))
    if not funde or len(faktoren) < len(funde) or not fallend:
        return None
    return sum((fund.wert * faktor for fund, faktor in zip(funde, faktoren, strict=True)), start=Fraction(0))


def ist_grenze(text: str) -> bool:
    """Whether the number is only a bound or an uncertain amount: "mehr als 5", "2 bis 3", "ein paar"."""
    ohne_floskel = ODER_SO.sub(" ", text)
    return any(m.search(ohne_floskel) for m in (UNSCHARF, GRENZE, GRENZE_VOR_ZAHL, SPANNE))


def ist_ungefaehr(text: str) -> bool:
    """Whether the number is meant roughly."""
    return bool(UNGEFAEHR.search(text))
