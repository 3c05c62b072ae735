"""Every choice of every guide, typed as its title, arrives as that choice: guide, reader and engine fit together."""

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.engine.conftest import WURZEL, Engine

pytestmark = pytest.mark.xdist_group("engine")

WAHL_FELDER = ("wert", "titel", "synonyme", "ausschliesslich")


def fragen_mit_wahl() -> list[dict[str, Any]]:
    """All questions of the guides that list their choices."""
    dateien = sorted((WURZEL / "knowledge" / "leitfaeden").glob("**/*.yml"))
    return [frage for datei in dateien for frage in _fragen(datei) if "wahl" in frage]


def _fragen(datei: Path) -> list[dict[str, Any]]:
    inhalt = YAML(typ="safe").load(datei)
    fragen: list[dict[str, Any]] = inhalt.get("fragen", []) if isinstance(inhalt, dict) else []
    return fragen


def kontext(frage: dict[str, Any]) -> dict[str, Any]:
    """The question as the web process describes it to the engine."""
    wahl = [{feld: punkt[feld] for feld in WAHL_FELDER if feld in punkt} for punkt in frage["wahl"]]
    return {"typ": frage["typ"], "wahl": wahl}


def test_the_guides_have_choices() -> None:
    assert len(fragen_mit_wahl()) > 20


def test_each_title_typed_is_that_choice(engine: Engine) -> None:
    daneben = []
    for frage in fragen_mit_wahl():
        for punkt in frage["wahl"]:
            nachricht = engine.schreibe(punkt["titel"], kontext(frage))["nachricht"]
            gemeint = [punkt["wert"]] if frage["typ"] == "mehrfach" else punkt["wert"]
            if (nachricht["intent"]["name"], nachricht["lesung"]["wert"]) != ("antwort", gemeint):
                daneben.append(
                    f"{frage['id']}: {punkt['titel']} -> {nachricht['intent']['name']}, {nachricht['lesung']}"
                )
    assert not daneben, "\n".join(daneben)
