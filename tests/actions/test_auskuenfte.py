"""Each intent of the vocabulary has a reply, and no reply has a hole in it."""

import re

import pytest

from actions.auskuenfte import AUSKUENFTE, Haus
from actions.nachrichten import nachrichten
from knowledge.vokabular import load_vokabular
from tests.casefile.gespraechshilfe import Haus as Akte

HAUS = Haus(telefone=(("Empfang", "0555 1234"),))
LUECKE = re.compile(r"\{\w*\}")


@pytest.mark.parametrize("absicht", load_vokabular().absichten)
@pytest.mark.parametrize("rolle", ["kunde", "fachkraft"])
def test_each_intent_gets_a_reply_without_a_hole_and_the_question_again(haus: Akte, rolle: str, absicht: str):
    rede = haus.kunde().fuehre({"g1": "beginnen"}) if rolle == "kunde" else haus.fachkraft()
    gesagt = nachrichten(rede.befiehl(absicht), HAUS)
    assert all(nachricht.text for nachricht in gesagt)
    assert not [nachricht for nachricht in gesagt if LUECKE.search(nachricht.text)]
    assert gesagt[-1].frage == rede.frage


@pytest.mark.parametrize("thema", AUSKUENFTE)
def test_each_reply_belongs_to_an_intent_of_the_vocabulary(thema: str):
    assert thema in load_vokabular().absichten


def test_each_intent_has_a_reply_of_its_own_or_repeats_the_question():
    eigene = {"warum_frage", "hilfe", "nicht_verstanden", "zurueck", "aendern", "ueberspringen", "pause", "fortsetzen"}
    offen = {"weiss_nicht", "keine_angabe"}
    assert set(load_vokabular().absichten) - set(AUSKUENFTE) - eigene - offen == {"wiederholen"}


def test_without_telephones_the_contact_is_the_reception():
    assert "Empfang" in Haus().kontakt
    assert Haus(telefone=(("A", "1"), ("B", "2"))).kontakt == "Telefon: A 1, B 2."
