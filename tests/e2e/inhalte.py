"""The contents of the example: a guide with each type of question, needs to assess, and a proposal."""

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import count

from api.seiten import ansichten_chat as chat
from api.seiten import ansichten_vorschlag as vor
from api.seiten.ansichten_fall import Fallkopf, Fallzeile

JETZT = datetime(2026, 11, 20, 9, 5, tzinfo=UTC)
W = chat.Wahlzeile
AUSWEGE = (
    W("weiss_nicht", "Weiß ich nicht"),
    W("keine_angabe", "Möchte ich nicht sagen"),
    W("nur_im_gespraech", "Nur im persönlichen Gespräch"),
)
SCHULE = (
    W("ohne", "Kein Abschluss"),
    W("haupt", "Hauptschulabschluss"),
    W("mittel", "Mittlerer Abschluss"),
    W("abitur", "Fachabitur oder Abitur"),
    W("ausland", "Abschluss aus einem anderen Land"),
)
THEMEN = (
    W("weg", "Weg zur Arbeit"),
    W("betreuung", "Betreuung von Kindern oder Angehörigen"),
    W("wohnen", "Wohnen"),
    W("nichts", "Nichts davon", ausschliesslich=True),
)
FRAGEN = (
    chat.OffeneFrage("f1", "ja_nein", "Arbeiten Sie zurzeit, auch wenige Stunden?", "Ihre Lage", auswege=AUSWEGE),
    chat.OffeneFrage("f2", "auswahl", "Welchen Schulabschluss haben Sie?", "Qualifikation", "", SCHULE, AUSWEGE),
    chat.OffeneFrage(
        "f3",
        "mehrfach",
        "Welche Themen spielen für Ihre Arbeit eine Rolle?",
        "Alltag",
        "Diese Angabe ist freiwillig. Kreuzen Sie nur an, was Sie möchten.",
        THEMEN,
        AUSWEGE,
    ),
    chat.OffeneFrage(
        "f4", "zahl", "Wie viele Stunden in der Woche?", "Alltag", einheit="Stunden", minimum=0, maximum=60
    ),
    chat.OffeneFrage("f5", "dauer", "Wie viel Praxis haben Sie in diesem Beruf?", "Erfahrung", auswege=AUSWEGE),
    chat.OffeneFrage("f6", "datum", "Ab wann können Sie arbeiten?", "Erfahrung", fruehestens=date(2026, 11, 20)),
    chat.OffeneFrage("f7", "text", "Was ist Ihnen für das Gespräch wichtig?", "Ihr Gespräch", auswege=AUSWEGE),
)
KURZ = ("Erwerbstätig", "Schulabschluss", "Themen", "Wochenstunden", "Praxis", "Arbeit möglich ab", "Anliegen")
BEDARFE = {
    "Qualifikation": (("Q1", "Schulische Qualifikation"), ("Q2", "Berufliche Qualifikation")),
    "Leistungsfähigkeit": (("L3", "Arbeits- und Sozialverhalten"),),
    "Motivation": (("M1", "Eigeninitiative/Arbeitshaltung"),),
    "Rahmenbedingungen": (("R2", "Örtliche Mobilität"), ("R4", "Familiäre Situation (inkl. Betreuungsverhältnisse)")),
}
PROGNOSEN = (
    W("integration_bis_6", "Arbeit am 1. Arbeitsmarkt bis 6 Monate"),
    W("integration_bis_12", "Arbeit am 1. Arbeitsmarkt bis 12 Monate"),
    W("integration_ueber_12", "Arbeit am 1. Arbeitsmarkt über 12 Monate"),
)
ZEILEN = (
    Fallzeile("a1", "F-0001", "Amira Yıldız", "SGB II", "vorbereitet", JETZT, 4),
    Fallzeile("a2", "F-0002", "Jörg Müller-Schönfeld", "SGB III", "entwurf", JETZT, 0),
    Fallzeile("a3", "F-0003", "Łucja Kowalska", "", "neu"),
)


class Gespraech:
    """One conversation: the answers so far and what was said."""

    def __init__(self) -> None:
        self.nr = count(1)
        self.nachrichten: list[chat.Nachricht] = []
        self.antworten: dict[str, str] = {}
        self.wiederholt: str | None = None
        self.pausiert = False

    def sage(self, von: chat.Sprecher, text: str) -> None:
        self.nachrichten.append(chat.Nachricht(next(self.nr), von, text, JETZT))

    def frage(self) -> chat.OffeneFrage | None:
        if self.wiederholt:
            return next(replace(f, bisher=self.antworten[f.id]) for f in FRAGEN if f.id == self.wiederholt)
        return next((frage for frage in FRAGEN if frage.id not in self.antworten), None)


def vorschlag(kopf: Fallkopf, entscheidung: vor.Entscheidungsansicht | None) -> vor.Vorschlagsansicht:
    teil = (
        vor.Strategiezeile("Berufliche (Teil-) Qualifikation realisieren"),
        vor.Strategiezeile("Absolventenmanagement", True),
    )
    return vor.Vorschlagsansicht(
        kopf,
        "Förderprofil",
        "Integrationskonzept 4.0",
        date(2026, 11, 20),
        True,
        (
            vor.Grund(
                "PL-03",
                "Integrationskonzept 4.0, 2.1.1",
                "Arbeit ist bis 12 Monate möglich, und der Schwerpunkt liegt in der Qualifikation.",
            ),
        ),
        (W("marktprofil", "Marktprofil"), W("foerderprofil", "Förderprofil"), W("n", "N: Noch nicht festgelegt")),
        kandidaten=(vor.Kandidat("Aktivierungsprofil", ("Schwerpunkt in der Motivation",)),),
        hinweise=(
            vor.Hinweis(
                "bedarf_unklar", "Die örtliche Mobilität ist noch unklar.", "Wie weit können Sie zur Arbeit fahren?"
            ),
        ),
        gegenproben=(vor.Gegenprobe("Prognose: über 12 Monate", "Entwicklungsprofil"),),
        strategien=(vor.Bedarfsstrategien("Berufliche Qualifikation", "Qualifikation", teil),),
        uebergreifend=("Vermittlung",),
        nicht_waehlbar=(vor.Ausschluss("Berufsausbildung vorbereiten", "Nur in der Berufsberatung oder bei Reha."),),
        reihenfolge=("Rahmenbedingungen", "Qualifikation"),
        zieloptionen=("Tätigkeit lokal (TPB)",),
        klaerung=(vor.Hinweis("klaerung", "Örtliche Mobilität, bis zum nächsten Gespräch."),),
        fristen=(vor.Frist("Kooperationsplan überprüfen", date(2027, 5, 20)),),
        entscheidung=entscheidung,
    )
