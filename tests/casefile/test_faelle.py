import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from casefile import faelle, konten
from casefile.datenbank import migriere, sitzungsmacher
from casefile.faelle import FallFehler
from casefile.krypto import Tresor
from casefile.modelle import Fall, Konto
from casefile.modelle_basis import Rolle

TAG = timedelta(days=1)


@pytest.fixture
def kollege(session: Session, jetzt: datetime) -> Konto:
    return konten.lege_an(session, "winter", "Herr Winter", Rolle.FACHKRAFT, jetzt).konto


def test_a_new_case_has_a_number_a_name_and_a_rechtskreis(tresor: Tresor, fall: Fall):
    assert fall.nummer == "F-0001"
    assert faelle.lies_name(tresor, fall) == "Annegret Quitzow"
    assert faelle.lies_rechtskreis(tresor, fall) == "sgb2"


def test_numbers_count_up_beyond_four_digits(session: Session, tresor: Tresor, fall: Fall, jetzt: datetime):
    fall.nummer = "F-9999"
    session.flush()
    nummern = [faelle.lege_an(session, tresor, "B", fall.fachkraft_id, jetzt).nummer for _ in range(2)]
    assert nummern == ["F-10000", "F-10001"]


def test_a_rechtskreis_may_be_open_at_first(session: Session, tresor: Tresor, fachkraft: Konto, jetzt: datetime):
    fall = faelle.lege_an(session, tresor, "Bodo Zander", fachkraft.id, jetzt)
    assert faelle.lies_rechtskreis(tresor, fall) is None


def test_a_case_needs_a_name(session: Session, tresor: Tresor, fachkraft: Konto, jetzt: datetime):
    with pytest.raises(FallFehler, match="Namen"):
        faelle.lege_an(session, tresor, "  ", fachkraft.id, jetzt)


def test_a_case_needs_an_active_fachkraft(session: Session, tresor: Tresor, fachkraft: Konto, jetzt: datetime):
    verwaltung = konten.lege_an(session, "amsel", "Herr Amsel", Rolle.VERWALTUNG, jetzt).konto
    konten.setze_aktiv(session, fachkraft, aktiv=False)
    for konto_id in (verwaltung.id, fachkraft.id, "f" * 32):
        with pytest.raises(FallFehler, match="Fachkraft"):
            faelle.lege_an(session, tresor, "Bodo Zander", konto_id, jetzt)


def test_cases_created_at_the_same_moment_get_different_numbers(
    leere_url: str, ordner: Path, verbunden: Callable[[str], Engine], tresor: Tresor, jetzt: datetime
):
    migriere(leere_url, f"sqlite:///{ordner / 'schluessel.db'}")
    schreibend = sitzungsmacher(verbunden(leere_url))
    with schreibend.begin() as session:
        konto_id = konten.lege_an(session, "sommer", "Frau Sommer", Rolle.FACHKRAFT, jetzt).konto.id
    start = threading.Barrier(4)

    def lege_an(_: int) -> str:
        start.wait()
        with schreibend.begin() as session:
            return faelle.lege_an(session, tresor, "Bodo Zander", konto_id, jetzt).nummer

    with ThreadPoolExecutor(4) as faeden:
        assert sorted(faeden.map(lege_an, range(4))) == ["F-0001", "F-0002", "F-0003", "F-0004"]


@pytest.mark.parametrize("nummer", ["F-0001", "f-0001", " F-0001 "])
def test_a_case_is_found_by_its_number(session: Session, fall: Fall, nummer: str):
    assert faelle.finde(session, nummer) is fall


def test_an_unknown_number_says_so(session: Session):
    with pytest.raises(FallFehler, match="F-0404"):
        faelle.finde(session, "F-0404")


def test_the_list_has_the_next_appointment_on_top_and_then_goes_by_number(
    session: Session, tresor: Tresor, fachkraft: Konto, jetzt: datetime
):
    a, b, c, d = (faelle.lege_an(session, tresor, name, fachkraft.id, jetzt) for name in "ABCD")
    d.nummer = "F-10000"
    faelle.vereinbare_termin(session, tresor, a, jetzt - TAG)
    faelle.vereinbare_termin(session, tresor, b, jetzt + 3 * TAG)
    faelle.vereinbare_termin(session, tresor, b, jetzt + 2 * TAG)
    faelle.vereinbare_termin(session, tresor, c, jetzt)
    zeilen = faelle.liste(session, tresor, fachkraft.id, jetzt)
    assert [(z.name, z.termin) for z in zeilen] == [("C", jetzt), ("B", jetzt + 2 * TAG), ("A", None), ("D", None)]


def test_the_list_holds_ones_own_cases_only(
    session: Session, tresor: Tresor, fall: Fall, kollege: Konto, jetzt: datetime
):
    assert faelle.liste(session, tresor, kollege.id, jetzt) == []


def test_an_erased_case_stays_in_the_list_without_its_name(
    session: Session, tresor: Tresor, fall: Fall, jetzt: datetime
):
    tresor.vernichte(fall.id)
    (zeile,) = faelle.liste(session, tresor, fall.fachkraft_id, jetzt)
    assert (zeile.nummer, zeile.name) == ("F-0001", None)


@pytest.mark.parametrize(
    ("text", "gefunden"),
    [
        ("quitz", ["F-0001"]),
        ("ANNEGRET", ["F-0001"]),
        ("mueller", ["F-0002"]),
        ("Müller", ["F-0002"]),
        ("müssig", ["F-0003"]),
        ("f-000", ["F-0001", "F-0002", "F-0003"]),
        (" 0003 ", ["F-0003"]),
        ("", ["F-0001", "F-0002", "F-0003"]),
        ("gibt es nicht", []),
    ],
)
def test_search_goes_by_name_and_number(
    session: Session, tresor: Tresor, fall: Fall, jetzt: datetime, text: str, gefunden: list[str]
):
    faelle.lege_an(session, tresor, "Jürgen Müller", fall.fachkraft_id, jetzt)
    faelle.lege_an(session, tresor, "Ada Müßig", fall.fachkraft_id, jetzt)
    zeilen = faelle.suche(session, tresor, fall.fachkraft_id, text, jetzt)
    assert [zeile.nummer for zeile in zeilen] == gefunden


def test_an_appointment_keeps_its_place_sealed_and_the_latest_is_found(
    session: Session, tresor: Tresor, fall: Fall, jetzt: datetime
):
    assert faelle.letzter_termin(session, fall.id) is None
    faelle.vereinbare_termin(session, tresor, fall, jetzt)
    spaeter = faelle.vereinbare_termin(session, tresor, fall, jetzt + TAG, ort="Zimmer 12")
    assert faelle.letzter_termin(session, fall.id) is spaeter
    assert faelle.lies_ort(tresor, spaeter) == "Zimmer 12"
