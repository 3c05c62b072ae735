"""Steps 7 to 9 of the decision, and the principle that what nobody has stated is unknown, not false."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from itertools import groupby, product
from typing import NamedTuple

from knowledge.bedingung import pruefe
from knowledge.fakten import Fakten
from knowledge.regelwerk import Regelwerk
from knowledge.regelwerk_modell import Profilfassung, Regel
from knowledge.sonderlagen import erste, lage, sonderlage
from knowledge.vokabular import load_vokabular

ProfilRegel = Regel[Profilfassung]


class Urteil(NamedTuple):
    """One complete judgement: every value that decides is known."""

    prognose: str
    gruppen: tuple[str, ...]
    schwerpunkt: str | None
    verdichtung: bool
    ausnahme: bool


@dataclass(frozen=True)
class Entscheidung:
    """What the rules make of a case: the Profillage, the rules that led there and the facts they saw."""

    profillage: str
    schritt: int
    regeln: tuple[ProfilRegel, ...]
    lage: dict[str, object]


def entscheide(fakten: Fakten, regelwerk: Regelwerk) -> Entscheidung:
    """The Profillage of a case by the nine steps, `offen` where what is unknown decides."""
    werte = lage(fakten, regelwerk)
    regel = sonderlage(werte, regelwerk)
    if regel is None:
        return _nach_profil(fakten, werte, regelwerk)
    dann = regel.fassung.dann.profillage
    profillage = fakten.profillage_vorher or "n" if dann == "vorher" else dann
    return Entscheidung(profillage, regel.fassung.schritt, (regel,), werte)


@cache
def entscheide_urteil(urteil: Urteil, regelwerk: Regelwerk) -> ProfilRegel:
    """The one rule that decides a complete judgement (steps 7 to 9)."""
    regel = erste(regelwerk.profillagen, _werte(urteil))
    if regel is None:
        raise LookupError(f"Keine Regel entscheidet {urteil}")
    return regel


def ergaenzungen(fakten: Fakten, ausnahme: bool | None) -> tuple[Urteil, ...]:
    """Every complete judgement that the unknown values of the case still allow."""
    gruppen, prognose = fakten.gruppen(), fakten.prognose
    if prognose is None:
        raise ValueError("ohne Prognose gibt es nichts zu ergänzen")
    gesetzt = fakten.schwerpunkt
    schwerpunkte = (gesetzt,) if gesetzt or not gruppen else gruppen
    return tuple(
        Urteil(prognose, gruppen, schwerpunkt, verdichtung, gilt)
        for schwerpunkt in schwerpunkte
        for verdichtung, gilt in product(_moeglich(_verdichtung(fakten, schwerpunkt)), _moeglich(ausnahme))
    )


def schwerpunkt_wirksam(fakten: Fakten) -> str | None:
    """The Schwerpunkt set by the Fachkraft, else the only Schlüsselgruppe with a Bedarf."""
    gruppen = fakten.gruppen()
    return fakten.schwerpunkt or (gruppen[0] if len(gruppen) == 1 else None)


def _nach_profil(fakten: Fakten, werte: dict[str, object], regelwerk: Regelwerk) -> Entscheidung:
    ausnahme = werte.get("ausnahme")
    offen = None if ausnahme is None else bool(ausnahme)
    regeln = {urteil: entscheide_urteil(urteil, regelwerk) for urteil in ergaenzungen(fakten, offen)}
    werte = werte | _gemeinsam(regeln) | _was_entscheidet(fakten, regeln)
    schritt = max(regel.fassung.schritt for regel in regeln.values())
    profillagen = {regel.fassung.dann.profillage for regel in regeln.values()}
    if len(profillagen) == 1:
        erste_regel = min(regeln.values(), key=regelwerk.profillagen.index)
        return Entscheidung(profillagen.pop(), schritt, (erste_regel,), werte)
    gruende = [regel for regel in regelwerk.offen if pruefe(regel.fassung.wenn, werte)]
    return Entscheidung("offen", schritt, (*gruende, *_wie_es_steht(fakten, offen, regeln)), werte)


def _wie_es_steht(fakten: Fakten, ausnahme: bool | None, regeln: dict[Urteil, ProfilRegel]) -> list[ProfilRegel]:
    """The rule that leaves it open as long as only a Verdichtung is not confirmed."""
    if schwerpunkt_wirksam(fakten) is None or ausnahme is None:
        return []
    return [regel for urteil, regel in regeln.items() if not urteil.verdichtung]


def _was_entscheidet(fakten: Fakten, regeln: dict[Urteil, ProfilRegel]) -> dict[str, object]:
    """Which of the unknown values the result depends on, as facts for rules and hints."""
    mit = {regel.fassung.dann.profillage for urteil, regel in regeln.items() if urteil.verdichtung}
    alle = {regel.fassung.dann.profillage for regel in regeln.values()}
    return {
        "schwerpunkt_fehlt": len(fakten.gruppen()) >= 2 and fakten.schwerpunkt is None,
        "schwerpunkt_entscheidet": _haengt_ab(regeln, lambda urteil: urteil._replace(schwerpunkt=None)),
        "ausnahme_entscheidet": _haengt_ab(regeln, lambda urteil: urteil._replace(ausnahme=False)),
        # The Verdichtung alone completes the condition: with it all agree on a Profillage, without it not.
        "verdichtung_entscheidet": len(mit) == 1 < len(alle) and "offen" not in mit,
    }


def _gemeinsam(urteile: Iterable[Urteil]) -> dict[str, object]:
    """The facts in which all completions agree."""
    erste_werte, *weitere = [_werte(urteil) for urteil in urteile]
    return {name: wert for name, wert in erste_werte.items() if all(w.get(name) == wert for w in weitere)}


def _haengt_ab(regeln: dict[Urteil, ProfilRegel], ohne: Callable[[Urteil], Urteil]) -> bool:
    """Whether two judgements that differ in one value only (blanked by `ohne`) lead to different Profillagen."""
    geordnet: Iterable[Urteil] = sorted(regeln, key=lambda urteil: repr(ohne(urteil)))
    gleiche = groupby(geordnet, key=ohne)
    return any(len({regeln[urteil].fassung.dann.profillage for urteil in teil}) > 1 for _, teil in gleiche)


def _verdichtung(fakten: Fakten, schwerpunkt: str | None) -> bool | None:
    if schwerpunkt in (fakten.verdichtung_bestaetigt or ()):
        return True
    return False if fakten.verdichtung_verneint or schwerpunkt is None else None


def _moeglich(wert: bool | None) -> tuple[bool, ...]:
    return (True, False) if wert is None else (wert,)


def _werte(urteil: Urteil) -> dict[str, object]:
    """A complete judgement as facts for the conditions."""
    foerdern = [gruppe for gruppe in urteil.gruppen if load_vokabular().schluesselgruppen[gruppe].foerdern]
    werte: dict[str, object] = {
        "prognose": urteil.prognose,
        "gruppen_anzahl": len(urteil.gruppen),
        "foerdergruppen_anzahl": len(foerdern),
        "weitere_anzahl": len(set(urteil.gruppen) - {urteil.schwerpunkt}),
        "verdichtung": urteil.verdichtung,
        "ausnahme": urteil.ausnahme,
    }
    if urteil.schwerpunkt is None:
        return werte
    return werte | {"schwerpunkt": urteil.schwerpunkt, "schwerpunkt_belegt": urteil.schwerpunkt in urteil.gruppen}
