"""The page on lists says what the code does: names of columns, limits, phrases."""

from __future__ import annotations

import re
from pathlib import Path

import sco_tabletop
from sco_tabletop.conduct.msel import cells, rows, table
from sco_tabletop.conduct.msel.columns import SYNONYMS
from sco_tabletop.conduct.msel.phrases import (
    branches_text,
    due_text,
    effects_text,
    expires_text,
    read_branches,
    read_due,
    read_effects,
    read_expires,
)
from sco_tabletop.conduct.msel.times import LATEST, moment

PAGE = (Path(sco_tabletop.__file__).parent / "manual" / "msel.md").read_text(encoding="utf-8")


def section(title: str) -> str:
    """The text below a heading."""
    return PAGE.partition(f"## {title}\n")[2].partition("\n## ")[0]


def test_names_of_columns() -> None:
    """All names that are understood and no others, in the same order, the written one first."""
    told = [
        tuple(re.findall(r"`([^`]+)`", names))
        for names in re.findall(r"^\| [^|`]+ \| (`.*) \|$", section("Columns"), re.MULTILINE)
    ]
    assert [(names[0], set(names)) for names in told] == [
        (column.value, set(names)) for column, names in SYNONYMS.items()
    ]


def test_limits() -> None:
    """Sizes as in the code."""
    told = " ".join(PAGE.split())
    size = cells.MAX_BYTES // 1024 // 1024
    assert f"{size} MB, {cells.MAX_ROWS} rows and {cells.MAX_COLUMNS} columns" in told
    assert f"in the first {table.LOOKED_AT} rows" in told
    assert f"more than {rows.LINES} lines" in told
    assert f"0 to {LATEST} minutes" in told


def test_times() -> None:
    """Every time that the page shows can be read."""
    text = section("What the cells mean").partition("**Exercise time.**")[2].partition("**Story time.**")[0]
    shown = re.findall(r"`([^`]+)`", text)
    assert len(shown) > 10
    assert not [time for time in shown if moment(time) is None]


def test_phrases() -> None:
    """What the page shows of our own columns is what is written and read."""
    told = dict(
        re.findall(r"^\| `([^`]+)` \| [^`]*`([^`]+)`", section("Lists that this program wrote"), re.M)
    )
    due, expires = read_due(told["Due"]), read_expires(told["Expires"])
    branches, effects = read_branches(told["Branches"]), read_effects(told["Effects"])
    assert due is not None
    assert expires is not None
    assert branches is not None
    assert effects is not None
    assert (due_text(due), expires_text(expires)) == (told["Due"], told["Expires"])
    assert (branches_text(branches), effects_text(effects)) == (told["Branches"], told["Effects"])
