"""`lotse migrate`: the databases, created or brought to the newest schema."""

import sys

from alembic.util import CommandError
from sqlalchemy.exc import OperationalError

from api.befehle.eingabe import Eingabe
from api.befehle.vorgaben import lies_einstellungen
from api.einstellungen import Einstellungen
from casefile.datenbank import baue_zurueck, migriere, verbinde


def main(argv: list[str]) -> int:
    """Migrate both databases of the settings; exit code 1 if one cannot be reached."""
    eingabe = Eingabe("lotse migrate", "Legt die Datenbanken an oder bringt sie auf den neuesten Stand.")
    eingabe.add_argument("--zurueck", metavar="STAND", help="auf einen früheren Stand zurück; löscht, was neuer ist")
    stand = eingabe.parse_args(argv).zurueck
    einstellungen = lies_einstellungen()
    try:
        _gehe_auf(einstellungen, stand)
    except OperationalError as fehler:
        print(f"Die Datenbank ist nicht erreichbar: {fehler.orig}", file=sys.stderr)
        return 1
    except CommandError:
        print(f"Den Stand »{stand}« gibt es nicht.", file=sys.stderr)
        return 2
    print(f"Die Datenbank ist auf dem Stand {stand}." if stand else "Die Datenbanken sind auf dem neuesten Stand.")
    return 0


def _gehe_auf(einstellungen: Einstellungen, stand: str | None) -> None:
    if stand is None:
        migriere(einstellungen.database_url, einstellungen.keys_url)
        return
    engine = verbinde(einstellungen.database_url)
    try:
        baue_zurueck(engine, stand)
    finally:
        engine.dispose()
