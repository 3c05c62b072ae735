"""`lotse migrate`: the databases, created or brought to the newest schema."""

import sys

from sqlalchemy.exc import OperationalError

from api.befehle.eingabe import Eingabe
from api.befehle.vorgaben import lies_einstellungen
from casefile.datenbank import migriere


def main(argv: list[str]) -> int:
    """Migrate both databases of the settings; exit code 1 if one cannot be reached."""
    Eingabe("lotse migrate", "Legt die Datenbanken an oder bringt sie auf den neuesten Stand.").parse_args(argv)
    einstellungen = lies_einstellungen()
    try:
        migriere(einstellungen.database_url, einstellungen.keys_url)
    except OperationalError as fehler:
        print(f"Die Datenbank ist nicht erreichbar: {fehler.orig}", file=sys.stderr)
        return 1
    print("Die Datenbanken sind auf dem neuesten Stand.")
    return 0
