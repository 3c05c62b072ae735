"""Does the trained model belong to the files as they are? Standard library only, so that every environment can ask."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

DATEI = "fingerprint"
MODELLE = "models"
# What a model depends on: pipeline, domain, examples, our components, the reading of answers, package versions.
QUELLEN = (
    "config.yml",
    "domain.yml",
    "bot/data/**/*",
    "bot/engine/**/*.py",
    "bot/sprache/**/*",
    "bot/uv.lock",
)


def fingerabdruck(wurzel: Path) -> str:
    """SHA-256 over names and contents of all files that a model of this tree depends on."""
    summe = hashlib.sha256()
    for datei in _dateien(wurzel):
        inhalt = datei.read_bytes()
        summe.update(f"{datei.relative_to(wurzel).as_posix()}\0{len(inhalt)}\0".encode())
        summe.update(inhalt)
    return summe.hexdigest()


def _dateien(wurzel: Path) -> Iterator[Path]:
    gefunden = {datei for muster in QUELLEN for datei in wurzel.glob(muster)}
    return (datei for datei in sorted(gefunden) if datei.is_file() and "__pycache__" not in datei.parts)


def finde_modell(modelle: Path) -> Path | None:
    """The newest model in the folder (or the model itself, if the path is one); None if there is none."""
    if modelle.is_file():
        return modelle
    return max(modelle.glob("*.tar.gz"), key=lambda datei: datei.stat().st_mtime, default=None)


def ist_frisch(wurzel: Path, modelle: Path) -> bool:
    """True if a model is there and was trained from the files as they are now."""
    vermerk = modelle / DATEI
    if finde_modell(modelle) is None or not vermerk.is_file():
        return False
    return vermerk.read_text(encoding="ascii").strip() == fingerabdruck(wurzel)
