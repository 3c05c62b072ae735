"""`lotse up`, for real: one command from nothing to an address, and back to nothing."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from api.befehle.anschluss import Anschluesse
from api.befehle.up import main, umgebungen
from api.befehle.vorgaben import lies_einstellungen

WURZEL = Path(__file__).parents[2]
BEREIT = re.compile(r"^Lotse ist bereit: (http://127\.0\.0\.1:\d+)$", re.MULTILINE)
LINK = re.compile(r"http://127\.0\.0\.1:\d+/k/\S+")
PASSWORT = re.compile(r"^  (fachkraft|verwaltung) +(\S{4}(?:-\S{4}){3})", re.MULTILINE)
ENDE_FRIST = 30


@contextmanager
def lotse_up() -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Lotse in operation, and what it said until it was ready; ended at the end whatever happens."""
    prozess = subprocess.Popen(
        [sys.executable, "-m", "api.befehle", "up"],
        cwd=WURZEL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert prozess.stdout
    gesagt = ""
    try:
        while "Beenden mit Strg+C." not in gesagt:
            zeile = prozess.stdout.readline()
            assert zeile, gesagt
            gesagt += zeile
        yield prozess, gesagt
    finally:
        prozess.send_signal(signal.SIGTERM)
        prozess.communicate(timeout=ENDE_FRIST)


def adresse_in(gesagt: str) -> str:
    fund = BEREIT.search(gesagt)
    assert fund, gesagt
    return fund[1]


def test_the_first_start_shows_sign_ins_and_a_link_the_second_does_not(leer: Path):
    with lotse_up() as (prozess, gesagt):
        adresse = adresse_in(gesagt)
        assert httpx.get(f"{adresse}/readyz", trust_env=False).json()["bereit"] is True
        assert dict(PASSWORT.findall(gesagt)).keys() == {"fachkraft", "verwaltung"}
        link = LINK.search(gesagt)
        assert link
        assert httpx.get(link[0], trust_env=False, follow_redirects=True).status_code == httpx.codes.OK
    assert prozess.returncode == 143
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"{adresse}/healthz", trust_env=False)

    with lotse_up() as (_, gesagt):
        adresse_in(gesagt)
        assert not PASSWORT.search(gesagt)
        assert not LINK.search(gesagt)


def test_a_port_that_is_taken_ends_the_start_with_a_sentence(
    leer: Path, belegter_anschluss: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("LOTSE_PORT", str(belegter_anschluss))
    assert main([]) == 1
    assert f"Der Anschluss {belegter_anschluss} ist belegt" in capsys.readouterr().err


def test_without_the_engine_environment_the_way_to_it_is_named(
    leer: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.chdir(leer)
    assert main([]) == 1
    assert "make setup" in capsys.readouterr().err


@pytest.fixture
def beide(leer: Path) -> tuple[Mapping[str, str], Mapping[str, str]]:
    eigene = dict(os.environ) | {"LOTSE_SITE_KEY": "geheim", "PGPASSWORD": "geheim"}
    return umgebungen(eigene, lies_einstellungen(), Anschluesse(web=8001, engine=5006))


def test_the_engine_gets_no_secret_of_the_site(beide: tuple[Mapping[str, str], Mapping[str, str]]):
    _, engine = beide
    assert "geheim" not in engine.values()
    assert not any(name.startswith("LOTSE_") for name in engine.keys() - {"LOTSE_ENGINE_TOKEN", "LOTSE_ACTION_URL"})
    assert engine["RASA_TELEMETRY_ENABLED"] == "false"


def test_both_sides_share_a_secret_and_know_where_the_other_is(beide: tuple[Mapping[str, str], Mapping[str, str]]):
    web, engine = beide
    assert web["LOTSE_ENGINE_TOKEN"] == engine["LOTSE_ENGINE_TOKEN"]
    assert web["LOTSE_ENGINE_URL"] == "http://127.0.0.1:5006"
    assert engine["LOTSE_ACTION_URL"] == "http://127.0.0.1:8001/engine/actions"


def test_each_start_has_a_secret_of_its_own(leer: Path):
    anschluesse = Anschluesse(web=8001, engine=5006)
    web_1, _ = umgebungen({}, lies_einstellungen(), anschluesse)
    web_2, _ = umgebungen({}, lies_einstellungen(), anschluesse)
    assert web_1["LOTSE_ENGINE_TOKEN"] != web_2["LOTSE_ENGINE_TOKEN"]


@pytest.mark.parametrize("host", ["0.0.0.0", "::"])
def test_a_server_on_all_addresses_is_reached_over_the_loopback(leer: Path, monkeypatch: pytest.MonkeyPatch, host: str):
    monkeypatch.setenv("LOTSE_HOST", host)
    _, engine = umgebungen({}, lies_einstellungen(), Anschluesse(web=8001, engine=5006))
    assert engine["LOTSE_ACTION_URL"] in {"http://127.0.0.1:8001/engine/actions", "http://[::1]:8001/engine/actions"}
