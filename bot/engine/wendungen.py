"""Is a message a phrase that people use for a command, nearly word for word?

To an open question anything is an answer. The classifier is sure of itself there even where it is wrong ("Bewerbung
zurückgezogen" looks like "zurück"), so only a phrase it was taught may be taken for a command; all else is recorded.
"""

import re
from functools import cache
from pathlib import Path
from typing import Final

from rapidfuzz import fuzz, process
from ruamel.yaml import YAML

from bot.sprache.falten import falte

NLU: Final = Path(__file__).parents[1] / "data" / "nlu"
AEHNLICH_AB: Final = 88
_KEIN_WORT: Final = re.compile(r"[^a-z0-9]+")


def ist_wendung(text: str, absicht: str) -> bool:
    """True if `text` nearly equals one of the examples of this intent."""
    return (
        process.extractOne(_kern(text), _beispiele().get(absicht, ()), scorer=fuzz.ratio, score_cutoff=AEHNLICH_AB)
        is not None
    )


@cache
def _beispiele() -> dict[str, tuple[str, ...]]:
    """The examples of all intents, folded. Raises YAMLError if a file is broken."""
    gefunden: dict[str, list[str]] = {}
    for datei in sorted(NLU.glob("*.yml")):
        for eintrag in YAML(typ="safe").load(datei).get("nlu", []):
            zeilen = eintrag.get("examples", "").splitlines() if "intent" in eintrag else []
            gefunden.setdefault(eintrag.get("intent", ""), []).extend(_kern(zeile) for zeile in zeilen)
    return {absicht: tuple(saetze) for absicht, saetze in gefunden.items()}


def _kern(text: str) -> str:
    return _KEIN_WORT.sub(" ", falte(text)).strip()
