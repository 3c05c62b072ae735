"""The one interview function: walks as tables, and what back, skip and change do to answers."""

from datetime import date
from typing import Any

import pytest

from knowledge.ableitung import ableiten
from knowledge.angaben import fakten_aus
from knowledge.interview import Ableitung, Eintrag, Stand, Werte, keine_ableitung, stand
from knowledge.laden import load_yaml
from knowledge.leitfaden import load_leitfaden
from tests.knowledge.falltabelle import FAELLE

LEITFADEN = load_leitfaden("erstgespraech")
HEUTE = date(2026, 3, 2)
TABELLE: Any = load_yaml(FAELLE / "interview.yml")
ORT = {"kunde": "zuhause", "fachkraft": "gespraech"}
BIS_ALLTAG = {
    "g1": "beginnen",
    "e1a": "nein",
    "e6a": "nein",
    "e8a": "Lager",
    "e9": "Lagerist",
    "e11": ["technik"],
    "e12": ["team"],
    "e15": "ausbildung",
    "e18": "ueber_3_jahre",
    "e17a": ["nichts"],
    "e22": True,
    "e23": ["heben"],
    "e24": ["pausen"],
}


def eintrag(wert: Any) -> Eintrag:
    """An answer, or {art: …} for an entry without value."""
    return Eintrag(wert["art"]) if isinstance(wert, dict) else Eintrag("antwort", wert)


def abgeleitet(werte: Werte) -> Werte:
    """What the rules derive, as the talk of the Fachkraft uses it."""
    fakten = fakten_aus(werte, HEUTE)
    return {} if fakten is None else ableiten(fakten, HEUTE)


def lage(antworten: dict[str, Any], rolle: Any = "kunde") -> Stand:
    """Where an interview with these answers stands."""
    regeln: Ableitung = abgeleitet if rolle == "fachkraft" else keine_ableitung
    eintraege = {frage: eintrag(wert) for frage, wert in antworten.items()}
    return stand(LEITFADEN, eintraege, rolle, ORT[rolle], regeln)


def iso(wert: Any) -> Any:
    return wert.isoformat() if isinstance(wert, date) else wert


@pytest.mark.parametrize("fall", TABELLE, ids=lambda fall: fall["fall"])
def test_each_answer_leads_to_the_next_question(fall: dict[str, Any]):
    antworten = {frage: iso(wert) for frage, wert in fall.get("vorab", {}).items()}
    for schritt in fall["gang"]:
        ((frage, wert),) = schritt.items()
        assert lage(antworten, fall["rolle"]).naechste == frage
        antworten[frage] = iso(wert)
    assert lage(antworten, fall["rolle"]).naechste == fall["dann"]


def test_nothing_is_answered_at_the_beginning():
    anfang = lage({})
    assert (anfang.naechste, anfang.beantwortet, anfang.abgeschlossen) == ("g1", (), False)


def test_a_talk_without_open_questions_is_done():
    fertig = lage({"g1": "beginnen", "e1a": "neue_arbeit", "e1b": "2026-09-01", "e5": False, "e6a": "nein"})
    assert fertig.offen == ("e47a",)
    ende = {"g1": "beginnen", "e1a": "neue_arbeit", "e1b": "2026-09-01", "e5": False, "e6a": "nein", "e47a": "stimmt"}
    assert lage(ende).abgeschlossen


def test_a_skipped_question_is_passed_and_remembered():
    danach = lage({"g1": "beginnen", "e1a": {"art": "uebersprungen"}})
    assert danach.naechste == "e6a"
    assert danach.uebersprungen == ("e1a",)
    assert danach.beantwortet == ("g1",)


@pytest.mark.parametrize("art", ["weiss_nicht", "keine_angabe", "nur_im_gespraech"])
def test_an_open_answer_counts_as_dealt_with_but_fills_no_fact(art: str):
    danach = lage({"g1": "beginnen", "e1a": {"art": art}})
    assert danach.naechste == "e6a"
    assert danach.beantwortet == ("g1", "e1a")
    assert danach.werte["zusage"] is None


def test_back_goes_to_the_last_question_that_was_dealt_with():
    gegangen = lage({"g1": "beginnen", "e1a": {"art": "uebersprungen"}, "e6a": "nein"})
    assert gegangen.vorherige("e8a") == "e6a"
    assert gegangen.vorherige("e6a") == "e1a"
    assert gegangen.vorherige("e1a") == "g1"
    assert gegangen.vorherige("g1") is None


def test_back_from_the_end_goes_to_the_last_answer():
    assert lage({"g1": "beginnen", "e1a": "nein"}).vorherige(None) == "e1a"


def test_back_passes_over_what_does_not_apply():
    gegangen = lage({"g1": "beginnen", "e1a": "nein", "e1b": "2026-09-01"})
    assert gegangen.vorherige("e6a") == "e1a"


def test_an_answer_that_no_longer_applies_rests_and_comes_back():
    ja = lage(BIS_ALLTAG)
    assert ja.ruhend == ()
    assert ja.werte["einschraenkung_funktion"] == ["heben"]

    nein = lage(BIS_ALLTAG | {"e22": False})
    assert nein.ruhend == ("e23", "e24")
    assert "einschraenkung_funktion" not in nein.werte
    assert nein.naechste == ja.naechste

    assert lage(BIS_ALLTAG | {"e22": True}) == ja


def test_answers_rest_along_a_whole_chain():
    kette = BIS_ALLTAG | {"e17a": ["deutsch"], "e19a": "schwer", "e19b": ["lesen"]}
    assert lage(kette).ruhend == ()
    assert lage(kette | {"e17a": ["nichts"]}).ruhend == ("e19a", "e19b")
    assert lage(kette | {"e19a": "gut"}).ruhend == ("e19b",)


def test_an_open_answer_makes_later_ones_rest_as_well():
    assert lage(BIS_ALLTAG | {"e22": {"art": "keine_angabe"}}).ruhend == ("e23", "e24")


def test_a_question_whose_condition_is_unknown_is_not_asked():
    # Whether she works was not said, so nobody is asked about her hours; neither is the question resting.
    ohne = lage({"g1": "beginnen", "e1a": "nein"})
    assert "e6b" not in (*ohne.offen, *ohne.ruhend)


def test_a_derived_fact_opens_a_question_only_for_the_fachkraft():
    antworten = {"g4": "sgb3", "g6a": "erstaufnahme", "g5": False, "e1a": "nein", "e6a": "nein"}
    assert lage(antworten, "fachkraft").naechste == "e10"
    assert "e10" not in lage(antworten, "kunde").offen


def test_an_answer_counts_for_the_derived_facts_only_while_it_applies():
    anfang = {"g4": "sgb3", "g6a": "erstaufnahme", "g5": False, "e1a": "nein", "e6a": "nein", "e10": "Elektroniker"}
    bedarfe = {"e21": True, "e21a": "kein_bedarf", "e21b": "festgestellt", "e21c": "kein_bedarf", "e21d": "kein_bedarf"}
    rest = {"e27": False, "e32": False, "e38": False, "e39": "normal", "e40": "integration_ueber_12"}
    umschulung: dict[str, Any] = {**anfang, **bedarfe, **rest}
    assert lage(umschulung, "fachkraft").naechste == "e41a"
    ohne_bedarf = lage(umschulung | {"e21": False}, "fachkraft")
    assert ohne_bedarf.ruhend == ("e21a", "e21b", "e21c", "e21d")
    assert "handlungsbedarfe.berufliche_qualifikation" not in ohne_bedarf.werte
    assert "e41f" not in ohne_bedarf.offen


def test_questions_of_the_other_role_are_never_open():
    for rolle in ("kunde", "fachkraft"):
        offen = lage({}, rolle).offen
        assert all(LEITFADEN.fragen[frage].fuer(rolle) for frage in offen)


def test_answers_of_the_other_role_fill_facts_but_are_not_listed():
    eintraege = {"g1": Eintrag("antwort", "beginnen"), "g4": Eintrag("antwort", "sgb2", "fachkraft")}
    kundin = stand(LEITFADEN, eintraege, "kunde", "zuhause")
    assert kundin.werte["rechtskreis"] == "sgb2"
    assert kundin.beantwortet == ("g1",)


def test_the_same_answers_always_give_the_same_position_in_whatever_order_they_were_given():
    umgekehrt = dict(reversed(BIS_ALLTAG.items()))
    assert lage(umgekehrt) == lage(BIS_ALLTAG)
