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


SHORT_DEPTHS: Final = {
    "attributed_zones": 2,
    "attributed_partial": 50,
    "attributed_quota": 60,
    "attributed_complete": 100,
    "influence_goal": 10,
    "named_partial": 40,
    "named_quota": 70,
    "named_complete": 90,
}
"""Numbers that format 2 brought; exercises of format 1 are all of the full process and never use them."""

FIRST_RULES: Final = {
    "date_evidence": 3,
    "date_leader": 1,
    "first_look": 0,
    "loan_refund": 0,
    "counsel_reach": 0,
    "min_slack": 0,
}
"""Numbers that format 2 brought, with the values that play by the rules of format 1."""


def _header_2(body: Body) -> Body:
    """One person at the table, no timer; the new numbers. A list of saves lifts a head without scenario."""
    body = {"players": [], "timer": 0, **body}
    scenario = body.get("scenario")
    numbers = scenario.get("numbers") if isinstance(scenario, dict) else None
    if not isinstance(scenario, dict) or not isinstance(numbers, dict):
        return body
    return {**body, "scenario": {**scenario, "numbers": {**SHORT_DEPTHS, **FIRST_RULES, **numbers}}}


def _entry_2(body: Body) -> Body:
    """Counsel says where, which was always at home; bots say why, which they never did."""
    command, events = body.get("command"), body.get("events")
    lifted = dict(body)
    if body.get("kind") == "Decided":
        lifted["why"] = None
    if isinstance(command, dict):
        lifted["command"] = _counsel_2(command)
    if isinstance(events, list):
        lifted["events"] = [_counsel_2(event) if isinstance(event, dict) else event for event in events]
    return lifted


def _counsel_2(data: Body) -> Body:
    return {**data, "to": data.get("zone")} if data.get("type") in ("Counsel", "Counselled") else data


def _header_3(body: Body) -> Body:
    """What format 3 brought to the header is sealed, and missing where there is none."""
    return body


def _entry_3(body: Body) -> Body:
    """Decisions say the exercise time, which nobody kept before."""
    return {**body, "clock": -1} if body.get("kind") == "Decided" else body


STEPS: Final[Mapping[int, Step]] = {1: Step(_header_2, _entry_2), 2: Step(_header_3, _entry_3)}
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
