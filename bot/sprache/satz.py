"""What a sentence does around its content: filler words, negation, reservation."""

from collections.abc import Iterator, Sequence

from bot.sprache.aeusserung import Aeusserung, Wort
from bot.sprache.woerter import lade_abschnitte, wortliste

_ABSCHNITTE = lade_abschnitte(
    "satz",
    ("funktionswoerter", "beiwerk", "verneinung", "keine_verneinung", "gegensatz", "vorbehalt", "fragewoerter"),
)
_LISTEN = {name: wortliste("satz", name, daten) for name, daten in _ABSCHNITTE.items()}

FUNKTIONSWOERTER = frozenset(_LISTEN["funktionswoerter"])
FUELLUNG = FUNKTIONSWOERTER | frozenset(_LISTEN["beiwerk"])
VERNEINUNG = frozenset(_LISTEN["verneinung"])
GEGENSATZ = frozenset(_LISTEN["gegensatz"])
FRAGEWOERTER = frozenset(_LISTEN["fragewoerter"])
_VORBEHALT = tuple(tuple(wendung.split()) for wendung in _LISTEN["vorbehalt"])
_KEINE_VERNEINUNG = tuple(tuple(wendung.split()) for wendung in _LISTEN["keine_verneinung"])


def finde_folge(worte: Sequence[str], folge: Sequence[str]) -> range | None:
    """Where `folge` stands in `worte` without a gap."""
    for anfang in range(len(worte) - len(folge) + 1):
        if tuple(worte[anfang : anfang + len(folge)]) == tuple(folge):
            return range(anfang, anfang + len(folge))
    return None


def unter_vorbehalt(aeusserung: Aeusserung) -> bool:
    """Whether the person hedges: "vielleicht", "glaube ich"."""
    return any(finde_folge(aeusserung.wortlaut, wendung) for wendung in _VORBEHALT)


def fragt_zurueck(aeusserung: Aeusserung) -> bool:
    """Whether the message is a question rather than an answer."""
    worte = aeusserung.wortlaut
    return aeusserung.fragt or (len(worte) > 1 and worte[0] in FRAGEWOERTER)


def verneinte(worte: Sequence[Wort]) -> frozenset[int]:
    """The places of all words that stand under a negation, by clause.

    "und"/"oder" begin a clause of their own, but a bare noun behind "kein X und/oder" is denied with it.
    """
    gemeint = _scheinbare(worte)
    verneint: set[int] = set()
    geerbt = False
    for klausel, bindung in _klauseln(worte):
        trifft = [i for i in klausel if worte[i].falt in VERNEINUNG and i not in gemeint]
        inhalt = [i for i in klausel if i not in trifft]
        if trifft or (geerbt and _haengt_an(bindung, inhalt)):
            verneint.update(_reichweite(worte, inhalt, trifft))
            geerbt = any(i > min(trifft, default=-1) and worte[i].falt not in FUELLUNG for i in inhalt)
        else:
            geerbt = False
    return frozenset(verneint)


def _haengt_an(bindung: str, inhalt: Sequence[int]) -> bool:
    return (bindung == "und" and len(inhalt) == 1) or (bindung == "oder" and len(inhalt) <= 2)


def _reichweite(worte: Sequence[Wort], inhalt: Sequence[int], trifft: Sequence[int]) -> Iterator[int]:
    # "alles ausser Wohnen" denies what follows only.
    ab = max((i for i in trifft if worte[i].falt == "ausser"), default=-1)
    return (i for i in inhalt if i > ab)


def _scheinbare(worte: Sequence[Wort]) -> frozenset[int]:
    falt = [w.falt for w in worte]
    stellen: set[int] = set()
    for wendung in _KEINE_VERNEINUNG:
        stellen.update(finde_folge(falt, wendung) or ())
    return frozenset(stellen)


def _klauseln(worte: Sequence[Wort]) -> Iterator[tuple[list[int], str]]:
    """The clauses as places of their words, each with the conjunction that opens it."""
    klausel: list[int] = []
    bindung = ""
    for stelle, wort in enumerate(worte):
        if wort.trennt or wort.falt in GEGENSATZ or wort.falt in ("und", "oder"):
            yield klausel, bindung
            klausel, bindung = [], wort.falt
        else:
            klausel.append(stelle)
    yield klausel, bindung


def klauseln(worte: Sequence[Wort]) -> list[list[int]]:
    """The places of the words of each clause, split at punctuation and contrast words only."""
    ergebnis: list[list[int]] = [[]]
    for stelle, wort in enumerate(worte):
        if wort.trennt or wort.falt in GEGENSATZ - {"lieber", "doch", "sonst"}:
            ergebnis.append([])
        else:
            ergebnis[-1].append(stelle)
    return [klausel for klausel in ergebnis if klausel]
