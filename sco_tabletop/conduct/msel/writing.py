"""The script as a list in CSV: rows that say whose list it is, a header, a row for each line.

Knows scripts and columns; must not know a file. `read_msel` gives the same script back.
"""

from __future__ import annotations

from enum import Enum
from typing import Final

from ...core.scenario import Scenario
from ..script import Inject, Script
from .cells import write_rows
from .columns import Column
from .phrases import branches_text, due_text, effects_text, expires_text
from .times import since

STAMP: Final = "EXERCISE"
SIGNATURE: Final = ("SCO Tabletop MSEL", "1")
"""A list that has this row above its header is one of ours, and is read to the letter."""

READY: Final = "ready"
ALL: Final = "All"


class Head(Enum):
    """What the rows above the header say of the script."""

    TITLE = "Exercise"
    SUMMARY = "Summary"
    MINUTES = "Planned minutes"
    ROUNDS = "Planned rounds"
    DRAW = "Draw"
    DIGITS = "Digits of a number"


def write_msel(script: Script, scenario: Scenario) -> bytes:
    """The list: UTF-8 with a byte-order mark, CR LF, formulas neutralised."""
    head = {
        Head.TITLE: script.title,
        Head.SUMMARY: script.summary,
        Head.MINUTES: str(script.minutes),
        Head.ROUNDS: str(script.rounds),
        Head.DRAW: script.policy.value,
    }
    if wide := digits(script):
        head[Head.DIGITS] = str(wide)
    top = [(STAMP,), SIGNATURE, *((name.value, text) for name, text in head.items())]
    rows = [tuple(column.value for column in Column)]
    for inject in script.injects:
        cells = _cells(inject, scenario)
        rows.append(tuple(cells[column] for column in Column))
    width = len(Column)
    return write_rows([(*row, *[""] * (width - len(row))) for row in (*top, *rows)])


def digits(script: Script) -> int:
    """How many digits the numbers have that a spreadsheet would shorten (`01` to 1); 0 if there are none, or
    if they differ, so that nobody could tell what `1` was."""
    whole = [inject.id for inject in script.injects if inject.id.isdecimal()]
    widths = {len(number) for number in whole}
    return widths.pop() if len(widths) == 1 and any(number.startswith("0") for number in whole) else 0


def _cells(inject: Inject, scenario: Scenario) -> dict[Column, str]:
    zones = "; ".join(scenario.zones[zone].id for zone in inject.to)
    return {
        Column.NUMBER: inject.id,
        Column.TIME: since(inject.minute),
        Column.STORY: inject.story,
        Column.TYPE: inject.type.value,
        Column.TITLE: inject.title,
        Column.MESSAGE: inject.message,
        Column.SENDER: inject.sender,
        Column.BY: inject.by,
        Column.TO: ALL if inject.everybody else zones,
        Column.METHOD: inject.method,
        Column.EXPECTED: inject.expected,
        Column.OBJECTIVE: "; ".join(inject.tasks),
        Column.NOTES: inject.notes,
        Column.STATUS: READY if inject.delivered else "",
        Column.ACTUAL: "",
        Column.DUE: due_text(inject.trigger),
        Column.EXPIRES: expires_text(inject.expires),
        Column.BRANCHES: branches_text(inject.branches),
        Column.HELP: inject.help.value,
        Column.USE_WHEN: inject.use_when,
        Column.GRADE: inject.grade,
        Column.RESOLUTION: inject.resolution,
        Column.EFFECTS: effects_text(inject.effects),
    }
