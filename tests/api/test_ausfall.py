"""Processes that die in the middle: what was acknowledged stays, taps go on, and text comes back."""

from collections.abc import Iterator
from itertools import count
from threading import Timer
from typing import Any
from uuid import uuid4

import httpx
import pytest

from tests.api.antippen import aufgezeichnet, tippe_bis
from tests.standort import Standort, Zugang, laufender_standort

# A way through the interview that meets every type of question, and edits.
WERTE: dict[str, Any] = {
    "e1a": "neue_arbeit",
    "e6a": "angestellt",
    "e11": ["buero", "zahlen"],
    "e17a": ["nachweis", "deutsch", "fremdsprache"],
    "e22": "ja",
    "e33a": True,
    "e33": ["weg", "betreuung", "geld"],
    "e47a": "streichen",
    "e47b": ["e8a"],
}
FACHKRAFT: dict[str, Any] = {"g6a": "wiedermeldung", "g5": "ja", "g6b": "2020-01-31", "g6f": "ja"}


@pytest.fixture(scope="module")
def eigener_standort(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Standort]:
    """A site of its own, since its processes are killed."""
    with laufender_standort(tmp_path_factory.mktemp("ausfall")) as laufend:
        yield laufend


@pytest.fixture
def neuer_kunde(eigener_standort: Standort) -> tuple[Zugang, str]:
    """A customer with a fresh case, and the case's id."""
    fachkraft = eigener_standort.fachkraft()
    fall_id = eigener_standort.fall(fachkraft)
    kunde = eigener_standort.kunde(fachkraft, fall_id)
    kunde.beginne(fall_id)
    return kunde, fall_id


def antippen(standort: Standort) -> list[list[dict[str, Any]]]:
    """Lead customer and Fachkraft through whole interviews by taps and commands; gives all messages."""
    fachkraft = standort.fachkraft()
    fall_id = standort.fall(fachkraft)
    kunde = standort.kunde(fachkraft, fall_id)
    antworten = []
    kunde.beginne(fall_id)
    antworten += tippe_bis(kunde, "e8a", WERTE)
    for befehl in ("warum", "hilfe", "wiederholen", "wer_bist_du", "zusammenfassung", "pause", "fortsetzen", "zurueck"):
        antworten.append(kunde.befiehl(befehl))
    antworten += tippe_bis(kunde, None, WERTE)
    antworten.append(kunde.befiehl("aendern"))
    antworten.append(kunde.befiehl("aendern", ziel="e1a"))
    antworten += tippe_bis(kunde, None, {**WERTE, "e1a": "nein"})
    fachkraft.beginne(fall_id)
    antworten += tippe_bis(fachkraft, None, FACHKRAFT)
    return [antwort["nachrichten"] for antwort in antworten]


def test_without_the_engine_taps_go_on_with_the_same_replies_and_text_waits(
    eigener_standort: Standort, neuer_kunde: tuple[Zugang, str]
) -> None:
    standort, (kunde, fall_id) = eigener_standort, neuer_kunde
    mit_engine = antippen(standort)
    kunde.sage("Ja, beginnen")
    kunde.sage("nein")
    schluessel = str(uuid4())
    getippt = kunde.zug(schluessel=schluessel, text="ich bin arbeitslos")
    assert getippt.json()["nachrichten"][-1]["frage"] == "e8a"

    standort.toete("engine")
    assert standort.client().get("/readyz").status_code == 503
    assert standort.client().get("/readyz").json() == {"bereit": False, "datenbank": True, "sprachmodul": False}
    assert standort.client().get("/healthz").status_code == 200
    assert kunde.zug(schluessel=schluessel, wert="nein").json() == getippt.json()
    kunde.gespraech = getippt.json()
    text = kunde.zug(text="Lagerhelfer")
    assert (text.status_code, text.json()["code"]) == (503, "engine_fehlt")
    assert "gespeichert" in text.json()["detail"]
    kunde.waehle("Lagerhelfer")
    assert kunde.frage == "e9"
    assert antippen(standort) == mit_engine

    standort.starte("engine")
    assert standort.client().get("/readyz").json()["bereit"]
    assert kunde.sage("Lagerist")["nachrichten"][0]["text"].endswith("Lagerist")
    assert kunde.frage == "e11"
    assert aufgezeichnet(standort, fall_id) == ["g1", "e1a", "e6a", "e8a", "e9"]


def aendere_endlos(kunde: Zugang, gesendet: list[dict[str, Any]]) -> None:
    """Change one answer again and again; `gesendet` gets each turn before it is sent."""
    for nummer in count():
        for inhalt in ({"befehl": "aendern", "ziel": "e8a"}, {"wert": f"Lager {nummer}"}):
            gesendet.append({"schluessel": str(uuid4()), "frage": kunde.frage, **inhalt})
            antwort = kunde.zug(**gesendet[-1])
            assert antwort.status_code == 200, antwort.text
            kunde.gespraech = antwort.json()


@pytest.mark.parametrize("sekunden", [0.5, 0.9])
def test_a_web_process_killed_in_the_middle_keeps_each_acknowledged_answer_once(
    eigener_standort: Standort, neuer_kunde: tuple[Zugang, str], sekunden: float
) -> None:
    standort, (kunde, fall_id) = eigener_standort, neuer_kunde
    tippe_bis(kunde, "e9")
    gesendet: list[dict[str, Any]] = []
    stoerung = Timer(sekunden, standort.toete, ["web"])
    stoerung.start()
    with pytest.raises(httpx.TransportError):
        aendere_endlos(kunde, gesendet)
    stoerung.join()

    standort.starte("web")
    wiederholt = kunde.zug(**gesendet[-1])
    assert wiederholt.status_code == 200
    assert kunde.zug(**gesendet[-1]).json() == wiederholt.json()
    if len(gesendet) > 1:
        assert kunde.zug(**gesendet[-2]).json() == kunde.gespraech
    aenderungen = [zug for zug in gesendet if "wert" in zug]
    assert aufgezeichnet(standort, fall_id) == ["g1", "e1a", "e6a", "e8a", *["e8a"] * len(aenderungen)]
    kunde.beginne(fall_id)
    assert aenderungen[-1]["wert"] in kunde.befiehl("zusammenfassung")["nachrichten"][0]["text"]


def test_after_a_kill_the_same_key_gives_the_same_reply_and_typed_text_goes_on(
    eigener_standort: Standort, neuer_kunde: tuple[Zugang, str]
) -> None:
    standort, (kunde, fall_id) = eigener_standort, neuer_kunde
    tippe_bis(kunde, "e9")
    zug = {"schluessel": str(uuid4()), "frage": "e9", "text": "Sachbearbeiterin"}
    letzte = kunde.zug(**zug).json()

    standort.toete("web")
    standort.starte("web")
    assert kunde.zug(**zug).json() == letzte
    assert kunde.beginne(fall_id)["nachrichten"][-1] == letzte["nachrichten"][-1]
    kunde.sage("Büro")
    assert aufgezeichnet(standort, fall_id) == ["g1", "e1a", "e6a", "e8a", "e9", "e11"]
