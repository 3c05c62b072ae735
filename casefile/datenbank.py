"""Connections to the databases and their schema."""

from dataclasses import dataclass
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.pool import ConnectionPoolEntry

from casefile import schluessel

MIGRATIONEN = Path(__file__).parent / "migrations"
NUR_LESEN = "lotse_nur_lesen"

# secure_delete: an erased value must not stay behind in free pages.
PRAGMAS = (
    "journal_mode=WAL",
    "foreign_keys=ON",
    "busy_timeout=5000",
    "synchronous=FULL",
    "secure_delete=ON",
)


@dataclass(frozen=True, slots=True)
class Schemastand:
    """The revision a database is at and the one the program needs."""

    ist: str | None
    soll: str

    @property
    def aktuell(self) -> bool:
        """Whether no migration is outstanding."""
        return self.ist == self.soll


def verbinde(url: str) -> Engine:
    """An engine for `sqlite:///…` or `postgresql://…`; the folder and file of SQLite are created for the owner only."""
    ziel = make_url(url)
    if ziel.get_backend_name() == "sqlite":
        return _verbinde_sqlite(ziel)
    return create_engine(ziel.set(drivername="postgresql+psycopg"), pool_pre_ping=True)


def sitzungsmacher(engine: Engine, *, nur_lesen: bool = False) -> sessionmaker[Session]:
    """Sessions on `engine`. With `nur_lesen` SQLite takes no write lock, so that readers do not wait for writers."""
    ziel = engine.execution_options(**{NUR_LESEN: True}) if nur_lesen else engine
    return sessionmaker(ziel, expire_on_commit=False)


def migriere(url: str, keys_url: str) -> None:
    """Bring both databases to the newest schema, each in one transaction. The key store is a single fixed table."""
    engine = verbinde(url)
    try:
        _alembic(engine, "upgrade", "head")
    finally:
        engine.dispose()
    speicher = verbinde(keys_url)
    try:
        schluessel.METADATEN.create_all(speicher)
    finally:
        speicher.dispose()


def baue_zurueck(engine: Engine, revision: str) -> None:
    """Undo migrations down to `revision` (`base` for all of them). Data in dropped tables is lost."""
    _alembic(engine, "downgrade", revision)


def stand(engine: Engine) -> Schemastand:
    """The schema revision of the database beside the newest one."""
    soll = ScriptDirectory.from_config(_konfiguration()).get_current_head()
    with engine.connect() as verbindung:
        ist = MigrationContext.configure(verbindung).get_current_revision()
    return Schemastand(ist=ist, soll=str(soll))


def _konfiguration() -> Config:
    konfiguration = Config()
    konfiguration.set_main_option("script_location", str(MIGRATIONEN).replace("%", "%%"))
    return konfiguration


def _alembic(engine: Engine, befehl: str, revision: str) -> None:
    konfiguration = _konfiguration()
    with engine.connect() as verbindung:
        _fremdschluessel(verbindung, "OFF")
        try:
            with verbindung.begin():
                konfiguration.attributes["connection"] = verbindung
                getattr(command, befehl)(konfiguration, revision)
        finally:
            _fremdschluessel(verbindung, "ON")


def _fremdschluessel(verbindung: Connection, schalter: str) -> None:
    # SQLite rebuilds a table to alter it, which its references must survive. In a transaction it ignores the switch.
    if verbindung.dialect.name == "sqlite":
        verbindung.connection.cursor().execute(f"PRAGMA foreign_keys={schalter}")


def _verbinde_sqlite(ziel: URL) -> Engine:
    datei = Path(str(ziel.database))
    datei.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    datei.touch(mode=0o600)
    engine = create_engine(ziel)
    event.listen(engine, "connect", _richte_sqlite_ein)
    event.listen(engine, "begin", _beginne)
    return engine


def _richte_sqlite_ein(verbindung: DBAPIConnection, _eintrag: ConnectionPoolEntry) -> None:
    # The driver would begin transactions on its own, too late for a write lock.
    verbindung.isolation_level = None
    cursor = verbindung.cursor()
    for pragma in PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _beginne(verbindung: Connection) -> None:
    lesend = verbindung.get_execution_options().get(NUR_LESEN, False)
    verbindung.exec_driver_sql("BEGIN" if lesend else "BEGIN IMMEDIATE")
