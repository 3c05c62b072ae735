"""The last NLU component: reads the text against the open question and decides between answer and intent."""

from dataclasses import asdict
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from rasa.engine.graph import GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.constants import INTENT_MESSAGE_PREFIX
from rasa.shared.nlu.constants import (
    INTENT,
    INTENT_NAME_KEY,
    INTENT_RANKING_KEY,
    PREDICTED_CONFIDENCE_KEY,
    TEXT,
)
from rasa.shared.nlu.training_data.message import Message

from bot.engine.entscheidung import Absicht, entscheide
from bot.engine.notfall import klingt_nach_notfall
from bot.engine.wendungen import ist_wendung
from bot.sprache.lesen import FrageKontext, lies

METADATEN = "metadata"
LESUNG = "lesung"
RANGPLAETZE = 3
ZEITZONE = ZoneInfo("Europe/Berlin")


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class AntwortLeser(GraphComponent, IntentClassifier):
    """Sets the final intent and, where a question is open, `lesung` on the message."""

    @classmethod
    def required_components(cls) -> list[type]:
        """A classifier must have ranked the intents before."""
        return [IntentClassifier]

    @classmethod
    def create(cls, *_: Any, **__: Any) -> "AntwortLeser":
        """Nothing to configure, nothing learned."""
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Read and decide each message in place."""
        for message in messages:
            self._lies(message)
        return messages

    def _lies(self, message: Message) -> None:
        frage, heute = _entnimm_kontext(message)
        text: str = message.get(TEXT)
        lesung = lies(text, frage, heute) if frage else None
        # "/zurueck" is how Rasa writes commands. Typed by a person it is text, whatever word follows.
        rangliste = [] if text.startswith(INTENT_MESSAGE_PREFIX) else _rangliste(message)
        notruf = klingt_nach_notfall(text)
        # A question is hardly an answer, and nobody answers with the very phrase for a command.
        wendung = bool(rangliste) and (text.rstrip().endswith("?") or ist_wendung(text, rangliste[0].name))
        absicht = entscheide(lesung, frage.typ if frage else None, rangliste, notruf=notruf, wendung=wendung)
        message.set(INTENT, _als_absicht(absicht), add_to_output=True)
        message.set(INTENT_RANKING_KEY, [_als_absicht(rang) for rang in rangliste[:RANGPLAETZE]], add_to_output=True)
        if lesung:
            message.set(LESUNG, asdict(lesung), add_to_output=True)


def _rangliste(message: Message) -> list[Absicht]:
    return [
        Absicht(str(rang[INTENT_NAME_KEY]), float(rang[PREDICTED_CONFIDENCE_KEY]))
        for rang in message.get(INTENT_RANKING_KEY, default=[])
    ]


def _entnimm_kontext(message: Message) -> tuple[FrageKontext | None, date]:
    """Take the question's context out of the message, so that neither the tracker nor the action call carries it on."""
    metadaten = message.get(METADATEN) or {}
    kontext, heute = metadaten.pop("kontext", None), metadaten.pop("heute", None)
    frage = FrageKontext.from_dict(kontext) if kontext else None
    return frage, date.fromisoformat(heute) if heute else datetime.now(ZEITZONE).date()


def _als_absicht(absicht: Absicht) -> dict[str, Any]:
    return {INTENT_NAME_KEY: absicht.name, PREDICTED_CONFIDENCE_KEY: absicht.sicherheit}
