"""Writes THIRD_PARTY.md: what Lotse is built on, from the lock files, with the licences the packages name."""

import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, distributions
from pathlib import Path

WURZEL = Path(__file__).parent.parent
ZIEL = WURZEL / "THIRD_PARTY.md"
UMGEBUNGEN = {"Program (uv.lock)": ".", "Dialogue engine (bot/uv.lock)": "bot"}
KOPF = """# Third-party software

Packages that Lotse installs, and the licence each one names. Written by `make third-party` from the lock files.
Files in `api/static/vendor` carry their licences beside them.
"""
# Packages whose metadata does not name their licence: what their licence file says.
NACHGESCHLAGEN = {
    "cycler": "BSD-3-Clause",
    "kiwisolver": "BSD-3-Clause",
    "psycopg2-binary": "LGPL-3.0-or-later with exceptions",
    "python-dateutil": "Apache-2.0 OR BSD-3-Clause",
}
KURZ = (
    (
        re.compile(r"(?i)(the )?apache([ -]software)?([ -]license)?,?[ -]*(version |v)?(2(\.0)?)?( license)?"),
        "Apache-2.0",
    ),
    (re.compile(r"(?i)(the )?(mit|expat)( license)?( \(mit\))?"), "MIT"),
    (re.compile(r"(?i)(the )?((new|modified|revised|3-clause) )?bsd( license)?"), "BSD-3-Clause"),
    (re.compile(r"(?i)bsd[ -]3[ -]clause( license)?"), "BSD-3-Clause"),
    (re.compile(r"(?i)bsd[ -]2[ -]clause( license)?"), "BSD-2-Clause"),
    (re.compile(r"(?i)mozilla public license 2\.0( \(mpl 2\.0\))?|mpl[ -]?2\.0"), "MPL-2.0"),
    (re.compile(r"(?i)python software foundation( license)?|psfl?|psf-2\.0"), "PSF-2.0"),
    (re.compile(r"(?i)isc( license( \(iscl\))?)?"), "ISC"),
)


@dataclass(frozen=True, order=True)
class Paket:
    """One installed package."""

    name: str
    version: str
    lizenz: str


def schreibe() -> None:
    """Write THIRD_PARTY.md; both environments must be installed."""
    abschnitte = [KOPF]
    for titel, ordner in UMGEBUNGEN.items():
        abschnitte.append(_abschnitt(titel, sorted(_python_pakete(WURZEL / ordner))))
    abschnitte.append(_abschnitt("Tests only (package-lock.json)", sorted(_node_pakete())))
    ZIEL.write_text("\n".join(abschnitte), encoding="utf-8")


def _abschnitt(titel: str, pakete: list[Paket]) -> str:
    zeilen = [f"| {paket.name} | {paket.version} | {paket.lizenz} |" for paket in pakete]
    return "\n".join([f"## {titel}", "", "| Package | Version | Licence |", "|---|---|---|", *zeilen, ""])


def _python_pakete(projekt: Path) -> Iterator[Paket]:
    lock = tomllib.loads((projekt / "uv.lock").read_text(encoding="utf-8"))
    lizenzen = {
        _name(paket.metadata["Name"]): _lizenz(paket)
        for paket in distributions(path=[str(ordner) for ordner in projekt.glob(".venv/lib/python3*/site-packages")])
    }
    for eintrag in lock["package"]:
        name = eintrag["name"]
        # The two projects themselves, and packages of other platforms that this one does not install.
        if "registry" in eintrag["source"] and name in lizenzen:
            yield Paket(name, eintrag["version"], NACHGESCHLAGEN.get(name, lizenzen[name]))


def _node_pakete() -> Iterator[Paket]:
    lock = json.loads((WURZEL / "package-lock.json").read_text(encoding="utf-8"))
    for pfad, eintrag in lock["packages"].items():
        if pfad:
            yield Paket(pfad.removeprefix("node_modules/"), eintrag["version"], eintrag.get("license", "?"))


def _lizenz(paket: Distribution) -> str:
    klassen = [zeile.rsplit(" :: ", 1)[1] for zeile in _angaben(paket, "Classifier") if zeile.startswith("License :: ")]
    for kandidat in [*_angaben(paket, "License-Expression"), *_angaben(paket, "License"), " / ".join(klassen)]:
        zeile = kandidat.strip().partition("\n")[0]
        if zeile not in {"", "UNKNOWN"} and len(zeile) <= 60:
            return _kurz(zeile.split(";")[0])
    return "?"


def _angaben(paket: Distribution, feld: str) -> list[str]:
    return [str(wert) for wert in paket.metadata.get_all(feld, [])]


def _kurz(lizenz: str) -> str:
    return next((kurz for muster, kurz in KURZ if muster.fullmatch(lizenz)), lizenz.removesuffix(" License"))


def _name(roh: str) -> str:
    return re.sub(r"[-_.]+", "-", roh).lower()


if __name__ == "__main__":
    schreibe()
