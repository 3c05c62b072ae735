"""A person at a real site in a real browser: what she taps and types, and what her browser was sent."""

import re
from dataclasses import dataclass, field
from typing import Literal

from playwright.sync_api import Page, Request, expect

from tests.e2e.conftest import AXE

Weg = Literal["tippen", "ankreuzen", "schreiben"]
# What only the Fachkraft may read.
FACHWORT = re.compile(r"profil(lage|ing)|prognose|handlungsbedarf|\w{4,}profil\b|schlüsselgruppe", re.IGNORECASE)


@dataclass
class Mitschnitt:
    """Keeps the bodies of all answers that a page got."""

    offen: list[Request] = field(default_factory=list)
    gelesen: dict[str, int] = field(default_factory=dict)
    funde: list[str] = field(default_factory=list)

    def hoere_zu(self, seite: Page) -> None:
        """Begin."""
        seite.on("requestfinished", lambda anfrage: self.offen.append(anfrage))  # noqa: PLW0108 - needs a function

    def lies(self) -> None:
        """Read what came since the last time; the browser forgets it when the next page comes."""
        while self.offen:
            anfrage = self.offen.pop()
            antwort = anfrage.response()
            if antwort is None or antwort.status in range(300, 400) or "/vendor/" in anfrage.url:
                continue
            text = antwort.text() if "image" not in antwort.headers.get("content-type", "") else ""
            self.gelesen[anfrage.method] = self.gelesen.get(anfrage.method, 0) + 1
            self.funde += [f"{anfrage.url}: {fund.group()}" for fund in FACHWORT.finditer(text)]


@dataclass
class Chat:
    """The conversation on the page."""

    seite: Page
    mitschnitt: Mitschnitt = field(default_factory=Mitschnitt)

    def erwarte(self, frage: str) -> None:
        """Expect a question to be open."""
        expect(self.seite.locator("#frage")).to_contain_text(frage)

    def waehle(self, titel: str) -> None:
        """Tap a choice or a command, and wait for what comes of it."""
        schluessel = self.seite.locator("#eingabe input[name=schluessel]").first
        vorher = schluessel.input_value()
        self.seite.locator("#eingabe").get_by_role("button", name=titel, exact=True).click()
        expect(schluessel).not_to_have_value(vorher)
        self.mitschnitt.lies()

    def kreuze_an(self, *titel: str) -> None:
        """Tick choices and go on."""
        for zeile in titel:
            self.seite.get_by_label(zeile, exact=True).check()
        self.waehle("Weiter")

    def schreibe(self, text: str) -> None:
        """Type an answer and send it."""
        self.seite.locator("#text").fill(text)
        self.waehle("Senden")

    def beantworte(self, frage: str, weg: Weg, *worte: str) -> None:
        """Answer the question that must be open."""
        self.erwarte(frage)
        {"tippen": self.waehle, "ankreuzen": self.kreuze_an, "schreiben": self.schreibe}[weg](*worte)


def pruefe_barrieren(seite: Page) -> None:
    """Let axe look at the address in a page of its own: its styles would break the rules of the page looked at."""
    daneben = seite.context.new_page()
    daneben.goto(seite.url)
    daneben.evaluate(f"{AXE.read_text()};0")
    funde = daneben.evaluate("axe.run(document).then(r => r.violations.map(v => [v.id, v.nodes.map(n => n.html)]))")
    daneben.close()
    assert funde == [], seite.url
