"""The controlled vocabulary: the ids that rulebook, database, API and cases share, with their German labels."""

from collections.abc import Collection, Iterable
from functools import cache
from pathlib import Path
from typing import Literal

from knowledge.laden import Strikt, WissensFehler, load_model

VOKABULAR = Path(__file__).parent / "vokabular.yml"
Rechtskreis = Literal["sgb2", "sgb3"]


class Begriff(Strikt):
    """One term: its German label."""

    label: str


class Schluesselgruppe(Begriff):
    """A group of needs; `foerdern` marks the three that carry a Förderprofil."""

    profil: Literal["persoenlich", "umfeld"]
    foerdern: bool = False
    zaehlt_fuer_profillage: bool = True


class Handlungsbedarf(Begriff):
    """A need, the group it belongs to and the strategies that answer it."""

    code: str
    schluesselgruppe: str
    strategien: tuple[str, ...]


class Strategie(Begriff):
    """A strategy; `nur` names the only Rechtskreis (or scope) it is for, `erzwingt` the one it obliges to."""

    nur: Literal["sgb2", "sgb3", "bb_reha"] | None = None
    erzwingt: str | None = None
    leitstrategie: bool = False


class Prognose(Begriff):
    """An Integrationsprognose of the Fachkraft; `nah` = integrationsnah."""

    code: str
    nah: bool


class Profillage(Begriff):
    """A Profillage; the technical ones and `offen` are neither near nor complex."""

    nah: bool | None = None
    technisch: bool = False
    nur_vorschlag: bool = False
    nur: Rechtskreis | None = None


class Zieloption(Begriff):
    """A labour-market goal of one group."""

    gruppe: str
    nur: Rechtskreis | None = None


class Fundzustand(Begriff):
    """What a note says about a Handlungsbedarf it mentions."""

    kandidat: bool


class Vokabular(Strikt):
    """All terms by id, in the order of the file."""

    rechtskreise: dict[str, str]
    schluesselgruppen: dict[str, Schluesselgruppe]
    handlungsbedarfe: dict[str, Handlungsbedarf]
    handlungsstrategien: dict[str, Strategie]
    uebergreifende_strategien: dict[str, Strategie]
    prognosen: dict[str, Prognose]
    profillagen: dict[str, Profillage]
    zieloptionen: dict[str, Zieloption]
    hinweise: tuple[str, ...]
    absichten: tuple[str, ...]
    antworttypen: tuple[str, ...]
    antwortarten: tuple[str, ...]
    fundzustaende: dict[str, Fundzustand]

    @property
    def strategien(self) -> dict[str, Strategie]:
        """The need-bound strategies, then the übergreifende ones."""
        return self.handlungsstrategien | self.uebergreifende_strategien

    def gruppe_von(self, bedarf: str) -> str:
        """The Schlüsselgruppe of a Handlungsbedarf."""
        return self.handlungsbedarfe[bedarf].schluesselgruppe


@cache
def load_vokabular() -> Vokabular:
    """The vocabulary; raises WissensFehler if the file is wrong or refers to an id it does not define."""
    vokabular = load_model(VOKABULAR, Vokabular)
    for name, bedarf in vokabular.handlungsbedarfe.items():
        _verlange(name, [bedarf.schluesselgruppe], vokabular.schluesselgruppen)
        _verlange(name, bedarf.strategien, vokabular.handlungsstrategien)
    for name, strategie in vokabular.strategien.items():
        _verlange(name, [strategie.erzwingt] if strategie.erzwingt else [], vokabular.strategien)
    return vokabular


def _verlange(name: str, ids: Iterable[str], erlaubt: Collection[str]) -> None:
    for kennung in ids:
        if kennung not in erlaubt:
            raise WissensFehler(f"{VOKABULAR}:1: {name}: unbekannt ist {kennung}, erlaubt ist {', '.join(erlaubt)}")
