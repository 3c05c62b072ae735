"""The conversation as a page: the open question, and one turn."""

from uuid import uuid4

from actions.nachrichten import auswege, fragetext
from api.aufbau import Bestand
from api.dialog import Eingabe, EngineFehlt
from api.seiten.ansichten_chat import ChatSeite, Fortschritt, OffeneFrage, Wahlzeile
from api.seiten.daten import Zugantwort, Zugeingabe
from api.seitendienst.eigene import gesagt
from api.seitendienst.verlauf import zeige_verlauf
from casefile.aufnahme import LEITFADEN
from casefile.ergebnis import Ergebnis, Lage, Wahlpunkt
from casefile.fallstand import Fallstand, lies_fallstand
from casefile.gespraech import beginne, hole, verlauf
from casefile.lage import lage_von
from casefile.modelle_basis import Rolle
from casefile.rechte import Person
from knowledge.antwort import TEXT_LAENGE
from knowledge.leitfaden_modell import Frage

VORGELESEN = "{zusammenfassung}"
ZU_LANG = f"Ihr Text ist zu lang. Bitte schreiben Sie höchstens {TEXT_LAENGE} Zeichen."


def beginne_oder_weiter(haus: Bestand, person: Person, fall_id: str) -> Lage:
    """Give the state of the person's conversation in a case; begins it when there is none."""
    ort = haus.einstellungen.raum or ("zuhause" if person.rolle == Rolle.KUNDE else "gespraech")
    return beginne(haus.akte, person, fall_id, LEITFADEN, ort).lage


def seite(
    haus: Bestand, gespraech_id: str, *, abwesend: bool = False, meldung: str = "", entwurf: str = ""
) -> ChatSeite:
    """Show a conversation: what was said, and the question that is open."""
    with haus.akte.lesend() as s:
        gespraech = hole(s, gespraech_id)
        fall = lies_fallstand(haus.akte, s, gespraech)
        lage, zuege = lage_von(fall, gespraech), verlauf(haus.akte, s, gespraech)
    frage = None if lage.frage is None or lage.pausiert else fall.leitfaden.fragen[lage.frage]
    return ChatSeite(
        gespraech_id=gespraech_id,
        titel=fall.leitfaden.name,
        schluessel=str(uuid4()),
        fortschritt=Fortschritt(lage.beantwortet, lage.beantwortet + lage.offen),
        nachrichten=zeige_verlauf(haus.haus, fall.leitfaden, zuege),
        frage=None if frage is None else _offene_frage(fall, frage, lage),
        pausiert=lage.pausiert,
        fertig=lage.abgeschlossen,
        abwesend=abwesend,
        meldung=meldung,
        entwurf=entwurf,
    )


def zug(haus: Bestand, lage: Lage, eingabe: Zugeingabe) -> Zugantwort:
    """Take one turn of a form. Whatever becomes of it, the page shows the state after it."""
    text = eingabe.text or None
    if text is not None and len(text) > TEXT_LAENGE:
        return Zugantwort("abgelehnt", seite(haus, lage.gespraech, meldung=ZU_LANG, entwurf=text[:TEXT_LAENGE]))
    if not (text or eingabe.werte or eingabe.befehl):
        return Zugantwort("abgelehnt", seite(haus, lage.gespraech))
    try:
        ergebnis = haus.dialog.zug(lage.gespraech, _als_eingabe(lage, eingabe))
    except EngineFehlt:
        return Zugantwort("abwesend", seite(haus, lage.gespraech, abwesend=True, entwurf=eingabe.text))
    return _antwort(haus, ergebnis, eingabe)


def _antwort(haus: Bestand, ergebnis: Ergebnis, eingabe: Zugeingabe) -> Zugantwort:
    gespraech = ergebnis.lage.gespraech
    if ergebnis.status == "veraltet":
        return Zugantwort("ueberholt", seite(haus, gespraech))
    if ergebnis.status == "ungueltig":
        return Zugantwort("abgelehnt", seite(haus, gespraech, meldung=ergebnis.fehler, entwurf=eingabe.text))
    return Zugantwort("angenommen", seite(haus, gespraech))


def _als_eingabe(lage: Lage, eingabe: Zugeingabe) -> Eingabe:
    # A paused page and the list of own answers show no question, yet one may be open: their commands are meant for it.
    frage = eingabe.frage or (lage.frage if eingabe.befehl else None)
    werte = list(eingabe.werte)
    return Eingabe(
        schluessel=eingabe.schluessel,
        frage=frage,
        text=eingabe.text or None,
        wert=(werte if len(werte) > 1 else werte[0]) if werte else None,
        befehl=eingabe.befehl or None,
        ziel=eingabe.ziel or None,
    )


def _offene_frage(fall: Fallstand, frage: Frage, lage: Lage) -> OffeneFrage:
    # What the question reads out is a list on the page, not a part of its sentence.
    davor, liest_vor, danach = frage.wortlaut(lage.rolle).partition(VORGELESEN)
    return OffeneFrage(
        id=frage.id,
        typ=frage.typ,
        text=davor.strip() if liest_vor else fragetext(frage, lage),
        block=fall.leitfaden.block_von[frage.id].titel,
        hinweis=frage.hinweis or "",
        wahl=tuple(_zeile(fall, frage, punkt) for punkt in lage.wahl),
        auswege=tuple(Wahlzeile(punkt.wert, punkt.titel) for punkt in auswege(lage, frage)),
        pflicht=frage.pflicht,
        minimum=frage.minimum,
        maximum=frage.maximum,
        einheit=frage.einheit or "",
        fruehestens=fall.heute if frage.zeit == "zukunft" else None,
        spaetestens=fall.heute if frage.zeit == "vergangenheit" else None,
        bisher=lage.bisher,
        liste=tuple((kurz, gesagt(fall, k)) for k, kurz in fall.eigene().items()) if liest_vor else (),
        danach=danach.strip(),
    )


def _zeile(fall: Fallstand, frage: Frage, punkt: Wahlpunkt) -> Wahlzeile:
    eigene = frage.wahl_aus == "eigene_antworten"
    titel = f"{punkt.titel}: {gesagt(fall, punkt.wert)}" if eigene else punkt.titel
    return Wahlzeile(punkt.wert, titel, punkt.ausschliesslich)
