"""Alembic's entry point: migrates the connection it is given, or the database of alembic.ini."""

from typing import Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import Connection
from sqlalchemy.types import TypeDecorator

from casefile.datenbank import verbinde
from casefile.modelle import Konto


def schreibe_grundtyp(art: str, objekt: object, _kontext: AutogenContext) -> str | Literal[False]:
    """Write our column types as what the database sees, so that a migration does not depend on later code."""
    if art == "type" and isinstance(objekt, TypeDecorator):
        return f"sa.{objekt.impl!r}"
    return False


def migriere_verbindung(verbindung: Connection) -> None:
    """Run the migrations in one transaction, on SQLite too."""
    context.configure(
        connection=verbindung,
        target_metadata=Konto.metadata,
        render_as_batch=True,
        transactional_ddl=True,
        compare_type=True,
        render_item=schreibe_grundtyp,
    )
    with context.begin_transaction():
        context.run_migrations()


uebergeben = context.config.attributes.get("connection")
if uebergeben is not None:
    migriere_verbindung(uebergeben)
else:
    with verbinde(str(context.config.get_main_option("sqlalchemy.url"))).begin() as eigene:
        migriere_verbindung(eigene)
