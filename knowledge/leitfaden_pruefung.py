"""The static checks of a guide: what a guide must not contain, found before anyone is asked.

Every finding names the file of the block and the question. `ABGELEITET` lists the derived facts
(`knowledge.ableitung`) that conditions may use, with the values they can take.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter
from itertools import islice

from knowledge.bedingung import Bedingung, Grenze, Vergleich, pruefe
from knowledge.laden import WissensFehler
from knowledge.leitfaden_modell import Frage, Leitfaden
from knowledge.vokabular import load_vokabular

GRUPPEN = ("qualifikation", "leistungsfaehigkeit", "motivation", "rahmenbedingungen")
PROFILLAGEN = tuple(load_vokabular().profillagen)
ABGELEITET: Mapping[str, tuple[object, ...]] = {
    "bedarfsgruppen": tuple([gruppe] for gruppe in GRUPPEN),
    "bedarfsgruppen_anzahl": (0, 1, 2, 3, 4),
    "sonderlage": ("n", "z", "i", "keine"),
    "vorschlag": PROFILLAGEN,
    "nah": (True, False),
    "ausserhalb_geltungsbereich": (True, False),
}
WAHLWERTE: Mapping[str, Collection[object]] = {
    "zieloptionen": load_vokabular().zieloptionen,
    "strategien": load_vokabular().strategien,
    "profillagen": PROFILLAGEN,
    "schluesselgruppen": GRUPPEN,
    "bedarfsgruppen": GRUPPEN,
}
VERSUCHE = 200_000
UNBEKANNT = object()


def pruefe_leitfaden(leitfaden: Leitfaden) -> None:
    """Raise WissensFehler with one line for each finding; return if the guide is sound."""
    befunde = [*_doppelt(leitfaden), *_fragen(leitfaden), *_kreise(leitfaden)]
    # Reachability is computed along the conditions, so these must be sound first.
    if not befunde:
        befunde = list(_unerreichbar(leitfaden))
    if befunde:
        raise WissensFehler("\n".join(f"{leitfaden.leitfaden}/{befund}" for befund in befunde))


def _ort(leitfaden: Leitfaden, kennung: str) -> str:
    return f"{leitfaden.block_von[kennung].id}.yml: {kennung}"


def _doppelt(leitfaden: Leitfaden) -> Iterator[str]:
    fragen = [frage for block in leitfaden.bloecke for frage in block.fragen]
    for kennung in _mehrfach([frage.id for frage in fragen]):
        yield f"{_ort(leitfaden, kennung)}: Kennung kommt zweimal vor"
    for fakt in _mehrfach([frage.fuellt for frage in fragen]):
        fuellende = [frage.id for frage in fragen if frage.fuellt == fakt]
        yield f"{_ort(leitfaden, fuellende[-1])}: den Fakt „{fakt}“ füllt schon {fuellende[0]}"
    for block in _mehrfach([block.id for block in leitfaden.bloecke]):
        yield f"leitfaden.yml: {block}: Block kommt zweimal vor"


def _mehrfach(namen: Sequence[str]) -> list[str]:
    return sorted({name for name in namen if namen.count(name) > 1})


def _fragen(leitfaden: Leitfaden) -> Iterator[str]:
    frueher: set[str] = set()
    for frage in leitfaden.fragen.values():
        befunde = [*_auswahl(frage), *_typ(frage), *_fakt(frage)]
        for bedingung in leitfaden.bedingungen[frage.id]:
            befunde += [*_bedingung(leitfaden, bedingung, frueher), *_rolle(leitfaden, frage, bedingung)]
        yield from (f"{_ort(leitfaden, frage.id)}: {befund}" for befund in befunde)
        frueher.add(frage.fuellt)


def _auswahl(frage: Frage) -> Iterator[str]:
    waehlt = frage.typ in ("auswahl", "mehrfach")
    if waehlt == (not frage.wahl and frage.wahl_aus is None):
        yield "Sackgasse: eine Auswahl braucht wahl oder wahl_aus, ein anderer Typ keines von beiden"
    if frage.wahl and frage.wahl_aus:
        yield "wahl und wahl_aus schließen sich aus"
    if len({wahl.wert for wahl in frage.wahl}) < len(frage.wahl):
        yield "ein wert kommt in wahl zweimal vor"
    woerter = [wort.casefold() for wahl in frage.wahl for wort in (wahl.titel, *wahl.synonyme)]
    yield from (f"das Synonym „{wort}“ kommt zweimal vor" for wort in _mehrfach(woerter))


def _typ(frage: Frage) -> Iterator[str]:
    if frage.zeit and frage.typ != "datum":
        yield "zeit gilt nur für datum"
    grenzen = frage.minimum is not None or frage.maximum is not None
    if grenzen and frage.typ not in ("zahl", "dauer"):
        yield "minimum und maximum gelten nur für zahl und dauer"


def _fakt(frage: Frage) -> Iterator[str]:
    kopf, _, bedarf = frage.fuellt.partition(".")
    if kopf == "handlungsbedarfe" and bedarf not in load_vokabular().handlungsbedarfe:
        yield f"fuellt: „{bedarf}“ ist kein Handlungsbedarf"


def _bedingung(leitfaden: Leitfaden, bedingung: Bedingung, frueher: set[str]) -> Iterator[str]:
    filler = {frage.fuellt: frage for frage in leitfaden.fragen.values()}
    for name in sorted(bedingung.fakten_namen()):
        if name not in filler and name not in ABGELEITET:
            yield f"wenn: den Fakt „{name}“ füllt keine Frage"
        elif name in filler and name not in frueher:
            yield f"wenn: den Fakt „{name}“ füllt erst eine spätere Frage ({filler[name].id})"
    for vergleich in (blatt for blatt in bedingung.blaetter() if isinstance(blatt, Vergleich)):
        erlaubt = _erlaubt(filler.get(vergleich.fakt), vergleich.fakt)
        for wert in vergleich.werte:
            if erlaubt is not None and wert not in erlaubt:
                yield f"wenn: „{wert}“ ist kein Wert von {vergleich.fakt}"


def _rolle(leitfaden: Leitfaden, frage: Frage, bedingung: Bedingung) -> Iterator[str]:
    """A customer's talk knows neither the Fachkraft's answers nor what the rules derive from them."""
    bekannt = {andere.fuellt for andere in leitfaden.fragen.values() if andere.fuer("kunde")}
    if frage.wer == "kunde":
        for name in sorted(bedingung.fakten_namen() - bekannt):
            yield f"wenn: den Fakt „{name}“ kennt das Gespräch mit der Kundin oder dem Kunden nicht"


def _erlaubt(frage: Frage | None, fakt: str) -> Collection[object] | None:
    if frage is not None and frage.wahl_aus is not None:
        return WAHLWERTE.get(frage.wahl_aus)
    return _werte(frage, fakt)


def _werte(frage: Frage | None, fakt: str) -> set[object] | None:
    """The values a fact can have, None where they cannot be listed."""
    if frage is None:
        return {w[0] if isinstance(w, list) else w for w in ABGELEITET.get(fakt, ())}
    if frage.typ == "ja_nein":
        return {True, False}
    return {wahl.wert for wahl in frage.wahl} if frage.wahl else None


def _kreise(leitfaden: Leitfaden) -> Iterator[str]:
    filler = {frage.fuellt: frage.id for frage in leitfaden.fragen.values()}
    graph = {
        kennung: {filler[name] for wenn in bedingungen for name in wenn.fakten_namen() if name in filler}
        for kennung, bedingungen in leitfaden.bedingungen.items()
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as fehler:
        yield f"{_ort(leitfaden, fehler.args[1][0])}: Kreis in den Bedingungen: {' → '.join(reversed(fehler.args[1]))}"


def _unerreichbar(leitfaden: Leitfaden) -> Iterator[str]:
    for frage in leitfaden.fragen.values():
        if not any(islice(_belegungen(leitfaden, frage), VERSUCHE)):
            yield f"{_ort(leitfaden, frage.id)}: unerreichbar, keine Antworten erfüllen die Bedingung"


def _belegungen(leitfaden: Leitfaden, ziel: Frage) -> Iterator[bool]:
    """Yield, for each way to answer all that the question rests on, whether it would be asked."""
    namen = _grundlage(leitfaden, ziel)
    filler = {frage.fuellt: frage for frage in leitfaden.fragen.values()}
    abgeleitet = [name for name in ABGELEITET if name in namen]
    gefragt = [fakt for fakt in filler if fakt in namen]

    def weiter(rest: Sequence[str], fakten: dict[str, object]) -> Iterator[bool]:
        if not rest:
            yield _gilt(leitfaden, ziel, fakten)
            return
        for wert in _moeglich(leitfaden, filler.get(rest[0]), rest[0], fakten, namen[rest[0]]):
            yield from weiter(rest[1:], fakten if wert is UNBEKANNT else {**fakten, rest[0]: wert})

    return weiter([*abgeleitet, *gefragt], {})


def _grundlage(leitfaden: Leitfaden, ziel: Frage) -> dict[str, set[float]]:
    """The facts that the question rests on, directly or through others, each with its thresholds."""
    filler = {frage.fuellt: frage.id for frage in leitfaden.fragen.values()}
    gefunden: dict[str, set[float]] = {}
    offen = [ziel.id]
    while offen:
        for wenn in leitfaden.bedingungen[offen.pop()]:
            offen += [filler[n] for n in wenn.fakten_namen() - gefunden.keys() if n in filler]
            for name in wenn.fakten_namen():
                gefunden.setdefault(name, set())
            for grenze in (blatt for blatt in wenn.blaetter() if isinstance(blatt, Grenze)):
                gefunden[grenze.fakt].add(grenze.zahl)
    return gefunden


def _moeglich(
    leitfaden: Leitfaden, frage: Frage | None, fakt: str, fakten: Mapping[str, object], grenzen: set[float]
) -> Sequence[object]:
    if frage is None:
        return (*ABGELEITET[fakt], UNBEKANNT)
    if not _gilt(leitfaden, frage, fakten):
        return (UNBEKANNT,)
    if frage.typ in ("zahl", "dauer"):
        return (*sorted(grenzen), *(zahl - 1 for zahl in grenzen), *(zahl + 1 for zahl in grenzen), UNBEKANNT)
    werte = _werte(frage, fakt)
    return (*sorted(werte, key=str), UNBEKANNT) if werte else ("irgendetwas", UNBEKANNT)


def _gilt(leitfaden: Leitfaden, frage: Frage, fakten: Mapping[str, object]) -> bool:
    return all(pruefe(wenn, fakten) is True for wenn in leitfaden.bedingungen[frage.id])
