"""Connect the loaded agent, and check that every class of ours is really in use.

Rasa takes its own class in silence where a path in endpoints.yml is wrong, and wraps the tracker store in one that
falls back to memory in silence. Both would only show as slowness and as text that stays longer than it should.
"""

from rasa.core.agent import Agent
from rasa.core.processor import MessageProcessor

from bot.engine import ergebnis_pruefer
from bot.engine.absicht_policy import AbsichtPolicy
from bot.engine.aktionsziel import Aktionsziel
from bot.engine.antwort_leser import AntwortLeser
from bot.engine.gespraechsspeicher import Gespraechsspeicher
from bot.engine.gespraechssperren import Gespraechssperren


class Verdrahtungsfehler(Exception):
    """Something in the engine is not what it must be."""


def verdrahte(agent: Agent) -> Aktionsziel:
    """Wire the agent for the server and return its action endpoint, which the caller closes.

    Must run inside the event loop. Raises Verdrahtungsfehler, naming what is wrong.
    """
    prozessor = agent.processor
    _verlange(prozessor is not None, "Das Modell konnte nicht geladen werden.")
    _verlange(agent.action_endpoint is not None, "endpoints.yml nennt kein action_endpoint.")
    _setze_speicher(agent, prozessor)
    _verlange(isinstance(agent.lock_store, Gespraechssperren), "lock_store ist nicht Gespraechssperren.")
    _verlange(ergebnis_pruefer.ist_eingesetzt(), "Die Prüfung der Aktionsergebnisse ist nicht eingesetzt.")
    _setze_text_ohne_kurzbefehle(prozessor)
    ziel = Aktionsziel(agent.action_endpoint)
    agent.action_endpoint = prozessor.action_endpoint = ziel
    return ziel


def _setze_speicher(agent: Agent, prozessor: MessageProcessor) -> None:
    speicher = getattr(agent.tracker_store, "_tracker_store", agent.tracker_store)
    _verlange(isinstance(speicher, Gespraechsspeicher), "tracker_store ist nicht Gespraechsspeicher.")
    agent.tracker_store = prozessor.tracker_store = speicher


def _setze_text_ohne_kurzbefehle(prozessor: MessageProcessor) -> None:
    """End the NLU graph at our reader: the node behind it would take typed "/intent" for a command."""
    metadaten = prozessor.model_metadata
    knoten = metadaten.predict_schema.nodes
    klassen = {schritt.uses for schritt in knoten.values()}
    _verlange(AbsichtPolicy in klassen, "Im Modell fehlt AbsichtPolicy.")
    leser = [name for name, schritt in knoten.items() if schritt.uses is AntwortLeser]
    _verlange(len(leser) == 1, "Im Modell fehlt AntwortLeser.")
    metadaten.nlu_target = leser[0]


def _verlange(bedingung: bool, meldung: str) -> None:
    if not bedingung:
        raise Verdrahtungsfehler(meldung)
