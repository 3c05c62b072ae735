"""What a rule may look like: dated, sourced versions that name only facts and ids which exist."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Generic, Literal, TypeVar, get_args

from pydantic import AfterValidator

from knowledge.bedingung import Bedingung
from knowledge.fakten import Fakten
from knowledge.laden import Strikt
from knowledge.quellen import Quelle
from knowledge.vokabular import load_vokabular

Merkmal = Literal["z", "i", "z_ungeklaert", "ausnahme", "standortbestimmung_fehlt", "zurueckgesetzt"]
MERKMALE: tuple[Merkmal, ...] = get_args(Merkmal)
# What Lotse derives from the facts; conditions may name these beside the keys of `Fakten`.
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


class Fassung(Strikt):
    """One version of a rule, valid from `gilt_ab` until the next begins."""

    gilt_ab: date
    quelle: Quelle
    wenn: Annotated[Bedingung, AfterValidator(_bekannte_fakten)]
    text: str


class Merkmalfassung(Fassung):
    """States that a Merkmal holds."""

    merkmal: Merkmal


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


def eindeutig(eintraege: tuple[Eintrag[F], ...]) -> tuple[Eintrag[F], ...]:
    """The rules of a file as they are; ValueError if an id stands there twice."""
    ids = [eintrag.id for eintrag in eintraege]
    doppelt = [kennung for kennung in ids if ids.count(kennung) > 1]
    if doppelt:
        raise ValueError(f"{doppelt[0]} steht zweimal da; erlaubt ist jede id einmal")
    return eintraege


@dataclass(frozen=True)
class Regel(Generic[F]):
    """A rule in the version that is valid on the day."""

    id: str
    fassung: F
