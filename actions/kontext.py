"""What the reader needs to know of the open question to read typed text."""

from typing import Any

from bot.sprache.typen import AUSWEGE, FrageKontext, Wahl
from casefile.akte import Akte
from casefile.fallstand import lies_fallstand
from casefile.gespraech import hole


def kontext_fuer(akte: Akte, gespraech_id: str, frage_id: str | None) -> dict[str, Any] | None:
    """Give type, choices and limits of a question in this case; None if the guide has no such question.

    It is a `FrageKontext` as it goes over HTTP. Raises UnbekanntesGespraech.
    """
    with akte.lesend() as s:
        fall = lies_fallstand(akte, s, hole(s, gespraech_id))
    frage = fall.leitfaden.fragen.get(frage_id or "")
    if frage is None:
        return None
    wahl = fall.wahl(frage) if frage.typ in ("auswahl", "mehrfach") else ()
    kontext = FrageKontext(
        typ=frage.typ,
        wahl=tuple(Wahl(p.wert, p.titel, p.synonyme, p.ausschliesslich) for p in wahl),
        minimum=frage.minimum,
        maximum=frage.maximum,
        zeit=frage.zeit,
        einheit=frage.einheit,
        auswege=tuple(art for art in AUSWEGE if art != "nur_im_gespraech" or fall.rolle == "kunde"),
    )
    return kontext.to_dict()
