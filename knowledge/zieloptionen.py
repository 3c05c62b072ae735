"""Which goals may be agreed, which not and why, and which must be looked at as well (ZR-01 to ZR-10)."""

from dataclasses import dataclass

from knowledge.fakten import Fakten
from knowledge.vokabular import load_vokabular

# ZR-09: who searches further away keeps the nearer ones.
AUCH_PRUEFEN: dict[str | None, tuple[str, ...]] = {
    "taetigkeit_ueberregional": ("taetigkeit_lokal",),
    "taetigkeit_international": ("taetigkeit_lokal", "taetigkeit_ueberregional"),
    "ausbildung_ueberregional": ("ausbildung_lokal",),
}


@dataclass(frozen=True)
class UnzulaessigeZieloption:
    """A goal that is ruled out, and why."""

    zieloption: str
    grund: str


@dataclass(frozen=True)
class Zieloptionen:
    """What the rules say about the goals of one case."""

    zulaessig: tuple[str, ...] = ()
    unzulaessig: tuple[UnzulaessigeZieloption, ...] = ()
    auch_pruefen: tuple[str, ...] = ()


def zieloptionen(fakten: Fakten, profillage: str) -> Zieloptionen:
    """The goals of a case inside the scope of the model."""
    gruende = {kennung: _grund(kennung, fakten, profillage) for kennung in load_vokabular().zieloptionen}
    return Zieloptionen(
        zulaessig=tuple(kennung for kennung, grund in gruende.items() if grund is None),
        unzulaessig=tuple(UnzulaessigeZieloption(k, grund) for k, grund in gruende.items() if grund),
        auch_pruefen=AUCH_PRUEFEN.get(fakten.zieloption_gewaehlt, ()),
    )


def ist_nah(fakten: Fakten, profillage: str) -> bool | None:
    """Whether the case is integrationsnah: by Profillage, with `offen` by prognosis; None where neither says."""
    vokabular = load_vokabular()
    if profillage == "offen":
        return None if fakten.prognose is None else vokabular.prognosen[fakten.prognose].nah
    return vokabular.profillagen[profillage].nah


def _grund(zieloption: str, fakten: Fakten, profillage: str) -> str | None:
    nur = load_vokabular().zieloptionen[zieloption].nur
    if nur is not None and nur != fakten.rechtskreis:
        return "Nur im SGB II vorgesehen."
    if zieloption == "stabilisierung_beschaeftigung" and fakten.erwerbstaetig is fakten.selbstaendig is False:
        return "Nur für Personen, die arbeiten und weiter hilfebedürftig sind."
    if zieloption == "jenseits_erster_arbeitsmarkt" and ist_nah(fakten, profillage):
        return "Nur wenn eine Integration in den ersten Arbeitsmarkt binnen zwölf Monaten unwahrscheinlich ist."
    return None
