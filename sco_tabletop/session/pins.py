"""PINs: kept only as a salted slow hash, so that a save does not say them.

A PIN guards a screen among people of one table. It does not protect the file: whoever has the save can read
what is in it.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from typing import Final

LEAST, MOST = 4, 8
"""Digits of a PIN."""
KIND: Final = "scrypt"
_COST, _BLOCK, _LANES, _BYTES, _SALT = 1 << 14, 8, 1, 32, 16


def well_formed(pin: str) -> bool:
    """True for four to eight plain digits."""
    return LEAST <= len(pin) <= MOST and pin.isascii() and pin.isdecimal()


def kept(pin: str) -> str:
    """What is written down of a PIN, "scrypt$SALT$HASH"; empty for no PIN. Raises ValueError if malformed."""
    if not pin:
        return ""
    if not well_formed(pin):
        raise ValueError("a PIN has four to eight digits")
    salt = secrets.token_bytes(_SALT)
    return f"{KIND}${salt.hex()}${_digest(pin, salt).hex()}"


def fits(pin: str, written: str) -> bool:
    """True if this is the PIN, or if there is none. A damaged note fits nothing."""
    if not written:
        return True
    kind, _mark, rest = written.partition("$")
    salt, _mark, digest = rest.partition("$")
    try:
        expected = bytes.fromhex(digest)
        found = _digest(pin, bytes.fromhex(salt))
    except ValueError:
        return False
    return kind == KIND and hmac.compare_digest(found, expected)


def _digest(pin: str, salt: bytes) -> bytes:
    return hashlib.scrypt(pin.encode(), salt=salt, n=_COST, r=_BLOCK, p=_LANES, dklen=_BYTES)
