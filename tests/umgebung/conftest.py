"""An installation of its own for each test: empty databases and key in a temporary folder."""

from pathlib import Path

import pytest

from api.befehle.migrate import main as migrate


@pytest.fixture
def leer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installation where nothing was started yet; the settings point to it."""
    monkeypatch.setenv("LOTSE_DATABASE_URL", f"sqlite:///{tmp_path}/lotse.db")
    monkeypatch.setenv("LOTSE_KEYS_URL", f"sqlite:///{tmp_path}/schluessel.db")
    monkeypatch.setenv("LOTSE_SITE_KEY_FILE", f"{tmp_path}/standort.key")
    monkeypatch.delenv("LOTSE_SITE_KEY", raising=False)
    monkeypatch.delenv("LOTSE_ENGINE_TOKEN", raising=False)
    return tmp_path


@pytest.fixture
def angelegt(leer: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """An installation with migrated databases."""
    assert migrate([]) == 0
    capsys.readouterr()
    return leer
