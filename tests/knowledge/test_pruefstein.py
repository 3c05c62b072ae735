"""Independent expectations of the rules, written from the rules alone: each case names only what it asserts."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from api.befehle import propose
from knowledge.fakten import Fakten
from knowledge.vorschlag import vorschlagen

ORDNER = Path(__file__).parents[1] / "faelle" / "pruefstein"
STICHTAG = date(2026, 3, 2)
ABGELEHNT = "abgelehnt.yml"

Json = dict[str, Any]


def _lies(name: str) -> Any:
    return YAML(typ="safe").load(ORDNER / name)


def _als_json(gegeben: Json) -> str:
    return json.dumps(gegeben, default=lambda wert: wert.isoformat(), ensure_ascii=False)


def _parameter() -> list[Any]:
    dateien = sorted(pfad.name for pfad in ORDNER.glob("*.yml") if pfad.name != ABGELEHNT)
    return [pytest.param(fall, id=fall["fall"]) for datei in dateien for fall in _lies(datei)["faelle"]]


def _vorschlag(gegeben: Json) -> Json:
    fakten = Fakten.model_validate_json(_als_json(gegeben))
    return vorschlagen(fakten, STICHTAG).to_json()


def _ids(eintraege: list[Json], schluessel: str) -> set[str]:
    return {eintrag[schluessel] for eintrag in eintraege}


def _hinweise(v: Json) -> set[str]:
    return _ids(v["hinweise"], "code")


def _strategien(v: Json) -> set[str]:
    return _ids(v["strategien"], "strategie")


def _gesperrt(v: Json) -> set[str]:
    return _ids(v["nicht_waehlbar"], "strategie")


def _pflicht(v: Json, erwartet: dict[str, bool]) -> bool:
    return {(s["strategie"], s["pflicht"]) for s in v["strategien"]} >= set(erwartet.items())


PRUEFUNGEN: dict[str, Callable[[Json, Any], bool]] = {
    "profillage": lambda v, e: v["profillage"] == e,
    "kandidaten": lambda v, e: _ids(v["kandidaten"], "profillage") == set(e),
    "hinweise": lambda v, e: _hinweise(v) >= set(e),
    "hinweise_fehlen": lambda v, e: not _hinweise(v) & set(e),
    "strategien": _pflicht,
    "strategien_genau": lambda v, e: _strategien(v) == set(e),
    "strategien_fehlen": lambda v, e: not _strategien(v) & set(e),
    "strategien_zuerst": lambda v, e: v["strategien"][0]["strategie"] == e,
    "gewaehlt": lambda v, e: {s["strategie"] for s in v["strategien"] if s["gewaehlt"]} == set(e),
    "uebergreifend": lambda v, e: set(v["uebergreifend"]) == set(e),
    "nicht_waehlbar": lambda v, e: _gesperrt(v) >= set(e),
    "nicht_waehlbar_fehlt": lambda v, e: not _gesperrt(v) & set(e),
    "reihenfolge": lambda v, e: v["reihenfolge"] == e,
    "zieloptionen_zulaessig": lambda v, e: set(v["zieloptionen"]["zulaessig"]) >= set(e),
    "zieloptionen_unzulaessig": lambda v, e: _ids(v["zieloptionen"]["unzulaessig"], "zieloption") >= set(e),
    "auch_pruefen": lambda v, e: set(v["zieloptionen"]["auch_pruefen"]) == set(e),
    "sonderlage": lambda v, e: (v["sonderlage"] or {}).get("art") == e,
    "strategien_erledigt": lambda v, e: set(v["strategien_erledigt"]) == set(e),
    "strategien_bleiben_offen": lambda v, e: set(v["strategien_bleiben_offen"]) == set(e),
    "klaerung": lambda v, e: _ids(v["klaerung"], "bedarf") == set(e),
    "gegenprobe": lambda v, e: _ids(v["gegenprobe"], "profillage") >= set(e),
    "gegenprobe_fehlt": lambda v, e: not _ids(v["gegenprobe"], "profillage") & set(e),
}


@pytest.mark.parametrize("fall", _parameter())
def test_the_proposal_is_what_the_rules_say(fall: Json) -> None:
    vorschlag = _vorschlag(fall["gegeben"])
    verfehlt = {k: e for k, e in fall["dann"].items() if not PRUEFUNGEN[k](vorschlag, e)}
    assert not verfehlt, json.dumps(vorschlag, ensure_ascii=False, indent=1)


@pytest.mark.parametrize("fall", [pytest.param(f, id=f["fall"]) for f in _lies(ABGELEHNT)["faelle"]])
def test_a_wrong_case_is_named_and_the_others_are_answered(
    fall: Json, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    richtig = {"id": "richtig", "rechtskreis": "sgb3"}
    datei = tmp_path / "faelle.jsonl"
    datei.write_text("\n".join(_als_json(zeile) for zeile in (richtig, fall["gegeben"], richtig)), encoding="utf-8")
    assert propose.main([str(datei)]) == 2
    ausgabe = capsys.readouterr()
    assert [json.loads(zeile)["id"] for zeile in ausgabe.out.splitlines()] == ["richtig", "richtig"]
    (meldung,) = ausgabe.err.splitlines()
    assert fall["nennt"] in meldung
    assert "2" in meldung


@pytest.mark.parametrize("fall", [pytest.param(f, id=f["fall"]) for f in _lies(ABGELEHNT)["angenommen"]])
def test_a_case_on_the_right_side_of_the_bound_is_accepted(fall: Json, tmp_path: Path) -> None:
    datei = tmp_path / "fall.json"
    datei.write_text(_als_json(fall["gegeben"]), encoding="utf-8")
    assert propose.main([str(datei)]) == 0
