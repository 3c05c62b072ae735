"""What a turn can do beside answering: back, change, skip, leave open, pause, ask."""

from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import Engine

from casefile.ergebnis import Wahlpunkt
from casefile.krypto import Tresor
from knowledge.vokabular import load_vokabular
from tests.casefile.gespraechshilfe import KUNDE_KURZ, Haus, Rede

OFFEN = ("weiss_nicht", "keine_angabe", "nur_im_gespraech")


@pytest.fixture
def haus(engine: Engine, tresor: Tresor, jetzt: datetime) -> Haus:
    return Haus.mit_fall(engine, tresor, jetzt)


@pytest.fixture
def kunde(haus: Haus) -> Rede:
    return haus.kunde().fuehre({"g1": "beginnen"})


@pytest.mark.parametrize("art", OFFEN)
def test_a_question_left_open_is_recorded_as_such(haus: Haus, kunde: Rede, art: str):
    ergebnis = kunde.befiehl(art)
    assert (ergebnis.status, ergebnis.folge.art, ergebnis.folge.eintrag) == ("neu", "aufgenommen", art)
    zeile = haus.neueste()["e1a", "kunde"]
    assert (zeile.art, zeile.wert) == (art, None)
    assert kunde.frage == "e6a"


def test_a_skipped_question_is_recorded_and_may_be_answered_later(haus: Haus, kunde: Rede):
    kunde.befiehl("ueberspringen")
    assert haus.neueste()["e1a", "kunde"].art == "uebersprungen"
    kunde.befiehl("aendern", "e1a")
    kunde.antworte("nein")
    assert haus.neueste()["e1a", "kunde"].wert == "nein"
    assert kunde.frage == "e6a"


@pytest.mark.parametrize("art", [*OFFEN, "ueberspringen"])
def test_a_question_that_must_be_answered_cannot_be_skipped_or_left_open(haus: Haus, art: str):
    rede = haus.kunde()
    ergebnis = rede.befiehl(art)
    assert (ergebnis.folge.art, ergebnis.folge.thema) == ("nicht_moeglich", "pflicht")
    assert (rede.frage, haus.anzahl("g1")) == ("g1", 0)


def test_only_customers_keep_something_for_the_talk_in_person(haus: Haus):
    rede = haus.fachkraft().fuehre({"g6a": "erstaufnahme"})
    assert rede.befiehl("nur_im_gespraech").folge.art == "nicht_moeglich"
    assert (rede.frage, haus.anzahl("g5")) == ("g5", 0)
    assert rede.befiehl("weiss_nicht").folge.art == "aufgenommen"


def test_back_shows_the_earlier_answer_and_keeps_it(haus: Haus, kunde: Rede):
    kunde.fuehre({"e1a": "nein"})
    ergebnis = kunde.befiehl("zurueck")
    assert (ergebnis.folge.art, ergebnis.folge.frage) == ("zurueck", "e1a")
    assert (kunde.frage, kunde.lage.bisher) == ("e1a", "Nein, keine Zusage")
    assert haus.neueste()["e1a", "kunde"].wert == "nein"
    assert haus.anzahl("e1a") == 1


def test_back_twice_goes_two_back_and_each_answer_leads_forward_again(kunde: Rede):
    kunde.fuehre({"e1a": "nein", "e6a": "nein"})
    kunde.befiehl("zurueck")
    kunde.befiehl("zurueck")
    assert kunde.frage == "e1a"
    kunde.antworte("nein")
    assert kunde.frage == "e8a"


def test_before_the_first_question_there_is_nothing(haus: Haus):
    rede = haus.kunde()
    assert rede.befiehl("zurueck").folge.thema == "erste_frage"
    assert rede.frage == "g1"


def test_back_at_the_end_opens_the_last_question(haus: Haus):
    rede = haus.kunde().fuehre(KUNDE_KURZ | {"e47a": "stimmt"})
    assert rede.befiehl("zurueck").lage.frage == "e47a"
    assert not rede.lage.abgeschlossen


def test_skipping_an_answered_question_keeps_the_answer_and_goes_on(haus: Haus, kunde: Rede):
    kunde.fuehre({"e1a": "nein"})
    kunde.befiehl("zurueck")
    ergebnis = kunde.befiehl("ueberspringen")
    assert (ergebnis.folge.art, ergebnis.folge.frage) == ("beibehalten", "e1a")
    assert kunde.frage == "e6a"
    assert haus.neueste()["e1a", "kunde"].wert == "nein"


def test_skipping_keeps_a_required_answer_too(kunde: Rede):
    kunde.befiehl("zurueck")
    assert kunde.frage == "g1"
    assert kunde.befiehl("ueberspringen").folge.art == "beibehalten"
    assert kunde.frage == "e1a"


def test_a_changed_answer_is_added_and_the_old_one_stays_recorded(haus: Haus, kunde: Rede):
    kunde.fuehre({"e1a": "nein", "e6a": "nein"})
    kunde.befiehl("aendern", "e6a")
    ergebnis = kunde.antworte("angestellt")
    assert ergebnis.folge.geaendert
    assert haus.anzahl("e6a") == 2
    assert haus.neueste()["e6a", "kunde"].wert == "angestellt"
    assert kunde.frage == "e6b"


def test_a_change_names_the_answers_that_no_longer_count_and_they_come_back(haus: Haus, kunde: Rede):
    kunde.fuehre({"e1a": "neue_arbeit", "e1b": "2026-04-01", "e5": True})
    kunde.befiehl("aendern", "e1a")
    assert kunde.antworte("nein").folge.ruht == ("e1b", "e5")
    assert haus.neueste()["e1b", "kunde"].wert == "2026-04-01"
    kunde.befiehl("aendern", "e1a")
    ergebnis = kunde.antworte("neue_arbeit")
    assert (ergebnis.folge.ruht, kunde.frage) == ((), "e6a")
    assert haus.stand("kunde").stand.werte["zusage_ab"] == "2026-04-01"


def test_what_rests_already_is_not_named_again(kunde: Rede):
    kunde.fuehre({"e1a": "neue_arbeit", "e1b": "2026-04-01"})
    kunde.befiehl("aendern", "e1a")
    kunde.antworte("nein")
    assert kunde.antworte("nein").folge.ruht == ()


def test_to_change_without_saying_what_offers_the_own_answers(kunde: Rede):
    kunde.fuehre({"e1a": "nein", "e6a": "nein"})
    ergebnis = kunde.befiehl("aendern")
    assert [punkt.wert for punkt in ergebnis.folge.kandidaten] == ["aendern:e1a", "aendern:e6a"]
    assert [punkt.titel for punkt in ergebnis.folge.kandidaten] == ["Feste Zusage", "Zurzeit erwerbstätig"]
    assert kunde.frage == "e8a"


@pytest.mark.parametrize("ziel", ["e8a", "e9", "g4", "e40", "gibt_es_nicht", ""])
def test_only_an_own_answer_can_be_changed(kunde: Rede, ziel: str):
    kunde.fuehre({"e1a": "nein", "e6a": "nein"})
    assert kunde.befiehl("aendern", ziel).status == "ungueltig"
    assert kunde.frage == "e8a"


def test_an_answer_of_the_other_role_cannot_be_changed_from_here(haus: Haus, kunde: Rede):
    haus.trage_ein({"g6a": "erstaufnahme", "e6a": "nein"})
    kunde.fuehre({"e1a": "nein"})
    assert kunde.frage == "e8a"
    assert kunde.befiehl("aendern", "e6a").status == "ungueltig"


def test_a_pause_keeps_the_question_and_any_answer_ends_it(kunde: Rede):
    assert kunde.befiehl("pause").lage.pausiert
    assert (kunde.frage, kunde.pausiert) == ("e1a", True)
    ergebnis = kunde.antworte("nein")
    assert (ergebnis.lage.pausiert, ergebnis.lage.frage, kunde.pausiert) == (False, "e6a", False)


def test_after_a_pause_the_talk_goes_on_with_the_same_question(haus: Haus, kunde: Rede):
    kunde.befiehl("pause")
    assert haus.kunde().lage.pausiert
    ergebnis = kunde.befiehl("fortsetzen")
    assert (ergebnis.folge.art, ergebnis.lage.frage, ergebnis.lage.pausiert) == ("fortgesetzt", "e1a", False)


def test_a_pause_keeps_the_question_that_was_called_up_again(kunde: Rede):
    kunde.fuehre({"e1a": "nein", "e6a": "nein"})
    kunde.befiehl("aendern", "e1a")
    kunde.befiehl("pause")
    assert kunde.befiehl("fortsetzen").lage.frage == "e1a"


def test_no_command_ever_loses_an_answer(haus: Haus, kunde: Rede):
    kunde.fuehre({"e1a": "neue_arbeit", "e1b": "2026-04-01", "e5": False})
    vorher = haus.neueste()
    for befehl in ("zurueck", "pause", "fortsetzen", "zurueck", "hilfe", "aendern", "ueberspringen", "zusammenfassung"):
        kunde.befiehl(befehl)
    assert haus.neueste() == vorher
    assert kunde.frage == "e6a"


def test_what_is_not_understood_is_counted_and_an_understood_turn_begins_anew(kunde: Rede):
    versuche = [kunde.befiehl("nicht_verstanden").folge.versuch for _ in range(3)]
    assert versuche == [1, 2, 3]
    kunde.antworte("nein")
    assert kunde.befiehl("nicht_verstanden").folge.versuch == 1


def test_a_question_in_between_begins_the_count_anew(kunde: Rede):
    kunde.befiehl("nicht_verstanden")
    kunde.befiehl("hilfe")
    assert kunde.befiehl("nicht_verstanden").folge.versuch == 1


def test_unclear_text_names_the_choices_that_it_could_mean(kunde: Rede):
    ergebnis = kunde.zug(befehl="nicht_verstanden", kandidaten=("ausbildung", "nein", "unfug"), wie="getippt")
    gemeint = [punkt.wert for punkt in ergebnis.folge.kandidaten]
    assert gemeint == ["nein", "ausbildung"]
    assert all(isinstance(punkt, Wahlpunkt) and punkt.titel for punkt in ergebnis.folge.kandidaten)


def test_at_the_end_nothing_is_open_to_be_understood(haus: Haus):
    rede = haus.kunde().fuehre(KUNDE_KURZ | {"e47a": "stimmt"})
    ergebnis = rede.zug(befehl="nicht_verstanden", kandidaten=("stimmt",))
    assert (ergebnis.folge.frage, ergebnis.folge.kandidaten) == (None, ())


@pytest.mark.parametrize("angabe", [{"wert": "nein"}, {"befehl": "weiss_nicht"}, {"befehl": "ueberspringen"}])
def test_at_the_end_there_is_nothing_to_answer(haus: Haus, angabe: dict[str, Any]):
    rede = haus.kunde().fuehre(KUNDE_KURZ | {"e47a": "stimmt"})
    ergebnis = rede.zug(**angabe)
    assert (ergebnis.status, ergebnis.fehler) == ("ungueltig", "Im Moment ist keine Frage offen.")


@pytest.mark.parametrize("absicht", load_vokabular().absichten)
def test_each_intent_of_the_vocabulary_is_a_turn_that_adds_at_most_its_entry(haus: Haus, kunde: Rede, absicht: str):
    vorher = haus.neueste()
    ergebnis = kunde.befiehl(absicht)
    assert ergebnis.status == "neu"
    neu = {frage: zeile.art for frage, zeile in haus.neueste().items() if frage not in vorher}
    eintraege = {"weiss_nicht": "weiss_nicht", "keine_angabe": "keine_angabe", "ueberspringen": "uebersprungen"}
    assert neu == ({("e1a", "kunde"): eintraege[absicht]} if absicht in eintraege else {})


@pytest.mark.parametrize("befehl", ["loesche_alles", "antwort; drop table", "x" * 500])
def test_an_unknown_command_is_refused_and_nothing_is_written(haus: Haus, kunde: Rede, befehl: str):
    zuege, anzahl = haus.zuege(), haus.anzahl()
    assert kunde.zug(befehl=befehl).status == "ungueltig"
    assert (haus.zuege(), haus.anzahl()) == (zuege, anzahl)


def test_the_summary_says_the_own_answers_and_nothing_that_only_steers(kunde: Rede):
    kunde.fuehre({"e1a": "nein"})
    kunde.befiehl("keine_angabe")
    assert kunde.befiehl("zusammenfassung").folge.gelesen == "Feste Zusage: Nein, keine Zusage"


@pytest.mark.parametrize("wie", ["gewaehlt", "getippt"])
def test_how_an_answer_was_given_is_recorded(haus: Haus, kunde: Rede, wie: str):
    assert kunde.zug(wert="nein", wie=wie).folge.wie == wie
    assert haus.neueste()["e1a", "kunde"].wie == wie
