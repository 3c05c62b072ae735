"""The proposal as a whole: its shape, its reasons, days, counter-check and what guides may know of it."""

import json
from datetime import date
from typing import Any

import pytest

from knowledge.ableitung import ableiten
from knowledge.gegenprobe import aenderungen
from knowledge.profillage import entscheide
from knowledge.regelwerk import KeinRegelwerk, load_regelwerk
from knowledge.vorschlag import Vorschlag, vorschlagen
from tests.knowledge.falltabelle import faelle, fakten

TAG = date(2026, 1, 31)
SCHLUESSEL = (
    "id regelwerk stichtag profillage kandidaten begruendung strategien uebergreifend nicht_waehlbar reihenfolge"
    " zieloptionen sonderlage hinweise strategien_erledigt strategien_bleiben_offen klaerung fristen gegenprobe"
)
FOERDER: dict[str, Any] = {"prognose": "integration_bis_12", "bedarfe": ["sprachkenntnisse"]}


def vorschlag(gegeben: dict[str, Any], tag: date = TAG) -> Vorschlag:
    return vorschlagen(fakten(gegeben), tag)


def test_the_keys_stand_in_the_agreed_order():
    ergebnis = vorschlag({"id": "7", "handlungsbedarfe": [{"bedarf": "wohnsituation", "status": "unklar"}]}).to_json()
    assert list(ergebnis) == SCHLUESSEL.split()
    assert (ergebnis["id"], ergebnis["regelwerk"], ergebnis["stichtag"]) == (
        "7",
        "integrationskonzept_4_0",
        "2026-01-31",
    )
    assert json.loads(json.dumps(ergebnis)) == ergebnis


def test_the_same_case_gives_the_same_proposal():
    for fall in faelle("profillage.yml")[:20]:
        assert vorschlag(fall.values[0]).to_json() == vorschlag(fall.values[0]).to_json()


def test_each_reason_names_rule_source_facts_and_text():
    for fall in faelle("profillage.yml") + faelle("sonderlagen.yml"):
        for grund in vorschlag(fall.values[0]).begruendung:
            assert grund.regel
            assert grund.quelle.stelle
            assert grund.fakten or grund.regel in {"PR-08", "PR-08-BEDARFE"}, grund
            assert grund.text.endswith((".", "?"))


def test_z_gives_its_letter_as_the_reason():
    ergebnis = vorschlag({"em_rente_beantragt": True})
    assert ergebnis.sonderlage
    assert ergebnis.sonderlage.grund.startswith("Fall c:")
    assert [grund.regel for grund in ergebnis.begruendung][:2] == ["SF-Zc", "SF-Z0"]


def test_a_kept_profillage_is_no_special_state_unless_it_is_technical():
    assert vorschlag({"profillage_vorher": "marktprofil"}).sonderlage is None
    technisch = vorschlag({"profillage_vorher": "z"}).sonderlage
    assert technisch
    assert technisch.art == "z"


def test_the_counter_check_names_each_single_change_that_leads_elsewhere():
    wege = {(g.aenderung, g.profillage) for g in vorschlag(FOERDER).gegenprobe}
    assert ("Integrationsprognose „Abgang/Integration 1. Arbeitsmarkt über 12 Monate“", "offen") in wege
    assert ("ohne den Handlungsbedarf Sprachkenntnisse", "offen") in wege
    assert ("Handlungsbedarf Eigeninitiative/Arbeitshaltung zusätzlich festgestellt", "offen") in wege
    assert not any(profillage == "foerderprofil" for _, profillage in wege)


def test_the_counter_check_is_complete():
    fall = fakten(FOERDER)
    regelwerk = load_regelwerk(TAG)
    ziele = [entscheide(aenderung.fakten, regelwerk).profillage for aenderung in aenderungen(fall)]
    assert len([ziel for ziel in ziele if ziel != "foerderprofil"]) == len(vorschlag(FOERDER).gegenprobe)
    assert len(ziele) == 4 + 4 + 2 + 2 + 14


@pytest.mark.parametrize("gegeben", [{"em_rente_beantragt": True}, {"reha_fall": True}, {"kundenart": "abmeldung"}])
def test_outside_the_profile_no_judgement_changes_anything(gegeben: dict[str, Any]):
    assert vorschlag(gegeben | FOERDER).gegenprobe == ()


def test_a_candidate_says_all_that_would_lead_to_it():
    kandidaten = {
        k.profillage: k.fehlt for k in vorschlag({"prognose": "integration_bis_12", "bedarfe": []}).kandidaten
    }
    assert kandidaten["foerderprofil"] == (
        "ein Handlungsbedarf in Qualifikation oder ein Handlungsbedarf in Leistungsfähigkeit"
        " oder ein Handlungsbedarf in Rahmenbedingungen"
    )


def test_an_unclear_bedarf_is_to_be_clarified_in_the_next_talk():
    unklar = {"handlungsbedarfe": [{"bedarf": "wohnsituation", "status": "unklar", "kommentar": "Mietvertrag ansehen"}]}
    ohne_termin, mit_termin = vorschlag(unklar), vorschlag(unklar | {"naechstes_gespraech_monate": 1})
    assert ohne_termin.to_json()["klaerung"] == [
        {
            "bedarf": "wohnsituation",
            "kommentar_schluesselgruppe": "Mietvertrag ansehen",
            "wiedervorlage": "naechstes_folgegespraech",
        }
    ]
    assert mit_termin.klaerung[0].wiedervorlage == "2026-02-28"
    assert [(frist.regel, frist.am) for frist in mit_termin.fristen] == [("PR-05", date(2026, 2, 28))]


@pytest.mark.parametrize(
    ("gegeben", "fristen"),
    [
        ({"egv_vorhanden": True, "egv_alter_monate": 2}, [("EV-04", date(2026, 5, 31))]),
        ({"egv_alter_monate": 1, "eingliederungsgutschein": True}, [("EV-03", date(2026, 3, 31))]),
        ({"egv_alter_monate": 7}, [("EV-04", date(2025, 12, 31))]),
        ({"egv_alter_monate": 5.5}, [("EV-04", date(2026, 2, 15))]),
        ({"egv_vorhanden": False, "egv_alter_monate": 2}, []),
        (
            {"massnahme": {"art": "umschulung", "dauer_monate": 24, "ende": "2027-05-31"}},
            [("HS-08", date(2027, 2, 28)), ("HS-08", date(2027, 6, 1))],
        ),
        (
            {"massnahme": {"art": "fbw", "dauer_monate": 2, "ende": "2026-05-31"}},
            [("HS-08", date(2026, 4, 30)), ("HS-08", date(2026, 6, 1))],
        ),
        (
            {"massnahme": {"art": "fbw", "ende": "2026-05-31"}, "gespraech_vor_massnahmeende": True},
            [("HS-08", date(2026, 6, 1))],
        ),
        ({"massnahme": {"art": "andere", "ende": "2026-05-31"}}, []),
        (
            {"paragraf_10": True, "eingliederung_angestrebt": False, "fortschritt_absehbar": False},
            [("SF-Zd", date(2026, 7, 31))],
        ),
    ],
)
def test_days_follow_from_the_facts(gegeben: dict[str, Any], fristen: list[tuple[str, date]]):
    assert [(frist.regel, frist.am) for frist in vorschlag(gegeben).fristen] == fristen


def test_before_the_first_rulebook_there_is_no_proposal():
    assert vorschlag({}, date(2009, 4, 30)).profillage == "n"
    with pytest.raises(KeinRegelwerk, match="ab 2009-04-30"):
        vorschlag({}, date(2009, 4, 29))


@pytest.mark.parametrize(
    ("gegeben", "erwartet"),
    [
        (
            FOERDER,
            {
                "bedarfsgruppen": ["qualifikation"],
                "bedarfsgruppen_anzahl": 1,
                "vorschlag": "foerderprofil",
                "nah": True,
            },
        ),
        (
            {"prognose": "heranfuehren_bis_12", "bedarfe": []},
            {"vorschlag": "offen", "nah": False, "sonderlage": "keine"},
        ),
        ({"em_rente_beantragt": True}, {"vorschlag": "z", "sonderlage": "z"}),
        ({"bb_fall": True}, {"vorschlag": "offen", "ausserhalb_geltungsbereich": True}),
        ({}, {"vorschlag": "n", "sonderlage": "n", "ausserhalb_geltungsbereich": False, "bedarfsgruppen": []}),
    ],
)
def test_guides_know_what_follows_from_a_case(gegeben: dict[str, Any], erwartet: dict[str, object]):
    abgeleitet = ableiten(fakten(gegeben), TAG)
    assert {name: abgeleitet.get(name) for name in erwartet} == erwartet
    assert ("nah" in abgeleitet) == ("nah" in erwartet)
