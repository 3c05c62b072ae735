"""Command lines in German: argparse with German headings and error messages."""

import argparse
import re
import sys
from collections.abc import Callable
from typing import NoReturn

Hauptfunktion = Callable[[list[str]], int]

MELDUNGEN = (
    (re.compile(r"the following arguments are required: (.+)"), r"Es fehlt: \1"),
    (re.compile(r"unrecognized arguments: (.+)"), r"Unbekannte Angabe: \1"),
    (re.compile(r"argument (\S+): invalid choice: (\S+) \(choose from (.+)\)"), r"\1: \2 gibt es nicht, nur \3"),
    (re.compile(r"argument (\S+): invalid \S+ value: (.+)"), r"\1: \2 passt hier nicht"),
    (re.compile(r"argument (\S+): expected .+ arguments?"), r"\1 braucht einen Wert"),
)


class Eingabe(argparse.ArgumentParser):
    """An argument parser that speaks German; a wrong call ends with exit code 2."""

    def __init__(self, prog: str, description: str) -> None:
        super().__init__(prog=prog, description=description, add_help=False, formatter_class=Hilfe)
        self.angaben = self.add_argument_group("Angaben")
        self.angaben.add_argument("-h", "--help", action="help", help="diese Hilfe")

    def error(self, message: str) -> NoReturn:
        """Say what does not fit and where help is, then end the process with exit code 2."""
        print(f"{auf_deutsch(message)}\nHilfe: {self.prog} --help", file=sys.stderr)
        self.exit(2)


class Hilfe(argparse.HelpFormatter):
    """The help text with a German first line."""

    def add_usage(self, usage: str | None, actions: object, groups: object, prefix: str | None = None) -> None:
        """Put the usage line, headed in German unless the caller brings a heading."""
        super().add_usage(usage, actions, groups, prefix or "Aufruf: ")  # type: ignore[arg-type]


def auf_deutsch(meldung: str) -> str:
    """The German sentence for a message of argparse; one that is not in the table stays as it is."""
    for muster, deutsch in MELDUNGEN:
        if muster.fullmatch(meldung):
            return muster.sub(deutsch, meldung)
    return meldung
