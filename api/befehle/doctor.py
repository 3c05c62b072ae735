"""`lotse doctor`: what is wrong with this installation, and what to do about it."""

from collections.abc import Callable, Iterator

from pydantic import ValidationError

from api.befehle import befunde, befunde_daten
from api.befehle.befunde import Befund, Zustand
from api.befehle.eingabe import Eingabe
from api.befehle.vorgaben import maengel
from api.einstellungen import Einstellungen

ZEICHEN = {Zustand.GUT: "in Ordnung", Zustand.HINWEIS: "Hinweis   ", Zustand.FEHLER: "FEHLER    "}
PRUEFUNGEN: tuple[Callable[[Einstellungen], Befund], ...] = (
    befunde.ordner,
    befunde.speicherplatz,
    befunde_daten.wissen,
    befunde_daten.fallakte,
    befunde_daten.schluessel,
    befunde_daten.konten_vorhanden,
    befunde.sprachmodul,
    befunde.modell,
    befunde.geheimnis,
    befunde.engine,
    befunde.browser,
)


def main(argv: list[str]) -> int:
    """Print one line for each check; exit code 1 if one of them found something wrong."""
    Eingabe("lotse doctor", "Prüft, ob Lotse auf diesem Rechner laufen kann, und sagt, was zu tun ist.").parse_args(
        argv
    )
    ergebnisse = list(_pruefe())
    for befund in ergebnisse:
        print(f"{ZEICHEN[befund.zustand]}  {befund.was}: {befund.text}")
        if befund.rat:
            print(f"            → {befund.rat}")
    fehler = sum(befund.zustand is Zustand.FEHLER for befund in ergebnisse)
    print(f"\n{fehler} Fehler." if fehler else "\nAlles bereit.")
    return 1 if fehler else 0


def _pruefe() -> Iterator[Befund]:
    yield befunde.python()
    try:
        einstellungen = Einstellungen()
    except ValidationError as fehler:
        rat = "Möglich ist, was in docs/settings.md steht."
        yield from (Befund(Zustand.FEHLER, "Einstellungen", zeile, rat) for zeile in maengel(fehler))
        return
    yield Befund(Zustand.GUT, "Einstellungen", "lesbar")
    for pruefung in PRUEFUNGEN:
        yield pruefung(einstellungen)
