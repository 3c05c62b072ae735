"""Days to keep in mind, and what is still to be clarified."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from knowledge.fakten import OFFENE_STATUS, Fakten
from knowledge.vokabular import load_vokabular

QUALIFIZIEREND = ("umschulung", "fbw")
EGV_MONATE, EGV_MONATE_GUTSCHEIN = 6, 3
VOR_ENDE_MONATE = 3
Z_PRUEFUNG_MONATE = 6
TAGE_JE_MONAT = 30
OHNE_TERMIN = "naechstes_folgegespraech"


@dataclass(frozen=True)
class Frist:
    """A day by which something is due, and the rule behind it."""

    was: str
    am: date
    regel: str


@dataclass(frozen=True)
class Klaerung:
    """An unclear Bedarf: the note for its Schlüsselgruppe, and when to come back to it."""

    bedarf: str
    kommentar_schluesselgruppe: str
    wiedervorlage: str


def fristen(fakten: Fakten, profillage: str, stichtag: date) -> tuple[Frist, ...]:
    """The days due in a case inside the scope of the model, earliest first."""
    alle = [*_egv(fakten, stichtag), *_massnahme(fakten), *_wiedervorlage(fakten, profillage, stichtag)]
    return tuple(sorted(alle, key=lambda frist: frist.am))


def klaerung(fakten: Fakten, stichtag: date) -> tuple[Klaerung, ...]:
    """What to clarify for each Bedarf that is unclear or only named by the person (PR-05)."""
    vokabular, kommentare = load_vokabular(), {e.bedarf: e.kommentar for e in fakten.handlungsbedarfe or ()}
    termin = _naechstes_gespraech(fakten, stichtag)
    return tuple(
        Klaerung(
            kennung,
            kommentare[kennung] or f"{vokabular.handlungsbedarfe[kennung].label}: noch zu klären",
            termin.isoformat() if termin else OHNE_TERMIN,
        )
        for kennung in fakten.bedarfe(*OFFENE_STATUS)
    )


def plus_monate(tag: date, monate: int) -> date:
    """The same day `monate` later (or earlier), at most the last one of that month."""
    jahr, monat = divmod(tag.year * 12 + tag.month - 1 + monate, 12)
    return date(jahr, monat + 1, min(tag.day, monthrange(jahr, monat + 1)[1]))


def _egv(fakten: Fakten, stichtag: date) -> Iterator[Frist]:
    if fakten.egv_alter_monate is None or fakten.egv_vorhanden is False:
        return
    dauer, regel = (EGV_MONATE_GUTSCHEIN, "EV-03") if fakten.eingliederungsgutschein else (EGV_MONATE, "EV-04")
    yield Frist("Vereinbarung überprüfen", _plus(stichtag, dauer - fakten.egv_alter_monate), regel)


def _massnahme(fakten: Fakten) -> Iterator[Frist]:
    massnahme = fakten.massnahme
    if massnahme is None or massnahme.ende is None or massnahme.art not in QUALIFIZIEREND:
        return
    if not fakten.gespraech_vor_massnahmeende and not fakten.massnahme_beendet:
        vorlauf = _vorlauf(massnahme.dauer_monate)
        yield Frist("Gespräch vor dem Ende der Maßnahme", _plus(massnahme.ende, -vorlauf), "HS-08")
    if not fakten.gespraech_nach_massnahmeende:
        yield Frist("Gespräch nach dem Ende der Maßnahme", massnahme.ende + timedelta(days=1), "HS-08")


def _vorlauf(dauer: float | None) -> float:
    """Months between the talk and the end; a measure shorter than that is talked about half-way (AMB-19)."""
    return dauer / 2 if dauer is not None and dauer < VOR_ENDE_MONATE else VOR_ENDE_MONATE


def _wiedervorlage(fakten: Fakten, profillage: str, stichtag: date) -> Iterator[Frist]:
    termin = _naechstes_gespraech(fakten, stichtag)
    if termin and fakten.bedarfe(*OFFENE_STATUS):
        yield Frist("Wiedervorlage der ungeklärten Handlungsbedarfe", termin, "PR-05")
    if profillage == "z" and fakten.paragraf_10:
        spaetestens = plus_monate(stichtag, Z_PRUEFUNG_MONATE)
        yield Frist("Zuordnung Z wegen § 10 SGB II prüfen", min(termin or spaetestens, spaetestens), "SF-Zd")


def _naechstes_gespraech(fakten: Fakten, stichtag: date) -> date | None:
    monate = fakten.naechstes_gespraech_monate
    return None if monate is None else _plus(stichtag, monate)


def _plus(tag: date, monate: float) -> date:
    ganze = int(monate // 1)
    return plus_monate(tag, ganze) + timedelta(days=round((monate - ganze) * TAGE_JE_MONAT))
