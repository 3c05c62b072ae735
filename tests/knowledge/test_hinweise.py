"""Each hint is raised where its trigger holds, and nowhere else."""

from datetime import date
from typing import Any

import pytest

from knowledge.regelwerk import load_regelwerk
from knowledge.vokabular import load_vokabular
from knowledge.vorschlag import vorschlagen
from tests.knowledge.falltabelle import faelle, fakten

TAG = date(2026, 1, 15)
# Raised where people write, not by the rules of a case.
IM_GESPRAECH = {"sensible_angabe"}


@pytest.mark.parametrize(("gegeben", "dann"), faelle("hinweise.yml"))
def test_a_hint_is_raised_exactly_where_its_trigger_holds(gegeben: dict[str, Any], dann: dict[str, Any]):
    codes = {hinweis.code for hinweis in vorschlagen(fakten(gegeben), TAG).hinweise}
    assert set(dann.get("mit", [])) <= codes
    assert set(dann.get("ohne", [])).isdisjoint(codes)


def alle_faelle():
    for datei in ("profillage.yml", "sonderlagen.yml", "hinweise.yml", "strategien.yml"):
        yield from faelle(datei)


def test_each_hint_rule_is_raised_by_a_case():
    texte = {grund.text for fall in alle_faelle() for grund in vorschlagen(fakten(fall.values[0]), TAG).begruendung}
    stumm = [r.id for r in load_regelwerk(TAG).hinweise if not any(r.fassung.text.split("{")[0] in t for t in texte)]
    assert stumm == []


def test_each_code_of_the_vocabulary_has_a_rule():
    mit_regel = {regel.fassung.hinweis for regel in load_regelwerk(TAG).hinweise}
    assert set(load_vokabular().hinweise) - mit_regel == IM_GESPRAECH


def test_each_hint_appears_once_and_in_the_order_of_the_vocabulary():
    ordnung = list(load_vokabular().hinweise)
    for fall in alle_faelle():
        codes = [hinweis.code for hinweis in vorschlagen(fakten(fall.values[0]), TAG).hinweise]
        assert codes == sorted(set(codes), key=ordnung.index), fall.id


def test_hints_name_the_terms_of_the_case():
    gegeben = {"bedarfe": [], "gewaehlte_strategien": ["mobilitaet_erhoehen"]}
    texte = {hinweis.code: hinweis.text for hinweis in vorschlagen(fakten(gegeben), TAG).hinweise}
    assert texte["strategie_ohne_bedarf"].endswith(": Mobilität erhöhen.")


def test_a_reason_for_another_order_needs_no_question():
    gegeben = {
        "bedarfe": ["eigeninitiative_arbeitshaltung", "wohnsituation"],
        "reihenfolge_vorgabe_fachkraft": ["motivation"],
        "reihenfolge_begruendung": "Erst Mut machen",
    }
    fragen = {hinweis.code: hinweis.frage for hinweis in vorschlagen(fakten(gegeben), TAG).hinweise}
    assert fragen["reihenfolge_abgewichen"] is None


def test_since_july_2023_the_hint_speaks_of_the_kooperationsplan():
    gegeben = {"prognose": "integration_bis_6", "bedarfe": [], "egv_vorhanden": False}
    vorher, nachher = (vorschlagen(fakten(gegeben), tag) for tag in (date(2023, 6, 30), date(2023, 7, 1)))
    assert "Kooperationsplan" not in " ".join(hinweis.text for hinweis in vorher.hinweise)
    assert "Kooperationsplan" in " ".join(hinweis.text for hinweis in nachher.hinweise)
