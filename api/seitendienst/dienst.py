"""The data source of the pages: checks who may see what, then answers from the case file."""

from pathlib import Path

from api.aufbau import Bestand
from api.faelle import zugang_fuer
from api.problem import Problem
from api.seiten.ansichten_chat import ChatSeite, EigeneAntworten
from api.seiten.ansichten_fall import Einschaetzungsseite, Fallliste, Fallseite, Zugangslink
from api.seiten.ansichten_vorschlag import Vermerkansicht, Vorschlagsansicht
from api.seiten.daten import (
    Besucher,
    Dienststelle,
    Eingabefehler,
    Einschaetzungseingabe,
    Entscheidungseingabe,
    KeinRecht,
    NeuerFall,
    Vermerkeingabe,
    Zugantwort,
    Zugeingabe,
)
from api.seitendienst import chat, einschaetzungsseite, fallliste, fallseite, vermerkseite, vorschlagsseite, zutritt
from api.seitendienst.eigene import eigene_antworten
from casefile.aufnahme import nimm_auf
from casefile.ergebnis import Lage
from casefile.faelle import FallFehler
from casefile.rechte import Recht


class Seitendienst:
    """Implements `api.seiten.daten.Seitendaten`."""

    def __init__(self, haus: Bestand) -> None:
        self._haus = haus

    def dienststelle(self) -> Dienststelle:
        """Give what the site says about itself."""
        e = self._haus.einstellungen
        return Dienststelle(
            name=e.site_name,
            telefon=", ".join(f"{wer}: {nummer}" for wer, nummer in e.telefone.items()),
            impressum=_absaetze(e.imprint_file),
            datenschutz=_absaetze(e.privacy_file),
            barrierefreiheit=_absaetze(e.accessibility_file),
        )

    def besucher(self, sitzung: str) -> Besucher | None:
        """Give who holds a session."""
        return zutritt.besucher(self._haus, sitzung)

    def anmelden(self, name: str, passwort: str, adresse: str) -> str:
        """Sign staff in."""
        return zutritt.anmelden(self._haus, name, passwort, adresse)

    def einloesen(self, zugang: str) -> str:
        """Turn a personal link into a session."""
        return zutritt.einloesen(self._haus, zugang)

    def abmelden(self, besucher: Besucher) -> None:
        """Sign out."""
        zutritt.abmelden(self._haus, besucher.sitzung)

    def gespraech(self, besucher: Besucher, fall_id: str | None) -> ChatSeite:
        """Show the visitor's conversation in a case."""
        return chat.seite(self._haus, self._lage(besucher, fall_id).gespraech)

    def zug(self, besucher: Besucher, fall_id: str | None, eingabe: Zugeingabe) -> Zugantwort:
        """Take one turn of the visitor's conversation."""
        return chat.zug(self._haus, self._lage(besucher, fall_id), eingabe)

    def eigene_antworten(self, besucher: Besucher) -> EigeneAntworten:
        """List what the customer said."""
        return eigene_antworten(self._haus, self._lage(besucher, None))

    def faelle(self, besucher: Besucher, suche: str, zustand: str) -> Fallliste:
        """List the Fachkraft's cases."""
        person = zutritt.person(self._haus, besucher)
        if person.konto_id is None or besucher.rolle != "fachkraft":
            raise KeinRecht
        return fallliste.liste(self._haus, person.konto_id, suche, zustand)

    def fall_anlegen(self, besucher: Besucher, eingabe: NeuerFall) -> str:
        """Create a case; gives its id."""
        person = zutritt.person(self._haus, besucher)
        if person.konto_id is None or besucher.rolle != "fachkraft":
            raise KeinRecht
        try:
            with self._haus.akte.schreibend.begin() as s:
                fall = nimm_auf(
                    self._haus.akte,
                    s,
                    eingabe.name,
                    person.konto_id,
                    rechtskreis=eingabe.rechtskreis or None,
                    termin=eingabe.termin,
                    ort=eingabe.ort or None,
                )
                return fall.id
        except FallFehler as fehler:
            raise Eingabefehler({"name": str(fehler)}) from None

    def fall(self, besucher: Besucher, fall_id: str) -> Fallseite:
        """Show the page of a case."""
        person = zutritt.person(self._haus, besucher)
        with self._haus.akte.lesend() as s:
            fall = zutritt.fall(s, person, fall_id, Recht.FALL_SEHEN)
            return fallseite.seite(self._haus.akte, s, fall)

    def zugang_ausstellen(self, besucher: Besucher, fall_id: str) -> Zugangslink:
        """Make a personal link for the customer."""
        person = zutritt.person(self._haus, besucher)
        try:
            with self._haus.akte.schreibend.begin() as s:
                zugang = zugang_fuer(self._haus, s, zutritt.fall(s, person, fall_id, Recht.ZUGANG_AUSSTELLEN))
        except Problem as problem:
            raise Eingabefehler({"zugang": problem.text}) from None
        return Zugangslink(gueltig_bis=zugang.gueltig_bis, adresse=zugang.adresse)

    def einschaetzung(self, besucher: Besucher, fall_id: str) -> Einschaetzungsseite:
        """Show the Fachkraft's assessment."""
        person = zutritt.person(self._haus, besucher)
        with self._haus.akte.lesend() as s:
            fall = zutritt.fall(s, person, fall_id, Recht.EINSCHAETZUNG_SEHEN)
            return einschaetzungsseite.seite(self._haus.akte, s, fall)

    def einschaetzung_speichern(self, besucher: Besucher, fall_id: str, eingabe: Einschaetzungseingabe) -> None:
        """Record the assessment."""
        person = zutritt.person(self._haus, besucher)
        with self._haus.akte.schreibend.begin() as s:
            fall = zutritt.fall(s, person, fall_id, Recht.EINSCHAETZUNG_AENDERN)
            einschaetzungsseite.speichere(self._haus.akte, s, fall, str(person.konto_id), eingabe)

    def vorschlag(self, besucher: Besucher, fall_id: str) -> Vorschlagsansicht | None:
        """Show the proposal, once there is one."""
        person = zutritt.person(self._haus, besucher)
        with self._haus.akte.lesend() as s:
            fall = zutritt.fall(s, person, fall_id, Recht.VORSCHLAG_SEHEN)
            return vorschlagsseite.seite(self._haus.akte, s, fall)

    def entscheiden(self, besucher: Besucher, fall_id: str, eingabe: Entscheidungseingabe) -> None:
        """Record the decision on the proposal."""
        person = zutritt.person(self._haus, besucher)
        with self._haus.akte.schreibend.begin() as s:
            fall = zutritt.fall(s, person, fall_id, Recht.EINSCHAETZUNG_AENDERN)
            vorschlagsseite.entscheide(self._haus.akte, s, fall, str(person.konto_id), eingabe)

    def vermerk(self, besucher: Besucher, fall_id: str) -> Vermerkansicht | None:
        """Show the note, if there is one."""
        person = zutritt.person(self._haus, besucher)
        with self._haus.akte.lesend() as s:
            fall = zutritt.fall(s, person, fall_id, Recht.VERMERK_SEHEN)
            return vermerkseite.seite(self._haus.akte, s, fall)

    def vermerk_erstellen(self, besucher: Besucher, fall_id: str) -> None:
        """Compose the draft of the note."""
        person = zutritt.person(self._haus, besucher)
        with self._haus.akte.schreibend.begin() as s:
            vermerkseite.erstelle(self._haus.akte, s, zutritt.fall(s, person, fall_id, Recht.VERMERK_BEARBEITEN))

    def vermerk_speichern(self, besucher: Besucher, fall_id: str, eingabe: Vermerkeingabe) -> None:
        """Save the edited draft."""
        person = zutritt.person(self._haus, besucher)
        with self._haus.akte.schreibend.begin() as s:
            fall = zutritt.fall(s, person, fall_id, Recht.VERMERK_BEARBEITEN)
            vermerkseite.speichere(self._haus.akte, s, fall, str(person.konto_id), eingabe)

    def vermerk_abschliessen(self, besucher: Besucher, fall_id: str, fassung: int) -> None:
        """Finish the note under the Fachkraft's name."""
        person = zutritt.person(self._haus, besucher)
        with self._haus.akte.schreibend.begin() as s:
            fall = zutritt.fall(s, person, fall_id, Recht.VERMERK_BEARBEITEN)
            vermerkseite.schliesse_ab(self._haus.akte, s, fall, str(person.konto_id), fassung)

    def _lage(self, besucher: Besucher, fall_id: str | None) -> Lage:
        person = zutritt.person(self._haus, besucher)
        gemeint = fall_id or person.fall_id
        if gemeint is None:
            raise KeinRecht
        with self._haus.akte.lesend() as s:
            zutritt.fall(s, person, gemeint, Recht.GESPRAECH_FUEHREN)
        return chat.beginne_oder_weiter(self._haus, person, gemeint)


def _absaetze(datei: Path | None) -> tuple[str, ...]:
    if datei is None or not datei.exists():
        return ()
    return tuple(absatz.strip() for absatz in datei.read_text("utf-8").split("\n\n") if absatz.strip())
