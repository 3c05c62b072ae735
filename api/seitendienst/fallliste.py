"""The list of a Fachkraft's cases, with how far each is."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.aufbau import Bestand
from api.seiten.ansichten_fall import Fallliste, Fallzeile, Fallzustand
from casefile.akte import Akte
from casefile.faelle import lies_rechtskreis, suche
from casefile.modelle import Antwort, Fall, Gespraech, Vermerk
from casefile.modelle_basis import Rolle, Vermerkzustand, Wer
from knowledge.vokabular import load_vokabular

HOECHSTENS = 100


def liste(haus: Bestand, konto_id: str, suchtext: str, zustand: str) -> Fallliste:
    """Give the cases whose number or name contains the text and that are in this state, soonest appointment first."""
    akte = haus.akte
    with akte.lesend() as s:
        alle = suche(s, akte.tresor, konto_id, "", akte.uhr())
        treffer = suche(s, akte.tresor, konto_id, suchtext, akte.uhr()) if suchtext else alle
        zustaende = zustaende_von(s, [zeile.id for zeile in treffer])
        passend = [zeile for zeile in treffer if not zustand or zustaende[zeile.id] == zustand]
        zeilen = tuple(
            Fallzeile(
                id=zeile.id,
                nummer=zeile.nummer,
                name=zeile.name or "",
                rechtskreis=rechtskreis(akte, s.get_one(Fall, zeile.id)),
                zustand=zustaende[zeile.id],
                termin=zeile.termin,
            )
            for zeile in passend[:HOECHSTENS]
        )
    return Fallliste(zeilen, gesamt=len(alle), weitere=max(len(passend) - HOECHSTENS, 0))


def zustaende_von(s: Session, fall_ids: Sequence[str]) -> dict[str, Fallzustand]:
    """Say of each case how far it is: the furthest step that was reached."""
    zustaende: dict[str, Fallzustand] = dict.fromkeys(fall_ids, "neu")
    fertig = select(Gespraech.fall_id).where(Gespraech.rolle == Rolle.KUNDE, Gespraech.abgeschlossen_am.is_not(None))
    begonnen = select(Antwort.fall_id).where(Antwort.wer == Wer.FACHKRAFT).distinct()
    entwurf = select(Vermerk.fall_id).where(Vermerk.zustand == Vermerkzustand.ENTWURF)
    geschlossen = select(Vermerk.fall_id).where(Vermerk.zustand == Vermerkzustand.ABGESCHLOSSEN)
    stufen: list[tuple[Fallzustand, list[str]]] = [
        ("vorbereitet", list(s.scalars(fertig))),
        ("in_arbeit", list(s.scalars(begonnen))),
        ("abgeschlossen", list(s.scalars(geschlossen))),
        ("entwurf", list(s.scalars(entwurf))),
    ]
    for zustand, faelle in stufen:
        zustaende |= {fall: zustand for fall in faelle if fall in zustaende}
    return zustaende


def rechtskreis(akte: Akte, fall: Fall) -> str:
    """Give the label of the Rechtskreis that was entered with the case."""
    kennung = lies_rechtskreis(akte.tresor, fall)
    return load_vokabular().rechtskreise.get(kennung or "", "")
