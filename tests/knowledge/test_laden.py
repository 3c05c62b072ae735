"""Knowledge is read strictly, and a wrong file is named by file, line and id."""

from pathlib import Path

import pytest

from knowledge.bedingung import Bedingung
from knowledge.laden import Strikt, WissensFehler, load_model, load_yaml


class Regel(Strikt):
    id: str
    wenn: Bedingung | None = None
    zahl: int = 0


class Datei(Strikt):
    regeln: tuple[Regel, ...]


@pytest.fixture
def datei(tmp_path: Path) -> Path:
    return tmp_path / "regeln.yml"


def test_a_right_file_becomes_its_model(datei: Path):
    datei.write_text("regeln:\n  - {id: a, wenn: {b: ja}}\n", encoding="utf-8")
    assert load_model(datei, Datei) == Datei(regeln=(Regel(id="a", wenn=Bedingung.aus({"b": "ja"})),))


def test_yes_and_no_are_words_as_in_yaml_1_2(datei: Path):
    datei.write_text("[yes, no, on, ja, true]", encoding="utf-8")
    assert load_yaml(datei) == ["yes", "no", "on", "ja", True]


@pytest.mark.parametrize(
    ("inhalt", "meldung"),
    [
        ("a: 1\na: 2\n", r":2: found duplicate key"),
        ("a: &x 1\nb: 2\n", r":1: Anker und Verweise sind nicht erlaubt"),
        ("a: [\n", r":\d+: "),
        ("a: !!python/object:os.system 1\n", r":1: "),
    ],
)
def test_yaml_that_hides_something_is_rejected(datei: Path, inhalt: str, meldung: str):
    datei.write_text(inhalt, encoding="utf-8")
    with pytest.raises(WissensFehler, match=r"regeln\.yml" + meldung):
        load_yaml(datei)


def test_anything_but_utf_8_is_rejected(datei: Path):
    datei.write_bytes("Förderprofil".encode("latin-1"))
    with pytest.raises(WissensFehler, match=r"regeln\.yml:1: erlaubt ist nur UTF-8"):
        load_yaml(datei)


@pytest.mark.parametrize(
    ("inhalt", "meldung"),
    [
        ("regeln:\n  - id: a\n    neu: 1\n", r":3: a: regeln\.0\.neu: unbekannter Schlüssel"),
        ("regeln:\n  - id: a\n  - id: b\n    zahl: zwei\n", r":4: b: regeln\.1\.zahl: erlaubt ist eine ganze Zahl"),
        ("regeln:\n  - id: a\n    zahl: 1.5\n", r":3: a: regeln\.0\.zahl"),
        ("regeln:\n  - zahl: 1\n", r":2: regeln\.0\.id: fehlt"),
        ("regeln:\n  - id: 7\n", r":2: 7: regeln\.0\.id: erlaubt ist ein Text"),
        ("regeln:\n  - id: a\n    wenn: {}\n", r":3: a: regeln\.0\.wenn: eine Bedingung ist eine Zuordnung"),
        ("regeln: 3\n", r":1: regeln: erlaubt ist eine Liste"),
        ("", r":1: erlaubt ist eine Zuordnung"),
    ],
)
def test_a_wrong_entry_is_named_by_line_and_id(datei: Path, inhalt: str, meldung: str):
    datei.write_text(inhalt, encoding="utf-8")
    with pytest.raises(WissensFehler, match=r"regeln\.yml" + meldung):
        load_model(datei, Datei)
