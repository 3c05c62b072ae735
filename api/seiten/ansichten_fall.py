"""View models of the Fachkraft's pages: case list, case page and her own assessment."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, TypeAlias

from api.seiten.ansichten_chat import Fortschritt, Wahlzeile

Fallzustand: TypeAlias = Literal["neu", "vorbereitet", "in_arbeit", "entwurf", "abgeschlossen"]
Antwortzustand: TypeAlias = Literal["angegeben", "festgestellt", "unklar", "offen_gelassen"]
Sprecherrolle: TypeAlias = Literal["kunde", "fachkraft", "register"]
Gespraechsstand: TypeAlias = Literal["nicht_begonnen", "laeuft", "pausiert", "fertig"]


@dataclass(frozen=True, slots=True)
class Fallzeile:
    """One case in the list."""

    id: str
    nummer: str
    name: str
    rechtskreis: str
    zustand: Fallzustand
    termin: datetime | None = None
    offen: int | None = None


@dataclass(frozen=True, slots=True)
class Fallliste:
    """The cases that match the search. `gesamt` counts all of the person's cases: none yet, or none found."""

    zeilen: tuple[Fallzeile, ...]
    gesamt: int
    weitere: int = 0


@dataclass(frozen=True, slots=True)
class Antwortzeile:
    """One recorded answer: what, who said it, when, and what it counts as."""

    frage_id: str
    kurz: str
    wert: str
    wer: Sprecherrolle
    am: datetime
    zustand: Antwortzustand


@dataclass(frozen=True, slots=True)
class Antwortblock:
    """The recorded answers of one topic."""

    titel: str
    zeilen: tuple[Antwortzeile, ...]


@dataclass(frozen=True, slots=True)
class OffenerPunkt:
    """A question that nobody answered yet, and who is to be asked."""

    frage_id: str
    kurz: str
    wer: Literal["kunde", "fachkraft", "beide"]


@dataclass(frozen=True, slots=True)
class Zugangslink:
    """A customer's personal link. The address is known only right after it was made; later only how long it holds."""

    gueltig_bis: datetime
    adresse: str = ""


@dataclass(frozen=True, slots=True)
class Fallkopf:
    """What stands at the top of each page of a case."""

    id: str
    nummer: str
    name: str
    rechtskreis: str
    zustand: Fallzustand
    termin: datetime | None = None
    ort: str = ""
    beispiel: bool = False


@dataclass(frozen=True, slots=True)
class Gespraechskarte:
    """How far one guide is: the customer's preparation or the Fachkraft's talk."""

    name: str
    stand: Gespraechsstand
    fortschritt: Fortschritt


@dataclass(frozen=True, slots=True)
class Fallseite:
    """The case page. `vorbereitung` is the customer's guide, `leitfaden` the Fachkraft's own.

    `will_menschen`: the customer asked Lotse for a talk with a human.
    """

    kopf: Fallkopf
    vorbereitung: Gespraechskarte
    leitfaden: Gespraechskarte
    bloecke: tuple[Antwortblock, ...] = ()
    offene: tuple[OffenerPunkt, ...] = ()
    vertraulich: tuple[str, ...] = ()
    zugang: Zugangslink | None = None
    einschaetzung_vollstaendig: bool = False
    entschieden: bool = False
    hat_vermerk: bool = False
    will_menschen: bool = False


@dataclass(frozen=True, slots=True)
class Bedarfszeile:
    """One Handlungsbedarf to assess, with what the customer said about it.

    `status` is kein_bedarf, unklar, festgestellt or schwer, and empty until it was assessed.
    """

    id: str
    code: str
    label: str
    status: str = ""
    angaben: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bedarfsgruppe:
    """The Handlungsbedarfe of one Schlüsselgruppe, and the note on what is unclear in it (PR-05)."""

    id: str
    label: str
    bedarfe: tuple[Bedarfszeile, ...]
    kommentar: str = ""


@dataclass(frozen=True, slots=True)
class Einschaetzungsseite:
    """The Fachkraft's own assessment. Nothing is preselected: an empty value means that she has not said it yet.

    `verdichtung` holds Schlüsselgruppe ids, or the single value "keine" (she looked and saw none).
    `fehler` maps a field name to what is wrong with it, after a refused save. `verwehrt` says why nothing can be
    entered yet, or need not be.
    """

    kopf: Fallkopf
    gruppen: tuple[Bedarfsgruppe, ...]
    prognosen: tuple[Wahlzeile, ...]
    schluesselgruppen: tuple[Wahlzeile, ...]
    maerkte: tuple[Wahlzeile, ...]
    zielberuf: str = ""
    prognose: str = ""
    nur_wegen_massnahme: str = ""
    schwerpunkt: str = ""
    verdichtung: tuple[str, ...] = ()
    markt: str = ""
    fehler: dict[str, str] = field(default_factory=dict)
    verwehrt: str = ""
