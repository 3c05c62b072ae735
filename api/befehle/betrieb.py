"""Web process and engine side by side: both run, or neither does."""

import re
import shlex
import sys
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from honcho.manager import Manager
from honcho.printer import Message, Printer

SYSTEM = "system"
LOTSE = "lotse"
BEENDET = re.compile(r"(?P<name>\w+) stopped \(rc=(?P<code>-?\d+)\)")


@dataclass(frozen=True)
class Prozess:
    """One process of the pair: its name in the output, its command line and its whole environment."""

    name: str
    befehl: list[str]
    umgebung: Mapping[str, str]


@dataclass(frozen=True)
class Startmeldung:
    """Whether the start went well, and what to say about it."""

    gelungen: bool
    text: str


def betreibe(prozesse: list[Prozess], wenn_gestartet: Callable[[], Startmeldung]) -> int:
    """Run the processes until one ends or a signal comes, then end all; returns the exit code.

    `wenn_gestartet` runs beside them and reports on the start; if it did not go well, all end. The code is 130 after
    Ctrl-C, 143 after SIGTERM, else that of the process that ended; never 0, because none should end by itself.
    """
    gestartet = threading.Event()
    manager = Manager(printer=DeutscheAusgabe(len(prozesse), gestartet))
    for prozess in prozesse:
        # honcho runs a shell; exec makes it the process itself, so that signals arrive.
        befehl = f"exec {shlex.join(prozess.befehl)}"
        manager.add_process(prozess.name, befehl, env=dict(prozess.umgebung))
    threading.Thread(target=_begleite, args=(manager, gestartet, wenn_gestartet), daemon=True).start()
    manager.loop()
    return manager.returncode if manager.returncode and manager.returncode > 0 else 1


def _begleite(manager: Manager, gestartet: threading.Event, wenn_gestartet: Callable[[], Startmeldung]) -> None:
    # honcho forks; until it has, this thread must hold no lock that a fork would copy.
    gestartet.wait()
    meldung = Startmeldung(gelungen=False, text="Lotse ist beim Start gescheitert.")
    try:
        meldung = wenn_gestartet()
    finally:
        # Through honcho's queue: two threads printing would mix their lines.
        manager.events.put(Message("line", meldung.text, datetime.now(UTC), LOTSE, None))
        if not meldung.gelungen:
            manager.terminate()


class DeutscheAusgabe(Printer):  # type: ignore[misc]
    """What the processes say, what Lotse says, and of what honcho says itself only that a process ended."""

    def __init__(self, anzahl: int, gestartet: threading.Event) -> None:
        """Print to standard output; `gestartet` is set once honcho has started `anzahl` processes."""
        super().__init__(sys.stdout)
        self._fehlen = anzahl
        self._gestartet = gestartet

    def write(self, message: Message) -> None:
        """Print one line of a process, or what is said about all of them, without a name before it."""
        if message.name == LOTSE:
            print(message.data, file=self.output, flush=True)
        elif message.name == SYSTEM:
            self._write_system(message)
        else:
            super().write(message)

    def _write_system(self, message: Message) -> None:
        if " started (pid=" in message.data:
            self._zaehle_start()
        ende = BEENDET.match(message.data)
        if ende:
            self.write(message._replace(data=f"{ende['name']} ist beendet (Code {ende['code']})", name=LOTSE))

    def _zaehle_start(self) -> None:
        self._fehlen -= 1
        if not self._fehlen:
            self._gestartet.set()
