"""The hints beside a proposal: which rules raise one, with the case's own terms filled into the text."""

from collections.abc import Mapping
from dataclasses import dataclass

from knowledge.bedingung import pruefe
from knowledge.fakten import OFFENE_STATUS, Fakten
from knowledge.profillage import Entscheidung
from knowledge.regelwerk import Regelwerk
from knowledge.regelwerk_modell import Hinweisfassung, Regel
from knowledge.strategien import (
    ABSOLVENTENMANAGEMENT,
    TEILQUALIFIKATION,
    bedarfe_ohne_strategie,
    gewaehlt,
    nur_anderswo,
    ohne_bedarf,
    reihenfolge,
    uebliche_reihenfolge,
)
from knowledge.vokabular import load_vokabular
from knowledge.worte import satz


@dataclass(frozen=True)
class Hinweis:
    """What the Fachkraft is told, and what to ask next."""

    code: str
    text: str
    frage: str | None


HinweisRegel = Regel[Hinweisfassung]


def hinweislage(fakten: Fakten, entscheidung: Entscheidung) -> dict[str, object]:
    """The facts of the case with everything that hints look at; lists only where they hold something."""
    gruppen, ordnung = fakten.gruppen(), reihenfolge(fakten)
    werte = entscheidung.lage | {
        "profillage": entscheidung.profillage,
        "schritt": entscheidung.schritt,
        "regeln": [regel.id for regel in entscheidung.regeln],
        "komplex": load_vokabular().profillagen[entscheidung.profillage].nah is False,
        "gruppen": list(gruppen),
        "gruppen_anzahl": len(gruppen),
        "bedarfe_anzahl": len(fakten.bedarfe("festgestellt")),
        "absolventenmanagement_fehlt": _absolventenmanagement_fehlt(fakten),
        "reihenfolge": list(ordnung),
        "reihenfolge_abweichend": ordnung != uebliche_reihenfolge(fakten),
        "verdichtung_angezeigt": _verdichtung_angezeigt(fakten, entscheidung.lage.get("schwerpunkt")),
        "zielberuf_unbekannt": "zielberuf" in fakten.model_fields_set and fakten.zielberuf is None,
    }
    return werte | {name: liste for name, liste in _listen(fakten).items() if liste}


def ausgeloest(werte: Mapping[str, object], regelwerk: Regelwerk) -> tuple[HinweisRegel, ...]:
    """The hint rules that hold; outside the scope of the model only those of that step."""
    regeln = [regel for regel in regelwerk.hinweise if pruefe(regel.fassung.wenn, werte)]
    if werte["schritt"] == 1:
        regeln = [regel for regel in regeln if regel.fassung.hinweis == "ausserhalb_geltungsbereich"]
    return tuple(regeln)


def hinweise(regeln: tuple[HinweisRegel, ...], werte: Mapping[str, object]) -> tuple[Hinweis, ...]:
    """Each hint once, in the order of the vocabulary, with the texts and questions of all its rules."""
    ergebnis = []
    for code in load_vokabular().hinweise:
        fassungen = [regel.fassung for regel in regeln if regel.fassung.hinweis == code]
        fragen = dict.fromkeys(satz(fassung.frage, werte) for fassung in fassungen if fassung.frage)
        if fassungen:
            text = " ".join(satz(fassung.text, werte) for fassung in fassungen)
            ergebnis.append(Hinweis(code, text, " ".join(fragen) or None))
    return tuple(ergebnis)


def _listen(fakten: Fakten) -> dict[str, list[str]]:
    zeitfenster = fakten.zeitfenster or {}
    return {
        "bedarfe_ungeklaert": list(fakten.bedarfe(*OFFENE_STATUS)),
        "bedarfe_ohne_strategie": list(bedarfe_ohne_strategie(fakten)),
        "strategien_gewaehlt": list(gewaehlt(fakten)),
        "strategien_nicht_zulaessig": [k for k in gewaehlt(fakten) if nur_anderswo(k, fakten.rechtskreis)],
        "strategien_ohne_zeitfenster": [k for k in gewaehlt(fakten) if k not in zeitfenster],
        "strategien_ohne_bedarf": list(ohne_bedarf(fakten)),
    }


def _absolventenmanagement_fehlt(fakten: Fakten) -> bool:
    if TEILQUALIFIKATION not in gewaehlt(fakten):
        return False
    return ABSOLVENTENMANAGEMENT not in gewaehlt(fakten) or ABSOLVENTENMANAGEMENT not in (fakten.zeitfenster or {})


def _verdichtung_angezeigt(fakten: Fakten, schwerpunkt: object) -> bool:
    """Whether a Verdichtung suggests itself: two Bedarfe or one marked schwer in the Schwerpunkt (AMB-09)."""
    vokabular = load_vokabular()
    im_schwerpunkt = {
        eintrag.bedarf: eintrag.schwer
        for eintrag in fakten.handlungsbedarfe or ()
        if eintrag.status == "festgestellt" and vokabular.gruppe_von(eintrag.bedarf) == schwerpunkt
    }
    return len(im_schwerpunkt) >= 2 or any(im_schwerpunkt.values())
