"""Loading a guide: strictly read, statically checked, once."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field

from knowledge.laden import Strikt, WissensFehler, load_model
from knowledge.leitfaden_modell import Block, Kennung, Leitfaden, Text
from knowledge.leitfaden_pruefung import pruefe_leitfaden

ORDNER = Path(__file__).parent / "leitfaeden"


class _Verzeichnis(Strikt):
    leitfaden: Kennung
    name: Text
    fassung: Text
    gilt_ab: date
    bloecke: Annotated[tuple[Kennung, ...], Field(min_length=1)]


@cache
def load_leitfaden(name: str, ordner: Path = ORDNER) -> Leitfaden:
    """Load the guide `name` from its folder of files.

    Raises WissensFehler with file and id for anything that is not as the schema says, and for
    every finding of `knowledge.leitfaden_pruefung`.
    """
    verzeichnis = load_model(ordner / name / "leitfaden.yml", _Verzeichnis)
    if verzeichnis.leitfaden != name:
        raise WissensFehler(f"{name}/leitfaden.yml: leitfaden heißt „{verzeichnis.leitfaden}“")
    bloecke = tuple(_block(ordner / name / f"{stem}.yml") for stem in verzeichnis.bloecke)
    leitfaden = Leitfaden(**(dict(verzeichnis) | {"bloecke": bloecke}))
    pruefe_leitfaden(leitfaden)
    return leitfaden


def _block(pfad: Path) -> Block:
    block = load_model(pfad, Block)
    if block.id != pfad.stem:
        raise WissensFehler(f"{pfad}:1: id heißt „{block.id}“, erlaubt ist der Name der Datei")
    return block
