"""`rasa shell` beside a Lotse of its own: an artificial case in a temporary folder, gone when the shell ends."""

import os
import secrets
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from api.aufbau import oeffne_akte
from api.befehle.anschluss import waehle_anschluesse
from api.befehle.bereitschaft import warte_auf
from api.einstellungen import Einstellungen
from casefile import konten
from casefile.aufnahme import nimm_auf
from casefile.datenbank import migriere
from casefile.gespraech import beginne
from casefile.modelle_basis import Rolle
from casefile.rechte import Person

RASA = "bot/.venv/bin/rasa"
START_FRIST_SEKUNDEN = 30


def main() -> int:
    """Talk until the shell ends; returns its exit code."""
    with tempfile.TemporaryDirectory(prefix="lotse-shell-") as ordner:
        umgebung = _umgebung(Path(ordner))
        os.environ.update(umgebung)
        gespraech = _lege_gespraech_an(Einstellungen())
        web = subprocess.Popen([sys.executable, "-m", "api.befehle", "serve"])
        try:
            if not warte_auf(f"http://127.0.0.1:{umgebung['LOTSE_PORT']}", "/healthz", START_FRIST_SEKUNDEN).bereit:
                return 1
            shell = [RASA, "shell", "--model", "models", "--conversation-id", gespraech]
            return subprocess.run(shell, check=False).returncode
        finally:
            web.terminate()
            web.wait()


def _umgebung(ordner: Path) -> Mapping[str, str]:
    port = waehle_anschluesse(os.environ, "127.0.0.1").web
    return {
        "LOTSE_DATABASE_URL": f"sqlite:///{ordner}/lotse.db",
        "LOTSE_KEYS_URL": f"sqlite:///{ordner}/schluessel.db",
        "LOTSE_SITE_KEY_FILE": f"{ordner}/standort.key",
        "LOTSE_PORT": str(port),
        "LOTSE_ENGINE_TOKEN": secrets.token_urlsafe(32),
        "LOTSE_ACTION_URL": f"http://127.0.0.1:{port}/engine/actions",
        "LOTSE_LOG_LEVEL": "WARNING",
        "RASA_TELEMETRY_ENABLED": "false",
    }


def _lege_gespraech_an(einstellungen: Einstellungen) -> str:
    migriere(einstellungen.database_url, einstellungen.keys_url)
    akte = oeffne_akte(einstellungen)
    with akte.schreibend.begin() as session:
        fachkraft = konten.lege_an(session, "shell", "Shell", Rolle.FACHKRAFT, akte.uhr()).konto
        fall = nimm_auf(akte, session, "Beispielperson", fachkraft.id, beispiel=True)
    person = Person(Rolle.KUNDE, fall_id=fall.id)
    return beginne(akte, person, fall.id, "erstgespraech", "zuhause").lage.gespraech


if __name__ == "__main__":
    sys.exit(main())
