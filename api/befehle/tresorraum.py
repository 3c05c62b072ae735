"""The databases opened for a command: one session and the vault, closed again at the end."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy.orm import Session

from api.einstellungen import Einstellungen
from casefile.datenbank import sitzungsmacher, verbinde
from casefile.krypto import Tresor
from casefile.schluessel import oeffne_speicher


@dataclass(frozen=True)
class Tresorraum:
    """What services of the case file need."""

    session: Session
    tresor: Tresor


@contextmanager
def oeffne_akten(einstellungen: Einstellungen) -> Iterator[Session]:
    """A session on the case file in one transaction: committed at the end of the block, rolled back if it raises."""
    akten = verbinde(einstellungen.database_url)
    try:
        with sitzungsmacher(akten).begin() as session:
            yield session
    finally:
        akten.dispose()


@contextmanager
def oeffne(einstellungen: Einstellungen) -> Iterator[Tresorraum]:
    """The case file as `oeffne_akten` opens it, and the vault; raises `StandortschluesselFehler`."""
    schluessel = verbinde(einstellungen.keys_url)
    site_key = einstellungen.site_key.get_secret_value() if einstellungen.site_key else None
    try:
        tresor = Tresor(oeffne_speicher(schluessel, einstellungen.site_key_file, site_key))
        with oeffne_akten(einstellungen) as session:
            yield Tresorraum(session, tresor)
    finally:
        schluessel.dispose()
