"""The models of a guide: blocks of questions, as they stand in YAML."""

from datetime import date
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from knowledge.bedingung import Bedingung
from knowledge.laden import Strikt
from knowledge.quellen import Quelle

Rolle = Literal["kunde", "fachkraft"]
Wer = Literal["kunde", "fachkraft", "beide"]
Ort = Literal["zuhause", "gespraech", "empfang"]
Typ = Literal["auswahl", "mehrfach", "ja_nein", "zahl", "dauer", "datum", "text"]
Wahlquelle = Literal[
    "zieloptionen",
    "strategien",
    "profillagen",
    "schluesselgruppen",
    "bedarfsgruppen",
    "eigene_antworten",
]
Text = Annotated[str, Field(min_length=1)]
Kennung = Annotated[str, Field(pattern=r"^[a-z0-9_]+$")]
Faktname = Annotated[str, Field(pattern=r"^[a-z0-9_]+(\.[a-z0-9_]+)?$")]


class Wahl(Strikt):
    """One choice of a question; `ausschliesslich` excludes the others of a multiple choice."""

    wert: Kennung
    titel: Text
    synonyme: tuple[Text, ...] = ()
    ausschliesslich: bool = False


class Frage(Strikt):
    """One question: texts, answer type, who is asked, where, why, and the one fact it fills.

    `ablauf` marks a question that steers the talk and says nothing about the person: it is neither read
    back nor listed among the answers.
    """

    id: Kennung
    wer: Wer
    ort: Annotated[tuple[Ort, ...], Field(min_length=1)]
    typ: Typ
    text: Text
    text_fachkraft: Text | None = None
    kurz: Text
    hilfe: Text
    zweck: Text
    rechtsgrundlage: Text
    sensibilitaet: Literal[0, 1, 2]
    hinweis: Text | None = None
    wahl: tuple[Wahl, ...] = ()
    wahl_aus: Wahlquelle | None = None
    minimum: float | None = None
    maximum: float | None = None
    einheit: Text | None = None
    zeit: Literal["vergangenheit", "zukunft"] | None = None
    wenn: Bedingung | None = None
    pflicht: bool = False
    ablauf: bool = False
    fuellt: Faktname
    quelle: Quelle

    def fuer(self, rolle: Rolle) -> bool:
        """Say whether the question may be put to this role."""
        return self.wer in (rolle, "beide")

    def wortlaut(self, rolle: Rolle) -> str:
        """Give the text of the question as this role reads it."""
        if rolle == "fachkraft" and self.text_fachkraft:
            return self.text_fachkraft
        return self.text


class Block(Strikt):
    """Questions that belong together; `wenn` holds for each of them."""

    id: Kennung
    titel: Text
    wenn: Bedingung | None = None
    fragen: Annotated[tuple[Frage, ...], Field(min_length=1)]


class Leitfaden(Strikt):
    """A guide in one version: blocks of questions in their order."""

    leitfaden: Kennung
    name: Text
    fassung: Text
    gilt_ab: date
    bloecke: tuple[Block, ...]

    @cached_property
    def fragen(self) -> dict[str, Frage]:
        """All questions by id, in the order of the guide."""
        return {frage.id: frage for block in self.bloecke for frage in block.fragen}

    @cached_property
    def bedingungen(self) -> dict[str, tuple[Bedingung, ...]]:
        """For each question id the conditions that must hold: its block's and its own."""
        return {
            frage.id: tuple(wenn for wenn in (block.wenn, frage.wenn) if wenn is not None)
            for block in self.bloecke
            for frage in block.fragen
        }

    @cached_property
    def block_von(self) -> dict[str, Block]:
        """The block of each question id."""
        return {frage.id: block for block in self.bloecke for frage in block.fragen}
