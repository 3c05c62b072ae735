from datetime import datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from casefile import faelle, sitzungen, zugaenge
from casefile.krypto import Tresor
from casefile.modelle import Fall, Termin, Zugang
from casefile.modelle_basis import Rolle
from casefile.rechte import Person
from casefile.zugaenge import TerminVorbei, ZugangUngueltig

DAUER = timedelta(hours=10)
LEERLAUF = timedelta(hours=1)
SEKUNDE = timedelta(seconds=1)


@pytest.fixture
def termin(session: Session, tresor: Tresor, fall: Fall, jetzt: datetime) -> Termin:
    return faelle.vereinbare_termin(session, tresor, fall, jetzt + timedelta(days=3))


def test_a_link_lets_the_customer_into_her_own_case(session: Session, termin: Termin, jetzt: datetime):
    zugang = zugaenge.stelle_aus(session, termin, jetzt)
    token = zugaenge.loese_ein(session, zugang.token, jetzt, DAUER)
    anmeldung = sitzungen.angemeldet(session, token, jetzt, LEERLAUF)
    assert anmeldung is not None
    assert anmeldung.person == Person(Rolle.KUNDE, fall_id=termin.fall_id, zugang_id=zugang.zugang_id)


def test_a_link_holds_until_seven_days_after_the_appointment(session: Session, termin: Termin, jetzt: datetime):
    zugang = zugaenge.stelle_aus(session, termin, jetzt)
    assert zugang.gueltig_bis == jetzt + timedelta(days=10)
    zugaenge.loese_ein(session, zugang.token, zugang.gueltig_bis - SEKUNDE, DAUER)
    with pytest.raises(ZugangUngueltig, match="fragen Sie Ihre Ansprechperson"):
        zugaenge.loese_ein(session, zugang.token, zugang.gueltig_bis, DAUER)


def test_a_session_does_not_outlive_its_link(session: Session, termin: Termin, jetzt: datetime):
    zugang = zugaenge.stelle_aus(session, termin, jetzt)
    kurz_davor = zugang.gueltig_bis - SEKUNDE
    token = zugaenge.loese_ein(session, zugang.token, kurz_davor, DAUER)
    assert sitzungen.angemeldet(session, token, kurz_davor, LEERLAUF) is not None
    assert sitzungen.angemeldet(session, token, zugang.gueltig_bis, LEERLAUF) is None


def test_a_link_works_again_after_a_pause(session: Session, termin: Termin, jetzt: datetime):
    zugang = zugaenge.stelle_aus(session, termin, jetzt)
    eins = zugaenge.loese_ein(session, zugang.token, jetzt, DAUER)
    assert zugaenge.loese_ein(session, zugang.token, jetzt + timedelta(days=1), DAUER) != eins


def test_revoking_ends_links_and_sessions_of_the_case_at_once(session: Session, termin: Termin, jetzt: datetime):
    zugang = zugaenge.stelle_aus(session, termin, jetzt)
    token = zugaenge.loese_ein(session, zugang.token, jetzt, DAUER)
    zugaenge.widerrufe(session, termin.fall_id, jetzt)
    assert sitzungen.angemeldet(session, token, jetzt, LEERLAUF) is None
    with pytest.raises(ZugangUngueltig):
        zugaenge.loese_ein(session, zugang.token, jetzt, DAUER)


def test_a_new_link_works_after_the_old_ones_were_revoked(session: Session, termin: Termin, jetzt: datetime):
    zugaenge.stelle_aus(session, termin, jetzt)
    zugaenge.widerrufe(session, termin.fall_id, jetzt)
    zugaenge.loese_ein(session, zugaenge.stelle_aus(session, termin, jetzt).token, jetzt, DAUER)


def test_revoking_leaves_the_links_of_other_cases(
    session: Session, tresor: Tresor, fall: Fall, termin: Termin, jetzt: datetime
):
    anderer = faelle.lege_an(session, tresor, "Bodo Zander", fall.fachkraft_id, jetzt)
    anderer_termin = faelle.vereinbare_termin(session, tresor, anderer, jetzt)
    bleibt = zugaenge.stelle_aus(session, anderer_termin, jetzt)
    zugaenge.widerrufe(session, termin.fall_id, jetzt)
    zugaenge.loese_ein(session, bleibt.token, jetzt, DAUER)


def test_a_link_for_an_appointment_long_past_is_refused(session: Session, termin: Termin):
    ende = termin.beginn + zugaenge.GUELTIG_NACH_TERMIN
    zugaenge.stelle_aus(session, termin, ende - SEKUNDE)
    with pytest.raises(TerminVorbei):
        zugaenge.stelle_aus(session, termin, ende)


def test_an_unknown_link_is_refused(session: Session, jetzt: datetime):
    with pytest.raises(ZugangUngueltig):
        zugaenge.loese_ein(session, "erfunden", jetzt, DAUER)


def test_only_the_hash_of_a_link_is_stored(session: Session, termin: Termin, jetzt: datetime):
    zugang = zugaenge.stelle_aus(session, termin, jetzt)
    assert zugang.token not in session.scalars(select(Zugang.token_hash)).one()
