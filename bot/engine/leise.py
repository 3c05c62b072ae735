"""The server process without the warnings of its old libraries.

They set their own filters while they are imported, so PYTHONWARNINGS alone does not hold; and Rasa's warnings can quote
what a person wrote. What must be seen is logged as an error.
"""

import runpy
import warnings


def _verschweige(*_: object, **__: object) -> None:
    """Show no warning."""


if __name__ == "__main__":
    warnings.showwarning = _verschweige
    runpy.run_module("bot.engine.server", run_name="__main__")
