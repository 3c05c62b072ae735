"""Whole first interviews through HTTP with typed text only: customer and Fachkraft, up to the draft note."""

from pathlib import Path
from typing import Any

import pytest

from knowledge.laden import load_yaml
from tests.standort import Standort, Zugang

FAELLE = sorted((Path(__file__).parents[1] / "faelle" / "gespraeche").glob("*.yml"))


@pytest.mark.parametrize("datei", FAELLE, ids=lambda pfad: pfad.stem)
def test_an_interview_by_typed_text_ends_in_a_draft_note_with_every_field(standort: Standort, datei: Path) -> None:
    fall: Any = load_yaml(datei)
    fachkraft = standort.fachkraft()
    fall_id = standort.fall(fachkraft, fall["rechtskreis"])
    kunde = standort.kunde(fachkraft, fall_id)

    fuehre(kunde, fall_id, fall["kunde"])
    fuehre(fachkraft, fall_id, fall["fachkraft"])

    vermerk = fachkraft.client.get(f"/api/v1/faelle/{fall_id}/vermerk").json()
    assert vermerk["zustand"] == "entwurf"
    for feld, woerter in fall["vermerk"].items():
        text = " ".join(satz["text"] for satz in vermerk["saetze"] if satz["feld"] == feld)
        for wort in woerter:
            assert wort in text, f"{feld}: {text}"


def fuehre(person: Zugang, fall_id: str, zeilen: list[list[str]]) -> None:
    """Lead a conversation: each line is the question that must be open, and what is typed then."""
    person.beginne(fall_id)
    for frage, text in zeilen:
        assert person.frage == frage, f"vor „{text}“: {person.gespraech['nachrichten']}"
        person.sage(text)
    assert person.gespraech["abgeschlossen"], person.gespraech["nachrichten"]
