"""`lotse propose`: cases from a file in, one proposal a line out."""

import json
import sys
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ValidationError

from api.befehle.eingabe import Eingabe
from knowledge.fakten import Bedarf, Fakten, Massnahme, Zeitfenster
from knowledge.laden import beschreibe
from knowledge.regelwerk import KeinRegelwerk
from knowledge.vorschlag import vorschlagen

BERLIN = ZoneInfo("Europe/Berlin")
STANDARDEINGABE = "-"
INNEN: dict[object, type[BaseModel]] = {"handlungsbedarfe": Bedarf, "massnahme": Massnahme, "zeitfenster": Zeitfenster}


class Abgelehnt(ValueError):
    """A case that cannot be answered; the text says which key and what is allowed."""


def main(argv: list[str]) -> int:
    """Prints a proposal for each case of a file; 2 if any case was rejected or the file can't be read, else 0."""
    eingabe = Eingabe("lotse propose", "Berechnet Vorschläge für Fälle: ein Vorschlag je Zeile, als JSON.")
    eingabe.angaben.add_argument(
        "datei", metavar="DATEI", help=".json mit einem Fall, .jsonl mit vielen, - für die Standardeingabe"
    )
    datei = eingabe.parse_args(argv).datei
    if datei == STANDARDEINGABE:
        return _beantworte(_aus_standardeingabe(sys.stdin.buffer))
    try:
        with Path(datei).open("rb") as strom:
            return _beantworte(_ein_fall(strom) if datei.endswith(".json") else _faelle(strom))
    except OSError:
        print(f"{datei}: Diese Datei gibt es nicht, oder sie lässt sich nicht lesen.", file=sys.stderr)
        return 2


def _beantworte(faelle: Iterable[tuple[int, bytes]]) -> int:
    code = 0
    for zeile, roh in faelle:
        try:
            print(_vorschlag(roh), flush=True)
        except Abgelehnt as fehler:
            code = 2
            print(f"Zeile {zeile}: {fehler}", file=sys.stderr, flush=True)
    return code


def _faelle(strom: Iterable[bytes]) -> Iterator[tuple[int, bytes]]:
    """One case a line, blank lines skipped."""
    return ((nummer, zeile) for nummer, zeile in enumerate(strom, start=1) if zeile.strip())


def _aus_standardeingabe(strom: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Cases as they come in, one a line; or one case alone, spread over lines."""
    erste = strom.readline()
    if erste.strip() != b"{":
        return _faelle(chain([erste], strom))
    zeilen = [erste, *strom]
    ganzes = b"".join(zeilen)
    return iter([(1, ganzes)]) if _ist_json(ganzes) else _faelle(zeilen)


def _ist_json(roh: bytes) -> bool:
    try:
        json.loads(roh)
    except ValueError:
        return False
    return True


def _ein_fall(strom: BinaryIO) -> Iterator[tuple[int, bytes]]:
    yield 1, strom.read()


def _vorschlag(roh: bytes) -> str:
    try:
        fakten = Fakten.model_validate_json(_gelesen(roh))
        stichtag = fakten.stichtag or datetime.now(BERLIN).date()
        return json.dumps(vorschlagen(fakten, stichtag).to_json(), ensure_ascii=False)
    except ValidationError as fehler:
        raise Abgelehnt("; ".join(_klage(dict(einzeln)) for einzeln in fehler.errors())) from fehler
    except KeinRegelwerk as fehler:
        raise Abgelehnt(str(fehler)) from fehler


def _klage(fehler: dict[str, Any]) -> str:
    """The key of a case that is wrong, and what is allowed there."""
    ort = fehler["loc"]
    if fehler["type"] != "extra_forbidden":
        return beschreibe(fehler)
    erlaubt = Fakten.model_fields if len(ort) == 1 else INNEN[ort[0]].model_fields
    return f"{beschreibe(fehler)}, erlaubt ist {', '.join(erlaubt)}"


def _gelesen(roh: bytes) -> str:
    """The case as JSON text, after checks that the strict model cannot make; raises Abgelehnt."""
    try:
        fall = json.loads(roh.decode("utf-8-sig"), object_pairs_hook=_ohne_doppelte, parse_constant=_keine_zahl)
    except UnicodeDecodeError as fehler:
        raise Abgelehnt("erlaubt ist nur UTF-8") from fehler
    except json.JSONDecodeError as fehler:
        raise Abgelehnt(f"kein gültiges JSON (Stelle {fehler.pos}); erlaubt ist ein Objekt je Fall") from fehler
    if not isinstance(fall, dict):
        raise Abgelehnt("erlaubt ist ein JSON-Objekt je Fall")
    return json.dumps(fall)


def _ohne_doppelte(paare: list[tuple[str, object]]) -> dict[str, object]:
    ergebnis = dict(paare)
    if len(ergebnis) < len(paare):
        namen = [name for name, _ in paare]
        doppelt = next(name for name in namen if namen.count(name) > 1)
        raise Abgelehnt(f"{doppelt}: steht zweimal da; erlaubt ist jeder Schlüssel einmal")
    return ergebnis


def _keine_zahl(wert: str) -> object:
    raise Abgelehnt(f"{wert} ist keine Zahl; erlaubt ist eine endliche Zahl")
