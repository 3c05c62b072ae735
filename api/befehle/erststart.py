"""The very first start: accounts to sign in with, and example cases to try Lotse on."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from casefile import faelle, konten, zugaenge
from casefile.akte import Akte
from casefile.beispiele_laden import lege_beispiele_an
from casefile.modelle import Termin
from casefile.modelle_basis import Rolle

# The example that nobody has answered anything in: it can be tried from the first question on.
NOCH_LEER = "Beispielperson Zwanzig"


@dataclass(frozen=True)
class Anmeldung:
    """One account and its first password, which is shown once."""

    konto: str
    passwort: str
    wofuer: str


@dataclass(frozen=True)
class Erststart:
    """What the first start created, to be shown once."""

    anmeldungen: tuple[Anmeldung, ...]
    kundenlink: str

    def zeilen(self) -> list[str]:
        """The lines for the terminal."""
        konten_zeilen = [f"  {a.konto:<12}{a.passwort}   {a.wofuer}" for a in self.anmeldungen]
        return [
            "",
            "Zum Anmelden (wird nur dieses eine Mal gezeigt):",
            *konten_zeilen,
            "Persönlicher Link einer Beispielperson:",
            f"  {self.kundenlink}",
        ]


def richte_ein(akte: Akte, oeffentliche_adresse: str) -> Erststart | None:
    """Create the first accounts and example cases; None, and nothing changed, if there is an account already."""
    with akte.schreibend.begin() as session:
        if konten.liste(session):
            return None
        jetzt = akte.uhr()
        fachkraft = konten.lege_an(session, "fachkraft", "Fachkraft Beispiel", Rolle.FACHKRAFT, jetzt)
        verwaltung = konten.lege_an(session, "verwaltung", "Verwaltung Beispiel", Rolle.VERWALTUNG, jetzt)
        termin = _lade_beispiele(session, akte, fachkraft.konto.id)
        zugang = zugaenge.stelle_aus(session, termin, jetzt)
    return Erststart(
        anmeldungen=(
            Anmeldung("fachkraft", fachkraft.passwort, "Fälle, Gespräche, Vermerke"),
            Anmeldung("verwaltung", verwaltung.passwort, "Konten, Zuweisung, Zustand"),
        ),
        kundenlink=f"{oeffentliche_adresse}/k/{zugang.token}",
    )


def _lade_beispiele(session: Session, akte: Akte, fachkraft_id: str) -> Termin:
    """The example cases; returns the appointment of the one whose customer link is shown."""
    faelle_nach_name = lege_beispiele_an(akte, session, fachkraft_id)
    termin = faelle.letzter_termin(session, faelle_nach_name[NOCH_LEER].id)
    if termin is None:
        raise LookupError(f"{NOCH_LEER} hat keinen Termin")
    return termin
