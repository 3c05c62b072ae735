"""View models of the proposal, the Fachkraft's decision on it, and the note."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, TypeAlias

from api.seiten.ansichten_chat import Wahlzeile
from api.seiten.ansichten_fall import Fallkopf, Sprecherrolle

Vermerkzustand: TypeAlias = Literal["entwurf", "abgeschlossen", "zurueckgezogen"]


@dataclass(frozen=True, slots=True)
class Grund:
    """One rule that fired: its id, where it comes from, and its reason in plain words."""

    regel: str
    quelle: str
    text: str


@dataclass(frozen=True, slots=True)
class Kandidat:
    """A Profillage that is close, and what it lacks."""

    profillage: str
    fehlt: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hinweis:
    """A hint beside the proposal; `frage` is what to ask next, if anything."""

    code: str
    text: str
    frage: str = ""


@dataclass(frozen=True, slots=True)
class Gegenprobe:
    """A single change and the Profillage it would lead to."""

    aenderung: str
    profillage: str


@dataclass(frozen=True, slots=True)
class Strategiezeile:
    """One strategy that fits; `pflicht` where a rule demands it."""

    label: str
    pflicht: bool = False
    gewaehlt: bool = False


@dataclass(frozen=True, slots=True)
class Bedarfsstrategien:
    """The strategies of one Handlungsbedarf, in the order they are to be worked on."""

    bedarf: str
    schluesselgruppe: str
    strategien: tuple[Strategiezeile, ...]


@dataclass(frozen=True, slots=True)
class Ausschluss:
    """Something that can't be chosen, and why."""

    label: str
    grund: str


@dataclass(frozen=True, slots=True)
class Frist:
    """Something due; `am` is None where the date is still open."""

    was: str
    am: date | None
    regel: str = ""


@dataclass(frozen=True, slots=True)
class Entscheidungsansicht:
    """What the Fachkraft decided on the proposal, and why."""

    folgt: bool
    profillage: str
    begruendung: str
    von: str
    am: datetime


@dataclass(frozen=True, slots=True)
class Vorschlagsansicht:
    """The proposal of the rules. `profillage` is empty where the rules don't settle it (then `kandidaten` speak).

    `eindeutig` false means: there is nothing to follow, only to decide. `ueberholt` marks a decision on an older state.
    """

    kopf: Fallkopf
    profillage: str
    regelwerk: str
    stichtag: date
    eindeutig: bool
    begruendung: tuple[Grund, ...]
    profillagen: tuple[Wahlzeile, ...]
    sonderlage: str = ""
    kandidaten: tuple[Kandidat, ...] = ()
    hinweise: tuple[Hinweis, ...] = ()
    gegenproben: tuple[Gegenprobe, ...] = ()
    strategien: tuple[Bedarfsstrategien, ...] = ()
    uebergreifend: tuple[str, ...] = ()
    nicht_waehlbar: tuple[Ausschluss, ...] = ()
    reihenfolge: tuple[str, ...] = ()
    zieloptionen: tuple[str, ...] = ()
    ziele_nicht_moeglich: tuple[Ausschluss, ...] = ()
    ziele_auch_pruefen: tuple[str, ...] = ()
    klaerung: tuple[Hinweis, ...] = ()
    fristen: tuple[Frist, ...] = ()
    entscheidung: Entscheidungsansicht | None = None
    ueberholt: bool = False
    fehler: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Satzquelle:
    """An answer behind a sentence of the note."""

    kurz: str
    wert: str
    wer: Sprecherrolle
    am: datetime


@dataclass(frozen=True, slots=True)
class Vermerksatz:
    """One sentence of the note. `veraltet` when an answer behind it changed since; `warnung` for sensitive words."""

    id: str
    text: str
    quellen: tuple[Satzquelle, ...] = ()
    veraltet: bool = False
    warnung: str = ""


@dataclass(frozen=True, slots=True)
class Vermerkansicht:
    """The note of a case, as a draft or finished."""

    kopf: Fallkopf
    id: str
    zustand: Vermerkzustand
    saetze: tuple[Vermerksatz, ...]
    fassung: int
    geaendert_am: datetime
    ergaenzung: str = ""
    abgeschlossen_am: datetime | None = None
    abgeschlossen_von: str = ""
    meldung: str = ""
