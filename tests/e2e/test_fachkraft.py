"""The Fachkraft's way through a case in a real browser."""

from playwright.sync_api import expect

from tests.e2e.conftest import Fenster
from tests.e2e.inhalte import FRAGEN
from tests.e2e.seitenbeispiel import Beispieldaten


def test_signing_in_needs_the_right_password(fenster: Fenster) -> None:
    seite = fenster.als(None)
    seite.goto("/")
    seite.get_by_label("Anmeldename").fill("lind")
    seite.get_by_label("Passwort").fill("falsch")
    seite.get_by_role("button", name="Anmelden").click()
    expect(seite.get_by_role("alert")).to_contain_text("stimmt nicht")
    expect(seite.get_by_label("Anmeldename")).to_have_value("lind")
    seite.get_by_label("Passwort").fill("richtig")
    seite.get_by_role("button", name="Anmelden").click()
    expect(seite.get_by_role("heading", name="Ihre Fälle")).to_be_visible()


def test_cases_are_found_by_name_and_filtered_by_state(fenster: Fenster) -> None:
    seite = fenster.als("fachkraft")
    seite.goto("/faelle")
    expect(seite.get_by_role("row")).to_have_count(4)
    seite.get_by_label("Name oder Fallnummer").fill("müller")
    seite.get_by_role("button", name="Suchen").click()
    expect(seite.get_by_role("row")).to_have_count(2)
    seite.get_by_role("link", name="Vorbereitet").click()
    expect(seite.get_by_text("Kein Fall passt zu Ihrer Suche")).to_be_visible()
    seite.get_by_role("link", name="Alle Fälle anzeigen").click()
    expect(seite.get_by_role("row")).to_have_count(4)


def test_a_new_case_with_half_an_appointment_says_what_is_missing(fenster: Fenster) -> None:
    seite = fenster.als("fachkraft")
    seite.goto("/faelle/neu")
    seite.get_by_label("Vor- und Nachname").fill("Ayşe Demir")
    seite.get_by_label("Uhrzeit").fill("09:30")
    seite.get_by_role("button", name="Fall anlegen").click()
    expect(seite.get_by_role("alert")).to_contain_text("Tag und Uhrzeit")
    expect(seite.get_by_label("Vor- und Nachname")).to_have_value("Ayşe Demir")
    seite.get_by_label("Tag").fill("2026-12-03")
    seite.get_by_role("button", name="Fall anlegen").click()
    expect(seite.get_by_role("heading", name="Übersicht")).to_be_visible()


def test_the_personal_link_is_shown_once(fenster: Fenster) -> None:
    seite = fenster.als("fachkraft")
    seite.goto("/faelle/a1")
    seite.get_by_role("button", name="Neuen Link ausstellen").click()
    expect(seite.get_by_label("Persönlicher Link")).to_have_value("https://lotse.example/k/gueltig")
    seite.goto("/faelle/a1")
    expect(seite.get_by_label("Persönlicher Link")).to_have_count(0)


def test_the_same_chat_serves_the_guide(fenster: Fenster) -> None:
    seite = fenster.als("fachkraft")
    seite.goto("/faelle/a1/gespraech")
    seite.get_by_role("button", name="Nein", exact=True).click()
    expect(seite.locator("#frage")).to_have_text(FRAGEN[1].text)
    expect(seite.get_by_role("button", name="Mit einem Menschen sprechen")).to_have_count(0)
    assert fenster.klagen == []


def test_the_proposal_shows_only_after_the_own_assessment_and_nothing_is_preselected(
    fenster: Fenster, daten: Beispieldaten
) -> None:
    seite = fenster.als("fachkraft")
    seite.goto("/faelle/a1/vorschlag")
    expect(seite.get_by_text("Förderprofil")).to_have_count(0)
    seite.get_by_role("link", name="Zur Einschätzung").click()
    expect(seite.locator("main input:checked")).to_have_count(0)
    bedarf = seite.get_by_role("group", name="Berufliche Qualifikation")
    bedarf.get_by_label("Festgestellt, schwer").check()
    seite.get_by_role("button", name="Einschätzung speichern").click()
    expect(seite.get_by_role("alert")).to_contain_text("Zielberuf")
    expect(bedarf.get_by_label("Festgestellt, schwer")).to_be_checked()
    seite.get_by_label("Zielberuf oder Zieltätigkeit").fill("Verkäuferin")
    seite.get_by_role("button", name="Einschätzung speichern").click()
    expect(seite.get_by_role("heading", name="Vorgeschlagen wird: Förderprofil")).to_be_visible()
    expect(seite.locator("main input:checked")).to_have_count(0)
    assert daten.einschaetzung_da
    assert daten.einschaetzung_da.bedarfe == {"q2": "schwer"}


def test_a_decision_needs_a_choice_and_a_reason(fenster: Fenster, daten: Beispieldaten) -> None:
    daten.schaetze_ein()
    seite = fenster.als("fachkraft")
    seite.goto("/faelle/a1/vorschlag")
    seite.get_by_role("button", name="Entscheidung festhalten").click()
    expect(seite.get_by_role("alert")).to_contain_text("begründen")
    seite.get_by_label("Ich folge dem Vorschlag").check()
    seite.get_by_label("Warum entscheiden Sie so?").fill("Der Abschluss fehlt.")
    seite.get_by_role("button", name="Entscheidung festhalten").click()
    expect(seite.get_by_text("Sie haben entschieden: Förderprofil")).to_be_visible()


def test_a_note_is_drafted_edited_and_finished_after_asking_again(fenster: Fenster, daten: Beispieldaten) -> None:
    seite = fenster.als("fachkraft")
    seite.goto("/faelle/a1/vermerk")
    seite.get_by_role("button", name="Entwurf erstellen").click()
    expect(seite.get_by_text("Veraltet:")).to_be_visible()
    seite.get_by_label("Satz 1").fill("Zielberuf ist Verkäuferin.")
    seite.get_by_role("button", name="Vermerk abschließen").click()
    expect(seite.get_by_role("dialog")).to_contain_text("noch nicht gespeichert")
    seite.get_by_role("button", name="Noch nicht").click()
    seite.get_by_role("button", name="Entwurf speichern").click()
    expect(seite.get_by_text("Der Entwurf ist gespeichert.")).to_be_visible()
    seite.get_by_role("button", name="Vermerk abschließen").click()
    seite.get_by_role("dialog").get_by_role("button", name="Jetzt abschließen").click()
    expect(seite.get_by_text("Abgeschlossen von Petra Lind am")).to_be_visible()
    expect(seite.get_by_text("Zielberuf ist Verkäuferin.", exact=True)).to_be_visible()
    expect(seite.locator("main textarea")).to_have_count(0)
    assert fenster.klagen == []


def test_a_customer_can_not_open_staff_pages(fenster: Fenster) -> None:
    seite = fenster.als("kunde")
    for weg in ("/faelle", "/faelle/a1", "/faelle/a1/vorschlag", "/faelle/a1/vermerk"):
        antwort = seite.goto(weg)
        assert antwort
        assert antwort.status == 403


def test_the_administration_is_told_where_its_work_is_done(fenster: Fenster) -> None:
    seite = fenster.als("verwaltung")
    seite.goto("/")
    expect(seite.get_by_text("lotse users")).to_be_visible()
    expect(seite.get_by_role("link", name="Fälle")).to_have_count(0)


def test_the_case_page_prints_without_menus_and_buttons(fenster: Fenster) -> None:
    seite = fenster.als("fachkraft")
    seite.goto("/faelle/a1")
    seite.emulate_media(media="print")
    expect(seite.get_by_text("Mittlerer Abschluss").first).to_be_visible()
    expect(seite.locator("nav:visible, button:visible, footer:visible")).to_have_count(0)
