"""What the columns of an MSEL are called: names that are written, and names that are understood.

Knows words only; must not know what stands in a cell.
"""

from __future__ import annotations

from enum import Enum
from typing import Final


class Column(Enum):
    """A column of the list, by the name that is written above it. Practised columns first, then our own."""

    NUMBER = "No"
    TIME = "Time"
    STORY = "Scenario Time"
    TYPE = "Type"
    TITLE = "Title"
    MESSAGE = "Message"
    SENDER = "From"
    BY = "Injected By"
    TO = "To"
    METHOD = "Method"
    EXPECTED = "Expected Action"
    OBJECTIVE = "Objective"
    NOTES = "Notes"
    STATUS = "Status"
    ACTUAL = "Actual Narrative"
    DUE = "Due"
    EXPIRES = "Expires"
    BRANCHES = "Branches"
    HELP = "Class"
    USE_WHEN = "Use When"
    GRADE = "Source Grade"
    RESOLUTION = "Resolution"
    EFFECTS = "Effects"


SYNONYMS: Final[dict[Column, tuple[str, ...]]] = {
    Column.NUMBER: (
        "#",
        "No",
        "Number",
        "Seq No",
        "MSEL #",
        "MSEL Number",
        "Event #",
        "Event Number",
        "Control Number",
        "Inject ID",
    ),
    Column.TIME: (
        "Time",
        "Exercise Time",
        "Event Time",
        "Delivery Time",
        "ScheduledTime",
        "Local Time",
        "Inject DTG",
    ),
    Column.STORY: (
        "Scenario Time",
        "Story Time",
        "Simulated Time",
        "Designated Scenario Time",
        "Date",
        "Day",
    ),
    Column.TYPE: ("Type",),
    Column.TITLE: ("Title", "Subject", "Event Summary"),
    Column.MESSAGE: ("Message", "Description", "Script", "Event Description"),
    Column.SENDER: ("From", "Send From", "Sent From", "From Org", "Source", "Send From (Simulated)"),
    Column.BY: ("Injected By", "Controller", "ResponsibleController", "Implementer"),
    Column.TO: ("To", "Send To", "Sent To", "To Org", "Target", "Recipient", "Recipients", "Player"),
    Column.METHOD: ("Method", "Inject Mode", "Delivery Method"),
    Column.EXPECTED: (
        "Expected Action",
        "Expected Action(s)",
        "Expected Participant Response",
        "Expected Outcomes",
        "Expected Reaction to Inject",
    ),
    Column.OBJECTIVE: ("Objective", "Objective Supported", "Exercise Objective", "Objectives"),
    Column.NOTES: ("Notes", "Remarks", "Comments", "White Cell Notes"),
    Column.STATUS: ("Status",),
    Column.ACTUAL: ("Actual Narrative",),
    Column.DUE: ("Due",),
    Column.EXPIRES: ("Expires",),
    Column.BRANCHES: ("Branches",),
    Column.HELP: ("Class",),
    Column.USE_WHEN: ("Use When",),
    Column.GRADE: ("Source Grade",),
    Column.RESOLUTION: ("Resolution",),
    Column.EFFECTS: ("Effects",),
}
"""Every name that is understood, the name that is written first (for a number, among them)."""

DAYS: Final = ("Date", "Day")
"""Names of story time that say on which day a line stands; such cells are often merged."""

FEWEST: Final = 3
"""A row with fewer known names is not taken for the header."""


def normal(header: str) -> str:
    """The name without capitals, spaces and punctuation; `#` stays, it is a name of its own."""
    return "".join(letter for letter in header.casefold() if letter.isalnum() or letter == "#")


_KNOWN: Final = {normal(name): column for column, names in SYNONYMS.items() for name in names}
_DAYS: Final = frozenset(normal(name) for name in DAYS)


def known(header: str) -> Column | None:
    """The column that a list calls so, if it is one of ours."""
    return _KNOWN.get(normal(header))


def names_day(header: str) -> bool:
    """Whether the cells below say a day."""
    return normal(header) in _DAYS


def recognised(cells: tuple[str, ...]) -> int:
    """How many different columns the row would name; 0 if it cannot be the header."""
    found = {column for column in map(known, cells) if column}
    good = len(found) >= FEWEST and found & {Column.TITLE, Column.MESSAGE}
    return len(found) if good else 0
