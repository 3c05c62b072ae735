"""What the rules may know of a case. A missing key is unknown, never no; unknown keys and ids are errors."""

import math
from collections.abc import Callable
from datetime import date
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from knowledge.laden import Strikt
from knowledge.vokabular import Rechtskreis, load_vokabular

Status = Literal["festgestellt", "unklar", "angegeben", "kein_bedarf"]
OFFENE_STATUS: tuple[Status, ...] = ("unklar", "angegeben")
# Only these may be null: "not set" is a statement there (a missing Zielberuf is one, an absent key is none).
NULLBAR = {"id", "prognose", "schwerpunkt", "zielberuf"}
# Months of each prognosis: more than the first, at most the second.
KLASSEN: dict[str, tuple[float, float]] = {
    "integration_bis_6": (-1, 6),
    "integration_bis_12": (6, 12),
    "integration_ueber_12": (12, math.inf),
    "heranfuehren_bis_12": (-1, 12),
    "heranfuehren_ueber_12": (12, math.inf),
}


def _aus(*listen: str, ohne: tuple[str, ...] = ()) -> Callable[[str], str]:
    """A check that a text is an id of one of the vocabulary's lists."""

    def pruefe_id(wert: str) -> str:
        vokabular = load_vokabular()
        erlaubt = [kennung for liste in listen for kennung in getattr(vokabular, liste) if kennung not in ohne]
        if wert not in erlaubt:
            raise ValueError(f"unbekannt ist {wert}, erlaubt ist {', '.join(erlaubt)}")
        return wert

    return pruefe_id


Zahl = Annotated[float, Field(ge=0, allow_inf_nan=False)]
GruppenId = Annotated[str, AfterValidator(_aus("schluesselgruppen"))]
SchwerpunktId = Annotated[str, AfterValidator(_aus("schluesselgruppen", ohne=("arbeitsmarktbedingungen",)))]
BedarfId = Annotated[str, AfterValidator(_aus("handlungsbedarfe"))]
PrognoseId = Annotated[str, AfterValidator(_aus("prognosen"))]
ProfillageId = Annotated[str, AfterValidator(_aus("profillagen", ohne=("offen",)))]
ZieloptionId = Annotated[str, AfterValidator(_aus("zieloptionen"))]
StrategieId = Annotated[str, AfterValidator(_aus("handlungsstrategien", "uebergreifende_strategien"))]


class Bedarf(Strikt):
    """One assessed Handlungsbedarf; only `festgestellt` counts."""

    bedarf: BedarfId
    status: Status
    schwer: bool = False
    kommentar: str | None = None


class Massnahme(Strikt):
    """A planned or running measure; a Teilqualifizierung paid as FbW is `fbw`."""

    art: Literal["umschulung", "fbw", "andere"] | None = None
    dauer_monate: Zahl | None = None
    ende: date | None = None


class Zeitfenster(Strikt):
    """When a chosen strategy is carried out."""

    von: date
    bis: date

    @model_validator(mode="after")
    def _in_reihenfolge(self) -> Self:
        if self.bis < self.von:
            raise ValueError("bis: erlaubt ist ein Tag ab von")
        return self


class Fakten(Strikt):
    """The facts of one case, each unknown unless stated."""

    id: str | None = None
    rechtskreis: Rechtskreis
    kundenart: Literal["erstaufnahme", "bestand", "wiedermeldung", "abmeldung"] = "bestand"
    gespraechsart: Literal["erstgespraech", "zweitgespraech", "folgegespraech"] | None = None
    stichtag: date | None = None
    prognose: PrognoseId | None = None
    prognose_monate: Zahl | None = None
    nur_wegen_massnahme: bool | None = None
    massnahme: Massnahme | None = None
    massnahme_beendet: bool | None = None
    absolventenmanagement_laeuft: bool | None = None
    gespraech_vor_massnahmeende: bool | None = None
    gespraech_nach_massnahmeende: bool | None = None
    zielberuf: str | None = None
    handlungsbedarfe: tuple[Bedarf, ...] | None = None
    schwerpunkt: SchwerpunktId | None = None
    verdichtung_bestaetigt: tuple[GruppenId, ...] | None = None
    verdichtung_verneint: bool | None = None
    arbeitsmarktbedingungen: Literal["guenstig", "normal", "unguenstig"] | None = None
    zieloption_gewaehlt: ZieloptionId | None = None
    gewaehlte_strategien: tuple[StrategieId, ...] | None = None
    reihenfolge_vorgabe_fachkraft: tuple[GruppenId, ...] | None = None
    reihenfolge_begruendung: str | None = None
    plan_monate: Zahl | None = None
    zeitfenster: dict[StrategieId, Zeitfenster] | None = None
    plan_abgeschlossen: bool | None = None
    egv_vorhanden: bool | None = None
    egv_alter_monate: Zahl | None = None
    eingliederungsgutschein: bool | None = None
    profillage_vorher: ProfillageId | None = None
    monate_seit_abmeldung: Zahl | None = None
    offene_strategien: tuple[StrategieId, ...] | None = None
    bedarf_besteht_fort: dict[StrategieId, bool] | None = None
    strategie_abgebrochen: StrategieId | None = None
    strategie_gewuenscht: StrategieId | None = None
    neue_standortbestimmung: bool | None = None
    reha_fall: bool | None = None
    bb_fall: bool | None = None
    schwerbehindert: bool | None = None
    wiedereinstellungszusage_wochen: Annotated[Zahl, AfterValidator(math.floor)] | None = None
    ende_arbeitslosigkeit_steht_fest: bool | None = None
    em_rente_beantragt: bool | None = None
    paragraf_10: bool | None = None
    eingliederung_angestrebt: bool | None = None
    fortschritt_absehbar: bool | None = None
    naechstes_gespraech_monate: Zahl | None = None
    erwerbstaetig: bool | None = None
    selbstaendig: bool | None = None
    hilfebeduerftig: bool | None = None
    bg_personen: Zahl | None = None
    aerztlicher_dienst_geplant: bool | None = None
    vorgespraech_zum_aerztlichen_dienst: bool | None = None
    profiling_im_erstgespraech_durchgefuehrt: bool | None = None

    @model_validator(mode="after")
    def _widerspruchsfrei(self) -> Self:
        for name in sorted(self.model_fields_set - NULLBAR):
            if getattr(self, name) is None:
                raise ValueError(f"{name}: null ist nicht erlaubt; ein unbekannter Wert wird weggelassen")
        _pruefe_monate(self.prognose, self.prognose_monate)
        _pruefe_bedarfe(self.handlungsbedarfe or ())
        if self.verdichtung_verneint and self.verdichtung_bestaetigt:
            raise ValueError("verdichtung_verneint: true ist nur ohne verdichtung_bestaetigt erlaubt")
        return self

    def als_mapping(self) -> dict[str, object]:
        """The known facts by name, nested ones as mappings, for conditions."""
        werte = {name: getattr(self, name) for name in type(self).model_fields}
        werte["massnahme"] = self.massnahme and self.massnahme.model_dump()
        return {name: wert for name, wert in werte.items() if wert is not None}

    def bedarfe(self, *status: Status) -> tuple[str, ...]:
        """Ids of the Bedarfe with one of `status`, in the order of the catalogue."""
        gesucht = {eintrag.bedarf for eintrag in self.handlungsbedarfe or () if eintrag.status in status}
        return tuple(kennung for kennung in load_vokabular().handlungsbedarfe if kennung in gesucht)

    def gruppen(self) -> tuple[str, ...]:
        """The Schlüsselgruppen with a festgestellter Bedarf (S of rule 3.1), in the order of the catalogue."""
        vokabular = load_vokabular()
        gesucht = {vokabular.gruppe_von(kennung) for kennung in self.bedarfe("festgestellt")}
        return tuple(kennung for kennung in vokabular.schluesselgruppen if kennung in gesucht)


def _pruefe_monate(prognose: str | None, monate: float | None) -> None:
    if prognose is None or monate is None:
        return
    ueber, bis = KLASSEN[prognose]
    # The bound itself belongs to the shorter class: six months are "up to six".
    if not ueber < monate <= bis:
        grenzen = [f"mehr als {ueber:g}"] if ueber > 0 else []
        grenzen += [f"höchstens {bis:g}"] if math.isfinite(bis) else []
        erlaubt = " und ".join(grenzen)
        raise ValueError(f"prognose_monate: {monate:g} passt nicht zu {prognose}; erlaubt ist {erlaubt}")


def _pruefe_bedarfe(eintraege: tuple[Bedarf, ...]) -> None:
    gesehen: dict[str, tuple[str, bool]] = {}
    for eintrag in eintraege:
        angabe = (eintrag.status, eintrag.schwer)
        if gesehen.setdefault(eintrag.bedarf, angabe) != angabe:
            raise ValueError(f"handlungsbedarfe: {eintrag.bedarf} widerspricht sich; erlaubt ist eine Angabe je Bedarf")
