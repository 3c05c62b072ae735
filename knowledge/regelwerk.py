"""The rulebook: the rules of the YAML files that are valid on a given day."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator

from knowledge.laden import Strikt, load_model
from knowledge.regelwerk_modell import (
    Eintrag,
    F,
    Fassung,
    Hinweisfassung,
    Merkmalfassung,
    Profilfassung,
    Regel,
    eindeutig,
)

__all__ = ["KeinRegelwerk", "Regelwerk", "load_regelwerk"]

ORDNER = Path(__file__).parent / "regelwerk"


class KeinRegelwerk(ValueError):
    """No rulebook is valid on the day asked for."""


Merkmale = Annotated[tuple[Eintrag[Merkmalfassung], ...], AfterValidator(eindeutig)]
Profilregeln = Annotated[tuple[Eintrag[Profilfassung], ...], AfterValidator(eindeutig)]
Hinweise = Annotated[tuple[Eintrag[Hinweisfassung], ...], AfterValidator(eindeutig)]


class _Version(Strikt):
    id: str
    gilt_ab: date


class _Fassungen(Strikt):
    regelwerke: tuple[_Version, ...]


class _Merkmaldatei(Strikt):
    regeln: Merkmale


class _Sonderlagendatei(Strikt):
    regeln: Profilregeln


class _Profillagendatei(Strikt):
    regeln: Profilregeln
    offen: Profilregeln


class _Plandatei(Strikt):
    regeln: Annotated[tuple[Eintrag[Fassung], ...], AfterValidator(eindeutig)]


class _Hinweisdatei(Strikt):
    regeln: Hinweise


@dataclass(frozen=True, eq=False)
class Regelwerk:
    """All rules valid on one day, in the order in which they are read."""

    id: str
    merkmale: tuple[Regel[Merkmalfassung], ...]
    sonderlagen: tuple[Regel[Profilfassung], ...]
    profillagen: tuple[Regel[Profilfassung], ...]
    offen: tuple[Regel[Profilfassung], ...]
    plan: tuple[Regel[Fassung], ...]
    hinweise: tuple[Regel[Hinweisfassung], ...]


def load_regelwerk(stichtag: date) -> Regelwerk:
    """The rules valid on `stichtag`; raises KeinRegelwerk before the first day, WissensFehler for a wrong file."""
    wechsel = [tag for tag in _wechseltage() if tag <= stichtag]
    if not wechsel:
        raise KeinRegelwerk(f"stichtag: erlaubt ist ein Tag ab {_wechseltage()[0]}, dem Beginn des ersten Regelwerks")
    return _regelwerk(wechsel[-1])


@cache
def _regelwerk(tag: date) -> Regelwerk:
    merkmale, sonderlagen, profillagen, plan, hinweise = _dateien()
    return Regelwerk(
        id=[version.id for version in _versionen() if version.gilt_ab <= tag][-1],
        merkmale=_geltend(merkmale.regeln, tag),
        sonderlagen=_geltend(sonderlagen.regeln, tag),
        profillagen=_geltend(profillagen.regeln, tag),
        offen=_geltend(profillagen.offen, tag),
        plan=_geltend(plan.regeln, tag),
        hinweise=_geltend(hinweise.regeln, tag),
    )


@cache
def _wechseltage() -> tuple[date, ...]:
    """The days on which any rule changes, from the first rulebook on; in between the rulebook is one object."""
    merkmale, sonderlagen, profillagen, plan, hinweise = _dateien()
    tage = {
        *_tage(merkmale.regeln),
        *_tage(sonderlagen.regeln),
        *_tage((*profillagen.regeln, *profillagen.offen)),
        *_tage(plan.regeln),
        *_tage(hinweise.regeln),
    }
    beginn = [version.gilt_ab for version in _versionen()]
    return tuple(sorted({tag for tag in tage if tag > beginn[0]} | set(beginn)))


def _tage(eintraege: tuple[Eintrag[F], ...]) -> set[date]:
    return {fassung.gilt_ab for eintrag in eintraege for fassung in eintrag.fassungen}


def _geltend(eintraege: tuple[Eintrag[F], ...], tag: date) -> tuple[Regel[F], ...]:
    gueltig = [(eintrag.id, [f for f in eintrag.fassungen if f.gilt_ab <= tag]) for eintrag in eintraege]
    return tuple(Regel(kennung, fassungen[-1]) for kennung, fassungen in gueltig if fassungen)


@cache
def _versionen() -> tuple[_Version, ...]:
    return load_model(ORDNER / "fassungen.yml", _Fassungen).regelwerke


@cache
def _dateien() -> tuple[_Merkmaldatei, _Sonderlagendatei, _Profillagendatei, _Plandatei, _Hinweisdatei]:
    return (
        load_model(ORDNER / "merkmale.yml", _Merkmaldatei),
        load_model(ORDNER / "sonderlagen.yml", _Sonderlagendatei),
        load_model(ORDNER / "profillagen.yml", _Profillagendatei),
        load_model(ORDNER / "plan.yml", _Plandatei),
        load_model(ORDNER / "hinweise.yml", _Hinweisdatei),
    )
