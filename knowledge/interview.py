"""The one interview function: from a guide and its answers to the next question.

Chat, pages and tests all use it; nothing else decides on the order of questions.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from knowledge.bedingung import Bedingung, pruefe
from knowledge.leitfaden_modell import Frage, Leitfaden, Ort, Rolle

Eintragsart = Literal["antwort", "weiss_nicht", "keine_angabe", "nur_im_gespraech", "uebersprungen"]
Werte = Mapping[str, object]
Ableitung = Callable[[Werte], Werte]


@dataclass(frozen=True)
class Eintrag:
    """The newest entry for a question: how it was answered, with which value, by whom."""

    art: Eintragsart
    wert: object = None
    wer: str = "kunde"


@dataclass(frozen=True)
class Stand:
    """Where an interview stands for one role; all ids are in the order of the guide.

    `werte` holds the facts of the entries that apply; `ruhend` names entries that are kept but
    do not count, because an earlier answer made their question inapplicable.
    """

    naechste: str | None
    beantwortet: tuple[str, ...]
    offen: tuple[str, ...]
    uebersprungen: tuple[str, ...]
    ruhend: tuple[str, ...]
    werte: Werte
    reihenfolge: tuple[str, ...]

    @property
    def abgeschlossen(self) -> bool:
        """True once no question is left to ask."""
        return self.naechste is None

    def vorherige(self, frage: str | None) -> str | None:
        """Give the id of the last question before `frage` (None: before the end) that was dealt with."""
        gesehen = {*self.beantwortet, *self.uebersprungen}
        grenze = len(self.reihenfolge) if frage is None else self.reihenfolge.index(frage)
        davor = (kennung for kennung in reversed(self.reihenfolge[:grenze]) if kennung in gesehen)
        return next(davor, None)


def keine_ableitung(_: Werte) -> Werte:
    """Derive nothing: for guides whose conditions rest on answers alone."""
    return {}


def stand(
    leitfaden: Leitfaden,
    eintraege: Mapping[str, Eintrag],
    rolle: Rolle,
    ort: Ort,
    ableiten: Ableitung = keine_ableitung,
) -> Stand:
    """Compute where the interview stands.

    `eintraege` maps question ids to their newest entry, of both roles. `ableiten` turns the
    facts so far into the derived facts that conditions may use (`knowledge.ableitung`).
    Conditions only refer to earlier questions, so one pass in order settles everything.
    """
    gang = _Gang(ableiten)
    faecher: dict[str, list[str]] = {"beantwortet": [], "offen": [], "uebersprungen": [], "ruhend": []}
    for frage in leitfaden.fragen.values():
        eintrag = eintraege.get(frage.id)
        gilt = gang.gilt(leitfaden.bedingungen[frage.id])
        if gilt and eintrag is not None:
            gang.merke(frage, eintrag)
        fach = _fach(frage, eintrag, gilt, rolle, ort)
        if fach:
            faecher[fach].append(frage.id)
    return Stand(
        naechste=next(iter(faecher["offen"]), None),
        werte=gang.werte,
        reihenfolge=tuple(leitfaden.fragen),
        **{name: tuple(ids) for name, ids in faecher.items()},
    )


def _fach(frage: Frage, eintrag: Eintrag | None, gilt: bool, rolle: Rolle, ort: Ort) -> str | None:
    if not frage.fuer(rolle) or ort not in frage.ort:
        return None
    if eintrag is None:
        return "offen" if gilt else None
    if not gilt:
        return "ruhend"
    return "uebersprungen" if eintrag.art == "uebersprungen" else "beantwortet"


class _Gang:
    """One pass through the guide: the facts so far, and what follows from them."""

    def __init__(self, ableiten: Ableitung) -> None:
        self.werte: dict[str, object] = {}
        self._ableiten = ableiten
        self._abgeleitet: Werte | None = None

    def gilt(self, bedingungen: tuple[Bedingung, ...]) -> bool:
        return all(pruefe(wenn, self._sicht(wenn)) is True for wenn in bedingungen)

    def merke(self, frage: Frage, eintrag: Eintrag) -> None:
        # An open answer is a fact known to be unknown: None, so that nothing is derived for it again.
        self.werte[frage.fuellt] = eintrag.wert if eintrag.art == "antwort" else None
        self._abgeleitet = None

    def _sicht(self, wenn: Bedingung) -> Werte:
        # Deriving runs the rules, so it waits until a condition needs more than the answers.
        if wenn.fakten_namen() <= self.werte.keys():
            return self.werte
        if self._abgeleitet is None:
            self._abgeleitet = self._ableiten(self.werte)
        return {**self._abgeleitet, **self.werte}
