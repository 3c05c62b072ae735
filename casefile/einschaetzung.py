"""The Fachkraft's assessment and her decision on the proposal.

Both are answers to her questions of the guide; a form records them exactly as a talk would.
"""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from casefile.akte import Akte
from casefile.eintraege import Herkunft, Zeile, als_antwort, naechste_nr
from casefile.fallstand import Fallstand, lies_fallstand_fuer
from casefile.modelle_basis import neue_id
from knowledge.angaben import GRUPPEN
from knowledge.antwort import UngueltigeAntwort, pruefe_wert
from knowledge.interview import Eintragsart
from knowledge.leitfaden_modell import Frage

GATES = tuple(f"bedarf_pruefen_{gruppe}" for gruppe in GRUPPEN)


class EintragFehler(ValueError):
    """Some facts cannot be recorded; `felder` maps fact names to German reasons."""

    def __init__(self, felder: dict[str, str]) -> None:
        super().__init__("; ".join(felder.values()))
        self.felder = felder


def lies(akte: Akte, s: Session, fall_id: str, leitfaden: str) -> Fallstand:
    """Give the case as its Fachkraft sees it in the talk."""
    return lies_fallstand_fuer(akte, s, fall_id, leitfaden, "fachkraft", "gespraech")


def trage_ein(
    akte: Akte,
    s: Session,
    fall_id: str,
    stand: Fallstand,
    werte: Mapping[str, object],
    *,
    konto_id: str | None = None,
    gespraech_id: str | None = None,
) -> Fallstand:
    """Record what the role of `stand` entered, fact name → value; None for a fact that is left open.

    Only what differs from the newest answer is added. Questions that an earlier answer makes inapplicable
    are passed over. Raises EintragFehler with all that is wrong; then nothing is to be committed.
    """
    guide = stand.leitfaden
    herkunft = Herkunft(fall_id, guide.leitfaden, guide.fassung, gespraech_id, konto_id=konto_id)
    fehler: dict[str, str] = {}
    for frage in guide.fragen.values():
        if frage.fuellt not in werte:
            continue
        try:
            zeile = _zeile(akte, s, fall_id, stand, frage, werte[frage.fuellt])
        except UngueltigeAntwort as grund:
            fehler[frage.fuellt] = str(grund)
            continue
        if zeile is not None:
            s.add(als_antwort(akte.tresor, zeile, herkunft))
            s.flush()
            stand = stand.mit(zeile)
    if fehler:
        raise EintragFehler(fehler)
    return stand


def _zeile(akte: Akte, s: Session, fall_id: str, stand: Fallstand, frage: Frage, roh: object) -> Zeile | None:
    bisher = stand.zeilen.get(frage.id)
    gilt = frage.id in (*stand.stand.offen, *stand.stand.beantwortet, *stand.stand.uebersprungen)
    if not gilt or (roh is None and bisher is None):
        return None
    wert = None if roh is None else pruefe_wert(frage, stand.wahl(frage), roh, stand.heute)
    art: Eintragsart = "weiss_nicht" if roh is None else "antwort"
    if bisher is not None and (bisher.art, bisher.wert) == (art, wert):
        return None
    return Zeile(neue_id(), naechste_nr(s, fall_id), frage.id, art, wert, stand.rolle, "formular", akte.uhr())


def ist_vollstaendig(stand: Fallstand) -> bool:
    """Say whether the Fachkraft's own assessment is in, so that the proposal may be shown.

    The proposal comes after it: needs and prognosis were looked at, or a special state settles the case.
    """
    werte, vorschlag = stand.stand.werte, stand.vorschlag
    if vorschlag is None:
        return False
    ohne_profiling = (
        vorschlag.profillage in ("z", "i"),
        any(hinweis.code == "ausserhalb_geltungsbereich" for hinweis in vorschlag.hinweise),
        werte.get("kundenart") == "abmeldung",
        werte.get("neues_profiling") is False,
    )
    return any(ohne_profiling) or all(fakt in werte for fakt in ("prognose", *GATES))
