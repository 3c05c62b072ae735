"""What the reader needs to know of the open question to read typed text."""

from typing import Any

from bot.sprache.typen import AUSWEGE
from casefile.akte import Akte
from casefile.fallstand import lies_fallstand
from casefile.gespraech import hole


def kontext_fuer(akte: Akte, gespraech_id: str, frage_id: str | None) -> dict[str, Any] | None:
    """Give type, choices and limits of a question in this case; None if the guide has no such question.

    The shape is that of `bot.sprache.lesen.FrageKontext`. Raises UnbekanntesGespraech.
    """
    with akte.lesend() as s:
        fall = lies_fallstand(akte, s, hole(s, gespraech_id))
    frage = fall.leitfaden.fragen.get(frage_id or "")
    if frage is None:
        return None
    wahl = [
        {"wert": p.wert, "titel": p.titel, "synonyme": list(p.synonyme), "ausschliesslich": p.ausschliesslich}
        for p in (fall.wahl(frage) if frage.typ in ("auswahl", "mehrfach") else ())
    ]
    return {
        "typ": frage.typ,
        "wahl": wahl,
        "minimum": frage.minimum,
        "maximum": frage.maximum,
        "zeit": frage.zeit,
        "einheit": frage.einheit,
        "auswege": [art for art in AUSWEGE if art != "nur_im_gespraech" or fall.rolle == "kunde"],
    }
