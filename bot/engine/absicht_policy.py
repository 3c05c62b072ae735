"""The one policy: each intent has its action, as the rules say, and after the action the engine listens."""

import json
from collections.abc import Mapping
from typing import Any

from rasa.core.constants import DEFAULT_POLICY_PRIORITY, POLICY_PRIORITY
from rasa.core.policies.policy import Policy, PolicyPrediction, SupportedData
from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, UserUttered
from rasa.shared.core.generator import TrackerWithCachedStates
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.exceptions import InvalidConfigException

DATEI = "absichten.json"
RUECKFALL = "rueckfall"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.POLICY_WITHOUT_END_TO_END_SUPPORT, is_trainable=True)
class AbsichtPolicy(Policy):
    """Looks up the action for the intent. Rasa's rule policy does the same at ten times the price."""

    def __init__(
        self,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        aktionen: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(config, model_storage, resource, execution_context)
        self._aktionen = dict(aktionen or {})
        self._rueckfall: str = config[RUECKFALL]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """The action for an intent without a rule, unless config.yml names another; Rasa demands a priority."""
        return {RUECKFALL: "action_unverstanden", POLICY_PRIORITY: DEFAULT_POLICY_PRIORITY}

    @staticmethod
    def supported_data() -> SupportedData:
        """Rules only: a story would say nothing that a rule does not."""
        return SupportedData.RULE_DATA

    def train(self, training_trackers: list[TrackerWithCachedStates], **_: Any) -> Resource:
        """Learn intent -> action from the rules and store the table with the model.

        Raises InvalidConfigException if two rules send one intent to different actions.
        """
        regeln = SupportedData.trackers_for_supported_data(self.supported_data(), training_trackers)
        for tracker in regeln:
            self._lerne(tracker)
        with self._model_storage.write_to(self._resource) as ordner:
            (ordner / DATEI).write_text(json.dumps(self._aktionen, indent=1), encoding="utf-8")
        return self._resource

    def _lerne(self, tracker: DialogueStateTracker) -> None:
        absicht = None
        for ereignis in tracker.applied_events():
            if isinstance(ereignis, UserUttered):
                absicht = ereignis.intent_name
            elif isinstance(ereignis, ActionExecuted) and absicht and ereignis.action_name != ACTION_LISTEN_NAME:
                bekannt = self._aktionen.setdefault(absicht, ereignis.action_name)
                if bekannt != ereignis.action_name:
                    raise InvalidConfigException(f"Zwei Regeln für {absicht}: {bekannt} und {ereignis.action_name}")

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **_: Any,
    ) -> "AbsichtPolicy":
        """Read the table back from the model. Raises if it is missing: an empty policy would answer nothing."""
        with model_storage.read_from(resource) as ordner:
            aktionen = json.loads((ordner / DATEI).read_text(encoding="utf-8"))
        return cls(config, model_storage, resource, execution_context, aktionen)

    def predict_action_probabilities(self, tracker: DialogueStateTracker, domain: Domain, **_: Any) -> PolicyPrediction:
        """The intent's action right after a message, else listen."""
        werte = self._default_predictions(domain)
        werte[domain.index_for_action(self._naechste_aktion(tracker))] = 1.0
        return self._prediction(werte)

    def _naechste_aktion(self, tracker: DialogueStateTracker) -> str:
        if tracker.latest_action_name != ACTION_LISTEN_NAME or tracker.latest_message is None:
            return str(ACTION_LISTEN_NAME)
        absicht: str | None = tracker.latest_message.intent_name
        return self._aktionen.get(absicht or "", self._rueckfall)
