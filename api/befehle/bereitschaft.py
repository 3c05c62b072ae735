"""Waiting until a started Lotse answers."""

import time
from dataclasses import dataclass

import httpx

ABSTAND_SEKUNDEN = 0.3


@dataclass(frozen=True)
class Bereitschaft:
    """Whether Lotse is ready, and what the last look showed."""

    bereit: bool
    zuletzt: str


def warte_auf(adresse: str, pfad: str, frist_sekunden: float) -> Bereitschaft:
    """Ask `/healthz` (the process answers) or `/readyz` (all of it does) until it says 200 or the time is over."""
    ende = time.monotonic() + frist_sekunden
    zuletzt = "keine Antwort"
    # A proxy of the environment must not stand between two processes of one machine.
    with httpx.Client(trust_env=False, timeout=5) as client:
        while time.monotonic() < ende:
            try:
                antwort = client.get(f"{adresse}{pfad}")
            except httpx.TransportError as fehler:
                zuletzt = type(fehler).__name__
            else:
                if antwort.status_code == httpx.codes.OK:
                    return Bereitschaft(bereit=True, zuletzt="bereit")
                zuletzt = f"{antwort.status_code} {antwort.text[:200]}"
            time.sleep(ABSTAND_SEKUNDEN)
    return Bereitschaft(bereit=False, zuletzt=zuletzt)
