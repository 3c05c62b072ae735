"""Each page at phone and desktop size: no axe finding, nothing in the console, nothing wider than the screen."""

import pytest

from tests.e2e.conftest import AXE, Fenster
from tests.e2e.inhalte import FRAGEN
from tests.e2e.seitenbeispiel import Beispieldaten

# Session, address, and how far the example is: answers given, and whether assessment and note are there.
SEITEN = {
    "Anmelden": (None, "/anmelden", 0, ""),
    "Link abgelaufen": (None, "/k/falsch", 0, ""),
    "Frage mit Ja und Nein": ("kunde", "/gespraech", 0, ""),
    "Frage mit Auswahl": ("kunde", "/gespraech", 1, ""),
    "Frage zum Ankreuzen": ("kunde", "/gespraech", 2, ""),
    "Frage nach einer Zahl": ("kunde", "/gespraech", 3, ""),
    "Frage nach einem Tag": ("kunde", "/gespraech", 5, ""),
    "Frage zum Schreiben": ("kunde", "/gespraech", 6, ""),
    "Letzte Frage vorbei": ("kunde", "/gespraech", 7, ""),
    "Meine Antworten": ("kunde", "/gespraech/antworten", 3, ""),
    "Fallliste": ("fachkraft", "/faelle", 0, ""),
    "Kein Treffer": ("fachkraft", "/faelle?suche=xyz", 0, ""),
    "Neuer Fall": ("fachkraft", "/faelle/neu", 0, ""),
    "Fallseite": ("fachkraft", "/faelle/a1", 0, ""),
    "Leitfaden": ("fachkraft", "/faelle/a1/gespraech", 0, ""),
    "Einschätzung": ("fachkraft", "/faelle/a1/einschaetzung", 0, ""),
    "Vorschlag gesperrt": ("fachkraft", "/faelle/a1/vorschlag", 0, ""),
    "Vorschlag": ("fachkraft", "/faelle/a1/vorschlag", 0, "einschaetzung"),
    "Kein Vermerk": ("fachkraft", "/faelle/a1/vermerk", 0, ""),
    "Entwurf": ("fachkraft", "/faelle/a1/vermerk", 0, "vermerk"),
    "Verwaltung": ("verwaltung", "/", 0, ""),
    "Impressum": (None, "/impressum", 0, ""),
    "Datenschutz": (None, "/datenschutz", 0, ""),
    "Barrierefreiheit": (None, "/barrierefreiheit", 0, ""),
    "Nicht erlaubt": ("kunde", "/faelle", 0, ""),
    "Nicht gefunden": (None, "/gibt-es-nicht", 0, ""),
    "Falscher Weg": (None, "/gespraech/zug", 0, ""),
    "Störung": ("fachkraft", "/faelle/kaputt", 0, ""),
    "Ohne Verbindung": (None, "/static/offline.html", 0, ""),
}
ABSICHTLICH = "Failed to load resource: the server responded with a status of 4", "status of 500"


def richte_ein(daten: Beispieldaten, antworten: int, stand: str) -> None:
    for frage in FRAGEN[:antworten]:
        daten._antworte(daten.gespraeche["kunde"], frage, "nein")
    if stand == "einschaetzung":
        daten.schaetze_ein()
    if stand == "vermerk":
        daten.vermerk_erstellen(daten.besucher("fachkraft"), "a1")


@pytest.mark.parametrize("groesse", ["handy", "schreibtisch"])
@pytest.mark.parametrize("name", SEITEN)
def test_page_is_free_of_barriers_and_complaints(
    fenster: Fenster, daten: Beispieldaten, name: str, groesse: str
) -> None:
    sitzung, adresse, antworten, stand = SEITEN[name]
    richte_ein(daten, antworten, stand)
    seite = fenster.als(sitzung, groesse=groesse)
    seite.goto(adresse)
    # Evaluated by the browser's own tools, so the page's strict rules stay as they are.
    seite.evaluate(f"{AXE.read_text()};0")
    funde = seite.evaluate("axe.run(document).then(r => r.violations.map(v => [v.id, v.nodes.map(n => n.html)]))")
    assert funde == []
    assert seite.evaluate("document.documentElement.scrollWidth <= innerWidth"), "wider than the screen"
    assert [klage for klage in fenster.klagen if not any(teil in klage for teil in ABSICHTLICH)] == []


@pytest.mark.parametrize("name", ["Frage mit Auswahl", "Fallseite", "Vorschlag"])
def test_dark_colours_have_enough_contrast(fenster: Fenster, daten: Beispieldaten, name: str) -> None:
    sitzung, adresse, antworten, stand = SEITEN[name]
    richte_ein(daten, antworten, stand)
    seite = fenster.als(sitzung, color_scheme="dark")
    seite.goto(adresse)
    seite.evaluate(f"{AXE.read_text()};0")
    assert seite.evaluate("axe.run(document).then(r => r.violations.map(v => v.id))") == []


def test_each_page_has_language_title_landmarks_and_a_way_past_the_menu(fenster: Fenster) -> None:
    seite = fenster.als("kunde")
    seite.goto("/gespraech")
    assert seite.evaluate("document.documentElement.lang") == "de"
    assert seite.title() == "Ihr erstes Gespräch vorbereiten – Lotse"
    assert [seite.locator(marke).count() for marke in ("header", "main", "footer")] == [1, 1, 1]
    seite.keyboard.press("Tab")
    assert seite.evaluate("document.activeElement.textContent") == "Zum Inhalt springen"
    seite.keyboard.press("Enter")
    assert seite.evaluate("document.activeElement.id") == "inhalt"


@pytest.mark.parametrize("antworten", range(8))
def test_touch_targets_of_the_chat_are_large_enough(fenster: Fenster, daten: Beispieldaten, antworten: int) -> None:
    richte_ein(daten, antworten, "")
    seite = fenster.als("kunde", groesse="handy")
    seite.goto("/gespraech")
    hoehen = seite.evaluate(
        "[...document.querySelectorAll('main button, main input:not([type=hidden]):not([type=checkbox]), main a')]"
        ".map(e => [e.textContent || e.name, e.getBoundingClientRect().height]).filter(([, h]) => h < 44)"
    )
    assert hoehen == []
