"""When parts of the site die in the middle of a conversation."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.begleitung import Chat
from tests.e2e.conftest import Fenster
from tests.standort import Standort, laufender_standort


@pytest.fixture(scope="module")
def eigener(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Standort]:
    """A site that may be broken: nobody else uses it."""
    with laufender_standort(tmp_path_factory.mktemp("ausfall")) as laufend:
        yield laufend


@pytest.fixture
def chat(chromium: Browser, eigener: Standort) -> Iterator[Chat]:
    fachkraft = eigener.fachkraft()
    person = eigener.kunde(fachkraft, eigener.fall(fachkraft))
    fenster = Fenster(chromium, eigener.adresse)
    seite = fenster.als(person.client.headers["Authorization"].removeprefix("Bearer "), groesse="handy")
    seite.goto("/gespraech")
    yield Chat(seite)
    for kontext in fenster.kontexte:
        kontext.close()


def test_without_the_engine_taps_go_on_and_typed_text_stays(chat: Chat, eigener: Standort) -> None:
    seite = chat.seite
    eigener.toete("engine")
    chat.beantworte("Möchten Sie beginnen?", "tippen", "Ja, beginnen")
    chat.beantworte("feste Zusage", "schreiben", "leider nicht")
    expect(seite.get_by_text("Ich kann gerade keine geschriebenen Antworten lesen")).to_be_visible()
    expect(seite.locator("#text")).to_have_value("leider nicht")
    chat.beantworte("feste Zusage", "tippen", "Warum fragen Sie das?")
    chat.beantworte("feste Zusage", "tippen", "Nein, keine Zusage")
    chat.beantworte("Arbeiten Sie zurzeit", "tippen", "Zurück")
    chat.beantworte("feste Zusage", "tippen", "Nein, keine Zusage")
    chat.beantworte("Arbeiten Sie zurzeit", "schreiben", "nein")
    expect(seite.locator("#text")).to_have_value("nein")
    eigener.starte("engine")
    chat.waehle("Senden")
    chat.erwarte("Was war Ihre letzte Arbeit")
    expect(seite.get_by_text("Ich kann gerade keine geschriebenen")).to_have_count(0)


def test_without_the_web_process_the_page_says_so_and_the_same_text_is_sent_again(
    chat: Chat, eigener: Standort
) -> None:
    seite = chat.seite
    chat.waehle("Ja, beginnen")
    eigener.toete("web")
    seite.locator("#text").fill("nein, noch nichts")
    seite.get_by_role("button", name="Senden").click()
    expect(seite.get_by_text("Ihre Antwort ist noch nicht angekommen")).to_be_visible()
    expect(seite.locator("#text")).to_have_value("nein, noch nichts")
    eigener.starte("web")
    chat.waehle("Senden")
    chat.erwarte("Arbeiten Sie zurzeit")
    expect(seite.get_by_role("log")).to_contain_text("Feste Zusage: Nein, keine Zusage")
    expect(seite.get_by_text("noch nicht angekommen")).to_have_count(0)
