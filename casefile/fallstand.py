"""Where the case stands for one role: answers, interview, proposal and the choices of this case."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from sqlalchemy.orm import Session

from casefile.akte import Akte
from casefile.eintraege import Zeile, als_eintraege, lies_zeilen, sichtbar
from casefile.entscheidung import abgeleitet, geltende
from casefile.modelle import Gespraech
from knowledge.angaben import fakten_aus
from knowledge.antwort import Wahlpunkt, in_worten
from knowledge.interview import Ableitung, Stand, Werte, keine_ableitung, stand
from knowledge.leitfaden import load_leitfaden
from knowledge.leitfaden_modell import Frage, Leitfaden, Ort, Rolle
from knowledge.vokabular import load_vokabular
from knowledge.vorschlag import Vorschlag, vorschlagen


@dataclass(frozen=True)
class Fallstand:
    """All that follows from the answers that count for `rolle` on the day `heute`.

    `alle` holds replaced answers too, except for a customer.
    """

    leitfaden: Leitfaden
    rolle: Rolle
    ort: Ort
    alle: tuple[Zeile, ...]
    heute: date

    @cached_property
    def zeilen(self) -> dict[str, Zeile]:
        """The newest answer to each question, as far as it counts for the role."""
        zeilen = sichtbar(self.alle, self.leitfaden, self.rolle)
        return zeilen if self.rolle == "kunde" else geltende(zeilen, self.alle, self.leitfaden, self.heute)

    def mit(self, zeile: Zeile) -> "Fallstand":
        """Give the state after one more answer."""
        return replace(self, alle=(*self.alle, zeile))

    @cached_property
    def stand(self) -> Stand:
        """Where the interview stands for the role."""
        return stand(self.leitfaden, als_eintraege(self.zeilen), self.rolle, self.ort, self._ableitung())

    @cached_property
    def vorschlag(self) -> Vorschlag | None:
        """The proposal of the rules; None until the Rechtskreis is known. Nothing for customers."""
        return None if self.rolle == "kunde" else vorschlag_aus(self.stand.werte, self.heute)

    def wahl(self, frage: Frage) -> tuple[Wahlpunkt, ...]:
        """Give the choices of a question in this case."""
        if frage.typ == "ja_nein":
            return (Wahlpunkt("ja", "Ja"), Wahlpunkt("nein", "Nein"))
        if frage.wahl_aus is None:
            return tuple(Wahlpunkt(w.wert, w.titel, w.synonyme, w.ausschliesslich) for w in frage.wahl)
        return tuple(Wahlpunkt(wert, titel) for wert, titel in WAHLQUELLEN[frage.wahl_aus](self).items())

    def in_worten(self, zeile: Zeile) -> str:
        """Say an answer in German; empty unless it is a value."""
        frage = self.leitfaden.fragen.get(zeile.frage)
        if frage is None or zeile.art != "antwort":
            return ""
        return in_worten(frage, self.wahl(frage), zeile.wert)

    def eigene(self) -> dict[str, str]:
        """Give the questions about the matter that the role answered itself: id → short label."""
        fragen = ((f, self.leitfaden.fragen[f]) for f in self.stand.beantwortet if self.zeilen[f].wer == self.rolle)
        return {kennung: frage.kurz for kennung, frage in fragen if not frage.ablauf}

    def _ableitung(self) -> Ableitung:
        # A customer's questions rest on answers alone, so no rule runs while a customer writes.
        if self.rolle == "kunde":
            return keine_ableitung
        return lambda werte: abgeleitet(werte, self.heute)


def lies_fallstand(akte: Akte, s: Session, gespraech: Gespraech) -> Fallstand:
    """Read the state of the case as the role of this conversation sees it."""
    rolle: Rolle = "kunde" if gespraech.rolle == "kunde" else "fachkraft"
    ort: Ort = gespraech.ort  # type: ignore[assignment]
    return lies_fallstand_fuer(akte, s, gespraech.fall_id, gespraech.leitfaden, rolle, ort)


def lies_fallstand_fuer(akte: Akte, s: Session, fall_id: str, leitfaden: str, rolle: Rolle, ort: Ort) -> Fallstand:
    """Read the state of a case as a role sees it at a place."""
    guide = load_leitfaden(leitfaden)
    # Only a decision of the Fachkraft needs to know what was said before; a customer's turn stays cheap.
    zeilen = lies_zeilen(s, akte.tresor, fall_id, leitfaden, nur_neueste=rolle == "kunde")
    return Fallstand(guide, rolle, ort, zeilen, akte.heute())


def vorschlag_aus(werte: Werte, heute: date) -> Vorschlag | None:
    """Propose from the answers' facts; None until the Rechtskreis is known."""
    fakten = fakten_aus(werte, heute)
    return None if fakten is None else vorschlagen(fakten, heute)


def _zieloptionen(fall: Fallstand) -> dict[str, str]:
    vorschlag, alle = fall.vorschlag, load_vokabular().zieloptionen
    erlaubt = alle if vorschlag is None else vorschlag.zieloptionen.zulaessig
    return {kennung: alle[kennung].label for kennung in erlaubt}


def _strategien(fall: Fallstand) -> dict[str, str]:
    # A chosen strategy hides its siblings in the proposal (HS-16); whoever chooses again sees all of them.
    offen = {fakt: wert for fakt, wert in fall.stand.werte.items() if fakt != "gewaehlte_strategien"}
    vokabular, vorschlag = load_vokabular(), vorschlag_aus(offen, fall.heute)
    if vorschlag is None:
        return {}
    gewaehlt = [zeile.strategie for zeile in vorschlag.strategien]
    alle = {**vokabular.handlungsstrategien, **vokabular.uebergreifende_strategien}
    return {kennung: alle[kennung].label for kennung in (*gewaehlt, *vorschlag.uebergreifend)}


def _profillagen(_: Fallstand) -> dict[str, str]:
    return {k: p.label for k, p in load_vokabular().profillagen.items() if not p.nur_vorschlag}


def _schluesselgruppen(_: Fallstand) -> dict[str, str]:
    gruppen = load_vokabular().schluesselgruppen
    return {k: gruppe.label for k, gruppe in gruppen.items() if gruppe.zaehlt_fuer_profillage}


def bedarfsgruppen(fall: Fallstand) -> dict[str, str]:
    """Give the Schlüsselgruppen with a festgestellter Bedarf: id → label."""
    mit_bedarf = abgeleitet(fall.stand.werte, fall.heute).get("bedarfsgruppen", ())
    alle = _schluesselgruppen(fall)
    return {k: alle[k] for k in alle if isinstance(mit_bedarf, list | tuple) and k in mit_bedarf}


WAHLQUELLEN: dict[str, Callable[[Fallstand], dict[str, str]]] = {
    "zieloptionen": _zieloptionen,
    "strategien": _strategien,
    "profillagen": _profillagen,
    "schluesselgruppen": _schluesselgruppen,
    "bedarfsgruppen": bedarfsgruppen,
    "eigene_antworten": Fallstand.eigene,
}
