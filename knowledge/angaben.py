"""From the answers of the guide to the facts that the rules take.

The guide asks what people can say (a day, "employed"); the rules want what they decide by (full weeks,
two booleans). Whatever was not answered stays unknown.
"""

import json
from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping
from datetime import date

from knowledge.fakten import Fakten
from knowledge.vokabular import load_vokabular

Werte = Mapping[str, object]
GRUPPEN = ("rahmenbedingungen", "leistungsfaehigkeit", "motivation", "qualifikation")
UNVERAENDERT = (
    "kundenart",
    "profillage_vorher",
    "massnahme_beendet",
    "absolventenmanagement_laeuft",
    "gespraech_vor_massnahmeende",
    "gespraech_nach_massnahmeende",
    "offene_strategien",
    "strategie_abgebrochen",
    "strategie_gewuenscht",
    "neue_standortbestimmung",
    "reha_fall",
    "bb_fall",
    "schwerbehindert",
    "ende_arbeitslosigkeit_steht_fest",
    "em_rente_beantragt",
    "paragraf_10",
    "fortschritt_absehbar",
    "eingliederung_angestrebt",
    "naechstes_gespraech_monate",
    "hilfebeduerftig",
    "bg_personen",
    "aerztlicher_dienst_geplant",
    "vorgespraech_zum_aerztlichen_dienst",
    "arbeitsmarktbedingungen",
    "nur_wegen_massnahme",
    "schwerpunkt",
    "zieloption_gewaehlt",
    "gewaehlte_strategien",
    "reihenfolge_begruendung",
    "plan_monate",
    "plan_abgeschlossen",
    "egv_vorhanden",
    "egv_alter_monate",
    "eingliederungsgutschein",
)
MASSNAHME = ("art", "dauer_monate", "ende")
WIEDEREINSTELLUNG_MONATE = 2
WOCHEN_BINNEN_FRIST = 8
TAGE_JE_WOCHE = 7
MONATE_IM_JAHR = 12


def fakten_aus(werte: Werte, heute: date) -> Fakten | None:
    """Give the facts of a case from its answers (fact name → value), for the day `heute`.

    None until the Rechtskreis is known: without it the rules make no proposal (G4).
    """
    if werte.get("rechtskreis") not in load_vokabular().rechtskreise:
        return None
    roh: dict[str, object] = {"rechtskreis": werte["rechtskreis"], "gespraechsart": "erstgespraech"}
    roh |= {name: werte[name] for name in UNVERAENDERT if werte.get(name) is not None}
    for teil in TEILE:
        roh |= {name: wert for name, wert in teil(werte, heute) if wert is not None}
    if "zielberuf" in werte:
        roh["zielberuf"] = werte["zielberuf"]
    return Fakten.model_validate_json(json.dumps(roh))


def _erwerb(werte: Werte, _: date) -> Iterator[tuple[str, object]]:
    art = werte.get("erwerbstaetig")
    if art is not None:
        yield "erwerbstaetig", art in ("angestellt", "beides")
        yield "selbstaendig", art in ("selbstaendig", "beides")


def _prognose(werte: Werte, _: date) -> Iterator[tuple[str, object]]:
    if werte.get("prognose") in load_vokabular().prognosen:
        yield "prognose", werte["prognose"]


def _massnahme(werte: Werte, _: date) -> Iterator[tuple[str, object]]:
    teile = {teil: werte[f"massnahme.{teil}"] for teil in MASSNAHME if werte.get(f"massnahme.{teil}") is not None}
    yield "massnahme", teile or None


def _bedarfe(werte: Werte, _: date) -> Iterator[tuple[str, object]]:
    """Needs count as assessed once each Schlüsselgruppe was looked at; a group without one has none."""
    if any(werte.get(f"bedarf_pruefen_{gruppe}") is None for gruppe in GRUPPEN):
        return
    yield (
        "handlungsbedarfe",
        [
            {
                "bedarf": kennung,
                **_status(werte[f"handlungsbedarfe.{kennung}"]),
                **_kommentar(werte, bedarf.schluesselgruppe),
            }
            for kennung, bedarf in load_vokabular().handlungsbedarfe.items()
            if f"handlungsbedarfe.{kennung}" in werte
        ],
    )


def _status(antwort: object) -> dict[str, object]:
    # Asked and left open is unclear (PR-05), not absent.
    schwer = antwort == "festgestellt_schwer"
    return {"status": "festgestellt" if schwer else antwort or "unklar", "schwer": schwer}


def _kommentar(werte: Werte, gruppe: str) -> dict[str, object]:
    kommentar = werte.get(f"kommentar_{gruppe}")
    return {"kommentar": kommentar} if kommentar is not None else {}


def _verdichtung(werte: Werte, heute: date) -> Iterator[tuple[str, object]]:
    antwort = werte.get("verdichtung")
    if antwort == "nein":
        yield "verdichtung_verneint", True
    if antwort == "ja":
        gruppen = [werte["schwerpunkt"]] if werte.get("schwerpunkt") else _bedarfsgruppen(werte, heute)
        yield "verdichtung_bestaetigt", gruppen


def _bedarfsgruppen(werte: Werte, heute: date) -> list[str]:
    bedarfe = load_vokabular().handlungsbedarfe
    liste = dict(_bedarfe(werte, heute)).get("handlungsbedarfe", [])
    eintraege = liste if isinstance(liste, list) else []
    return sorted({bedarfe[e["bedarf"]].schluesselgruppe for e in eintraege if e["status"] == "festgestellt"})


def _fristen(werte: Werte, heute: date) -> Iterator[tuple[str, object]]:
    if werte.get("wiedereinstellung_am") is not None:
        yield (
            "wiedereinstellungszusage_wochen",
            wochen_bis(date.fromisoformat(str(werte["wiedereinstellung_am"])), heute),
        )
    if werte.get("abmeldung_am") is not None:
        yield "monate_seit_abmeldung", monate_zwischen(date.fromisoformat(str(werte["abmeldung_am"])), heute)


def _fortbestand(werte: Werte, _: date) -> Iterator[tuple[str, object]]:
    offene, bleiben = werte.get("offene_strategien"), werte.get("bedarf_besteht_fort")
    if isinstance(offene, list) and isinstance(bleiben, list):
        yield "bedarf_besteht_fort", {strategie: strategie in bleiben for strategie in offene}


def _zeitfenster(werte: Werte, _: date) -> Iterator[tuple[str, object]]:
    von, bis, strategien = (werte.get(n) for n in ("zeitfenster_von", "zeitfenster_bis", "gewaehlte_strategien"))
    # A window that ends before it begins is no window: the rules then ask for one (W11).
    if isinstance(strategien, list) and isinstance(von, str) and isinstance(bis, str) and von <= bis:
        yield "zeitfenster", {strategie: {"von": von, "bis": bis} for strategie in strategien}


def _reihenfolge(werte: Werte, heute: date) -> Iterator[tuple[str, object]]:
    zuerst = werte.get("reihenfolge_zuerst")
    if werte.get("reihenfolge") == "abweichend" and zuerst is not None:
        rest = [gruppe for gruppe in GRUPPEN if gruppe in _bedarfsgruppen(werte, heute) and gruppe != zuerst]
        yield "reihenfolge_vorgabe_fachkraft", [zuerst, *rest]


def wochen_bis(tag: date, heute: date) -> int:
    """Give the full weeks until a re-hire date; over eight if it lies later than two months by calendar (SF-Za)."""
    wochen = max((tag - heute).days, 0) // TAGE_JE_WOCHE
    return wochen if tag <= plus_monate(heute, WIEDEREINSTELLUNG_MONATE) else max(wochen, WOCHEN_BINNEN_FRIST + 1)


def monate_zwischen(von: date, bis: date) -> float:
    """Give the months from one day to another by calendar; a begun month counts half (SF-N2: over six or not)."""
    monate = (bis.year - von.year) * MONATE_IM_JAHR + bis.month - von.month
    while monate > 0 and plus_monate(von, monate) > bis:
        monate -= 1
    return max(monate + (0.5 if plus_monate(von, monate) < bis else 0), 0)


def plus_monate(tag: date, monate: int) -> date:
    """Give the same day `monate` months later, or the last day of a shorter month."""
    jahr, monat = divmod(tag.month - 1 + monate, MONATE_IM_JAHR)
    letzter = monthrange(tag.year + jahr, monat + 1)[1]
    return date(tag.year + jahr, monat + 1, min(tag.day, letzter))


Teil = Callable[[Werte, date], Iterator[tuple[str, object]]]
TEILE: tuple[Teil, ...] = (
    _erwerb,
    _prognose,
    _massnahme,
    _bedarfe,
    _verdichtung,
    _fristen,
    _fortbestand,
    _zeitfenster,
    _reihenfolge,
)
