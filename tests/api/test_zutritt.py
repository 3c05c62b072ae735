"""Who gets in: no session, a wrong, ended or revoked one, and how signing in refuses."""

from datetime import timedelta
from uuid import uuid4

import httpx
import pytest
from sqlalchemy import update

from casefile import konten
from casefile.modelle import Sitzung
from casefile.modelle_basis import Rolle
from casefile.tokens import hash_von
from tests.standort import Standort, Zugang


def pruefe_problem(antwort: httpx.Response, status: int, code: str) -> None:
    koerper = antwort.json()
    assert (antwort.status_code, koerper["status"], koerper["code"]) == (status, status, code)
    assert antwort.headers["content-type"] == "application/problem+json"
    assert koerper["type"] == f"urn:lotse:problem:{code}"
    assert koerper["title"]
    assert koerper["detail"]


def token_von(person: Zugang) -> str:
    return str(person.client.headers["Authorization"]).removeprefix("Bearer ")


@pytest.mark.parametrize("kopf", ["", "Bearer", "Bearer gefaelscht", "Basic YTpi", "Bearer ä", "Bearer " + "x" * 9000])
def test_without_a_valid_token_nothing_is_shown(standort: Standort, kunde: Zugang, kopf: str) -> None:
    pfad = f"/api/v1/gespraeche/{kunde.gespraech['id']}"
    antwort = standort.client().get(pfad, headers={"Authorization": kopf.encode()})
    pruefe_problem(antwort, 401, "nicht_angemeldet")


def test_a_changed_token_is_a_forged_token(standort: Standort, kunde: Zugang) -> None:
    token = token_von(kunde)
    gefaelscht = token[:-1] + ("a" if token[-1] != "a" else "b")
    pruefe_problem(
        standort.client().get("/api/v1/faelle", headers={"Authorization": f"Bearer {gefaelscht}"}),
        401,
        "nicht_angemeldet",
    )


@pytest.mark.parametrize("spalte", ["gueltig_bis", "zuletzt_am"])
def test_a_session_ends_with_its_time_and_after_a_long_rest(standort: Standort, kunde: Zugang, spalte: str) -> None:
    vorbei = {spalte: standort.akte.uhr() - timedelta(hours=2)}
    with standort.akte.schreibend.begin() as s:
        s.execute(update(Sitzung).where(Sitzung.token_hash == hash_von(token_von(kunde))).values(**vorbei))
    pruefe_problem(kunde.zug(wert="beginnen"), 401, "nicht_angemeldet")


def test_after_signing_out_the_token_is_worth_nothing(kunde: Zugang) -> None:
    assert kunde.client.delete("/api/v1/sitzung").status_code == 204
    pruefe_problem(kunde.zug(wert="beginnen"), 401, "nicht_angemeldet")


def test_a_new_link_ends_the_old_one_and_its_sessions(standort: Standort, fachkraft: Zugang, fall_id: str) -> None:
    link = fachkraft.client.post(f"/api/v1/faelle/{fall_id}/zugang").json()["zugang"]
    kunde = Zugang(standort.client())
    kunde.melde_an("/api/v1/zugang", {"zugang": link})
    kunde.beginne(fall_id)
    standort.kunde(fachkraft, fall_id)
    pruefe_problem(kunde.zug(wert="beginnen"), 401, "nicht_angemeldet")
    pruefe_problem(standort.client().post("/api/v1/zugang", json={"zugang": link}), 401, "zugang_ungueltig")


def test_the_session_works_as_a_cookie_too(standort: Standort, kunde: Zugang) -> None:
    keks = {"Cookie": f"lotse_sitzung={token_von(kunde)}"}
    antwort = standort.client().get(f"/api/v1/gespraeche/{kunde.gespraech['id']}", headers=keks)
    assert antwort.json()["nachrichten"][-1]["frage"] == "g1"


@pytest.mark.parametrize("kennung", ["0" * 32, "gibt-es-nicht", "%00", "%F0%9F%98%80", "a" * 3000, "1 OR 1=1"])
def test_an_unknown_conversation_is_not_found(kunde: Zugang, kennung: str) -> None:
    pfad = f"/api/v1/gespraeche/{kennung}"
    pruefe_problem(kunde.client.get(pfad), 404, "nicht_gefunden")
    koerper = {"schluessel": str(uuid4()), "frage": "g1", "wert": "beginnen"}
    pruefe_problem(kunde.client.post(f"{pfad}/zuege", json=koerper), 404, "nicht_gefunden")


@pytest.mark.parametrize(
    ("methode", "pfad", "status", "code"),
    [
        ("GET", "/api/v1/gibt-es-nicht", 404, "nicht_gefunden"),
        ("GET", "/api/v1/gespraeche", 405, "methode_nicht_erlaubt"),
        ("PUT", "/api/v1/faelle", 405, "methode_nicht_erlaubt"),
        ("GET", "/webhooks/rest/webhook", 405, "methode_nicht_erlaubt"),
    ],
)
def test_wrong_addresses_and_methods_are_problem_documents(
    kunde: Zugang, methode: str, pfad: str, status: int, code: str
) -> None:
    pruefe_problem(kunde.client.request(methode, pfad), status, code)


def test_another_customers_conversation_is_out_of_reach(standort: Standort, fachkraft: Zugang, kunde: Zugang) -> None:
    anderer_fall = standort.fall(fachkraft)
    andere = standort.kunde(fachkraft, anderer_fall)
    andere.beginne(anderer_fall)
    pfad = f"/api/v1/gespraeche/{andere.gespraech['id']}"
    koerper = {"schluessel": str(uuid4()), "frage": "g1", "wert": "beginnen"}
    pruefe_problem(kunde.client.get(pfad), 403, "kein_recht")
    pruefe_problem(kunde.client.post(f"{pfad}/zuege", json=koerper), 403, "kein_recht")
    assert andere.client.get(pfad).json()["fortschritt"]["beantwortet"] == 0


@pytest.mark.parametrize(
    ("name", "passwort"), [("gibt-es-nicht", "egal"), ("fk", ""), ("fk", "\u0000"), ("' OR 1=1 --", "x")]
)
def test_a_wrong_sign_in_is_refused(standort: Standort, name: str, passwort: str) -> None:
    antwort = standort.client().post("/api/v1/anmeldung", json={"anmeldename": name, "passwort": passwort})
    pruefe_problem(antwort, 401, "anmeldung_abgelehnt")


def test_guessing_is_slowed_down(standort: Standort) -> None:
    client, daten = standort.client(), {"anmeldename": f"opfer-{uuid4().hex}", "passwort": "geraten"}
    codes = [client.post("/api/v1/anmeldung", json=daten).json()["code"] for _ in range(4)]
    assert codes == ["anmeldung_abgelehnt"] * 3 + ["zu_viele_versuche"]


def test_a_disabled_account_is_out_at_once(standort: Standort) -> None:
    name = f"fk-{uuid4().hex[:8]}"
    with standort.akte.schreibend.begin() as s:
        passwort = konten.lege_an(s, name, name, Rolle.FACHKRAFT, standort.akte.uhr()).passwort
    person = Zugang(standort.client())
    daten = {"anmeldename": name, "passwort": passwort}
    person.melde_an("/api/v1/anmeldung", daten)
    with standort.akte.schreibend.begin() as s:
        konten.setze_aktiv(s, konten.finde(s, name), aktiv=False)
    pruefe_problem(person.client.get("/api/v1/faelle"), 401, "nicht_angemeldet")
    pruefe_problem(person.client.post("/api/v1/anmeldung", json=daten), 401, "anmeldung_abgelehnt")


def test_a_forged_engine_is_refused(standort: Standort) -> None:
    for kopf in ({}, {"X-Lotse-Token": "geraten"}, {"X-Lotse-Token": "ä".encode()}):
        pruefe_problem(standort.client().post("/engine/actions", json={}, headers=kopf), 403, "kein_recht")
