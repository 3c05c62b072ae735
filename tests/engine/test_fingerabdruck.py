"""A model is fresh as long as no file that it depends on has changed."""

from pathlib import Path

import pytest

from bot.engine.fingerabdruck import DATEI, finde_modell, fingerabdruck, ist_frisch


@pytest.fixture
def baum(tmp_path: Path) -> Path:
    for name in (
        "config.yml",
        "domain.yml",
        "bot/uv.lock",
        "bot/data/nlu/a.yml",
        "bot/engine/x.py",
        "bot/sprache/y.yml",
    ):
        datei = tmp_path / name
        datei.parent.mkdir(parents=True, exist_ok=True)
        datei.write_text(name)
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "lotse.tar.gz").write_bytes(b"")
    (tmp_path / "models" / DATEI).write_text(fingerabdruck(tmp_path))
    return tmp_path


def test_an_unchanged_tree_is_fresh(baum: Path) -> None:
    assert ist_frisch(baum, baum / "models")


@pytest.mark.parametrize(
    "name", ["config.yml", "bot/uv.lock", "bot/data/nlu/a.yml", "bot/engine/x.py", "bot/sprache/y.yml"]
)
def test_a_changed_file_makes_the_model_stale(baum: Path, name: str) -> None:
    (baum / name).write_text("anders")
    assert not ist_frisch(baum, baum / "models")


def test_a_new_file_makes_the_model_stale(baum: Path) -> None:
    (baum / "bot/data/nlu/b.yml").write_text("")
    assert not ist_frisch(baum, baum / "models")


def test_compiled_files_and_others_do_not_count(baum: Path) -> None:
    (baum / "bot/engine/__pycache__").mkdir()
    (baum / "bot/engine/__pycache__/x.py").write_text("")
    (baum / "bot/engine/notiz.txt").write_text("")
    assert ist_frisch(baum, baum / "models")


def test_no_model_is_stale(baum: Path) -> None:
    (baum / "models" / "lotse.tar.gz").unlink()
    assert finde_modell(baum / "models") is None
    assert not ist_frisch(baum, baum / "models")


def test_no_folder_is_no_model(tmp_path: Path) -> None:
    assert finde_modell(tmp_path / "fehlt") is None
