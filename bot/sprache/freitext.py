"""Reading the answer to an open question: the text as it stands, unless it is a refusal."""

from bot.sprache.aeusserung import Aeusserung
from bot.sprache.offen import Offen, inhalt
from bot.sprache.satz import klauseln
from bot.sprache.typen import Lesung, antwort

SICHERHEIT = 0.8
# A refusal may name its subject ("Über meine Krankheit rede ich nur persönlich") in this many words.
WORTE_DES_GEGENSTANDS = 2


def lies_text(text: str, aeusserung: Aeusserung, offen: Offen | None) -> Lesung:
    """The whole text, or the open answer if the message says nothing beside it."""
    if offen is None or not _verweigert(aeusserung, offen):
        return antwort(text, SICHERHEIT)
    return Lesung(offen.art, None, 0.95 if offen.ganz else SICHERHEIT)


def _verweigert(aeusserung: Aeusserung, offen: Offen) -> bool:
    """Whether a message refuses as a whole; in passing it must hold a full phrase of refusal in its one clause."""
    if offen.ganz:
        return True
    if offen.art == "weiss_nicht" or offen.gruppen < 3 or len(klauseln(aeusserung.worte)) > 1:
        return False
    return len(inhalt(aeusserung, offen.stellen)) <= WORTE_DES_GEGENSTANDS
