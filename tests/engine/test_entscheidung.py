"""Answer or intent: the decision, case by case."""

import pytest

from bot.engine.entscheidung import (
    ABSICHT_AB,
    BEFEHL_GEGEN_LESUNG_AB,
    NOTFALL_AB,
    SICHERE_LESUNG,
    Absicht,
    entscheide,
)
from bot.engine.wendungen import ist_wendung
from bot.sprache.lesen import Lesung

GENAU = Lesung("antwort", "vollzeit", 1.0)
SICHER = Lesung("antwort", "vollzeit", SICHERE_LESUNG)
SCHWACH = Lesung("antwort", "vollzeit", SICHERE_LESUNG - 0.01)
FREITEXT = Lesung("antwort", "irgendein Satz", 0.8)
UNKLAR = Lesung("unklar", None, 0.0)
MEHRDEUTIG = Lesung("unklar", ["vollzeit", "teilzeit"], 0.0)
VERWEIGERT = Lesung("keine_angabe", None, 0.95)


@pytest.mark.parametrize(
    ("lesung", "typ", "erste", "ergebnis"),
    [
        pytest.param(SICHER, "auswahl", ("zurueck", 0.99), "antwort", id="a certain reading beats a sure command"),
        pytest.param(SCHWACH, "auswahl", ("zurueck", 0.99), "zurueck", id="a sure command beats a weak reading"),
        pytest.param(
            SCHWACH, "auswahl", ("zurueck", BEFEHL_GEGEN_LESUNG_AB), "zurueck", id="a command just sure enough"
        ),
        pytest.param(
            SCHWACH, "auswahl", ("zurueck", BEFEHL_GEGEN_LESUNG_AB - 0.01), "antwort", id="a command not sure enough"
        ),
        pytest.param(SCHWACH, "auswahl", ("ausserhalb", 0.99), "antwort", id="a weak reading beats out of scope"),
        pytest.param(FREITEXT, "text", ("hilfe", 0.99), "antwort", id="what only looks like a command is an answer"),
        pytest.param(FREITEXT, "text", ("antwort", 0.9), "antwort", id="text is the answer to an open question"),
        pytest.param(FREITEXT, "text", ("ausserhalb", 0.9), "antwort", id="no sentence is out of scope there"),
        pytest.param(VERWEIGERT, "text", ("hilfe", 0.9), "antwort", id="a certain refusal holds at an open question"),
        pytest.param(UNKLAR, "zahl", ("hilfe", ABSICHT_AB), "hilfe", id="without a reading the intent counts"),
        pytest.param(UNKLAR, "zahl", ("hilfe", ABSICHT_AB - 0.01), "nicht_verstanden", id="neither reading nor intent"),
        pytest.param(MEHRDEUTIG, "auswahl", ("hilfe", 0.1), "antwort", id="candidates are worth a question back"),
        pytest.param(None, None, ("danke", 0.8), "danke", id="no open question"),
        pytest.param(SICHER, "auswahl", ("notfall", NOTFALL_AB), "notfall", id="an emergency beats a certain reading"),
        pytest.param(GENAU, "auswahl", ("notfall", 0.99), "antwort", id="but not a choice that was named exactly"),
        pytest.param(SICHER, "auswahl", ("notfall", NOTFALL_AB - 0.01), "antwort", id="a doubtful emergency does not"),
    ],
)
def test_answer_or_intent(lesung: Lesung | None, typ: str | None, erste: tuple[str, float], ergebnis: str) -> None:
    assert entscheide(lesung, typ, [Absicht(*erste)], notruf=False).name == ergebnis


def test_a_known_phrase_is_a_command_at_an_open_question() -> None:
    assert entscheide(FREITEXT, "text", [Absicht("hilfe", 0.9)], notruf=False, wendung=True).name == "hilfe"


def test_a_known_phrase_beats_a_choice_that_it_only_resembles() -> None:
    mensch = [Absicht("mensch_sprechen", 0.99)]
    aehnlich, synonym = Lesung("antwort", ["sprachen"], 0.95), Lesung("antwort", ["sprachen"], 0.97)
    assert entscheide(aehnlich, "mehrfach", mensch, notruf=False, wendung=True).name == "mensch_sprechen"
    assert entscheide(synonym, "mehrfach", mensch, notruf=False, wendung=True).name == "antwort"


@pytest.mark.parametrize(
    ("text", "absicht", "bekannt"),
    [
        ("Zurück", "zurueck", True),
        ("bitte zurück!", "zurueck", True),
        ("zurrück", "zurueck", True),
        ("Bewerbung zurückgezogen", "zurueck", False),
        ("Tagesstruktur im nächsten Gespräch klären", "ueberspringen", False),
        ("Termin für die Klärung vereinbaren", "termin_verschieben", False),
        ("", "zurueck", False),
        ("zurück", "gibt_es_nicht", False),
    ],
)
def test_known_phrases(text: str, absicht: str, bekannt: bool) -> None:
    assert ist_wendung(text, absicht) is bekannt


def test_an_emergency_is_found_below_the_first_place() -> None:
    rangliste = [Absicht("antwort", 0.6), Absicht("notfall", 0.4)]
    assert entscheide(FREITEXT, "text", rangliste, notruf=False).name == "notfall"


def test_words_of_danger_beat_even_an_exact_reading() -> None:
    assert entscheide(GENAU, "auswahl", [Absicht("antwort", 1.0)], notruf=True) == Absicht("notfall", 1.0)
