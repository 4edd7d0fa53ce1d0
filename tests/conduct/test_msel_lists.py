"""Lists as other programs write them, two of them by an office program: what becomes of every row."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest

from sco_tabletop.conduct.msel import Imported, read_msel
from sco_tabletop.conduct.script import HelpClass, Inject, InjectType, Trigger

from .scripts import SCENARIO

LISTS = Path(__file__).parent / "lists"
NAMES = sorted(path.name for path in LISTS.iterdir() if path.suffix in (".csv", ".txt"))
ROWS = {
    "cyrillic-sheet.csv": (10, 4, 0),
    "office-1251.csv": (7, 4, 0),
    "office-1252.csv": (9, 4, 0),
    "pipe-export.csv": (8, 6, 0),
    "planning-sheet.csv": (15, 9, 0),
    "unicode-text.txt": (13, 6, 2),
    "web-tool.csv": (10, 8, 1),
    "western-sheet.csv": (15, 6, 0),
}
"""Rows of the list as a spreadsheet numbers them, lines imported, rows with something in them left out."""

RUS, KAZ, UZB, IND, CHN, KGZ, TJK, PAK = range(8)


def imported(name: str) -> Imported:
    """The list, read for the deck Xiamen 2019."""
    return read_msel((LISTS / name).read_bytes(), SCENARIO)


def line(found: Imported, number: str) -> Inject:
    """The inject with this number, which must be there."""
    inject = found.script.inject(number)
    assert inject is not None
    return inject


def said(found: Imported, row: int) -> str:
    """All that is said of a row."""
    return " | ".join(one.text for one in found.changed if one.row == row)


@pytest.mark.parametrize("name", NAMES)
def test_every_row_is_imported_or_listed(name: str) -> None:
    """Rows in = rows imported + rows listed, each once and each of the listed with a reason."""
    found = imported(name)
    assert (found.rows, len(found.lines), len(found.lost)) == ROWS[name]
    assert len(found.script.injects) == len(found.lines)
    assert sorted((*found.lines, *(one.row for one in found.left))) == list(range(1, found.rows + 1))
    assert all(one.reason for one in found.left)
    assert {one.row for one in found.changed} <= set(found.lines)


@pytest.mark.parametrize("name", NAMES)
def test_every_number_stands_once(name: str) -> None:
    """What the loader asks of numbers, recipients and classes holds for every import."""
    injects = imported(name).script.injects
    assert len({inject.id for inject in injects}) == len(injects)
    for inject in injects:
        assert bool(inject.to) + inject.everybody == inject.delivered
        assert (inject.help is not HelpClass.NONE) == (inject.type is InjectType.CONTINGENCY)
        assert inject.title


def test_an_account_that_loses_a_row_cannot_be_made() -> None:
    """By construction: rows that are told twice or not at all are refused."""
    found = imported("web-tool.csv")
    for wrong in (found.left[1:], (*found.left, found.left[0])):
        with pytest.raises(AssertionError):
            attrs.evolve(found, left=wrong)


def test_planning_sheet() -> None:
    """Titles above the header, exercise time from H, cells of several lines, contingencies with a class."""
    found = imported("planning-sheet.csv")
    assert [inject.minute for inject in found.script.injects] == [0, 5, 15, 25, -1, -1, 45, 65, 90]
    assert found.script.minutes == 90
    assert found.script.title == "Master Scenario Events List - joint online exercise"
    second = line(found, "2")
    assert second.to == (KGZ,)
    assert second.trigger == Trigger(minutes=5)
    assert second.method == "phone"
    assert second.message.endswith("since the morning.\nWho takes it up?")
    assert line(found, "3").to == (KAZ, UZB)
    assert line(found, "3").tasks == ("intelligence-exchange.3",)
    assert line(found, "4").to == (RUS, CHN)
    assert line(found, "5").to == (TJK, PAK)
    assert line(found, "C1").help is HelpClass.HELP
    assert line(found, "C1").everybody
    assert line(found, "C2").help is HelpClass.PRESSURE
    assert "H+0:50" in line(found, "C2").notes
    assert line(found, "6").type is InjectType.EXPECTED
    assert line(found, "1").type is InjectType.INFORMATION


def test_western_sheet() -> None:
    """Windows-1252, semicolons, serial dates in merged cells, fractions of a day, headings, statuses."""
    found = imported("western-sheet.csv")
    assert found.script.title == "Übung „Erste Wache“ – EXERCISE"
    assert [inject.minute for inject in found.script.injects] == [0, 15, 30, 90, -1, -1]
    assert [inject.story for inject in found.script.injects] == ["2019-12-12"] * 4 + ["2019-12-13"] * 2
    assert line(found, "103").by == "Frau Ørsted"
    assert line(found, "102").notes == "Café-Pause danach möglich\nStatus: approved"
    assert [one.reason for one in found.left if one.row in (4, 9)] == [
        "a heading: PHASE 1",
        "a heading: PHASE 2",
    ]
    obsolete = line(found, "106")
    assert obsolete.type is InjectType.INFORMATION
    assert "Status: obsolete" in obsolete.notes
    assert "Kasachstan" in line(found, "101").notes
    assert line(found, "101").type is InjectType.INFORMATION


def test_unicode_text() -> None:
    """UTF-16 with tabs, the header repeated, D-Day, a number twice, a row twice."""
    found = imported("unicode-text.txt")
    assert [inject.id for inject in found.script.injects] == ["1", "2", "3", "3-2", "4", "5"]
    assert [inject.minute for inject in found.script.injects] == [0, 10, 25, 40, 50, -1]
    reasons = {one.row: one.reason for one in found.left}
    assert reasons[7] == "the header again"
    assert reasons[10] == "it repeats row 9"
    assert reasons[12] == "it has neither title nor message"
    assert line(found, "3").to == (IND, PAK)
    assert "'3'" in said(found, 8)
    assert line(found, "4").method == "written"


def test_pipe_export() -> None:
    """Bars, date-time groups, unknown columns and recipients, a message that is too long to be spoken."""
    found = imported("pipe-export.csv")
    first = line(found, "K-01")
    assert first.everybody
    assert len(first.message.split()) == 136
    assert "136 words" in said(found, 3)
    assert "Weather: clear" in first.notes
    assert [inject.minute for inject in found.script.injects] == [0, 15, 30, 150, -1, 60]
    assert line(found, "K-02").type is InjectType.INFORMATION
    assert line(found, "K-03").to == (UZB, KGZ)
    assert "Media cell" in line(found, "K-03").notes
    assert line(found, "K-03").method == "other"
    assert "after lunch" in line(found, "K-05").notes
    assert line(found, "K-06-a").to == (IND, PAK)
    assert "Team asked twice." in line(found, "K-04").notes
    assert any("Weather" in remark for remark in found.remarks)


def test_web_tool() -> None:
    """A byte-order mark, everything quoted, formulas as text, our apostrophe, a missing number."""
    found = imported("web-tool.csv")
    second = line(found, "INJ-2")
    assert (second.title, second.message, second.sender) == ("=1+1", '=HYPERLINK("x")', "+7 duty desk")
    assert (line(found, "INJ-3").title, line(found, "INJ-3").message) == ("=still text", "-dash first")
    assert line(found, "INJ-3").to == (KAZ, KGZ, TJK)
    assert line(found, "1").title == "Unnumbered"
    assert line(found, "INJ-4").minute == 45
    assert line(found, "INJ-4").message.startswith(line(found, "INJ-4").title)
    assert line(found, "INJ-5").message == "A title without a message"
    assert [(one.row, one.reason) for one in found.lost] == [(9, "it has neither title nor message")]


def test_cyrillic_sheet() -> None:
    """Windows-1251, capitals in the header, clock times, a second day that a script cannot plan."""
    found = imported("cyrillic-sheet.csv")
    assert line(found, "2").title == "Отмеченная запись"
    assert line(found, "2").sender == "Дежурный"
    assert [inject.minute for inject in found.script.injects] == [0, 15, 35, -1]
    assert line(found, "3").to == (KGZ,)
    assert line(found, "3").story == "День 1"
    assert "Узбекистан" in line(found, "3").notes
    assert "09:30" in line(found, "4").notes


def test_sheets_saved_by_an_office_program() -> None:
    """Semicolons, Windows code pages, merged cells, shortened numbers: times, days and letters are right."""
    west, east = imported("office-1252.csv"), imported("office-1251.csv")
    assert [one.minute for one in west.script.injects] == [0, 25, 70, 100]
    assert line(west, "2").message.endswith("Un témoin décrit « quatre comptes ». Qui vérifie ; qui répond?")
    assert line(west, "2").to == (KAZ, KGZ)
    assert [one.story for one in east.script.injects] == ["2019-12-12"] * 3 + ["2019-12-13"]
    assert line(east, "3").title == "Запрос"
    assert "not within 600 minutes" in said(east, 7)
