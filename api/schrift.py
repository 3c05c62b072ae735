"""Text in the body of a request, as far as everything behind the interface can store it.

JSON can name half of a character, which no encoding has, and the null character, which PostgreSQL takes in no text.
"""

from typing import Annotated

from pydantic import BeforeValidator, Field, SecretStr


def _ganz(wert: object) -> object:
    if isinstance(wert, str):
        wert.encode()  # raises UnicodeEncodeError, a ValueError, for half a character
    return wert


Schrift = Annotated[str, BeforeValidator(_ganz)]
Geheimschrift = Annotated[SecretStr, BeforeValidator(_ganz)]
# What is looked up in the database as it is.
Kennung = Annotated[str, Field(max_length=64, pattern=r"^[^\x00]*$")]
Anmeldename = Annotated[str, Field(max_length=200, pattern=r"^[^\x00]*$")]
