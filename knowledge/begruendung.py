"""Why: every rule that fired in a case, with its source, the facts it used and what it says."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from knowledge.bedingung import finde, pruefe
from knowledge.hinweise import HinweisRegel
from knowledge.profillage import Entscheidung
from knowledge.quellen import Quelle
from knowledge.regelwerk import Regelwerk
from knowledge.regelwerk_modell import Fassung, Merkmalfassung, Regel
from knowledge.worte import satz


@dataclass(frozen=True)
class Grund:
    """A rule that fired, where it comes from, the facts it used, and what it says."""

    regel: str
    quelle: Quelle
    fakten: dict[str, object]
    text: str


def begruendung(
    entscheidung: Entscheidung, hinweise: tuple[HinweisRegel, ...], werte: Mapping[str, object], regelwerk: Regelwerk
) -> tuple[Grund, ...]:
    """The rules that decided, those of the plan, then those that raised a hint; each rule and text once."""
    plan = [regel for regel in regelwerk.plan if entscheidung.schritt > 1 and pruefe(regel.fassung.wenn, werte)]
    gruende = [
        *(_grund(regel.id, regel.fassung, werte) for regel in _merkmale(entscheidung, werte, regelwerk)),
        *(_grund(regel.id, regel.fassung, werte) for regel in entscheidung.regeln),
        *(_grund(regel.id, regel.fassung, werte) for regel in plan),
        *(_grund(hinweis.fassung.regel, hinweis.fassung, werte) for hinweis in hinweise),
    ]
    return tuple({(grund.regel, grund.text): grund for grund in gruende}.values())


def _merkmale(
    entscheidung: Entscheidung, werte: Mapping[str, object], regelwerk: Regelwerk
) -> Iterator[Regel[Merkmalfassung]]:
    """The Merkmale that the deciding rules rest on."""
    genannt = {name for regel in entscheidung.regeln for name in regel.fassung.wenn.fakten_namen()}
    for regel in regelwerk.merkmale:
        if regel.fassung.merkmal in genannt and pruefe(regel.fassung.wenn, werte):
            yield regel


def _grund(kennung: str, fassung: Fassung, werte: Mapping[str, object]) -> Grund:
    benutzt = {name: finde(werte, name) for name in sorted(fassung.wenn.fakten_namen())}
    bekannt = {name: wert for name, wert in benutzt.items() if wert is not None}
    return Grund(kennung, fassung.quelle, bekannt, satz(fassung.text, werte))
