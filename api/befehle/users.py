"""`lotse users`: the accounts of staff."""

import argparse
import sys
from datetime import UTC, datetime

from sqlalchemy.exc import OperationalError, ProgrammingError
from sqlalchemy.orm import Session

from api.befehle.eingabe import Eingabe
from api.befehle.vorgaben import lies_einstellungen
from casefile import konten
from casefile.datenbank import sitzungsmacher, verbinde
from casefile.konten import KontoFehler
from casefile.modelle_basis import Rolle

PERSONAL = (Rolle.FACHKRAFT.value, Rolle.VERWALTUNG.value)


def main(argv: list[str]) -> int:
    """Run one of add, list, disable, enable, reset; exit code 1 if the account or the database does not play along."""
    angaben = _eingabe().parse_args(argv)
    try:
        with sitzungsmacher(verbinde(lies_einstellungen().database_url)).begin() as session:
            angaben.ausfuehren(session, angaben)
    except KontoFehler as fehler:
        print(fehler, file=sys.stderr)
        return 1
    except (OperationalError, ProgrammingError):
        print("Die Datenbank ist nicht erreichbar oder noch leer. Was fehlt, sagt: lotse doctor", file=sys.stderr)
        return 1
    return 0


def _eingabe() -> Eingabe:
    eingabe = Eingabe("lotse users", "Verwaltet die Konten der Beschäftigten.")
    unterbefehle = eingabe.add_subparsers(title="Befehle", required=True, metavar="BEFEHL", prog="lotse users")
    neu = unterbefehle.add_parser("add", help="ein Konto anlegen", description="Legt ein Konto an.")
    neu.angaben.add_argument("anmeldename", metavar="ANMELDENAME")
    neu.angaben.add_argument("--name", required=True, metavar="NAME", help="wie die Person heißt")
    neu.angaben.add_argument("--rolle", choices=PERSONAL, default=PERSONAL[0], help="üblich ist fachkraft")
    neu.set_defaults(ausfuehren=_lege_an)
    alle = unterbefehle.add_parser("list", help="alle Konten zeigen", description="Zeigt alle Konten.")
    alle.set_defaults(ausfuehren=_liste_auf)
    for name, ausfuehren, hilfe in (
        ("disable", _sperre, "ein Konto sperren"),
        ("enable", _entsperre, "ein gesperrtes Konto wieder öffnen"),
        ("reset", _setze_zurueck, "ein neues Passwort vergeben"),
    ):
        einzeln = unterbefehle.add_parser(name, help=hilfe, description=f"{hilfe[0].upper()}{hilfe[1:]}.")
        einzeln.angaben.add_argument("anmeldename", metavar="ANMELDENAME")
        einzeln.set_defaults(ausfuehren=ausfuehren)
    return eingabe


def _lege_an(session: Session, angaben: argparse.Namespace) -> None:
    rolle = Rolle(angaben.rolle)
    neues = konten.lege_an(session, angaben.anmeldename, angaben.name, rolle, datetime.now(UTC))
    print(f"Konto {neues.konto.anmeldename} angelegt. Erstes Passwort (wird nur jetzt gezeigt): {neues.passwort}")


def _liste_auf(session: Session, _angaben: argparse.Namespace) -> None:
    for konto in konten.liste(session):
        zustand = "aktiv" if konto.aktiv else "gesperrt"
        print(f"{konto.anmeldename:<20} {konto.rolle.value:<12} {zustand:<10} {konto.anzeigename}")


def _sperre(session: Session, angaben: argparse.Namespace) -> None:
    konten.setze_aktiv(session, konten.finde(session, angaben.anmeldename), aktiv=False)
    print(f"Konto {angaben.anmeldename} ist gesperrt. Offene Anmeldungen sind beendet.")


def _entsperre(session: Session, angaben: argparse.Namespace) -> None:
    konten.setze_aktiv(session, konten.finde(session, angaben.anmeldename), aktiv=True)
    print(f"Konto {angaben.anmeldename} ist wieder offen.")


def _setze_zurueck(session: Session, angaben: argparse.Namespace) -> None:
    passwort = konten.setze_passwort_zurueck(session, konten.finde(session, angaben.anmeldename))
    print(f"Neues Passwort für {angaben.anmeldename} (wird nur jetzt gezeigt): {passwort}")
