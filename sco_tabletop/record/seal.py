"""Sealing: secret parts compressed and base64-coded, against accidental reading only - no encryption.

Knows plain data and bounds; must not know what is secret.
"""

from __future__ import annotations

import binascii
import zlib
from base64 import b64decode, b64encode
from typing import Any, Final

from ..i18n import _
from .codec import canonical, parse
from .error import LineError

MAX_PIECE: Final = 2 << 20
"""Bytes that one sealed part may unpack to."""
MAX_TOTAL: Final = 64 << 20
"""Bytes that all sealed parts of a file may unpack to together."""


def seal(value: object) -> str:
    """Plain data as a sealed string; raises LineError when it is larger than could be read again."""
    data = canonical(value)
    if len(data) > MAX_PIECE:
        raise LineError(_("a sealed part is too large"))
    return b64encode(zlib.compress(data)).decode()


class Unsealer:
    """Opens the sealed parts of one file and counts what they unpack to."""

    def __init__(self) -> None:
        self._left = MAX_TOTAL

    def open(self, text: object) -> Any:
        """The plain data; raises LineError on damage and on parts that unpack to too much."""
        if type(text) is not str:
            raise LineError(_("a sealed part is missing"))
        data = _inflate(text, min(MAX_PIECE, self._left))
        self._left -= len(data)
        return parse(data)


def _inflate(text: str, limit: int) -> bytes:
    opener = zlib.decompressobj()
    try:
        data = opener.decompress(b64decode(text, validate=True), limit + 1)
    except (zlib.error, binascii.Error, ValueError):
        raise LineError(_("a sealed part is damaged")) from None
    if len(data) > limit:
        raise LineError(_("a sealed part is too large"))
    if not opener.eof or opener.unused_data:
        raise LineError(_("a sealed part is damaged"))
    return data
