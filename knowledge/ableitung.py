"""What the conditions of a guide may know beside the answers."""

from datetime import date

from knowledge.fakten import Fakten
from knowledge.profillage import entscheide
from knowledge.regelwerk import load_regelwerk
from knowledge.zieloptionen import ist_nah

SONDERLAGEN = ("n", "z", "i")


def ableiten(fakten: Fakten, stichtag: date) -> dict[str, object]:
    """The derived facts of a case; `nah` is left out where neither Profillage nor prognosis says it."""
    entscheidung = entscheide(fakten, load_regelwerk(stichtag))
    profillage, nah = entscheidung.profillage, ist_nah(fakten, entscheidung.profillage)
    werte: dict[str, object] = {
        "bedarfsgruppen": list(fakten.gruppen()),
        "bedarfsgruppen_anzahl": len(fakten.gruppen()),
        "sonderlage": profillage if profillage in SONDERLAGEN else "keine",
        "vorschlag": profillage,
        "ausserhalb_geltungsbereich": entscheidung.schritt == 1,
    }
    return werte if nah is None else werte | {"nah": nah}
