"""The value of an answer: what each type takes, in which form it is stored, and how it is said in German."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.antwort import TEXT_LAENGE, UngueltigeAntwort, Wahlpunkt, in_worten, pruefe_wert
from knowledge.leitfaden import load_leitfaden
from knowledge.leitfaden_modell import Frage

HEUTE = date(2026, 3, 2)
MUSTER = load_leitfaden("erstgespraech").fragen["e8a"]
WAHL = (
    Wahlpunkt("nichts", "Nichts davon", ausschliesslich=True),
    Wahlpunkt("bus", "Bus und Bahn"),
    Wahlpunkt("auto", "Auto"),
)
BELIEBIG = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda innen: st.lists(innen, max_size=3) | st.dictionaries(st.text(), innen, max_size=3),
    max_leaves=6,
)


def frage(typ: str, **weiteres: Any) -> Frage:
    """A question of one type, all else as in a shipped one."""
    return MUSTER.model_copy(update={"typ": typ, **weiteres})


def nimm(typ: str, wert: object, **weiteres: Any) -> object:
    """The value as it is stored."""
    return pruefe_wert(frage(typ, **weiteres), WAHL, wert, HEUTE)


@pytest.mark.parametrize(
    ("typ", "wert", "gespeichert"),
    [
        ("auswahl", "bus", "bus"),
        ("mehrfach", ["auto"], ["auto"]),
        ("mehrfach", "auto", ["auto"]),
        ("mehrfach", ["nichts"], ["nichts"]),
        ("mehrfach", ["auto", "bus", "auto"], ["bus", "auto"]),
        ("ja_nein", True, True),
        ("ja_nein", False, False),
        ("ja_nein", "ja", True),
        ("ja_nein", "nein", False),
        ("zahl", 12, 12),
        ("zahl", 12.0, 12),
        ("zahl", 12.5, 12.5),
        ("zahl", " 12,5 ", 12.5),
        ("zahl", "7", 7),
        ("zahl", 0, 0),
        ("dauer", {"monate": 6}, {"monate": 6}),
        ("dauer", 6, {"monate": 6}),
        ("dauer", "1,5", {"monate": 1.5}),
        ("datum", "2026-03-02", "2026-03-02"),
        ("datum", date(2026, 4, 1), "2026-04-01"),
        ("text", "  Lagerist \n", "Lagerist"),
        ("text", "Straßenbau, 3 Jahre", "Straßenbau, 3 Jahre"),
    ],
)
def test_a_fitting_value_is_stored_in_its_form(typ: str, wert: object, gespeichert: object):
    genommen = nimm(typ, wert)
    assert genommen == gespeichert
    assert type(genommen) is type(gespeichert)


@pytest.mark.parametrize(
    ("typ", "wert"),
    [
        *[("auswahl", wert) for wert in ("zug", "", None, True, 1, ["bus"], {"wert": "bus"})],
        *[("mehrfach", wert) for wert in ([], None, "zug", ["bus", "zug"], ["nichts", "bus"], [["bus"]], [{}], {})],
        *[("ja_nein", wert) for wert in ("vielleicht", "", None, 1, 0, [True])],
        *[("zahl", wert) for wert in ("zwölf", "", None, True, [3], float("nan"), float("inf"), 1e9, "1e99")],
        *[("dauer", wert) for wert in ("lang", None, True, {}, {"jahre": 1}, -1, {"monate": -3})],
        *[("datum", wert) for wert in ("morgen", "", None, "2026-02-30", "01.04.2026", 5)],
        *[("text", wert) for wert in ("", "   ", "?!", "\n", None, 5, ["Text"], "\x00\x07")],
    ],
)
def test_a_value_that_does_not_answer_is_refused_in_a_german_sentence(typ: str, wert: object):
    with pytest.raises(UngueltigeAntwort, match=r"^(Bitte .+|„.+“ passt nicht zu anderen Antworten)\.$"):
        nimm(typ, wert)


@pytest.mark.parametrize("typ", ["zahl", "dauer"])
@pytest.mark.parametrize(("wert", "gilt"), [(4, False), (5, True), (240, True), (241, False)])
def test_limits_belong_to_what_is_allowed(typ: str, wert: int, gilt: bool):
    if gilt:
        assert nimm(typ, wert, minimum=5, maximum=240)
        return
    with pytest.raises(UngueltigeAntwort, match="ab 5 bis 240"):
        nimm(typ, wert, minimum=5, maximum=240)


def test_the_limit_is_named_with_its_unit():
    with pytest.raises(UngueltigeAntwort) as fehler:
        nimm("zahl", 300, minimum=5, maximum=240, einheit="Minuten")
    assert str(fehler.value) == "Bitte nennen Sie eine Zahl ab 5 bis 240 (Minuten)."


@pytest.mark.parametrize(
    ("zeit", "tag", "gilt"),
    [
        ("zukunft", "2026-03-01", False),
        ("zukunft", "2026-03-02", True),
        ("zukunft", "2026-03-03", True),
        ("vergangenheit", "2026-03-01", True),
        ("vergangenheit", "2026-03-02", True),
        ("vergangenheit", "2026-03-03", False),
        (None, "1999-12-31", True),
    ],
)
def test_a_day_lies_on_the_side_of_today_that_is_asked_for(zeit: str | None, tag: str, gilt: bool):
    if gilt:
        assert nimm("datum", tag, zeit=zeit) == tag
        return
    with pytest.raises(UngueltigeAntwort, match=r"das (noch kommt|schon vorbei ist)"):
        nimm("datum", tag, zeit=zeit)


@pytest.mark.parametrize(
    ("geschrieben", "gespeichert"),
    [
        ("Lager\x00ist", "Lagerist"),
        ("\x1b[31mrot\x1b[0m", "[31mrot[0m"),
        ("eins\u202edrehen", "einsdrehen"),
        ("eins\ufeff zwei", "eins zwei"),
        ("halbes \ud83d Zeichen", "halbes  Zeichen"),
        ("erste\r\nzweite", "erste\nzweite"),
        ("Lager\tBüro", "Lager Büro"),
        ("Käse, Öl und ß", "Käse, Öl und ß"),
        ("مرحبا", "مرحبا"),
    ],
)
def test_control_characters_are_dropped_and_letters_of_any_script_stay(geschrieben: str, gespeichert: str):
    assert nimm("text", geschrieben) == gespeichert


def test_a_text_may_be_as_long_as_the_limit_and_no_longer():
    assert nimm("text", "a" * TEXT_LAENGE) == "a" * TEXT_LAENGE
    with pytest.raises(UngueltigeAntwort, match=f"höchstens {TEXT_LAENGE}"):
        nimm("text", "a" * (TEXT_LAENGE + 1))


def test_an_exclusive_choice_stands_alone_and_is_named():
    with pytest.raises(UngueltigeAntwort, match="„Nichts davon“"):
        nimm("mehrfach", ["bus", "nichts"])


def test_a_refused_choice_lists_what_there_is():
    with pytest.raises(UngueltigeAntwort, match=r"Nichts davon, Bus und Bahn, Auto\."):
        nimm("auswahl", "zug")


@pytest.mark.parametrize(
    ("typ", "wert", "worte"),
    [
        ("auswahl", "bus", "Bus und Bahn"),
        ("mehrfach", ["bus", "auto"], "Bus und Bahn, Auto"),
        ("auswahl", "mobilitaet_erhoehen", "Mobilität erhöhen"),
        ("mehrfach", ["qualifikation", "bus"], "Qualifikation, Bus und Bahn"),
        ("ja_nein", True, "Ja"),
        ("ja_nein", False, "Nein"),
        ("zahl", 12, "12"),
        ("zahl", 12.5, "12,5"),
        ("dauer", {"monate": 0}, "0 Monate"),
        ("dauer", {"monate": 1}, "1 Monat"),
        ("dauer", {"monate": 11}, "11 Monate"),
        ("dauer", {"monate": 12}, "1 Jahr"),
        ("dauer", {"monate": 13}, "1 Jahr und 1 Monat"),
        ("dauer", {"monate": 30}, "2 Jahre und 6 Monate"),
        ("dauer", {"monate": 1.5}, "1,5 Monate"),
        ("datum", "2026-04-01", "01.04.2026"),
        ("text", "Lagerist", "Lagerist"),
    ],
)
def test_a_stored_value_is_said_in_german(typ: str, wert: object, worte: str):
    assert in_worten(frage(typ), WAHL, wert) == worte


def test_a_number_is_said_with_its_unit():
    assert in_worten(frage("zahl", einheit="Stunden"), (), 20) == "20 Stunden"


@pytest.mark.parametrize("typ", ["auswahl", "mehrfach", "ja_nein", "zahl", "dauer", "datum", "text"])
@settings(max_examples=40)
@given(wert=BELIEBIG)
def test_any_value_is_either_taken_and_said_or_refused(typ: str, wert: object):
    gefragt = frage(typ)
    try:
        genommen = pruefe_wert(gefragt, WAHL, wert, HEUTE)
    except UngueltigeAntwort:
        return
    assert in_worten(gefragt, WAHL, genommen)
    assert pruefe_wert(gefragt, WAHL, genommen, HEUTE) == genommen
