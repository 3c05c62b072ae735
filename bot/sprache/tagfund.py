"""One day that was read, and the point in time it is read from."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from bot.sprache.typen import Zeit

KUERZLICH = timedelta(days=60)


class Tagfund(NamedTuple):
    """A day and how certain it is; no day where the words name one that does not exist or cannot be told."""

    tag: date | None
    sicherheit: float = 0.0


@dataclass(frozen=True)
class Zeitpunkt:
    """The day of the answer, and the side of it where the day asked for lies."""

    heute: date
    zeit: Zeit | None

    def jaehrlich(self, im_jahr: Callable[[int], date | None]) -> Tagfund:
        """The day without a year in the nearest year on the right side; weak if no side was given."""
        tag = im_jahr(self.heute.year)
        if tag is None:
            return Tagfund(None)
        if self.zeit is None:
            return Tagfund(tag, 0.7)
        if self.zeit == "zukunft" and tag < self.heute:
            # A day just gone by is as likely meant as the one in eleven months.
            return Tagfund(im_jahr(self.heute.year + 1), 0.8 if self.heute - tag < KUERZLICH else 0.95)
        if self.zeit == "vergangenheit" and tag > self.heute:
            tag = im_jahr(self.heute.year - 1)
        return Tagfund(tag, 0.95)

    def volles_jahr(self, ziffern: str) -> int:
        """A year of two digits as the one not more than 20 years ahead."""
        jahr = int(ziffern)
        if len(ziffern) > 2:
            return jahr
        return 2000 + jahr if 2000 + jahr <= self.heute.year + 20 else 1900 + jahr
