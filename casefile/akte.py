"""What every service of the case file needs: databases, the vault and the time."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session, sessionmaker

from casefile.krypto import Tresor

BERLIN = ZoneInfo("Europe/Berlin")


@dataclass(frozen=True)
class Akte:
    """The case file of a site. `uhr` gives the present as an aware datetime."""

    schreibend: sessionmaker[Session]
    lesend: sessionmaker[Session]
    tresor: Tresor
    uhr: Callable[[], datetime]

    def heute(self) -> date:
        """Give the day in Berlin, by which rules and deadlines go."""
        return self.uhr().astimezone(BERLIN).date()
