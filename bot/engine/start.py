"""Start the engine: `python -m bot.engine.start --model models --port 5005`, from the root of the tree.

Checks what can be checked in a moment, then hands the process over to the server, so that signals reach it.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from bot.engine.fingerabdruck import MODELLE, finde_modell, ist_frisch
from bot.engine.umgebung import umgebung

PFLICHT = ("LOTSE_ENGINE_TOKEN", "LOTSE_ACTION_URL")
TRAINIEREN = "uv run --project bot python -m bot.engine.training"


def main(argumente: Sequence[str] | None = None) -> None:
    """Check model and environment and become the server. Exits with a line that says what is missing."""
    parser = argparse.ArgumentParser(prog="python -m bot.engine.start", description=__doc__)
    parser.add_argument("--model", type=Path, default=Path(MODELLE), help="model file or folder of models")
    parser.add_argument("--port", type=int, default=5005)
    gewaehlt = parser.parse_args(argumente)
    modell = pruefe(gewaehlt.model)
    server = [sys.executable, "-m", "bot.engine.leise", str(modell), str(gewaehlt.port)]
    os.execve(sys.executable, server, umgebung())  # noqa: S606 - no shell is meant


def pruefe(ort: Path) -> Path:
    """The model to load. Exits if there is none or a required variable is missing; a stale model is only told."""
    fehlend = [name for name in PFLICHT if not os.environ.get(name)]
    if fehlend:
        sys.exit(f"Die Engine startet nicht: {' und '.join(fehlend)} fehlt in der Umgebung.")
    modell = finde_modell(ort)
    if modell is None:
        sys.exit(f"Die Engine startet nicht: In {ort} liegt kein Modell. Bitte trainieren: {TRAINIEREN}")
    if ort.is_dir() and not ist_frisch(Path.cwd(), ort):
        print(f"Das Modell ist älter als die Dateien. Neu trainieren: {TRAINIEREN}", file=sys.stderr, flush=True)
    return modell


if __name__ == "__main__":
    main()
