"""What the start refuses, and how it says so."""

from pathlib import Path

import pytest

from bot.engine.start import pruefe


@pytest.fixture
def umgebung(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.setenv("LOTSE_ENGINE_TOKEN", "token")
    monkeypatch.setenv("LOTSE_ACTION_URL", "http://127.0.0.1:8000/engine/actions")
    return monkeypatch


@pytest.mark.parametrize("name", ["LOTSE_ENGINE_TOKEN", "LOTSE_ACTION_URL"])
def test_a_missing_variable_is_named(umgebung: pytest.MonkeyPatch, tmp_path: Path, name: str) -> None:
    umgebung.delenv(name)
    with pytest.raises(SystemExit, match=name):
        pruefe(tmp_path)


def test_a_missing_model_is_told_with_the_way_to_train_one(umgebung: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"kein Modell.*bot\.engine\.training"):
        pruefe(tmp_path)


def test_a_stale_model_is_told_and_used(
    umgebung: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    modell = tmp_path / "lotse.tar.gz"
    modell.write_bytes(b"")
    assert pruefe(tmp_path) == modell
    assert "älter als die Dateien" in capsys.readouterr().err
