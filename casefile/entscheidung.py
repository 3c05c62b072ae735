"""The Fachkraft's decision on the proposal, and whether it still rests on what she saw.

A decision counts for the proposal it was made on. If what counts changed since, and with it the
proposal, the decision is kept but no longer counts, and the question is open again.
"""

from collections.abc import Mapping
from datetime import date

from casefile.eintraege import Zeile, als_eintraege, sichtbar
from knowledge.ableitung import ableiten
from knowledge.angaben import fakten_aus
from knowledge.interview import Werte, stand
from knowledge.leitfaden_modell import Leitfaden

ENTSCHEIDUNG = ("profillage_entscheidung", "profillage_gewaehlt", "profillage_begruendung", "profillage_anmerkung")


def abgeleitet(werte: Werte, heute: date) -> Werte:
    """Give the derived facts for the conditions of a guide; none until the Rechtskreis is known."""
    fakten = fakten_aus(werte, heute)
    return {} if fakten is None else ableiten(fakten, heute)


def entscheidungszeilen(zeilen: Mapping[str, Zeile], leitfaden: Leitfaden) -> dict[str, Zeile]:
    """Give the answers that make up the decision, by the fact they fill."""
    fragen = leitfaden.fragen
    return {fragen[k].fuellt: z for k, z in zeilen.items() if k in fragen and fragen[k].fuellt in ENTSCHEIDUNG}


def geltende(zeilen: dict[str, Zeile], alle: tuple[Zeile, ...], leitfaden: Leitfaden, heute: date) -> dict[str, Zeile]:
    """Give the answers of the Fachkraft's view without a decision that rests on another proposal than today's."""
    entschieden = entscheidungszeilen(zeilen, leitfaden)
    if not entschieden:
        return zeilen
    jetzt = _vorschlag(zeilen, leitfaden, heute)
    ueberholt = {z.frage for z in entschieden.values() if _vorschlag_vor(z.nr, alle, leitfaden, heute) != jetzt}
    return {frage: zeile for frage, zeile in zeilen.items() if frage not in ueberholt}


def _vorschlag_vor(nr: int, alle: tuple[Zeile, ...], leitfaden: Leitfaden, heute: date) -> object:
    damals = sichtbar((zeile for zeile in alle if zeile.nr < nr), leitfaden, "fachkraft")
    return _vorschlag(damals, leitfaden, heute)


def _vorschlag(zeilen: dict[str, Zeile], leitfaden: Leitfaden, heute: date) -> object:
    eintraege = als_eintraege(zeilen)
    gang = stand(leitfaden, eintraege, "fachkraft", "gespraech", lambda werte: abgeleitet(werte, heute))
    return abgeleitet(gang.werte, heute).get("vorschlag")
