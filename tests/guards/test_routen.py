"""No unguarded route: each JSON route has its line in the table, each page asks who is looking."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi import Depends, FastAPI
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute, iter_route_contexts
from starlette.routing import Mount

from api.problem import MASCHINEN
from api.seiten.besuch import angemeldet
from api.zugriff import ROUTEN, waechter
from tests.api.ohne_engine import anwendung_ohne_engine

OFFENE_SEITEN = {
    "GET /",
    "GET /anmelden",
    "POST /anmelden",
    "GET /k/{zugang}",
    "GET /impressum",
    "GET /datenschutz",
    "GET /barrierefreiheit",
    "GET /dienst.js",
}
# The framework's own: the published description, and the folder of files that hold nothing of anybody.
RAHMEN = {"GET /openapi.json", "HEAD /openapi.json", "/static"}
Wege = dict[str, list[Callable[..., Any] | None]]


@pytest.fixture(scope="module")
def wege(tmp_path_factory: pytest.TempPathFactory) -> Wege:
    """Each route of the application, and the functions that it depends on."""
    with anwendung_ohne_engine(tmp_path_factory.mktemp("routen")) as anwendung:
        return dict(alle_wege(anwendung.app))


def alle_wege(app: FastAPI) -> Iterator[tuple[str, list[Callable[..., Any] | None]]]:
    for weg in iter_route_contexts(app.routes):
        if isinstance(weg.original_route, Mount):
            yield str(weg.path), []
        for methode in sorted(weg.methods or ()):
            ist_route = isinstance(weg.original_route, APIRoute)
            yield f"{methode} {weg.path}", list(aufrufe(weg.dependant)) if ist_route else []


def aufrufe(baum: Dependant) -> Iterator[Callable[..., Any] | None]:
    yield baum.call
    for zweig in baum.dependencies:
        yield from aufrufe(zweig)


def der_maschinen(wege: Wege) -> set[str]:
    return {name for name in wege if name.partition(" ")[2].startswith(MASCHINEN)}


def test_each_json_route_has_a_line_in_the_table_and_each_line_a_route(wege: Wege) -> None:
    assert der_maschinen(wege) | {"GET /openapi.json"} == set(ROUTEN)


def test_each_json_route_asks_the_guard(wege: Wege) -> None:
    assert {name for name in der_maschinen(wege) if waechter not in wege[name]} == set()


def test_each_page_asks_who_is_looking_unless_it_is_for_everybody(wege: Wege) -> None:
    seiten = set(wege) - der_maschinen(wege) - RAHMEN
    assert {name for name in seiten if angemeldet not in wege[name]} == OFFENE_SEITEN


def test_nothing_else_is_served(wege: Wege) -> None:
    assert {name for name, ruft in wege.items() if not ruft} == RAHMEN


def test_a_route_outside_the_table_refuses_everybody(tmp_path: Path) -> None:
    with anwendung_ohne_engine(tmp_path) as anwendung:
        anwendung.app.add_api_route("/api/v1/vergessen", lambda: "offen", dependencies=[Depends(waechter)])
        assert anwendung.client.get("/api/v1/vergessen").status_code == 500
