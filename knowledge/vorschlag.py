"""The proposal of one case: Profillage, reasons, strategies, goals, hints and the counter-check."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date

from pydantic import BaseModel

from knowledge.begruendung import Grund, begruendung
from knowledge.fakten import Fakten
from knowledge.fristen import Frist, Klaerung, fristen, klaerung
from knowledge.gegenprobe import Gegenprobe, gegenprobe, kandidaten
from knowledge.hinweise import Hinweis, ausgeloest, hinweise, hinweislage
from knowledge.profillage import entscheide
from knowledge.regelwerk import load_regelwerk
from knowledge.regelwerk_modell import Kandidat
from knowledge.strategien import NichtWaehlbar, Strategien, Strategiezeile, strategien
from knowledge.zieloptionen import Zieloptionen, zieloptionen

TECHNISCH = ("n", "z", "i")
LEER = Strategien((), (), (), ())


@dataclass(frozen=True)
class Sonderlage:
    """A technical Profillage and the reason for it."""

    art: str
    grund: str


@dataclass(frozen=True)
class Vorschlag:
    """All that the rules say about one case, in the order of the interchange format."""

    id: str | None
    regelwerk: str
    stichtag: date
    profillage: str
    kandidaten: tuple[Kandidat, ...]
    begruendung: tuple[Grund, ...]
    strategien: tuple[Strategiezeile, ...]
    uebergreifend: tuple[str, ...]
    nicht_waehlbar: tuple[NichtWaehlbar, ...]
    reihenfolge: tuple[str, ...]
    zieloptionen: Zieloptionen
    sonderlage: Sonderlage | None
    hinweise: tuple[Hinweis, ...]
    strategien_erledigt: tuple[str, ...]
    strategien_bleiben_offen: tuple[str, ...]
    klaerung: tuple[Klaerung, ...]
    fristen: tuple[Frist, ...]
    gegenprobe: tuple[Gegenprobe, ...]

    def to_json(self) -> dict[str, object]:
        """Plain JSON values (days as ISO text), in the key order of the interchange format."""
        return {name: _schlicht(wert) for name, wert in asdict(self).items()}


def vorschlagen(fakten: Fakten, stichtag: date) -> Vorschlag:
    """The proposal for a case by the rules of `stichtag`; raises KeinRegelwerk before the first rulebook."""
    regelwerk = load_regelwerk(stichtag)
    entscheidung = entscheide(fakten, regelwerk)
    werte = hinweislage(fakten, entscheidung)
    regeln = ausgeloest(werte, regelwerk)
    gruende = begruendung(entscheidung, regeln, werte, regelwerk)
    innerhalb = entscheidung.schritt > 1
    plan = strategien(fakten, werte) if innerhalb else LEER
    erledigt, bleibt = _offene_strategien(fakten, werte) if innerhalb else ((), ())
    return Vorschlag(
        id=fakten.id,
        regelwerk=regelwerk.id,
        stichtag=stichtag,
        profillage=entscheidung.profillage,
        kandidaten=kandidaten(fakten, regelwerk, entscheidung),
        begruendung=gruende,
        strategien=plan.strategien,
        uebergreifend=plan.uebergreifend,
        nicht_waehlbar=plan.nicht_waehlbar,
        reihenfolge=plan.reihenfolge,
        zieloptionen=zieloptionen(fakten, entscheidung.profillage) if innerhalb else Zieloptionen(),
        sonderlage=_sonderlage(entscheidung.profillage, gruende),
        hinweise=hinweise(regeln, werte),
        strategien_erledigt=erledigt,
        strategien_bleiben_offen=bleibt,
        klaerung=klaerung(fakten, stichtag) if innerhalb else (),
        fristen=fristen(fakten, entscheidung.profillage, stichtag) if innerhalb else (),
        gegenprobe=gegenprobe(fakten, regelwerk, entscheidung.profillage),
    )


def _sonderlage(profillage: str, gruende: tuple[Grund, ...]) -> Sonderlage | None:
    return Sonderlage(profillage, gruende[0].text) if profillage in TECHNISCH else None


def _offene_strategien(fakten: Fakten, lage: Mapping[str, object]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Which open strategies are done with and which stay open, at Abmeldung or Wiedermeldung (AB-01 to AB-03)."""
    offene = tuple(dict.fromkeys(fakten.offene_strategien or ()))
    if fakten.kundenart == "abmeldung":
        fort = fakten.bedarf_besteht_fort or {}
        return tuple(k for k in offene if fort.get(k) is False), tuple(k for k in offene if fort.get(k) is not False)
    if fakten.kundenart == "wiedermeldung":
        return (offene, ()) if lage.get("zurueckgesetzt") else ((), offene)
    return (), ()


def _schlicht(wert: object) -> object:
    if isinstance(wert, date):
        return wert.isoformat()
    if isinstance(wert, BaseModel):
        return _schlicht(wert.model_dump())
    if isinstance(wert, dict):
        return {name: _schlicht(innen) for name, innen in wert.items()}
    return [_schlicht(innen) for innen in wert] if isinstance(wert, list | tuple) else wert
