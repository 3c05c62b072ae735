"""The one place where knowledge reads files: strict YAML, and models that name the line they fail at."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.composer import Composer
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, SequenceNode

DEUTSCH = {
    "extra_forbidden": "unbekannter Schlüssel",
    "missing": "fehlt",
    "string_type": "erlaubt ist ein Text",
    "bool_type": "erlaubt ist true oder false",
    "int_type": "erlaubt ist eine ganze Zahl",
    "float_type": "erlaubt ist eine Zahl",
    "finite_number": "erlaubt ist eine endliche Zahl",
    "greater_than_equal": "erlaubt ist eine Zahl ab 0",
    "string_too_short": "erlaubt ist ein Text, der nicht leer ist",
    "too_short": "erlaubt ist eine Liste mit mindestens einem Eintrag",
    "tuple_type": "erlaubt ist eine Liste",
    "list_type": "erlaubt ist eine Liste",
    "dict_type": "erlaubt ist eine Zuordnung",
    "model_type": "erlaubt ist eine Zuordnung",
    "date_parsing": "erlaubt ist ein Datum (JJJJ-MM-TT)",
    "date_from_datetime_parsing": "erlaubt ist ein Datum (JJJJ-MM-TT)",
    "date_type": "erlaubt ist ein Datum (JJJJ-MM-TT)",
}


class WissensFehler(ValueError):
    """A file of the knowledge base is wrong. The text is one line: file:line, id, what is allowed."""


class Strikt(BaseModel):
    """Base of all models read from YAML or JSON: unknown keys and converted types are errors."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


ModelT = TypeVar("ModelT", bound=BaseModel)


class _OhneAnker(Composer):
    """Rejects anchors and aliases, since what stands in one place must be readable there."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        event = self.parser.peek_event()
        if getattr(event, "anchor", None):
            raise MarkedYAMLError(problem="Anker und Verweise sind nicht erlaubt", problem_mark=event.start_mark)
        return super().compose_node(parent, index)


def load_yaml(path: Path) -> object:
    """Reads one YAML 1.2 document; WissensFehler if there is none, on duplicate keys, anchors or wrong encoding."""
    return _load(path)[0]


def load_model(path: Path, model: type[ModelT]) -> ModelT:
    """Reads `path` strictly as `model`; raises WissensFehler that names file, line, id and what is allowed."""
    daten, wurzel = _load(path)
    try:
        # As JSON, since strict models then take lists for tuples and ISO text for dates, and nothing else.
        return model.model_validate_json(json.dumps(daten, default=_iso))
    except ValidationError as fehler:
        erster = fehler.errors()[0]
        zeile, kennung = _stelle(wurzel, erster["loc"])
        raise WissensFehler(f"{path}:{zeile}: {kennung}{beschreibe(dict(erster))}") from fehler


def beschreibe(fehler: dict[str, Any]) -> str:
    """One line of German for one pydantic error: the key and what is allowed."""
    ort = ".".join(str(teil) for teil in fehler["loc"])
    return f"{ort}: {_erlaubt(fehler)}" if ort else _erlaubt(fehler)


def _erlaubt(fehler: dict[str, Any]) -> str:
    art, kontext = fehler["type"], fehler.get("ctx", {})
    if art in ("literal_error", "enum"):
        return f"erlaubt ist {kontext['expected'].replace(' or ', ' oder ')}"
    if art == "value_error":
        return str(kontext["error"])
    return DEUTSCH.get(art, str(fehler["msg"]))


def _load(path: Path) -> tuple[object, Node | None]:
    yaml = YAML(typ="safe", pure=True)
    yaml.Composer = _OhneAnker
    try:
        text = path.read_bytes().decode("utf-8")
        wurzel = yaml.compose(text)
        return (None if wurzel is None else yaml.constructor.construct_document(wurzel)), wurzel
    except FileNotFoundError as fehler:
        raise WissensFehler(f"{path}:1: diese Datei gibt es nicht") from fehler
    except UnicodeDecodeError as fehler:
        raise WissensFehler(f"{path}:1: erlaubt ist nur UTF-8 (Byte {fehler.start})") from fehler
    except YAMLError as fehler:
        raise WissensFehler(_yaml_zeile(path, fehler)) from fehler


def _yaml_zeile(path: Path, fehler: YAMLError) -> str:
    marke = getattr(fehler, "problem_mark", None)
    problem = " ".join(str(getattr(fehler, "problem", fehler)).split())
    return f"{path}:{marke.line + 1 if marke else 1}: {problem}"


def _iso(wert: object) -> str:
    if isinstance(wert, date):
        return wert.isoformat()
    raise TypeError(f"{type(wert).__name__} ist nicht erlaubt")


def _stelle(knoten: Node | None, pfad: Sequence[int | str]) -> tuple[int, str]:
    """Line of the deepest node on `pfad` that exists, and the id of the innermost entry around it."""
    zeile, kennung = 1, ""
    for teil in (*pfad, None):
        if knoten is None:
            break
        zeile = knoten.start_mark.line + 1
        kennung = _kennung(knoten) or kennung
        zeile, knoten = _kind(knoten, teil, zeile)
    return zeile, kennung


def _kind(knoten: Node, teil: int | str | None, zeile: int) -> tuple[int, Node | None]:
    if isinstance(knoten, MappingNode):
        for schluessel, wert in knoten.value:
            if schluessel.value == teil:
                return schluessel.start_mark.line + 1, wert
    if isinstance(knoten, SequenceNode) and isinstance(teil, int) and teil < len(knoten.value):
        return knoten.value[teil].start_mark.line + 1, knoten.value[teil]
    return zeile, None


def _kennung(knoten: Node) -> str:
    if not isinstance(knoten, MappingNode):
        return ""
    return next((f"{wert.value}: " for name, wert in knoten.value if name.value == "id"), "")
