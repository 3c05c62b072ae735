"""A site's case file with one case, and conversations about it, for tests."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from sqlalchemy import Engine, func, select

from casefile.akte import Akte
from casefile.aufnahme import LEITFADEN, nimm_auf
from casefile.befehle import Anfrage
from casefile.datenbank import sitzungsmacher
from casefile.einschaetzung import lies, trage_ein
from casefile.eintraege import Zeile, lies_zeilen
from casefile.ergebnis import Ergebnis, Lage
from casefile.fallstand import Fallstand, lies_fallstand_fuer
from casefile.gespraech import beginne, hole, zug
from casefile.krypto import Tresor
from casefile.modelle import Antwort, Konto, Zug
from casefile.modelle_basis import Rolle
from casefile.rechte import Person
from knowledge.leitfaden import load_leitfaden

# A customer who is soon done: she has a promise of work and does not search.
KUNDE_KURZ = {"g1": "beginnen", "e1a": "neue_arbeit", "e1b": "2026-04-01", "e5": "nein", "e6a": "nein"}
# A Fachkraft whose case needs nothing: up to the decision on the Profillage.
FACHKRAFT_BIS_ENTSCHEIDUNG = {
    "g6a": "erstaufnahme",
    "g5": False,
    "e1a": "nein",
    "e6a": "nein",
    "e10": "Lagerist",
    "e21": False,
    "e27": False,
    "e32": False,
    "e38": False,
    "e39": "normal",
    "e40": "integration_bis_6",
}


@dataclass
class Uhr:
    """A clock that moves when a test says so."""

    jetzt: datetime

    def __call__(self) -> datetime:
        return self.jetzt

    def weiter(self, **dauer: float) -> None:
        self.jetzt += timedelta(**dauer)


@dataclass
class Haus:
    """The case file with one case."""

    akte: Akte
    uhr: Uhr
    konto_id: str
    fall_id: str

    @classmethod
    def mit_fall(cls, engine: Engine, tresor: Tresor, jetzt: datetime, rechtskreis: str | None = "sgb3") -> "Haus":
        """Open the case file on migrated databases and take one person in."""
        uhr = Uhr(jetzt)
        akte = Akte(sitzungsmacher(engine), sitzungsmacher(engine, nur_lesen=True), tresor, uhr)
        with akte.schreibend.begin() as s:
            # Not through `konten`, which hashes a password for each test.
            konto = Konto(anmeldename="sommer", anzeigename="Frau Sommer", rolle=Rolle.FACHKRAFT, passwort_hash="-")
            konto.angelegt_am = jetzt
            s.add(konto)
            s.flush()
            fall = nimm_auf(akte, s, "Annegret Quitzow", konto.id, rechtskreis=rechtskreis)
            return cls(akte, uhr, konto.id, fall.id)

    def kunde(self) -> "Rede":
        """Let the customer begin or go on."""
        person = Person(Rolle.KUNDE, fall_id=self.fall_id)
        return Rede(self, beginne(self.akte, person, self.fall_id, LEITFADEN, "zuhause"))

    def fachkraft(self) -> "Rede":
        """Let the Fachkraft begin or go on."""
        person = Person(Rolle.FACHKRAFT, konto_id=self.konto_id)
        return Rede(self, beginne(self.akte, person, self.fall_id, LEITFADEN, "gespraech"))

    def stand(self, rolle: Any = "fachkraft") -> Fallstand:
        """The case as a role sees it."""
        ort: Any = "zuhause" if rolle == "kunde" else "gespraech"
        with self.akte.lesend.begin() as s:
            return lies_fallstand_fuer(self.akte, s, self.fall_id, LEITFADEN, rolle, ort)

    def trage_ein(self, antworten: Mapping[str, Any], rolle: Any = "fachkraft") -> Fallstand:
        """Record answers by question id in one go, as the form does."""
        fragen = load_leitfaden(LEITFADEN).fragen
        werte = {fragen[frage].fuellt: wert for frage, wert in antworten.items()}
        with self.akte.schreibend.begin() as s:
            stand = self.stand(rolle) if rolle == "kunde" else lies(self.akte, s, self.fall_id, LEITFADEN)
            return trage_ein(self.akte, s, self.fall_id, stand, werte, konto_id=self.konto_id)

    def neueste(self) -> dict[tuple[str, str], Zeile]:
        """The newest recorded answers by question and speaker."""
        with self.akte.lesend.begin() as s:
            return {(z.frage, z.wer): z for z in lies_zeilen(s, self.akte.tresor, self.fall_id, LEITFADEN)}

    def anzahl(self, frage: str | None = None) -> int:
        """How many answers are recorded, to one question or at all."""
        gesucht = select(func.count()).select_from(Antwort).where(Antwort.fall_id == self.fall_id)
        with self.akte.lesend.begin() as s:
            return s.scalar(gesucht if frage is None else gesucht.where(Antwort.frage == frage)) or 0

    def zuege(self) -> int:
        """How many turns are recorded."""
        with self.akte.lesend.begin() as s:
            return s.scalar(select(func.count()).select_from(Zug)) or 0


@dataclass
class Rede:
    """One conversation and the outcome of its last turn."""

    haus: Haus
    ergebnis: Ergebnis
    nummern: Any = field(default_factory=lambda: count(1))

    @property
    def id(self) -> str:
        return self.ergebnis.lage.gespraech

    @property
    def lage(self) -> Lage:
        return self.ergebnis.lage

    @property
    def frage(self) -> str | None:
        return self.ergebnis.lage.frage

    @property
    def pausiert(self) -> bool:
        """What is recorded, not what was last said."""
        with self.haus.akte.lesend.begin() as s:
            return hole(s, self.id).pausiert

    def zug(self, **felder: Any) -> Ergebnis:
        """Take one turn; key and question are filled in unless given."""
        schluessel = f"{self.id[:8]}-{self.haus.zuege()}-{next(self.nummern)}"
        anfrage = Anfrage(**{"schluessel": schluessel, "frage": self.frage, **felder})
        self.ergebnis = zug(self.haus.akte, self.id, anfrage)
        return self.ergebnis

    def antworte(self, wert: Any) -> Ergebnis:
        """Answer the open question."""
        return self.zug(wert=wert)

    def befiehl(self, befehl: str, ziel: str | None = None) -> Ergebnis:
        """Send a command."""
        return self.zug(befehl=befehl, ziel=ziel)

    def fuehre(self, antworten: Mapping[str, Any]) -> "Rede":
        """Answer question by question; each must be the one that is open."""
        for frage, wert in antworten.items():
            assert self.frage == frage
            assert self.antworte(wert).status == "neu"
        return self
