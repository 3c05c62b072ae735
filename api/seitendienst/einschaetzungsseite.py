"""The Fachkraft's assessment as a form: what she said so far, and what she enters."""

from sqlalchemy.orm import Session

from api.seiten.ansichten_chat import Wahlzeile
from api.seiten.ansichten_fall import Bedarfsgruppe, Bedarfszeile, Einschaetzungsseite
from api.seiten.daten import Eingabefehler, Einschaetzungseingabe
from api.seitendienst.fallseite import kopf, zaehlt
from casefile.akte import Akte
from casefile.aufnahme import LEITFADEN
from casefile.einschaetzung import EintragFehler, ist_vollstaendig, lies, trage_ein
from casefile.fallstand import Fallstand, bedarfsgruppen
from casefile.modelle import Fall
from knowledge.angaben import GRUPPEN, fakten_aus
from knowledge.vokabular import Schluesselgruppe, load_vokabular

STATUS: dict[object, str] = {
    "kein_bedarf": "kein_bedarf",
    "unklar": "unklar",
    "festgestellt": "festgestellt",
    "festgestellt_schwer": "schwer",
}
UEBERGANGEN = {
    "prognose": "In diesem Fall gehört keine Prognose zur Einschätzung.",
    "arbeitsmarktbedingungen": "In diesem Fall gehört der Arbeitsmarkt nicht zur Einschätzung.",
    "schwerpunkt": "Ein Schwerpunkt zählt nur in einer Schlüsselgruppe mit festgestelltem Bedarf.",
    "verdichtung": "Eine Verdichtung zählt nur bei festgestelltem Bedarf und einer Prognose über zwölf Monate.",
    "nur_wegen_massnahme": "Das gilt nur, wenn Arbeit erst nach mehr als zwölf Monaten realistisch ist.",
    **{f"kommentar_{g}": "Eine Anmerkung gehört zu einem Bedarf, der noch unklar ist." for g in GRUPPEN},
}
ZUERST = (
    "Beantworten Sie im Gespräch zuerst, warum Sie das Gespräch führen und ob eine besondere Lage vorliegt. "
    "Danach können Sie hier Ihre Einschätzung eintragen."
)
UNNOETIG = "Bei diesem Fall ist keine Einschätzung nötig. Der Vorschlag liegt schon vor."
JA_NEIN: dict[object, str] = {True: "ja", False: "nein"}
FELDER = {"arbeitsmarktbedingungen": "markt", **{f"kommentar_{g}": f"kommentar-{g}" for g in GRUPPEN}}
# The guide asks about learning before this need (E25).
LERNEN = "intellektuelle_leistungsfaehigkeit"
WERT: dict[str, object] = {status: wert for wert, status in STATUS.items()}
# Which answers of the customer shed light on which need.
ANGABEN: dict[str, tuple[str, ...]] = {
    "schulische_qualifikation": ("schulabschluss",),
    "berufliche_qualifikation": ("berufsabschluss", "anerkennung", "fehlende_nachweise"),
    "berufserfahrung": ("berufserfahrung",),
    "sprachkenntnisse": ("deutsch_beruf", "deutsch_schwierigkeit", "fremdsprache_stand"),
    "gesundheitliche_einschraenkungen": ("einschraenkung_funktion", "anpassung"),
    "arbeits_und_sozialverhalten": ("tagesstruktur",),
    "eigeninitiative_arbeitshaltung": ("eigenbemuehungen", "alternativen"),
    "lern_weiterbildungsbereitschaft": ("lernbereitschaft",),
    "persoenliche_rahmenbedingungen": ("gate_r",),
    "oertliche_mobilitaet": ("verkehrsmittel", "wegzeit_minuten", "umzug"),
    "wohnsituation": ("wohnen_hilfe",),
    "familiaere_situation": ("betreuung", "arbeitszeiten"),
    "finanzielle_situation": ("geld_hilfe",),
}


def seite(akte: Akte, s: Session, fall: Fall) -> Einschaetzungsseite:
    """Show the assessment; what was not said yet is empty."""
    stand = lies(akte, s, fall.id, LEITFADEN)
    werte = stand.stand.werte
    return Einschaetzungsseite(
        kopf=kopf(akte, s, fall),
        gruppen=_gruppen(stand),
        prognosen=_wahl(stand, "prognose"),
        schluesselgruppen=tuple(Wahlzeile(k, g.label) for k, g in _gruppen_des_vokabulars().items()),
        maerkte=_wahl(stand, "arbeitsmarktbedingungen"),
        zielberuf=str(werte.get("zielberuf") or ""),
        prognose=str(werte.get("prognose") or ""),
        nur_wegen_massnahme=JA_NEIN.get(werte.get("nur_wegen_massnahme"), ""),
        schwerpunkt=str(werte.get("schwerpunkt") or ""),
        verdichtung=_verdichtung(stand),
        markt=str(werte.get("arbeitsmarktbedingungen") or ""),
        verwehrt=_verwehrt(stand),
    )


def speichere(akte: Akte, s: Session, fall: Fall, konto_id: str, eingabe: Einschaetzungseingabe) -> None:
    """Record what the form says, as answers to the Fachkraft's questions.

    Raises Eingabefehler for values that cannot be, and for those that would have no effect: nothing that was
    entered is dropped in silence.
    """
    werte, stand = _werte(eingabe), lies(akte, s, fall.id, LEITFADEN)
    if _verwehrt(stand):
        raise Eingabefehler({"": _verwehrt(stand)})
    try:
        neu = trage_ein(akte, s, fall.id, stand, werte, konto_id=konto_id)
    except EintragFehler as fehler:
        raise Eingabefehler({FELDER.get(fakt, fakt): text for fakt, text in fehler.felder.items()}) from None
    wirkungslos = _wirkungslos(neu, werte)
    if wirkungslos:
        raise Eingabefehler(wirkungslos)


def _verwehrt(stand: Fallstand) -> str:
    # The whole form rests on the Zielberuf; where that is not asked, all of it would be passed over.
    if "zielberuf" in {stand.leitfaden.fragen[f].fuellt for f in (*stand.stand.offen, *stand.stand.beantwortet)}:
        return ""
    return UNNOETIG if ist_vollstaendig(stand) else ZUERST


def _wirkungslos(stand: Fallstand, werte: dict[str, object]) -> dict[str, str]:
    uebergangen = {fakt for fakt, wert in werte.items() if wert not in (None, "nein") and fakt not in stand.stand.werte}
    fehler = {FELDER.get(fakt, fakt): text for fakt, text in UEBERGANGEN.items() if fakt in uebergangen}
    # With a need in one group only that group is the Schwerpunkt anyway.
    if "schwerpunkt" in fehler and [werte["schwerpunkt"]] == list(bedarfsgruppen(stand)):
        del fehler["schwerpunkt"]
    return fehler


def _werte(eingabe: Einschaetzungseingabe) -> dict[str, object]:
    werte: dict[str, object] = {
        "zielberuf": eingabe.zielberuf or None,
        "prognose": eingabe.prognose or None,
        "nur_wegen_massnahme": eingabe.nur_wegen_massnahme or None,
        "schwerpunkt": eingabe.schwerpunkt or None,
        "verdichtung": _verdichtung_aus(eingabe),
        "arbeitsmarktbedingungen": eingabe.markt or None,
    }
    for gruppe in _gruppen_des_vokabulars():
        werte |= _werte_der_gruppe(eingabe, gruppe)
        werte[f"kommentar_{gruppe}"] = eingabe.kommentare.get(gruppe) or None
    return werte


def _werte_der_gruppe(eingabe: Einschaetzungseingabe, gruppe: str) -> dict[str, object]:
    bedarfe = [k for k, bedarf in load_vokabular().handlungsbedarfe.items() if bedarf.schluesselgruppe == gruppe]
    status = {k: eingabe.bedarfe[k] for k in bedarfe if eingabe.bedarfe.get(k)}
    if not status:
        return {}
    ohne = len(status) == len(bedarfe) and set(status.values()) == {"kein_bedarf"}
    werte: dict[str, object] = {f"bedarf_pruefen_{gruppe}": "nein" if ohne else "ja"}
    werte |= {f"handlungsbedarfe.{k}": WERT.get(wert, wert) for k, wert in status.items()}
    if LERNEN in status:
        werte["lernen_schwer"] = "nein" if status[LERNEN] == "kein_bedarf" else "ja"
    return werte


def _verdichtung_aus(eingabe: Einschaetzungseingabe) -> str | None:
    if not eingabe.verdichtung:
        return None
    if eingabe.verdichtung == ("keine",):
        return "nein"
    # The rules look at the Schwerpunkt alone (PL-06 to PL-08).
    if eingabe.schwerpunkt and eingabe.schwerpunkt not in eingabe.verdichtung:
        raise Eingabefehler(
            {"verdichtung": "Eine Verdichtung zählt nur im Schwerpunkt. Bitte prüfen Sie Ihre Auswahl."}
        )
    return "ja"


def _gruppen(stand: Fallstand) -> tuple[Bedarfsgruppe, ...]:
    return tuple(
        Bedarfsgruppe(
            kennung,
            gruppe.label,
            tuple(
                _bedarf(stand, k, bedarf.code, bedarf.label, kennung)
                for k, bedarf in load_vokabular().handlungsbedarfe.items()
                if bedarf.schluesselgruppe == kennung
            ),
            str(stand.stand.werte.get(f"kommentar_{kennung}") or ""),
        )
        for kennung, gruppe in _gruppen_des_vokabulars().items()
    )


def _bedarf(stand: Fallstand, kennung: str, code: str, label: str, gruppe: str) -> Bedarfszeile:
    werte = stand.stand.werte
    status = STATUS.get(werte.get(f"handlungsbedarfe.{kennung}"), "")
    if werte.get(f"bedarf_pruefen_{gruppe}") is False or (kennung == LERNEN and werte.get("lernen_schwer") is False):
        status = "kein_bedarf"
    return Bedarfszeile(id=kennung, code=code, label=label, status=status, angaben=_angaben(stand, kennung))


def _angaben(stand: Fallstand, bedarf: str) -> tuple[str, ...]:
    fragen = [frage for frage in stand.leitfaden.fragen.values() if frage.fuellt in ANGABEN.get(bedarf, ())]
    zeilen = [(frage, stand.zeilen[frage.id]) for frage in fragen if zaehlt(stand, frage.id)]
    return tuple(f"{frage.kurz}: {stand.in_worten(zeile)}" for frage, zeile in zeilen if stand.in_worten(zeile))


def _wahl(stand: Fallstand, fakt: str) -> tuple[Wahlzeile, ...]:
    frage = next(frage for frage in stand.leitfaden.fragen.values() if frage.fuellt == fakt)
    return tuple(Wahlzeile(punkt.wert, punkt.titel) for punkt in stand.wahl(frage))


def _verdichtung(stand: Fallstand) -> tuple[str, ...]:
    werte = stand.stand.werte
    if werte.get("verdichtung") == "nein":
        return ("keine",)
    if werte.get("verdichtung") != "ja" or stand.vorschlag is None:
        return ()
    fakten = fakten_aus(werte, stand.heute)
    return (fakten.verdichtung_bestaetigt or ()) if fakten else ()


def _gruppen_des_vokabulars() -> dict[str, Schluesselgruppe]:
    gruppen = load_vokabular().schluesselgruppen
    return {kennung: gruppe for kennung, gruppe in gruppen.items() if gruppe.zaehlt_fuer_profillage}
