"""One whole site for all tests that use it."""

from collections.abc import Iterator

import pytest

from tests.standort import Standort, laufender_standort


@pytest.fixture(scope="session")
def standort(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Standort]:
    """A running site: engine, web, databases."""
    with laufender_standort(tmp_path_factory.mktemp("standort")) as laufend:
        yield laufend
