"""What all tables share: naming of constraints, column types, ids and roles."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, ClassVar
from uuid import uuid4

from sqlalchemy import Enum, MetaData, String
from sqlalchemy.orm import DeclarativeBase, mapped_column

from casefile.krypto import Geheim, Verschluesselt
from casefile.zeit import UtcZeit


class Rolle(StrEnum):
    """Who a person is to Lotse."""

    KUNDE = "kunde"
    FACHKRAFT = "fachkraft"
    VERWALTUNG = "verwaltung"


class Wer(StrEnum):
    """Whose statement an answer is."""

    KUNDE = "kunde"
    FACHKRAFT = "fachkraft"
    REGISTER = "register"


class Wie(StrEnum):
    """How an answer was given."""

    GEWAEHLT = "gewaehlt"
    GETIPPT = "getippt"
    FORMULAR = "formular"


class Vermerkzustand(StrEnum):
    """Where a note stands; only a finished one counts as the Fachkraft's word."""

    ENTWURF = "entwurf"
    ABGESCHLOSSEN = "abgeschlossen"
    ZURUECKGEZOGEN = "zurueckgezogen"


def neue_id() -> str:
    """A new random primary key, 32 hex digits."""
    return uuid4().hex


Id = Annotated[str, mapped_column(String(32))]
Schluesselspalte = Annotated[str, mapped_column(String(32), primary_key=True, default=neue_id)]
Kurz = Annotated[str, mapped_column(String(64))]
TokenHash = Annotated[str, mapped_column(String(64), unique=True)]


def _werte(art: type[StrEnum]) -> list[str]:
    return [element.value for element in art]


class Basis(DeclarativeBase):
    """Base of all tables of the case file. Constraints have names, so that migrations can find them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar = {
        datetime: UtcZeit,
        Geheim: Verschluesselt,
        StrEnum: Enum(StrEnum, native_enum=False, length=20, values_callable=_werte),
    }
