"""The tables of the case file. What a person said or what is about a person is `Geheim`; the rest stays readable."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from casefile.krypto import Geheim
from casefile.modelle_basis import Basis, Id, Kurz, Rolle, Schluesselspalte, TokenHash, Vermerkzustand, Wer, Wie


class Konto(Basis):
    """A member of staff who can sign in."""

    __tablename__ = "konto"

    id: Mapped[Schluesselspalte]
    anmeldename: Mapped[Kurz] = mapped_column(unique=True)
    anzeigename: Mapped[str]
    rolle: Mapped[Rolle]
    passwort_hash: Mapped[str]
    aktiv: Mapped[bool] = mapped_column(default=True)
    angelegt_am: Mapped[datetime]


class Fall(Basis):
    """One person's case. Her name and Rechtskreis are sealed; staff find the case by its number."""

    __tablename__ = "fall"

    id: Mapped[Schluesselspalte]
    nummer: Mapped[Kurz] = mapped_column(unique=True)
    name: Mapped[Geheim]
    rechtskreis: Mapped[Geheim | None]
    fachkraft_id: Mapped[Id] = mapped_column(ForeignKey("konto.id"), index=True)
    angelegt_am: Mapped[datetime]
    beispiel: Mapped[bool] = mapped_column(default=False)


class Termin(Basis):
    """An appointment of a case."""

    __tablename__ = "termin"

    id: Mapped[Schluesselspalte]
    fall_id: Mapped[Id] = mapped_column(ForeignKey("fall.id"), index=True)
    beginn: Mapped[datetime]
    fachkraft_id: Mapped[Id] = mapped_column(ForeignKey("konto.id"), index=True)
    ort: Mapped[Geheim | None]


class Zugang(Basis):
    """A link that lets the customer of one case in without an account."""

    __tablename__ = "zugang"

    id: Mapped[Schluesselspalte]
    fall_id: Mapped[Id] = mapped_column(ForeignKey("fall.id"), index=True)
    token_hash: Mapped[TokenHash]
    gueltig_bis: Mapped[datetime]
    widerrufen_am: Mapped[datetime | None]


class Sitzung(Basis):
    """A signed-in browser, of staff (konto) or of a customer (zugang)."""

    __tablename__ = "sitzung"
    __table_args__ = (CheckConstraint("(konto_id IS NULL) <> (zugang_id IS NULL)", name="genau_eine_person"),)

    id: Mapped[Schluesselspalte]
    token_hash: Mapped[TokenHash]
    konto_id: Mapped[Id | None] = mapped_column(ForeignKey("konto.id"), index=True)
    zugang_id: Mapped[Id | None] = mapped_column(ForeignKey("zugang.id"), index=True)
    angelegt_am: Mapped[datetime]
    gueltig_bis: Mapped[datetime]
    zuletzt_am: Mapped[datetime]


class Gespraech(Basis):
    """One guided conversation about a case, in one guide and one version of it."""

    __tablename__ = "gespraech"

    id: Mapped[Schluesselspalte]
    fall_id: Mapped[Id] = mapped_column(ForeignKey("fall.id"), index=True)
    leitfaden: Mapped[Kurz]
    fassung: Mapped[Kurz]
    rolle: Mapped[Rolle]
    ort: Mapped[Kurz]
    konto_id: Mapped[Id | None] = mapped_column(ForeignKey("konto.id"), index=True)
    zugang_id: Mapped[Id | None] = mapped_column(ForeignKey("zugang.id"), index=True)
    fokus: Mapped[Kurz | None]
    pausiert: Mapped[bool] = mapped_column(default=False)
    angelegt_am: Mapped[datetime]
    abgeschlossen_am: Mapped[datetime | None]


class Zug(Basis):
    """One turn of a conversation and what came of it; the same key twice is the same turn."""

    __tablename__ = "zug"
    __table_args__ = (UniqueConstraint("gespraech_id", "schluessel"), UniqueConstraint("gespraech_id", "nr"))

    id: Mapped[Schluesselspalte]
    gespraech_id: Mapped[Id] = mapped_column(ForeignKey("gespraech.id"))
    nr: Mapped[int]
    schluessel: Mapped[Kurz]
    art: Mapped[Kurz]
    ergebnis: Mapped[Geheim]
    empfangen_am: Mapped[datetime]


class Antwort(Basis):
    """One answer. Rows are only added; the database itself refuses changes other than erasing `wert`."""

    __tablename__ = "antwort"
    __table_args__ = (UniqueConstraint("fall_id", "nr"),)

    id: Mapped[Schluesselspalte]
    fall_id: Mapped[Id] = mapped_column(ForeignKey("fall.id"))
    gespraech_id: Mapped[Id | None] = mapped_column(ForeignKey("gespraech.id"), index=True)
    zug_id: Mapped[Id | None] = mapped_column(ForeignKey("zug.id"), index=True)
    nr: Mapped[int]
    leitfaden: Mapped[Kurz]
    fassung: Mapped[Kurz]
    frage: Mapped[Kurz]
    art: Mapped[Kurz]
    wert: Mapped[Geheim]
    wer: Mapped[Wer]
    wie: Mapped[Wie]
    konto_id: Mapped[Id | None] = mapped_column(ForeignKey("konto.id"), index=True)
    am: Mapped[datetime]


class Vermerk(Basis):
    """A note on a case; it is a draft until a Fachkraft finishes it under her name."""

    __tablename__ = "vermerk"

    id: Mapped[Schluesselspalte]
    fall_id: Mapped[Id] = mapped_column(ForeignKey("fall.id"), index=True)
    gespraech_id: Mapped[Id | None] = mapped_column(ForeignKey("gespraech.id"), index=True)
    zustand: Mapped[Vermerkzustand]
    angelegt_am: Mapped[datetime]
    abgeschlossen_am: Mapped[datetime | None]
    abgeschlossen_von: Mapped[Id | None] = mapped_column(ForeignKey("konto.id"), index=True)


class VermerkFassung(Basis):
    """One version of the text of a note."""

    __tablename__ = "vermerk_fassung"
    __table_args__ = (UniqueConstraint("vermerk_id", "nr"),)

    id: Mapped[Schluesselspalte]
    vermerk_id: Mapped[Id] = mapped_column(ForeignKey("vermerk.id"))
    nr: Mapped[int]
    inhalt: Mapped[Geheim]
    konto_id: Mapped[Id | None] = mapped_column(ForeignKey("konto.id"), index=True)
    am: Mapped[datetime]
