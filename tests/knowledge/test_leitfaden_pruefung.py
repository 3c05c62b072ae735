"""A guide with a fault is refused at load, and the message names the file, the question and what is wrong."""

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from knowledge.laden import WissensFehler, load_yaml
from knowledge.leitfaden import load_leitfaden
from tests.knowledge.falltabelle import FAELLE

TEXTE = {name: f"Ein Text für {name}." for name in ("text", "kurz", "hilfe", "zweck", "rechtsgrundlage")}
GEMEINSAM = {
    "wer": "beide",
    "ort": ["gespraech"],
    **TEXTE,
    "sensibilitaet": 0,
    "quelle": {"werk": "projekt", "stelle": "Test"},
}
WAHL = [{"wert": "eins", "titel": "Eins"}, {"wert": "zwei", "titel": "Zwei"}]
FRAGEN: dict[str, dict[str, Any]] = {
    "a": {"id": "a", **GEMEINSAM, "typ": "ja_nein", "fuellt": "fakt_a"},
    "b": {"id": "b", **GEMEINSAM, "typ": "auswahl", "wahl": WAHL, "fuellt": "fakt_b"},
    "c": {"id": "c", **GEMEINSAM, "typ": "text", "wenn": {"fakt_b": "eins"}, "fuellt": "fakt_c"},
}
TABELLE: Any = load_yaml(FAELLE / "leitfaden.yml")


def schreibe(ordner: Path, fall: dict[str, Any]) -> Path:
    """The small guide with the fault of the case in it."""
    fragen = deepcopy(FRAGEN)
    for kennung, neu in fall.get("neu", {}).items():
        fragen[kennung] |= neu
    for kennung, namen in fall.get("ohne", {}).items():
        for name in namen:
            del fragen[kennung][name]
    kopf = {"leitfaden": "klein", "name": "Klein", "fassung": "1.0", "gilt_ab": "2026-01-01"}
    block = {"id": fall.get("block", "block"), "titel": "Block", "fragen": list(fragen.values())}
    (ordner / "klein").mkdir()
    lege_ab(ordner / "klein" / "leitfaden.yml", kopf | {"bloecke": fall.get("bloecke", ["block"])})
    lege_ab(ordner / "klein" / "block.yml", block)
    return ordner


def lege_ab(datei: Path, inhalt: dict[str, Any]) -> None:
    # JSON is YAML, and this one fits the eye of the loader as well.
    datei.write_text(json.dumps(inhalt, ensure_ascii=False, indent=1), encoding="utf-8")


def test_the_small_guide_without_a_fault_is_sound(tmp_path: Path):
    leitfaden = load_leitfaden("klein", schreibe(tmp_path, {}))
    assert list(leitfaden.fragen) == ["a", "b", "c"]


@pytest.mark.parametrize("fall", TABELLE, ids=lambda fall: fall["fall"])
def test_each_kind_of_fault_is_named_with_file_and_id(tmp_path: Path, fall: dict[str, Any]):
    with pytest.raises(WissensFehler) as fehler:
        load_leitfaden("klein", schreibe(tmp_path, fall))
    for wort in (fall.get("datei", "block.yml"), *fall["meldung"]):
        assert wort in str(fehler.value)


def test_all_faults_are_named_at_once(tmp_path: Path):
    fall = {"neu": {"a": {"maximum": 3}, "c": {"wenn": {"fakt_x": 1}}}}
    with pytest.raises(WissensFehler) as fehler:
        load_leitfaden("klein", schreibe(tmp_path, fall))
    assert {zeile.split(": ")[1] for zeile in str(fehler.value).splitlines()} == {"a", "c"}


def test_a_guide_that_does_not_exist_is_named(tmp_path: Path):
    with pytest.raises(WissensFehler, match=r"klein/leitfaden\.yml:1: diese Datei gibt es nicht"):
        load_leitfaden("klein", tmp_path)


def test_a_block_without_a_file_is_named(tmp_path: Path):
    with pytest.raises(WissensFehler, match=r"weg\.yml:1: diese Datei gibt es nicht"):
        load_leitfaden("klein", schreibe(tmp_path, {"bloecke": ["block", "weg"]}))


def test_a_guide_carries_the_name_of_its_folder(tmp_path: Path):
    schreibe(tmp_path, {})
    (tmp_path / "klein").rename(tmp_path / "anders")
    with pytest.raises(WissensFehler, match="klein"):
        load_leitfaden("anders", tmp_path)


@pytest.mark.parametrize(
    "wenn",
    [
        {"eine_von": [{"fakt_b": "eins"}, {"fakt_x": 1}]},
        {"alle_von": [{"fakt_b": "eins"}, {"keine_von": [{"fakt_b": "drei"}]}]},
    ],
)
def test_a_fault_in_the_condition_of_a_block_is_named_with_its_questions(tmp_path: Path, wenn: dict[str, Any]):
    schreibe(tmp_path, {"bloecke": ["block", "zweiter"]})
    frage = FRAGEN["a"] | {"id": "d", "fuellt": "fakt_d"}
    lege_ab(tmp_path / "klein" / "zweiter.yml", {"id": "zweiter", "titel": "Zweiter", "wenn": wenn, "fragen": [frage]})
    with pytest.raises(WissensFehler, match=r"klein/zweiter\.yml: d: wenn: "):
        load_leitfaden("klein", tmp_path)
