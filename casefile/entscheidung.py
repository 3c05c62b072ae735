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
    grundlage = tuple(zeile for zeile in alle if not entscheidungszeilen({zeile.frage: zeile}, leitfaden))
    # How many answers a decision rests on: those given in a row rest on the same, so the rules run once for them.
    davor = {zeile.frage: sum(g.nr < zeile.nr for g in grundlage) for zeile in entschieden.values()}
    heutig = len(grundlage)
    vorschlaege = {n: _vorschlag(grundlage[:n], leitfaden, heute) for n in {*davor.values(), heutig}}
    ueberholt = {frage for frage, n in davor.items() if vorschlaege[n] != vorschlaege[heutig]}
    return {frage: zeile for frage, zeile in zeilen.items() if frage not in ueberholt}


def _vorschlag(zeilen: tuple[Zeile, ...], leitfaden: Leitfaden, heute: date) -> object:
    eintraege = als_eintraege(sichtbar(zeilen, leitfaden, "fachkraft"))
    gang = stand(leitfaden, eintraege, "fachkraft", "gespraech", lambda werte: abgeleitet(werte, heute))
    return abgeleitet(gang.werte, heute).get("vorschlag")
