"""A newcomer's way through the whole site: from signing in to the finished note."""

from datetime import timedelta
from uuid import uuid4

from playwright.sync_api import Page, expect

from casefile import konten
from casefile.modelle_basis import Rolle
from tests.e2e.begleitung import FACHWORT, Chat, pruefe_barrieren
from tests.e2e.conftest import Fenster
from tests.standort import Standort

GESTRICHEN = "Schaustellerei"
PERSOENLICH = "schwerfallen"
# The decision without a reason is refused on purpose.
ABSICHTLICH = "the server responded with a status of 422"
ERSTE_HAELFTE = [
    ("Was können Sie in diesem Beruf", "ankreuzen", "Planen und ordnen", "Mit den Händen arbeiten"),
    ("Was loben andere", "ankreuzen", "Gut im Team"),
    ("Haben Sie einen Berufsabschluss", "tippen", "Kein Abschluss"),
]
ZWEITE_HAELFTE = [
    ("Wie lange haben Sie", "tippen", "Ein bis drei Jahre"),
    ("Was fehlt Ihnen", "schreiben", "ein Abschluss"),
    ("Gibt es in diesem Beruf Aufgaben", "tippen", "Nur im persönlichen Gespräch"),
    ("Was haben Sie in den letzten Wochen", "ankreuzen", "Stellen gesucht"),
    ("Möchten Sie für die Arbeit etwas Neues", "tippen", "Ja, gern"),
    ("Wie können Sie zur Arbeit", "schreiben", "mit dem Rad oder Bus"),
]
LETZTE = [
    ("Zu welchen Zeiten", "ankreuzen", "Vormittags"),
    ("Gibt es im Alltag etwas", "tippen", "Nein"),
]
ZIEL = [
    ("Ist eine Maßnahme", "tippen", "Nein"),
    ("Welches Ziel", "tippen", "Tätigkeit lokal (TPB)"),
    ("Sieht die Person das Ziel", "schreiben", "ja, genauso"),
]
VERMERK = (
    "Zielberuf: Koch",
    "Berufliche Qualifikation",
    "Gut im Team",
    "Fazit",
    "Profillage: Förder",
    "Vereinbartes Ziel",
)


def test_a_new_case_from_sign_in_to_the_finished_note(vor_ort: Fenster, standort: Standort) -> None:
    fachkraft = melde_an(vor_ort, standort)
    link = lege_fall_an(fachkraft, standort)
    kunde = vor_ort.als(None, groesse="handy", has_touch=True)
    chat = Chat(kunde)
    chat.mitschnitt.hoere_zu(kunde)
    kunde.goto(link)

    bereitet_vor(chat)
    gibt_frei(chat)

    assert chat.mitschnitt.funde == []
    assert chat.mitschnitt.gelesen["POST"] > 20
    sieht_nur_freigegebenes(fachkraft)
    schaetzt_ein(fachkraft)
    entscheidet(fachkraft)
    schliesst_ab(fachkraft)
    assert [klage for klage in vor_ort.klagen if ABSICHTLICH not in klage] == []


def melde_an(vor_ort: Fenster, standort: Standort) -> Page:
    name = f"fk-{uuid4().hex[:8]}"
    with standort.akte.schreibend.begin() as s:
        passwort = konten.lege_an(s, name, "Petra Lind", Rolle.FACHKRAFT, standort.akte.uhr()).passwort
    seite = vor_ort.als(None)
    seite.goto("/")
    seite.get_by_label("Anmeldename").fill(name)
    seite.get_by_label("Passwort").fill(passwort)
    seite.get_by_role("button", name="Anmelden").click()
    expect(seite.get_by_text("Sie haben noch keine Fälle")).to_be_visible()
    pruefe_barrieren(seite)
    return seite


def lege_fall_an(seite: Page, standort: Standort) -> str:
    seite.get_by_role("link", name="Neuer Fall").first.click()
    seite.get_by_label("Vor- und Nachname").fill("Jonas Probe")
    seite.get_by_label("SGB III").check()
    seite.get_by_label("Tag").fill((standort.akte.heute() + timedelta(days=9)).isoformat())
    seite.get_by_label("Uhrzeit").fill("09:30")
    pruefe_barrieren(seite)
    seite.get_by_role("button", name="Fall anlegen").click()
    expect(seite.get_by_text("9:30 Uhr")).to_be_visible()
    seite.get_by_role("button", name="Persönlichen Link ausstellen").click()
    return seite.get_by_label("Persönlicher Link").input_value()


def bereitet_vor(chat: Chat) -> None:
    seite = chat.seite
    pruefe_barrieren(seite)
    chat.beantworte("Möchten Sie beginnen?", "tippen", "Ja, beginnen")
    chat.beantworte("feste Zusage", "tippen", "Nein, keine Zusage")
    chat.beantworte("Arbeiten Sie zurzeit", "tippen", "Hilfe")
    expect(seite.get_by_role("log")).to_contain_text("Minijob")
    chat.beantworte("Arbeiten Sie zurzeit", "schreiben", "nein, gerade nicht")
    chat.beantworte("Was war Ihre letzte Arbeit", "tippen", "Warum fragen Sie das?")
    pruefe_barrieren(seite)
    chat.beantworte("Was war Ihre letzte Arbeit", "schreiben", GESTRICHEN)
    chat.beantworte("In welchem Beruf sehen Sie", "schreiben", "Kellner")
    chat.beantworte("Was können Sie in diesem Beruf", "tippen", "Zurück")
    expect(seite.get_by_text("Bisher haben Sie gesagt: Kellner")).to_be_visible()
    chat.beantworte("In welchem Beruf sehen Sie", "schreiben", "Koch")
    for zeile in ERSTE_HAELFTE:
        chat.beantworte(*zeile)
    seite.reload()
    chat.mitschnitt.lies()
    chat.beantworte("Welchen Schulabschluss", "schreiben", "Hauptschuhle")
    expect(seite.get_by_role("log")).to_contain_text("Schulabschluss: Hauptschule")
    for zeile in ZWEITE_HAELFTE:
        chat.beantworte(*zeile)
    chat.beantworte("Könnten Sie für eine Arbeit umziehen", "tippen", "Pause")
    pruefe_barrieren(seite)
    chat.beantworte("Sie machen gerade Pause", "tippen", "Weitermachen")
    chat.beantworte("Könnten Sie für eine Arbeit umziehen", "tippen", "Ja")
    aendert(chat)
    for zeile in LETZTE:
        chat.beantworte(*zeile)


def aendert(chat: Chat) -> None:
    seite = chat.seite
    seite.get_by_role("link", name="Meine Antworten").click()
    expect(seite.get_by_role("heading", name="Meine Antworten")).to_be_visible()
    pruefe_barrieren(seite)
    chat.mitschnitt.lies()
    seite.get_by_role("button", name="Ändern Umzug möglich").click()
    chat.beantworte("Könnten Sie für eine Arbeit umziehen", "tippen", "Nein")


def gibt_frei(chat: Chat) -> None:
    seite = chat.seite
    chat.erwarte("Das haben Sie mir gesagt:")
    zeilen = seite.locator("#eingabe dl > div")
    expect(zeilen.filter(has_text="Wunschberuf")).to_have_text("WunschberufKoch")
    expect(zeilen.filter(has_text="Umzug möglich")).to_have_text("Umzug möglichNein")
    pruefe_barrieren(seite)
    chat.waehle("Etwas streichen")
    pruefe_barrieren(seite)
    chat.beantworte("Was soll ich streichen", "ankreuzen", f"Letzte Arbeit: {GESTRICHEN}")
    chat.erwarte("Das war die letzte Frage")
    seite.get_by_role("link", name="Meine Antworten ansehen").click()
    expect(seite.locator("dl > div").filter(has_text=GESTRICHEN)).to_contain_text("Gestrichen")
    chat.mitschnitt.lies()


def sieht_nur_freigegebenes(seite: Page) -> None:
    seite.get_by_role("link", name="Übersicht").click()
    expect(seite.locator("dl > div").filter(has_text="Wunschberuf")).to_contain_text("Koch")
    expect(seite.get_by_text("Nur persönlich besprechen")).to_be_visible()
    pruefe_barrieren(seite)
    fall = seite.url
    for ende in ("", "/gespraech", "/einschaetzung", "/vorschlag", "/vermerk"):
        seite.goto(fall + ende)
        assert GESTRICHEN.lower() not in seite.content().lower(), ende
    seite.goto(f"{fall}/vorschlag")
    expect(seite.get_by_text("Zuerst kommt Ihre eigene Einschätzung")).to_be_visible()


def schaetzt_ein(seite: Page) -> None:
    seite.get_by_role("link", name="Zur Einschätzung").click()
    expect(seite.get_by_text("Beantworten Sie im Gespräch zuerst")).to_be_visible()
    seite.get_by_role("link", name="Zum Gespräch").click()
    chat = Chat(seite)
    chat.beantworte("Warum führen Sie", "tippen", "Erstaufnahme")
    chat.beantworte("Kommt eine besondere Lage", "schreiben", "nein")
    pruefe_barrieren(seite)
    seite.get_by_role("link", name="Einschätzung").click()
    seite.get_by_label("Zielberuf oder Zieltätigkeit").fill("Koch")
    pruefe_barrieren(seite)
    for stufe in seite.get_by_label("Kein Bedarf", exact=True).all():
        stufe.check()
    seite.get_by_role("group", name="Berufliche Qualifikation Q2").get_by_label("Festgestellt", exact=True).check()
    seite.get_by_label("Arbeit in höchstens 12 Monaten").check()
    seite.get_by_role("group", name="Wie ist der Arbeitsmarkt").get_by_label("Normal").check()
    seite.get_by_role("button", name="Einschätzung speichern").click()


def entscheidet(seite: Page) -> None:
    expect(seite.get_by_role("heading", name="Vorgeschlagen wird: Förderprofil")).to_be_visible()
    expect(seite.get_by_text("Quelle: Integrationskonzept 4.0, 2.1.1").first).to_be_visible()
    assert FACHWORT.search(seite.content()), "what the customer's pages are searched for is found where it belongs"
    pruefe_barrieren(seite)
    seite.get_by_label("Ich entscheide anders").check()
    seite.get_by_label("Profillage, wenn Sie anders entscheiden").select_option(label="Entwicklungsprofil")
    seite.get_by_role("button", name="Entscheidung festhalten").click()
    expect(seite.get_by_role("alert")).to_contain_text("begründen")
    seite.get_by_label("Ich folge dem Vorschlag").check()
    seite.get_by_label("Warum entscheiden Sie so?").fill("Die Teilqualifikation läuft im Frühjahr.")
    seite.get_by_role("button", name="Entscheidung festhalten").click()
    expect(seite.get_by_text("Sie haben entschieden: Förderprofil")).to_be_visible()


def schliesst_ab(seite: Page) -> None:
    seite.get_by_role("link", name="Gespräch").click()
    chat = Chat(seite)
    for zeile in ZIEL:
        chat.beantworte(*zeile)
    seite.get_by_role("link", name="Vermerk").click()
    seite.get_by_role("button", name="Entwurf erstellen").click()
    saetze = [feld.input_value() for feld in seite.get_by_label("Satz").all()]
    for wort in VERMERK:
        assert any(wort in satz for satz in saetze), f"{wort}: {saetze}"
    assert not any(PERSOENLICH in satz for satz in saetze)
    pruefe_barrieren(seite)
    seite.get_by_label("Satz 1", exact=True).fill("Zielberuf ist Koch in einer Kantine.")
    seite.get_by_role("button", name="Entwurf speichern").click()
    expect(seite.get_by_text("Der Entwurf ist gespeichert.")).to_be_visible()
    seite.get_by_role("button", name="Vermerk abschließen").click()
    seite.get_by_role("dialog").get_by_role("button", name="Jetzt abschließen").click()
    expect(seite.get_by_text("Abgeschlossen von Petra Lind am")).to_be_visible()
    expect(seite.get_by_text("Zielberuf ist Koch in einer Kantine.", exact=True)).to_be_visible()
    pruefe_barrieren(seite)
    nicht_mehr_zu_aendern(seite)


def nicht_mehr_zu_aendern(seite: Page) -> None:
    expect(seite.locator("main textarea, main button[type=submit]")).to_have_count(0)
    koepfe = {"Origin": seite.url.partition("/faelle")[0]}
    antwort = seite.request.post(
        seite.url.split("?")[0], form={"fassung": "2", "satz-zielberuf-1": "Anders"}, headers=koepfe
    )
    assert antwort.status == 422
    seite.reload()
    expect(seite.get_by_text("Zielberuf ist Koch in einer Kantine.", exact=True)).to_be_visible()
