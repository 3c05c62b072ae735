"""From ids to the German terms that people read."""

from collections.abc import Iterable, Mapping
from functools import cache

from knowledge.vokabular import load_vokabular


def satz(text: str, werte: Mapping[str, object]) -> str:
    """The text with `{fakt}` replaced by the German terms of the fact; KeyError where it is unknown."""
    return text.format_map({name: begriffe(wert) for name, wert in werte.items()})


def begriffe(wert: object) -> str:
    """A fact in German: ids by their label, lists joined with commas."""
    if isinstance(wert, str):
        return _labels().get(wert, wert)
    if isinstance(wert, Iterable):
        return ", ".join(begriffe(einzeln) for einzeln in wert)
    return str(wert)


@cache
def _labels() -> dict[str, str]:
    vokabular = load_vokabular()
    listen = (
        vokabular.schluesselgruppen,
        vokabular.handlungsbedarfe,
        vokabular.strategien,
        vokabular.prognosen,
        vokabular.profillagen,
        vokabular.zieloptionen,
    )
    return {kennung: begriff.label for liste in listen for kennung, begriff in liste.items()}
