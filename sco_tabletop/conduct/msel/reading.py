"""A list of events as a script, with an account of every row.

Knows the steps: table, rows, times, numbers, lines. Must not know how a cell is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

import attrs

from ...core.scenario import Scenario
from ...i18n import _
from ..script import DrawPolicy, Inject, Script, Trigger
from .account import Changed, Imported, Left
from .cells import ListError
from .columns import Column
from .lines import Line
from .phrases import due_text
from .rows import Row, is_own, split
from .table import Table, find_table
from .times import Moment, moment, scale
from .writing import SIGNATURE, STAMP, Head

_PART: Final = re.compile(r"[A-Za-z0-9]+")
ID_WIDTH: Final = 12
TITLE_WIDTH: Final = 60
SHORTEST, LONGEST, STEP, USUAL = 10, 480, 30, 90
"""Bounds of the planned minutes, and what they are when a list does not say."""


def read_msel(data: bytes, scenario: Scenario) -> Imported:
    """The lines of a list in CSV; raises ListError if no list can be seen in the bytes.

    Zones and objectives are those of the scenario. Nothing is dropped in silence: every row is a line of the
    script or in `left`, and what a line cannot hold is in its notes.
    """
    table = find_table(data)
    own = is_own(table)
    rows, left = split(table)
    minutes, remarks = _minutes(table, rows)
    numbers, repeats = _numbers(table, rows, _digits(table) if own else 0)
    lines, injects = list[Line](), list[Inject]()
    for row in rows:
        if row.number in numbers:
            line = Line(table, row, minutes.get(row.number), scenario, own)
            lines.append(line)
            injects.append(line.inject(numbers[row.number]))
            line.said += _renumbered(line.cell(Column.NUMBER), numbers[row.number])
    injects = [_anchored(inject, injects, line) for inject, line in zip(injects, lines, strict=True)]
    script, said = _own_script(table, injects) if own else _script(table, injects, scenario)
    return Imported(
        script,
        len(table.rows),
        tuple(line.row.number for line in lines),
        tuple(sorted((*left, *repeats), key=lambda one: one.row)),
        tuple(_changes(lines, injects)),
        (*_format(table), *remarks, *said, *_aside(lines)),
    )


def _changes(lines: list[Line], injects: list[Inject]) -> Iterable[Changed]:
    for line, inject in zip(lines, injects, strict=True):
        for text in line.said:
            yield Changed(line.row.number, inject.id, text)


def _minutes(table: Table, rows: tuple[Row, ...]) -> tuple[dict[int, int], tuple[str, ...]]:
    """The minute since StartEx of every row whose time can be read. A day holds until another is named."""
    found: dict[int, tuple[Moment, str]] = {}
    named, day = list[tuple[Moment, str, bool]](), ""
    for row in rows:
        if when := moment(table.cell(row.cells, Column.TIME)):
            day = when.day or row.day or day
            found[row.number] = when, day
            named.append((when, day, _starts(table, row)))
    measure = scale(named)
    minutes = {number: measure.minute(when, day) for number, (when, day) in found.items()}
    if not measure.clock:
        return minutes, ()
    message = _("Times are clock times; StartEx is at {hour:02}:{minute:02}.")
    return minutes, (message.format(hour=measure.start // 60, minute=measure.start % 60),)


def _starts(table: Table, row: Row) -> bool:
    words = (table.cell(row.cells, Column.TITLE), table.cell(row.cells, Column.MESSAGE))
    return any(re.match(r"\W*start[\s-]?ex\b", word, re.IGNORECASE) for word in words)


def _digits(table: Table) -> int:
    """How many digits a whole number has in a list of ours; a spreadsheet takes the zero from `03`."""
    head = {cells[0].strip(): cells[1].strip() for cells in table.rows[: table.header] if len(cells) > 1}
    wide = head.get(Head.DIGITS.value, "")
    return min(int(wide), ID_WIDTH) if re.fullmatch(r"[0-9]{1,2}", wide) else 0


def _numbers(table: Table, rows: tuple[Row, ...], digits: int) -> tuple[dict[int, str], list[Left]]:
    """The number of every row; rows that only repeat another one are left out.

    A number that a script can hold stays. A second line with the same number, and a line without one, get a
    free one. Whole numbers have at least so many digits.
    """
    numbers: dict[int, str] = {}
    first: dict[str, Row] = {}
    again: list[Row] = []
    left: list[Left] = []
    for row in rows:
        number = _number(table.cell(row.cells, Column.NUMBER))
        if number.isdecimal():
            number = number.zfill(digits)
        if not number:
            again.append(row)
        elif number not in first:
            first[number] = row
            numbers[row.number] = number
        elif _same(first[number].cells, row.cells):
            message = _("it repeats row {row}").format(row=first[number].number)
            left.append(Left(row.number, message, empty=False))
        else:
            again.append(row)
    taken = set(first)
    for row in again:
        numbers[row.number] = _free(_number(table.cell(row.cells, Column.NUMBER)), taken)
        taken.add(numbers[row.number])
    return numbers, left


def _same(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    return [cell.strip() for cell in one if cell.strip()] == [cell.strip() for cell in two if cell.strip()]


def _number(text: str) -> str:
    """The number as a script can hold it: letters and digits, parts joined by dots or hyphens."""
    parts = re.findall(r"[A-Za-z0-9]+|[.]+|[^A-Za-z0-9.]+", text.strip())
    joined = "".join(part if _PART.fullmatch(part) else "." if part[0] == "." else "-" for part in parts)
    number = re.sub(r"[.-]{2,}", "-", joined).strip(".-")
    return number if len(number) <= ID_WIDTH else ""


def _free(number: str, taken: set[str]) -> str:
    """A number like this one that no line has; without one, the next whole number."""
    for again in range(2, len(taken) + 3):
        other = f"{number}-{again}"
        if number and other not in taken and len(other) <= ID_WIDTH:
            return other
    whole = [int(one) for one in taken if one.isdecimal()]
    following = max(whole, default=0) + 1
    while str(following) in taken:
        following += 1
    return str(following)


def _renumbered(written: str, number: str) -> tuple[str, ...]:
    if not written.strip():
        return (_("it has no number; it got {number}").format(number=number),)
    if written.strip().lstrip("#").strip() == number or written.strip() == number.lstrip("0"):
        return ()
    if number == _number(written):
        message = _("'{written}' is not a number that a script can hold; it got {number}")
    else:
        message = _("the number '{written}' is too long or taken; it got {number}")
    return (message.format(written=written.strip(), number=number),)


def _anchored(inject: Inject, injects: list[Inject], line: Line) -> Inject:
    """The inject waiting for one that is in the list; spreadsheets take the zero from `03`."""
    after = inject.trigger.after
    known = {one.id for one in injects}
    if not after or after in known:
        return inject
    for one in injects:
        if one.id.lstrip("0") == after.lstrip("0"):
            return attrs.evolve(inject, trigger=attrs.evolve(inject.trigger, after=one.id))
    text = _("it waits for {number}, which is not in the list; what it said is kept in the notes")
    line.said.append(text.format(number=after))
    kept = f"{line.name(Column.DUE)}: {due_text(inject.trigger)}"
    return attrs.evolve(inject, trigger=Trigger(), notes="\n".join(filter(None, (inject.notes, kept))))


def _own_script(table: Table, injects: list[Inject]) -> tuple[Script, tuple[str, ...]]:
    """The script of a list that `write_msel` wrote; its head stands above the header."""
    head = {cells[0].strip(): cells[1] for cells in table.rows[: table.header] if len(cells) > 1}
    if head[SIGNATURE[0]].strip() != SIGNATURE[1]:
        raise ListError(_("The list was written by a later version of this program."))
    policies = {policy.value: policy for policy in DrawPolicy}
    title, summary = head.get(Head.TITLE.value, ""), head.get(Head.SUMMARY.value, "")
    minutes, rounds = head.get(Head.MINUTES.value, "").strip(), head.get(Head.ROUNDS.value, "").strip()
    policy = policies.get(head.get(Head.DRAW.value, "").strip())
    whole = re.compile(r"[0-9]{1,4}")
    if policy is None or not whole.fullmatch(minutes) or not whole.fullmatch(rounds):
        message = _(
            "Above the header, 'Planned minutes' and 'Planned rounds' need whole numbers, "
            "and 'Draw' one of {words}."
        )
        raise ListError(message.format(words=", ".join(policies)))
    return Script(title, summary, int(minutes), int(rounds), policy, tuple(injects)), ()


def _script(table: Table, injects: list[Inject], scenario: Scenario) -> tuple[Script, tuple[str, ...]]:
    """The script of a list from elsewhere, which says nothing of its length or its rounds."""
    last = max((inject.minute for inject in injects), default=-1)
    ends = [one.minute for one in injects if re.match(r"\W*end[\s-]?ex\b", one.title, re.IGNORECASE)]
    minutes = ends[-1] if ends and ends[-1] >= SHORTEST else max(USUAL, (last // STEP + 1) * STEP)
    script = Script(
        title=_title(table) or scenario.title,
        summary=_("A list of events, imported; this line is to be written."),
        minutes=min(minutes, LONGEST),
        rounds=scenario.numbers.rounds,
        policy=DrawPolicy.REPLACE,
        injects=tuple(injects),
    )
    message = _("Not in the list, so assumed: {minutes} minutes, {rounds} rounds, draw: {draw}.")
    said = message.format(minutes=script.minutes, rounds=script.rounds, draw=script.policy.value)
    return script, (said, _("Write the summary of the script yourself."))


def _title(table: Table) -> str:
    """The first title above the header that is more than the stamp."""
    for cells in table.rows[: table.header]:
        text = " ".join(" ".join(cells).split())
        if text.replace(STAMP, "").strip() and len(text) <= TITLE_WIDTH:
            return text
    return ""


def _format(table: Table) -> tuple[str, ...]:
    names = {",": _("comma"), ";": _("semicolon"), "\t": _("tab"), "|": _("bar")}
    message = _("Read as {encoding}, cells divided by {delimiter}; the header is row {row}.")
    return (message.format(encoding=table.encoding, delimiter=names[table.delimiter], row=table.header + 1),)


def _aside(lines: list[Line]) -> tuple[str, ...]:
    """The columns for which a script has no field, by name."""
    names = dict.fromkeys(name for line in lines for name in line.aside)
    if not names:
        return ()
    return (_("Kept in the notes of each line: {columns}.").format(columns=", ".join(names)),)
