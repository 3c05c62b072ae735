"""Which strategies are admissible for which Bedarf, in which order, and what is ruled out (HS-01 to HS-16)."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain

from knowledge.fakten import Fakten
from knowledge.vokabular import load_vokabular

# HS-04: obstacles in life first, then capability, motivation and qualification.
REIHENFOLGE = ("rahmenbedingungen", "leistungsfaehigkeit", "motivation", "qualifikation")
TEILQUALIFIKATION, BERUFSABSCHLUSS = "teilqualifikation_realisieren", "berufsabschluss_erwerben"
ABSOLVENTENMANAGEMENT = "absolventenmanagement"
# HS-15: the state a strategy presupposes; only an explicit no rules it out.
VORAUSSETZUNG = {
    "hilfebeduerftigkeit_beschaeftigte": ("erwerbstaetig", "Nur solange die Person angestellt arbeitet."),
    "hilfebeduerftigkeit_selbstaendige": ("selbstaendig", "Nur solange die Person selbständig arbeitet."),
}
NUR = {
    "sgb2": "Nur im SGB II vorgesehen.",
    "sgb3": "Nur im SGB III vorgesehen.",
    "bb_reha": "Nur in der Berufsberatung oder Rehabilitation vorgesehen.",
}


@dataclass(frozen=True)
class Strategiezeile:
    """An admissible strategy for one Bedarf; `rang` is the place of its Schlüsselgruppe in the order."""

    strategie: str
    bedarf: str
    pflicht: bool
    gewaehlt: bool
    rang: int


@dataclass(frozen=True)
class NichtWaehlbar:
    """A strategy that is ruled out, and why."""

    strategie: str
    grund: str


@dataclass(frozen=True)
class Strategien:
    """All that the rules say about strategies in one case."""

    strategien: tuple[Strategiezeile, ...]
    uebergreifend: tuple[str, ...]
    nicht_waehlbar: tuple[NichtWaehlbar, ...]
    reihenfolge: tuple[str, ...]


def strategien(fakten: Fakten, lage: Mapping[str, object]) -> Strategien:
    """The strategies of a case inside the scope of the model."""
    gesperrt = _gesperrt(fakten, lage)
    ordnung = reihenfolge(fakten)
    bedarfe = sorted(fakten.bedarfe("festgestellt"), key=lambda bedarf: ordnung.index(_gruppe(bedarf)))
    uebergreifende = load_vokabular().uebergreifende_strategien
    return Strategien(
        strategien=tuple(zeile for bedarf in bedarfe for zeile in _zeilen(bedarf, fakten, gesperrt, ordnung)),
        uebergreifend=tuple(kennung for kennung in uebergreifende if kennung not in gesperrt),
        nicht_waehlbar=tuple(NichtWaehlbar(kennung, grund) for kennung, grund in gesperrt.items()),
        reihenfolge=ordnung,
    )


def reihenfolge(fakten: Fakten) -> tuple[str, ...]:
    """The Schlüsselgruppen with a Bedarf: as the Fachkraft ordered them, the others after them by default."""
    gruppen = fakten.gruppen()
    vorgabe = [gruppe for gruppe in fakten.reihenfolge_vorgabe_fachkraft or () if gruppe in gruppen]
    return tuple(dict.fromkeys([*vorgabe, *uebliche_reihenfolge(fakten)]))


def uebliche_reihenfolge(fakten: Fakten) -> tuple[str, ...]:
    """The Schlüsselgruppen with a Bedarf in the order of HS-04."""
    gruppen = fakten.gruppen()
    return tuple(gruppe for gruppe in REIHENFOLGE if gruppe in gruppen)


def gewaehlt(fakten: Fakten) -> tuple[str, ...]:
    """The chosen strategies, each once."""
    return tuple(dict.fromkeys(fakten.gewaehlte_strategien or ()))


def nur_anderswo(strategie: str, rechtskreis: str) -> str | None:
    """Why the strategy is not for this Rechtskreis, None if it is."""
    nur = load_vokabular().strategien[strategie].nur
    return None if nur is None or nur == rechtskreis else NUR[nur]


def ohne_bedarf(fakten: Fakten) -> tuple[str, ...]:
    """The chosen need-bound strategies without such a Bedarf; none while the Bedarfe are not assessed (HS-02)."""
    if fakten.handlungsbedarfe is None:
        return ()
    gebunden = {kennung for bedarf in fakten.bedarfe("festgestellt") for kennung in _liste(bedarf)}
    frei = {ABSOLVENTENMANAGEMENT} if fakten.absolventenmanagement_laeuft else set()
    alle = load_vokabular().handlungsstrategien
    return tuple(k for k in gewaehlt(fakten) if k in alle and k not in gebunden | frei)


def bedarfe_ohne_strategie(fakten: Fakten) -> tuple[str, ...]:
    """The festgestellte Bedarfe for which no admissible strategy of their list is chosen (HS-01)."""
    brauchbar = {kennung for kennung in gewaehlt(fakten) if nur_anderswo(kennung, fakten.rechtskreis) is None}
    return tuple(bedarf for bedarf in fakten.bedarfe("festgestellt") if brauchbar.isdisjoint(_liste(bedarf)))


def _gruppe(bedarf: str) -> str:
    return load_vokabular().gruppe_von(bedarf)


def _liste(bedarf: str) -> tuple[str, ...]:
    return load_vokabular().handlungsbedarfe[bedarf].strategien


def _zeilen(bedarf: str, fakten: Fakten, gesperrt: Mapping[str, str], ordnung: tuple[str, ...]) -> list[Strategiezeile]:
    zulaessig = [kennung for kennung in _liste(bedarf) if kennung not in gesperrt]
    gewaehlte = {kennung for kennung in zulaessig if kennung in gewaehlt(fakten)}
    pflicht = {ABSOLVENTENMANAGEMENT} if TEILQUALIFIKATION in gewaehlte else set()
    # HS-16: a choice replaces its siblings, but what follows a qualification stays in view.
    bleibt = gewaehlte | pflicht | ({ABSOLVENTENMANAGEMENT} if BERUFSABSCHLUSS in gewaehlte else set())
    rang = ordnung.index(_gruppe(bedarf)) + 1
    return [
        Strategiezeile(kennung, bedarf, kennung in pflicht, kennung in gewaehlte, rang)
        for kennung in zulaessig
        if not gewaehlte or kennung in bleibt
    ]


def _gesperrt(fakten: Fakten, lage: Mapping[str, object]) -> dict[str, str]:
    """Every strategy that is ruled out here, with its reason; the first reason stands."""
    gruende = {kennung: grund for kennung in _in_frage(fakten) if (grund := _ausgeschlossen(kennung, fakten))}
    if lage.get("standortbestimmung_fehlt") and fakten.strategie_gewuenscht:
        gruende.setdefault(fakten.strategie_gewuenscht, "Erst nach einer neuen Standortbestimmung.")
    for kennung in ohne_bedarf(fakten):
        gruende.setdefault(kennung, "Ein passender Handlungsbedarf ist nicht festgestellt.")
    return gruende


def _in_frage(fakten: Fakten) -> tuple[str, ...]:
    """What could be expected in the plan: the strategies of the Bedarfe, the übergreifende and the chosen ones."""
    listen = (_liste(bedarf) for bedarf in fakten.bedarfe("festgestellt"))
    uebergreifende = load_vokabular().uebergreifende_strategien
    return tuple(dict.fromkeys(chain(*listen, uebergreifende, gewaehlt(fakten))))


def _ausgeschlossen(strategie: str, fakten: Fakten) -> str | None:
    return nur_anderswo(strategie, fakten.rechtskreis) or _voraussetzung_fehlt(strategie, fakten)


def _voraussetzung_fehlt(strategie: str, fakten: Fakten) -> str | None:
    fakt, grund = VORAUSSETZUNG.get(strategie, (None, None))
    return grund if fakt is not None and getattr(fakten, fakt) is False else None
