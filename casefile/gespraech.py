"""Conversations: begin one, take a turn, see where it stands.

A turn is one transaction: the answer, the outcome and the turn key are committed together, before
anything is said. The same key gives the same outcome and records nothing again. A turn for a question
that is not open changes nothing.
"""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from casefile.akte import Akte
from casefile.befehle import Anfrage, NeueAntwort, Turn, frage_nach, fuehre_aus
from casefile.eintraege import Herkunft, Zeile, als_antwort, naechste_nr
from casefile.ergebnis import Ergebnis, Folge, Lage
from casefile.fallstand import Fallstand, lies_fallstand
from casefile.lage import lage_von
from casefile.modelle import Fall, Gespraech, Zug
from casefile.modelle_basis import neue_id
from casefile.rechte import Person, Recht, pruefe
from casefile.vermerk import entwirf
from knowledge.antwort import UngueltigeAntwort
from knowledge.leitfaden import load_leitfaden
from knowledge.leitfaden_modell import Ort

ERGEBNISFELD = "zug.ergebnis"


class UnbekanntesGespraech(LookupError):
    """There is no conversation with this id."""


def beginne(akte: Akte, person: Person, fall_id: str, leitfaden: str, ort: Ort) -> Ergebnis:
    """Begin a conversation, or go on with the one of the same role and guide that the case has.

    Raises LookupError for an unknown case, WissensFehler for an unknown guide, NichtErlaubt without the right.
    """
    with akte.schreibend.begin() as s:
        # Locked, so that two tabs that begin at once lead one conversation.
        fall = s.get(Fall, fall_id, with_for_update=True)
        if fall is None:
            raise LookupError("Diesen Fall gibt es nicht.")
        pruefe(person, Recht.GESPRAECH_FUEHREN, fall)
        gespraech = _vorhandenes(s, fall_id, leitfaden, person) or _neues(akte, s, person, fall_id, leitfaden, ort)
        return Ergebnis(status="neu", folge=Folge(art="beginn"), lage=lage(akte, s, gespraech))


def zug(akte: Akte, gespraech_id: str, anfrage: Anfrage) -> Ergebnis:
    """Take one turn and commit it; see the rules of this module. Raises UnbekanntesGespraech."""
    with akte.schreibend.begin() as s:
        gespraech = hole(s, gespraech_id, sperren=True)
        frueher = _frueheres(akte, s, gespraech, anfrage.schluessel)
        if frueher is not None:
            return frueher.model_copy(update={"status": "wiederholt"})
        fall = lies_fallstand(akte, s, gespraech)
        vorher = lage_von(fall, gespraech)
        if anfrage.frage != vorher.frage:
            return Ergebnis(status="veraltet", folge=Folge(art="auskunft", thema="veraltet"), lage=vorher)
        turn = Turn(s, gespraech, fall, anfrage)
        try:
            folge, neu = fuehre_aus(turn)
        except UngueltigeAntwort as fehler:
            if anfrage.wie != "getippt":
                folge = Folge(art="unverstanden", frage=anfrage.frage)
                return Ergebnis(status="ungueltig", folge=folge, lage=vorher, fehler=str(fehler))
            folge, neu = frage_nach(turn, str(fehler))
        return _schreibe(akte, s, gespraech, fall, anfrage, folge, neu)


def lage(akte: Akte, s: Session, gespraech: Gespraech) -> Lage:
    """Compute where a conversation stands, from the recorded answers."""
    return lage_von(lies_fallstand(akte, s, gespraech), gespraech)


def hole(s: Session, gespraech_id: str, *, sperren: bool = False) -> Gespraech:
    """Give the conversation; with `sperren` other turns of it wait. Raises UnbekanntesGespraech."""
    gespraech = s.get(Gespraech, gespraech_id, with_for_update=sperren or None)
    if gespraech is None:
        raise UnbekanntesGespraech("Dieses Gespräch gibt es nicht.")
    return gespraech


def verlauf(akte: Akte, s: Session, gespraech: Gespraech) -> list[Ergebnis]:
    """Give the outcomes of all turns so far, oldest first."""
    zuege = s.scalars(select(Zug).where(Zug.gespraech_id == gespraech.id).order_by(Zug.nr))
    return [_oeffne(akte, gespraech, alt) for alt in zuege]


def _vorhandenes(s: Session, fall_id: str, leitfaden: str, person: Person) -> Gespraech | None:
    auswahl = select(Gespraech).where(
        Gespraech.fall_id == fall_id, Gespraech.leitfaden == leitfaden, Gespraech.rolle == person.rolle
    )
    return s.scalars(auswahl.order_by(Gespraech.angelegt_am.desc()).limit(1)).first()


def _neues(akte: Akte, s: Session, person: Person, fall_id: str, leitfaden: str, ort: Ort) -> Gespraech:
    gespraech = Gespraech(
        id=neue_id(),
        fall_id=fall_id,
        leitfaden=leitfaden,
        fassung=load_leitfaden(leitfaden).fassung,
        rolle=person.rolle,
        ort=ort,
        konto_id=person.konto_id,
        angelegt_am=akte.uhr(),
    )
    s.add(gespraech)
    s.flush()
    return gespraech


def _frueheres(akte: Akte, s: Session, gespraech: Gespraech, schluessel: str) -> Ergebnis | None:
    gesucht = select(Zug).where(Zug.gespraech_id == gespraech.id, Zug.schluessel == schluessel)
    alt = s.scalars(gesucht).first()
    return None if alt is None else _oeffne(akte, gespraech, alt)


def _oeffne(akte: Akte, gespraech: Gespraech, alt: Zug) -> Ergebnis:
    return Ergebnis.model_validate(akte.tresor.oeffne(gespraech.fall_id, ERGEBNISFELD, alt.ergebnis))


def _schreibe(
    akte: Akte,
    s: Session,
    gespraech: Gespraech,
    fall: Fallstand,
    anfrage: Anfrage,
    folge: Folge,
    neu: NeueAntwort | None,
) -> Ergebnis:
    zeile = _zeile(akte, s, gespraech, fall, anfrage, neu) if neu else None
    if zeile is not None:
        gespraech.fokus = None
        davor, fall = fall.stand.beantwortet, fall.mit(zeile)
        folge = folge.model_copy(update={"ruht": tuple(f for f in fall.stand.ruhend if f in davor)})
    ergebnis = Ergebnis(status="neu", folge=folge, lage=lage_von(fall, gespraech))
    zug = _zug(akte, s, gespraech, anfrage, ergebnis)
    if zeile is not None:
        s.add(als_antwort(akte.tresor, zeile, _herkunft(gespraech, zug)))
        s.flush()
    if ergebnis.lage.abgeschlossen and gespraech.abgeschlossen_am is None:
        gespraech.abgeschlossen_am = zug.empfangen_am
        if fall.rolle == "fachkraft":
            entwirf(akte, s, gespraech.fall_id, fall)
    return ergebnis


def _zug(akte: Akte, s: Session, gespraech: Gespraech, anfrage: Anfrage, ergebnis: Ergebnis) -> Zug:
    letzte = select(func.max(Zug.nr)).where(Zug.gespraech_id == gespraech.id)
    inhalt = ergebnis.model_dump(mode="json")
    zug = Zug(
        id=neue_id(),
        gespraech_id=gespraech.id,
        nr=(s.scalar(letzte) or 0) + 1,
        schluessel=anfrage.schluessel,
        art=ergebnis.folge.art,
        ergebnis=akte.tresor.schliesse(gespraech.fall_id, ERGEBNISFELD, inhalt),
        empfangen_am=akte.uhr(),
    )
    s.add(zug)
    s.flush()
    return zug


def _zeile(akte: Akte, s: Session, gespraech: Gespraech, fall: Fallstand, anfrage: Anfrage, neu: NeueAntwort) -> Zeile:
    nr = naechste_nr(s, gespraech.fall_id)
    return Zeile(neue_id(), nr, neu.frage, neu.art, neu.wert, fall.rolle, anfrage.wie, akte.uhr())


def _herkunft(gespraech: Gespraech, zug: Zug) -> Herkunft:
    return Herkunft(gespraech.fall_id, gespraech.leitfaden, gespraech.fassung, gespraech.id, zug.id, gespraech.konto_id)
