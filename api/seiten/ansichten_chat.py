"""View models of the conversation: what the chat page and the list of own answers show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, TypeAlias

Sprecher: TypeAlias = Literal["lotse", "person"]
Frageart: TypeAlias = Literal["auswahl", "mehrfach", "ja_nein", "zahl", "dauer", "datum", "text"]


@dataclass(frozen=True, slots=True)
class Wahlzeile:
    """One choice: what is sent and what is read. `ausschliesslich` unticks the others (nothing of these)."""

    wert: str
    titel: str
    ausschliesslich: bool = False


@dataclass(frozen=True, slots=True)
class Nachricht:
    """One line of the history. `nr` grows by time, so that a page can ask for what it has not shown yet."""

    nr: int
    von: Sprecher
    text: str
    am: datetime | None = None


@dataclass(frozen=True, slots=True)
class OffeneFrage:
    """The question that is open now. `ja_nein` sends the values "ja" and "nein", `dauer` a number of months.

    `auswege` are the ways to answer without an answer (weiss_nicht, keine_angabe, nur_im_gespraech); they are sent as
    `befehl`, not as `wert`. `bisher` is what was answered before, when the question is asked again. `liste` is what the
    question reads out, label and words, and `danach` what it asks about it.
    """

    id: str
    typ: Frageart
    text: str
    block: str = ""
    hinweis: str = ""
    wahl: tuple[Wahlzeile, ...] = ()
    auswege: tuple[Wahlzeile, ...] = ()
    pflicht: bool = False
    minimum: float | None = None
    maximum: float | None = None
    einheit: str = ""
    fruehestens: date | None = None
    spaetestens: date | None = None
    bisher: str = ""
    liste: tuple[tuple[str, str], ...] = ()
    danach: str = ""


@dataclass(frozen=True, slots=True)
class Fortschritt:
    """How far the conversation is: answered questions of all that apply now."""

    beantwortet: int
    gesamt: int


@dataclass(frozen=True, slots=True)
class ChatSeite:
    """The conversation as it stands. `nachrichten` is everything before the open question, which is in `frage` only.

    `schluessel` is a fresh turn key. `frage` is None when nothing is open (`fertig`) or the talk is paused.
    `abwesend` says that the engine is away: taps work, typing does not. `entwurf` is typed text to keep in the field.
    """

    gespraech_id: str
    titel: str
    schluessel: str
    fortschritt: Fortschritt
    nachrichten: tuple[Nachricht, ...] = ()
    frage: OffeneFrage | None = None
    pausiert: bool = False
    fertig: bool = False
    abwesend: bool = False
    meldung: str = ""
    entwurf: str = ""


@dataclass(frozen=True, slots=True)
class EigeneAntwort:
    """One answer in the customer's own list; `aenderbar` false after the talk. Each has its own turn key.

    `gestrichen`: the customer released her answers, but not this one.
    """

    frage_id: str
    kurz: str
    wert: str
    schluessel: str
    am: datetime | None = None
    aenderbar: bool = True
    gestrichen: bool = False


@dataclass(frozen=True, slots=True)
class EigenerBlock:
    """The own answers of one topic."""

    titel: str
    antworten: tuple[EigeneAntwort, ...]


@dataclass(frozen=True, slots=True)
class EigeneAntworten:
    """The page "Meine Antworten"; `freigegeben` when the Fachkraft may see them."""

    gespraech_id: str
    bloecke: tuple[EigenerBlock, ...]
    offen: int = 0
    freigegeben: bool = False
