"""Ports: named ones are kept or refused, others are found."""

import socket

import pytest

from api.befehle.anschluss import AnschlussBelegt, ist_frei, waehle_anschluesse


@pytest.fixture
def frei() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_a_port_that_was_named_is_taken(frei: int):
    assert waehle_anschluesse({"LOTSE_PORT": str(frei)}, "127.0.0.1").web == frei


def test_a_port_that_is_in_use_is_refused_with_its_number_and_setting(belegter_anschluss: int):
    with pytest.raises(AnschlussBelegt, match=rf"{belegter_anschluss} ist belegt.*LOTSE_ENGINE_PORT"):
        waehle_anschluesse({"LOTSE_ENGINE_PORT": str(belegter_anschluss)}, "127.0.0.1")


@pytest.mark.parametrize("wert", ["0", "65536", "achtzig", "-1", "²"])
def test_what_is_no_port_is_refused(wert: str):
    with pytest.raises(AnschlussBelegt, match="kein Anschluss"):
        waehle_anschluesse({"LOTSE_PORT": wert}, "127.0.0.1")


def test_without_a_wish_both_ports_are_free_and_different():
    gewaehlt = waehle_anschluesse({}, "127.0.0.1")
    assert gewaehlt.web != gewaehlt.engine
    assert ist_frei("127.0.0.1", gewaehlt.web)
    assert ist_frei("127.0.0.1", gewaehlt.engine)


def test_a_port_in_use_is_not_free(belegter_anschluss: int):
    assert not ist_frei("127.0.0.1", belegter_anschluss)
