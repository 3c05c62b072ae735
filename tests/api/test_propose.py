"""`lotse propose`: each case is answered or named, and the exit code says whether one was rejected."""

import json
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from api.befehle.propose import main

FALSCH = '{"rechtskreis": "sgb4"}'
FALL = '{"id": "a", "rechtskreis": "sgb3", "prognose": "integration_bis_6", "handlungsbedarfe": []}'


@pytest.fixture
def datei(tmp_path: Path) -> Path:
    return tmp_path / "faelle.jsonl"


def test_many_cases_are_answered_in_their_order(datei: Path, capsys: pytest.CaptureFixture[str]):
    datei.write_text(f"{FALL}\n\n" + FALL.replace('"a"', '"b"') + "\n", encoding="utf-8")
    assert main([str(datei)]) == 0
    vorschlaege = [json.loads(zeile) for zeile in capsys.readouterr().out.splitlines()]
    assert [(v["id"], v["profillage"]) for v in vorschlaege] == [("a", "marktprofil"), ("b", "marktprofil")]


def test_a_rejected_case_is_named_and_the_others_are_answered(datei: Path, capsys: pytest.CaptureFixture[str]):
    datei.write_text(f"{FALSCH}\n{FALL}\n{{\n{FALL}", encoding="utf-8")
    assert main([str(datei)]) == 2
    ausgabe = capsys.readouterr()
    assert len(ausgabe.out.splitlines()) == 2
    assert [zeile.split(":")[0] for zeile in ausgabe.err.splitlines()] == ["Zeile 1", "Zeile 3"]


@pytest.mark.parametrize(
    ("fall", "meldung"),
    [
        ('{"rechtskreis": "sgb4"}', "Zeile 1: rechtskreis: erlaubt ist 'sgb2' oder 'sgb3'"),
        ('{"rechtskreis": "sgb2", "neu": 1}', "Zeile 1: neu: unbekannter Schlüssel, erlaubt ist id, rechtskreis"),
        ('{"rechtskreis": "sgb2", "massnahme": {"neu": 1}}', "massnahme.neu: unbekannter Schlüssel, erlaubt ist art"),
        ('{"rechtskreis"', "Zeile 1: kein gültiges JSON (Stelle 14)"),
        ("[1]", "Zeile 1: erlaubt ist ein JSON-Objekt je Fall"),
        ('{"rechtskreis": "sgb2", "rechtskreis": "sgb3"}', "rechtskreis: steht zweimal da"),
        ('{"rechtskreis": "sgb2", "plan_monate": NaN}', "NaN ist keine Zahl"),
        ('{"rechtskreis": "sgb2", "plan_monate": 1e999}', "plan_monate: erlaubt ist eine"),
        ('{"rechtskreis": "sgb2", "stichtag": "2009-04-29"}', "stichtag: erlaubt ist ein Tag ab 2009-04-30"),
    ],
)
def test_the_message_names_line_key_and_what_is_allowed(
    datei: Path, capsys: pytest.CaptureFixture[str], fall: str, meldung: str
):
    datei.write_text(fall, encoding="utf-8")
    assert main([str(datei)]) == 2
    fehler = capsys.readouterr().err
    assert meldung in fehler
    assert fehler.count("\n") == 1


def test_only_the_line_with_another_encoding_is_rejected(datei: Path, capsys: pytest.CaptureFixture[str]):
    datei.write_bytes(b'{"zielberuf": "M\xfcller"}\n' + FALL.encode())
    assert main([str(datei)]) == 2
    ausgabe = capsys.readouterr()
    assert ausgabe.err == "Zeile 1: erlaubt ist nur UTF-8\n"
    assert json.loads(ausgabe.out)["id"] == "a"


def test_a_json_file_holds_one_case_on_any_number_of_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    datei = tmp_path / "fall.json"
    datei.write_text(json.dumps(json.loads(FALL), indent=2), encoding="utf-8")
    assert main([str(datei)]) == 0
    assert json.loads(capsys.readouterr().out)["profillage"] == "marktprofil"


@pytest.mark.parametrize("eingabe", [FALL, json.dumps(json.loads(FALL), indent=2)])
def test_a_dash_reads_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], eingabe: str):
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(eingabe.encode())))
    assert main(["-"]) == 0
    assert json.loads(capsys.readouterr().out)["id"] == "a"


def test_a_broken_line_on_standard_input_costs_only_itself(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(f"{{\n{FALL}\n".encode())))
    assert main(["-"]) == 2
    assert json.loads(capsys.readouterr().out)["id"] == "a"


def test_the_stichtag_of_a_case_counts(datei: Path, capsys: pytest.CaptureFixture[str]):
    datei.write_text('{"rechtskreis": "sgb2", "stichtag": "2010-05-01"}', encoding="utf-8")
    assert main([str(datei)]) == 0
    assert json.loads(capsys.readouterr().out)["stichtag"] == "2010-05-01"


def test_a_missing_file_is_said_in_german(capsys: pytest.CaptureFixture[str]):
    assert main(["gibt-es-nicht.jsonl"]) == 2
    assert "Diese Datei gibt es nicht" in capsys.readouterr().err
