"""The settings, read for a command: what is wrong with them is said in German before anything starts."""

import sys

from pydantic import ValidationError

from api.einstellungen import Einstellungen


def lies_einstellungen() -> Einstellungen:
    """The settings of this environment; a value of the wrong form ends the command with exit code 2."""
    try:
        return Einstellungen()
    except ValidationError as fehler:
        for zeile in maengel(fehler):
            print(zeile, file=sys.stderr)
        raise SystemExit(2) from None


def maengel(fehler: ValidationError) -> list[str]:
    """One German line for each setting that does not fit. Values stay out of it: some are secret."""
    namen = [str(einzeln["loc"][0]).upper() for einzeln in fehler.errors()]
    return [f"Die Einstellung LOTSE_{name} passt nicht. Was möglich ist, steht in docs/settings.md." for name in namen]
