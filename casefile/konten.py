"""Accounts of staff. The caller commits."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from pwdlib import PasswordHash
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from casefile.modelle import Konto, Sitzung
from casefile.modelle_basis import Rolle

# Without 0/o and 1/i/l, since first passwords are read out and typed.
ZEICHEN = "23456789abcdefghjkmnpqrstuvwxyz"
GRUPPEN = 4
GRUPPENLAENGE = 4

_ARGON2 = PasswordHash.recommended()
# Checked when the name is unknown, so that this takes as long as a wrong password.
_ATTRAPPE = _ARGON2.hash(secrets.token_urlsafe())


class KontoFehler(Exception):
    """The account cannot be created or found; the message is for the administration."""


@dataclass(frozen=True, slots=True)
class NeuesKonto:
    """A new account and its first password, which is shown once and stored nowhere."""

    konto: Konto
    passwort: str


def lege_an(session: Session, anmeldename: str, anzeigename: str, rolle: Rolle, jetzt: datetime) -> NeuesKonto:
    """Create an account of staff; raises `KontoFehler` for a name that is taken or blank, or the role of a customer."""
    name = normalisiere(anmeldename)
    if rolle is Rolle.KUNDE:
        raise KontoFehler("Kundinnen und Kunden bekommen kein Konto, sondern einen Zugangslink.")
    if not name or not anzeigename.strip():
        raise KontoFehler("Bitte geben Sie einen Anmeldenamen und einen Namen an.")
    if _suche(session, name):
        raise KontoFehler(f"Den Anmeldenamen „{name}“ gibt es schon.")
    passwort = _neues_passwort()
    konto = Konto(
        anmeldename=name,
        anzeigename=anzeigename.strip(),
        rolle=rolle,
        passwort_hash=_ARGON2.hash(passwort),
        angelegt_am=jetzt,
    )
    session.add(konto)
    session.flush()
    return NeuesKonto(konto, passwort)


def liste(session: Session) -> list[Konto]:
    """All accounts by sign-in name, the disabled ones too."""
    return list(session.scalars(select(Konto).order_by(Konto.anmeldename)))


def finde(session: Session, anmeldename: str) -> Konto:
    """The account of this sign-in name; raises `KontoFehler`."""
    konto = _suche(session, normalisiere(anmeldename))
    if konto is None:
        raise KontoFehler(f"Ein Konto „{anmeldename}“ gibt es nicht.")
    return konto


def setze_aktiv(session: Session, konto: Konto, *, aktiv: bool) -> None:
    """Disable or re-enable an account. Disabling ends its sessions at once; its cases and answers stay."""
    konto.aktiv = aktiv
    if not aktiv:
        _beende_sitzungen(session, konto)


def setze_passwort_zurueck(session: Session, konto: Konto) -> str:
    """Give the account a new random password, returned once, and end its sessions."""
    passwort = _neues_passwort()
    konto.passwort_hash = _ARGON2.hash(passwort)
    _beende_sitzungen(session, konto)
    return passwort


def pruefe_passwort(session: Session, anmeldename: str, passwort: str) -> Konto | None:
    """The active account if the password is right, else None; takes equally long whether or not the name exists."""
    konto = _suche(session, normalisiere(anmeldename))
    richtig = _ARGON2.verify(passwort, konto.passwort_hash if konto else _ATTRAPPE)
    return konto if konto and richtig and konto.aktiv else None


def normalisiere(anmeldename: str) -> str:
    """Sign-in names ignore case and surrounding blanks."""
    return anmeldename.strip().casefold()


def _suche(session: Session, name: str) -> Konto | None:
    return session.scalar(select(Konto).where(Konto.anmeldename == name))


def _beende_sitzungen(session: Session, konto: Konto) -> None:
    session.execute(delete(Sitzung).where(Sitzung.konto_id == konto.id))


def _neues_passwort() -> str:
    gruppen = ("".join(secrets.choice(ZEICHEN) for _ in range(GRUPPENLAENGE)) for _ in range(GRUPPEN))
    return "-".join(gruppen)
