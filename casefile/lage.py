"""Where a conversation stands, as it is told to the outside."""

from casefile.eintraege import gestrichene
from casefile.ergebnis import Lage, Wahlpunkt
from casefile.fallstand import Fallstand
from casefile.modelle import Gespraech
from knowledge.leitfaden_modell import Frage
from knowledge.vokabular import load_vokabular


def offene_frage(fall: Fallstand, gespraech: Gespraech) -> str | None:
    """Give the open question: the one called up again, else the next one of the guide."""
    stand = fall.stand
    if gespraech.fokus in (*stand.beantwortet, *stand.uebersprungen, *stand.offen):
        return gespraech.fokus
    return stand.naechste


def lage_von(fall: Fallstand, gespraech: Gespraech) -> Lage:
    """Compute the position from the answers; nothing of it is stored but the question called up again."""
    kennung = offene_frage(fall, gespraech)
    frage = fall.leitfaden.fragen[kennung] if kennung else None
    stand = fall.stand
    return Lage(
        gespraech=gespraech.id,
        leitfaden=gespraech.leitfaden,
        rolle=fall.rolle,
        frage=kennung,
        wahl=_wahl(fall, frage),
        bisher=_bisher(fall, kennung),
        beantwortet=len(stand.beantwortet) + len(stand.uebersprungen),
        offen=len(stand.offen),
        pausiert=gespraech.pausiert,
        abgeschlossen=kennung is None,
        platzhalter=_platzhalter(fall, frage),
    )


def zusammenfassung(fall: Fallstand) -> str:
    """Say the role's own answers, one a line; what the customer struck is only named."""
    eigene, ohne = fall.eigene(), gestrichene(fall.alle, fall.leitfaden)
    worte = {kennung: fall.in_worten(fall.zeilen[kennung]) for kennung in eigene}
    zeilen = [f"{eigene[k]}: {text}" for k, text in worte.items() if text and k not in ohne]
    if any(kennung in ohne for kennung in eigene):
        zeilen.append(f"Gestrichen: {', '.join(kurz for kennung, kurz in eigene.items() if kennung in ohne)}")
    return "\n".join(zeilen)


def _wahl(fall: Fallstand, frage: Frage | None) -> tuple[Wahlpunkt, ...]:
    if frage is None:
        return ()
    return tuple(
        Wahlpunkt(titel=punkt.titel, wert=punkt.wert, ausschliesslich=punkt.ausschliesslich)
        for punkt in fall.wahl(frage)
    )


def _bisher(fall: Fallstand, kennung: str | None) -> str:
    zeile = fall.zeilen.get(kennung or "")
    # Customers are not shown what the Fachkraft answered in their place.
    return fall.in_worten(zeile) if zeile and zeile.wer in (fall.rolle, "kunde") else ""


def _platzhalter(fall: Fallstand, frage: Frage | None) -> dict[str, str]:
    text = frage.wortlaut(fall.rolle) if frage else ""
    werte: dict[str, str] = {}
    if "{zusammenfassung}" in text:
        werte["zusammenfassung"] = zusammenfassung(fall)
    if "{vorschlag}" in text:
        werte["vorschlag"] = _vorschlag(fall)
    return werte


def _vorschlag(fall: Fallstand) -> str:
    """Name the proposal with the reason that decides it, so that nobody follows a bare label."""
    vorschlag = fall.vorschlag
    if vorschlag is None:
        return ""
    grund = vorschlag.begruendung[0]
    label = load_vokabular().profillagen[vorschlag.profillage].label
    return f"{label} – {grund.text.rstrip('.')} (Regel {grund.regel})"
