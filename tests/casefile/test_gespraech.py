"""A conversation turn by turn: one key one answer, and nothing is ever lost."""

from datetime import datetime

import pytest
from sqlalchemy import Engine, func, select

from casefile.aufnahme import LEITFADEN
from casefile.befehle import Anfrage
from casefile.gespraech import UnbekanntesGespraech, beginne, hole, lage, verlauf, zug
from casefile.krypto import Tresor
from casefile.modelle import Gespraech, Vermerk, VermerkFassung
from casefile.modelle_basis import Rolle
from casefile.rechte import NichtErlaubt, Person
from knowledge.laden import WissensFehler
from tests.casefile.gespraechshilfe import FACHKRAFT_BIS_ENTSCHEIDUNG, KUNDE_KURZ, Haus, Rede


@pytest.fixture
def haus(engine: Engine, tresor: Tresor, jetzt: datetime) -> Haus:
    return Haus.mit_fall(engine, tresor, jetzt)


@pytest.fixture
def kunde(haus: Haus) -> Rede:
    return haus.kunde()


def test_a_conversation_begins_with_the_first_question(kunde: Rede):
    assert (kunde.ergebnis.folge.art, kunde.frage, kunde.lage.beantwortet) == ("beginn", "g1", 0)


def test_whoever_comes_back_goes_on_where_she_was(haus: Haus, kunde: Rede):
    kunde.antworte("beginnen")
    wieder = haus.kunde()
    assert (wieder.id, wieder.frage) == (kunde.id, "e1a")


def test_each_role_has_a_conversation_of_its_own(haus: Haus, kunde: Rede):
    assert haus.fachkraft().id != kunde.id
    assert haus.fachkraft().id == haus.fachkraft().id


def test_an_answer_is_taken_read_back_and_followed_by_the_next_question(haus: Haus, kunde: Rede):
    kunde.antworte("beginnen")
    ergebnis = kunde.antworte("nein")
    assert ergebnis.status == "neu"
    assert (ergebnis.folge.art, ergebnis.folge.frage, ergebnis.folge.gelesen) == (
        "aufgenommen",
        "e1a",
        "Nein, keine Zusage",
    )
    assert (ergebnis.lage.frage, ergebnis.lage.beantwortet) == ("e6a", 2)
    assert haus.neueste()["e1a", "kunde"].wert == "nein"


def test_the_same_key_gives_the_same_outcome_and_one_answer(haus: Haus, kunde: Rede):
    anfrage = Anfrage("gleich", "g1", wert="beginnen")
    erstes = zug(haus.akte, kunde.id, anfrage)
    zweites = zug(haus.akte, kunde.id, anfrage)
    assert zweites == erstes.model_copy(update={"status": "wiederholt"})
    assert haus.anzahl("g1") == 1


@pytest.mark.parametrize(
    "andere",
    [
        Anfrage("gleich", "g1", wert="mehr_infos"),
        Anfrage("gleich", "e1a", wert="nein"),
        Anfrage("gleich", "g1", befehl="pause"),
        Anfrage("gleich", None, wert={"ganz": "anders"}),
    ],
)
def test_the_same_key_with_another_content_is_still_the_same_turn(haus: Haus, kunde: Rede, andere: Anfrage):
    erstes = zug(haus.akte, kunde.id, Anfrage("gleich", "g1", wert="beginnen"))
    zweites = zug(haus.akte, kunde.id, andere)
    assert (zweites.status, zweites.folge, zweites.lage) == ("wiederholt", erstes.folge, erstes.lage)
    assert haus.anzahl("g1") == 1
    assert haus.anzahl("e1a") == 0
    assert not kunde.pausiert


def test_a_repeated_turn_says_what_it_said_then_even_if_the_talk_went_on(haus: Haus, kunde: Rede):
    anfrage = Anfrage("gleich", "g1", wert="beginnen")
    erstes = zug(haus.akte, kunde.id, anfrage)
    kunde.ergebnis = erstes
    kunde.antworte("nein")
    assert zug(haus.akte, kunde.id, anfrage).lage.frage == "e1a"


def test_the_same_key_in_another_conversation_is_another_turn(haus: Haus, kunde: Rede):
    fachkraft = haus.fachkraft()
    zug(haus.akte, kunde.id, Anfrage("gleich", "g1", wert="beginnen"))
    assert zug(haus.akte, fachkraft.id, Anfrage("gleich", "g6a", wert="erstaufnahme")).status == "neu"


@pytest.mark.parametrize("frage", ["e1a", "e8a", "g4", "gibt_es_nicht", None])
def test_a_question_that_is_not_open_is_out_of_date_and_nothing_is_written(haus: Haus, kunde: Rede, frage: str | None):
    vorher = haus.anzahl()
    ergebnis = kunde.zug(frage=frage, wert="nein")
    assert ergebnis.status == "veraltet"
    assert (ergebnis.folge.thema, ergebnis.lage.frage) == ("veraltet", "g1")
    assert (haus.anzahl(), haus.zuege()) == (vorher, 0)


def test_a_command_for_an_old_question_changes_nothing_either(haus: Haus, kunde: Rede):
    kunde.antworte("beginnen")
    assert kunde.zug(frage="g1", befehl="ueberspringen").status == "veraltet"
    assert haus.neueste()["g1", "kunde"].art == "antwort"


@pytest.mark.parametrize("wert", ["vielleicht", None, 5, ["beginnen"], {"wert": "beginnen"}])
def test_a_value_that_does_not_fit_is_refused_and_nothing_is_written(haus: Haus, kunde: Rede, wert: object):
    vorher = haus.anzahl()
    ergebnis = kunde.antworte(wert)
    assert (ergebnis.status, ergebnis.folge.art, ergebnis.lage.frage) == ("ungueltig", "unverstanden", "g1")
    assert ergebnis.fehler.startswith("Bitte wählen Sie")
    assert (haus.anzahl(), haus.zuege()) == (vorher, 0)


def test_a_refused_value_leaves_the_pause_as_it_was(kunde: Rede):
    kunde.befiehl("pause")
    assert kunde.antworte("vielleicht").status == "ungueltig"
    assert kunde.pausiert


def test_a_refused_key_may_be_used_again(haus: Haus, kunde: Rede):
    zug(haus.akte, kunde.id, Anfrage("gleich", "g1", wert="vielleicht"))
    assert zug(haus.akte, kunde.id, Anfrage("gleich", "g1", wert="beginnen")).status == "neu"


def test_the_last_answer_closes_the_conversation_once(haus: Haus, kunde: Rede):
    kunde.fuehre(KUNDE_KURZ | {"e47a": "stimmt"})
    assert kunde.lage.abgeschlossen
    assert kunde.frage is None
    with haus.akte.lesend.begin() as s:
        zuerst = hole(s, kunde.id).abgeschlossen_am
    haus.uhr.weiter(hours=1)
    kunde.befiehl("aendern", "e6a")
    kunde.fuehre({"e6a": "nein", "e47a": "stimmt"})
    with haus.akte.lesend.begin() as s:
        assert hole(s, kunde.id).abgeschlossen_am == zuerst


def vermerke(haus: Haus) -> tuple[int, int]:
    """How many notes and versions of notes there are."""
    with haus.akte.lesend.begin() as s:
        gezaehlt = [s.scalar(select(func.count()).select_from(tabelle)) or 0 for tabelle in (Vermerk, VermerkFassung)]
    return gezaehlt[0], gezaehlt[1]


def test_the_customers_last_answer_writes_no_note(haus: Haus, kunde: Rede):
    kunde.fuehre(KUNDE_KURZ | {"e47a": "stimmt"})
    assert vermerke(haus) == (0, 0)


def test_the_last_answer_of_the_fachkraft_writes_the_draft_note_once(haus: Haus):
    haus.trage_ein(FACHKRAFT_BIS_ENTSCHEIDUNG | {"e42c": "uebernehmen", "e42f": None, "e43a": None, "e45a": None})
    rede = haus.fachkraft()
    while rede.frage is not None and rede.lage.offen > 1:
        rede.befiehl("weiss_nicht")
    assert vermerke(haus) == (0, 0)
    rede.befiehl("weiss_nicht")
    assert rede.lage.abgeschlossen
    assert vermerke(haus) == (1, 1)

    rede.befiehl("aendern", "e39")
    rede.antworte("guenstig")
    assert rede.lage.abgeschlossen
    assert vermerke(haus) == (1, 1)


def test_the_turns_of_a_conversation_can_be_read_again_in_order(haus: Haus, kunde: Rede):
    ergebnisse = [kunde.antworte("beginnen"), kunde.befiehl("hilfe"), kunde.antworte("nein")]
    with haus.akte.lesend.begin() as s:
        assert verlauf(haus.akte, s, hole(s, kunde.id)) == ergebnisse


def test_the_position_is_computed_from_the_answers(haus: Haus, kunde: Rede):
    kunde.antworte("beginnen")
    with haus.akte.lesend.begin() as s:
        assert lage(haus.akte, s, hole(s, kunde.id)) == kunde.lage


def test_a_conversation_remembers_guide_version_and_speaker(haus: Haus):
    rede = haus.fachkraft()
    with haus.akte.lesend.begin() as s:
        gespraech: Gespraech = hole(s, rede.id)
        assert (gespraech.leitfaden, gespraech.fassung, gespraech.konto_id) == (LEITFADEN, "1.0", haus.konto_id)
        assert (gespraech.rolle, gespraech.ort) == (Rolle.FACHKRAFT, "gespraech")


def test_an_unknown_conversation_is_no_conversation(haus: Haus):
    with pytest.raises(UnbekanntesGespraech):
        zug(haus.akte, "0" * 32, Anfrage("k", "g1"))


def test_only_whom_the_case_concerns_may_begin(haus: Haus):
    for person in (Person(Rolle.KUNDE, fall_id="0" * 32), Person(Rolle.FACHKRAFT, konto_id="0" * 32)):
        with pytest.raises(NichtErlaubt):
            beginne(haus.akte, person, haus.fall_id, LEITFADEN, "zuhause")
    with pytest.raises(NichtErlaubt):
        beginne(haus.akte, Person(Rolle.VERWALTUNG, konto_id=haus.konto_id), haus.fall_id, LEITFADEN, "gespraech")


def test_an_unknown_case_or_guide_begins_nothing(haus: Haus):
    person = Person(Rolle.FACHKRAFT, konto_id=haus.konto_id)
    with pytest.raises(LookupError):
        beginne(haus.akte, person, "0" * 32, LEITFADEN, "gespraech")
    with pytest.raises(WissensFehler):
        beginne(haus.akte, person, haus.fall_id, "gibt_es_nicht", "gespraech")


def test_the_question_for_the_decision_names_the_proposal_with_its_reason_and_rule(haus: Haus):
    rede = haus.fachkraft().fuehre(FACHKRAFT_BIS_ENTSCHEIDUNG)
    while rede.frage not in ("e42c", None):
        rede.befiehl("ueberspringen")
    assert rede.lage.platzhalter["vorschlag"].startswith("Marktprofil – ")
    assert rede.lage.platzhalter["vorschlag"].endswith("(Regel PL-01)")
