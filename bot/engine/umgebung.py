"""The environment in which Rasa runs: no telemetry, no chatter of its libraries. Standard library only."""

import os

FEST = {
    # Rasa reports usage to an outside address unless this is set.
    "RASA_TELEMETRY_ENABLED": "false",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    # Rasa's old dependencies warn on every import, and Rasa's own warnings can quote a message.
    "PYTHONWARNINGS": "ignore",
}


def umgebung() -> dict[str, str]:
    """This process's environment with what Rasa must find there."""
    return {**os.environ, **FEST}
