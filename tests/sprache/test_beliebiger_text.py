"""What must hold for any text whatever: an answer of the right kind, in bounded time."""

import json
import re
import time
from datetime import date
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.sprache.lesen import FrageKontext, Lesung, Wahl, lies
from bot.sprache.typen import TYPEN, Art, Typ

HEUTE = date(2026, 3, 18)
WAHL = (
    Wahl("vollzeit", "Vollzeit", ("ganztags",)),
    Wahl("teilzeit", "Teilzeit", ("halbtags", "ein bis zwei Tage", "weniger als 20 Stunden")),
    Wahl("beides", "Beides ist möglich"),
    Wahl("nichts", "Nichts davon", ausschliesslich=True),
)
WERTE = {wahl.wert for wahl in WAHL}
WORTE = re.findall(
    r"\S+",
    """ja nein nicht kein und oder vollzeit halbtags nur die zweite alles außer ? , mehr als weniger
    1 31. 2. 12 1/2 - bis ein zwei anderthalb hundert tausend Jahre Monaten Wochen seit vor in am um Uhr
    Ende Februar März 2024 9999 nächsten letzten Woche Montag morgen weiß sagen lieber Gespräch vielleicht""",
)
UNGEHEUER = {
    "ein Wort ohne Ende": "a" * 10_000,
    "Ziffern ohne Ende": "9" * 10_000,
    "Zahlwort ohne Ende": "hundert" * 1_500,
    "zehntausend Zeichen Text": "Ich arbeite gern halbtags im Lager, aber nicht am Montag. " * 175,
    "lauter Punkte": "1." * 5_000,
    "lauter Leerzeichen vor Zahl": " " * 9_999 + "1",
    "lauter nein": "nein " * 2_000,
    "HTML": "<script>alert('ja')</script>" * 300,
    "SQL": "'; DROP TABLE antwort; --" * 400,
    "Zalgo": "j̷̧̛͈͓̥a̴̢̛" * 500,
    "rechts nach links": "\u202eنعم\u202c" * 500,
    "einzelne Surrogate": "ja \ud800 nein",
    "hochgestellte Ziffern": "² ③ ٣ Ⅳ ½",
}
FRAGEN = [
    FrageKontext(typ, WAHL if typ in ("auswahl", "mehrfach") else (), zeit="zukunft" if typ == "datum" else None)
    for typ in TYPEN
]


def pruefe_form(lesung: Lesung, frage: FrageKontext) -> None:
    """A reading has a known kind, a fitting certainty, and a value of the question's type that JSON can carry."""
    assert lesung.art in get_args(Art)
    json.dumps(lesung.wert).encode("utf-8")
    if lesung.art == "antwort":
        assert 0.5 <= lesung.sicherheit <= 1
        assert ist_wert(lesung.wert, frage.typ)
    elif lesung.art == "unklar":
        assert lesung.sicherheit == 0
        assert lesung.wert is None or set(lesung.wert) <= WERTE
    else:
        assert lesung.wert is None


def ist_wert(wert: object, typ: Typ) -> bool:
    """Whether a value is what an answer of this type holds."""
    match typ:
        case "auswahl":
            return wert in WERTE
        case "mehrfach":
            return isinstance(wert, list) and set(wert) <= WERTE and len(set(wert)) == len(wert)
        case "ja_nein":
            return isinstance(wert, bool)
        case "zahl":
            return type(wert) in (int, float)
        case "dauer":
            return isinstance(wert, dict) and list(wert) == ["monate"] and type(wert["monate"]) is int
        case "datum":
            return isinstance(wert, str) and date.fromisoformat(wert) >= HEUTE
        case "text":
            return isinstance(wert, str) and wert.strip() == wert != ""


@pytest.mark.parametrize("frage", FRAGEN, ids=lambda frage: frage.typ)
@settings(deadline=None, max_examples=150)
@given(text=st.text(max_size=300))
def test_any_text_gets_a_reading_of_the_right_form(frage: FrageKontext, text: str):
    pruefe_form(lies(text, frage, HEUTE), frage)


@pytest.mark.parametrize("frage", FRAGEN, ids=lambda frage: frage.typ)
@settings(deadline=None, max_examples=150)
@given(worte=st.lists(st.sampled_from(WORTE), max_size=12))
def test_any_order_of_telling_words_gets_a_reading_of_the_right_form(frage: FrageKontext, worte: list[str]):
    pruefe_form(lies(" ".join(worte), frage, HEUTE), frage)


@pytest.mark.parametrize("frage", FRAGEN, ids=lambda frage: frage.typ)
@pytest.mark.parametrize("text", UNGEHEUER.values(), ids=UNGEHEUER.keys())
def test_a_monstrous_text_is_read_in_bounded_time(frage: FrageKontext, text: str):
    lies("Vollzeit bitte", frage, HEUTE)  # the dictionary loads with the first word it is asked for
    beginn = time.perf_counter()
    pruefe_form(lies(text, frage, HEUTE), frage)
    assert time.perf_counter() - beginn < 0.5


@pytest.mark.parametrize("wahl", WAHL, ids=lambda wahl: wahl.wert)
@settings(deadline=None, max_examples=50)
@given(rahmen=st.sampled_from(["{}", " {} ", "{}.", "{}!!", "{} bitte", "«{}»", "\u200b{}"]), gross=st.booleans())
def test_a_title_is_exact_however_it_is_framed(wahl: Wahl, rahmen: str, gross: bool):
    titel = wahl.titel.upper() if gross else wahl.titel
    assert lies(rahmen.format(titel), FrageKontext("auswahl", WAHL), HEUTE) == Lesung("antwort", wahl.wert, 1.0)


@given(monate=st.integers(min_value=0, max_value=1200))
def test_months_in_digits_come_back_as_they_are(monate: int):
    assert lies(f"{monate} Monate", FrageKontext("dauer"), HEUTE).wert == {"monate": monate}


@given(tag=st.dates(min_value=HEUTE, max_value=date(2100, 12, 31)))
def test_a_full_date_comes_back_in_every_usual_form(tag: date):
    frage = FrageKontext("datum", zeit="zukunft")
    for form in ("%d.%m.%Y", "%Y-%m-%d", "%d/%m/%Y", "am %d. %m. %Y um 8 Uhr"):
        assert lies(tag.strftime(form), frage, HEUTE).wert == tag.isoformat()


@given(zahl=st.integers(min_value=0, max_value=999_999))
def test_a_whole_number_comes_back_plain_and_with_thousands_points(zahl: int):
    frage = FrageKontext("zahl")
    assert lies(str(zahl), frage, HEUTE).wert == zahl
    assert lies(f"{zahl:,}".replace(",", "."), frage, HEUTE).wert == zahl
