"""Words of danger, case by case."""

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from bot.engine.notfall import klingt_nach_notfall

FAELLE: list[dict[str, Any]] = YAML(typ="safe").load(Path(__file__).parents[1] / "faelle" / "notfall.yml")


@pytest.mark.parametrize("fall", FAELLE, ids=[fall["text"] for fall in FAELLE])
def test_words_of_danger_are_heard_and_ordinary_answers_are_not(fall: dict[str, Any]) -> None:
    assert klingt_nach_notfall(fall["text"]) is fall["notfall"]


def test_a_long_text_is_searched_in_a_moment() -> None:
    assert not klingt_nach_notfall("ich bringe kein geld und nehme heute den bus wir sitzen " * 200)
