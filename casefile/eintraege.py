"""The recorded answers of a case, and which of them a role may see.

Customers' answers reach the Fachkraft only after the customer released them, item by item; a later
change needs a new release.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from casefile.krypto import GELOESCHT, Tresor
from casefile.modelle import Antwort, Fall
from casefile.modelle_basis import Wer, Wie
from knowledge.interview import Eintrag, Eintragsart
from knowledge.leitfaden_modell import Leitfaden, Rolle

FREIGABE = "freigabe_kunde"
GESTRICHEN = "gestrichene_antworten"
FELD = "antwort.wert"
Sprecher = Literal["kunde", "fachkraft", "register"]


@dataclass(frozen=True)
class Zeile:
    """One recorded answer, opened."""

    id: str
    nr: int
    frage: str
    art: Eintragsart
    wert: object
    wer: Sprecher
    wie: str
    am: datetime

    @property
    def eintrag(self) -> Eintrag:
        """The entry as the interview function takes it."""
        return Eintrag(self.art, self.wert, self.wer)


def lies_zeilen(
    s: Session, tresor: Tresor, fall_id: str, leitfaden: str, *, nur_neueste: bool = False
) -> tuple[Zeile, ...]:
    """Give the answers to the questions of a guide, oldest first; an erased one takes those before it along.

    With `nur_neueste` only the newest of each speaker to each question is read, however often it was changed.
    """
    gesucht = select(Antwort).where(Antwort.fall_id == fall_id, Antwort.leitfaden == leitfaden).order_by(Antwort.nr)
    if nur_neueste:
        letzte = select(func.max(Antwort.nr)).where(Antwort.fall_id == fall_id, Antwort.leitfaden == leitfaden)
        gesucht = gesucht.where(Antwort.nr.in_(letzte.group_by(Antwort.frage, Antwort.wer)))
    zeilen = s.scalars(gesucht).all()
    geloescht = {(zeile.frage, zeile.wer): zeile.nr for zeile in zeilen if zeile.wert == GELOESCHT}
    return tuple(_oeffne(tresor, z) for z in zeilen if z.nr > geloescht.get((z.frage, z.wer), 0))


def sichtbar(zeilen: Iterable[Zeile], leitfaden: Leitfaden, rolle: Rolle) -> dict[str, Zeile]:
    """Give for each question the newest answer that counts for this role; `zeilen` are in order."""
    zeilen = tuple(zeilen)
    if rolle == "kunde":
        ausgewaehlt = _fuer_kunden(zeilen, leitfaden)
    else:
        frei = freigegeben(zeilen, leitfaden)
        ausgewaehlt = [z for z in zeilen if z.wer != "kunde" or z.frage in frei]
    return {zeile.frage: zeile for zeile in sorted(ausgewaehlt, key=lambda z: z.nr)}


def freigegeben(zeilen: Iterable[Zeile], leitfaden: Leitfaden) -> frozenset[str]:
    """Give the questions whose newest customer answer the customer released to the Fachkraft."""
    vom_kunden = {zeile.frage: zeile for zeile in zeilen if zeile.wer == "kunde"}
    nach_fakt = {frage.fuellt: frage.id for frage in leitfaden.fragen.values()}
    freigabe = vom_kunden.get(nach_fakt.get(FREIGABE, ""))
    if freigabe is None:
        return frozenset()
    auswahl = vom_kunden.get(nach_fakt.get(GESTRICHEN, ""))
    # Whoever wants to strike something and does not say what has released nothing.
    if freigabe.wert != "stimmt" and (auswahl is None or auswahl.nr < freigabe.nr or auswahl.art != "antwort"):
        return frozenset()
    gestrichen = gestrichene(vom_kunden.values(), leitfaden)
    return frozenset(f for f, z in vom_kunden.items() if z.nr <= freigabe.nr and f not in gestrichen)


def gestrichene(zeilen: Iterable[Zeile], leitfaden: Leitfaden) -> frozenset[str]:
    """Give the questions whose answers the customer struck; they stay struck until she strikes anew."""
    fragen = {frage.id for frage in leitfaden.fragen.values() if frage.fuellt == GESTRICHEN}
    listen = [zeile.wert for zeile in zeilen if zeile.frage in fragen and zeile.wer == "kunde"]
    return frozenset(listen[-1]) if listen and isinstance(listen[-1], list) else frozenset()


def naechste_nr(s: Session, fall_id: str) -> int:
    """Give the number of the next answer of a case; until the transaction ends nobody else gets one."""
    # On PostgreSQL two talks of one case could otherwise take the same number. SQLite has one writer anyway.
    s.execute(select(Fall.id).where(Fall.id == fall_id).with_for_update())
    return (s.scalar(select(func.max(Antwort.nr)).where(Antwort.fall_id == fall_id)) or 0) + 1


@dataclass(frozen=True)
class Herkunft:
    """Where an answer was given: case, guide and version, and as far as there are any the talk, turn and account."""

    fall_id: str
    leitfaden: str
    fassung: str
    gespraech_id: str | None = None
    zug_id: str | None = None
    konto_id: str | None = None


def als_antwort(tresor: Tresor, zeile: Zeile, herkunft: Herkunft) -> Antwort:
    """Give the row to store for an answer, its value sealed."""
    return Antwort(
        id=zeile.id,
        nr=zeile.nr,
        frage=zeile.frage,
        art=zeile.art,
        wert=tresor.schliesse(herkunft.fall_id, FELD, zeile.wert),
        wer=Wer(zeile.wer),
        wie=Wie(zeile.wie),
        am=zeile.am,
        **asdict(herkunft),
    )


def als_eintraege(zeilen: Mapping[str, Zeile]) -> dict[str, Eintrag]:
    """Give the answers as the interview function takes them."""
    return {frage: zeile.eintrag for frage, zeile in zeilen.items()}


def _fuer_kunden(zeilen: tuple[Zeile, ...], leitfaden: Leitfaden) -> list[Zeile]:
    # What the Fachkraft answered in the customer's place is not asked again; her own findings stay hers.
    zaehlt = [z for z in zeilen if z.wer == "kunde" or _gemeinsam(leitfaden, z.frage)]
    freigabefragen = {f.id for f in leitfaden.fragen.values() if f.fuellt in (FREIGABE, GESTRICHEN)}
    # Only what she said herself since then needs her release.
    letzte = max((z.nr for z in zaehlt if z.wer == "kunde" and z.frage not in freigabefragen), default=0)
    return [z for z in zaehlt if z.frage not in freigabefragen or z.nr > letzte]


def _gemeinsam(leitfaden: Leitfaden, frage: str) -> bool:
    return frage in leitfaden.fragen and leitfaden.fragen[frage].wer == "beide"


def _oeffne(tresor: Tresor, zeile: Antwort) -> Zeile:
    wert = tresor.oeffne(zeile.fall_id, FELD, zeile.wert)
    art: Eintragsart = zeile.art  # type: ignore[assignment]
    return Zeile(zeile.id, zeile.nr, zeile.frage, art, wert, zeile.wer.value, zeile.wie.value, zeile.am)
