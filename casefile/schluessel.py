"""The keys of the cases: a store of its own, every key wrapped by the site key.

Destroying one row makes the case unreadable everywhere, in old backups of the case file too.
"""

import base64
import binascii
import os
import secrets
import stat
from datetime import datetime
from pathlib import Path

from sqlalchemy import Column, Engine, LargeBinary, MetaData, String, Table, delete, insert, select

from casefile.siegel import Siegelbruch, entsiegle, versiegle
from casefile.zeit import UtcZeit

SCHLUESSEL_BYTES = 32

METADATEN = MetaData()
FALL_SCHLUESSEL = Table(
    "fall_schluessel",
    METADATEN,
    Column("fall_id", String(32), primary_key=True),
    Column("umhuellt", LargeBinary, nullable=False),
    Column("angelegt_am", UtcZeit, nullable=False),
)


class StandortschluesselFehler(Exception):
    """The site key is missing, unsafe or does not fit; the message is for the person who runs the site."""


class SchluesselVernichtet(Exception):
    """There is no key for this case any more: its contents are erased for good."""


class Schluesselspeicher:
    """Creates, unwraps and destroys case keys; each change is its own transaction."""

    def __init__(self, engine: Engine, standortschluessel: bytes) -> None:
        """Raise `StandortschluesselFehler` at once if the site key does not fit the keys that are already stored."""
        self._engine = engine
        self._standort = standortschluessel
        self._pruefe_standortschluessel()

    def lege_an(self, fall_id: str, jetzt: datetime) -> None:
        """Store a new random key for the case; a second one for the same case is an IntegrityError."""
        umhuellt = versiegle(self._standort, secrets.token_bytes(SCHLUESSEL_BYTES), _bindung(fall_id))
        with self._engine.begin() as verbindung:
            verbindung.execute(insert(FALL_SCHLUESSEL).values(fall_id=fall_id, umhuellt=umhuellt, angelegt_am=jetzt))

    def hole(self, fall_id: str) -> bytes:
        """The unwrapped key of the case; raises `SchluesselVernichtet` if there is none."""
        abfrage = select(FALL_SCHLUESSEL.c.umhuellt).where(FALL_SCHLUESSEL.c.fall_id == fall_id)
        with self._engine.connect() as verbindung:
            umhuellt = verbindung.scalar(abfrage)
        if umhuellt is None:
            raise SchluesselVernichtet(f"Für den Fall {fall_id} gibt es keinen Schlüssel mehr.")
        return entsiegle(self._standort, umhuellt, _bindung(fall_id))

    def vernichte(self, fall_id: str) -> None:
        """Remove the key of the case; what was sealed with it can never be read again."""
        with self._engine.begin() as verbindung:
            verbindung.execute(delete(FALL_SCHLUESSEL).where(FALL_SCHLUESSEL.c.fall_id == fall_id))
        if self._engine.dialect.name == "sqlite":
            self._leere_wal()

    def _leere_wal(self) -> None:
        # The write-ahead log still holds the old page until it is truncated.
        roh = self._engine.raw_connection()
        try:
            roh.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            roh.close()

    def _pruefe_standortschluessel(self) -> None:
        with self._engine.connect() as verbindung:
            zeile = verbindung.execute(select(FALL_SCHLUESSEL).limit(1)).first()
        if zeile is None:
            return
        try:
            entsiegle(self._standort, zeile.umhuellt, _bindung(zeile.fall_id))
        except Siegelbruch as fehler:
            raise StandortschluesselFehler(
                "Der Standortschlüssel passt nicht zu den gespeicherten Fallschlüsseln."
                " Bitte spielen Sie den richtigen Schlüssel ein."
            ) from fehler


def oeffne_speicher(engine: Engine, datei: Path, basis64: str | None) -> Schluesselspeicher:
    """The key store with the site key from `basis64` or else from `datei`.

    The file is created on the very first start only: once case keys exist, a missing file is an error, since a new
    site key could open none of them.
    """
    if basis64:
        return Schluesselspeicher(engine, _lies_basis64(basis64))
    if not datei.exists():
        _verlange_leeren_speicher(engine, datei)
        erzeuge_standortschluessel(datei)
    return Schluesselspeicher(engine, lies_standortschluessel(datei))


def erzeuge_standortschluessel(datei: Path) -> None:
    """Write a new random site key that only its owner can read; never overwrites a file."""
    datei.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    griff = os.open(datei, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(griff, "wb") as ausgabe:
        ausgabe.write(base64.b64encode(secrets.token_bytes(SCHLUESSEL_BYTES)) + b"\n")


def lies_standortschluessel(datei: Path) -> bytes:
    """The site key in `datei`; raises `StandortschluesselFehler` if others may read it or it is no key."""
    if stat.S_IMODE(datei.stat().st_mode) & (stat.S_IRWXG | stat.S_IRWXO):
        raise StandortschluesselFehler(
            f"Die Schlüsseldatei {datei} darf nur für ihren Besitzer lesbar sein."
            f" Bitte führen Sie aus: chmod 600 {datei}"
        )
    return _lies_basis64(datei.read_text("ascii"))


def _lies_basis64(text: str) -> bytes:
    try:
        schluessel = base64.b64decode(text.strip(), validate=True)
    except (binascii.Error, ValueError) as fehler:
        raise StandortschluesselFehler("Der Standortschlüssel ist kein gültiger Base64-Text.") from fehler
    if len(schluessel) != SCHLUESSEL_BYTES:
        raise StandortschluesselFehler(f"Der Standortschlüssel muss {SCHLUESSEL_BYTES} Byte lang sein.")
    return schluessel


def _verlange_leeren_speicher(engine: Engine, datei: Path) -> None:
    with engine.connect() as verbindung:
        belegt = verbindung.execute(select(FALL_SCHLUESSEL.c.fall_id).limit(1)).first()
    if belegt:
        raise StandortschluesselFehler(
            f"Die Schlüsseldatei {datei} fehlt, aber es gibt schon verschlüsselte Fälle."
            " Bitte spielen Sie die Datei aus Ihrer Sicherung ein."
        )


def _bindung(fall_id: str) -> bytes:
    return f"fall_schluessel|{fall_id}".encode()
