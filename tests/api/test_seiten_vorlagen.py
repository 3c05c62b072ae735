"""German dates, and templates that hold texts for translation and nothing inline."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from api.seiten.vorlagen import ORDNER, baue_umgebung, tag, uhrzeit, zeitpunkt

VORLAGEN = [*sorted((ORDNER / "templates").rglob("*.html")), ORDNER / "static" / "offline.html"]


@pytest.mark.parametrize(
    ("moment", "tag_dann", "zeit_dann"),
    [
        (datetime(2026, 1, 9, 8, 5, tzinfo=UTC), "09.01.2026", "9:05 Uhr"),
        (datetime(2026, 7, 9, 8, 5, tzinfo=UTC), "09.07.2026", "10:05 Uhr"),
        (datetime(2026, 12, 31, 23, 30, tzinfo=UTC), "01.01.2027", "0:30 Uhr"),
    ],
)
def test_moments_are_read_in_german_time(moment: datetime, tag_dann: str, zeit_dann: str) -> None:
    assert (tag(moment), uhrzeit(moment)) == (tag_dann, zeit_dann)
    assert zeitpunkt(moment) == f"{tag_dann}, {zeit_dann}"


def test_a_day_is_the_same_day_everywhere() -> None:
    assert tag(date(2026, 3, 1)) == "01.03.2026"


@pytest.mark.parametrize("pfad", VORLAGEN, ids=lambda pfad: pfad.name)
def test_no_template_holds_anything_inline_or_from_elsewhere(pfad: Path) -> None:
    text = pfad.read_text("utf-8")
    assert not re.search(r"\sstyle=|\son\w+=|<style|hx-on|javascript:|https?://", text)
    assert not re.search(r"<script(?![^>]*nonce=)", text)
    assert "|safe" not in text


@pytest.mark.parametrize("pfad", VORLAGEN, ids=lambda pfad: pfad.name)
def test_each_form_that_the_script_sends_carries_the_nonce(pfad: Path) -> None:
    for formular in re.findall(r"<\w+[^>]*\shx-(?:get|post)[^>]*>", pfad.read_text("utf-8")):
        assert 'hx-nonce="{{ nonce }}"' in formular


def test_what_people_write_is_escaped() -> None:
    assert baue_umgebung().from_string("{{ x }}").render(x="<b>") == "&lt;b&gt;"
