"""Who may do what: one table of role, right and reach. Every route asks `pruefe`."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from casefile.modelle import Fall
from casefile.modelle_basis import Rolle


class Recht(StrEnum):
    """Everything a person can be allowed to do."""

    FALL_LISTE = "fall_liste"
    FALL_SEHEN = "fall_sehen"
    FALL_ANLEGEN = "fall_anlegen"
    GESPRAECH_FUEHREN = "gespraech_fuehren"
    EIGENE_ANTWORTEN_SEHEN = "eigene_antworten_sehen"
    EINSCHAETZUNG_SEHEN = "einschaetzung_sehen"
    EINSCHAETZUNG_AENDERN = "einschaetzung_aendern"
    VORSCHLAG_SEHEN = "vorschlag_sehen"
    VERMERK_SEHEN = "vermerk_sehen"
    VERMERK_BEARBEITEN = "vermerk_bearbeiten"
    ZUGANG_AUSSTELLEN = "zugang_ausstellen"
    KONTEN_VERWALTEN = "konten_verwalten"
    STATUS_SEHEN = "status_sehen"


class Reichweite(StrEnum):
    """For which cases a right holds: one's own, or all."""

    EIGENE = "eigene"
    ALLE = "alle"


class NichtErlaubt(Exception):
    """This person may not do this, or not with this case."""


@dataclass(frozen=True, slots=True)
class Person:
    """Who is acting: staff by account, a customer by the case and the link she came in with."""

    rolle: Rolle
    konto_id: str | None = None
    fall_id: str | None = None
    zugang_id: str | None = None


OHNE_FALL = frozenset({Recht.FALL_LISTE, Recht.FALL_ANLEGEN, Recht.KONTEN_VERWALTEN, Recht.STATUS_SEHEN})
"""Rights that are not about one case."""

# Customers see what they said themselves, never what follows from it (no Profillage, no prognosis). The administration
# runs the site and needs no case's content for that.
ERLAUBT: Mapping[Rolle, Mapping[Recht, Reichweite]] = MappingProxyType(
    {
        Rolle.KUNDE: {
            Recht.GESPRAECH_FUEHREN: Reichweite.EIGENE,
            Recht.EIGENE_ANTWORTEN_SEHEN: Reichweite.EIGENE,
        },
        Rolle.FACHKRAFT: {
            Recht.FALL_LISTE: Reichweite.EIGENE,
            Recht.FALL_SEHEN: Reichweite.EIGENE,
            Recht.FALL_ANLEGEN: Reichweite.EIGENE,
            Recht.GESPRAECH_FUEHREN: Reichweite.EIGENE,
            Recht.EINSCHAETZUNG_SEHEN: Reichweite.EIGENE,
            Recht.EINSCHAETZUNG_AENDERN: Reichweite.EIGENE,
            Recht.VORSCHLAG_SEHEN: Reichweite.EIGENE,
            Recht.VERMERK_SEHEN: Reichweite.EIGENE,
            Recht.VERMERK_BEARBEITEN: Reichweite.EIGENE,
            Recht.ZUGANG_AUSSTELLEN: Reichweite.EIGENE,
        },
        Rolle.VERWALTUNG: {
            Recht.KONTEN_VERWALTEN: Reichweite.ALLE,
            Recht.STATUS_SEHEN: Reichweite.ALLE,
        },
    }
)


def pruefe(person: Person, recht: Recht, fall: Fall | None = None) -> None:
    """Return if `person` has `recht` (for `fall`), else raise `NichtErlaubt`.

    A right about cases without a case is refused, so that a route that forgets to name it fails closed.
    """
    reichweite = ERLAUBT[person.rolle].get(recht)
    if reichweite is None:
        raise NichtErlaubt(f"{person.rolle}: {recht}")
    if recht in OHNE_FALL:
        return
    if fall is None or (reichweite is Reichweite.EIGENE and not _ist_eigener(person, fall)):
        raise NichtErlaubt(f"{person.rolle}: {recht} in diesem Fall")


def _ist_eigener(person: Person, fall: Fall) -> bool:
    if person.rolle is Rolle.KUNDE:
        return person.fall_id == fall.id
    return person.konto_id == fall.fachkraft_id
