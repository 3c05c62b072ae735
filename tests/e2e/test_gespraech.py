"""The chat in a real browser: with and without scripts, by keyboard, and when things go wrong."""

import re

from playwright.sync_api import Page, expect

from tests.e2e.conftest import Fenster
from tests.e2e.inhalte import FRAGEN
from tests.e2e.seitenbeispiel import Beispieldaten


def frage(seite: Page) -> str:
    return seite.locator("#frage").inner_text()


def test_a_turn_works_without_scripts(fenster: Fenster, daten: Beispieldaten) -> None:
    seite = fenster.als("kunde", java_script_enabled=False)
    seite.goto("/gespraech")
    seite.get_by_role("button", name="Nein", exact=True).click()
    expect(seite.locator("#frage")).to_have_text(FRAGEN[1].text)
    assert seite.url.endswith("/gespraech#frage")
    seite.get_by_label("Oder schreiben Sie Ihre Antwort").fill("Realschule")
    seite.get_by_role("button", name="Senden").click()
    expect(seite.locator("#frage")).to_have_text(FRAGEN[2].text)
    assert [(e.frage, e.werte, e.text) for e in daten.eingaben] == [("f1", ("nein",), ""), ("f2", (), "Realschule")]


def test_a_personal_link_leads_straight_to_the_first_question(fenster: Fenster) -> None:
    seite = fenster.als(None)
    seite.goto("/k/gueltig")
    expect(seite.locator("#frage")).to_have_text(FRAGEN[0].text)
    seite.get_by_role("button", name="Abmelden").click()
    expect(seite.get_by_text("Sie sind abgemeldet.")).to_be_visible()
    seite.goto("/gespraech")
    assert seite.url.endswith("/anmelden")


def test_with_scripts_only_the_turn_is_swapped_and_the_question_gets_the_focus(fenster: Fenster) -> None:
    seite = fenster.als("kunde", groesse="handy")
    seite.goto("/gespraech")
    seite.evaluate("window.nochDieselbeSeite = true")
    seite.get_by_role("button", name="Nein", exact=True).click()
    expect(seite.locator("#frage")).to_have_text(FRAGEN[1].text)
    assert seite.evaluate("window.nochDieselbeSeite")
    expect(seite.locator("#frage")).to_be_focused()
    expect(seite.get_by_role("log").locator(".nachricht")).to_have_count(2)
    expect(seite.get_by_text("1 von 7 Fragen beantwortet")).to_be_visible()
    seite.get_by_role("button", name="Mittlerer Abschluss").click()
    expect(seite.get_by_role("log").locator(".nachricht")).to_have_count(4)
    assert fenster.klagen == []


def test_the_chat_is_walked_by_keyboard_alone(fenster: Fenster) -> None:
    seite = fenster.als("kunde")
    seite.goto("/gespraech#frage")
    seite.keyboard.press("Tab")
    expect(seite.get_by_role("button", name="Ja", exact=True)).to_be_focused()
    seite.keyboard.press("Tab")
    seite.keyboard.press("Enter")
    expect(seite.locator("#frage")).to_have_text(FRAGEN[1].text)
    expect(seite.locator("#frage")).to_be_focused()
    for erwartet in [zeile.titel for zeile in FRAGEN[1].wahl]:
        seite.keyboard.press("Tab")
        expect(seite.get_by_role("button", name=erwartet, exact=True)).to_be_focused()
    seite.keyboard.press("Tab")
    seite.keyboard.type("Abitur")
    seite.keyboard.press("Enter")
    expect(seite.locator("#frage")).to_have_text(FRAGEN[2].text)
    expect(seite.locator("#frage")).to_be_focused()
    seite.keyboard.press("Tab")
    seite.keyboard.press("Space")
    expect(seite.get_by_label("Weg zur Arbeit")).to_be_checked()


def test_none_of_these_unticks_the_others(fenster: Fenster, daten: Beispieldaten) -> None:
    for offen in FRAGEN[:2]:
        daten._antworte(daten.gespraeche["kunde"], offen, "nein")
    seite = fenster.als("kunde")
    seite.goto("/gespraech")
    seite.get_by_label("Weg zur Arbeit").check()
    seite.get_by_label("Wohnen").check()
    seite.get_by_label("Nichts davon").check()
    expect(seite.locator("main input:checked")).to_have_count(1)
    seite.get_by_label("Wohnen").check()
    seite.get_by_label("Weg zur Arbeit").check()
    seite.get_by_role("button", name="Weiter").click()
    expect(seite.locator("#frage")).to_have_text(FRAGEN[3].text)
    assert daten.eingaben[-1].werte == ("weg", "wohnen")


def test_help_keeps_the_question_and_what_was_typed(fenster: Fenster, daten: Beispieldaten) -> None:
    seite = fenster.als("kunde")
    seite.goto("/gespraech")
    seite.get_by_label("Oder schreiben Sie Ihre Antwort").fill("nur am Wochen")
    seite.get_by_role("button", name="Warum fragen Sie das?").click()
    expect(seite.get_by_role("log")).to_contain_text("Ihre Ansprechperson kann sich so besser")
    expect(seite.locator("#frage")).to_have_text(FRAGEN[0].text)
    expect(seite.get_by_label("Oder schreiben Sie Ihre Antwort")).to_have_value("nur am Wochen")
    assert daten.eingaben[-1].befehl == "warum_frage"
    assert daten.eingaben[-1].text == ""


def test_an_answer_to_a_question_that_is_no_longer_open_shows_where_we_are(
    fenster: Fenster, daten: Beispieldaten
) -> None:
    seite = fenster.als("kunde")
    seite.goto("/gespraech")
    daten._antworte(daten.gespraeche["kunde"], FRAGEN[0], "ja")
    seite.get_by_role("button", name="Nein", exact=True).click()
    expect(seite.get_by_text("Wir sind schon einen Schritt weiter")).to_be_visible()
    expect(seite.locator("#frage")).to_have_text(FRAGEN[1].text)
    expect(seite.get_by_role("log").locator(".nachricht")).to_have_count(2)
    assert daten.gespraeche["kunde"].antworten == {"f1": "Ja"}


def test_without_scripts_a_late_answer_is_a_page_with_status_409(fenster: Fenster, daten: Beispieldaten) -> None:
    seite = fenster.als("kunde", java_script_enabled=False)
    seite.goto("/gespraech")
    daten._antworte(daten.gespraeche["kunde"], FRAGEN[0], "ja")
    with seite.expect_response("**/gespraech/zug") as antwort:
        seite.get_by_role("button", name="Nein", exact=True).click()
    assert antwort.value.status == 409
    expect(seite.get_by_text("Wir sind schon einen Schritt weiter")).to_be_visible()


def test_when_the_line_is_down_the_text_stays_and_a_message_says_so(fenster: Fenster, daten: Beispieldaten) -> None:
    seite = fenster.als("kunde")
    seite.goto("/gespraech")
    feld = seite.get_by_label("Oder schreiben Sie Ihre Antwort")
    feld.fill("nein, gerade nicht")
    seite.context.set_offline(True)
    seite.get_by_role("button", name="Senden").click()
    expect(seite.get_by_text("Ihre Antwort ist noch nicht angekommen")).to_be_visible()
    expect(seite.get_by_text("nicht mit dem Internet verbunden")).to_be_visible()
    expect(feld).to_have_value("nein, gerade nicht")
    seite.context.set_offline(False)
    seite.get_by_role("button", name="Senden").click()
    expect(seite.locator("#frage")).to_have_text(FRAGEN[1].text)
    assert [eingabe.text for eingabe in daten.eingaben] == ["nein, gerade nicht"]


def test_a_foreign_error_page_is_not_put_into_the_chat(fenster: Fenster) -> None:
    seite = fenster.als("kunde")
    seite.goto("/gespraech")
    seite.route("**/gespraech/zug", lambda weg: weg.fulfill(status=502, body="<h1>Bad Gateway</h1>"))
    seite.get_by_role("button", name="Ja", exact=True).click()
    expect(seite.get_by_text("Ihre Antwort ist noch nicht angekommen")).to_be_visible()
    assert frage(seite) == FRAGEN[0].text


def test_while_typing_is_off_the_text_stays_and_taps_work(fenster: Fenster, daten: Beispieldaten) -> None:
    daten.abwesend = True
    seite = fenster.als("kunde")
    seite.goto("/gespraech")
    seite.get_by_label("Oder schreiben Sie Ihre Antwort").fill("nein")
    seite.get_by_role("button", name="Senden").click()
    expect(seite.get_by_text("Ich kann gerade keine geschriebenen Antworten lesen")).to_be_visible()
    expect(seite.get_by_label("Oder schreiben Sie Ihre Antwort")).to_have_value("nein")
    seite.get_by_role("button", name="Nein", exact=True).click()
    expect(seite.locator("#frage")).to_have_text(FRAGEN[1].text)


def test_an_empty_answer_asks_kindly_for_one(fenster: Fenster) -> None:
    seite = fenster.als("kunde")
    seite.goto("/gespraech")
    seite.get_by_role("button", name="Senden").click()
    expect(seite.get_by_text("Das habe ich noch nicht")).to_be_visible()
    expect(seite.locator("#frage")).to_have_text(FRAGEN[0].text)


def test_a_session_that_is_over_leads_to_the_sign_in(fenster: Fenster) -> None:
    seite = fenster.als("kunde")
    seite.goto("/gespraech")
    seite.context.clear_cookies()
    seite.get_by_role("button", name="Ja", exact=True).click()
    expect(seite).to_have_url(re.compile("/anmelden$"))


def test_a_pause_is_taken_and_ended(fenster: Fenster) -> None:
    seite = fenster.als("kunde")
    seite.goto("/gespraech")
    seite.get_by_role("button", name="Pause").click()
    expect(seite.locator("#frage")).to_have_text("Sie machen gerade Pause")
    seite.get_by_role("button", name="Weitermachen").click()
    expect(seite.locator("#frage")).to_have_text(FRAGEN[0].text)


def test_an_answer_is_changed_from_the_list(fenster: Fenster, daten: Beispieldaten) -> None:
    daten._antworte(daten.gespraeche["kunde"], FRAGEN[0], "nein")
    seite = fenster.als("kunde")
    seite.goto("/gespraech/antworten")
    seite.get_by_role("button", name="Ändern Erwerbstätig").click()
    expect(seite.locator("#frage")).to_have_text(FRAGEN[0].text)
    expect(seite.get_by_text("Bisher haben Sie gesagt: Nein")).to_be_visible()


def test_what_people_write_is_shown_as_text_only(fenster: Fenster, daten: Beispieldaten) -> None:
    boese = '<img src=x onerror="alert(1)"><form hx-post="/faelle" hx-trigger="load">'
    daten._antworte(daten.gespraeche["kunde"], FRAGEN[0], "nein")
    seite = fenster.als("kunde")
    seite.goto("/gespraech")
    seite.get_by_label("Oder schreiben Sie Ihre Antwort").fill(boese)
    seite.get_by_role("button", name="Senden").click()
    expect(seite.get_by_role("log")).to_contain_text("onerror")
    expect(seite.get_by_role("log").locator("img, form")).to_have_count(0)
    assert fenster.klagen == []
