"""The one place where everything is wired: from the settings to databases, vault, engine client and site."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from actions.auskuenfte import Haus
from api.dialog import Dialog
from api.einstellungen import Einstellungen
from casefile.akte import Akte
from casefile.bremse import Bremse
from casefile.datenbank import sitzungsmacher, verbinde
from casefile.krypto import Tresor
from casefile.schluessel import oeffne_speicher


@dataclass(frozen=True)
class Bestand:
    """What routes work with."""

    einstellungen: Einstellungen
    akte: Akte
    haus: Haus
    dialog: Dialog
    bremse: Bremse

    @property
    def sitzungsdauer(self) -> timedelta:
        """How long a sign-in lasts at most."""
        return timedelta(hours=self.einstellungen.sitzung_stunden)

    @property
    def leerlauf(self) -> timedelta:
        """After how long without activity a sign-in ends."""
        return timedelta(minutes=self.einstellungen.leerlauf_minuten)


def oeffne_akte(einstellungen: Einstellungen) -> Akte:
    """Open the case file that the settings name; raises StandortschluesselFehler if its keys don't fit."""
    engine = verbinde(einstellungen.database_url)
    schluessel = None if einstellungen.site_key is None else einstellungen.site_key.get_secret_value()
    speicher = oeffne_speicher(verbinde(einstellungen.keys_url), einstellungen.site_key_file, schluessel)
    return Akte(
        schreibend=sitzungsmacher(engine),
        lesend=sitzungsmacher(engine, nur_lesen=True),
        tresor=Tresor(speicher),
        uhr=lambda: datetime.now(UTC),
    )


def baue_auf(einstellungen: Einstellungen) -> Bestand:
    """Wire the application; nothing is reached yet but the databases."""
    akte = oeffne_akte(einstellungen)
    haus = Haus(telefone=tuple(einstellungen.telefone.items()))
    dialog = Dialog(einstellungen.engine_url, einstellungen.verlange_engine_token(), akte)
    return Bestand(einstellungen, akte, haus, dialog, Bremse())
