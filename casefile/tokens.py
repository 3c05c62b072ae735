"""Opaque tokens: the person holds the token, the database only its hash."""

import hashlib
import secrets

TOKEN_BYTES = 32


def neues_token() -> str:
    """A random token for a cookie or a link."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def hash_von(token: str) -> str:
    """What is stored of a token. With 256 random bits a fast hash is enough, and looking it up leaks no prefix."""
    return hashlib.sha256(token.encode()).hexdigest()
