"""The one condition language: parsed strictly, evaluated three-valued (a missing fact is unknown, not false)."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic_core import core_schema

Wert = str | int | float | bool
VERBUND = ("alle_von", "eine_von", "keine_von")
GRENZEN = ("mindestens", "hoechstens")


@dataclass(frozen=True)
class Vergleich:
    """The fact has one of the values; a list fact has one of them among its elements."""

    fakt: str
    werte: tuple[Wert, ...]


@dataclass(frozen=True)
class Grenze:
    """The number of a fact is at least (or at most) `zahl`."""

    art: str
    fakt: str
    zahl: float


@dataclass(frozen=True)
class Bekannt:
    """The fact has a value, whatever it is."""

    fakt: str


@dataclass(frozen=True)
class Verbund:
    """`alle_von`, `eine_von` or `keine_von` the inner conditions."""

    art: str
    teile: tuple["Bedingung", ...]


Blatt = Vergleich | Grenze | Bekannt
Teil = Blatt | Verbund


@dataclass(frozen=True)
class Bedingung:
    """A condition as it stands in YAML: a mapping whose entries must all hold."""

    teile: tuple[Teil, ...]

    @classmethod
    def aus(cls, roh: object) -> "Bedingung":
        """Parses the YAML mapping `roh`; raises ValueError that says what is allowed."""
        if isinstance(roh, cls):
            return roh
        if not isinstance(roh, Mapping) or not roh:
            raise ValueError("eine Bedingung ist eine Zuordnung mit mindestens einem Eintrag")
        return cls(tuple(teil for name, wert in roh.items() for teil in _teile(name, wert)))

    def blaetter(self) -> Iterator[Blatt]:
        """The comparisons, bounds and questions after a value that the condition is made of, however deep."""
        for teil in self.teile:
            if isinstance(teil, Verbund):
                yield from (blatt for innen in teil.teile for blatt in innen.blaetter())
            else:
                yield teil

    def fakten_namen(self) -> set[str]:
        """The names of all facts that the condition looks at."""
        return {blatt.fakt for blatt in self.blaetter()}

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: Any) -> core_schema.CoreSchema:
        """Lets pydantic models hold a Bedingung and parse it strictly."""
        return core_schema.no_info_plain_validator_function(cls.aus)


def pruefe(bedingung: Bedingung, fakten: Mapping[str, object]) -> bool | None:
    """True or False where the facts decide the condition, None where a missing fact leaves it unknown."""
    return _alle(_pruefe_teil(teil, fakten) for teil in bedingung.teile)


def finde(fakten: Mapping[str, object], name: str) -> object:
    """The value of a fact, None if missing; a dotted name steps into nested mappings."""
    if name in fakten:
        return fakten[name]
    kopf, punkt, rest = name.partition(".")
    innen = fakten.get(kopf)
    return finde(innen, rest) if punkt and isinstance(innen, Mapping) else None


def _teile(name: object, wert: object) -> list[Teil]:
    if not isinstance(name, str):
        raise ValueError(f"Fakt {name!r}: erlaubt ist ein Name")
    if name in VERBUND:
        return [Verbund(name, tuple(Bedingung.aus(eintrag) for eintrag in _liste(name, wert)))]
    if name in GRENZEN:
        return [Grenze(name, fakt, zahl) for fakt, zahl in _zahlen(name, wert)]
    return [_bekannt(wert) if name == "bekannt" else _blatt(name, wert)]


def _bekannt(wert: object) -> Bekannt:
    if not isinstance(wert, str):
        raise ValueError("bekannt: erlaubt ist der Name eines Fakts")
    return Bekannt(wert)


def _blatt(name: str, wert: object) -> Vergleich:
    werte = _liste(name, wert) if isinstance(wert, list | tuple) else [wert]
    return Vergleich(name, tuple(_wert(name, einzeln) for einzeln in werte))


def _liste(name: str, wert: object) -> list[object]:
    if not isinstance(wert, list | tuple) or not wert:
        raise ValueError(f"{name}: erlaubt ist eine Liste mit mindestens einem Eintrag")
    return list(wert)


def _zahlen(name: str, wert: object) -> list[tuple[str, float]]:
    if not isinstance(wert, Mapping) or not wert:
        raise ValueError(f"{name}: erlaubt ist Fakt: Zahl")
    for fakt, zahl in wert.items():
        if not isinstance(fakt, str) or isinstance(zahl, bool) or not isinstance(zahl, int | float):
            raise ValueError(f"{name}: erlaubt ist Fakt: Zahl")
    return list(wert.items())


def _wert(name: str, wert: object) -> Wert:
    if not isinstance(wert, str | int | float | bool):
        raise ValueError(f"{name}: erlaubt ist ein Text, eine Zahl, true oder false, oder eine Liste davon")
    return wert


def _pruefe_teil(teil: Teil, fakten: Mapping[str, object]) -> bool | None:
    if isinstance(teil, Verbund):
        return VERKNUEPFUNG[teil.art](pruefe(innen, fakten) for innen in teil.teile)
    wert = finde(fakten, teil.fakt)
    if isinstance(teil, Bekannt):
        return wert is not None
    if wert is None:
        return None
    return _grenze(teil, wert) if isinstance(teil, Grenze) else _vergleich(teil, wert)


def _grenze(teil: Grenze, wert: object) -> bool:
    if isinstance(wert, bool) or not isinstance(wert, int | float):
        raise TypeError(f"{teil.art} {teil.fakt}: {wert!r} ist keine Zahl")
    return wert >= teil.zahl if teil.art == "mindestens" else wert <= teil.zahl


def _vergleich(teil: Vergleich, wert: object) -> bool:
    werte = wert if isinstance(wert, list | tuple | set | frozenset) else [wert]
    return any(_gleich(einzeln, erlaubt) for einzeln in werte for erlaubt in teil.werte)


def _gleich(wert: object, erlaubt: Wert) -> bool:
    # Python holds True == 1; a count of one is not a yes.
    return isinstance(wert, bool) == isinstance(erlaubt, bool) and wert == erlaubt


def _alle(werte: Iterable[bool | None]) -> bool | None:
    ergebnisse = set(werte)
    if False in ergebnisse:
        return False
    return None if None in ergebnisse else True


def _eine(werte: Iterable[bool | None]) -> bool | None:
    ergebnisse = set(werte)
    if True in ergebnisse:
        return True
    return None if None in ergebnisse else False


def _keine(werte: Iterable[bool | None]) -> bool | None:
    eine = _eine(werte)
    return None if eine is None else not eine


VERKNUEPFUNG: dict[str, Callable[[Iterable[bool | None]], bool | None]] = {
    "alle_von": _alle,
    "eine_von": _eine,
    "keine_von": _keine,
}
