"""docs/settings.md and the settings themselves say the same."""

import json
import re
from pathlib import Path

import pytest
from pydantic import ValidationError

from api.einstellungen import Einstellungen, EinstellungFehlt

DOKUMENT = Path(__file__).parents[2] / "docs" / "settings.md"
ZEILE = re.compile(r"^\| `(LOTSE_\w+)` \| (.+?) \|", re.MULTILINE)


def dokumentiert() -> dict[str, str]:
    return dict(ZEILE.findall(DOKUMENT.read_text("utf-8")))


def vorgaben() -> dict[str, str]:
    return {f"LOTSE_{name.upper()}": als_text(feld.default) for name, feld in Einstellungen.model_fields.items()}


def als_text(vorgabe: object) -> str:
    if vorgabe is None:
        return "–"
    return f"`{json.dumps(vorgabe) if isinstance(vorgabe, dict) else vorgabe}`"


def test_each_setting_is_documented_with_its_default_and_no_other():
    assert dokumentiert() == vorgaben()


def test_a_setting_comes_from_its_variable(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("LOTSE_TELEFONE", '{"Servicecenter": "03601 555-0"}')
    monkeypatch.setenv("LOTSE_SITE_KEY", "")
    einstellungen = Einstellungen()
    assert einstellungen.telefone == {"Servicecenter": "03601 555-0"}
    assert einstellungen.site_key is None


def test_an_unknown_room_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("LOTSE_RAUM", "kantine")
    with pytest.raises(ValidationError, match="raum"):
        Einstellungen()


def test_serving_without_the_shared_secret_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("LOTSE_ENGINE_TOKEN", raising=False)
    with pytest.raises(EinstellungFehlt, match="LOTSE_ENGINE_TOKEN"):
        Einstellungen().verlange_engine_token()


def test_secrets_do_not_show_when_settings_are_printed(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("LOTSE_ENGINE_TOKEN", "streng-geheim")
    einstellungen = Einstellungen()
    assert "streng-geheim" not in repr(einstellungen)
    assert einstellungen.verlange_engine_token() == "streng-geheim"
