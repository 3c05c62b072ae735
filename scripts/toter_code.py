"""Names functions, methods and classes that nothing uses; exit code 1 if there are any.

vulture alone would also list every field that only a template or a JSON answer reads. So templates count as readers
here, and fields are left out. What Rasa calls in bot/engine is no finding either.
"""

import keyword
import re
import sys
from pathlib import Path

from vulture import Vulture
from vulture.core import Item

WURZEL = Path(__file__).parent.parent
ORDNER = ("actions", "api", "bot", "casefile", "knowledge", "scripts")
OHNE = ("*/migrations/*", "*/.venv/*")
GEMEINT = {"class", "function", "method", "property", "import", "unreachable_code"}
# Called by a framework: routes, validators, hooks of pydantic and Alembic.
DEKORATOREN = [
    "@*.get",
    "@*.post",
    "@*.put",
    "@*.delete",
    "@*.exception_handler",
    "@*.middleware",
    "@*.register*",
    "@field_validator",
    "@model_validator",
    "@model_serializer",
    "@field_serializer",
    "@computed_field",
]

# Methods that a base class of a library calls, and the loader that the tests read their tables with.
BIBLIOTHEKEN = ["process_bind_param", "process_result_value", "write", "error", "add_usage", "load_yaml"]


def main() -> int:
    """Print what is unused, one line each."""
    suche = Vulture(ignore_names=BIBLIOTHEKEN, ignore_decorators=DEKORATOREN)
    suche.scavenge([str(WURZEL / ordner) for ordner in ORDNER], exclude=list(OHNE))
    suche.scan(_namen_der_vorlagen(), filename="vorlagen")
    funde = [fund for fund in suche.get_unused_code(min_confidence=60) if _gemeint(fund)]
    for fund in funde:
        ort = fund.filename.relative_to(WURZEL)
        print(f"{ort}:{fund.first_lineno}: {fund.typ} {fund.name} wird nirgends benutzt")
    return 1 if funde else 0


def _gemeint(fund: Item) -> bool:
    return fund.typ in GEMEINT and not fund.filename.is_relative_to(WURZEL / "bot/engine")


def _namen_der_vorlagen() -> str:
    texte = "\n".join(datei.read_text(encoding="utf-8") for datei in (WURZEL / "api/templates").rglob("*.html"))
    woerter = set(re.findall(r"\b[a-z_][a-z_0-9]*\b", texte))
    return "\n".join(sorted(wort for wort in woerter if not keyword.iskeyword(wort)))


if __name__ == "__main__":
    sys.exit(main())
