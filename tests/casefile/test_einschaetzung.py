"""The form of the Fachkraft records exactly what a talk would, and nothing twice."""

from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import Engine

from casefile.einschaetzung import EintragFehler, ist_vollstaendig
from casefile.krypto import Tresor
from tests.casefile.gespraechshilfe import FACHKRAFT_BIS_ENTSCHEIDUNG, KUNDE_KURZ, Haus


@pytest.fixture
def haus(engine: Engine, tresor: Tresor, jetzt: datetime) -> Haus:
    return Haus.mit_fall(engine, tresor, jetzt)


def test_what_is_entered_is_recorded_as_the_fachkrafts_answer_by_form(haus: Haus):
    haus.trage_ein({"g6a": "erstaufnahme"})
    zeile = haus.neueste()["g6a", "fachkraft"]
    assert (zeile.art, zeile.wert, zeile.wie) == ("antwort", "erstaufnahme", "formular")


def test_the_order_of_the_form_does_not_matter(haus: Haus):
    rueckwaerts = dict(reversed(FACHKRAFT_BIS_ENTSCHEIDUNG.items()))
    assert haus.trage_ein(rueckwaerts).stand.naechste == "e42c"


def test_what_is_unchanged_is_not_recorded_again(haus: Haus):
    haus.trage_ein(FACHKRAFT_BIS_ENTSCHEIDUNG)
    anzahl = haus.anzahl()
    haus.trage_ein(FACHKRAFT_BIS_ENTSCHEIDUNG)
    assert haus.anzahl() == anzahl
    haus.trage_ein(FACHKRAFT_BIS_ENTSCHEIDUNG | {"e39": "guenstig"})
    assert haus.anzahl() == anzahl + 1


def test_a_field_left_empty_leaves_the_question_open(haus: Haus):
    haus.trage_ein({"g6a": "erstaufnahme", "g5": None})
    assert ("g5", "fachkraft") not in haus.neueste()


def test_a_field_emptied_later_is_left_open_and_known_to_be(haus: Haus):
    haus.trage_ein({"g6a": "erstaufnahme", "g5": True})
    haus.trage_ein({"g5": None})
    assert haus.neueste()["g5", "fachkraft"].art == "weiss_nicht"


def test_what_does_not_apply_is_passed_over(haus: Haus):
    haus.trage_ein({"g6a": "erstaufnahme", "g5": False, "g5a": True, "e7": 3})
    assert {frage for frage, _ in haus.neueste()} == {"g4", "g6a", "g5"}


def test_what_an_earlier_field_opens_is_recorded_in_the_same_go(haus: Haus):
    haus.trage_ein({"g6a": "erstaufnahme", "g5": True, "g5a": True})
    assert haus.neueste()["g5a", "fachkraft"].wert is True


def test_all_that_is_wrong_is_named_at_once_and_nothing_is_written(haus: Haus):
    anzahl = haus.anzahl()
    with pytest.raises(EintragFehler) as fehler:
        haus.trage_ein({"g6a": "umzug", "g5": "vielleicht", "e1a": "nein"})
    assert fehler.value.felder.keys() == {"kundenart", "gate_sonderlage"}
    assert all(grund.startswith("Bitte ") for grund in fehler.value.felder.values())
    assert haus.anzahl() == anzahl


def test_a_question_of_the_customer_is_not_answered_by_the_form(haus: Haus):
    haus.trage_ein({"g6a": "erstaufnahme", "e8a": "Lager"})
    assert ("e8a", "fachkraft") not in haus.neueste()


def test_a_released_answer_of_the_customer_confirmed_as_it_is_is_not_recorded_again(haus: Haus):
    haus.kunde().fuehre(KUNDE_KURZ | {"e47a": "stimmt"})
    haus.trage_ein({"g6a": "erstaufnahme", "e1a": "neue_arbeit", "e6a": "nein"})
    assert ("e1a", "fachkraft") not in haus.neueste()


@pytest.mark.parametrize(
    ("antworten", "vollstaendig"),
    [
        ({}, False),
        ({"g6a": "erstaufnahme"}, False),
        ({name: wert for name, wert in FACHKRAFT_BIS_ENTSCHEIDUNG.items() if name != "e40"}, False),
        ({name: wert for name, wert in FACHKRAFT_BIS_ENTSCHEIDUNG.items() if name != "e38"}, False),
        (FACHKRAFT_BIS_ENTSCHEIDUNG, True),
        (FACHKRAFT_BIS_ENTSCHEIDUNG | {"e40": "noch_offen"}, True),
        ({"g6a": "erstaufnahme", "g5": True, "g5a": True}, True),
        ({"g6a": "erstaufnahme", "g5": True, "g5a": False, "g5b": False, "e1a": "nein", "e3": True}, True),
        ({"g6a": "abmeldung", "g5": False}, True),
        ({"g6a": "bestand", "g5": False, "g6c": "marktprofil", "g6f": False}, True),
        ({"g6a": "bestand", "g5": False, "g6c": "marktprofil", "g6f": True}, False),
    ],
)
def test_the_proposal_waits_for_the_own_assessment(haus: Haus, antworten: dict[str, Any], vollstaendig: bool):
    assert ist_vollstaendig(haus.trage_ein(antworten)) is vollstaendig


def test_without_a_rechtskreis_no_assessment_is_complete(engine: Engine, tresor: Tresor, jetzt: datetime):
    haus = Haus.mit_fall(engine, tresor, jetzt, rechtskreis=None)
    stand = haus.trage_ein({"g4": "ungeklaert"} | FACHKRAFT_BIS_ENTSCHEIDUNG)
    assert stand.vorschlag is None
    assert not ist_vollstaendig(stand)
