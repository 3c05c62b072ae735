"""What a draft note says: every field in order, sources behind each sentence, nothing unclear and nothing private."""

from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import Engine

from casefile.krypto import Tresor
from casefile.vermerktext import FELDER, Satz, veraltet, verfasse
from tests.casefile.gespraechshilfe import FACHKRAFT_BIS_ENTSCHEIDUNG, Haus

BV_02 = ["zielberuf", "handlungsbedarfe", "staerken", "fazit", "profillage", "ziel"]
KUNDE = {
    "g1": "beginnen",
    "e1a": "nein",
    "e6a": "nein",
    "e8a": "Gleisbau",
    "e9": "Lokführer",
    "e11": ["technik"],
    "e12": ["team"],
    "e15": "ausbildung",
    "e18": "ueber_3_jahre",
    "e17a": ["nichts"],
    "e22": True,
    "e23": ["heben"],
    "e24": ["pausen"],
    "e28": ["bewerbungen"],
    "e34a": ["auto"],
    "e34c": "nein",
    "e35a": ["vollzeit"],
    "e33a": False,
    "e26": "schwer",
}
BEDARFE = {
    "e21": True,
    "e21a": "unklar",
    "e21b": "festgestellt_schwer",
    "e21c": "kein_bedarf",
    "e21d": "kein_bedarf",
    "e21e": "Das Zeugnis fehlt noch.",
    "e40": "integration_bis_12",
}
GESPRAECH: dict[str, Any] = {
    **FACHKRAFT_BIS_ENTSCHEIDUNG,
    **BEDARFE,
    "e41f": False,
    "e42c": "uebernehmen",
    "e42f": None,
    "e43a": "taetigkeit_lokal",
    "e44a": "teilweise",
    "e44b": "Er will lieber weiter weg.",
    "e45a": ["berufsabschluss_erwerben"],
    "e45b": "2026-04-01",
    "e45c": "2026-09-30",
}


@pytest.fixture
def haus(engine: Engine, tresor: Tresor, jetzt: datetime) -> Haus:
    return Haus.mit_fall(engine, tresor, jetzt)


def text(saetze: tuple[Satz, ...], *felder: str) -> str:
    return " ".join(satz.text for satz in saetze if not felder or satz.feld in felder)


def test_a_whole_talk_fills_each_field_in_the_order_of_the_concept(haus: Haus):
    haus.kunde().fuehre(KUNDE | {"e47a": "stimmt"})
    saetze = verfasse(haus.trage_ein(GESPRAECH))
    assert list(dict.fromkeys(satz.feld for satz in saetze)) == [*BV_02, "strategien"]
    assert text(saetze, "zielberuf") == "Zielberuf: Lagerist."
    assert "Berufliche Qualifikation (Schlüsselgruppe Qualifikation, wiegt schwer)" in text(saetze, "handlungsbedarfe")
    assert "Maschinen und Technik; Gut im Team" in text(saetze, "staerken")
    assert "Arbeit in höchstens 12 Monaten" in text(saetze, "fazit")
    assert text(saetze, "profillage") == "Profillage: Förderprofil."
    assert "Tätigkeit lokal" in text(saetze, "ziel")
    assert "Er will lieber weiter weg." in text(saetze, "ziel")
    assert "Berufsabschluss erwerben, von 01.04.2026 bis 30.09.2026" in text(saetze, "strategien")


def test_an_empty_case_has_each_field_too_and_says_what_is_missing(haus: Haus):
    saetze = verfasse(haus.stand())
    assert [satz.feld for satz in saetze] == BV_02
    assert all("noch" in satz.text and satz.quellen == () for satz in saetze)


def test_the_fields_of_the_concept_come_first():
    assert list(FELDER)[: len(BV_02)] == BV_02


def test_each_source_is_an_answer_that_exists_and_each_finding_has_one(haus: Haus):
    haus.kunde().fuehre(KUNDE | {"e47a": "stimmt"})
    saetze = verfasse(haus.trage_ein(GESPRAECH))
    bekannt = {zeile.id for zeile in haus.neueste().values()}
    assert all(satz.quellen for satz in saetze)
    assert {quelle for satz in saetze for quelle in satz.quellen} <= bekannt
    assert len({satz.id for satz in saetze}) == len(saetze)


@pytest.mark.parametrize("stand", ["unklar", "kein_bedarf", None])
def test_a_need_that_was_not_found_does_not_appear(haus: Haus, stand: str | None):
    saetze = verfasse(haus.trage_ein(GESPRAECH | {"e21a": stand}))
    assert "Schulische Qualifikation" not in text(saetze)
    assert "Das Zeugnis fehlt noch" not in text(saetze)


def test_without_a_need_the_note_says_so(haus: Haus):
    saetze = verfasse(haus.trage_ein(FACHKRAFT_BIS_ENTSCHEIDUNG))
    assert "kein vermittlungsrelevanter Handlungsbedarf" in text(saetze, "handlungsbedarfe")


def test_needs_not_yet_assessed_are_not_called_none(haus: Haus):
    saetze = verfasse(haus.trage_ein({"g6a": "erstaufnahme"}))
    assert "noch nicht eingeschätzt" in text(saetze, "handlungsbedarfe")


def test_no_answer_of_the_customer_on_health_or_daily_life_appears(haus: Haus):
    haus.kunde().fuehre(KUNDE | {"e47a": "stimmt"})
    saetze = verfasse(haus.trage_ein(GESPRAECH))
    for wort in ("heben", "Pausen", "schwerfall", "Tagesablauf", "Lokführer", "Gleisbau", "Bewerbung", "Auto"):
        assert wort not in text(saetze)
    zeilen = {zeile.id: frage for (frage, _), zeile in haus.neueste().items()}
    fragen = haus.stand().leitfaden.fragen
    benutzt = {zeilen[quelle] for satz in saetze for quelle in satz.quellen}
    assert all(fragen[frage].wer != "kunde" or fragen[frage].sensibilitaet == 0 for frage in benutzt)


def test_strengths_that_were_not_released_do_not_appear(haus: Haus):
    haus.kunde().fuehre(KUNDE)
    assert "noch nicht aufgenommen" in text(verfasse(haus.trage_ein(GESPRAECH)), "staerken")


def test_strengths_that_were_struck_do_not_appear(haus: Haus):
    haus.kunde().fuehre(KUNDE | {"e47a": "streichen", "e47b": ["e11"]})
    staerken = text(verfasse(haus.trage_ein(GESPRAECH)), "staerken")
    assert "Gut im Team" in staerken
    assert "Maschinen" not in staerken


def test_an_own_choice_of_the_fachkraft_is_named_as_hers_with_the_reason(haus: Haus):
    abweichend = {"e42c": "abweichen", "e42d": "entwicklungsprofil", "e42e": "Es dauert länger"}
    saetze = verfasse(haus.trage_ein(GESPRAECH | abweichend))
    assert (
        text(saetze, "profillage") == "Profillage: Entwicklungsprofil (Entscheidung der Fachkraft: Es dauert länger)."
    )


def test_an_outdated_decision_is_no_profillage_of_the_note(haus: Haus):
    haus.trage_ein(GESPRAECH)
    saetze = verfasse(haus.trage_ein({"e40": "integration_bis_6", "e21": False}))
    assert "noch nicht festgelegt" in text(saetze, "profillage")


def test_a_strategy_that_is_no_longer_offered_keeps_its_name(haus: Haus):
    haus.trage_ein(GESPRAECH)
    saetze = verfasse(haus.trage_ein({"e21": False}))
    assert "berufsabschluss_erwerben" not in text(saetze)
    assert "Berufsabschluss erwerben" in text(saetze, "strategien")


def test_nothing_is_out_of_date_right_after_writing(haus: Haus):
    haus.kunde().fuehre(KUNDE | {"e47a": "stimmt"})
    stand = haus.trage_ein(GESPRAECH)
    assert veraltet(verfasse(stand), stand) == frozenset()


@pytest.mark.parametrize(
    ("aenderung", "felder"),
    [
        ({"e10": "Lagerhelfer"}, {"zielberuf"}),
        ({"e21b": "festgestellt"}, {"handlungsbedarfe"}),
        ({"e21": False}, {"handlungsbedarfe", "profillage"}),
        ({"e39": "guenstig"}, {"fazit"}),
        ({"e43a": "taetigkeit_ueberregional"}, {"ziel"}),
        ({"e44a": "ja"}, {"ziel"}),
        ({"e45c": "2026-10-31"}, {"strategien"}),
    ],
)
def test_a_sentence_is_out_of_date_once_an_answer_behind_it_changed(
    haus: Haus, aenderung: dict[str, Any], felder: set[str]
):
    saetze = verfasse(haus.trage_ein(GESPRAECH))
    alt = veraltet(saetze, haus.trage_ein(aenderung))
    assert {satz.feld for satz in saetze if satz.id in alt} == felder


def test_a_sentence_on_strengths_is_out_of_date_once_the_customer_changed_them(haus: Haus):
    rede = haus.kunde().fuehre(KUNDE | {"e47a": "stimmt"})
    saetze = verfasse(haus.trage_ein(GESPRAECH))
    rede.befiehl("aendern", "e11")
    rede.antworte(["menschen"])
    alt = veraltet(saetze, haus.stand())
    assert {satz.feld for satz in saetze if satz.id in alt} == {"staerken"}
