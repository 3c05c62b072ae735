"""Gettext for everything that is said outside the guides. German is the source language."""

import gettext
from collections.abc import Callable
from functools import cache
from pathlib import Path

KATALOGE = Path(__file__).parent / "locale"


@cache
def katalog(sprache: str = "de") -> gettext.NullTranslations:
    """Give the catalogue of a language; without one the texts stay German."""
    return gettext.translation("lotse", KATALOGE, languages=[sprache], fallback=True)


def uebersetzer(sprache: str = "de") -> Callable[[str], str]:
    """Give the function that says a German text in `sprache`."""
    return katalog(sprache).gettext
