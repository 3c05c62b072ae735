"""The note as a page: its sentences with the answers behind them, saving and finishing."""

from sqlalchemy.orm import Session

from api.seiten.ansichten_vorschlag import Satzquelle, Vermerkansicht, Vermerksatz
from api.seiten.daten import Eingabefehler, NichtGefunden, Vermerkeingabe
from api.seitendienst.fallseite import kopf
from casefile import vermerk as vermerke
from casefile.akte import Akte
from casefile.aufnahme import LEITFADEN
from casefile.einschaetzung import lies
from casefile.fallstand import Fallstand
from casefile.modelle import Fall, Konto, Vermerk
from casefile.vermerktext import Satz, veraltet


def seite(akte: Akte, s: Session, fall: Fall) -> Vermerkansicht | None:
    """Show the newest note of a case, if there is one."""
    vermerk = vermerke.aktueller(s, fall.id)
    if vermerk is None:
        return None
    fassung, inhalt = vermerke.lies(akte, s, vermerk)
    stand = lies(akte, s, fall.id, LEITFADEN)
    alt = veraltet(inhalt.saetze, stand)
    konto = s.get(Konto, vermerk.abgeschlossen_von) if vermerk.abgeschlossen_von else None
    return Vermerkansicht(
        kopf=kopf(akte, s, fall),
        id=vermerk.id,
        zustand=vermerk.zustand.value,
        saetze=tuple(_satz(stand, satz, satz.id in alt) for satz in inhalt.saetze),
        fassung=fassung.nr,
        geaendert_am=fassung.am,
        ergaenzung=inhalt.ergaenzung,
        abgeschlossen_am=vermerk.abgeschlossen_am,
        abgeschlossen_von=konto.anzeigename if konto else "",
    )


def erstelle(akte: Akte, s: Session, fall: Fall) -> None:
    """Compose the draft from the answers as they are now."""
    vermerke.entwirf(akte, s, fall.id, lies(akte, s, fall.id, LEITFADEN), neu=True)


def speichere(akte: Akte, s: Session, fall: Fall, konto_id: str, eingabe: Vermerkeingabe) -> None:
    """Save the edited sentences; an emptied sentence is left out. Raises Eingabefehler."""
    vermerk = _verlange(s, fall)
    _, inhalt = vermerke.lies(akte, s, vermerk)
    neu = [satz.model_copy(update={"text": eingabe.saetze.get(satz.id, satz.text)}) for satz in inhalt.saetze]
    ergebnis = vermerke.Inhalt(saetze=tuple(satz for satz in neu if satz.text.strip()), ergaenzung=eingabe.ergaenzung)
    try:
        vermerke.speichere(akte, s, vermerk, eingabe.fassung, ergebnis, konto_id)
    except (vermerke.VermerkAbgeschlossen, vermerke.FassungUeberholt) as fehler:
        raise Eingabefehler({"fassung": str(fehler)}) from None


def schliesse_ab(akte: Akte, s: Session, fall: Fall, konto_id: str, fassung: int) -> None:
    """Finish the version that was on the screen. Raises Eingabefehler."""
    try:
        vermerke.schliesse_ab(akte, s, _verlange(s, fall), fassung, konto_id)
    except (vermerke.VermerkAbgeschlossen, vermerke.FassungUeberholt) as fehler:
        raise Eingabefehler({"fassung": str(fehler)}) from None


def _verlange(s: Session, fall: Fall) -> Vermerk:
    vermerk = vermerke.aktueller(s, fall.id)
    if vermerk is None:
        raise NichtGefunden
    return vermerk


def _satz(stand: Fallstand, satz: Satz, alt: bool) -> Vermerksatz:
    zeilen = {zeile.id: zeile for zeile in stand.zeilen.values()}
    quellen = tuple(
        Satzquelle(
            stand.leitfaden.fragen[zeilen[q].frage].kurz,
            stand.in_worten(zeilen[q]),
            zeilen[q].wer,
            zeilen[q].am,
        )
        for q in satz.quellen
        if q in zeilen
    )
    return Vermerksatz(id=satz.id, text=satz.text, quellen=quellen, veraltet=alt)
