"""What may be done, in which order and towards which goal, case by case."""

from datetime import date
from typing import Any

import pytest

from knowledge.vokabular import load_vokabular
from knowledge.vorschlag import vorschlagen
from tests.knowledge.falltabelle import faelle, fakten

TAG = date(2026, 1, 15)


@pytest.mark.parametrize(("gegeben", "dann"), faelle("strategien.yml"))
def test_strategies_and_goals_follow_the_catalogue(gegeben: dict[str, Any], dann: dict[str, Any]):
    vorschlag = vorschlagen(fakten(gegeben), TAG)
    zeilen = vorschlag.strategien
    ergebnis = {
        "strategien": [[zeile.strategie, zeile.bedarf] for zeile in zeilen],
        "pflicht": [zeile.strategie for zeile in zeilen if zeile.pflicht],
        "gewaehlt": [zeile.strategie for zeile in zeilen if zeile.gewaehlt],
        "erste": zeilen[0].strategie if zeilen else None,
        "uebergreifend": list(vorschlag.uebergreifend),
        "nicht_waehlbar": sorted(zeile.strategie for zeile in vorschlag.nicht_waehlbar),
        "reihenfolge": list(vorschlag.reihenfolge),
        "unzulaessig": [zeile.zieloption for zeile in vorschlag.zieloptionen.unzulaessig],
        "auch_pruefen": list(vorschlag.zieloptionen.auch_pruefen),
        "erledigt": list(vorschlag.strategien_erledigt),
        "bleiben_offen": list(vorschlag.strategien_bleiben_offen),
    }
    codes = {hinweis.code for hinweis in vorschlag.hinweise}
    erwartet = dann | {"nicht_waehlbar": sorted(dann.get("nicht_waehlbar", ergebnis["nicht_waehlbar"]))}
    assert {name: ergebnis[name] for name in erwartet if name in ergebnis} == {
        name: wert for name, wert in erwartet.items() if name in ergebnis
    }
    assert set(dann.get("mit", [])) <= codes
    assert set(dann.get("ohne", [])).isdisjoint(codes)


@pytest.mark.parametrize("bedarf", load_vokabular().handlungsbedarfe)
def test_each_bedarf_offers_the_strategies_of_its_list(bedarf: str):
    liste = [k for k in load_vokabular().handlungsbedarfe[bedarf].strategien if k != "berufsausbildung_vorbereiten"]
    assert [z.strategie for z in vorschlagen(fakten({"bedarfe": [bedarf]}), TAG).strategien] == liste


def test_the_rank_is_the_place_of_the_group():
    vorschlag = vorschlagen(fakten({"bedarfe": ["sprachkenntnisse", "wohnsituation"]}), TAG)
    assert {zeile.bedarf: zeile.rang for zeile in vorschlag.strategien} == {"wohnsituation": 1, "sprachkenntnisse": 2}


def test_the_catalogue_is_complete():
    vokabular = load_vokabular()
    assert len(vokabular.handlungsbedarfe) == 14
    assert len(vokabular.handlungsstrategien) == 23
    assert len(vokabular.uebergreifende_strategien) == 6
    gebunden = {k for bedarf in vokabular.handlungsbedarfe.values() for k in bedarf.strategien}
    assert gebunden == set(vokabular.handlungsstrategien)
