"""Gettext for everything that is said outside the guides. German is the source language."""

import gettext
from collections.abc import Callable
from functools import cache
from pathlib import Path

KATALOGE = Path(__file__).parent / "locale"


@cache
def uebersetzer(sprache: str = "de") -> Callable[[str], str]:
    """Give the function that says a German text in `sprache`; without a catalogue it stays German."""
    return gettext.translation("lotse", KATALOGE, languages=[sprache], fallback=True).gettext
