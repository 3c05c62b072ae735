"""The customer's own answers, topic by topic."""

from uuid import uuid4

from actions.nachrichten import AUSWEGE
from api.aufbau import Bestand
from api.seiten.ansichten_chat import EigeneAntwort, EigeneAntworten, EigenerBlock
from casefile.eintraege import freigegeben
from casefile.ergebnis import Lage
from casefile.fallstand import Fallstand, lies_fallstand
from casefile.gespraech import hole


def eigene_antworten(haus: Bestand, lage: Lage) -> EigeneAntworten:
    """List what the customer said, each with a way to change it."""
    with haus.akte.lesend() as s:
        fall = lies_fallstand(haus.akte, s, hole(s, lage.gespraech))
    eigene = fall.eigene()
    gestrichen = eigene.keys() - freigegeben(fall.alle, fall.leitfaden) if lage.abgeschlossen else frozenset()
    bloecke = [
        (block.titel, [frage.id for frage in block.fragen if frage.id in eigene]) for block in fall.leitfaden.bloecke
    ]
    return EigeneAntworten(
        gespraech_id=lage.gespraech,
        bloecke=tuple(
            EigenerBlock(
                titel, tuple(_antwort(fall, kennung, eigene[kennung], kennung in gestrichen) for kennung in fragen)
            )
            for titel, fragen in bloecke
            if fragen
        ),
        offen=lage.offen,
        freigegeben=lage.abgeschlossen,
    )


def gesagt(fall: Fallstand, kennung: str) -> str:
    """Say what counts as the answer to a question, or how it was left open."""
    zeile = fall.zeilen[kennung]
    return fall.in_worten(zeile) or AUSWEGE.get(zeile.art, "")


def _antwort(fall: Fallstand, kennung: str, kurz: str, gestrichen: bool) -> EigeneAntwort:
    zeile = fall.zeilen[kennung]
    return EigeneAntwort(
        kennung, kurz, gesagt(fall, kennung), schluessel=str(uuid4()), am=zeile.am, gestrichen=gestrichen
    )
