"""The sentences of a draft note, composed from what was confirmed or what the customer released.

One function for each field of BV-02. Every sentence names the answers behind it. Unclear needs, answers
on health and the like stay out (BV-06): only what the Fachkraft decided, and strengths in the customer's
own words, go in.
"""

from collections.abc import Callable, Iterable, Iterator

from pydantic import BaseModel, ConfigDict

from casefile.eintraege import Zeile
from casefile.fallstand import Fallstand
from knowledge.vokabular import load_vokabular

FESTGESTELLT = {"festgestellt": "", "festgestellt_schwer": ", wiegt schwer"}


class Satz(BaseModel):
    """One sentence of a note: its field of BV-02, the text, and the ids of the answers behind it."""

    model_config = ConfigDict(frozen=True)

    id: str
    feld: str
    text: str
    quellen: tuple[str, ...] = ()


def verfasse(fall: Fallstand) -> tuple[Satz, ...]:
    """Compose the note of a case from the Fachkraft's view of it, every field of BV-02 in its order."""
    saetze = [(feld, text, quellen) for feld, schreibe in FELDER.items() for text, quellen in schreibe(_Blick(fall))]
    return tuple(
        Satz(id=f"{feld}-{nr}", feld=feld, text=text, quellen=tuple(zeile.id for zeile in quellen))
        for nr, (feld, text, quellen) in enumerate(saetze, start=1)
    )


class _Blick:
    """The answers by the fact they fill, said in words."""

    def __init__(self, fall: Fallstand) -> None:
        self.fall = fall
        fragen = fall.leitfaden.fragen
        gilt = {
            fragen[k].fuellt: z for k, z in fall.zeilen.items() if k in fragen and fragen[k].fuellt in fall.stand.werte
        }
        self.zeilen: dict[str, Zeile] = {fakt: zeile for fakt, zeile in gilt.items() if zeile.art == "antwort"}

    def worte(self, fakt: str) -> str:
        return self.fall.in_worten(self.zeilen[fakt]) if fakt in self.zeilen else ""

    def wert(self, fakt: str) -> object:
        return self.zeilen[fakt].wert if fakt in self.zeilen else None

    def quellen(self, *fakten: str) -> list[Zeile]:
        return [self.zeilen[fakt] for fakt in fakten if fakt in self.zeilen]


Aussage = tuple[str, list[Zeile]]


def _zielberuf(blick: _Blick) -> Iterator[Aussage]:
    yield f"Zielberuf: {blick.worte('zielberuf') or 'noch nicht festgelegt'}.", blick.quellen("zielberuf")


def _bedarfe(blick: _Blick) -> Iterator[Aussage]:
    vokabular, gefunden = load_vokabular(), False
    for kennung, bedarf in vokabular.handlungsbedarfe.items():
        fakt = f"handlungsbedarfe.{kennung}"
        schwere = FESTGESTELLT.get(str(blick.wert(fakt)))
        if schwere is None:
            continue
        gefunden = True
        gruppe = vokabular.schluesselgruppen[bedarf.schluesselgruppe].label
        yield f"Handlungsbedarf: {bedarf.label} (Schlüsselgruppe {gruppe}{schwere}).", blick.quellen(fakt)
    geprueft = [f for f in blick.zeilen if f.startswith("bedarf_pruefen_")]
    if not gefunden and geprueft:
        yield (
            "Für den Zielberuf ist kein vermittlungsrelevanter Handlungsbedarf festgestellt.",
            blick.quellen(*geprueft),
        )
    elif not gefunden:
        yield "Die Handlungsbedarfe sind noch nicht eingeschätzt.", []


def _staerken(blick: _Blick) -> Iterator[Aussage]:
    fakten = ("staerken_beruflich", "staerken_uebergreifend")
    worte = "; ".join(blick.worte(fakt) for fakt in fakten if blick.worte(fakt))
    if worte:
        yield f"Besondere Stärken nach eigener Angabe: {worte}.", blick.quellen(*fakten)
    else:
        yield "Besondere Stärken: noch nicht aufgenommen.", []


def _fazit(blick: _Blick) -> Iterator[Aussage]:
    teile = [
        _teil("Prognose: ", blick.worte("prognose")),
        _teil("Schwerpunkt: ", blick.worte("schwerpunkt")),
        _teil("Verdichtung: ", blick.worte("verdichtung")),
        _teil("Arbeitsmarkt für den Zielberuf: ", blick.worte("arbeitsmarktbedingungen")),
    ]
    text = "; ".join(teil for teil in teile if teil) or "noch offen"
    quellen = blick.quellen("prognose", "schwerpunkt", "verdichtung", "arbeitsmarktbedingungen")
    yield f"Fazit der Standortbestimmung: {text}.", quellen


def _profillage(blick: _Blick) -> Iterator[Aussage]:
    quellen = blick.quellen("profillage_entscheidung", "profillage_gewaehlt", "profillage_begruendung")
    gewaehlt, grund = gewaehlte_profillage(blick.fall), blick.worte("profillage_begruendung")
    if gewaehlt is None:
        yield "Profillage: noch nicht festgelegt.", []
        return
    abweichend = blick.wert("profillage_entscheidung") != "uebernehmen"
    zusatz = f" (Entscheidung der Fachkraft{': ' + grund if grund else ''})" if abweichend else ""
    yield f"Profillage: {load_vokabular().profillagen[gewaehlt].label}{zusatz}.", quellen


def _ziel(blick: _Blick) -> Iterator[Aussage]:
    ziel = blick.worte("zieloption_gewaehlt") or "noch nicht vereinbart"
    yield f"Vereinbartes Ziel: {ziel}.", blick.quellen("zieloption_gewaehlt")
    if blick.wert("zielkongruenz") in ("teilweise", "nein"):
        sicht = (blick.worte("zielabweichung") or blick.worte("zielkongruenz")).rstrip(".")
        yield (
            f"Das Ziel wird unterschiedlich gesehen: {sicht}.",
            blick.quellen("zielkongruenz", "zielabweichung"),
        )


def _strategien(blick: _Blick) -> Iterator[Aussage]:
    worte = blick.worte("gewaehlte_strategien")
    if worte:
        fenster = _teil(", von ", blick.worte("zeitfenster_von")) + _teil(" bis ", blick.worte("zeitfenster_bis"))
        yield (
            f"Strategien: {worte}{fenster}.",
            blick.quellen("gewaehlte_strategien", "zeitfenster_von", "zeitfenster_bis"),
        )


def gewaehlte_profillage(fall: Fallstand) -> str | None:
    """Give the Profillage that the Fachkraft decided on, None while no decision counts."""
    werte = fall.stand.werte
    if werte.get("profillage_entscheidung") == "uebernehmen":
        vorschlag = fall.vorschlag
        return None if vorschlag is None or vorschlag.profillage == "offen" else vorschlag.profillage
    gewaehlt = werte.get("profillage_gewaehlt")
    return gewaehlt if isinstance(gewaehlt, str) else None


def veraltet(saetze: Iterable[Satz], fall: Fallstand) -> frozenset[str]:
    """Give the ids of the sentences behind which an answer has changed since, or no longer counts."""
    gueltig = {zeile.id for zeile in _Blick(fall).zeilen.values()}
    return frozenset(satz.id for satz in saetze if not gueltig.issuperset(satz.quellen))


def _teil(davor: str, worte: str) -> str:
    return f"{davor}{worte}" if worte else ""


FELDER: dict[str, Callable[[_Blick], Iterator[Aussage]]] = {
    "zielberuf": _zielberuf,
    "handlungsbedarfe": _bedarfe,
    "staerken": _staerken,
    "fazit": _fazit,
    "profillage": _profillage,
    "ziel": _ziel,
    "strategien": _strategien,
}
