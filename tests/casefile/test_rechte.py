from itertools import product
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from casefile.krypto import GELOESCHT
from casefile.modelle import Fall
from casefile.modelle_basis import Rolle
from casefile.rechte import ERLAUBT, NichtErlaubt, Person, Recht, pruefe

TABELLE = YAML(typ="safe").load(Path(__file__).parents[1] / "faelle" / "rechte.yml")
EIGENER = Fall(id="a" * 32, nummer="F-0001", name=GELOESCHT, fachkraft_id="k" * 32)
FREMDER = Fall(id="b" * 32, nummer="F-0002", name=GELOESCHT, fachkraft_id="m" * 32)
PERSONEN = {
    Rolle.KUNDE: Person(Rolle.KUNDE, fall_id=EIGENER.id),
    Rolle.FACHKRAFT: Person(Rolle.FACHKRAFT, konto_id=EIGENER.fachkraft_id),
    Rolle.VERWALTUNG: Person(Rolle.VERWALTUNG, konto_id="v" * 32),
}
FAELLE = {"eigener": EIGENER, "fremder": FREMDER, "keiner": None}


def erlaubt(person: Person, recht: Recht, fall: Fall | None) -> bool:
    try:
        pruefe(person, recht, fall)
    except NichtErlaubt:
        return False
    return True


@pytest.mark.parametrize("fall", TABELLE, ids=lambda fall: fall["fall"])
def test_who_may_do_what(fall: dict[str, Any]):
    gegeben = fall["gegeben"]
    person = PERSONEN[Rolle(gegeben["rolle"])]
    assert erlaubt(person, Recht(gegeben["recht"]), FAELLE[gegeben["wessen"]]) is fall["dann"]


@pytest.mark.parametrize(("rolle", "recht"), list(product(Rolle, Recht)))
def test_what_the_table_does_not_grant_is_refused_for_every_case(rolle: Rolle, recht: Recht):
    if recht not in ERLAUBT[rolle]:
        assert not any(erlaubt(PERSONEN[rolle], recht, fall) for fall in FAELLE.values())


@pytest.mark.parametrize("recht", Recht)
def test_each_right_is_granted_to_somebody(recht: Recht):
    assert any(recht in rechte for rechte in ERLAUBT.values())


def test_customers_have_two_rights_and_never_more():
    assert set(ERLAUBT[Rolle.KUNDE]) == {Recht.GESPRAECH_FUEHREN, Recht.EIGENE_ANTWORTEN_SEHEN}


@pytest.mark.parametrize("rolle", [Rolle.KUNDE, Rolle.FACHKRAFT])
def test_a_person_without_case_or_account_owns_nothing(rolle: Rolle):
    assert not erlaubt(Person(rolle), Recht.GESPRAECH_FUEHREN, EIGENER)


def test_an_account_does_not_make_a_customer_owner_of_a_case():
    kunde = Person(Rolle.KUNDE, konto_id=EIGENER.fachkraft_id, fall_id=FREMDER.id)
    assert not erlaubt(kunde, Recht.GESPRAECH_FUEHREN, EIGENER)
