"""Reading a German answer in the context of the open question: the one way in."""

from collections.abc import Callable, Mapping
from datetime import date

from bot.sprache.aeusserung import Aeusserung
from bot.sprache.auswahl import lies_auswahl
from bot.sprache.datum import lies_datum
from bot.sprache.dauer import lies_dauer
from bot.sprache.falten import saeubere
from bot.sprache.freitext import lies_text
from bot.sprache.ja_nein import lies_ja_nein
from bot.sprache.mehrfach import lies_mehrfach
from bot.sprache.offen import Offen, finde_offen
from bot.sprache.position import genaue_wahl
from bot.sprache.satz import fragt_zurueck
from bot.sprache.typen import UNKLAR, FrageKontext, Lesung, Typ, Wahl, antwort
from bot.sprache.zahl import lies_zahl

__all__ = ["FrageKontext", "Lesung", "Wahl", "lies"]

Leser = Callable[[Aeusserung, FrageKontext, date], Lesung]
LESER: Mapping[Typ, Leser] = {
    "auswahl": lambda a, frage, _: lies_auswahl(a, frage),
    "mehrfach": lambda a, frage, _: lies_mehrfach(a, frage),
    "ja_nein": lambda a, _frage, _heute: lies_ja_nein(a),
    "zahl": lambda a, frage, _: lies_zahl(a, frage),
    "dauer": lies_dauer,
    "datum": lies_datum,
}
# What stands beside "weiß nicht genau", or in a question, is a weak answer at best.
NEBENBEI, NACHGEFRAGT = 0.7, 0.6
OFFEN_GANZ, OFFEN_TEIL = 0.95, 0.8


def lies(text: str, frage: FrageKontext, heute: date) -> Lesung:
    """Reads `text` as the answer to `frage`; `heute` is the day relative words count from. Never raises on any text.

    Only the first 2,000 characters are looked at. A text that is not read as one clear answer is `unklar`.
    """
    sauber = saeubere(text)
    aeusserung = Aeusserung.aus(sauber)
    if aeusserung.leer:
        return UNKLAR
    offen = finde_offen(aeusserung)
    if offen is not None and offen.art not in frage.auswege:
        offen = None
    if frage.typ == "text":
        return lies_text(sauber, aeusserung, offen)
    if (genau := genaue_wahl(aeusserung, frage.wahl)) is not None:
        wert = frage.wahl[genau.wahl].wert
        return antwort([wert] if frage.typ == "mehrfach" else wert, genau.sicherheit)
    if offen is not None:
        return _lies_offen(aeusserung, offen, frage, heute)
    return _vorsichtig(LESER[frage.typ](aeusserung, frage, heute), aeusserung)


def _lies_offen(aeusserung: Aeusserung, offen: Offen, frage: FrageKontext, heute: date) -> Lesung:
    """A refusal holds wherever it stands; "weiß nicht genau, vielleicht 2" may still hold an answer."""
    if not offen.ganz and offen.art == "weiss_nicht":
        rest = LESER[frage.typ](aeusserung.ohne(offen.stellen), frage, heute)
        if rest.art == "antwort":
            return antwort(rest.wert, min(rest.sicherheit, NEBENBEI))
    sicherheit = OFFEN_GANZ if offen.ganz else OFFEN_TEIL
    if any(w.wert == offen.art for w in frage.wahl):
        return antwort([offen.art] if frage.typ == "mehrfach" else offen.art, sicherheit)
    return Lesung(offen.art, None, sicherheit)


def _vorsichtig(lesung: Lesung, aeusserung: Aeusserung) -> Lesung:
    if lesung.art == "antwort" and fragt_zurueck(aeusserung):
        return antwort(lesung.wert, min(lesung.sicherheit, NACHGEFRAGT))
    return lesung
