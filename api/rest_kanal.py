"""The shape of Rasa's REST channel, for clients that already speak it.

`sender` is a conversation's id. A customer's session may send any other name: it then leads the
customer's own first interview. The session token comes as bearer token. Buttons carry their title as
payload, so that a client that sends it back is understood.
"""

from uuid import uuid4

from fastapi import APIRouter, Depends
from pydantic import BaseModel

from actions.nachrichten import nachrichten
from api.aufbau import Bestand
from api.dialog import Eingabe
from api.gespraeche import fuehre_zug, stand_von
from api.problem import Problem
from api.schrift import Kennung, Schrift
from api.zugriff import Haus, Wer, waechter
from casefile.ergebnis import Ergebnis
from casefile.gespraech import beginne
from casefile.rechte import Person
from knowledge.antwort import TEXT_LAENGE

router = APIRouter(prefix="/webhooks/rest", tags=["Rasa"], dependencies=[Depends(waechter)])
LEITFADEN = "erstgespraech"


class RestNachricht(BaseModel):
    """A message as Rasa's REST channel takes it."""

    sender: Kennung
    message: Schrift


class Knopf(BaseModel):
    """A button as Rasa gives it."""

    title: str
    payload: str


class RestAntwort(BaseModel):
    """A message as Rasa's REST channel gives it."""

    recipient_id: str
    text: str
    buttons: list[Knopf] = []


@router.post("/webhook", response_model_exclude_defaults=True)
def nimm_nachricht(nachricht: RestNachricht, haus: Haus, person: Wer) -> list[RestAntwort]:
    """Take one typed message as the answer to the open question."""
    if len(nachricht.message) > TEXT_LAENGE:
        raise Problem("text_zu_lang")
    stand = _stand(haus, person, nachricht.sender)
    eingabe = Eingabe(schluessel=str(uuid4()), frage=stand.lage.frage, text=nachricht.message)
    ergebnis = fuehre_zug(haus, stand.lage.gespraech, eingabe)
    return [
        RestAntwort(
            recipient_id=nachricht.sender,
            text=n.text,
            buttons=[Knopf(title=punkt.titel, payload=punkt.titel) for punkt in n.wahl],
        )
        for n in nachrichten(ergebnis, haus.haus)
    ]


def _stand(haus: Bestand, person: Person, sender: str) -> Ergebnis:
    if person.fall_id is None:
        return stand_von(haus, person, sender)
    return beginne(haus.akte, person, person.fall_id, LEITFADEN, "zuhause")
