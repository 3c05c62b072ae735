"""Where rules and questions come from: the works cited, and one place in one of them."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field, RootModel

from knowledge.laden import Strikt, load_model

DATEI = Path(__file__).parent / "quellen.yml"


class Werk(Strikt):
    """A work: how it is called in short, its date, and who published it."""

    titel: str
    stand: date
    von: str


class _Werke(RootModel[dict[str, Werk]]):
    """All works by id."""


@cache
def load_werke() -> dict[str, Werk]:
    """Load the works by id; raises WissensFehler."""
    return load_model(DATEI, _Werke).root


def _bekannt(werk: str) -> str:
    if werk not in load_werke():
        raise ValueError(f"unbekannt ist {werk}, erlaubt ist {', '.join(load_werke())}")
    return werk


class Quelle(Strikt):
    """The place in a work that a rule or a question rests on; `projekt` marks the project's own resolution."""

    werk: Annotated[str, AfterValidator(_bekannt)]
    stelle: Annotated[str, Field(min_length=1)]

    def in_worten(self) -> str:
        """Name the source for people."""
        return f"{load_werke()[self.werk].titel}, {self.stelle}"
