"""An installation of its own for each test: empty databases and key in a temporary folder."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from api.befehle.migrate import main as migrate


@pytest.fixture
def leer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installation where nothing was started yet; the settings point to it."""
    monkeypatch.setenv("LOTSE_DATABASE_URL", f"sqlite:///{tmp_path}/lotse.db")
    monkeypatch.setenv("LOTSE_KEYS_URL", f"sqlite:///{tmp_path}/schluessel.db")
    monkeypatch.setenv("LOTSE_SITE_KEY_FILE", f"{tmp_path}/standort.key")
    for name in (
        "LOTSE_SITE_KEY",
        "LOTSE_ENGINE_TOKEN",
        "LOTSE_HOST",
        "LOTSE_PORT",
        "LOTSE_ENGINE_PORT",
        "LOTSE_PUBLIC_URL",
    ):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def angelegt(leer: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """An installation with migrated databases."""
    assert migrate([]) == 0
    capsys.readouterr()
    return leer


@pytest.fixture
def belegter_anschluss() -> Iterator[int]:
    """A port that somebody else listens on."""
    with socket.socket() as besetzer:
        besetzer.bind(("127.0.0.1", 0))
        besetzer.listen()
        yield besetzer.getsockname()[1]
