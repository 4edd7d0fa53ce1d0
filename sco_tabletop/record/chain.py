"""A line of the file: canonical JSON, closed by a hash over the previous line's hash and its own bytes.

Knows bytes and hashes; must not know what a line says.
"""

from __future__ import annotations

from hashlib import sha256
from typing import Any, Final

from ..i18n import _
from .codec import canonical, parse
from .error import LineError

START: Final = ""
"""Stands for the hash before the first line."""
MAX_LINE: Final = 4 << 20
"""Bytes of the longest line, its end included."""
_KEY: Final = b',"hash":"'
_DIGITS: Final = 64
TAIL: Final = len(_KEY) + _DIGITS + len(b'"}\n')
"""Bytes at the end of a line that carry its hash."""


def close_line(body: dict[str, Any], previous: str) -> tuple[bytes, str]:
    """The bytes of a line, newline included, and its hash. `body` has at least one key and no "hash"."""
    data = canonical(body)
    link = _link(data, previous)
    line = data[:-1] + _KEY + link.encode() + b'"}\n'
    if len(line) > MAX_LINE:
        raise LineError(_("the line is too long"))
    return line, link


def open_line(line: bytes, previous: str) -> tuple[dict[str, Any], str]:
    """What a complete line says, without its hash, and the hash; raises LineError unless the chain fits."""
    if len(line) > MAX_LINE:
        raise LineError(_("the line is too long"))
    data, link = line[:-TAIL] + b"}", hash_of(line)
    if link is None:
        raise LineError(_("the line does not end in its hash"))
    if link != _link(data, previous):
        raise LineError(_("the hash does not fit the line and the one before it"))
    body = parse(data)
    if type(body) is not dict:
        raise LineError(_("the line is not a mapping"))
    return body, link


def hash_of(line: bytes) -> str | None:
    """The hash at the end of a complete line, unchecked; None when there is none."""
    tail = line[-TAIL:]
    if len(tail) < TAIL or not tail.startswith(_KEY) or not tail.endswith(b'"}\n'):
        return None
    return tail[len(_KEY) : len(_KEY) + _DIGITS].decode("latin-1")


def _link(data: bytes, previous: str) -> str:
    return sha256(previous.encode() + data).hexdigest()
