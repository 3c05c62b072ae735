"""What holds for the guides that Lotse ships: short, sourced, and careful with what is delicate."""

import re

import pytest

from knowledge.angaben import GRUPPEN
from knowledge.leitfaden import load_leitfaden
from knowledge.leitfaden_modell import Frage
from knowledge.vokabular import load_vokabular

LEITFADEN = load_leitfaden("erstgespraech")
FRAGEN = list(LEITFADEN.fragen.values())
FUER_KUNDEN = [frage for frage in FRAGEN if frage.fuer("kunde")]
PLATZHALTER = re.compile(r"\{(\w+)\}")
HOECHSTENS = 20
DELIKAT_ZUHAUSE = [frage for frage in FRAGEN if frage.wer == "kunde" and frage.sensibilitaet == 2]


def kennung(frage: Frage) -> str:
    return frage.id


@pytest.mark.parametrize("frage", FUER_KUNDEN, ids=kennung)
def test_a_question_to_customers_has_at_most_twenty_words(frage: Frage):
    assert len(PLATZHALTER.sub("", frage.text).split()) <= HOECHSTENS


@pytest.mark.parametrize("frage", FUER_KUNDEN, ids=kennung)
def test_what_customers_read_about_a_question_stays_short_as_well(frage: Frage):
    for text in (frage.hilfe, frage.zweck, frage.hinweis or ""):
        saetze = re.split(r"(?<=[.?!])\s", text)
        assert all(len(satz.split()) <= HOECHSTENS for satz in saetze), text


@pytest.mark.parametrize("frage", FUER_KUNDEN, ids=kennung)
def test_customers_are_never_asked_at_the_reception_about_delicate_matters(frage: Frage):
    assert frage.sensibilitaet == 0 or "empfang" not in frage.ort


@pytest.mark.parametrize("frage", DELIKAT_ZUHAUSE, ids=kennung)
def test_a_question_on_health_is_a_gate_or_rests_on_one_and_says_that_it_is_voluntary(frage: Frage):
    gates = {andere.fuellt for andere in FRAGEN if andere.fuellt.startswith("gate_") and andere.typ == "ja_nein"}
    bedingungen = LEITFADEN.bedingungen[frage.id]
    hinter_gate = any(gates & wenn.fakten_namen() for wenn in bedingungen)
    assert frage.fuellt in gates or hinter_gate
    assert "freiwillig" in (frage.hinweis or "")
    assert not frage.pflicht


@pytest.mark.parametrize("frage", [f for f in FUER_KUNDEN if f.sensibilitaet == 1], ids=kennung)
def test_a_delicate_question_to_customers_can_be_left_open_and_says_so(frage: Frage):
    assert not frage.pflicht
    assert frage.hinweis


@pytest.mark.parametrize("frage", FRAGEN, ids=kennung)
def test_a_question_uses_only_the_two_known_placeholders(frage: Frage):
    texte = (frage.text, frage.text_fachkraft or "", frage.hilfe, frage.zweck, frage.hinweis or "", frage.kurz)
    gefunden = {name for text in texte for name in PLATZHALTER.findall(text)}
    assert gefunden <= {"vorschlag", "zusammenfassung"}
    assert frage.text.count("?") <= 1


@pytest.mark.parametrize("frage", [frage for frage in FRAGEN if frage.wahl_aus], ids=kennung)
def test_only_the_fachkraft_chooses_from_what_the_rules_allow(frage: Frage):
    assert frage.wer == "fachkraft" or frage.wahl_aus == "eigene_antworten"


@pytest.mark.parametrize("frage", [frage for frage in FRAGEN if frage.fuer("kunde")], ids=kennung)
def test_customers_are_asked_for_no_need_prognosis_or_profillage(frage: Frage):
    verboten = ("handlungsbedarfe.", "bedarf_pruefen_", "prognose", "profillage", "schwerpunkt", "verdichtung")
    assert not frage.fuellt.startswith(verboten)


def test_each_need_can_be_assessed_and_each_group_has_its_gate():
    gefuellt = {frage.fuellt for frage in FRAGEN}
    assert {f"handlungsbedarfe.{bedarf}" for bedarf in load_vokabular().handlungsbedarfe} <= gefuellt
    assert {f"bedarf_pruefen_{gruppe}" for gruppe in GRUPPEN} <= gefuellt


def test_the_choices_of_the_prognosis_are_those_of_the_vocabulary():
    frage = next(frage for frage in FRAGEN if frage.fuellt == "prognose")
    assert {wahl.wert for wahl in frage.wahl} == {*load_vokabular().prognosen, "noch_offen"}


def test_a_role_reads_its_own_wording():
    frage = next(frage for frage in FRAGEN if frage.text_fachkraft)
    assert frage.wortlaut("fachkraft") == frage.text_fachkraft
    assert frage.wortlaut("kunde") == frage.text


def test_the_guide_knows_block_and_conditions_of_each_question():
    for block in LEITFADEN.bloecke:
        for frage in block.fragen:
            assert LEITFADEN.block_von[frage.id] is block
            assert len(LEITFADEN.bedingungen[frage.id]) == (block.wenn is not None) + (frage.wenn is not None)
