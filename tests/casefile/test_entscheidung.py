"""The decision on the Profillage counts for the proposal it was made on."""

from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import Engine

from casefile.krypto import Tresor
from casefile.vermerktext import gewaehlte_profillage
from tests.casefile.gespraechshilfe import FACHKRAFT_BIS_ENTSCHEIDUNG, KUNDE_KURZ, Haus

UEBERNOMMEN = FACHKRAFT_BIS_ENTSCHEIDUNG | {"e42c": "uebernehmen"}
EIN_BEDARF = {"e21": True, "e21a": "kein_bedarf", "e21b": "festgestellt", "e21c": "kein_bedarf", "e21d": "kein_bedarf"}
ABWEICHEND = {"e42c": "abweichen", "e42d": "aktivierungsprofil", "e42e": "Die Suche muss erst in Gang kommen."}


@pytest.fixture
def haus(engine: Engine, tresor: Tresor, jetzt: datetime) -> Haus:
    return Haus.mit_fall(engine, tresor, jetzt)


def offen(haus: Haus) -> set[str]:
    """The questions of the decision that are open."""
    return {frage for frage in haus.stand().stand.offen if frage in ("e42c", "e42d", "e42e")}


def test_without_a_decision_there_is_none(haus: Haus):
    haus.trage_ein(FACHKRAFT_BIS_ENTSCHEIDUNG)
    assert gewaehlte_profillage(haus.stand()) is None
    assert offen(haus) == {"e42c"}


def test_a_proposal_taken_over_is_the_profillage(haus: Haus):
    haus.trage_ein(UEBERNOMMEN)
    assert gewaehlte_profillage(haus.stand()) == "marktprofil"
    assert offen(haus) == set()


def test_another_profillage_with_a_reason_is_the_profillage(haus: Haus):
    haus.trage_ein(FACHKRAFT_BIS_ENTSCHEIDUNG | ABWEICHEND)
    assert gewaehlte_profillage(haus.stand()) == "aktivierungsprofil"
    assert offen(haus) == set()


@pytest.mark.parametrize("entscheidung", [{"e42c": "uebernehmen"}, ABWEICHEND], ids=["übernommen", "abweichend"])
@pytest.mark.parametrize(
    ("aenderung", "danach"),
    [
        ({"e40": "integration_bis_12"}, {"e42d"}),
        ({"e40": "noch_offen"}, {"e42d"}),
        (EIN_BEDARF, {"e42c"}),
        (EIN_BEDARF | {"e40": "integration_bis_12"}, {"e42c"}),
        ({"e40": "integration_ueber_12"}, {"e42d"}),
    ],
    ids=["andere Prognose", "Prognose offen", "ein Bedarf", "beides", "Prognose ohne eindeutigen Vorschlag"],
)
def test_a_decision_on_another_proposal_counts_no_longer_and_is_open_again(
    haus: Haus, entscheidung: dict[str, Any], aenderung: dict[str, Any], danach: set[str]
):
    haus.trage_ein(FACHKRAFT_BIS_ENTSCHEIDUNG | entscheidung)
    haus.trage_ein(aenderung)
    assert gewaehlte_profillage(haus.stand()) is None
    assert offen(haus) == danach
    assert haus.neueste()["e42c", "fachkraft"].wert == entscheidung["e42c"]


@pytest.mark.parametrize(
    "aenderung",
    [
        {"e39": "unguenstig"},
        {"e10": "Lagerhelfer"},
        {"e43a": "taetigkeit_lokal"},
        {"e6a": "angestellt"},
        {"e38": True, "e38a": "kein_bedarf", "e38c": "unklar"},
    ],
    ids=["Arbeitsmarkt", "Zielberuf", "Ziel", "Beschäftigung", "ein unklarer Bedarf"],
)
@pytest.mark.parametrize("entscheidung", [{"e42c": "uebernehmen"}, ABWEICHEND], ids=["übernommen", "abweichend"])
def test_a_change_that_leaves_the_proposal_as_it_is_keeps_the_decision(
    haus: Haus, entscheidung: dict[str, Any], aenderung: dict[str, Any]
):
    haus.trage_ein(FACHKRAFT_BIS_ENTSCHEIDUNG | entscheidung)
    vorher = gewaehlte_profillage(haus.stand())
    haus.trage_ein(aenderung)
    assert gewaehlte_profillage(haus.stand()) == vorher
    assert offen(haus) == set()


def test_the_same_answer_given_again_keeps_the_decision(haus: Haus):
    haus.trage_ein(UEBERNOMMEN)
    rede = haus.fachkraft()
    for frage, wert in (("e40", "integration_bis_6"), ("e21", False)):
        rede.befiehl("aendern", frage)
        rede.antworte(wert)
    assert gewaehlte_profillage(haus.stand()) == "marktprofil"


def test_a_change_taken_back_brings_the_decision_back(haus: Haus):
    haus.trage_ein(UEBERNOMMEN)
    haus.trage_ein({"e40": "integration_bis_12"})
    haus.trage_ein({"e40": "integration_bis_6"})
    assert gewaehlte_profillage(haus.stand()) == "marktprofil"


def test_an_open_proposal_decided_by_hand_falls_when_the_proposal_becomes_clear(haus: Haus):
    haus.trage_ein(FACHKRAFT_BIS_ENTSCHEIDUNG | {"e40": "integration_bis_12", "e42d": "marktprofil", "e42e": "Passt."})
    assert gewaehlte_profillage(haus.stand()) == "marktprofil"
    haus.trage_ein({"e40": "integration_bis_6"})
    assert gewaehlte_profillage(haus.stand()) is None
    assert offen(haus) == {"e42c"}


def test_a_new_decision_on_the_new_proposal_counts(haus: Haus):
    haus.trage_ein(UEBERNOMMEN)
    haus.trage_ein(EIN_BEDARF | {"e40": "integration_bis_12"})
    haus.trage_ein({"e42c": "uebernehmen"})
    assert gewaehlte_profillage(haus.stand()) == "foerderprofil"
    assert offen(haus) == set()


def test_taking_over_a_new_proposal_counts_after_an_own_choice_on_the_old_one(haus: Haus):
    haus.trage_ein(FACHKRAFT_BIS_ENTSCHEIDUNG | ABWEICHEND)
    haus.trage_ein(EIN_BEDARF | {"e40": "integration_bis_12"})
    assert offen(haus) == {"e42c"}
    haus.trage_ein({"e42c": "uebernehmen"})
    assert gewaehlte_profillage(haus.stand()) == "foerderprofil"
    assert offen(haus) == set()


def test_another_own_choice_on_the_new_proposal_is_asked_for_with_a_new_reason(haus: Haus):
    haus.trage_ein(FACHKRAFT_BIS_ENTSCHEIDUNG | ABWEICHEND)
    haus.trage_ein(EIN_BEDARF | {"e40": "integration_bis_12"})
    haus.trage_ein({"e42c": "abweichen"})
    assert gewaehlte_profillage(haus.stand()) is None
    assert offen(haus) == {"e42d"}
    haus.trage_ein({"e42d": "entwicklungsprofil", "e42e": "Es dauert länger."})
    assert gewaehlte_profillage(haus.stand()) == "entwicklungsprofil"


def test_a_decision_may_be_changed(haus: Haus):
    haus.trage_ein(UEBERNOMMEN)
    haus.trage_ein(ABWEICHEND)
    assert gewaehlte_profillage(haus.stand()) == "aktivierungsprofil"
    haus.trage_ein({"e42c": "uebernehmen"})
    assert gewaehlte_profillage(haus.stand()) == "marktprofil"
    assert "e42d" in haus.stand().stand.ruhend


def test_an_unreleased_answer_of_the_customer_does_not_touch_the_decision(haus: Haus):
    haus.trage_ein(UEBERNOMMEN)
    haus.kunde().fuehre({"g1": "beginnen"})
    assert gewaehlte_profillage(haus.stand()) == "marktprofil"


def test_a_released_answer_that_changes_the_proposal_does(haus: Haus):
    haus.kunde().fuehre(KUNDE_KURZ | {"e47a": "stimmt"})
    haus.trage_ein({"g6a": "erstaufnahme", "g5": False, "e2": True, "e42c": "uebernehmen"})
    assert gewaehlte_profillage(haus.stand()) == "z"
    rede = haus.kunde()
    rede.befiehl("aendern", "e1a")
    rede.fuehre({"e1a": "nein"})
    while rede.frage != "e47a":
        rede.befiehl("ueberspringen")
    rede.antworte("stimmt")
    assert gewaehlte_profillage(haus.stand()) is None


def test_a_decision_rests_while_the_case_is_out_of_scope(haus: Haus):
    haus.trage_ein(UEBERNOMMEN)
    haus.trage_ein({"g5": True, "g5a": True})
    assert gewaehlte_profillage(haus.stand()) is None
