"""Turns that meet: many at once in one conversation, and two conversations of one case. On SQLite and PostgreSQL."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine

from casefile.aufnahme import LEITFADEN
from casefile.befehle import Anfrage
from casefile.datenbank import migriere
from casefile.ergebnis import Ergebnis
from casefile.gespraech import beginne, zug
from casefile.krypto import Tresor
from casefile.modelle_basis import Rolle
from casefile.rechte import Person
from casefile.schluessel import oeffne_speicher
from tests.casefile.gespraechshilfe import Haus, Rede


@pytest.fixture
def haus(leere_url: str, tmp_path: Path, verbunden: Callable[[str], Engine], jetzt: datetime) -> Haus:
    schluessel = f"sqlite:///{tmp_path / 'schluessel.db'}"
    migriere(leere_url, schluessel)
    tresor = Tresor(oeffne_speicher(verbunden(schluessel), tmp_path / "standort.key", None))
    return Haus.mit_fall(verbunden(leere_url), tresor, jetzt)


@pytest.fixture
def kunde(haus: Haus) -> Rede:
    return haus.kunde()


def gleichzeitig(haus: Haus, rede: Rede, anfragen: list[Anfrage]) -> list[Ergebnis]:
    """Post all requests at once, each from a thread of its own."""
    with ThreadPoolExecutor(len(anfragen)) as threads:
        return list(threads.map(lambda anfrage: zug(haus.akte, rede.id, anfrage), anfragen))


def test_one_key_posted_by_many_at_once_is_one_answer(haus: Haus, kunde: Rede):
    ergebnisse = gleichzeitig(haus, kunde, [Anfrage("gleich", "g1", wert="beginnen")] * 6)
    assert sorted(ergebnis.status for ergebnis in ergebnisse) == ["neu"] + ["wiederholt"] * 5
    assert len({ergebnis.lage.frage for ergebnis in ergebnisse}) == 1
    assert (haus.anzahl("g1"), haus.zuege()) == (1, 1)


def test_different_keys_posted_at_once_for_one_question_are_one_answer(haus: Haus, kunde: Rede):
    anfragen = [Anfrage(f"taste-{nr}", "g1", wert="beginnen") for nr in range(6)]
    ergebnisse = gleichzeitig(haus, kunde, anfragen)
    assert sorted(ergebnis.status for ergebnis in ergebnisse) == ["neu"] + ["veraltet"] * 5
    assert (haus.anzahl("g1"), haus.zuege()) == (1, 1)


def test_both_roles_answering_at_once_get_numbers_of_their_own(haus: Haus, kunde: Rede):
    fachkraft = haus.fachkraft()
    with ThreadPoolExecutor(2) as threads:
        laufend = [
            threads.submit(zug, haus.akte, kunde.id, Anfrage("k", "g1", wert="beginnen")),
            threads.submit(zug, haus.akte, fachkraft.id, Anfrage("f", "g6a", wert="erstaufnahme")),
        ]
        assert [lauf.result().status for lauf in laufend] == ["neu", "neu"]
    assert {zeile.nr for zeile in haus.neueste().values()} == {1, 2, 3}


def test_tabs_that_begin_at_once_lead_one_conversation(haus: Haus):
    person = Person(Rolle.KUNDE, fall_id=haus.fall_id)
    with ThreadPoolExecutor(6) as threads:
        begonnen = list(threads.map(lambda _: beginne(haus.akte, person, haus.fall_id, LEITFADEN, "zuhause"), range(6)))
    assert len({ergebnis.lage.gespraech for ergebnis in begonnen}) == 1
