"""Slows down whoever guesses passwords, by sign-in name and address together, so that nobody else is locked out."""

from collections import OrderedDict
from datetime import datetime, timedelta
from threading import Lock

FREIE_VERSUCHE = 3
LAENGSTE_WARTEZEIT = timedelta(seconds=60)
VERGESSEN_NACH = timedelta(minutes=15)
MERKEN_HOECHSTENS = 10_000


class ZuVieleVersuche(Exception):
    """Too many failed sign-ins; `warten` says how long to wait."""

    def __init__(self, warten: timedelta) -> None:
        self.warten = warten
        sekunden = max(1, round(warten.total_seconds()))
        super().__init__(f"Zu viele Versuche. Bitte warten Sie {sekunden} Sekunden.")


class Bremse:
    """Counts sign-in attempts in the memory of one process. After three failures the wait doubles, up to a minute."""

    def __init__(self) -> None:
        self._versuche: OrderedDict[tuple[str, str], tuple[int, datetime]] = OrderedDict()
        self._sperre = Lock()

    def beginne(self, name: str, adresse: str, jetzt: datetime) -> None:
        """Count an attempt before its password is checked, so that parallel guesses count too.

        Raises `ZuVieleVersuche` while the wait lasts; such an attempt is not counted.
        """
        with self._sperre:
            anzahl, zuletzt = self._versuche.get((name, adresse), (0, jetzt))
            if jetzt - zuletzt > VERGESSEN_NACH:
                anzahl = 0
            rest = zuletzt + _wartezeit(anzahl) - jetzt
            if rest > timedelta():
                raise ZuVieleVersuche(rest)
            self._versuche[name, adresse] = (anzahl + 1, jetzt)
            self._versuche.move_to_end((name, adresse))
            if len(self._versuche) > MERKEN_HOECHSTENS:
                self._versuche.popitem(last=False)

    def gelungen(self, name: str, adresse: str) -> None:
        """Forget the attempts after a successful sign-in."""
        with self._sperre:
            self._versuche.pop((name, adresse), None)


def _wartezeit(anzahl: int) -> timedelta:
    if anzahl < FREIE_VERSUCHE:
        return timedelta()
    # The exponent is capped before the power, or a patient attacker makes the number overflow.
    return min(timedelta(seconds=2 ** min(anzahl - FREIE_VERSUCHE, 10)), LAENGSTE_WARTEZEIT)
