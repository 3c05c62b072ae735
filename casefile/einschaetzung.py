"""The Fachkraft's assessment and her decision on the proposal.

Both are answers to her questions of the guide; a form records them exactly as a talk would.
"""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from casefile.akte import Akte
from casefile.eintraege import Herkunft, Zeile, als_antwort, naechste_nr
from casefile.fallstand import Fallstand, lies_fallstand_fuer
from casefile.modelle import Fall
from casefile.modelle_basis import neue_id
from knowledge.angaben import GRUPPEN
from knowledge.antwort import UngueltigeAntwort, pruefe_wert
from knowledge.leitfaden_modell import Frage

WEISS_NICHT = None
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
    akte: Akte, s: Session, fall: Fall, leitfaden: str, konto_id: str, werte: Mapping[str, object]
) -> Fallstand:
    """Record what the Fachkraft entered, fact name → value; None for a fact she leaves open.

    Only what differs from the newest answer is added. Questions that an earlier answer makes inapplicable
    are passed over. Raises EintragFehler with all that is wrong; then nothing is to be committed.
    """
    stand, fehler = lies(akte, s, fall.id, leitfaden), {}
    for frage in stand.leitfaden.fragen.values():
        if frage.fuellt not in werte:
            continue
        try:
            stand = _eine(akte, s, fall, stand, frage, konto_id, werte[frage.fuellt])
        except UngueltigeAntwort as grund:
            fehler[frage.fuellt] = str(grund)
    if fehler:
        raise EintragFehler(fehler)
    return stand


def _eine(akte: Akte, s: Session, fall: Fall, stand: Fallstand, frage: Frage, konto_id: str, roh: object) -> Fallstand:
    bisher = stand.zeilen.get(frage.id)
    gilt = frage.id in (*stand.stand.offen, *stand.stand.beantwortet, *stand.stand.uebersprungen)
    if not gilt or (roh is WEISS_NICHT and bisher is None):
        return stand
    wert = None if roh is WEISS_NICHT else pruefe_wert(frage, stand.wahl(frage), roh, stand.heute)
    art = "weiss_nicht" if roh is WEISS_NICHT else "antwort"
    if bisher is not None and (bisher.art, bisher.wert) == (art, wert):
        return stand
    nr = naechste_nr(s, fall.id)
    zeile = Zeile(neue_id(), nr, frage.id, art, wert, "fachkraft", "formular", akte.uhr())
    herkunft = Herkunft(fall.id, stand.leitfaden.leitfaden, stand.leitfaden.fassung, konto_id=konto_id)
    s.add(als_antwort(akte.tresor, zeile, herkunft))
    s.flush()
    return stand.mit(zeile)


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
