"""Where the pages get their data from: the one seam between HTML and the case file.

`Seitendaten` is what the pages call. The application hands an implementation to `api.seiten.binde_seiten_ein`; the
tests hand over one that keeps everything in memory. No page touches the case file in another way.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from api.seiten.ansichten_chat import ChatSeite, EigeneAntworten
from api.seiten.ansichten_fall import Einschaetzungsseite, Fallliste, Fallseite, Zugangslink
from api.seiten.ansichten_vorschlag import Vermerkansicht, Vorschlagsansicht


@dataclass(frozen=True, slots=True)
class Besucher:
    """Who is looking: a customer with a link or a signed-in person of the staff."""

    rolle: Literal["kunde", "fachkraft", "verwaltung"]
    name: str
    sitzung: str
    fall_id: str | None = None


@dataclass(frozen=True, slots=True)
class Dienststelle:
    """What the site says about itself. The three texts are paragraphs; empty means the site has not filled them."""

    name: str
    telefon: str = ""
    impressum: tuple[str, ...] = ()
    datenschutz: tuple[str, ...] = ()
    barrierefreiheit: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Zugeingabe:
    """One turn as a form sends it. Exactly one of `werte`, `text` and `befehl` is filled."""

    schluessel: str
    frage: str
    werte: tuple[str, ...] = ()
    text: str = ""
    befehl: str = ""
    ziel: str = ""


@dataclass(frozen=True, slots=True)
class Zugantwort:
    """What became of a turn. `ueberholt`: the question was no longer open. `abwesend`: text can't be read right now."""

    art: Literal["angenommen", "ueberholt", "abwesend", "abgelehnt"]
    seite: ChatSeite


@dataclass(frozen=True, slots=True)
class NeuerFall:
    """The form "Neuer Fall"."""

    name: str
    rechtskreis: str
    termin: datetime | None
    ort: str


@dataclass(frozen=True, slots=True)
class Einschaetzungseingabe:
    """The assessment as the form sends it; empty values mean "not said"."""

    zielberuf: str
    bedarfe: dict[str, str]
    kommentare: dict[str, str]
    prognose: str
    nur_wegen_massnahme: str
    schwerpunkt: str
    verdichtung: tuple[str, ...]
    markt: str


@dataclass(frozen=True, slots=True)
class Entscheidungseingabe:
    """The decision on the proposal. `weg` is "folgen" or "abweichen"; `profillage` only with the latter."""

    weg: str
    profillage: str
    begruendung: str


@dataclass(frozen=True, slots=True)
class Vermerkeingabe:
    """The note as the form sends it: text by sentence id, and what the Fachkraft adds."""

    fassung: int
    saetze: dict[str, str]
    ergaenzung: str


class NichtAngemeldet(Exception):
    """Nobody is signed in, or the session is over."""


class KeinRecht(Exception):
    """The person may not see or do this."""


class NichtGefunden(Exception):
    """There is no such case or conversation for this person."""


class AnmeldungAbgelehnt(Exception):
    """Name or password is wrong, or too many attempts: `str(error)` is the German text to show."""


class ZugangUngueltig(Exception):
    """The personal link has run out, was revoked, or never existed."""


class Eingabefehler(Exception):
    """A form can't be taken as it is. `felder` maps field names to German texts."""

    def __init__(self, felder: dict[str, str]) -> None:
        super().__init__("; ".join(felder.values()))
        self.felder = felder


class Seitendaten(Protocol):
    """All that the pages ask for or have done. Each method checks the right itself and commits what it writes.

    Methods that name a case or conversation raise `KeinRecht` or `NichtGefunden`; those that take a form raise
    `Eingabefehler`. `fall_id` None in the conversation methods means the customer's own conversation.
    `dienststelle` reads settings only: the page for failures needs it too.
    """

    def dienststelle(self) -> Dienststelle: ...

    def besucher(self, sitzung: str) -> Besucher | None: ...

    def anmelden(self, name: str, passwort: str, adresse: str) -> str: ...

    def einloesen(self, zugang: str) -> str: ...

    def abmelden(self, besucher: Besucher) -> None: ...

    def gespraech(self, besucher: Besucher, fall_id: str | None) -> ChatSeite: ...

    def zug(self, besucher: Besucher, fall_id: str | None, eingabe: Zugeingabe) -> Zugantwort: ...

    def eigene_antworten(self, besucher: Besucher) -> EigeneAntworten: ...

    def faelle(self, besucher: Besucher, suche: str, zustand: str) -> Fallliste: ...

    def fall_anlegen(self, besucher: Besucher, eingabe: NeuerFall) -> str: ...

    def fall(self, besucher: Besucher, fall_id: str) -> Fallseite: ...

    def zugang_ausstellen(self, besucher: Besucher, fall_id: str) -> Zugangslink: ...

    def einschaetzung(self, besucher: Besucher, fall_id: str) -> Einschaetzungsseite: ...

    def einschaetzung_speichern(self, besucher: Besucher, fall_id: str, eingabe: Einschaetzungseingabe) -> None: ...

    def vorschlag(self, besucher: Besucher, fall_id: str) -> Vorschlagsansicht | None: ...

    def entscheiden(self, besucher: Besucher, fall_id: str, eingabe: Entscheidungseingabe) -> None: ...

    def vermerk(self, besucher: Besucher, fall_id: str) -> Vermerkansicht | None: ...

    def vermerk_erstellen(self, besucher: Besucher, fall_id: str) -> None: ...

    def vermerk_speichern(self, besucher: Besucher, fall_id: str, eingabe: Vermerkeingabe) -> None: ...

    def vermerk_abschliessen(self, besucher: Besucher, fall_id: str, fassung: int) -> None: ...
