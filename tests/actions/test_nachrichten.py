"""What Lotse says to each outcome of a turn, always the same and never with a hole in it."""

from typing import Any

import pytest

from actions.auskuenfte import Haus
from actions.nachrichten import FERTIG, FERTIG_FACHKRAFT, NICHT_MOEGLICH, Nachricht, antwort_auf, nachrichten
from casefile.ergebnis import Ergebnis
from knowledge.leitfaden import load_leitfaden
from tests.casefile.gespraechshilfe import FACHKRAFT_BIS_ENTSCHEIDUNG, KUNDE_KURZ, Rede
from tests.casefile.gespraechshilfe import Haus as Akte

HAUS = Haus(telefone=(("Empfang", "0555 1234"),))
LEITFADEN = load_leitfaden("erstgespraech")
VOR_GATE = {
    "g1": "beginnen",
    "e1a": "nein",
    "e6a": "nein",
    "e8a": "Lager",
    "e9": "Lagerist",
    "e11": ["technik"],
    "e12": ["team"],
    "e15": "ausbildung",
    "e18": "ueber_3_jahre",
    "e17a": ["nichts"],
}
AUSWEGE = ["weiss_nicht", "keine_angabe", "nur_im_gespraech"]


def texte(ergebnis: Ergebnis) -> list[str]:
    return [nachricht.text for nachricht in nachrichten(ergebnis, HAUS)]


def offene(ergebnis: Ergebnis) -> Nachricht:
    """The last message, which asks the open question."""
    return nachrichten(ergebnis, HAUS)[-1]


def test_the_beginning_asks_the_first_question_and_nothing_else(haus: Akte):
    begonnen = nachrichten(haus.kunde().ergebnis, HAUS)
    assert [nachricht.frage for nachricht in begonnen] == ["g1"]
    assert [punkt.wert for punkt in begonnen[0].wahl] == ["beginnen", "mehr_infos"]


def test_an_answer_is_read_back_and_the_next_question_asked(kunde: Rede):
    assert texte(kunde.antworte("nein")) == [
        "Verstanden. Feste Zusage: Nein, keine Zusage",
        LEITFADEN.fragen["e6a"].text,
    ]


def test_a_changed_answer_is_called_changed_and_names_what_no_longer_counts(kunde: Rede):
    kunde.fuehre({"e1a": "neue_arbeit", "e1b": "2026-04-01"})
    kunde.befiehl("aendern", "e1a")
    gesagt = texte(kunde.antworte("nein"))
    assert gesagt[0].startswith("Geändert. Feste Zusage:")
    assert gesagt[1] == "Diese Antworten zählen jetzt nicht mehr: Beginn laut Zusage."


def test_a_question_that_only_steers_is_not_read_back(haus: Akte):
    assert len(texte(haus.kunde().antworte("beginnen"))) == 1


@pytest.mark.parametrize(
    ("befehl", "anfang"),
    [
        ("weiss_nicht", "In Ordnung. Diese Frage bleibt offen."),
        ("keine_angabe", "In Ordnung. Das müssen Sie nicht sagen."),
        ("nur_im_gespraech", "In Ordnung. Das besprechen Sie persönlich."),
        ("ueberspringen", "Wir lassen diese Frage aus."),
        ("hilfe", LEITFADEN.fragen["e1a"].hilfe),
        ("warum_frage", LEITFADEN.fragen["e1a"].zweck),
        ("aendern", "Es gibt noch keine Antwort"),
        ("fortsetzen", "Schön, dass Sie weitermachen."),
        ("zurueck", "Gut, noch einmal zurück."),
        ("pause", "Wir machen eine Pause."),
        ("nicht_verstanden", "Das habe ich nicht verstanden. Anders gesagt:"),
        ("zusammenfassung", "Das haben Sie mir bisher gesagt:\nnoch nichts"),
        ("fortschritt_dauer", "1 Fragen sind beantwortet, etwa"),
        ("wer_bist_du", "Ich bin Lotse, ein Computerprogramm Ihrer Dienststelle."),
        ("mensch_sprechen", "Sie können jederzeit mit einem Menschen sprechen. Telefon: Empfang 0555 1234."),
        ("notfall", "Das klingt ernst."),
    ],
)
def test_each_command_has_its_reply(kunde: Rede, befehl: str, anfang: str):
    assert texte(kunde.befiehl(befehl))[0].startswith(anfang)


def test_why_a_question_is_asked_names_the_legal_ground(kunde: Rede):
    assert LEITFADEN.fragen["e1a"].rechtsgrundlage in texte(kunde.befiehl("warum_frage"))[0]


def test_the_first_question_has_nothing_before_it_and_must_be_answered(haus: Akte):
    rede = haus.kunde()
    assert texte(rede.befiehl("zurueck"))[0] == NICHT_MOEGLICH["erste_frage"]
    assert texte(rede.befiehl("ueberspringen"))[0] == NICHT_MOEGLICH["pflicht"]


def test_an_answer_that_is_kept_is_said_to_stay(kunde: Rede):
    kunde.fuehre({"e1a": "nein"})
    kunde.befiehl("zurueck")
    assert texte(kunde.befiehl("ueberspringen"))[0] == "In Ordnung. Ihre Antwort bleibt, wie sie ist."


def test_a_question_called_up_again_shows_the_answer_so_far(kunde: Rede):
    kunde.fuehre({"e1a": "nein"})
    assert "Bisher: Nein, keine Zusage" in texte(kunde.befiehl("zurueck"))


def test_to_change_offers_the_own_answers_as_choices(kunde: Rede):
    kunde.fuehre({"e1a": "nein"})
    angebot, frage = nachrichten(kunde.befiehl("aendern"), HAUS)
    assert [(punkt.titel, punkt.wert) for punkt in angebot.wahl] == [("Feste Zusage", "aendern:e1a")]
    assert frage.frage == "e6a"


def test_the_pause_offers_to_go_on_and_nothing_else(kunde: Rede):
    pause = offene(kunde.befiehl("pause"))
    assert [(punkt.titel, punkt.wert) for punkt in pause.wahl] == [("Weiter", "fortsetzen")]


def test_an_outdated_turn_says_so_and_asks_what_is_open(kunde: Rede):
    ergebnis = kunde.zug(frage="g1", wert="beginnen")
    assert texte(ergebnis)[0] == "Diese Frage ist schon beantwortet. Hier geht es weiter."
    assert offene(ergebnis).frage == "e1a"


def test_a_refused_value_is_answered_with_the_reason(kunde: Rede):
    ergebnis = kunde.antworte("vielleicht")
    assert texte(ergebnis)[0] == ergebnis.fehler
    assert offene(ergebnis).frage == "e1a"


def test_a_repeated_turn_says_the_same_again(kunde: Rede):
    erstes = kunde.zug(schluessel="gleich", frage="e1a", wert="nein")
    zweites = kunde.zug(schluessel="gleich", frage="e1a", wert="nein")
    assert zweites.status == "wiederholt"
    assert nachrichten(zweites, HAUS) == nachrichten(erstes, HAUS)


def test_misunderstanding_goes_from_other_words_to_the_choices(kunde: Rede):
    erste, zweite = texte(kunde.befiehl("nicht_verstanden"))[0], texte(kunde.befiehl("nicht_verstanden"))[0]
    assert LEITFADEN.fragen["e1a"].hilfe in erste
    assert "Bitte wählen Sie: Nein, keine Zusage," in zweite


def test_misunderstood_free_text_may_be_left_open(kunde: Rede):
    kunde.fuehre({"e1a": "nein", "e6a": "nein"})
    kunde.befiehl("nicht_verstanden")
    assert texte(kunde.befiehl("nicht_verstanden"))[0].endswith("Sie können die Frage auch offen lassen.")


def test_unclear_text_is_asked_back_with_what_it_could_mean(kunde: Rede):
    ergebnis = kunde.zug(befehl="nicht_verstanden", kandidaten=("ausbildung", "neue_arbeit"))
    rueckfrage = nachrichten(ergebnis, HAUS)[0]
    assert rueckfrage.text.startswith("Ich bin nicht sicher: „")
    assert {punkt.wert for punkt in rueckfrage.wahl} == {"ausbildung", "neue_arbeit"}


def test_the_customer_is_offered_the_ways_to_leave_a_question_open(kunde: Rede):
    assert [punkt.wert for punkt in offene(kunde.ergebnis).wahl][-3:] == AUSWEGE


def test_a_required_question_offers_none_and_the_fachkraft_no_talk_in_person(haus: Akte):
    assert not {punkt.wert for punkt in offene(haus.kunde().ergebnis).wahl} & set(AUSWEGE)
    fachkraft = haus.fachkraft().fuehre({"g6a": "erstaufnahme"})
    assert [punkt.wert for punkt in offene(fachkraft.ergebnis).wahl] == ["ja", "nein", "weiss_nicht", "keine_angabe"]


def test_a_notice_comes_before_the_question_and_not_with_each_repetition(haus: Akte):
    haus.trage_ein({frage: wert for frage, wert in VOR_GATE.items() if frage != "g1"}, "kunde")
    kunde = haus.kunde().fuehre({"g1": "beginnen"})
    hinweis = LEITFADEN.fragen["e22"].hinweis
    assert kunde.frage == "e22"
    assert texte(kunde.ergebnis)[-2] == hinweis
    assert hinweis not in texte(kunde.befiehl("nicht_verstanden"))
    assert hinweis in texte(kunde.befiehl("fortsetzen"))


def test_the_summary_is_read_out_before_the_release(haus: Akte):
    kunde = haus.kunde().fuehre(KUNDE_KURZ)
    frage = offene(kunde.ergebnis).text
    assert "Feste Zusage: " in frage
    assert "Beginn laut Zusage: 01.04.2026" in frage


def test_the_proposal_is_named_where_the_fachkraft_decides(haus: Akte):
    haus.trage_ein(FACHKRAFT_BIS_ENTSCHEIDUNG)
    fachkraft = haus.fachkraft()
    assert fachkraft.frage == "e42c"
    assert "Marktprofil" in offene(fachkraft.ergebnis).text


def test_the_end_is_said_to_each_role_in_its_way(haus: Akte):
    ende = haus.kunde().fuehre(KUNDE_KURZ | {"e47a": "stimmt"})
    assert texte(ende.ergebnis)[-1] == FERTIG
    haus.trage_ein({"g6a": "erstaufnahme", "g5": True, "g5a": True, "e2": False})
    fachkraft = haus.fachkraft()
    fachkraft.antworte("nein")
    assert texte(fachkraft.ergebnis)[-1] == FERTIG_FACHKRAFT


def test_after_the_end_a_question_about_the_question_is_still_answered_with_something(haus: Akte):
    ende = haus.kunde().fuehre(KUNDE_KURZ | {"e47a": "stimmt"})
    for befehl in ("hilfe", "warum_frage", "wiederholen", "nicht_verstanden"):
        assert all(texte(ende.befiehl(befehl)))


@pytest.mark.parametrize("antwort", ["{kontakt}", "{0}", "{", "}}", "%s {antworten}"])
def test_braces_in_an_answer_are_only_characters(kunde: Rede, antwort: str):
    kunde.fuehre({"e1a": "nein", "e6a": "nein"})
    gelesen = kunde.antworte(f"Lager {antwort}")
    assert texte(gelesen)[0] == f"Verstanden. Letzte Arbeit: Lager {antwort}"
    assert f"Lager {antwort}" in texte(kunde.befiehl("zusammenfassung"))[0]


def test_the_reply_alone_leaves_out_the_open_question(kunde: Rede):
    ergebnis = kunde.antworte("nein")
    assert antwort_auf(ergebnis, HAUS) == ["Verstanden. Feste Zusage: Nein, keine Zusage"]


def test_a_message_goes_over_http_as_plain_values(haus: Akte):
    erste: Any = nachrichten(haus.kunde().ergebnis, HAUS)[0].als_dict()
    assert erste["frage"] == "g1"
    assert erste["wahl"][0].keys() == {"titel", "wert"}


def test_an_unknown_language_stays_german(kunde: Rede):
    assert nachrichten(kunde.ergebnis, HAUS, "xx") == nachrichten(kunde.ergebnis, HAUS)
