"""Formats of saves: which one a file has, and the steps that lift old lines to the present shape.

Knows plain data only; must not know what is done with it. A new format adds one step here that takes lines
of the format before and a sample of it in the tests; `Writer.open` rewrites an old file before it appends.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

import attrs

from ..i18n import _
from .error import LineError
from .save import FORMAT

Body = dict[str, Any]


@attrs.frozen
class Step:
    """From one format to the next: what happens to the header, and to each later line."""

    header: Callable[[Body], Body]
    entry: Callable[[Body], Body]


def _header_to_2(body: Body) -> Body:
    """Format 2 knows several people at one table, and a turn timer."""
    return {**body, "players": [], "timer": 0}


def _same(body: Body) -> Body:
    return body


STEPS: Final[Mapping[int, Step]] = {1: Step(header=_header_to_2, entry=_same)}
"""By the format that a step starts from; one for every format below the present one."""


def format_of(first: object) -> int:
    """The format that a first line declares; raises LineError when this program cannot read it."""
    number = first.get("format") if isinstance(first, dict) else None
    if type(number) is not int or number < 1:
        raise LineError(_("this is not a save of SCO Tabletop"))
    if number > FORMAT:
        sentence = _(
            "the save has format {number} and was made by a newer version of SCO Tabletop, "
            "this one reads up to format {newest}"
        )
        raise LineError(sentence.format(number=number, newest=FORMAT))
    return number


def lift_header(body: Body, number: int, steps: Mapping[int, Step] = STEPS, to: int = FORMAT) -> Body:
    """A header of format `number` in the format `to`."""
    for start in range(number, to):
        body = steps[start].header(body)
    return body


def lift_entry(body: Body, number: int, steps: Mapping[int, Step] = STEPS, to: int = FORMAT) -> Body:
    """A later line of format `number` in the format `to`."""
    for start in range(number, to):
        body = steps[start].entry(body)
    return body
