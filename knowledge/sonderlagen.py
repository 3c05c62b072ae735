"""Steps 1 to 6 of the decision: what the case is apart from its profile (scope, Abmeldung, Z, I, N and the like)."""

from collections.abc import Iterable, Mapping

from knowledge.bedingung import pruefe
from knowledge.fakten import Fakten
from knowledge.regelwerk import Regelwerk
from knowledge.regelwerk_modell import MERKMALE, Profilfassung, Regel


def lage(fakten: Fakten, regelwerk: Regelwerk) -> dict[str, object]:
    """The facts by name, with the Merkmale that follow from them; what stays unknown is left out."""
    werte = fakten.als_mapping()
    werte["profiling_begonnen"] = fakten.prognose is not None or fakten.handlungsbedarfe is not None
    werte["strategie_wechsel"] = _wechselt(fakten)
    return werte | {merkmal: wert for merkmal in MERKMALE if (wert := _merkmal(merkmal, werte, regelwerk)) is not None}


def sonderlage(werte: Mapping[str, object], regelwerk: Regelwerk) -> Regel[Profilfassung] | None:
    """The first of the steps 1 to 6 that decides the case, None if its profile has to."""
    return erste(regelwerk.sonderlagen, werte)


def erste(regeln: Iterable[Regel[Profilfassung]], werte: Mapping[str, object]) -> Regel[Profilfassung] | None:
    """The first rule that holds beyond doubt."""
    return next((regel for regel in regeln if pruefe(regel.fassung.wenn, werte)), None)


def _merkmal(merkmal: str, werte: Mapping[str, object], regelwerk: Regelwerk) -> bool | None:
    ergebnisse = {pruefe(r.fassung.wenn, werte) for r in regelwerk.merkmale if r.fassung.merkmal == merkmal}
    if True in ergebnisse:
        return True
    return None if None in ergebnisse else False


def _wechselt(fakten: Fakten) -> bool:
    """Whether another strategy is wanted than the one that ended; repeating the same one is none."""
    alt, neu = fakten.strategie_abgebrochen, fakten.strategie_gewuenscht
    return alt is not None and neu is not None and alt != neu
