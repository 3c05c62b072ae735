"""One message cut into words, with their place in the text."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from bot.sprache.falten import falte, normiere

# Longer messages are read up to here, so that the time for one reading is bounded.
HOECHSTENS = 2000
WORT = re.compile(
    r"[^\W\d_](?:\.[^\W\d_])+\.?"  # k.A.
    r"|[0-9]+(?:[.,][0-9]+)*"
    r"|[^\W\d_]+(?:['-][^\W\d_]+)*"
    r"|[👍👎]|[.,;:!?()+&/\n]"
)
TRENNER = frozenset(".,;:!?()+&/\n")
BINDER = str.maketrans({"'": None, "-": None})


class Wort(NamedTuple):
    """A word as compared and as written, and where it stands."""

    falt: str
    roh: str
    anfang: int
    ende: int

    @property
    def trennt(self) -> bool:
        """Whether this is a punctuation mark between clauses."""
        return self.falt in TRENNER


@dataclass(frozen=True)
class Aeusserung:
    """A normalised message."""

    text: str

    @classmethod
    def aus(cls, text: str) -> "Aeusserung":
        """The message in `text`, cut at HOECHSTENS characters."""
        return cls(normiere(text[:HOECHSTENS]))

    @cached_property
    def worte(self) -> tuple[Wort, ...]:
        """All words and punctuation marks."""
        return tuple(Wort(_falte_wort(t[0]), t[0], t.start(), t.end()) for t in WORT.finditer(self.text))

    @cached_property
    def falt(self) -> str:
        """The folded text."""
        return falte(self.text)

    @cached_property
    def wortlaut(self) -> tuple[str, ...]:
        """The folded words without punctuation."""
        return tuple(w.falt for w in self.worte if not w.trennt)

    @property
    def fragt(self) -> bool:
        """Whether the message ends as a question."""
        return self.text.rstrip().endswith("?")

    @property
    def leer(self) -> bool:
        """Whether there is nothing to read: no letter, digit or thumb."""
        return not self.wortlaut and not any(z.isalnum() for z in self.text)

    def ohne(self, stellen: Collection[int]) -> "Aeusserung":
        """The message with the words at `stellen` blanked out."""
        zeichen = list(self.text)
        for stelle in stellen:
            wort = self.worte[stelle]
            zeichen[wort.anfang : wort.ende] = " " * (wort.ende - wort.anfang)
        return Aeusserung("".join(zeichen))


def _falte_wort(roh: str) -> str:
    if roh == "\n":
        return roh
    gefaltet = falte(roh)
    return (
        gefaltet.rstrip(".") if len(gefaltet) > 1 and "." in gefaltet and gefaltet[0].isalpha() else _gebunden(gefaltet)
    )


def _gebunden(wort: str) -> str:
    return wort.translate(BINDER) if len(wort) > 1 else wort
