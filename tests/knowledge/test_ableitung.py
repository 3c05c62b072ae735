"""What conditions may know beside the answers: it follows the rules, and says nothing where they say nothing."""

from datetime import date
from typing import Any

import pytest

from knowledge.ableitung import ableiten
from knowledge.fakten import Fakten
from knowledge.leitfaden_pruefung import ABGELEITET
from knowledge.vorschlag import vorschlagen
from tests.knowledge.falltabelle import fakten

STICHTAG = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("gegeben", "dann"),
    [
        ({}, {"vorschlag": "n", "sonderlage": "n", "bedarfsgruppen": [], "bedarfsgruppen_anzahl": 0, "nah": None}),
        (
            {"prognose": "integration_bis_6", "bedarfe": []},
            {"vorschlag": "marktprofil", "sonderlage": "keine", "nah": True, "ausserhalb_geltungsbereich": False},
        ),
        (
            {"prognose": "integration_bis_12", "bedarfe": []},
            {"vorschlag": "offen", "sonderlage": "keine", "nah": True},
        ),
        (
            {"prognose": "heranfuehren_bis_12", "bedarfe": ["berufserfahrung", "wohnsituation", "sprachkenntnisse"]},
            {"bedarfsgruppen": ["qualifikation", "rahmenbedingungen"], "bedarfsgruppen_anzahl": 2, "nah": False},
        ),
        ({"em_rente_beantragt": True}, {"vorschlag": "z", "sonderlage": "z", "nah": None}),
        (
            {"erwerbstaetig": True, "hilfebeduerftig": True},
            {"vorschlag": "i", "sonderlage": "i", "nah": None},
        ),
        ({"reha_fall": True}, {"vorschlag": "offen", "sonderlage": "keine", "ausserhalb_geltungsbereich": True}),
    ],
)
def test_the_derived_facts_follow_the_rules(gegeben: dict[str, Any], dann: dict[str, Any]):
    abgeleitet = ableiten(fakten(gegeben), STICHTAG)
    assert {name: abgeleitet.get(name) for name in dann} == dann


def test_only_facts_with_known_values_are_derived():
    faelle = [{}, {"prognose": "integration_bis_6", "bedarfe": []}, {"bedarfe": ["wohnsituation"], "reha_fall": True}]
    for gegeben in faelle:
        for name, wert in ableiten(fakten(gegeben), STICHTAG).items():
            erlaubt = ABGELEITET[name]
            assert all([teil] in erlaubt for teil in wert) if isinstance(wert, list) else wert in erlaubt


def test_an_unclear_need_makes_no_group():
    unklar = {"handlungsbedarfe": [{"bedarf": "wohnsituation", "status": "unklar"}]}
    assert ableiten(fakten(unklar), STICHTAG)["bedarfsgruppen"] == []


def test_the_derived_proposal_is_the_one_that_is_shown():
    fall: Fakten = fakten({"prognose": "integration_bis_12", "bedarfe": ["berufliche_qualifikation"]})
    assert ableiten(fall, STICHTAG)["vorschlag"] == vorschlagen(fall, STICHTAG).profillage
