"""Which ports the two processes of `lotse up` listen on."""

import socket
from collections.abc import Mapping
from dataclasses import dataclass


class AnschlussBelegt(Exception):
    """The port that was asked for is taken, or is no port; the message is for the person who starts Lotse."""


@dataclass(frozen=True)
class Anschluesse:
    """The ports of the pages and of the engine."""

    web: int
    engine: int


def waehle_anschluesse(umgebung: Mapping[str, str], host: str) -> Anschluesse:
    """The ports named in LOTSE_PORT and LOTSE_ENGINE_PORT, else 8000 for the pages if it is free, else any free ones.

    A port that was named is never exchanged for another: if it is taken, that is an `AnschlussBelegt`. Nobody types the
    engine's port, so it has no usual one that a second Lotse, still starting, might be about to take.
    """
    return Anschluesse(
        web=_waehle("LOTSE_PORT", umgebung, host, ueblich=8000),
        engine=_waehle("LOTSE_ENGINE_PORT", umgebung, "127.0.0.1"),
    )


def ist_frei(host: str, port: int) -> bool:
    """True if a server could listen there now."""
    familie = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(familie) as probe:
        # A port whose last connections are still winding down is free for a server.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
        return True


def _waehle(name: str, umgebung: Mapping[str, str], host: str, ueblich: int = 0) -> int:
    gewuenscht = umgebung.get(name)
    if not gewuenscht:
        return ueblich if ueblich and ist_frei(host, ueblich) else _irgendeiner(host)
    if not gewuenscht.isdecimal() or not 0 < int(gewuenscht) < 65536:
        raise AnschlussBelegt(f"{name}={gewuenscht} ist kein Anschluss. Möglich sind 1 bis 65535.")
    if not ist_frei(host, int(gewuenscht)):
        raise AnschlussBelegt(
            f"Der Anschluss {gewuenscht} ist belegt oder nicht erlaubt. "
            f"Bitte beenden Sie das andere Programm oder setzen Sie {name} auf eine andere Zahl."
        )
    return int(gewuenscht)


def _irgendeiner(host: str) -> int:
    familie = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(familie) as probe:
        probe.bind((host, 0))
        return int(probe.getsockname()[1])
