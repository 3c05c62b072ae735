"""The engine's memory: short, independent of failed turns, and gone after a rest."""

import json
import subprocess
from typing import Any

import pytest

from tests.engine.conftest import PYTHON, WURZEL


@pytest.fixture(scope="module")
def stand() -> dict[str, Any]:
    befehl = [PYTHON, "-m", "tests.engine.probe_speicher"]
    ausgabe = subprocess.run(befehl, cwd=WURZEL, check=True, capture_output=True, text=True).stdout
    ergebnis: dict[str, Any] = json.loads(ausgabe.splitlines()[-1])
    return ergebnis


def test_after_sixty_turns_five_are_left(stand: dict[str, Any]) -> None:
    assert stand["texte"] == [f"Zug {nummer}" for nummer in range(55, 60)]


def test_the_state_survives_the_cut(stand: dict[str, Any]) -> None:
    assert stand["letzte_aktion"] == "action_listen"
    assert "action_verworfen" not in stand["aktionen"]


def test_a_resting_conversation_is_forgotten(stand: dict[str, Any]) -> None:
    assert stand["gespraeche"] == ["lang"]
    assert stand["nach_der_ruhe"] == ["neu"]
