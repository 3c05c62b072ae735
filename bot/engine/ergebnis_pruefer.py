"""Check what the action server answers, once compiled and without repeating it in an error.

Rasa checks its own schema against the meta-schema at every call (about 18 ms), and its error text quotes the answer,
which holds what a person said.
"""

from typing import Any

from jsonschema.validators import validator_for
from rasa.core.actions.action import RemoteAction
from rasa.shared.exceptions import RasaException

_SCHEMA = RemoteAction.action_response_format_spec()
_PRUEFER = validator_for(_SCHEMA)(_SCHEMA)


def pruefe_ergebnis(_: RemoteAction, ergebnis: Any) -> bool:
    """True if the answer has the form that Rasa needs; raises RasaException, without its content, if not."""
    if not _PRUEFER.is_valid(ergebnis):
        raise RasaException("The action server's answer does not have the expected form.")
    return True


def setze_ein() -> None:
    """Put the check in Rasa's place: the one patch, because Rasa offers no setting for it."""
    RemoteAction._validate_action_result = pruefe_ergebnis  # noqa: SLF001


def ist_eingesetzt() -> bool:
    """Whether Rasa uses this check."""
    return RemoteAction._validate_action_result is pruefe_ergebnis  # noqa: SLF001
