"""The command `lotse`: one table, modules imported only when called, German words."""

import importlib
import subprocess
import sys

import pytest

from api.befehle import BEFEHLE, main
from api.befehle.eingabe import Eingabe, auf_deutsch

MELDUNGEN = {
    "the following arguments are required: NAME": "Es fehlt: NAME",
    "unrecognized arguments: --foo": "Unbekannte Angabe: --foo",
    "argument --rolle: invalid choice: 'chef' (choose from 'a', 'b')": "--rolle: 'chef' gibt es nicht, nur 'a', 'b'",
    "argument --port: invalid int value: 'x'": "--port: 'x' passt hier nicht",
    "argument --name: expected one argument": "--name braucht einen Wert",
    "something new": "something new",
}


@pytest.mark.parametrize("name", BEFEHLE)
def test_each_command_has_a_module_with_a_main_function(name: str):
    assert callable(importlib.import_module(BEFEHLE[name].modul).main)


@pytest.mark.parametrize("name", BEFEHLE)
def test_each_command_explains_itself_in_german(name: str, capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as ende:
        main([name, "--help"])
    assert ende.value.code == 0
    assert f"lotse {name}" in capsys.readouterr().out


def test_no_command_at_all_shows_the_commands_and_counts_as_a_wrong_call(capsys: pytest.CaptureFixture[str]):
    assert main([]) == 2
    ausgabe = capsys.readouterr().out
    assert all(befehl.hilfe in ausgabe for befehl in BEFEHLE.values())


def test_help_shows_the_commands(capsys: pytest.CaptureFixture[str]):
    assert main(["--help"]) == 0
    assert "Befehle:" in capsys.readouterr().out


def test_an_unknown_command_is_named(capsys: pytest.CaptureFixture[str]):
    assert main(["vorschlagen"]) == 2
    assert "Den Befehl »vorschlagen« gibt es nicht." in capsys.readouterr().err


@pytest.mark.parametrize(("englisch", "deutsch"), MELDUNGEN.items())
def test_messages_of_a_wrong_call_are_german(englisch: str, deutsch: str):
    assert auf_deutsch(englisch) == deutsch


def test_a_wrong_call_ends_with_code_2_and_says_where_help_is(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as ende:
        Eingabe("lotse probe", "Eine Probe.").parse_args(["--nein"])
    assert ende.value.code == 2
    assert capsys.readouterr().err == "Unbekannte Angabe: --nein\nHilfe: lotse probe --help\n"


def test_propose_does_not_wait_for_web_server_and_database():
    schwer = ["fastapi", "sqlalchemy", "uvicorn", "rasa_sdk", "spacy"]
    frage = f"import sys, api.befehle.propose; print([m for m in {schwer} if m in sys.modules])"
    lauf = subprocess.run([sys.executable, "-c", frage], capture_output=True, text=True, check=True)
    assert lauf.stdout.strip() == "[]"
