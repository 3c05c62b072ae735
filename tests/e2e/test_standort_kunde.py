"""The customer's conversation on the real site: without scripts, in two tabs, with hasty fingers."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.e2e.begleitung import Chat
from tests.e2e.conftest import Fenster
from tests.standort import Standort, Zugang


@pytest.fixture
def kunde(standort: Standort) -> Zugang:
    """A customer whose conversation has begun."""
    fachkraft = standort.fachkraft()
    fall = standort.fall(fachkraft)
    person = standort.kunde(fachkraft, fall)
    person.beginne(fall)
    return person


def sitzung(person: Zugang) -> str:
    return str(person.client.headers["Authorization"]).removeprefix("Bearer ")


def oeffne(vor_ort: Fenster, person: Zugang, **mehr: object) -> Page:
    seite = vor_ort.als(sitzung(person), groesse="handy", **mehr)
    seite.goto("/gespraech")
    return seite


def test_plain_forms_lead_through_the_conversation(vor_ort: Fenster, kunde: Zugang) -> None:
    seite = oeffne(vor_ort, kunde, java_script_enabled=False)
    chat = Chat(seite)
    chat.beantworte("Möchten Sie beginnen?", "tippen", "Ja, beginnen")
    chat.beantworte("feste Zusage", "schreiben", "nein, leider nicht")
    chat.beantworte("Arbeiten Sie zurzeit", "tippen", "Hilfe")
    expect(seite.get_by_role("log")).to_contain_text("Minijob")
    chat.beantworte("Arbeiten Sie zurzeit", "tippen", "Nein")
    chat.beantworte("Was war Ihre letzte Arbeit", "tippen", "Weiß ich nicht")
    chat.beantworte("In welchem Beruf", "schreiben", "Gärtnerin")
    expect(seite.get_by_role("log")).to_contain_text("Wunschberuf: Gärtnerin")
    chat.beantworte("Was können Sie in diesem Beruf", "ankreuzen", "Mit den Händen arbeiten", "Maschinen und Technik")
    chat.beantworte("Was loben andere", "tippen", "Zurück")
    expect(seite.get_by_text("Bisher haben Sie gesagt: Mit den Händen arbeiten, Maschinen und Technik")).to_be_visible()
    assert seite.url.endswith("/gespraech#frage")


def test_a_double_click_sends_one_answer(vor_ort: Fenster, kunde: Zugang) -> None:
    seite = oeffne(vor_ort, kunde)
    gesendet: list[str] = []
    seite.on("request", lambda anfrage: gesendet.append(anfrage.post_data or "") if anfrage.method == "POST" else None)
    seite.get_by_role("button", name="Ja, beginnen").dblclick()
    Chat(seite).erwarte("feste Zusage")
    seite.wait_for_load_state("networkidle")
    assert len(gesendet) == 1
    Chat(seite).erwarte("feste Zusage")


def test_a_double_click_on_plain_forms_counts_once(vor_ort: Fenster, kunde: Zugang) -> None:
    seite = oeffne(vor_ort, kunde, java_script_enabled=False)
    seite.get_by_role("button", name="Ja, beginnen").dblclick()
    Chat(seite).erwarte("feste Zusage")
    expect(seite.get_by_role("log").locator(".nachricht--person")).to_have_count(1)


def test_an_old_question_in_a_second_tab_gets_the_current_state(vor_ort: Fenster, kunde: Zugang) -> None:
    erste = Chat(oeffne(vor_ort, kunde))
    erste.waehle("Ja, beginnen")
    zweite = Chat(erste.seite.context.new_page())
    zweite.seite.goto("/gespraech")
    erste.beantworte("feste Zusage", "tippen", "Nein, keine Zusage")
    zweite.beantworte("feste Zusage", "tippen", "Ja, neue Arbeit")
    expect(zweite.seite.get_by_text("Wir sind schon einen Schritt weiter")).to_be_visible()
    zweite.erwarte("Arbeiten Sie zurzeit")
    zweite.beantworte("Arbeiten Sie zurzeit", "tippen", "Nein")
    erste.beantworte("Arbeiten Sie zurzeit", "schreiben", "ja, angestellt")
    erste.erwarte("Was war Ihre letzte Arbeit")
    erste.seite.get_by_role("link", name="Meine Antworten").click()
    zeilen = erste.seite.locator("dl > div")
    expect(zeilen.filter(has_text="Feste Zusage")).to_contain_text("Nein, keine Zusage")
    expect(zeilen.filter(has_text="Zurzeit erwerbstätig")).to_contain_text("Nein")


def test_text_typed_while_an_answer_is_on_its_way_is_not_lost(vor_ort: Fenster, kunde: Zugang) -> None:
    seite = oeffne(vor_ort, kunde)
    chat = Chat(seite)
    for titel in ("Ja, beginnen", "Nein, keine Zusage"):
        chat.waehle(titel)
    unterwegs: list[Route] = []
    seite.route("**/gespraech/zug", lambda weg: unterwegs.append(weg))  # noqa: PLW0108 - needs a function
    seite.locator("#eingabe").get_by_role("button", name="Nein", exact=True).click()
    seite.locator("#text").press_sequentially("Altenpflege")
    unterwegs[0].continue_()
    chat.erwarte("Was war Ihre letzte Arbeit")
    expect(seite.locator("#text")).to_have_value("Altenpflege")


def test_strangers_can_not_open_a_case(vor_ort: Fenster, standort: Standort, kunde: Zugang) -> None:
    fremde = standort.fachkraft()
    fall = standort.fall(fremde)
    eigene = standort.fall(standort.fachkraft())
    for person, ziel in ((kunde, fall), (fremde, eigene)):
        seite = vor_ort.als(sitzung(person))
        for ende in ("", "/gespraech", "/einschaetzung", "/vorschlag", "/vermerk"):
            antwort = seite.goto(f"/faelle/{ziel}{ende}")
            assert antwort
            assert antwort.status == 403, ende
            expect(seite.get_by_role("heading", level=1)).to_have_text("Das dürfen Sie hier nicht sehen")
    seite = vor_ort.als(sitzung(fremde))
    antwort = seite.goto("/gespraech")
    assert antwort
    assert antwort.status == 403


def test_a_wrong_or_replaced_link_says_what_to_do(vor_ort: Fenster, standort: Standort) -> None:
    fachkraft = standort.fachkraft()
    fall = standort.fall(fachkraft)
    links = [fachkraft.client.post(f"/api/v1/faelle/{fall}/zugang").json()["zugang"] for _ in range(2)]
    seite = vor_ort.als(None, groesse="handy")
    for falsch in ("unsinn", links[0], links[1] + "x"):
        antwort = seite.goto(f"/k/{falsch}")
        assert antwort
        assert antwort.status == 410
        expect(seite.get_by_text("Bitten Sie Ihre Ansprechperson um einen neuen Link")).to_be_visible()
    seite.goto(f"/k/{links[1]}")
    expect(seite).to_have_url(re.compile("/gespraech$"))
