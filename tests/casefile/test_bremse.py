from datetime import datetime, timedelta

import pytest

from casefile.bremse import FREIE_VERSUCHE, LAENGSTE_WARTEZEIT, VERGESSEN_NACH, Bremse, ZuVieleVersuche

SEKUNDE = timedelta(seconds=1)


def versuche(bremse: Bremse, anzahl: int, jetzt: datetime) -> datetime:
    """Fail `anzahl` times, each as early as allowed; returns the moment of the last."""
    for _ in range(anzahl):
        try:
            bremse.beginne("sommer", "192.0.2.7", jetzt)
        except ZuVieleVersuche as gebremst:
            jetzt += gebremst.warten
            bremse.beginne("sommer", "192.0.2.7", jetzt)
    return jetzt


def wartezeit(bremse: Bremse, jetzt: datetime) -> timedelta:
    with pytest.raises(ZuVieleVersuche) as gebremst:
        bremse.beginne("sommer", "192.0.2.7", jetzt)
    return gebremst.value.warten


def test_the_first_three_attempts_are_free(jetzt: datetime):
    bremse = Bremse()
    assert versuche(bremse, FREIE_VERSUCHE, jetzt) == jetzt
    assert wartezeit(bremse, jetzt) == SEKUNDE


def test_each_further_failure_doubles_the_wait_up_to_a_minute(jetzt: datetime):
    bremse = Bremse()
    gewartet = []
    for anzahl in (FREIE_VERSUCHE, 1, 1, 1, 1, 1, 1, 1):
        jetzt = versuche(bremse, anzahl, jetzt)
        gewartet.append(wartezeit(bremse, jetzt) // SEKUNDE)
    assert gewartet == [1, 2, 4, 8, 16, 32, 60, 60]


def test_the_message_says_how_long_to_wait(jetzt: datetime):
    bremse = Bremse()
    versuche(bremse, FREIE_VERSUCHE + 3, jetzt)
    with pytest.raises(ZuVieleVersuche, match=r"Bitte warten Sie \d+ Sekunden"):
        bremse.beginne("sommer", "192.0.2.7", jetzt)


def test_a_success_is_a_fresh_start(jetzt: datetime):
    bremse = Bremse()
    versuche(bremse, FREIE_VERSUCHE, jetzt)
    bremse.gelungen("sommer", "192.0.2.7")
    assert versuche(bremse, FREIE_VERSUCHE, jetzt) == jetzt


def test_after_a_quiet_while_failures_are_forgotten(jetzt: datetime):
    bremse = Bremse()
    spaeter = versuche(bremse, 10, jetzt) + VERGESSEN_NACH + SEKUNDE
    assert versuche(bremse, FREIE_VERSUCHE, spaeter) == spaeter


def test_even_a_thousand_failures_never_lock_anyone_out_for_longer_than_a_minute(jetzt: datetime):
    bremse = Bremse()
    assert wartezeit(bremse, versuche(bremse, 1000, jetzt)) == LAENGSTE_WARTEZEIT


def test_memory_stays_bounded(jetzt: datetime, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("casefile.bremse.MERKEN_HOECHSTENS", 5)
    bremse = Bremse()
    for nummer in range(20):
        bremse.beginne(f"name{nummer}", "192.0.2.7", jetzt)
    assert len(bremse._versuche) == 5
