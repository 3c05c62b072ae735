"""The command `lotse`: finds the subcommand and hands over to its module."""

import importlib
import sys
from dataclasses import dataclass
from typing import cast

from api.befehle.eingabe import Hauptfunktion


@dataclass(frozen=True)
class Befehl:
    """One subcommand: the module whose `main(argv) -> int` runs it, and what it does, for the overview."""

    modul: str
    hilfe: str


# Modules are imported only when called: `lotse propose` must not wait for the web server's imports.
BEFEHLE = {
    "up": Befehl("api.befehle.up", "Lotse auf diesem Rechner starten: Seiten und Sprachmodul zusammen"),
    "serve": Befehl("api.befehle.serve", "nur die Seiten und Schnittstellen starten (für den Betrieb)"),
    "migrate": Befehl("api.befehle.migrate", "die Datenbanken anlegen oder auf den neuesten Stand bringen"),
    "doctor": Befehl("api.befehle.doctor", "prüfen, ob alles bereit ist, und sagen, was fehlt"),
    "users": Befehl("api.befehle.users", "Konten der Beschäftigten anlegen, auflisten, sperren"),
    "propose": Befehl("api.befehle.propose", "Vorschläge für Fälle aus einer Datei berechnen"),
}


def main(argv: list[str] | None = None) -> int:
    """Run `lotse` with these arguments (those of the process if None); returns the exit code, 2 for a wrong call."""
    argumente = sys.argv[1:] if argv is None else argv
    if not argumente or argumente[0] in {"-h", "--help", "help"}:
        print(_uebersicht())
        return 0 if argumente else 2
    befehl = BEFEHLE.get(argumente[0])
    if befehl is None:
        print(f"Den Befehl »{argumente[0]}« gibt es nicht.\n\n{_uebersicht()}", file=sys.stderr)
        return 2
    hauptfunktion = cast("Hauptfunktion", importlib.import_module(befehl.modul).main)
    return hauptfunktion(argumente[1:])


def _uebersicht() -> str:
    zeilen = [f"  {name:<10}{befehl.hilfe}" for name, befehl in BEFEHLE.items()]
    return "\n".join(
        ["Aufruf: lotse BEFEHL [...]", "", "Befehle:", *zeilen, "", "Mehr zu einem Befehl: lotse BEFEHL --help"]
    )
