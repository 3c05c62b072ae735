"""Example cases, clearly artificial, one for each situation of the rules: to try Lotse on."""

from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from casefile.akte import BERLIN, Akte
from casefile.aufnahme import LEITFADEN, nimm_auf
from casefile.einschaetzung import trage_ein
from casefile.fallstand import Fallstand, lies_fallstand_fuer
from casefile.modelle import Fall, Gespraech
from casefile.modelle_basis import Rolle, neue_id
from casefile.vermerk import entwirf
from knowledge.laden import Strikt, load_model
from knowledge.leitfaden import load_leitfaden
from knowledge.leitfaden_modell import Ort
from knowledge.leitfaden_modell import Rolle as Gespraechsrolle

ORDNER = Path(__file__).parent / "beispiele"


class Erwartet(Strikt):
    """What the rules are to propose."""

    profillage: str


class Beispiel(Strikt):
    """One example: who, what it shows, and the answers of both sides by question id; "+21" is a day from today."""

    name: str
    fall: str
    rechtskreis: str | None
    termin_in_tagen: int
    kunde: dict[str, Any]
    fachkraft: dict[str, Any]
    erwartet: Erwartet


def load_beispiele() -> tuple[Beispiel, ...]:
    """Load all examples in their order; raises WissensFehler."""
    return tuple(load_model(pfad, Beispiel) for pfad in sorted(ORDNER.glob("*.yml")))


def lege_beispiele_an(akte: Akte, s: Session, fachkraft_id: str) -> dict[str, Fall]:
    """Create all example cases for a Fachkraft; gives them by name."""
    return {beispiel.name: lege_beispiel_an(akte, s, fachkraft_id, beispiel) for beispiel in load_beispiele()}


def lege_beispiel_an(akte: Akte, s: Session, fachkraft_id: str, beispiel: Beispiel) -> Fall:
    """Create one example case with its answers and, where the talk is through, the draft note."""
    fall = nimm_auf(
        akte,
        s,
        beispiel.name,
        fachkraft_id,
        rechtskreis=beispiel.rechtskreis,
        termin=_termin(akte, beispiel.termin_in_tagen),
        beispiel=True,
    )
    if beispiel.kunde:
        _beantworte(akte, s, fall, Rolle.KUNDE, None, beispiel.kunde)
    if beispiel.fachkraft:
        stand = _beantworte(akte, s, fall, Rolle.FACHKRAFT, fachkraft_id, beispiel.fachkraft)
        if stand.stand.abgeschlossen:
            entwirf(akte, s, fall.id, stand)
    return fall


def _beantworte(
    akte: Akte, s: Session, fall: Fall, rolle: Rolle, konto_id: str | None, antworten: dict[str, Any]
) -> Fallstand:
    ort: Ort = "zuhause" if rolle == Rolle.KUNDE else "gespraech"
    leitfaden = load_leitfaden(LEITFADEN)
    gespraech = Gespraech(
        id=neue_id(),
        fall_id=fall.id,
        leitfaden=LEITFADEN,
        fassung=leitfaden.fassung,
        rolle=rolle,
        ort=ort,
        konto_id=konto_id,
        angelegt_am=akte.uhr(),
    )
    s.add(gespraech)
    s.flush()
    werte = {leitfaden.fragen[kennung].fuellt: _wert(wert, akte.heute()) for kennung, wert in antworten.items()}
    als: Gespraechsrolle = "kunde" if rolle == Rolle.KUNDE else "fachkraft"
    stand = lies_fallstand_fuer(akte, s, fall.id, LEITFADEN, als, ort)
    stand = trage_ein(akte, s, fall.id, stand, werte, konto_id=konto_id, gespraech_id=gespraech.id)
    if stand.stand.abgeschlossen:
        gespraech.abgeschlossen_am = akte.uhr()
    return stand


def _termin(akte: Akte, tage: int) -> datetime:
    """Give an hour of the office day, spread so that no two examples of a week meet."""
    tag = akte.heute() + timedelta(days=tage)
    return datetime.combine(tag, time(9 + tage % 7), BERLIN)


def _wert(wert: object, heute: date) -> object:
    """Turn "+21" or "-90" into the day that many days from today."""
    if isinstance(wert, str) and wert[:1] in "+-" and wert[1:].isdigit():
        return (heute + timedelta(days=int(wert))).isoformat()
    return wert
