"""People at the running site: a Fachkraft for all tests, a customer with a case of her own for each."""

import pytest

from tests.standort import Standort, Zugang


@pytest.fixture(scope="session")
def fachkraft(standort: Standort) -> Zugang:
    return standort.fachkraft()


@pytest.fixture
def fall_id(standort: Standort, fachkraft: Zugang) -> str:
    return standort.fall(fachkraft)


@pytest.fixture
def kunde(standort: Standort, fachkraft: Zugang, fall_id: str) -> Zugang:
    """A customer who has begun and sees the first question."""
    kunde = standort.kunde(fachkraft, fall_id)
    kunde.beginne(fall_id)
    return kunde
