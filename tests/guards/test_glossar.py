"""docs/glossar.md explains each German term that is used as an identifier, once."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from ruamel.yaml import YAML

WURZEL = Path(__file__).parents[2]
GLOSSAR = (WURZEL / "docs/glossar.md").read_text(encoding="utf-8")
TERM = re.compile(r"^\| (?!Term \||-)(?P<term>[^|]+?) \| (?P<bedeutung>[^|]+) \|$", re.MULTILINE)
UMLAUTE = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", " ": "_"})
# fmt: off
KERN = [
    "absicht", "antwort", "bedingung", "fachkraft", "fakten", "fall", "fassung", "frage", "gegenprobe",
    "gespraech", "handlungsbedarf", "leitfaden", "lesung", "prognose", "profillage", "quelle", "rechtskreis",
    "regelwerk", "schluesselgruppe", "schwerpunkt", "stichtag", "strategie", "termin", "tresor", "verdichtung",
    "vermerk", "vokabular", "vorschlag", "wahl", "zieloption", "zug", "zugang",
]
# fmt: on


def begriffe() -> dict[str, str]:
    return {_kennung(fund["term"]): fund["bedeutung"] for fund in TERM.finditer(GLOSSAR)}


def erklaerte_namen() -> set[str]:
    """Every term, and every plural that an explanation names in backticks."""
    return set(begriffe()) | {
        _kennung(name) for text in begriffe().values() for name in re.findall(r"plural `(\w+)`", text)
    }


def klassen_des_vokabulars() -> list[str]:
    return list(YAML(typ="safe").load((WURZEL / "knowledge/vokabular.yml").read_text(encoding="utf-8")))


def klassen_im_code() -> Iterator[str]:
    for datei in [*WURZEL.glob("knowledge/*.py"), *WURZEL.glob("casefile/modelle*.py")]:
        baum = ast.parse(datei.read_text(encoding="utf-8"))
        yield from (k.name for k in baum.body if isinstance(k, ast.ClassDef) and not k.name.startswith("_"))


@pytest.mark.parametrize("klasse", klassen_des_vokabulars())
def test_each_id_class_of_the_vocabulary_is_explained(klasse: str):
    assert klasse in erklaerte_namen()


@pytest.mark.parametrize("term", KERN)
def test_each_core_term_is_explained(term: str):
    assert term in begriffe()


@pytest.mark.parametrize("klasse", sorted(set(klassen_im_code())))
def test_each_class_of_knowledge_and_of_the_tables_is_explained_or_made_of_an_explained_term(klasse: str):
    assert any(name.replace("_", "") in klasse.lower() for name in begriffe())


def test_no_term_is_explained_twice():
    anzahl = Counter(_kennung(fund["term"]) for fund in TERM.finditer(GLOSSAR))
    assert [term for term, haeufig in anzahl.items() if haeufig > 1] == []


def test_explanations_are_one_line_of_english():
    zu_lang = [term for term, bedeutung in begriffe().items() if len(bedeutung) > 140]
    assert zu_lang == []


def _kennung(term: str) -> str:
    return term.lower().translate(UMLAUTE)
