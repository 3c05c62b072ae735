"""From answers to facts: weeks and months by the calendar, and nothing known that was not said."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.angaben import GRUPPEN, UNVERAENDERT, fakten_aus, monate_zwischen, plus_monate, wochen_bis
from knowledge.fakten import Bedarf, Fakten, Massnahme
from knowledge.laden import load_yaml
from knowledge.leitfaden import load_leitfaden
from tests.knowledge.falltabelle import FAELLE

HEUTE = date(2026, 3, 2)
TABELLE: Any = load_yaml(FAELLE / "angaben.yml")
TAGE = st.dates(date(1950, 1, 1), date(2100, 12, 31))
ALLE_ANGESEHEN = {f"bedarf_pruefen_{gruppe}": True for gruppe in GRUPPEN}


def als_antwort(wert: Any) -> Any:
    return wert.isoformat() if isinstance(wert, date) else wert


def fakten(fall: dict[str, Any]) -> Fakten:
    """The facts of a case in SGB II."""
    grundlage = ALLE_ANGESEHEN if fall.get("grundlage") == "bedarfe" else {}
    gegeben = {name: als_antwort(wert) for name, wert in fall["gegeben"].items()}
    gefunden = fakten_aus({"rechtskreis": "sgb2", **grundlage, **gegeben}, HEUTE)
    assert gefunden is not None
    return gefunden


def kurz(wert: Any) -> Any:
    """A fact as the table writes it."""
    if isinstance(wert, Massnahme):
        return " ".join("null" if teil is None else str(teil) for teil in (wert.art, wert.dauer_monate, wert.ende))
    if isinstance(wert, Bedarf):
        return f"{wert.bedarf} {wert.status}{' schwer' if wert.schwer else ''}"
    return [kurz(teil) for teil in wert] if isinstance(wert, tuple) else wert


@pytest.mark.parametrize("fall", TABELLE, ids=lambda fall: fall["fall"])
def test_answers_become_facts(fall: dict[str, Any]):
    gefunden = fakten(fall)
    for name, erwartet in fall["dann"].items():
        wert = kurz(getattr(gefunden, name))
        if name == "zeitfenster" and wert:
            wert = list(wert)
        if name == "massnahme" and wert:
            wert = wert.replace(".0", "")
        assert wert == erwartet, name


@pytest.mark.parametrize("rechtskreis", [None, "ungeklaert"])
def test_without_a_rechtskreis_there_are_no_facts(rechtskreis: str | None):
    assert fakten_aus({"rechtskreis": rechtskreis, "prognose": "integration_bis_6"}, HEUTE) is None
    assert fakten_aus({}, HEUTE) is None


def test_a_zielberuf_that_was_asked_and_left_open_is_known_to_be_missing():
    assert "zielberuf" in fakten({"gegeben": {"zielberuf": None}}).model_fields_set
    assert "zielberuf" not in fakten({"gegeben": {}}).model_fields_set


def test_a_comment_goes_with_each_need_of_its_group():
    gegeben = {
        "handlungsbedarfe.wohnsituation": "unklar",
        "handlungsbedarfe.berufserfahrung": "unklar",
        "kommentar_rahmenbedingungen": "Unterlagen fehlen.",
    }
    bedarfe = fakten({"grundlage": "bedarfe", "gegeben": gegeben}).handlungsbedarfe or ()
    assert {b.bedarf: b.kommentar for b in bedarfe} == {"berufserfahrung": None, "wohnsituation": "Unterlagen fehlen."}


@pytest.mark.parametrize("frage", load_leitfaden("erstgespraech").fragen.values(), ids=lambda frage: frage.id)
def test_each_choice_of_the_guide_makes_facts_that_the_rules_take(frage: Any):
    werte = [wahl.wert for wahl in frage.wahl] or {"ja_nein": [True, False]}.get(frage.typ, [])
    for wert in werte:
        antwort = [wert] if frage.typ == "mehrfach" else wert
        assert (
            fakten_aus({"rechtskreis": "sgb2", **ALLE_ANGESEHEN, frage.fuellt: antwort}, HEUTE) or wert == "ungeklaert"
        )


def test_the_facts_taken_over_are_facts_of_the_rules_and_filled_by_the_guide():
    gefuellt = {frage.fuellt for frage in load_leitfaden("erstgespraech").fragen.values()}
    assert set(UNVERAENDERT) <= set(Fakten.model_fields)
    assert set(UNVERAENDERT) <= gefuellt


@pytest.mark.parametrize(
    ("von", "monate", "bis"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2025, 8, 31), 6, date(2026, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 3, 2), 0, date(2026, 3, 2)),
        (date(2026, 3, 2), 24, date(2028, 3, 2)),
    ],
)
def test_months_are_added_by_calendar(von: date, monate: int, bis: date):
    assert plus_monate(von, monate) == bis


@pytest.mark.parametrize(
    ("von", "bis", "monate"),
    [
        (date(2025, 8, 31), date(2026, 2, 28), 6),
        (date(2025, 8, 31), date(2026, 3, 1), 6.5),
        (date(2025, 8, 30), date(2026, 2, 28), 6),
        (date(2025, 12, 31), date(2026, 1, 1), 0.5),
        (date(2026, 3, 2), date(2026, 3, 1), 0),
        (date(2026, 5, 2), date(2026, 3, 1), 0),
    ],
)
def test_months_are_counted_by_calendar(von: date, bis: date, monate: float):
    assert monate_zwischen(von, bis) == monate


@given(tag=TAGE, tage=st.integers(0, 2000))
def test_over_six_months_is_exactly_what_lies_past_the_same_day_six_months_on(tag: date, tage: int):
    danach = tag + timedelta(days=tage)
    assert (monate_zwischen(tag, danach) > 6) == (danach > plus_monate(tag, 6))


@given(heute=TAGE, tage=st.integers(0, 400))
def test_at_most_eight_weeks_is_exactly_what_lies_within_two_months(heute: date, tage: int):
    tag = heute + timedelta(days=tage)
    assert (wochen_bis(tag, heute) <= 8) == (tag <= plus_monate(heute, 2))


def test_a_day_that_is_over_is_no_week_away():
    assert wochen_bis(date(2026, 2, 1), HEUTE) == 0
