"""Answers that leave a question open: not known, not to be said, only in person."""

from collections.abc import Sequence
from typing import Literal, NamedTuple, cast

from bot.sprache.aeusserung import Aeusserung
from bot.sprache.satz import FUELLUNG, finde_folge, klauseln
from bot.sprache.woerter import WortFehler, lade_abschnitte, wortliste

OffeneArt = Literal["weiss_nicht", "keine_angabe", "nur_im_gespraech"]
# In this order: who wants to talk in person also says "nicht sagen"; who cannot say it does not refuse.
ARTEN: tuple[OffeneArt, ...] = ("nur_im_gespraech", "weiss_nicht", "keine_angabe")
Gruppen = tuple[frozenset[str], ...]


class Offen(NamedTuple):
    """An open answer: where its words stand, whether it is the whole message, how many word groups met."""

    art: OffeneArt
    stellen: frozenset[int]
    ganz: bool
    gruppen: int


class _Muster(NamedTuple):
    wendungen: tuple[tuple[str, ...], ...]
    gefuege: tuple[Gruppen, ...]


def _lade() -> dict[OffeneArt, _Muster]:
    return {cast("OffeneArt", art): _muster(art, daten) for art, daten in lade_abschnitte("offen", ARTEN).items()}


def _muster(art: str, daten: object) -> _Muster:
    if not isinstance(daten, dict) or set(daten) != {"wendungen", "gefuege"}:
        raise WortFehler(f"offen.yml: {art}: erlaubt sind genau wendungen und gefuege")
    wendungen = tuple(Aeusserung.aus(w).wortlaut for w in wortliste("offen", f"{art}.wendungen", daten["wendungen"]))
    gefuege = tuple(
        tuple(frozenset(wortliste("offen", f"{art}.gefuege", gruppe)) for gruppe in gruppen)
        for gruppen in daten["gefuege"]
    )
    return _Muster(wendungen, gefuege)


_MUSTER = _lade()


def finde_offen(aeusserung: Aeusserung) -> Offen | None:
    """The open answer in the message: the longest that is the whole message, else the first that is part of it."""
    funde = [fund for art in ARTEN for fund in _finde(aeusserung, art)]
    ganze = [fund for fund in funde if fund.ganz]
    return max(ganze, key=lambda fund: len(fund.stellen)) if ganze else next(iter(funde), None)


def _finde(aeusserung: Aeusserung, art: OffeneArt) -> list[Offen]:
    worte = aeusserung.worte
    falt = [wort.falt for wort in worte]
    teile = klauseln(worte)
    gefuege = [(_gefuege(falt, teil, gruppen), len(gruppen)) for gruppen in _MUSTER[art].gefuege for teil in teile]
    wendungen = [(frozenset(finde_folge(falt, w) or ()), len(w)) for w in _MUSTER[art].wendungen]
    treffer = [(stellen, umfang) for stellen, umfang in (*gefuege, *wendungen) if stellen]
    funde = [Offen(art, stellen, not inhalt(aeusserung, stellen), gruppen) for stellen, gruppen in treffer]
    return [fund for fund in funde if fund.ganz or fund.gruppen > 1]


def _gefuege(falt: Sequence[str], klausel: Sequence[int], gruppen: Gruppen) -> frozenset[int]:
    stellen: set[int] = set()
    for gruppe in gruppen:
        treffer = [i for i in klausel if falt[i] in gruppe and i not in stellen]
        if not treffer:
            return frozenset()
        stellen.add(treffer[0])
    return frozenset(stellen)


def inhalt(aeusserung: Aeusserung, ausser: frozenset[int]) -> list[int]:
    """The places of the content words outside `ausser`."""
    worte = enumerate(aeusserung.worte)
    return [i for i, wort in worte if i not in ausser and not wort.trennt and wort.falt not in FUELLUNG]
