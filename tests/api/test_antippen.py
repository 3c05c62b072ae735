"""Tapped answers to each type of question: taken and read back, or refused with what is allowed."""

from pathlib import Path
from typing import Any

import pytest

from knowledge.laden import load_yaml
from tests.api.antippen import aufgezeichnet, tippe_bis
from tests.standort import Standort, Zugang

FAELLE: Any = load_yaml(Path(__file__).parents[1] / "faelle" / "antippen.yml")


def wert_von(gegeben: dict[str, Any]) -> Any:
    return "x" * gegeben["laenge"] if "laenge" in gegeben else gegeben["wert"]


@pytest.mark.parametrize("fall", [f for f in FAELLE if "verstanden" in f["dann"]], ids=lambda fall: fall["fall"])
def test_a_value_that_fits_is_read_back_and_recorded(
    standort: Standort, kunde: Zugang, fall_id: str, fall: dict[str, Any]
) -> None:
    gegeben = fall["gegeben"]
    tippe_bis(kunde, gegeben["frage"], gegeben.get("davor", {}))
    antwort = kunde.waehle(wert_von(gegeben))
    assert fall["dann"]["verstanden"] in antwort["nachrichten"][0]["text"]
    assert aufgezeichnet(standort, fall_id)[-1] == gegeben["frage"]
    assert kunde.frage != gegeben["frage"]


@pytest.mark.parametrize("fall", [f for f in FAELLE if "falsch" in f["dann"]], ids=lambda fall: fall["fall"])
def test_a_value_that_does_not_fit_changes_nothing_and_says_what_does(
    standort: Standort, kunde: Zugang, fall_id: str, fall: dict[str, Any]
) -> None:
    gegeben = fall["gegeben"]
    tippe_bis(kunde, gegeben["frage"], gegeben.get("davor", {}))
    vorher = aufgezeichnet(standort, fall_id)
    antwort = kunde.zug(wert=wert_von(gegeben))
    assert (antwort.status_code, antwort.json()["code"]) == (422, "antwort_ungueltig")
    assert fall["dann"]["falsch"] in antwort.json()["detail"]
    assert aufgezeichnet(standort, fall_id) == vorher
    stand = kunde.client.get(f"/api/v1/gespraeche/{kunde.gespraech['id']}").json()
    assert stand["nachrichten"][-1] == kunde.gespraech["nachrichten"][-1]


AUSWEGE = ["weiss_nicht", "keine_angabe", "nur_im_gespraech"]


@pytest.mark.parametrize("ausweg", AUSWEGE)
@pytest.mark.parametrize("feld", ["wert", "befehl"])
def test_a_question_can_be_left_open_by_choice_and_by_command(kunde: Zugang, feld: str, ausweg: str) -> None:
    tippe_bis(kunde, "e6a")
    assert ausweg in [wahl["wert"] for wahl in kunde.gespraech["nachrichten"][-1]["wahl"]]
    antwort = kunde.zug(**{feld: ausweg})
    assert antwort.status_code == 200
    assert antwort.json()["nachrichten"][0]["text"].startswith("In Ordnung.")
    assert antwort.json()["nachrichten"][-1]["frage"] == "e8a"


@pytest.mark.parametrize(
    ("text", "dann"),
    [
        ("weiß ich nicht", "bleibt offen"),
        ("möchte ich nicht sagen", "müssen Sie nicht sagen"),
        ("nur im persönlichen Gespräch", "besprechen Sie persönlich"),
        ("überspringen", "lassen diese Frage aus"),
    ],
)
def test_a_question_can_be_left_open_in_words(kunde: Zugang, text: str, dann: str) -> None:
    tippe_bis(kunde, "e6a")
    assert dann in kunde.sage(text)["nachrichten"][0]["text"]
    assert kunde.frage == "e8a"


@pytest.mark.parametrize("befehl", [*AUSWEGE, "ueberspringen"])
def test_a_question_that_is_needed_cannot_be_left_open(kunde: Zugang, befehl: str) -> None:
    assert not set(AUSWEGE) & {wahl["wert"] for wahl in kunde.gespraech["nachrichten"][-1]["wahl"]}
    assert "brauche ich" in kunde.befiehl(befehl)["nachrichten"][0]["text"]
    assert kunde.frage == "g1"


def test_nothing_is_put_off_to_the_talk_by_the_fachkraft(fachkraft: Zugang, fall_id: str) -> None:
    eigenes = Zugang(fachkraft.client)
    eigenes.beginne(fall_id)
    tippe_bis(eigenes, "g5")
    assert "nur_im_gespraech" not in [wahl["wert"] for wahl in eigenes.gespraech["nachrichten"][-1]["wahl"]]
    eigenes.befiehl("nur_im_gespraech")
    assert eigenes.frage == "g5"
