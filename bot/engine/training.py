"""Train the model if it is stale: `python -m bot.engine.training`; `--pruefen` only tells (exit 0 fresh, 1 stale)."""

import argparse
import fcntl
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from bot.engine.fingerabdruck import DATEI, MODELLE, fingerabdruck, ist_frisch
from bot.engine.umgebung import umgebung

NAME = "lotse"


def main(argumente: Sequence[str] | None = None) -> int:
    """Run from the root of the tree in the engine's environment. Returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m bot.engine.training", description=__doc__)
    parser.add_argument("--pruefen", action="store_true", help="only tell whether the model is fresh")
    parser.add_argument("--modelle", type=Path, default=Path(MODELLE), help="folder for the model")
    gewaehlt = parser.parse_args(argumente)
    wurzel = Path.cwd()
    if gewaehlt.pruefen:
        return 0 if _melde_stand(wurzel, gewaehlt.modelle) else 1
    gewaehlt.modelle.mkdir(parents=True, exist_ok=True)
    with _allein(gewaehlt.modelle):
        return 0 if _melde_stand(wurzel, gewaehlt.modelle) else trainiere(wurzel, gewaehlt.modelle)


def trainiere(wurzel: Path, modelle: Path) -> int:
    """Train into `modelle`, remove older models and note the fingerprint. Returns Rasa's exit code."""
    # Taken before training, so that a change during it leaves the model stale.
    neu = fingerabdruck(wurzel)
    beginn = time.monotonic()
    print("Das Sprachmodell wird trainiert. Das dauert etwa eine halbe Minute …", flush=True)
    befehl = [sys.executable, "-m", "rasa", "train", "--data", "bot/data", "--fixed-model-name", NAME, "--quiet"]
    # Captured, because Rasa's old dependencies warn by the page; it is shown if something goes wrong.
    ergebnis = subprocess.run(
        [*befehl, "--out", str(modelle)], cwd=wurzel, env=umgebung(), capture_output=True, text=True, check=False
    )
    if ergebnis.returncode:
        print(ergebnis.stdout, ergebnis.stderr, "Das Training ist fehlgeschlagen.", sep="\n", file=sys.stderr)
        return ergebnis.returncode
    for altes in modelle.glob("*.tar.gz"):
        if altes.name != f"{NAME}.tar.gz":
            altes.unlink()
    (modelle / DATEI).write_text(neu + "\n", encoding="ascii")
    print(f"Fertig nach {time.monotonic() - beginn:.0f} Sekunden: {modelle / NAME}.tar.gz", flush=True)
    return 0


def _melde_stand(wurzel: Path, modelle: Path) -> bool:
    frisch = ist_frisch(wurzel, modelle)
    print("Das Sprachmodell ist aktuell." if frisch else "Das Sprachmodell passt nicht zu den Dateien.", flush=True)
    return frisch


@contextmanager
def _allein(modelle: Path) -> Iterator[None]:
    """Two trainings at once would write the same file; the second waits and then finds the model fresh."""
    with (modelle / ".sperre").open("w", encoding="ascii") as sperre:
        fcntl.flock(sperre, fcntl.LOCK_EX)
        yield


if __name__ == "__main__":
    sys.exit(main())
