"""The header as a line: everything readable but seed and script, with a note that says what sealing is.

Knows the layout of the first line; must not know files or hashes.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Final

import attrs

from ..i18n import _
from .codec import CONVERTER, MISFITS
from .error import LineError
from .save import FORMAT, Header
from .seal import Unsealer, seal

NOTE: Final = (
    "Secret parts of this file are compressed and base64-coded against accidental reading; "
    "this is NOT encryption."
)
_FRAME: Final = {"format", "note", "sealed"}
_SECRET: Final = ("seed", "conduct")
_OPEN: Final = {field.name for field in attrs.fields(Header)} - {*_SECRET}


def header_to_body(header: Header) -> dict[str, Any]:
    """A header as the plain data of the first line."""
    body: dict[str, Any] = CONVERTER.unstructure(header)
    hidden = {name: body.pop(name) for name in _SECRET}
    if hidden["conduct"] is None:
        del hidden["conduct"]
    sealed = seal(hidden)
    return {"format": FORMAT, "note": NOTE, "sealed": sealed, **body}


def header_from_body(body: dict[str, Any], unsealer: Unsealer) -> Header:
    """The header of a first line; raises LineError if anything does not fit."""
    if set(body) != _FRAME | _OPEN:
        raise LineError(_("a field of the header is missing or unknown"))
    hidden = unsealer.open(body["sealed"])
    if type(hidden) is not dict or not {"seed"} <= set(hidden) <= {*_SECRET}:
        raise LineError(_("a sealed part is damaged"))
    try:
        header = CONVERTER.structure({name: body[name] for name in _OPEN} | hidden, Header)
        if datetime.fromisoformat(header.created).utcoffset() != timedelta(0):
            raise ValueError(header.created)
    except MISFITS:
        raise LineError(_("a field of the header is wrong")) from None
    return header
