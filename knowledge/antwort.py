"""The value of an answer: checked against its question, and said in German words.

Stored values: auswahl → the choice's wert; mehrfach → list of them; ja_nein → bool; zahl → number;
dauer → {"monate": n}; datum → ISO date; text → the text.
"""

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from knowledge.leitfaden_modell import Frage
from knowledge.worte import begriffe

TEXT_LAENGE = 2000
MONATE_IM_JAHR = 12


class UngueltigeAntwort(ValueError):
    """The value does not answer the question; the German text says what is allowed."""


@dataclass(frozen=True)
class Wahlpunkt:
    """One choice as it is offered in this case."""

    wert: str
    titel: str
    synonyme: tuple[str, ...] = ()
    ausschliesslich: bool = False


def pruefe_wert(frage: Frage, wahl: Sequence[Wahlpunkt], wert: object, heute: date) -> object:
    """Give the value in its stored form; raise UngueltigeAntwort if it does not answer the question."""
    return PRUEFER[frage.typ](frage, wahl, wert, heute)


def in_worten(frage: Frage, wahl: Sequence[Wahlpunkt], wert: object) -> str:
    """Say a stored value in German, with the titles of its choices."""
    if frage.typ in ("auswahl", "mehrfach"):
        titel = {punkt.wert: punkt.titel for punkt in wahl}
        werte = wert if isinstance(wert, list) else [wert]
        # What is no longer offered still has a name.
        return ", ".join(titel.get(str(einzeln)) or begriffe(str(einzeln)) for einzeln in werte)
    return WORTE.get(frage.typ, str)(wert) + (f" {frage.einheit}" if frage.einheit else "")


def _auswahl(_: Frage, wahl: Sequence[Wahlpunkt], wert: object, __: date) -> object:
    if wert not in [punkt.wert for punkt in wahl]:
        raise UngueltigeAntwort(f"Bitte wählen Sie eine der Antworten: {_titel(wahl)}.")
    return wert


def _mehrfach(_: Frage, wahl: Sequence[Wahlpunkt], wert: object, __: date) -> object:
    werte = [wert] if isinstance(wert, str) else wert
    erlaubt = {punkt.wert: punkt for punkt in wahl}
    if not isinstance(werte, list) or not werte or not all(isinstance(w, str) and w in erlaubt for w in werte):
        raise UngueltigeAntwort(f"Bitte wählen Sie aus diesen Antworten: {_titel(wahl)}.")
    allein = [einzeln for einzeln in werte if erlaubt[einzeln].ausschliesslich]
    if allein and len(set(werte)) > 1:
        raise UngueltigeAntwort(f"„{erlaubt[allein[0]].titel}“ passt nicht zu anderen Antworten.")
    return [punkt.wert for punkt in wahl if punkt.wert in werte]


def _ja_nein(_: Frage, __: Sequence[Wahlpunkt], wert: object, ___: date) -> object:
    gelesen = {"ja": True, "nein": False}.get(wert, wert) if isinstance(wert, str) else wert
    if not isinstance(gelesen, bool):
        raise UngueltigeAntwort("Bitte antworten Sie mit Ja oder Nein.")
    return gelesen


def _zahl(frage: Frage, _: Sequence[Wahlpunkt], wert: object, __: date) -> object:
    zahl = _als_zahl(wert)
    if zahl is None or not _in_grenzen(frage, zahl):
        raise UngueltigeAntwort(f"Bitte nennen Sie eine Zahl{_grenzen(frage, frage.einheit or '')}.")
    return int(zahl) if zahl == int(zahl) else zahl


def _dauer(frage: Frage, _: Sequence[Wahlpunkt], wert: object, __: date) -> object:
    zahl = _als_zahl(wert.get("monate") if isinstance(wert, Mapping) else wert)
    if zahl is None or zahl < 0 or not _in_grenzen(frage, zahl):
        raise UngueltigeAntwort(f"Bitte nennen Sie eine Dauer{_grenzen(frage, 'Monate')}.")
    return {"monate": int(zahl) if zahl == int(zahl) else zahl}


def _datum(frage: Frage, _: Sequence[Wahlpunkt], wert: object, heute: date) -> object:
    try:
        tag = date.fromisoformat(str(wert))
    except ValueError:
        raise UngueltigeAntwort("Bitte nennen Sie ein Datum, zum Beispiel 01.04.2027.") from None
    if frage.zeit == "zukunft" and tag < heute:
        raise UngueltigeAntwort("Bitte nennen Sie ein Datum, das noch kommt.")
    if frage.zeit == "vergangenheit" and tag > heute:
        raise UngueltigeAntwort("Bitte nennen Sie ein Datum, das schon vorbei ist.")
    return tag.isoformat()


def _text(_: Frage, __: Sequence[Wahlpunkt], wert: object, ___: date) -> object:
    # Control characters carry no answer and would disturb every later reader; line breaks stay, a tab parts words.
    roh = wert.replace("\t", " ") if isinstance(wert, str) else ""
    rein = "".join(zeichen for zeichen in roh if zeichen == "\n" or unicodedata.category(zeichen)[0] != "C")
    if not any(zeichen.isalnum() for zeichen in rein):
        raise UngueltigeAntwort("Bitte schreiben Sie Ihre Antwort in Worten.")
    if len(rein) > TEXT_LAENGE:
        raise UngueltigeAntwort(f"Bitte schreiben Sie kürzer: höchstens {TEXT_LAENGE} Zeichen.")
    return rein.strip()


def _als_zahl(wert: object) -> float | None:
    if isinstance(wert, str):
        try:
            wert = float(wert.strip().replace(",", "."))
        except ValueError:
            return None
    return wert if isinstance(wert, int | float) and not isinstance(wert, bool) and abs(wert) < 1e9 else None


def _in_grenzen(frage: Frage, zahl: float) -> bool:
    return (frage.minimum is None or zahl >= frage.minimum) and (frage.maximum is None or zahl <= frage.maximum)


def _grenzen(frage: Frage, einheit: str) -> str:
    teile = [f" ab {frage.minimum:g}" if frage.minimum is not None else ""]
    teile.append(f" bis {frage.maximum:g}" if frage.maximum is not None else "")
    teile.append(f" ({einheit})" if einheit else "")
    return "".join(teile)


def _titel(wahl: Sequence[Wahlpunkt]) -> str:
    return ", ".join(punkt.titel for punkt in wahl)


def _tag_in_worten(wert: object) -> str:
    return date.fromisoformat(str(wert)).strftime("%d.%m.%Y")


def _dauer_in_worten(wert: object) -> str:
    monate = wert["monate"] if isinstance(wert, Mapping) else wert
    if not isinstance(monate, int):
        return f"{monate} Monate".replace(".", ",")
    jahre, rest = divmod(monate, MONATE_IM_JAHR)
    teile = [f"{jahre} Jahr{'e' if jahre > 1 else ''}"] if jahre else []
    teile += [f"{rest} Monat{'e' if rest != 1 else ''}"] if rest or not jahre else []
    return " und ".join(teile)


Pruefer = Callable[[Frage, Sequence[Wahlpunkt], object, date], object]
PRUEFER: Mapping[str, Pruefer] = {
    "auswahl": _auswahl,
    "mehrfach": _mehrfach,
    "ja_nein": _ja_nein,
    "zahl": _zahl,
    "dauer": _dauer,
    "datum": _datum,
    "text": _text,
}
WORTE: Mapping[str, Callable[[object], str]] = {
    "ja_nein": lambda wert: "Ja" if wert else "Nein",
    "zahl": lambda wert: str(wert).replace(".", ","),
    "dauer": _dauer_in_worten,
    "datum": _tag_in_worten,
}
