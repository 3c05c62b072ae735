"""The rulebook is dated, sourced and closed: it names nothing that does not exist, and no rule is dead."""

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from knowledge.profillage import entscheide
from knowledge.regelwerk import load_regelwerk
from knowledge.regelwerk_modell import (
    Eintrag,
    Fassung,
    Hinweisfassung,
    Kandidat,
    Merkmalfassung,
    Profilfassung,
    eindeutig,
)
from tests.knowledge.falltabelle import faelle, fakten

TAG = date(2026, 1, 15)
FASSUNG: dict[str, Any] = {
    "gilt_ab": "2009-04-30",
    "quelle": {"werk": "projekt", "stelle": "Test"},
    "wenn": {"rechtskreis": "sgb2"},
    "text": "Text.",
}


def test_each_deciding_rule_decides_a_case():
    regelwerk = load_regelwerk(TAG)
    gegeben = [fall.values[0] for fall in faelle("profillage.yml") + faelle("sonderlagen.yml")]
    benutzt = {regel.id for werte in gegeben for regel in entscheide(fakten(werte), regelwerk).regeln}
    alle = {regel.id for regel in (*regelwerk.sonderlagen, *regelwerk.profillagen, *regelwerk.offen)}
    assert alle - benutzt == set()


def test_the_steps_are_read_in_their_order():
    regelwerk = load_regelwerk(TAG)
    schritte = [regel.fassung.schritt for regel in (*regelwerk.sonderlagen, *regelwerk.profillagen)]
    assert schritte == sorted(schritte)
    assert set(schritte) == set(range(1, 10))


def test_between_two_changes_the_rulebook_is_one():
    assert load_regelwerk(date(2009, 4, 30)) is load_regelwerk(date(2023, 6, 30))
    assert load_regelwerk(date(2023, 7, 1)) is load_regelwerk(TAG)
    assert load_regelwerk(date(2023, 6, 30)) is not load_regelwerk(TAG)


@pytest.mark.parametrize(
    ("modell", "abweichung", "meldung"),
    [
        (Profilfassung, {"wenn": {"farbe": "rot"}, "schritt": 9, "dann": {"profillage": "n"}}, "unbekannt ist farbe"),
        (Profilfassung, {"schritt": 9, "dann": {"profillage": "superprofil"}}, "unbekannt ist superprofil"),
        (Kandidat, {"profillage": "x", "fehlt": "y"}, "unbekannt ist x"),
        (Merkmalfassung, {"merkmal": "schoen"}, "merkmal"),
        (Hinweisfassung, {"hinweis": "achtung", "regel": "X"}, "unbekannt ist achtung"),
        (Fassung, {"quelle": {"werk": "geruecht", "stelle": "1"}}, "werk"),
    ],
)
def test_a_rule_that_names_something_unknown_is_rejected(modell: Any, abweichung: dict[str, Any], meldung: str):
    with pytest.raises(ValidationError, match=meldung):
        modell.model_validate(FASSUNG | {"gilt_ab": TAG} | abweichung, strict=False)


@pytest.mark.parametrize("tage", [[], ["2020-01-01", "2020-01-01"], ["2020-01-01", "2010-01-01"]])
def test_versions_follow_each_other_in_time(tage: list[str]):
    fassungen = [FASSUNG | {"gilt_ab": tag, "merkmal": "z"} for tag in tage]
    with pytest.raises(ValidationError, match="aufsteigendem gilt_ab"):
        Eintrag[Merkmalfassung].model_validate({"id": "a", "fassungen": fassungen}, strict=False)


def test_an_id_stands_once_in_a_file():
    eintrag = Eintrag[Merkmalfassung].model_validate(
        {"id": "a", "fassungen": [FASSUNG | {"merkmal": "z"}]}, strict=False
    )
    with pytest.raises(ValueError, match="a steht zweimal da"):
        eindeutig((eintrag, eintrag))
