"""Every role at every JSON route, with an own and somebody else's case: the status follows from the table of rights."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any
from uuid import uuid4

import pytest

from api.zugriff import ENGINE, OFFEN, ROUTEN
from casefile.modelle_basis import Rolle
from casefile.rechte import ERLAUBT, OHNE_FALL, Recht
from tests.api.ohne_engine import Anwendung, anwendung_ohne_engine

ROLLEN = (None, *Rolle)
GESCHUETZT = [weg for weg, recht in ROUTEN.items() if isinstance(recht, Recht)]
WEBHOOK = "POST /webhooks/rest/webhook"
SONST_200 = {
    "POST /api/v1/faelle": 201,
    "POST /api/v1/faelle/{fall_id}/zugang": 201,
    "GET /api/v1/faelle/{fall_id}/vermerk": 404,  # allowed, but there is none yet
    "POST /api/v1/gespraeche": 201,
    WEBHOOK: 503,  # allowed, but typed text waits for the engine
}


@dataclass
class Haus:
    """The application, with a Fachkraft, her colleague and the administration; both Fachkräfte have a case."""

    anwendung: Anwendung
    konten: dict[str, str]
    faelle: dict[str, str]

    def kopf(self, rolle: Rolle | None, wessen: str = "eigener") -> dict[str, str]:
        """Sign somebody in: the role's person of the own case, or of the other one."""
        if rolle is None:
            return {}
        if rolle is Rolle.KUNDE:
            token = self.anwendung.kundensitzung(self.faelle[wessen])
        else:
            token = self.anwendung.sitzung(self.konten["kollegin" if wessen == "fremder" else rolle])
        return {"Authorization": f"Bearer {token}"}

    def gespraech(self, rolle: Rolle | None, wessen: str) -> str:
        """Give the case's conversation of this role; whoever leads none gets the customer's."""
        fuehrt = Rolle.FACHKRAFT if rolle is Rolle.FACHKRAFT else Rolle.KUNDE
        koerper = {"fall": self.faelle[wessen], "leitfaden": "erstgespraech"}
        antwort = self.anwendung.client.post("/api/v1/gespraeche", json=koerper, headers=self.kopf(fuehrt, wessen))
        return str(antwort.json()["id"])

    def status(self, weg: str, rolle: Rolle | None, wessen: str = "eigener") -> int:
        """Ask a route about a case in a role; gives the status."""
        methode, pfad = weg.split(" ")
        gespraech = self.gespraech(rolle, wessen) if weg == WEBHOOK or "{gespraech_id}" in pfad else ""
        pfad = pfad.format(fall_id=self.faelle[wessen], gespraech_id=gespraech)
        koerper = self.koerper(weg, rolle, wessen, gespraech) if methode == "POST" else None
        antwort = self.anwendung.client.request(methode, pfad, json=koerper, headers=self.kopf(rolle))
        return antwort.status_code

    def koerper(self, weg: str, rolle: Rolle | None, wessen: str, gespraech: str) -> dict[str, Any]:
        """Give a body that the route takes."""
        zug = {"schluessel": str(uuid4()), "frage": "g6a" if rolle is Rolle.FACHKRAFT else "g1", "befehl": "hilfe"}
        return {
            "POST /api/v1/faelle": {"name": "Neu", "termin": self.anwendung.akte.uhr().isoformat()},
            "POST /api/v1/gespraeche": {"fall": self.faelle[wessen], "leitfaden": "erstgespraech"},
            "POST /api/v1/gespraeche/{gespraech_id}/zuege": zug,
            WEBHOOK: {"sender": gespraech, "message": "Hallo"},
        }.get(weg, {})


@pytest.fixture(scope="module")
def haus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Haus]:
    with anwendung_ohne_engine(tmp_path_factory.mktemp("haus")) as anwendung:
        konten = {name: anwendung.konto(name, Rolle.FACHKRAFT) for name in ("fachkraft", "kollegin")}
        konten["verwaltung"] = anwendung.konto("verwaltung", Rolle.VERWALTUNG)
        faelle = {"eigener": anwendung.fall(konten["fachkraft"]), "fremder": anwendung.fall(konten["kollegin"])}
        yield Haus(anwendung, konten, faelle)


def erwartet(weg: str, rolle: Rolle | None, wessen: str) -> int:
    recht = ROUTEN[weg]
    assert isinstance(recht, Recht)
    if rolle is None:
        return 401
    # A customer's webhook leads to her own interview, whatever she names.
    ueber_den_fall = recht not in OHNE_FALL and (weg, rolle) != (WEBHOOK, Rolle.KUNDE)
    if recht not in ERLAUBT[rolle] or (ueber_den_fall and wessen == "fremder"):
        return 403
    return SONST_200.get(weg, 200)


@pytest.mark.parametrize(("weg", "rolle", "wessen"), list(product(GESCHUETZT, ROLLEN, ["eigener", "fremder"])))
def test_who_gets_what(haus: Haus, weg: str, rolle: Rolle | None, wessen: str) -> None:
    assert haus.status(weg, rolle, wessen) == erwartet(weg, rolle, wessen)


@pytest.mark.parametrize("rolle", ROLLEN)
def test_only_the_engine_reaches_its_actions(haus: Haus, rolle: Rolle | None) -> None:
    engine = [weg for weg, recht in ROUTEN.items() if recht == ENGINE]
    assert [haus.status(weg, rolle) for weg in engine] == [403]


@pytest.mark.parametrize("rolle", ROLLEN)
def test_open_routes_refuse_nobody_for_who_they_are(haus: Haus, rolle: Rolle | None) -> None:
    offen = [weg for weg, recht in ROUTEN.items() if recht is OFFEN and weg.startswith("GET")]
    assert {haus.status(weg, rolle) for weg in offen} <= {200, 503}


def test_a_conversation_belongs_to_one_role(haus: Haus) -> None:
    client, des_kunden = haus.anwendung.client, haus.gespraech(Rolle.KUNDE, "eigener")
    der_fachkraft = haus.gespraech(Rolle.FACHKRAFT, "eigener")
    pfad = "/api/v1/gespraeche/"
    assert client.get(pfad + des_kunden, headers=haus.kopf(Rolle.FACHKRAFT)).status_code == 403
    assert client.get(pfad + der_fachkraft, headers=haus.kopf(Rolle.KUNDE)).status_code == 403
