"""Reads tables of cases and turns their short form into facts."""

import json
from pathlib import Path
from typing import Any

import pytest

from knowledge.fakten import Fakten
from knowledge.laden import load_yaml

FAELLE = Path(__file__).parents[1] / "faelle"


def faelle(datei: str) -> list[Any]:
    """The cases of a table, each named by its sentence."""
    tabelle: Any = load_yaml(FAELLE / datei)
    return [pytest.param(fall["gegeben"], fall["dann"], id=fall["fall"]) for fall in tabelle]


def fakten(gegeben: dict[str, Any]) -> Fakten:
    """Facts in SGB II unless said otherwise; `bedarfe` lists what is festgestellt."""
    roh = {"rechtskreis": "sgb2"} | {name: wert for name, wert in gegeben.items() if name != "bedarfe"}
    if "bedarfe" in gegeben:
        festgestellt = [{"bedarf": bedarf, "status": "festgestellt"} for bedarf in gegeben["bedarfe"]]
        roh["handlungsbedarfe"] = festgestellt + roh.get("handlungsbedarfe", [])
    return Fakten.model_validate_json(json.dumps(roh, default=str))
