from datetime import datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from casefile import konten, sitzungen
from casefile.konten import KontoFehler
from casefile.modelle import Konto
from casefile.modelle_basis import Rolle

TAG = timedelta(days=1)


def test_a_new_account_has_a_random_password_that_works(session: Session, jetzt: datetime):
    eins = konten.lege_an(session, "Sommer ", " Frau Sommer", Rolle.FACHKRAFT, jetzt)
    zwei = konten.lege_an(session, "winter", "Herr Winter", Rolle.VERWALTUNG, jetzt)
    assert eins.passwort != zwei.passwort
    assert (eins.konto.anmeldename, eins.konto.anzeigename) == ("sommer", "Frau Sommer")
    assert konten.pruefe_passwort(session, "SOMMER", eins.passwort) is eins.konto
    assert konten.pruefe_passwort(session, "sommer", zwei.passwort) is None


def test_a_password_is_kept_as_argon2_hash_only(session: Session, jetzt: datetime):
    neu = konten.lege_an(session, "sommer", "Frau Sommer", Rolle.FACHKRAFT, jetzt)
    assert neu.konto.passwort_hash.startswith("$argon2id$")
    assert neu.passwort not in neu.konto.passwort_hash


@pytest.mark.parametrize("anmeldename", ["sommer", "SOMMER", " sommer "])
@pytest.mark.usefixtures("fachkraft")
def test_a_sign_in_name_is_given_once(session: Session, jetzt: datetime, anmeldename: str):
    with pytest.raises(KontoFehler, match="gibt es schon"):
        konten.lege_an(session, anmeldename, "Frau Sommer", Rolle.FACHKRAFT, jetzt)


@pytest.mark.parametrize(("anmeldename", "anzeigename"), [("", "Frau Sommer"), (" ", "Frau Sommer"), ("sommer", " ")])
def test_an_account_needs_both_names(session: Session, jetzt: datetime, anmeldename: str, anzeigename: str):
    with pytest.raises(KontoFehler, match="Bitte geben Sie"):
        konten.lege_an(session, anmeldename, anzeigename, Rolle.FACHKRAFT, jetzt)


def test_customers_get_no_account(session: Session, jetzt: datetime):
    with pytest.raises(KontoFehler, match="Zugangslink"):
        konten.lege_an(session, "kundin", "Frau Quitzow", Rolle.KUNDE, jetzt)


def test_the_list_shows_disabled_accounts_too(session: Session, fachkraft: Konto, jetzt: datetime):
    konten.lege_an(session, "amsel", "Herr Amsel", Rolle.VERWALTUNG, jetzt)
    konten.setze_aktiv(session, fachkraft, aktiv=False)
    assert [konto.anmeldename for konto in konten.liste(session)] == ["amsel", "sommer"]


def test_an_unknown_account_says_so(session: Session):
    with pytest.raises(KontoFehler, match="gibt es nicht"):
        konten.finde(session, "niemand")


def test_disabling_an_account_ends_its_sessions_and_its_password(session: Session, jetzt: datetime):
    neu = konten.lege_an(session, "sommer", "Frau Sommer", Rolle.FACHKRAFT, jetzt)
    token = sitzungen.eroeffne_fuer_konto(session, neu.konto.id, jetzt, TAG)
    konten.setze_aktiv(session, neu.konto, aktiv=False)
    assert sitzungen.angemeldet(session, token, jetzt, TAG) is None
    assert konten.pruefe_passwort(session, "sommer", neu.passwort) is None
    konten.setze_aktiv(session, neu.konto, aktiv=True)
    assert konten.pruefe_passwort(session, "sommer", neu.passwort) is neu.konto


def test_a_reset_password_replaces_the_old_one_and_ends_sessions(session: Session, jetzt: datetime):
    neu = konten.lege_an(session, "sommer", "Frau Sommer", Rolle.FACHKRAFT, jetzt)
    token = sitzungen.eroeffne_fuer_konto(session, neu.konto.id, jetzt, TAG)
    passwort = konten.setze_passwort_zurueck(session, konten.finde(session, "sommer"))
    assert konten.pruefe_passwort(session, "sommer", neu.passwort) is None
    assert konten.pruefe_passwort(session, "sommer", passwort) is neu.konto
    assert sitzungen.angemeldet(session, token, jetzt, TAG) is None
