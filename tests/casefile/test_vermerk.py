"""The note from draft to finished: only its newest version is edited, and a finished one is not changed."""

from datetime import datetime

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from casefile.krypto import Tresor
from casefile.modelle import Vermerk
from casefile.modelle_basis import Vermerkzustand
from casefile.vermerk import (
    FassungUeberholt,
    Inhalt,
    VermerkAbgeschlossen,
    aktueller,
    entwirf,
    lies,
    schliesse_ab,
    speichere,
)
from casefile.vermerktext import Satz
from tests.casefile.gespraechshilfe import FACHKRAFT_BIS_ENTSCHEIDUNG, Haus

BEARBEITET = Inhalt(saetze=(Satz(id="zielberuf-1", feld="zielberuf", text="Zielberuf: Lagerist."),), ergaenzung="Neu.")


@pytest.fixture
def haus(engine: Engine, tresor: Tresor, jetzt: datetime) -> Haus:
    haus = Haus.mit_fall(engine, tresor, jetzt)
    haus.trage_ein(FACHKRAFT_BIS_ENTSCHEIDUNG)
    return haus


def entwurf(haus: Haus, s: Session, *, neu: bool = False) -> Vermerk:
    return entwirf(haus.akte, s, haus.fall_id, haus.stand(), neu=neu)


def gelesen(haus: Haus, s: Session, vermerk: Vermerk) -> tuple[int, Inhalt]:
    fassung, inhalt = lies(haus.akte, s, vermerk)
    return fassung.nr, inhalt


def test_a_draft_is_composed_from_the_case(haus: Haus):
    with haus.akte.schreibend.begin() as s:
        vermerk = entwurf(haus, s)
        nr, inhalt = gelesen(haus, s, vermerk)
        assert (nr, vermerk.zustand, inhalt.ergaenzung) == (1, Vermerkzustand.ENTWURF, "")
        assert inhalt.saetze[0].text == "Zielberuf: Lagerist."
        assert aktueller(s, haus.fall_id) is vermerk


def test_a_case_without_a_note_has_none(haus: Haus):
    with haus.akte.lesend.begin() as s:
        assert aktueller(s, haus.fall_id) is None


def test_an_edited_version_is_added_on_top(haus: Haus):
    with haus.akte.schreibend.begin() as s:
        vermerk = entwurf(haus, s)
        speichere(haus.akte, s, vermerk, 1, BEARBEITET, haus.konto_id)
        assert gelesen(haus, s, vermerk) == (2, BEARBEITET)
        fassung, _ = lies(haus.akte, s, vermerk)
        assert fassung.konto_id == haus.konto_id


@pytest.mark.parametrize("fassung", [0, 1, 3])
def test_only_the_newest_version_can_be_edited_or_finished(haus: Haus, fassung: int):
    with haus.akte.schreibend.begin() as s:
        vermerk = entwurf(haus, s)
        speichere(haus.akte, s, vermerk, 1, BEARBEITET, haus.konto_id)
        with pytest.raises(FassungUeberholt):
            speichere(haus.akte, s, vermerk, fassung, BEARBEITET, haus.konto_id)
        with pytest.raises(FassungUeberholt):
            schliesse_ab(haus.akte, s, vermerk, fassung, haus.konto_id)
        assert gelesen(haus, s, vermerk)[0] == 2
        assert vermerk.zustand == Vermerkzustand.ENTWURF


def test_a_finished_note_carries_name_and_time_and_is_not_changed(haus: Haus):
    with haus.akte.schreibend.begin() as s:
        vermerk = entwurf(haus, s)
        schliesse_ab(haus.akte, s, vermerk, 1, haus.konto_id)
        assert vermerk.zustand == Vermerkzustand.ABGESCHLOSSEN
        assert (vermerk.abgeschlossen_am, vermerk.abgeschlossen_von) == (haus.uhr.jetzt, haus.konto_id)
        for tue in (
            lambda: speichere(haus.akte, s, vermerk, 1, BEARBEITET, haus.konto_id),
            lambda: schliesse_ab(haus.akte, s, vermerk, 1, haus.konto_id),
        ):
            with pytest.raises(VermerkAbgeschlossen):
                tue()
        assert gelesen(haus, s, vermerk)[0] == 1


def test_composing_again_keeps_an_edited_draft_unless_asked(haus: Haus):
    with haus.akte.schreibend.begin() as s:
        vermerk = entwurf(haus, s)
        speichere(haus.akte, s, vermerk, 1, BEARBEITET, haus.konto_id)
        assert entwurf(haus, s) is vermerk
        assert gelesen(haus, s, vermerk) == (2, BEARBEITET)
        assert entwurf(haus, s, neu=True) is vermerk
        nr, inhalt = gelesen(haus, s, vermerk)
        assert nr == 3
        assert len(inhalt.saetze) > 1


def test_a_new_draft_after_a_finished_note_leaves_that_one_as_it_is(haus: Haus):
    with haus.akte.schreibend.begin() as s:
        fertig = entwurf(haus, s)
        schliesse_ab(haus.akte, s, fertig, 1, haus.konto_id)
        haus.uhr.weiter(days=1)
        neuer = entwurf(haus, s, neu=True)
        assert neuer.id != fertig.id
        assert (fertig.zustand, neuer.zustand) == (Vermerkzustand.ABGESCHLOSSEN, Vermerkzustand.ENTWURF)
        assert aktueller(s, haus.fall_id) is neuer
        assert gelesen(haus, s, fertig)[0] == 1


def test_a_draft_shows_what_changed_only_after_composing_again(haus: Haus):
    with haus.akte.schreibend.begin() as s:
        vermerk = entwurf(haus, s)
    haus.trage_ein({"e10": "Lagerhelfer"})
    with haus.akte.schreibend.begin() as s:
        vermerk = s.merge(vermerk)
        assert gelesen(haus, s, vermerk)[1].saetze[0].text == "Zielberuf: Lagerist."
        entwurf(haus, s, neu=True)
        assert gelesen(haus, s, vermerk)[1].saetze[0].text == "Zielberuf: Lagerhelfer."
