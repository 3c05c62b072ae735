"""The rulebook: dated, sourced rules in YAML, checked at load, and the ones valid on a given day."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated, Generic, Literal, TypeVar

from pydantic import AfterValidator

from knowledge.bedingung import Bedingung
from knowledge.fakten import Fakten
from knowledge.laden import Strikt, load_model
from knowledge.vokabular import load_vokabular

ORDNER = Path(__file__).parent / "regelwerk"
# What Lotse derives from the facts; conditions may name these beside the keys of `Fakten`.
MERKMALE = ("z", "i", "z_ungeklaert", "ausnahme", "standortbestimmung_fehlt")
ABGELEITET = {
    "absolventenmanagement_fehlt",
    "ausnahme_entscheidet",
    "bedarfe_anzahl",
    "bedarfe_ohne_strategie",
    "bedarfe_ungeklaert",
    "foerdergruppen_anzahl",
    "gruppen",
    "gruppen_anzahl",
    "komplex",
    "profiling_begonnen",
    "profillage",
    "regeln",
    "reihenfolge",
    "reihenfolge_abweichend",
    "schritt",
    "schwerpunkt_belegt",
    "schwerpunkt_entscheidet",
    "schwerpunkt_fehlt",
    "strategie_wechsel",
    "strategien_gewaehlt",
    "strategien_nicht_zulaessig",
    "strategien_ohne_bedarf",
    "strategien_ohne_zeitfenster",
    "verdichtung",
    "verdichtung_angezeigt",
    "verdichtung_entscheidet",
    "weitere_anzahl",
    "zielberuf_unbekannt",
    *MERKMALE,
}


class KeinRegelwerk(ValueError):
    """No rulebook is valid on the day asked for."""


def _bekannte_fakten(wenn: Bedingung) -> Bedingung:
    fremd = {name.partition(".")[0] for name in wenn.fakten_namen()} - set(Fakten.model_fields) - ABGELEITET
    if fremd:
        raise ValueError(f"unbekannt ist {', '.join(sorted(fremd))}; erlaubt ist ein Fakt oder ein abgeleiteter Wert")
    return wenn


def _profillage(wert: str) -> str:
    erlaubt = (*load_vokabular().profillagen, "vorher")
    if wert not in erlaubt:
        raise ValueError(f"unbekannt ist {wert}, erlaubt ist {', '.join(erlaubt)}")
    return wert


def _hinweis(wert: str) -> str:
    if wert not in load_vokabular().hinweise:
        raise ValueError(f"unbekannt ist {wert}, erlaubt ist ein Hinweis des Vokabulars")
    return wert


class Quelle(Strikt):
    """Where a rule comes from: the concept, or the project's own resolution."""

    werk: Literal["integrationskonzept_4_0", "projekt"]
    stelle: str


class Fassung(Strikt):
    """One version of a rule, valid from `gilt_ab` until the next begins."""

    gilt_ab: date
    quelle: Quelle
    wenn: Annotated[Bedingung, AfterValidator(_bekannte_fakten)]
    text: str


class Merkmalfassung(Fassung):
    """States that a Merkmal holds."""

    merkmal: Literal["z", "i", "z_ungeklaert", "ausnahme", "standortbestimmung_fehlt"]


class Kandidat(Strikt):
    """A Profillage that is near, and what it lacks."""

    profillage: Annotated[str, AfterValidator(_profillage)]
    fehlt: str


class Dann(Strikt):
    """What a deciding rule proposes; `vorher` keeps the Profillage the case had."""

    profillage: Annotated[str, AfterValidator(_profillage)]
    kandidaten: tuple[Kandidat, ...] = ()


class Profilfassung(Fassung):
    """Decides the Profillage in one step of the procedure."""

    schritt: int
    dann: Dann


class Hinweisfassung(Fassung):
    """Raises a hint that follows from `regel`, with the question to ask next."""

    hinweis: Annotated[str, AfterValidator(_hinweis)]
    regel: str
    frage: str | None = None


F = TypeVar("F", bound=Fassung)


def _aufsteigend(fassungen: tuple[F, ...]) -> tuple[F, ...]:
    tage = [fassung.gilt_ab for fassung in fassungen]
    if not tage or tage != sorted(set(tage)):
        raise ValueError("erlaubt sind eine oder mehr Fassungen mit aufsteigendem gilt_ab")
    return fassungen


class Eintrag(Strikt, Generic[F]):
    """A rule with all its versions."""

    id: str
    fassungen: Annotated[tuple[F, ...], AfterValidator(_aufsteigend)]


def _eindeutig(eintraege: tuple[Eintrag[F], ...]) -> tuple[Eintrag[F], ...]:
    ids = [eintrag.id for eintrag in eintraege]
    doppelt = [kennung for kennung in ids if ids.count(kennung) > 1]
    if doppelt:
        raise ValueError(f"{doppelt[0]} steht zweimal da; erlaubt ist jede id einmal")
    return eintraege


Merkmale = Annotated[tuple[Eintrag[Merkmalfassung], ...], AfterValidator(_eindeutig)]
Profilregeln = Annotated[tuple[Eintrag[Profilfassung], ...], AfterValidator(_eindeutig)]
Hinweise = Annotated[tuple[Eintrag[Hinweisfassung], ...], AfterValidator(_eindeutig)]


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
    regeln: Annotated[tuple[Eintrag[Fassung], ...], AfterValidator(_eindeutig)]


class _Hinweisdatei(Strikt):
    regeln: Hinweise


@dataclass(frozen=True)
class Regel(Generic[F]):
    """A rule in the version that is valid on the day."""

    id: str
    fassung: F


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
    profil = (*sonderlagen.regeln, *profillagen.regeln, *profillagen.offen)
    tage = {f.gilt_ab for eintrag in profil for f in eintrag.fassungen}
    tage |= {f.gilt_ab for eintrag in merkmale.regeln for f in eintrag.fassungen}
    tage |= {f.gilt_ab for eintrag in plan.regeln for f in eintrag.fassungen}
    tage |= {f.gilt_ab for eintrag in hinweise.regeln for f in eintrag.fassungen}
    beginn = [version.gilt_ab for version in _versionen()]
    return tuple(sorted({tag for tag in tage if tag > beginn[0]} | set(beginn)))


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
