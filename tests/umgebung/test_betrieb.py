"""Two processes side by side: real ones, small ones."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

STARTER = """
import os, sys
from api.befehle.betrieb import Prozess, Startmeldung, betreibe
befehle = {"eins": sys.argv[1], "zwei": sys.argv[2]}
prozesse = [Prozess(name, [sys.executable, "-u", "-c", code], dict(os.environ)) for name, code in befehle.items()]
def wenn_gestartet():
    return Startmeldung(gelungen=sys.argv[3] == "gelingt", text="GESTARTET")
sys.exit(betreibe(prozesse, wenn_gestartet))
"""
BLEIBT = "import os, time; print('pid', os.getpid()); time.sleep(60)"
ENDET_MIT = "import time, sys; time.sleep(0.5); sys.exit({})"
FRIST = 20

Starter = Callable[[str, str, str], subprocess.Popen[str]]


@pytest.fixture
def starte() -> Iterator[Starter]:
    gestartet: list[subprocess.Popen[str]] = []

    def _starte(eins: str, zwei: str, start: str) -> subprocess.Popen[str]:
        prozess = subprocess.Popen(
            [sys.executable, "-c", STARTER, eins, zwei, start],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
        )
        gestartet.append(prozess)
        return prozess

    yield _starte
    for prozess in gestartet:
        prozess.terminate()
        prozess.communicate(timeout=FRIST)


def lies_bis_beide_laufen(prozess: subprocess.Popen[str]) -> str:
    gelesen = ""
    assert prozess.stdout
    while "GESTARTET" not in gelesen or len(pids_in(gelesen)) < 2:
        zeile = prozess.stdout.readline()
        assert zeile, gelesen
        gelesen += zeile
    return gelesen


def pids_in(ausgabe: str) -> list[int]:
    return [int(zeile.rsplit(" ", 1)[1]) for zeile in ausgabe.splitlines() if "| pid " in zeile]


def lebt(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.parametrize(("code", "erwartet"), [(3, 3), (0, 1)])
def test_when_one_process_ends_the_other_ends_and_the_exit_code_is_never_0(starte: Starter, code: int, erwartet: int):
    betrieb = starte(BLEIBT, ENDET_MIT.format(code), "gelingt")
    ausgabe, _ = betrieb.communicate(timeout=FRIST)
    assert betrieb.returncode == erwartet
    assert f"zwei ist beendet (Code {code})" in ausgabe
    assert not any(lebt(pid) for pid in pids_in(ausgabe))


@pytest.mark.parametrize(("zeichen", "erwartet"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_signal_ends_both(starte: Starter, zeichen: signal.Signals, erwartet: int):
    betrieb = starte(BLEIBT, BLEIBT, "gelingt")
    ausgabe = lies_bis_beide_laufen(betrieb)
    betrieb.send_signal(zeichen)
    betrieb.communicate(timeout=FRIST)
    assert betrieb.returncode == erwartet
    assert not any(lebt(pid) for pid in pids_in(ausgabe))


def test_a_start_that_fails_ends_both(starte: Starter):
    beginn = time.monotonic()
    betrieb = starte(BLEIBT, BLEIBT, "scheitert")
    ausgabe, _ = betrieb.communicate(timeout=FRIST)
    assert betrieb.returncode == 1
    assert not any(lebt(pid) for pid in pids_in(ausgabe))
    assert time.monotonic() - beginn < FRIST


def test_the_output_of_each_process_carries_its_name_and_nothing_of_the_manager(starte: Starter):
    betrieb = starte("print('hallo')", BLEIBT, "gelingt")
    ausgabe, _ = betrieb.communicate(timeout=FRIST)
    assert re.search(r"eins +\| hallo", ausgabe)
    assert "SIGTERM" not in ausgabe
