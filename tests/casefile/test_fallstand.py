"""Where the case stands: choices computed for it, answers in words, the proposal for the Fachkraft alone."""

from dataclasses import replace
from datetime import datetime

import pytest
from sqlalchemy import Engine

from casefile.eintraege import Zeile
from casefile.fallstand import Fallstand
from casefile.krypto import Tresor
from knowledge.vokabular import load_vokabular
from tests.casefile.gespraechshilfe import FACHKRAFT_BIS_ENTSCHEIDUNG, Haus

BEDARF_Q = {"e21": True, "e21a": "kein_bedarf", "e21b": "festgestellt", "e21c": "kein_bedarf", "e21d": "kein_bedarf"}
BEDARF_R = {"e38": True, "e38a": "kein_bedarf", "e38b": "festgestellt", "e38c": "unklar"}


@pytest.fixture
def haus(engine: Engine, tresor: Tresor, jetzt: datetime) -> Haus:
    return Haus.mit_fall(engine, tresor, jetzt)


def wahl(stand: Fallstand, frage: str) -> list[str]:
    return [punkt.wert for punkt in stand.wahl(stand.leitfaden.fragen[frage])]


def test_yes_and_no_are_choices_too(haus: Haus):
    stand = haus.stand()
    assert [punkt.titel for punkt in stand.wahl(stand.leitfaden.fragen["g5"])] == ["Ja", "Nein"]


def test_only_admissible_goals_can_be_chosen(haus: Haus):
    stand = haus.trage_ein(FACHKRAFT_BIS_ENTSCHEIDUNG)
    assert stand.vorschlag is not None
    assert tuple(wahl(stand, "e43a")) == stand.vorschlag.zieloptionen.zulaessig
    assert "stabilisierung_beschaeftigung" not in wahl(stand, "e43a")


def test_strategies_are_those_of_the_needs_and_the_general_ones(haus: Haus):
    ohne = wahl(haus.trage_ein(FACHKRAFT_BIS_ENTSCHEIDUNG), "e45a")
    assert "vermittlung" in ohne
    assert not set(ohne) & set(load_vokabular().handlungsstrategien)
    mit = wahl(haus.trage_ein(BEDARF_Q | {"e40": "integration_bis_12"}), "e45a")
    assert "berufsabschluss_erwerben" in mit
    assert "mobilitaet_erhoehen" not in mit


def test_a_strategy_chosen_before_does_not_hide_the_others(haus: Haus):
    vorher = wahl(haus.trage_ein(FACHKRAFT_BIS_ENTSCHEIDUNG | BEDARF_Q | {"e40": "integration_bis_12"}), "e45a")
    nachher = wahl(haus.trage_ein({"e41f": False, "e42c": "uebernehmen", "e45a": ["berufsabschluss_erwerben"]}), "e45a")
    assert nachher == vorher


def test_a_schwerpunkt_is_one_of_the_groups_with_a_need(haus: Haus):
    stand = haus.trage_ein(FACHKRAFT_BIS_ENTSCHEIDUNG | BEDARF_Q | BEDARF_R | {"e40": "integration_bis_12"})
    assert wahl(stand, "e42a") == ["qualifikation", "rahmenbedingungen"]


def test_any_profillage_but_the_open_one_can_be_decided_on(haus: Haus):
    assert set(wahl(haus.stand(), "e42d")) == set(load_vokabular().profillagen) - {"offen"}


def test_to_strike_there_is_what_one_said_oneself(haus: Haus):
    haus.trage_ein({"g6a": "erstaufnahme", "e6a": "nein"})
    haus.kunde().fuehre({"g1": "beginnen", "e1a": "nein", "e8a": "Lager"})
    assert wahl(haus.stand("kunde"), "e47b") == ["e1a", "e8a"]


def test_there_is_a_proposal_for_the_fachkraft_and_none_for_the_customer(haus: Haus):
    haus.trage_ein(FACHKRAFT_BIS_ENTSCHEIDUNG)
    vorschlag = haus.stand().vorschlag
    assert vorschlag is not None
    assert vorschlag.profillage == "marktprofil"
    assert haus.stand("kunde").vorschlag is None


def test_no_proposal_without_a_rechtskreis(engine: Engine, tresor: Tresor, jetzt: datetime):
    haus = Haus.mit_fall(engine, tresor, jetzt, rechtskreis=None)
    assert haus.stand().vorschlag is None
    assert haus.trage_ein({"g4": "ungeklaert"}).vorschlag is None


def test_one_more_answer_gives_the_state_with_it_and_leaves_the_old_one(haus: Haus, jetzt: datetime):
    vorher = haus.stand("kunde")
    nachher = vorher.mit(Zeile("x", 9, "g1", "antwort", "beginnen", "kunde", "gewaehlt", jetzt))
    assert (vorher.stand.naechste, nachher.stand.naechste) == ("g1", "e1a")


@pytest.mark.parametrize(
    ("frage", "wert", "worte"),
    [
        ("e1a", "nein", "Nein, keine Zusage"),
        ("g5", True, "Ja"),
        ("e6b", 20, "20 Stunden"),
        ("e1b", "2026-04-01", "01.04.2026"),
        ("e43a", "taetigkeit_lokal", "Tätigkeit lokal (TPB)"),
        ("gibt_es_nicht_mehr", "nein", ""),
    ],
)
def test_an_answer_is_said_in_words(haus: Haus, jetzt: datetime, frage: str, wert: object, worte: str):
    zeile = Zeile("x", 9, frage, "antwort", wert, "fachkraft", "gewaehlt", jetzt)
    assert haus.stand().in_worten(zeile) == worte
    assert haus.stand().in_worten(replace(zeile, art="keine_angabe", wert=None)) == ""


def test_questions_that_only_steer_are_not_among_the_own_answers(haus: Haus):
    haus.kunde().fuehre({"g1": "beginnen", "e1a": "nein"})
    assert haus.stand("kunde").eigene() == {"e1a": "Feste Zusage"}
