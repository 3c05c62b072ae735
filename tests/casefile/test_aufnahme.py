"""Taking a person in: what the office knows is recorded and not asked again."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine, select

from casefile.aufnahme import nimm_auf, trage_aus_register_ein
from casefile.faelle import FallFehler, letzter_termin, lies_ort, lies_rechtskreis
from casefile.krypto import Tresor
from casefile.modelle import Fall
from tests.casefile.gespraechshilfe import Haus


@pytest.fixture
def haus(engine: Engine, tresor: Tresor, jetzt: datetime) -> Haus:
    return Haus.mit_fall(engine, tresor, jetzt, rechtskreis=None)


def test_a_known_rechtskreis_is_an_answer_from_the_register(engine: Engine, tresor: Tresor, jetzt: datetime):
    haus = Haus.mit_fall(engine, tresor, jetzt, rechtskreis="sgb2")
    zeile = haus.neueste()["g4", "register"]
    assert (zeile.wert, zeile.wie) == ("sgb2", "formular")
    assert haus.fachkraft().frage == "g6a"


def test_an_unknown_rechtskreis_is_the_first_question_to_the_fachkraft(haus: Haus):
    assert haus.anzahl() == 0
    assert haus.fachkraft().frage == "g4"


def test_the_fachkraft_may_correct_what_the_register_says(engine: Engine, tresor: Tresor, jetzt: datetime):
    haus = Haus.mit_fall(engine, tresor, jetzt, rechtskreis="sgb2")
    haus.trage_ein({"g4": "sgb3"})
    assert haus.stand().stand.werte["rechtskreis"] == "sgb3"
    assert haus.neueste()["g4", "register"].wert == "sgb2"


def test_what_the_register_says_is_nothing_of_the_customers(engine: Engine, tresor: Tresor, jetzt: datetime):
    haus = Haus.mit_fall(engine, tresor, jetzt, rechtskreis="sgb2")
    assert haus.stand("kunde").zeilen == {}


def test_any_fact_of_the_guide_can_come_from_the_register(haus: Haus):
    with haus.akte.schreibend.begin() as s:
        trage_aus_register_ein(haus.akte, s, haus.fall_id, "bg_personen", 3)
    assert haus.neueste()["e7", "register"].wert == 3


def test_the_appointment_is_made_with_the_case(haus: Haus, tresor: Tresor, jetzt: datetime):
    beginn = jetzt + timedelta(days=3)
    with haus.akte.schreibend.begin() as s:
        fall = nimm_auf(haus.akte, s, "Bodo Zander", haus.konto_id, termin=beginn, ort="Zimmer 12", rechtskreis="sgb3")
        termin = letzter_termin(s, fall.id)
        assert termin is not None
        assert (termin.beginn, lies_ort(tresor, termin)) == (beginn, "Zimmer 12")
        assert lies_rechtskreis(tresor, fall) == "sgb3"
        assert not fall.beispiel


def test_without_a_name_nobody_is_taken_in(haus: Haus):
    with pytest.raises(FallFehler), haus.akte.schreibend.begin() as s:
        nimm_auf(haus.akte, s, "  ", haus.konto_id, rechtskreis="sgb2")
    with haus.akte.lesend.begin() as s:
        assert [fall.id for fall in s.scalars(select(Fall))] == [haus.fall_id]
