"""The proposal as a page, in German terms, and the Fachkraft's decision on it."""

from collections.abc import Iterable

from sqlalchemy.orm import Session

from api.seiten.ansichten_chat import Wahlzeile
from api.seiten.ansichten_vorschlag import (
    Ausschluss,
    Bedarfsstrategien,
    Entscheidungsansicht,
    Frist,
    Gegenprobe,
    Grund,
    Hinweis,
    Kandidat,
    Strategiezeile,
    Vorschlagsansicht,
)
from api.seiten.daten import Eingabefehler, Entscheidungseingabe
from api.seitendienst.fallseite import kopf
from casefile.akte import Akte
from casefile.aufnahme import LEITFADEN
from casefile.einschaetzung import EintragFehler, ist_vollstaendig, lies, trage_ein
from casefile.eintraege import sichtbar
from casefile.entscheidung import entscheidungszeilen
from casefile.fallstand import Fallstand
from casefile.modelle import Antwort, Fall, Konto
from knowledge.quellen import load_werke
from knowledge.vokabular import load_vokabular
from knowledge.vorschlag import Vorschlag
from knowledge.worte import begriffe

FELDER = {
    "profillage_entscheidung": "weg",
    "profillage_gewaehlt": "profillage",
    "profillage_begruendung": "begruendung",
    "profillage_anmerkung": "begruendung",
}


def seite(akte: Akte, s: Session, fall: Fall) -> Vorschlagsansicht | None:
    """Show the proposal; None until the Fachkraft's own assessment is in."""
    stand = lies(akte, s, fall.id, LEITFADEN)
    vorschlag = stand.vorschlag
    if vorschlag is None or not ist_vollstaendig(stand):
        return None
    entscheidung, ueberholt = _entscheidung(s, stand, vorschlag)
    return Vorschlagsansicht(
        kopf=kopf(akte, s, fall),
        profillage="" if vorschlag.profillage == "offen" else begriffe(vorschlag.profillage),
        regelwerk=load_werke()[vorschlag.regelwerk].titel,
        stichtag=vorschlag.stichtag,
        eindeutig=vorschlag.profillage != "offen",
        begruendung=tuple(Grund(g.regel, g.quelle.in_worten(), g.text) for g in vorschlag.begruendung),
        profillagen=_profillagen(),
        sonderlage=vorschlag.sonderlage.grund if vorschlag.sonderlage else "",
        kandidaten=tuple(Kandidat(begriffe(k.profillage), (k.fehlt,)) for k in vorschlag.kandidaten),
        hinweise=tuple(Hinweis(h.code, h.text, h.frage or "") for h in vorschlag.hinweise),
        gegenproben=tuple(Gegenprobe(g.aenderung, begriffe(g.profillage)) for g in vorschlag.gegenprobe),
        strategien=_strategien(vorschlag),
        uebergreifend=_begriffe(vorschlag.uebergreifend),
        nicht_waehlbar=tuple(Ausschluss(begriffe(n.strategie), n.grund) for n in vorschlag.nicht_waehlbar),
        reihenfolge=_begriffe(vorschlag.reihenfolge),
        zieloptionen=_begriffe(vorschlag.zieloptionen.zulaessig),
        ziele_nicht_moeglich=tuple(
            Ausschluss(begriffe(z.zieloption), z.grund) for z in vorschlag.zieloptionen.unzulaessig
        ),
        ziele_auch_pruefen=_begriffe(vorschlag.zieloptionen.auch_pruefen),
        klaerung=tuple(Hinweis("", begriffe(k.bedarf), k.kommentar_schluesselgruppe) for k in vorschlag.klaerung),
        fristen=tuple(Frist(f.was, f.am, f.regel) for f in vorschlag.fristen),
        entscheidung=entscheidung,
        ueberholt=ueberholt,
    )


def entscheide(akte: Akte, s: Session, fall: Fall, konto_id: str, eingabe: Entscheidungseingabe) -> None:
    """Record the decision as answers. Raises Eingabefehler if the choice or a needed reason is missing."""
    stand = lies(akte, s, fall.id, LEITFADEN)
    if stand.vorschlag is None or not ist_vollstaendig(stand):
        raise Eingabefehler({"weg": "Bitte tragen Sie zuerst Ihre Einschätzung ein."})
    fehler = _fehlt(eingabe, eindeutig=stand.vorschlag.profillage != "offen")
    if fehler:
        raise Eingabefehler(fehler)
    try:
        trage_ein(akte, s, fall.id, stand, _werte(eingabe), konto_id=konto_id)
    except EintragFehler as grund:
        raise Eingabefehler({FELDER.get(fakt, fakt): text for fakt, text in grund.felder.items()}) from None


def _fehlt(eingabe: Entscheidungseingabe, *, eindeutig: bool) -> dict[str, str]:
    if eingabe.weg not in (("folgen", "abweichen") if eindeutig else ("abweichen",)):
        return {"weg": "Bitte wählen Sie, wie Sie entscheiden."}
    if eingabe.weg == "folgen":
        return {}
    fehler = {} if eingabe.profillage else {"profillage": "Bitte wählen Sie die Profillage."}
    return fehler if eingabe.begruendung else fehler | {"begruendung": "Bitte begründen Sie Ihre Entscheidung kurz."}


def _werte(eingabe: Entscheidungseingabe) -> dict[str, object]:
    if eingabe.weg == "folgen":
        return {"profillage_entscheidung": "uebernehmen", "profillage_anmerkung": eingabe.begruendung or None}
    return {
        "profillage_entscheidung": "abweichen",
        "profillage_gewaehlt": eingabe.profillage,
        "profillage_begruendung": eingabe.begruendung,
    }


def _entscheidung(s: Session, stand: Fallstand, vorschlag: Vorschlag) -> tuple[Entscheidungsansicht | None, bool]:
    zeilen = entscheidungszeilen(sichtbar(stand.alle, stand.leitfaden, "fachkraft"), stand.leitfaden)
    weg, gewaehlt = zeilen.get("profillage_entscheidung"), zeilen.get("profillage_gewaehlt")
    zeile = weg or gewaehlt
    if zeile is None or zeile.art != "antwort":
        return None, False
    folgt = weg is not None and weg.wert == "uebernehmen"
    grund = zeilen.get("profillage_anmerkung" if folgt else "profillage_begruendung")
    ansicht = Entscheidungsansicht(
        folgt=folgt,
        profillage=begriffe(vorschlag.profillage) if folgt else begriffe(gewaehlt.wert if gewaehlt else ""),
        begruendung=str(grund.wert or "") if grund else "",
        von=_wer(s, zeile.id),
        am=zeile.am,
    )
    return ansicht, zeile.frage not in stand.zeilen


def _wer(s: Session, antwort_id: str) -> str:
    konto_id = s.get_one(Antwort, antwort_id).konto_id
    konto = s.get(Konto, konto_id) if konto_id else None
    return konto.anzeigename if konto else ""


def _strategien(vorschlag: Vorschlag) -> tuple[Bedarfsstrategien, ...]:
    bedarfe = dict.fromkeys(zeile.bedarf for zeile in vorschlag.strategien)
    return tuple(
        Bedarfsstrategien(
            begriffe(bedarf),
            begriffe(load_vokabular().handlungsbedarfe[bedarf].schluesselgruppe),
            tuple(
                Strategiezeile(begriffe(zeile.strategie), zeile.pflicht, zeile.gewaehlt)
                for zeile in vorschlag.strategien
                if zeile.bedarf == bedarf
            ),
        )
        for bedarf in bedarfe
    )


def _profillagen() -> tuple[Wahlzeile, ...]:
    profillagen = load_vokabular().profillagen
    return tuple(Wahlzeile(k, p.label) for k, p in profillagen.items() if not p.nur_vorschlag)


def _begriffe(kennungen: Iterable[str]) -> tuple[str, ...]:
    return tuple(begriffe(kennung) for kennung in kennungen)
