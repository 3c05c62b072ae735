"""Sealing bytes with AES-256-GCM in a versioned envelope: version, nonce, ciphertext with its tag."""

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

FASSUNG = b"\x01"
NONCE_BYTES = 12


class Siegelbruch(Exception):
    """The envelope was changed, belongs elsewhere or was sealed with another key."""


def versiegle(schluessel: bytes, klartext: bytes, bindung: bytes) -> bytes:
    """Seal `klartext` under a 32-byte key; only the same `bindung` opens it again."""
    nonce = os.urandom(NONCE_BYTES)
    return FASSUNG + nonce + AESGCM(schluessel).encrypt(nonce, klartext, FASSUNG + bindung)


def entsiegle(schluessel: bytes, umschlag: bytes, bindung: bytes) -> bytes:
    """Open an envelope of `versiegle`; raises `Siegelbruch` if anything about it differs."""
    if umschlag[:1] != FASSUNG:
        raise Siegelbruch("Der verschlüsselte Wert hat ein unbekanntes Format.")
    nonce = umschlag[1 : 1 + NONCE_BYTES]
    try:
        return AESGCM(schluessel).decrypt(nonce, umschlag[1 + NONCE_BYTES :], FASSUNG + bindung)
    except (InvalidTag, ValueError) as fehler:
        raise Siegelbruch("Der verschlüsselte Wert wurde verändert oder gehört zu einem anderen Feld.") from fehler
