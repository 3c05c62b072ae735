"""Which answers a role may see: customers' own reach the Fachkraft by release only, hers never reach them."""

from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import Engine, text

from casefile.eintraege import freigegeben
from casefile.krypto import Tresor
from knowledge.leitfaden import load_leitfaden
from tests.casefile.gespraechshilfe import FACHKRAFT_BIS_ENTSCHEIDUNG, KUNDE_KURZ, Haus

LEITFADEN = load_leitfaden("erstgespraech")


@pytest.fixture
def haus(engine: Engine, tresor: Tresor, jetzt: datetime) -> Haus:
    return Haus.mit_fall(engine, tresor, jetzt)


def vom_kunden(haus: Haus) -> dict[str, Any]:
    """The customer's answers that the Fachkraft sees."""
    return {frage: zeile.wert for frage, zeile in haus.stand().zeilen.items() if zeile.wer == "kunde"}


def test_before_the_release_the_fachkraft_sees_nothing_of_the_customer(haus: Haus):
    haus.kunde().fuehre(KUNDE_KURZ)
    assert vom_kunden(haus) == {}
    assert "zusage" not in haus.stand().stand.werte


def test_after_the_release_she_sees_what_was_released(haus: Haus):
    haus.kunde().fuehre(KUNDE_KURZ | {"e47a": "stimmt"})
    assert vom_kunden(haus)["e1a"] == "neue_arbeit"
    assert vom_kunden(haus)["e1b"] == "2026-04-01"


def test_what_was_struck_stays_with_the_customer(haus: Haus):
    haus.kunde().fuehre(KUNDE_KURZ | {"e47a": "streichen", "e47b": ["e1b"]})
    assert vom_kunden(haus)["e1a"] == "neue_arbeit"
    assert "e1b" not in vom_kunden(haus)
    assert "zusage_ab" not in haus.stand().stand.werte


def test_wanting_to_strike_releases_nothing_yet(haus: Haus):
    haus.kunde().fuehre(KUNDE_KURZ | {"e47a": "streichen"})
    assert vom_kunden(haus) == {}


@pytest.mark.parametrize("befehl", ["weiss_nicht", "keine_angabe", "nur_im_gespraech", "ueberspringen"])
def test_a_strike_that_names_nothing_releases_nothing(haus: Haus, befehl: str):
    rede = haus.kunde().fuehre(KUNDE_KURZ | {"e47a": "streichen"})
    rede.befiehl(befehl)
    assert vom_kunden(haus) == {}


def test_a_later_change_needs_a_new_release(haus: Haus):
    rede = haus.kunde().fuehre(KUNDE_KURZ | {"e47a": "stimmt"})
    rede.befiehl("aendern", "e1b")
    rede.antworte("2026-05-01")
    assert "e1b" not in vom_kunden(haus)
    assert vom_kunden(haus)["e1a"] == "neue_arbeit"
    assert rede.frage == "e47a"
    rede.antworte("stimmt")
    assert vom_kunden(haus)["e1b"] == "2026-05-01"


def test_a_change_after_striking_needs_a_new_release_too(haus: Haus):
    rede = haus.kunde().fuehre(KUNDE_KURZ | {"e47a": "streichen", "e47b": ["e1b"]})
    rede.befiehl("aendern", "e6a")
    rede.antworte("nein")
    assert "e6a" not in vom_kunden(haus)
    rede.antworte("streichen")
    assert vom_kunden(haus) == {}
    rede.antworte(["e1b", "e5"])
    assert {"e1a", "e6a"} <= vom_kunden(haus).keys()
    assert not {"e1b", "e5"} & vom_kunden(haus).keys()


def test_what_was_struck_stays_struck_when_the_rest_is_released_again(haus: Haus):
    rede = haus.kunde().fuehre(KUNDE_KURZ | {"e47a": "streichen", "e47b": ["e1b"]})
    rede.befiehl("aendern", "e6a")
    rede.antworte("nein")
    zusammenfassung = rede.lage.platzhalter["zusammenfassung"]
    assert "Gestrichen: Beginn laut Zusage" in zusammenfassung
    rede.antworte("stimmt")
    assert vom_kunden(haus)["e6a"] == "nein"
    assert "e1b" not in vom_kunden(haus)


def test_a_release_can_be_taken_back(haus: Haus):
    rede = haus.kunde().fuehre(KUNDE_KURZ | {"e47a": "stimmt"})
    rede.befiehl("zurueck")
    rede.fuehre({"e47a": "streichen", "e47b": list(rede.haus.stand("kunde").eigene())})
    assert vom_kunden(haus).keys() <= {"g1", "e47a", "e47b"}


def test_the_fachkraft_is_asked_what_the_customer_did_not_release(haus: Haus):
    haus.kunde().fuehre(KUNDE_KURZ)
    fachkraft = haus.fachkraft().fuehre({"g6a": "erstaufnahme", "g5": False})
    assert fachkraft.frage == "e1a"
    assert fachkraft.lage.bisher == ""


def test_she_is_not_asked_again_what_was_released(haus: Haus):
    haus.kunde().fuehre(KUNDE_KURZ | {"e47a": "stimmt"})
    fachkraft = haus.fachkraft().fuehre({"g6a": "erstaufnahme", "g5": False})
    assert fachkraft.frage == "e2"


def test_the_customer_never_sees_an_answer_of_the_fachkraft(haus: Haus):
    haus.trage_ein(FACHKRAFT_BIS_ENTSCHEIDUNG | {"e42c": "uebernehmen"})
    kunde = haus.stand("kunde")
    gemeinsam = {frage.id for frage in LEITFADEN.fragen.values() if frage.wer == "beide"}
    assert kunde.zeilen.keys() <= gemeinsam
    assert kunde.eigene() == {}
    assert kunde.vorschlag is None
    rede = haus.kunde()
    gesehen = [rede.ergebnis, rede.befiehl("zusammenfassung"), rede.befiehl("aendern"), rede.befiehl("hilfe")]
    for ergebnis in gesehen:
        assert "Lagerist" not in ergebnis.model_dump_json()
        assert "integration_bis_6" not in ergebnis.model_dump_json()


def test_what_the_fachkraft_asked_in_her_place_the_customer_is_not_asked_again(haus: Haus):
    haus.trage_ein({"g6a": "erstaufnahme", "e1a": "nein", "e6a": "nein"})
    assert haus.kunde().fuehre({"g1": "beginnen"}).frage == "e8a"


def test_an_answer_of_the_fachkraft_asks_the_customer_for_no_new_release(haus: Haus):
    haus.kunde().fuehre(KUNDE_KURZ | {"e47a": "stimmt"})
    haus.trage_ein({"g6a": "erstaufnahme", "e6a": "angestellt", "e6b": 10})
    assert haus.kunde().lage.abgeschlossen


def test_the_newest_answer_of_either_counts_for_the_fachkraft(haus: Haus):
    haus.kunde().fuehre(KUNDE_KURZ | {"e47a": "stimmt"})
    haus.trage_ein({"g6a": "erstaufnahme", "e6a": "angestellt"})
    assert haus.stand().stand.werte["erwerbstaetig"] == "angestellt"
    assert haus.neueste()["e6a", "kunde"].wert == "nein"


def test_answers_are_numbered_and_the_newest_of_each_speaker_is_read(haus: Haus):
    rede = haus.kunde().fuehre({"g1": "beginnen", "e1a": "nein"})
    rede.befiehl("aendern", "e1a")
    rede.antworte("rueckkehr")
    nummern = [zeile.nr for zeile in haus.neueste().values()]
    assert nummern == sorted(set(nummern))
    assert haus.neueste()["e1a", "kunde"].wert == "rueckkehr"


def test_an_erased_answer_is_none_any_more(haus: Haus, engine: Engine):
    haus.kunde().fuehre({"g1": "beginnen", "e1a": "nein"})
    with engine.begin() as verbindung:
        verbindung.execute(text("UPDATE antwort SET wert = :leer WHERE frage = 'e1a'"), {"leer": b""})
    assert ("e1a", "kunde") not in haus.neueste()
    assert haus.kunde().frage == "e1a"


def test_no_answer_stands_in_the_database_in_the_clear(haus: Haus, ordner: Any):
    haus.trage_ein({"g6a": "erstaufnahme", "e1a": "nein", "e6a": "nein", "e10": "Zirkusdirektorin"})
    inhalt = b"".join(datei.read_bytes() for datei in ordner.glob("lotse.db*"))
    assert b"Zirkusdirektorin" not in inhalt


def test_without_any_answers_nothing_is_released():
    assert freigegeben((), LEITFADEN) == frozenset()


def test_a_customers_turn_reads_no_replaced_answers(haus: Haus):
    rede = haus.kunde().fuehre(KUNDE_KURZ)
    for wert in ("nein", "angestellt") * 10:
        rede.befiehl("aendern", "e6a")
        rede.antworte(wert)
    alle = haus.stand("kunde").alle
    assert len(alle) == len({zeile.frage for zeile in alle})
