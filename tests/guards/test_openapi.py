"""docs/openapi.json is what the application says of itself."""

import json

from api.zugriff import ROUTEN
from scripts.openapi import ZIEL, dokument

INTERN = {"POST /engine/actions", "GET /openapi.json"}


def test_the_description_of_the_interface_is_current() -> None:
    assert ZIEL.read_text(encoding="utf-8") == dokument(), "python -m scripts.openapi"


def test_it_describes_each_json_route_but_those_for_the_engine_and_itself() -> None:
    pfade = json.loads(ZIEL.read_text(encoding="utf-8"))["paths"]
    assert {f"{methode.upper()} {pfad}" for pfad in pfade for methode in pfade[pfad]} == set(ROUTEN) - INTERN


def test_each_error_is_described_as_a_problem_document() -> None:
    pfade = json.loads(ZIEL.read_text(encoding="utf-8"))["paths"]
    for pfad, methoden in pfade.items():
        for methode, beschreibung in methoden.items():
            assert "application/problem+json" in beschreibung["responses"]["default"]["content"], f"{methode} {pfad}"
