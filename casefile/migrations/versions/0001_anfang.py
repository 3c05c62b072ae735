"""The first schema: accounts, cases, conversations, answers, notes."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TABELLEN = (
    "konto",
    "fall",
    "termin",
    "zugang",
    "sitzung",
    "gespraech",
    "zug",
    "antwort",
    "vermerk",
    "vermerk_fassung",
)
FESTE_ANTWORTSPALTEN = "id, fall_id, gespraech_id, zug_id, nr, leitfaden, fassung, frage, art, wer, wie, konto_id, am"
VERWEIGERUNG = "Antworten werden nur ergänzt. Erlaubt ist allein, ihren Inhalt zu löschen."


def upgrade() -> None:
    """Create all tables, then let the database itself guard the answers."""
    _lege_konten_an()
    _lege_faelle_an()
    _lege_sitzungen_an()
    _lege_gespraeche_an()
    _lege_antworten_an()
    _lege_vermerke_an()
    _schuetze_antworten()


def downgrade() -> None:
    """Drop everything; triggers go with their table."""
    for tabelle in reversed(TABELLEN):
        op.drop_table(tabelle)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION verweigere_aenderung()")


def _id() -> sa.Column[str]:
    return sa.Column("id", sa.String(32), primary_key=True)


def _verweis(spalte: str, tabelle: str, *, nullable: bool = False, index: bool = True) -> sa.Column[str]:
    return sa.Column(spalte, sa.String(32), sa.ForeignKey(f"{tabelle}.id"), nullable=nullable, index=index)


def _kurz(spalte: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(spalte, sa.String(64), nullable=nullable)


def _auswahl(spalte: str) -> sa.Column[str]:
    return sa.Column(spalte, sa.String(20), nullable=False)


def _zeit(spalte: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(spalte, sa.DateTime(timezone=True), nullable=nullable)


def _geheim(spalte: str, *, nullable: bool = False) -> sa.Column[bytes]:
    return sa.Column(spalte, sa.LargeBinary(), nullable=nullable)


def _lege_konten_an() -> None:
    op.create_table(
        "konto",
        _id(),
        _kurz("anmeldename"),
        sa.Column("anzeigename", sa.String(), nullable=False),
        _auswahl("rolle"),
        sa.Column("passwort_hash", sa.String(), nullable=False),
        sa.Column("aktiv", sa.Boolean(), nullable=False),
        _zeit("angelegt_am"),
        sa.UniqueConstraint("anmeldename"),
    )


def _lege_faelle_an() -> None:
    op.create_table(
        "fall",
        _id(),
        _kurz("nummer"),
        _geheim("name"),
        _geheim("rechtskreis", nullable=True),
        _verweis("fachkraft_id", "konto"),
        _zeit("angelegt_am"),
        sa.Column("beispiel", sa.Boolean(), nullable=False),
        sa.UniqueConstraint("nummer"),
    )
    op.create_table(
        "termin",
        _id(),
        _verweis("fall_id", "fall"),
        _zeit("beginn"),
        _verweis("fachkraft_id", "konto"),
        _geheim("ort", nullable=True),
    )


def _lege_sitzungen_an() -> None:
    op.create_table(
        "zugang",
        _id(),
        _verweis("fall_id", "fall"),
        _kurz("token_hash"),
        _zeit("gueltig_bis"),
        _zeit("widerrufen_am", nullable=True),
        sa.UniqueConstraint("token_hash"),
    )
    op.create_table(
        "sitzung",
        _id(),
        _kurz("token_hash"),
        _verweis("konto_id", "konto", nullable=True),
        _verweis("zugang_id", "zugang", nullable=True),
        _zeit("angelegt_am"),
        _zeit("gueltig_bis"),
        _zeit("zuletzt_am"),
        sa.UniqueConstraint("token_hash"),
        sa.CheckConstraint("(konto_id IS NULL) <> (zugang_id IS NULL)", name="genau_eine_person"),
    )


def _lege_gespraeche_an() -> None:
    op.create_table(
        "gespraech",
        _id(),
        _verweis("fall_id", "fall"),
        _kurz("leitfaden"),
        _kurz("fassung"),
        _auswahl("rolle"),
        _kurz("ort"),
        _verweis("konto_id", "konto", nullable=True),
        _verweis("zugang_id", "zugang", nullable=True),
        _kurz("fokus", nullable=True),
        sa.Column("pausiert", sa.Boolean(), nullable=False),
        _zeit("angelegt_am"),
        _zeit("abgeschlossen_am", nullable=True),
    )
    op.create_table(
        "zug",
        _id(),
        _verweis("gespraech_id", "gespraech", index=False),
        sa.Column("nr", sa.Integer(), nullable=False),
        _kurz("schluessel"),
        _kurz("art"),
        _geheim("ergebnis"),
        _zeit("empfangen_am"),
        sa.UniqueConstraint("gespraech_id", "schluessel"),
        sa.UniqueConstraint("gespraech_id", "nr"),
    )


def _lege_antworten_an() -> None:
    op.create_table(
        "antwort",
        _id(),
        _verweis("fall_id", "fall", index=False),
        _verweis("gespraech_id", "gespraech", nullable=True),
        _verweis("zug_id", "zug", nullable=True),
        sa.Column("nr", sa.Integer(), nullable=False),
        _kurz("leitfaden"),
        _kurz("fassung"),
        _kurz("frage"),
        _kurz("art"),
        _geheim("wert"),
        _auswahl("wer"),
        _auswahl("wie"),
        _verweis("konto_id", "konto", nullable=True),
        _zeit("am"),
        sa.UniqueConstraint("fall_id", "nr"),
    )


def _lege_vermerke_an() -> None:
    op.create_table(
        "vermerk",
        _id(),
        _verweis("fall_id", "fall"),
        _verweis("gespraech_id", "gespraech", nullable=True),
        _auswahl("zustand"),
        _zeit("angelegt_am"),
        _zeit("abgeschlossen_am", nullable=True),
        _verweis("abgeschlossen_von", "konto", nullable=True),
    )
    op.create_table(
        "vermerk_fassung",
        _id(),
        _verweis("vermerk_id", "vermerk", index=False),
        sa.Column("nr", sa.Integer(), nullable=False),
        _geheim("inhalt"),
        _verweis("konto_id", "konto", nullable=True),
        _zeit("am"),
        sa.UniqueConstraint("vermerk_id", "nr"),
    )


def _schuetze_antworten() -> None:
    """An answer may be emptied (its content erased) and, once empty, removed with its case; nothing else."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE FUNCTION verweigere_aenderung() RETURNS trigger LANGUAGE plpgsql AS"
            f" $$ BEGIN RAISE EXCEPTION '{VERWEIGERUNG}' USING ERRCODE = 'integrity_constraint_violation'; END $$"
        )
    _verweigere("antwort_fest", f"UPDATE OF {FESTE_ANTWORTSPALTEN}", "1 = 1")
    _verweigere("antwort_wert_fest", "UPDATE OF wert", "length(NEW.wert) > 0")
    _verweigere("antwort_bleibt", "DELETE", "length(OLD.wert) > 0")


def _verweigere(name: str, ereignis: str, bedingung: str) -> None:
    if op.get_bind().dialect.name == "postgresql":
        folge = "EXECUTE FUNCTION verweigere_aenderung()"
    else:
        folge = f"BEGIN SELECT RAISE(ABORT, '{VERWEIGERUNG}'); END"
    op.execute(f"CREATE TRIGGER {name} BEFORE {ereignis} ON antwort FOR EACH ROW WHEN ({bedingung}) {folge}")
