"""Taking a person in: the case, her appointment, and what the office already knows."""

from datetime import datetime

from sqlalchemy.orm import Session

from casefile.akte import Akte
from casefile.eintraege import Herkunft, Zeile, als_antwort, naechste_nr
from casefile.faelle import lege_an, vereinbare_termin
from casefile.modelle import Fall
from casefile.modelle_basis import neue_id
from knowledge.leitfaden import load_leitfaden

LEITFADEN = "erstgespraech"
RECHTSKREIS = "rechtskreis"


def nimm_auf(
    akte: Akte,
    s: Session,
    name: str,
    fachkraft_id: str,
    *,
    rechtskreis: str | None = None,
    termin: datetime | None = None,
    ort: str | None = None,
    beispiel: bool = False,
) -> Fall:
    """Create a case. A known Rechtskreis is recorded as an answer from the register, so that it is not asked again.

    Raises FallFehler for a blank name or an account that takes no cases.
    """
    fall = lege_an(s, akte.tresor, name, fachkraft_id, akte.uhr(), rechtskreis=rechtskreis, beispiel=beispiel)
    if rechtskreis is not None:
        trage_aus_register_ein(akte, s, fall.id, RECHTSKREIS, rechtskreis)
    if termin is not None:
        vereinbare_termin(s, akte.tresor, fall, termin, ort)
    return fall


def trage_aus_register_ein(akte: Akte, s: Session, fall_id: str, fakt: str, wert: object) -> None:
    """Record a fact that the office knew before the first talk."""
    leitfaden = load_leitfaden(LEITFADEN)
    frage = next(frage for frage in leitfaden.fragen.values() if frage.fuellt == fakt)
    zeile = Zeile(neue_id(), naechste_nr(s, fall_id), frage.id, "antwort", wert, "register", "formular", akte.uhr())
    s.add(als_antwort(akte.tresor, zeile, Herkunft(fall_id, LEITFADEN, leitfaden.fassung)))
    s.flush()
