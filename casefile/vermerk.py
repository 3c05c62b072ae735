"""The note of a case: drafted by Lotse, edited and finished by a Fachkraft alone."""

from pydantic import BaseModel, ConfigDict
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from casefile.akte import Akte
from casefile.fallstand import Fallstand
from casefile.modelle import Vermerk, VermerkFassung
from casefile.modelle_basis import Vermerkzustand, neue_id
from casefile.vermerktext import Satz, verfasse

FELD = "vermerk_fassung.inhalt"


class VermerkAbgeschlossen(Exception):
    """The note is finished; a finished note is not changed."""


class FassungUeberholt(Exception):
    """Someone saved another version in the meantime; nothing was written."""


class Inhalt(BaseModel):
    """The text of one version: the sentences, and what the Fachkraft added."""

    model_config = ConfigDict(frozen=True)

    saetze: tuple[Satz, ...]
    ergaenzung: str = ""


def entwirf(akte: Akte, s: Session, fall_id: str, fall: Fallstand, *, neu: bool = False) -> Vermerk:
    """Write a draft if the case has none. An edited one is kept, unless `neu` asks for a fresh one; additions stay."""
    vermerk = aktueller(s, fall_id)
    if vermerk is not None and vermerk.zustand == Vermerkzustand.ENTWURF and not neu:
        return vermerk
    ergaenzung = ""
    if vermerk is None or vermerk.zustand != Vermerkzustand.ENTWURF:
        vermerk = Vermerk(id=neue_id(), fall_id=fall_id, zustand=Vermerkzustand.ENTWURF, angelegt_am=akte.uhr())
        s.add(vermerk)
        s.flush()
    else:
        ergaenzung = lies(akte, s, vermerk)[1].ergaenzung
    _neue_fassung(akte, s, vermerk, Inhalt(saetze=verfasse(fall), ergaenzung=ergaenzung), None)
    return vermerk


def aktueller(s: Session, fall_id: str) -> Vermerk | None:
    """Give the newest note of a case."""
    return s.scalars(
        select(Vermerk).where(Vermerk.fall_id == fall_id).order_by(Vermerk.angelegt_am.desc()).limit(1)
    ).first()


def lies(akte: Akte, s: Session, vermerk: Vermerk) -> tuple[VermerkFassung, Inhalt]:
    """Give the newest version of a note and what it says."""
    fassung = s.scalars(
        select(VermerkFassung)
        .where(VermerkFassung.vermerk_id == vermerk.id)
        .order_by(VermerkFassung.nr.desc())
        .limit(1)
    ).one()
    return fassung, Inhalt.model_validate(akte.tresor.oeffne(vermerk.fall_id, FELD, fassung.inhalt))


def speichere(akte: Akte, s: Session, vermerk: Vermerk, fassung: int, inhalt: Inhalt, konto_id: str) -> None:
    """Save an edited version on top of version `fassung`.

    Raises VermerkAbgeschlossen, or FassungUeberholt if `fassung` is not the newest.
    """
    _verlange(s, vermerk, fassung)
    _neue_fassung(akte, s, vermerk, inhalt, konto_id)


def schliesse_ab(akte: Akte, s: Session, vermerk: Vermerk, fassung: int, konto_id: str) -> None:
    """Finish the note in the version that the Fachkraft has read, under her name. Raises as `speichere`."""
    _verlange(s, vermerk, fassung)
    vermerk.zustand = Vermerkzustand.ABGESCHLOSSEN
    vermerk.abgeschlossen_am = akte.uhr()
    vermerk.abgeschlossen_von = konto_id
    s.flush()


def _verlange(s: Session, vermerk: Vermerk, fassung: int) -> None:
    s.refresh(vermerk, with_for_update=True)
    if vermerk.zustand != Vermerkzustand.ENTWURF:
        raise VermerkAbgeschlossen("Der Vermerk ist abgeschlossen.")
    if fassung != _letzte_nr(s, vermerk):
        raise FassungUeberholt("Inzwischen wurde eine andere Fassung gespeichert.")


def _letzte_nr(s: Session, vermerk: Vermerk) -> int:
    return s.scalar(select(func.max(VermerkFassung.nr)).where(VermerkFassung.vermerk_id == vermerk.id)) or 0


def _neue_fassung(akte: Akte, s: Session, vermerk: Vermerk, inhalt: Inhalt, konto_id: str | None) -> None:
    s.add(
        VermerkFassung(
            id=neue_id(),
            vermerk_id=vermerk.id,
            nr=_letzte_nr(s, vermerk) + 1,
            inhalt=akte.tresor.schliesse(vermerk.fall_id, FELD, inhalt.model_dump(mode="json")),
            konto_id=konto_id,
            am=akte.uhr(),
        )
    )
    s.flush()
