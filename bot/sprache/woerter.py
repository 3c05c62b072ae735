"""The term sets: YAML in `woerter/`, read once and strictly, folded the way answers are folded."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

from ruamel.yaml import YAML

from bot.sprache.falten import falte

ORDNER = Path(__file__).parent / "woerter"
WertT = TypeVar("WertT")


class WortFehler(ValueError):
    """A term file is wrong; the text names file, key and what is allowed."""


def lade(name: str) -> Any:
    """The content of `woerter/<name>.yml` as plain Python values."""
    return YAML(typ="safe", pure=True).load((ORDNER / f"{name}.yml").read_text("utf-8"))


def lade_abschnitte(name: str, schluessel: Iterable[str]) -> dict[str, Any]:
    """The mapping in `woerter/<name>.yml`; raises WortFehler unless it holds exactly the keys `schluessel`."""
    daten = lade(name)
    if not isinstance(daten, dict) or set(daten) != set(schluessel):
        raise WortFehler(f"{name}.yml: erlaubt sind genau die Schlüssel {', '.join(sorted(schluessel))}")
    return daten


def wortliste(name: str, abschnitt: str, daten: object) -> tuple[str, ...]:
    """The folded words of one list; raises WortFehler for anything but a list of texts, and for doubled words."""
    if not isinstance(daten, list) or not daten or not all(isinstance(wort, str) for wort in daten):
        raise WortFehler(f"{name}.yml: {abschnitt}: erlaubt ist eine Liste von Wörtern")
    # Umlaut variants may fold to the same word; only what is written twice is a mistake.
    if len(set(daten)) != len(daten):
        doppelt = sorted({wort for wort in daten if daten.count(wort) > 1})
        raise WortFehler(f"{name}.yml: {abschnitt}: doppelt: {', '.join(doppelt)}")
    return tuple(dict.fromkeys(falte(wort) for wort in daten))


def worttafel(name: str, abschnitt: str, daten: object, art: type[WertT]) -> dict[str, WertT]:
    """The folded word → value table of one section; raises WortFehler unless every value is of `art`."""
    if not isinstance(daten, dict) or not all(isinstance(w, str) and type(wert) is art for w, wert in daten.items()):
        raise WortFehler(f"{name}.yml: {abschnitt}: erlaubt ist eine Zuordnung von Wort zu {art.__name__}")
    return {falte(wort): wert for wort, wert in daten.items()}
