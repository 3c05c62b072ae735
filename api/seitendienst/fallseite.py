"""The page of one case: what is known, what is open, how far each step is."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.seiten.ansichten_chat import Fortschritt
from api.seiten.ansichten_fall import (
    Antwortblock,
    Antwortzeile,
    Antwortzustand,
    Fallkopf,
    Fallseite,
    Gespraechskarte,
    Gespraechsstand,
    OffenerPunkt,
    Zugangslink,
)
from api.seitendienst.fallliste import rechtskreis, zustaende_von
from casefile.akte import Akte
from casefile.aufnahme import LEITFADEN
from casefile.einschaetzung import ist_vollstaendig, lies
from casefile.eintraege import Zeile
from casefile.faelle import letzter_termin, lies_name, lies_ort
from casefile.fallstand import Fallstand, lies_fallstand_fuer
from casefile.gespraech import verlauf
from casefile.modelle import Fall, Gespraech, Zugang
from casefile.modelle_basis import Rolle
from casefile.vermerk import aktueller
from casefile.vermerktext import gewaehlte_profillage

OHNE_WERT = {
    "weiss_nicht": "weiß es nicht",
    "keine_angabe": "möchte dazu nichts sagen",
    "nur_im_gespraech": "nur im persönlichen Gespräch",
    "uebersprungen": "übersprungen",
}


def kopf(akte: Akte, s: Session, fall: Fall) -> Fallkopf:
    """Give what stands at the top of each page of a case."""
    termin = letzter_termin(s, fall.id)
    return Fallkopf(
        id=fall.id,
        nummer=fall.nummer,
        name=lies_name(akte.tresor, fall),
        rechtskreis=rechtskreis(akte, fall),
        zustand=zustaende_von(s, [fall.id])[fall.id],
        termin=termin.beginn if termin else None,
        ort=(lies_ort(akte.tresor, termin) or "") if termin else "",
        beispiel=fall.beispiel,
    )


def seite(akte: Akte, s: Session, fall: Fall) -> Fallseite:
    """Show a case to its Fachkraft: released answers of the customer, and her own."""
    stand = lies(akte, s, fall.id, LEITFADEN)
    return Fallseite(
        kopf=kopf(akte, s, fall),
        vorbereitung=_karte(akte, s, fall, Rolle.KUNDE, "Vorbereitung der Kundin oder des Kunden"),
        leitfaden=_karte(akte, s, fall, Rolle.FACHKRAFT, "Gespräch mit Leitfaden"),
        bloecke=_bloecke(stand),
        offene=tuple(OffenerPunkt(f, stand.leitfaden.fragen[f].kurz, "fachkraft") for f in stand.stand.offen),
        vertraulich=_vertraulich(stand),
        will_menschen=_will_menschen(akte, s, fall),
        zugang=_zugang(akte, s, fall),
        einschaetzung_vollstaendig=ist_vollstaendig(stand),
        entschieden=gewaehlte_profillage(stand) is not None,
        hat_vermerk=aktueller(s, fall.id) is not None,
    )


def _karte(akte: Akte, s: Session, fall: Fall, rolle: Rolle, name: str) -> Gespraechskarte:
    gespraech = _gespraech(s, fall, rolle)
    if rolle == Rolle.KUNDE:
        stand = lies_fallstand_fuer(akte, s, fall.id, LEITFADEN, "kunde", "zuhause").stand
    else:
        stand = lies_fallstand_fuer(akte, s, fall.id, LEITFADEN, "fachkraft", "gespraech").stand
    getan = len(stand.beantwortet) + len(stand.uebersprungen)
    fortgang: Gespraechsstand = "laeuft"
    if gespraech is None:
        fortgang = "nicht_begonnen"
    elif stand.abgeschlossen:
        fortgang = "fertig"
    elif gespraech.pausiert:
        fortgang = "pausiert"
    return Gespraechskarte(name, fortgang, Fortschritt(getan, getan + len(stand.offen)))


def _gespraech(s: Session, fall: Fall, rolle: Rolle) -> Gespraech | None:
    gesucht = select(Gespraech).where(Gespraech.fall_id == fall.id, Gespraech.rolle == rolle)
    return s.scalars(gesucht.order_by(Gespraech.angelegt_am.desc()).limit(1)).first()


def _bloecke(stand: Fallstand) -> tuple[Antwortblock, ...]:
    bloecke = []
    for block in stand.leitfaden.bloecke:
        zeilen = [stand.zeilen[frage.id] for frage in block.fragen if zaehlt(stand, frage.id)]
        if zeilen:
            bloecke.append(Antwortblock(block.titel, tuple(_zeile(stand, zeile) for zeile in zeilen)))
    return tuple(bloecke)


def zaehlt(stand: Fallstand, frage_id: str) -> bool:
    """Say whether a question about the matter has an answer that applies."""
    return (
        not stand.leitfaden.fragen[frage_id].ablauf
        and frage_id in stand.zeilen
        and stand.leitfaden.fragen[frage_id].fuellt in stand.stand.werte
    )


def _zeile(stand: Fallstand, zeile: Zeile) -> Antwortzeile:
    return Antwortzeile(
        frage_id=zeile.frage,
        kurz=stand.leitfaden.fragen[zeile.frage].kurz,
        wert=stand.in_worten(zeile) or OHNE_WERT[zeile.art],
        wer=zeile.wer,
        am=zeile.am,
        zustand=_zustand(zeile),
    )


def _zustand(zeile: Zeile) -> Antwortzustand:
    if zeile.art != "antwort":
        return "offen_gelassen"
    if zeile.wert == "unklar":
        return "unklar"
    return "angegeben" if zeile.wer == "kunde" else "festgestellt"


def _vertraulich(stand: Fallstand) -> tuple[str, ...]:
    return tuple(stand.leitfaden.fragen[z.frage].kurz for z in stand.zeilen.values() if z.art == "nur_im_gespraech")


def _will_menschen(akte: Akte, s: Session, fall: Fall) -> bool:
    gespraech = _gespraech(s, fall, Rolle.KUNDE)
    zuege = verlauf(akte, s, gespraech) if gespraech else []
    return any(zug.folge.thema == "mensch_sprechen" for zug in zuege)


def _zugang(akte: Akte, s: Session, fall: Fall) -> Zugangslink | None:
    gesucht = select(Zugang).where(Zugang.fall_id == fall.id, Zugang.widerrufen_am.is_(None))
    zugang = s.scalars(gesucht.order_by(Zugang.gueltig_bis.desc()).limit(1)).first()
    return None if zugang is None or zugang.gueltig_bis <= akte.uhr() else Zugangslink(zugang.gueltig_bis)
