"""The actions as the engine calls them: one call is one turn, its outcome for the web, its words for a console."""

from pathlib import Path
from typing import Any

import anyio
import pytest

from actions.aktionen import NAMEN, ausfuehrer
from actions.auskuenfte import Haus
from casefile.ergebnis import Ergebnis
from casefile.gespraech import UnbekanntesGespraech
from knowledge.laden import load_yaml
from tests.casefile.gespraechshilfe import Haus as Akte
from tests.casefile.gespraechshilfe import Rede

DOMAIN = Path(__file__).parents[2] / "domain.yml"


def rufe(haus: Akte, sender: str, name: str = "action_antwort", **nachricht: Any) -> list[dict[str, Any]]:
    """Call an action as the engine does; gives its messages."""
    aufruf = {
        "next_action": name,
        "sender_id": sender,
        "domain": {},
        "version": "3.6.21",
        "tracker": {"sender_id": sender, "slots": {}, "events": [], "latest_message": nachricht, "paused": False},
    }

    async def fuehre_aus() -> Any:
        return await ausfuehrer(haus.akte, Haus()).run(aufruf)

    ergebnis = anyio.run(fuehre_aus)
    messages: list[dict[str, Any]] = ergebnis.responses
    return messages


def zug(wert: str = "nein", **weiteres: Any) -> dict[str, Any]:
    return {"intent": {"name": "antwort"}, "metadata": {"schluessel": "k1", "frage": "e1a", "wert": wert}} | weiteres


def test_a_tap_is_taken_and_only_its_outcome_reported(haus: Akte, kunde: Rede):
    (message,) = rufe(haus, kunde.id, **zug())
    assert message["text"] is None
    ergebnis = Ergebnis.model_validate(message["custom"]["ergebnis"])
    assert (ergebnis.status, ergebnis.lage.frage) == ("neu", "e6a")
    assert haus.neueste()["e1a", "kunde"].wert == "nein"


def test_a_line_typed_without_the_web_is_read_and_answered_in_words(haus: Akte, kunde: Rede):
    gesagt, frage = rufe(haus, kunde.id, intent={"name": "antwort"}, text="keine Zusage")
    assert gesagt["text"] == "Verstanden. Feste Zusage: Nein, keine Zusage"
    assert frage["buttons"]
    assert all(knopf["title"] == knopf["payload"] for knopf in frage["buttons"])
    assert haus.neueste()["e1a", "kunde"].wie == "getippt"


def test_a_command_typed_without_the_web_is_one_by_its_intent(haus: Akte, kunde: Rede):
    messages = rufe(haus, kunde.id, intent={"name": "wer_bist_du"}, text="wer bist du?")
    assert messages[0]["text"].startswith("Ich bin Lotse")
    assert haus.anzahl("e1a") == 0


def test_the_same_turn_twice_is_one_answer(haus: Akte, kunde: Rede):
    erste, zweite = rufe(haus, kunde.id, **zug()), rufe(haus, kunde.id, **zug())
    assert erste[0]["custom"]["ergebnis"]["lage"] == zweite[0]["custom"]["ergebnis"]["lage"]
    assert haus.anzahl("e1a") == 1


def test_typed_text_is_taken_by_its_reading(haus: Akte, kunde: Rede):
    lesung = {"art": "antwort", "wert": "rueckkehr", "sicherheit": 1.0}
    rufe(haus, kunde.id, **zug(text="zurück in den alten Betrieb", lesung=lesung))
    zeile = haus.neueste()["e1a", "kunde"]
    assert (zeile.wert, zeile.wie) == ("rueckkehr", "getippt")


def test_all_actions_do_what_the_message_says(haus: Akte, kunde: Rede):
    for name in NAMEN:
        nachricht = {"intent": {"name": "hilfe"}, "metadata": {"schluessel": name, "frage": "e1a", "befehl": "hilfe"}}
        messages = rufe(haus, kunde.id, name, **nachricht)
        assert messages[-1]["custom"]["ergebnis"]["folge"]["thema"] == "hilfe"


def test_a_conversation_that_does_not_exist_is_an_error(haus: Akte):
    with pytest.raises(UnbekanntesGespraech):
        rufe(haus, "0" * 32, **zug())


def test_the_actions_are_those_of_the_domain():
    domain: Any = load_yaml(DOMAIN)
    assert set(NAMEN) == set(domain["actions"])
