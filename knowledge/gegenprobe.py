"""What a single change of one judgement would make of a case: the counter-check, and the candidates of an open one."""

from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.fakten import Bedarf, Fakten
from knowledge.profillage import Entscheidung, entscheide, schwerpunkt_wirksam
from knowledge.regelwerk import Regelwerk
from knowledge.regelwerk_modell import Kandidat
from knowledge.vokabular import load_vokabular


@dataclass(frozen=True)
class Gegenprobe:
    """A single change, and the Profillage it would lead to."""

    aenderung: str
    profillage: str


@dataclass(frozen=True)
class Aenderung:
    """A single change of one judgement: what changes, what a candidate would still lack, and the changed facts."""

    text: str
    fehlt: str
    fakten: Fakten


def gegenprobe(fakten: Fakten, regelwerk: Regelwerk, profillage: str) -> tuple[Gegenprobe, ...]:
    """Every single change of one judgement that would lead to another Profillage than `profillage`."""
    proben = ((aenderung, entscheide(aenderung.fakten, regelwerk).profillage) for aenderung in aenderungen(fakten))
    return tuple(Gegenprobe(aenderung.text, ziel) for aenderung, ziel in proben if ziel != profillage)


def kandidaten(fakten: Fakten, regelwerk: Regelwerk, entscheidung: Entscheidung) -> tuple[Kandidat, ...]:
    """With `offen`: the Profillagen that a rule names or one single change reaches, with what each lacks."""
    if entscheidung.profillage != "offen":
        return ()
    genannt = tuple(kandidat for regel in entscheidung.regeln for kandidat in regel.fassung.dann.kandidaten)
    return genannt or _erreichbar(fakten, regelwerk)


def _erreichbar(fakten: Fakten, regelwerk: Regelwerk) -> tuple[Kandidat, ...]:
    fehlt: dict[str, dict[str, None]] = {}
    for aenderung in aenderungen(fakten):
        ziel = entscheide(aenderung.fakten, regelwerk).profillage
        fehlt.setdefault(ziel, {})[aenderung.fehlt] = None
    ziele = [kennung for kennung in load_vokabular().profillagen if kennung in fehlt and kennung != "offen"]
    return tuple(Kandidat(profillage=ziel, fehlt=" oder ".join(fehlt[ziel])) for ziel in ziele)


def aenderungen(fakten: Fakten) -> Iterator[Aenderung]:
    """All single changes: prognosis, Schwerpunkt, Verdichtung, `nur_wegen_massnahme`, one Bedarf more or less."""
    yield from _prognosen(fakten)
    yield from _schwerpunkte(fakten)
    yield from _verdichtung(fakten)
    yield from _massnahme(fakten)
    yield from _bedarfe(fakten)


def _prognosen(fakten: Fakten) -> Iterator[Aenderung]:
    for kennung, prognose in load_vokabular().prognosen.items():
        if kennung != fakten.prognose:
            text = f"Integrationsprognose „{prognose.label}“"
            yield Aenderung(text, text, _mit(fakten, prognose=kennung, prognose_monate=None))


def _schwerpunkte(fakten: Fakten) -> Iterator[Aenderung]:
    for kennung, gruppe in load_vokabular().schluesselgruppen.items():
        if gruppe.zaehlt_fuer_profillage and kennung != fakten.schwerpunkt:
            text = f"Schwerpunkt {gruppe.label}"
            yield Aenderung(text, text, _mit(fakten, schwerpunkt=kennung))


def _verdichtung(fakten: Fakten) -> Iterator[Aenderung]:
    bestaetigt = fakten.verdichtung_bestaetigt or ()
    wirksam = schwerpunkt_wirksam(fakten)
    for kennung in (wirksam,) if wirksam else fakten.gruppen():
        if kennung not in bestaetigt:
            text = f"bestätigte Verdichtung in {load_vokabular().schluesselgruppen[kennung].label}"
            neu = _mit(fakten, verdichtung_bestaetigt=(*bestaetigt, kennung), verdichtung_verneint=None)
            yield Aenderung(text, f"eine {text}", neu)
    if not fakten.verdichtung_verneint:
        neu = _mit(fakten, verdichtung_bestaetigt=(), verdichtung_verneint=True)
        yield Aenderung("Verdichtung verneint", "die Feststellung, dass keine Verdichtung vorliegt", neu)


def _massnahme(fakten: Fakten) -> Iterator[Aenderung]:
    for wert, text in (
        (True, "Prognose nur wegen der Maßnahme über zwölf Monate"),
        (False, "Prognose nicht nur wegen der Maßnahme über zwölf Monate"),
    ):
        if wert is not fakten.nur_wegen_massnahme:
            yield Aenderung(text, f"die Feststellung: {text}", _mit(fakten, nur_wegen_massnahme=wert))


def _bedarfe(fakten: Fakten) -> Iterator[Aenderung]:
    vokabular, festgestellt = load_vokabular(), fakten.bedarfe("festgestellt")
    uebrige = tuple(eintrag for eintrag in fakten.handlungsbedarfe or ())
    for kennung, bedarf in vokabular.handlungsbedarfe.items():
        gruppe = vokabular.schluesselgruppen[bedarf.schluesselgruppe].label
        andere = tuple(eintrag for eintrag in uebrige if eintrag.bedarf != kennung)
        if kennung in festgestellt:
            text = f"ohne den Handlungsbedarf {bedarf.label}"
            yield Aenderung(
                text, f"das Entfallen des Handlungsbedarfs {bedarf.label}", _mit(fakten, handlungsbedarfe=andere)
            )
        else:
            text = f"Handlungsbedarf {bedarf.label} zusätzlich festgestellt"
            neu = (*andere, Bedarf(bedarf=kennung, status="festgestellt"))
            yield Aenderung(text, f"ein Handlungsbedarf in {gruppe}", _mit(fakten, handlungsbedarfe=neu))


def _mit(fakten: Fakten, **werte: object) -> Fakten:
    return fakten.model_copy(update=werte)
