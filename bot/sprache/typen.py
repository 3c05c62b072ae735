"""What goes in and out of a reading: the question's context and the result."""

from dataclasses import asdict, dataclass
from typing import Any, Literal

Typ = Literal["auswahl", "mehrfach", "ja_nein", "zahl", "dauer", "datum", "text"]
Zeit = Literal["vergangenheit", "zukunft"]
Art = Literal["antwort", "weiss_nicht", "keine_angabe", "nur_im_gespraech", "unklar"]

TYPEN: tuple[Typ, ...] = ("auswahl", "mehrfach", "ja_nein", "zahl", "dauer", "datum", "text")
ZEITEN: tuple[Zeit, ...] = ("vergangenheit", "zukunft")
AUSWEGE = ("weiss_nicht", "keine_angabe", "nur_im_gespraech")
# From here on a reading is taken without asking back.
SICHER = 0.9


@dataclass(frozen=True)
class Wahl:
    """One choice of a question."""

    wert: str
    titel: str
    synonyme: tuple[str, ...] = ()
    ausschliesslich: bool = False


@dataclass(frozen=True)
class FrageKontext:
    """What a reading needs to know of the open question; `auswege` are the ways to leave it open that are offered."""

    typ: Typ
    wahl: tuple[Wahl, ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    zeit: Zeit | None = None
    einheit: str | None = None
    auswege: tuple[str, ...] = AUSWEGE

    def __post_init__(self) -> None:
        if self.typ not in TYPEN:
            raise ValueError(f"typ: {self.typ!r}; erlaubt: {', '.join(TYPEN)}")
        if self.zeit is not None and self.zeit not in ZEITEN:
            raise ValueError(f"zeit: {self.zeit!r}; erlaubt: {', '.join(ZEITEN)}")

    @classmethod
    def from_dict(cls, daten: dict[str, Any]) -> "FrageKontext":
        """The context `to_dict` wrote; raises TypeError for unknown or missing keys, ValueError for wrong ids."""
        wahl = tuple(Wahl(**{**w, "synonyme": tuple(w.get("synonyme", ()))}) for w in daten.get("wahl") or ())
        return cls(**{**daten, "wahl": wahl, "auswege": tuple(daten.get("auswege", AUSWEGE))})

    def to_dict(self) -> dict[str, Any]:
        """The context as JSON-ready values."""
        daten = asdict(self)
        daten["wahl"] = [{**w, "synonyme": list(w["synonyme"])} for w in daten["wahl"]]
        daten["auswege"] = list(self.auswege)
        return daten

    def laesst_zu(self, wert: float) -> bool:
        """Whether a number lies within minimum and maximum."""
        return (self.minimum is None or wert >= self.minimum) and (self.maximum is None or wert <= self.maximum)


@dataclass(frozen=True)
class Lesung:
    """One reading. `sicherheit` 1.0 = named exactly, from 0.9 certain, from 0.5 weak, 0 with `unklar`.

    `wert` of an unclear reading lists the choices that fit about equally, if there are any.
    """

    art: Art
    wert: Any = None
    sicherheit: float = 0.0


UNKLAR = Lesung("unklar")


def antwort(wert: Any, sicherheit: float) -> Lesung:
    """A reading that is an answer."""
    return Lesung("antwort", wert, round(sicherheit, 2))
