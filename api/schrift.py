"""Text in the body of a request: JSON can name half of a character, which nothing behind the interface can store."""

from typing import Annotated

from pydantic import BeforeValidator, SecretStr


def _ganz(wert: object) -> object:
    if isinstance(wert, str):
        wert.encode()  # raises UnicodeEncodeError, a ValueError, for half a character
    return wert


Schrift = Annotated[str, BeforeValidator(_ganz)]
Geheimschrift = Annotated[SecretStr, BeforeValidator(_ganz)]
