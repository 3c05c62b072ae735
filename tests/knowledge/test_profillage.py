"""The nine steps of the decision, case by case, and the principle behind them over all judgements."""

from datetime import date
from itertools import chain, combinations, product
from typing import Any

import pytest

from knowledge.profillage import Urteil, entscheide, entscheide_urteil, ergaenzungen
from knowledge.regelwerk import load_regelwerk
from knowledge.vokabular import load_vokabular
from knowledge.vorschlag import vorschlagen
from tests.knowledge.falltabelle import faelle, fakten

TAG = date(2026, 1, 15)
GRUPPEN = ("qualifikation", "leistungsfaehigkeit", "motivation", "rahmenbedingungen")
BEDARF = dict(
    zip(
        GRUPPEN,
        ("sprachkenntnisse", "gesundheitliche_einschraenkungen", "eigeninitiative_arbeitshaltung", "wohnsituation"),
        strict=True,
    )
)
MENGEN = tuple(chain.from_iterable(combinations(GRUPPEN, n) for n in range(5)))
PROGNOSEN = tuple(load_vokabular().prognosen)


@pytest.mark.parametrize(("gegeben", "dann"), faelle("profillage.yml") + faelle("sonderlagen.yml"))
def test_the_decision_follows_the_nine_steps(gegeben: dict[str, Any], dann: dict[str, Any]):
    vorschlag = vorschlagen(fakten(gegeben), TAG)
    codes = [hinweis.code for hinweis in vorschlag.hinweise]
    regeln = [grund.regel for grund in vorschlag.begruendung]
    assert vorschlag.profillage == dann["profillage"]
    assert set(dann.get("mit", [])) <= set(codes)
    assert set(dann.get("ohne", [])).isdisjoint(codes)
    assert codes == dann.get("hinweise", codes)
    assert regeln[: len(dann.get("regeln", []))] == dann.get("regeln", [])
    assert dann.get("schritt", regeln[0]) in regeln
    assert [k.profillage for k in vorschlag.kandidaten] == dann.get(
        "kandidaten", [k.profillage for k in vorschlag.kandidaten]
    )
    assert (vorschlag.sonderlage and vorschlag.sonderlage.art) == dann.get(
        "sonderlage", vorschlag.sonderlage and vorschlag.sonderlage.art
    )
    assert ("keine_eindeutige_profillage" in codes) == (vorschlag.profillage == "offen" and regeln[0] != "SC-02")


def tabelle(urteil: Urteil) -> str:
    """Rules 7 to 9 written down a second time, as a reader of the table would."""
    s, sp = set(urteil.gruppen), urteil.schwerpunkt
    if sp is not None and sp not in s:
        return "offen"
    if urteil.prognose == "integration_ueber_12" and urteil.ausnahme and s - {"motivation"}:
        return "foerderprofil"
    in_f = sp in {"qualifikation", "leistungsfaehigkeit", "rahmenbedingungen"}
    weitere = len(s - {sp})
    return {
        "integration_bis_6": "marktprofil" if not s else "foerderprofil" if in_f else "aktivierungsprofil",
        "integration_bis_12": "foerderprofil" if in_f else "offen",
        "integration_ueber_12": "entwicklungsprofil" if in_f and (weitere >= 1 or urteil.verdichtung) else "offen",
        "heranfuehren_bis_12": "stabilisierungsprofil"
        if sp == "leistungsfaehigkeit" and (weitere >= 2 or urteil.verdichtung)
        else "offen",
        "heranfuehren_ueber_12": "unterstuetzungsprofil"
        if sp == "rahmenbedingungen" and (weitere >= 2 or urteil.verdichtung)
        else "offen",
    }[urteil.prognose]


def urteile():
    for prognose, gruppen, verdichtung, ausnahme in product(PROGNOSEN, MENGEN, (True, False), (True, False)):
        for schwerpunkt in GRUPPEN if gruppen else (None, *GRUPPEN):
            yield Urteil(prognose, gruppen, schwerpunkt, verdichtung, ausnahme)


def test_each_complete_judgement_gets_the_result_of_the_table():
    regelwerk = load_regelwerk(TAG)
    for urteil in urteile():
        assert entscheide_urteil(urteil, regelwerk).fassung.dann.profillage == tabelle(urteil), urteil


@pytest.mark.parametrize("prognose", PROGNOSEN)
def test_a_proposal_is_made_only_where_all_completions_agree(prognose: str):
    regelwerk = load_regelwerk(TAG)
    massnahmen = ({}, {"massnahme": {"art": "fbw", "dauer_monate": 12}})
    verdichtungen = ({}, {"verdichtung_verneint": True}, {"verdichtung_bestaetigt": ["leistungsfaehigkeit"]})
    for gruppen, massnahme, verdichtung in product(MENGEN, massnahmen, verdichtungen):
        fall = fakten({"prognose": prognose, "bedarfe": [BEDARF[g] for g in gruppen]} | massnahme | verdichtung)
        ergebnisse = {tabelle(urteil) for urteil in ergaenzungen(fall, None if massnahme else False)}
        erwartet = ergebnisse.pop() if len(ergebnisse) == 1 else "offen"
        assert entscheide(fall, regelwerk).profillage == erwartet, (gruppen, massnahme, verdichtung)


def test_without_a_prognosis_there_is_nothing_to_complete():
    with pytest.raises(ValueError, match="ohne Prognose"):
        ergaenzungen(fakten({}), None)
