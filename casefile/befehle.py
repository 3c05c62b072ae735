"""What a turn can do, one function for each command. None of them decides on the order of questions."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from casefile.ergebnis import Folge, Wahlpunkt, Wie
from casefile.fallstand import Fallstand
from casefile.lage import offene_frage, zusammenfassung
from casefile.modelle import Gespraech, Zug
from knowledge.antwort import UngueltigeAntwort, in_worten, pruefe_wert
from knowledge.interview import Eintragsart
from knowledge.leitfaden_modell import Frage
from knowledge.vokabular import load_vokabular

AENDERN = "aendern:"
VERSUCHE = 3


@dataclass(frozen=True)
class Anfrage:
    """One turn as it arrives: its key, the question that was shown, and an answer or a command.

    `wert` is the answer where `befehl` is None; `ziel` names the question of the command aendern;
    `wie` says whether the answer was tapped or typed; `kandidaten` names the choices that unclear text could mean.
    """

    schluessel: str
    frage: str | None
    wert: object = None
    befehl: str | None = None
    ziel: str | None = None
    wie: Wie = "gewaehlt"
    kandidaten: tuple[str, ...] = ()


@dataclass(frozen=True)
class Turn:
    """A turn being taken: the state before it, and what was sent. `s` is the turn's transaction."""

    s: Session
    gespraech: Gespraech
    fall: Fallstand
    anfrage: Anfrage

    @property
    def frage(self) -> Frage:
        """The open question; raises UngueltigeAntwort when nothing is open."""
        kennung = offene_frage(self.fall, self.gespraech)
        if kennung is None:
            raise UngueltigeAntwort("Im Moment ist keine Frage offen.")
        return self.fall.leitfaden.fragen[kennung]


@dataclass(frozen=True)
class NeueAntwort:
    """The entry that a turn adds for a question."""

    frage: str
    art: Eintragsart
    wert: object = None


Schritt = tuple[Folge, NeueAntwort | None]


def fuehre_aus(turn: Turn) -> Schritt:
    """Do what the turn asks for: change focus or pause of the conversation, or give the entry to add.

    Raises UngueltigeAntwort for a value that does not answer the question or an unknown command.
    """
    befehl = turn.anfrage.befehl or "antwort"
    # The pause itself says "Weiter", which at a question means to leave it out.
    if turn.gespraech.pausiert and befehl == "ueberspringen":
        befehl = "fortsetzen"
    if befehl not in BEFEHLE and befehl not in load_vokabular().absichten:
        raise UngueltigeAntwort(f"Den Befehl „{befehl[:40]}“ gibt es nicht.")
    schritt = BEFEHLE[befehl](turn) if befehl in BEFEHLE else (Folge(art="auskunft", thema=befehl), None)
    turn.gespraech.pausiert = befehl == "pause"
    return schritt


def _antwort(turn: Turn) -> Schritt:
    frage = turn.frage
    wahl = turn.fall.wahl(frage)
    wert = pruefe_wert(frage, wahl, turn.anfrage.wert, turn.fall.heute)
    return _aufgenommen(turn, frage, "antwort", wert, in_worten(frage, wahl, wert))


def _ohne_antwort(art: Eintragsart) -> Callable[[Turn], Schritt]:
    def schritt(turn: Turn) -> Schritt:
        frage = turn.frage
        if frage.pflicht or (art == "nur_im_gespraech" and turn.fall.rolle != "kunde"):
            return Folge(art="nicht_moeglich", frage=frage.id, thema="pflicht"), None
        return _aufgenommen(turn, frage, art)

    return schritt


def _ueberspringen(turn: Turn) -> Schritt:
    # Whoever went back and skips wants to keep what was said, not to lose it.
    frage = turn.frage
    if frage.id in turn.fall.stand.beantwortet:
        turn.gespraech.fokus = None
        return Folge(art="beibehalten", frage=frage.id), None
    return _ohne_antwort("uebersprungen")(turn)


def _aufgenommen(turn: Turn, frage: Frage, art: Eintragsart, wert: object = None, gelesen: str = "") -> Schritt:
    geaendert = frage.id in turn.fall.zeilen
    wie = turn.anfrage.wie
    folge = Folge(art="aufgenommen", frage=frage.id, eintrag=art, gelesen=gelesen, wie=wie, geaendert=geaendert)
    return folge, NeueAntwort(frage.id, art, wert)


def _zurueck(turn: Turn) -> Schritt:
    ziel = turn.fall.stand.vorherige(offene_frage(turn.fall, turn.gespraech))
    if ziel is None:
        return Folge(art="nicht_moeglich", thema="erste_frage"), None
    turn.gespraech.fokus = ziel
    return Folge(art="zurueck", frage=ziel), None


def _aendern(turn: Turn) -> Schritt:
    eigene = turn.fall.eigene()
    if turn.anfrage.ziel is None and not eigene:
        return Folge(art="nicht_moeglich", thema="nichts_zu_aendern"), None
    if turn.anfrage.ziel is None:
        kandidaten = tuple(Wahlpunkt(titel=kurz, wert=AENDERN + kennung) for kennung, kurz in eigene.items())
        return Folge(art="aendern", kandidaten=kandidaten), None
    if turn.anfrage.ziel not in (*eigene, *turn.fall.stand.uebersprungen):
        raise UngueltigeAntwort("Diese Antwort gibt es nicht, oder sie lässt sich hier nicht ändern.")
    turn.gespraech.fokus = turn.anfrage.ziel
    return Folge(art="aendern", frage=turn.anfrage.ziel), None


def _zusammenfassung(turn: Turn) -> Schritt:
    return Folge(art="auskunft", thema="zusammenfassung", gelesen=zusammenfassung(turn.fall)), None


def _pause(_: Turn) -> Schritt:
    return Folge(art="pause"), None


def _fortsetzen(_: Turn) -> Schritt:
    return Folge(art="fortgesetzt"), None


def frage_nach(turn: Turn, grund: str = "") -> Schritt:
    """Ask again for typed text that does not answer the question; `grund` says what is allowed."""
    letzte = select(Zug.art).where(Zug.gespraech_id == turn.gespraech.id).order_by(Zug.nr.desc()).limit(VERSUCHE)
    arten = list(turn.s.scalars(letzte))
    bisher = next((i for i, art in enumerate(arten) if art != "unverstanden"), len(arten))
    frage = offene_frage(turn.fall, turn.gespraech)
    kandidaten = _kandidaten(turn, frage)
    return Folge(art="unverstanden", versuch=bisher + 1, frage=frage, kandidaten=kandidaten, gelesen=grund), None


def _kandidaten(turn: Turn, frage: str | None) -> tuple[Wahlpunkt, ...]:
    if frage is None:
        return ()
    wahl = turn.fall.wahl(turn.fall.leitfaden.fragen[frage])
    return tuple(
        Wahlpunkt(titel=punkt.titel, wert=punkt.wert) for punkt in wahl if punkt.wert in turn.anfrage.kandidaten
    )


BEFEHLE: Mapping[str, Callable[[Turn], Schritt]] = {
    "antwort": _antwort,
    "weiss_nicht": _ohne_antwort("weiss_nicht"),
    "keine_angabe": _ohne_antwort("keine_angabe"),
    "nur_im_gespraech": _ohne_antwort("nur_im_gespraech"),
    "ueberspringen": _ueberspringen,
    "zurueck": _zurueck,
    "aendern": _aendern,
    "pause": _pause,
    "fortsetzen": _fortsetzen,
    "zusammenfassung": _zusammenfassung,
    "nicht_verstanden": frage_nach,
}
