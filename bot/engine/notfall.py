"""Does a message speak of danger or of need today? Fixed words, beside the classifier and independent of training."""

import re
from functools import cache
from pathlib import Path

from ruamel.yaml import YAML

DATEI = Path(__file__).with_name("notfall.yml")


@cache
def muster() -> re.Pattern[str]:
    """All patterns of notfall.yml as one. Raises re.error or YAMLError if the file is broken."""
    gruppen: dict[str, list[str]] = YAML(typ="safe").load(DATEI)
    return re.compile("|".join(f"(?:{ausdruck})" for liste in gruppen.values() for ausdruck in liste), re.IGNORECASE)


def klingt_nach_notfall(text: str) -> bool:
    """True if one of the patterns is found in the text."""
    return muster().search(text) is not None
