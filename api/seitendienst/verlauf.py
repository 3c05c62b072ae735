"""The history of a conversation as the page shows it: question, answer, what Lotse said to it."""

from collections.abc import Iterator, Sequence

from actions.auskuenfte import Haus
from actions.nachrichten import AUSWEGE, antwort_auf, fragetext
from api.seiten.ansichten_chat import Nachricht, Sprecher
from casefile.ergebnis import Ergebnis, Folge
from knowledge.leitfaden_modell import Frage, Leitfaden

GESAGT = {
    "zurueck": "Zurück",
    "aendern": "Ich möchte etwas ändern.",
    "beibehalten": "Überspringen",
    "pause": "Pause",
    "fortgesetzt": "Weiter",
    "warum_frage": "Warum fragen Sie das?",
    "hilfe": "Hilfe",
    "mensch_sprechen": "Ich möchte mit einem Menschen sprechen.",
    "wer_bist_du": "Wer sind Sie?",
}
JE_ZUG = 10
VORGELESEN = {"zusammenfassung": "…"}


def zeige_verlauf(haus: Haus, leitfaden: Leitfaden, zuege: Sequence[Ergebnis]) -> tuple[Nachricht, ...]:
    """Give the messages of all turns, numbered so that later turns have higher numbers."""
    vorher: Sequence[Ergebnis | None] = [None, *zuege]
    return tuple(
        Nachricht(nr * JE_ZUG + stelle, von, text)
        for nr, (davor, zug) in enumerate(zip(vorher, zuege, strict=False), start=1)
        for stelle, (von, text) in enumerate(_zug(haus, leitfaden, davor, zug))
    )


def _zug(haus: Haus, leitfaden: Leitfaden, davor: Ergebnis | None, zug: Ergebnis) -> Iterator[tuple[Sprecher, str]]:
    folge = zug.folge
    if folge.art == "aufgenommen" and folge.frage:
        frage = leitfaden.fragen[folge.frage]
        yield "lotse", _gefragt(frage, davor) if davor else frage.wortlaut(zug.lage.rolle)
    gesagt = _gesagt(folge)
    if gesagt:
        yield "person", gesagt
    # A tap stands there as it was given; only what was typed is read back.
    gewaehlt = folge.art == "aufgenommen" and folge.eintrag == "antwort" and folge.wie != "getippt"
    for text in antwort_auf(zug, haus)[1 if gewaehlt else 0 :]:
        yield "lotse", text


def _gefragt(frage: Frage, davor: Ergebnis) -> str:
    # The list that was read out stands under "Meine Antworten"; in the history it would hide the talk.
    return fragetext(frage, davor.lage.model_copy(update={"platzhalter": davor.lage.platzhalter | VORGELESEN}))


def _gesagt(folge: Folge) -> str:
    if folge.art != "aufgenommen":
        return GESAGT.get(folge.thema or folge.art, "")
    if folge.eintrag != "antwort":
        return AUSWEGE.get(folge.eintrag or "", "Überspringen")
    # What was typed is not kept; the read-back says what was understood of it.
    return folge.gelesen if folge.wie != "getippt" else ""
