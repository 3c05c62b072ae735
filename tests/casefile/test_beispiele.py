"""Each example case loads, counts in full, and leads where it says."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from casefile import vermerk
from casefile.akte import Akte
from casefile.aufnahme import LEITFADEN
from casefile.beispiele_laden import Beispiel, lege_beispiele_an, load_beispiele
from casefile.datenbank import migriere, sitzungsmacher, verbinde
from casefile.einschaetzung import ist_vollstaendig, lies
from casefile.eintraege import lies_zeilen
from casefile.faelle import letzter_termin, lies_name
from casefile.fallstand import Fallstand
from casefile.krypto import Tresor
from casefile.modelle import Fall, Konto
from casefile.modelle_basis import Rolle
from casefile.schluessel import oeffne_speicher
from knowledge.leitfaden import load_leitfaden
from knowledge.vokabular import load_vokabular

JETZT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
BEISPIELE = load_beispiele()


@pytest.fixture(scope="module")
def geladen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Akte, dict[str, str]]]:
    """All examples in one case file, case ids by name."""
    ordner: Path = tmp_path_factory.mktemp("beispiele")
    url, keys_url = f"sqlite:///{ordner / 'lotse.db'}", f"sqlite:///{ordner / 'schluessel.db'}"
    migriere(url, keys_url)
    engine, keys_engine = verbinde(url), verbinde(keys_url)
    tresor = Tresor(oeffne_speicher(keys_engine, ordner / "standort.key", None))
    akte = Akte(sitzungsmacher(engine), sitzungsmacher(engine, nur_lesen=True), tresor, lambda: JETZT)
    with akte.schreibend.begin() as s:
        konto = Konto(anmeldename="muster", anzeigename="Muster", rolle=Rolle.FACHKRAFT, passwort_hash="-")
        konto.angelegt_am = JETZT
        s.add(konto)
        s.flush()
        faelle = {name: fall.id for name, fall in lege_beispiele_an(akte, s, konto.id).items()}
    yield akte, faelle
    engine.dispose()
    keys_engine.dispose()


@pytest.fixture(params=BEISPIELE, ids=lambda beispiel: beispiel.name)
def beispiel(request: pytest.FixtureRequest) -> Beispiel:
    gewaehlt: Beispiel = request.param
    return gewaehlt


@pytest.fixture
def stand(geladen: tuple[Akte, dict[str, str]], beispiel: Beispiel) -> Fallstand:
    """The case of the example as its Fachkraft sees it."""
    akte, faelle = geladen
    with akte.lesend.begin() as s:
        return lies(akte, s, faelle[beispiel.name], LEITFADEN)


def test_the_rules_propose_what_the_example_says(stand: Fallstand, beispiel: Beispiel):
    assert stand.vorschlag is not None
    assert stand.vorschlag.profillage == beispiel.erwartet.profillage


def test_each_answer_of_the_example_counts(geladen: tuple[Akte, dict[str, str]], stand: Fallstand, beispiel: Beispiel):
    akte, faelle = geladen
    with akte.lesend.begin() as s:
        zeilen = lies_zeilen(s, akte.tresor, faelle[beispiel.name], LEITFADEN)
    eingetragen = {zeile.frage for zeile in zeilen}
    assert eingetragen - {"g4"} == {*beispiel.kunde, *beispiel.fachkraft} - {"g4"}
    assert stand.stand.ruhend == ()


def test_a_finished_talk_has_a_draft_note_and_only_an_open_proposal_keeps_a_talk_open(
    geladen: tuple[Akte, dict[str, str]], stand: Fallstand, beispiel: Beispiel
):
    akte, faelle = geladen
    with akte.lesend.begin() as s:
        entwurf = vermerk.aktueller(s, faelle[beispiel.name])
    assert (entwurf is not None) == stand.stand.abgeschlossen
    assert stand.stand.abgeschlossen or beispiel.erwartet.profillage in ("offen", "n")


def test_where_the_fachkraft_spoke_her_assessment_is_complete(stand: Fallstand, beispiel: Beispiel):
    assert ist_vollstaendig(stand) == bool(beispiel.fachkraft)


def test_an_example_is_marked_as_one_and_has_an_appointment(geladen: tuple[Akte, dict[str, str]], beispiel: Beispiel):
    akte, faelle = geladen
    with akte.lesend.begin() as s:
        fall = s.get_one(Fall, faelle[beispiel.name])
        termin = letzter_termin(s, fall.id)
        assert fall.beispiel
        assert lies_name(akte.tresor, fall) == beispiel.name
        assert termin is not None
        assert termin.beginn > JETZT


@pytest.mark.parametrize("profillage", load_vokabular().profillagen)
def test_each_profillage_occurs(profillage: str):
    assert profillage in {beispiel.erwartet.profillage for beispiel in BEISPIELE}


def vorkommende(fakt: str) -> list[Any]:
    """The values that the examples give to a fact, by either side."""
    kennung = next(frage.id for frage in load_leitfaden(LEITFADEN).fragen.values() if frage.fuellt == fakt)
    return [(b.kunde | b.fachkraft)[kennung] for b in BEISPIELE if kennung in b.kunde | b.fachkraft]


@pytest.mark.parametrize(
    ("fakt", "werte"),
    [
        ("prognose", load_vokabular().prognosen),
        ("kundenart", ("erstaufnahme", "bestand", "wiedermeldung")),
        ("zusage", ("nein", "neue_arbeit")),
        ("erwerbstaetig", ("nein", "angestellt")),
        ("verdichtung", ("ja", "nein", "unklar")),
        ("profillage_entscheidung", ("uebernehmen",)),
    ],
)
def test_each_state_occurs(fakt: str, werte: Any):
    assert set(werte) <= set(vorkommende(fakt))


def test_cases_before_during_and_after_preparation_occur():
    vorbereitung = {"e47a" in b.kunde if b.kunde else None for b in BEISPIELE if not b.fachkraft}
    assert vorbereitung == {True, False, None}
    assert {b.rechtskreis for b in BEISPIELE} >= {"sgb2", "sgb3"}


def test_the_examples_are_artificial_persons_of_different_names():
    assert len({b.name for b in BEISPIELE}) == len(BEISPIELE)
    assert all(b.name.startswith("Beispielperson ") for b in BEISPIELE)
