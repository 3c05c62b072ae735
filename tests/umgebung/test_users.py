"""`lotse users`: accounts from the command line."""

import re
from pathlib import Path

import pytest

from api.befehle.users import main
from api.befehle.vorgaben import lies_einstellungen
from casefile import konten
from casefile.datenbank import sitzungsmacher, verbinde

PASSWORT = re.compile(r": (\S{4}-\S{4}-\S{4}-\S{4})$", re.MULTILINE)


def passt(anmeldename: str, passwort: str) -> bool:
    with sitzungsmacher(verbinde(lies_einstellungen().database_url))() as session:
        return konten.pruefe_passwort(session, anmeldename, passwort) is not None


def passwort_aus(ausgabe: str) -> str:
    fund = PASSWORT.search(ausgabe)
    assert fund, ausgabe
    return fund[1]


@pytest.fixture
def frieda(angelegt: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """An account; the password it got."""
    assert main(["add", "Frieda", "--name", "Frieda Muster"]) == 0
    return passwort_aus(capsys.readouterr().out)


def test_a_new_account_can_sign_in_with_the_password_shown(frieda: str):
    assert passt("frieda", frieda)


def test_the_list_shows_name_role_and_state(frieda: str, capsys: pytest.CaptureFixture[str]):
    assert main(["list"]) == 0
    assert capsys.readouterr().out.split() == ["frieda", "fachkraft", "aktiv", "Frieda", "Muster"]


def test_a_disabled_account_cannot_sign_in_until_it_is_enabled(frieda: str):
    assert main(["disable", "frieda"]) == 0
    assert not passt("frieda", frieda)
    assert main(["enable", "frieda"]) == 0
    assert passt("frieda", frieda)


def test_after_a_reset_only_the_new_password_fits(frieda: str, capsys: pytest.CaptureFixture[str]):
    assert main(["reset", "frieda"]) == 0
    neues = passwort_aus(capsys.readouterr().out)
    assert passt("frieda", neues)
    assert not passt("frieda", frieda)


def test_a_name_that_is_taken_is_refused(frieda: str, capsys: pytest.CaptureFixture[str]):
    assert main(["add", "frieda", "--name", "Andere"]) == 1
    assert "gibt es schon" in capsys.readouterr().err


def test_an_account_that_does_not_exist_is_named(angelegt: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["reset", "niemand"]) == 1
    assert "niemand" in capsys.readouterr().err


def test_customers_get_no_account(angelegt: Path, capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as ende:
        main(["add", "kundin", "--name", "Kundin", "--rolle", "kunde"])
    assert ende.value.code == 2
    assert "'kunde' gibt es nicht" in capsys.readouterr().err


def test_before_the_first_migration_the_way_to_help_is_named(leer: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["list"]) == 1
    assert "lotse doctor" in capsys.readouterr().err
