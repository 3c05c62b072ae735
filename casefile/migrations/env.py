"""Alembic's entry point: migrates the connection it is given, or the database of alembic.ini."""

from alembic import context
from sqlalchemy import Connection

from casefile.datenbank import verbinde
from casefile.modelle import Konto


def migriere_verbindung(verbindung: Connection) -> None:
    """Run the migrations in one transaction, on SQLite too."""
    context.configure(
        connection=verbindung,
        target_metadata=Konto.metadata,
        render_as_batch=True,
        transactional_ddl=True,
        compare_type=True,
    )
    with context.begin_transaction():
        context.run_migrations()


uebergeben = context.config.attributes.get("connection")
if uebergeben is not None:
    migriere_verbindung(uebergeben)
else:
    with verbinde(str(context.config.get_main_option("sqlalchemy.url"))).begin() as eigene:
        migriere_verbindung(eigene)
