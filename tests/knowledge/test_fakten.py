"""Facts are taken strictly: what is unknown is left out, and what is wrong is named."""

from typing import Any

import pytest
from pydantic import ValidationError

from knowledge.fakten import Fakten
from knowledge.laden import beschreibe
from tests.knowledge.falltabelle import faelle, fakten


@pytest.mark.parametrize(("gegeben", "dann"), faelle("abgelehnt.yml"))
def test_wrong_facts_are_rejected_with_what_is_allowed(gegeben: dict[str, Any], dann: str):
    with pytest.raises(ValidationError) as fehler:
        fakten(gegeben)
    assert dann in "; ".join(beschreibe(dict(einzeln)) for einzeln in fehler.value.errors())


def test_only_the_rechtskreis_is_required():
    with pytest.raises(ValidationError, match="rechtskreis"):
        Fakten.model_validate_json("{}")
    assert fakten({}).kundenart == "bestand"


@pytest.mark.parametrize(
    ("prognose", "monate"),
    [
        ("integration_bis_6", 0),
        ("integration_bis_6", 6),
        ("integration_bis_12", 6.5),
        ("integration_bis_12", 12),
        ("integration_ueber_12", 12.5),
        ("heranfuehren_bis_12", 12),
        ("heranfuehren_ueber_12", 13),
    ],
)
def test_the_bound_belongs_to_the_shorter_class(prognose: str, monate: float):
    assert fakten({"prognose": prognose, "prognose_monate": monate}).prognose_monate == monate


def test_a_prognosis_a_schwerpunkt_and_a_zielberuf_may_be_null():
    assert fakten({"prognose": None, "schwerpunkt": None, "zielberuf": None}).als_mapping() == {
        "rechtskreis": "sgb2",
        "kundenart": "bestand",
    }


def test_the_same_bedarf_twice_counts_once():
    doppelt = [{"bedarf": "wohnsituation", "status": "festgestellt"}] * 2
    assert fakten({"handlungsbedarfe": doppelt}).bedarfe("festgestellt") == ("wohnsituation",)


def test_groups_stand_in_the_order_of_the_catalogue():
    fall = fakten({"bedarfe": ["wohnsituation", "sprachkenntnisse", "berufserfahrung"]})
    assert fall.gruppen() == ("qualifikation", "rahmenbedingungen")
    assert fall.bedarfe("festgestellt") == ("berufserfahrung", "sprachkenntnisse", "wohnsituation")


def test_a_measure_can_be_asked_for_by_its_parts():
    assert fakten({"massnahme": {"art": "fbw"}}).als_mapping()["massnahme"] == {
        "art": "fbw",
        "dauer_monate": None,
        "ende": None,
    }
