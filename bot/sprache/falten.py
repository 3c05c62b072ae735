"""Text as it is compared: no control characters, one spelling for case, umlauts, digits and dashes."""

import re
import unicodedata

UMLAUTE = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
ZEICHEN = str.maketrans({"½": " 1/2 ", "’": "'", "`": "'", "´": "'", "–": "-", "—": "-", "−": "-", "\u00ad": None})
BEHALTEN = "\n\t"
# Four letters in a row are emphasis ("jaaaa"), never German spelling; three are ("Schifffahrt").
# Both spellings are right and common.
VARIANTE = ("selbststaendig", "selbstaendig")
GEDEHNT = re.compile(r"([^\W\d_])\1{3,}")


def saeubere(text: str) -> str:
    """`text` without control characters and lone surrogates (neither can be stored), trimmed."""
    zeilen = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(z for z in zeilen if z in BEHALTEN or unicodedata.category(z) not in ("Cc", "Cs")).strip()


def normiere(text: str) -> str:
    """`text` in compatibility form with plain dashes, apostrophes and digits; case and umlauts stay."""
    return "".join(_ziffer(z) for z in unicodedata.normalize("NFKC", text.translate(ZEICHEN)))


def falte(text: str) -> str:
    """`text` as compared: lower case, ae for ä, ss for ß, drawn-out letters shortened."""
    return GEDEHNT.sub(r"\1", normiere(text).casefold().translate(UMLAUTE)).replace(*VARIANTE)


def _ziffer(zeichen: str) -> str:
    return str(unicodedata.decimal(zeichen)) if zeichen.isdecimal() else zeichen
