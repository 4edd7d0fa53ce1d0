"""Encodings, delimiters, quotes, limits; times and headers as they are written."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sco_tabletop.conduct.msel import ListError, cells, read_msel, rows
from sco_tabletop.conduct.msel.cells import neutral, plain_text
from sco_tabletop.conduct.msel.columns import SYNONYMS, Column, known
from sco_tabletop.conduct.msel.times import LATEST, Moment, moment, since, story
from sco_tabletop.content.bounds import INJECTS, MINUTE

from .scripts import LETTERS, NASTY, SCENARIO

HEAD = "No,Time,Title,Message,To,Notes"
DOMAIN = """
#|No|Seq No|MSEL #|MSEL NUMBER|Event #|Event Number|Control Number|Inject ID
Time|Event Time|Delivery Time|ScheduledTime|Local Time|INJECT DTG
Scenario Time|Simulated Time|Designated Scenario Time|Date|Day
Send From|Sent From|From|From Org|Source|SEND FROM (SIMULATED)
Send To|Sent To|To|To Org|Target|Recipient|Player
Injected By|Controller|ResponsibleController|Implementer
Inject Mode|Method|Delivery Method
Subject|Title|Event Summary
Description|Message|Script|Event Description
Expected Action(s)|Expected Participant Response|Expected Outcomes|Expected Reaction to Inject
Objective Supported|Exercise Objective|Objectives
Status
Notes|Remarks|Comments|White Cell Notes
"""
MEANT = (
    *(
        Column.NUMBER,
        Column.TIME,
        Column.STORY,
        Column.SENDER,
        Column.TO,
        Column.BY,
        Column.METHOD,
        Column.TITLE,
    ),
    *(Column.MESSAGE, Column.EXPECTED, Column.OBJECTIVE, Column.STATUS, Column.NOTES),
)


@pytest.mark.parametrize(("names", "column"), list(zip(DOMAIN.split("\n")[1:-1], MEANT, strict=True)))
def test_names_of_columns_as_practised(names: str, column: Column) -> None:
    """Every name in use is understood, whatever its capitals, spaces and punctuation."""
    for name in names.split("|"):
        for written in (name, name.upper(), name.lower(), f" {name.replace(' ', '_')}: "):
            assert known(written) is column


def test_no_name_stands_for_two_columns() -> None:
    """And each column is read under the name it is written with."""
    names = [name.casefold() for all_names in SYNONYMS.values() for name in all_names]
    assert len(names) == len(set(names))
    assert [known(column.value) for column in Column] == list(Column)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_encodings_and_delimiters(delimiter: str, encoding: str) -> None:
    """All of them, with the other delimiters in the cells."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter)
    message = 'One, two; three | four\tfive "six" é'
    writer.writerows([HEAD.split(","), ["1", "10", "A, b; c | d", message, "KGZ, TJK", "x;y;z"]])
    (inject,) = read_msel(out.getvalue().encode(encoding), SCENARIO).script.injects
    assert inject.message == message.replace("\t", " ")
    assert inject.title == "A, b; c | d"
    assert inject.to == (5, 6)


def test_cyrillic_and_western_are_told_apart() -> None:
    """By whether letters above 191 stand together."""
    for name, word in (("cp1251", "Сообщение"), ("cp1252", "Événement à vérifier")):
        data = f"{HEAD}\n1,10,{word},{word},KGZ,\n".encode(name)
        assert read_msel(data, SCENARIO).script.injects[0].title == word


@given(text=st.one_of(st.sampled_from(NASTY), st.text(LETTERS)))
def test_neutralising_is_undone(text: str) -> None:
    """Whatever the text; and what was neutralised begins with an apostrophe."""
    assert plain_text(neutral(text)) == text
    assert not neutral(text).startswith(("=", "+", "-", "@"))


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_what_spreadsheets_take_for_formulas(start: str) -> None:
    """Gets an apostrophe; what steers a terminal is not read at all."""
    assert neutral(f"{start}1") == f"'{start}1"
    assert plain_text("a\x1b[31m\u202eb\x00") == "a[31mb"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "No header"),
        (b"a,b,c\n1,2,3\n", "No header"),
        (b"No,Status,Notes\n1,2,3\n", "No header"),
        (f'{HEAD}\n1,2,"x,y,z\n2,3,a,b,KGZ,\n'.encode(), "row 2"),
        (f'{HEAD}\n1,2,"x" y,z,KGZ,\n2,3,"a,b,KGZ,\n'.encode(), "row 3"),
        (f"{HEAD}\n".encode() + b"\n" * cells.MAX_ROWS, "rows"),
        (f"{HEAD}{',' * cells.MAX_COLUMNS}x\n".encode(), "columns"),
        (b"x" * (cells.MAX_BYTES + 1), "bytes"),
        (b"SCO Tabletop MSEL,2\n" + HEAD.encode(), "later version"),
        (b"SCO Tabletop MSEL,1\nPlanned minutes,many\n" + HEAD.encode(), "Planned minutes"),
    ],
)
def test_files_that_are_no_list(data: bytes, told: str) -> None:
    """One sentence, and nothing is half read."""
    with pytest.raises(ListError, match=told):
        read_msel(data, SCENARIO)


@given(data=st.one_of(st.binary(), st.binary().map(lambda tail: HEAD.encode() + b"\n" + tail)))
def test_no_bytes_break_the_reader(data: bytes) -> None:
    """A list with its account, or a ListError; never another error."""
    try:
        found = read_msel(data, SCENARIO)
    except ListError:
        return
    assert found.rows == len(found.lines) + len(found.left)


def test_quotes_that_are_not_doubled() -> None:
    """Are read as a spreadsheet reads them."""
    data = f'{HEAD}\n1,5,"The "one" word",m,KGZ,\n2,6,Second,m,TJK,\n'.encode()
    assert [one.id for one in read_msel(data, SCENARIO).script.injects] == ["1", "2"]


def test_more_lines_than_a_script_holds() -> None:
    """The rest is listed as not imported."""
    data = "\n".join((HEAD, *(f"{n},{n},t,m,KGZ," for n in range(1, 204)))).encode()
    found = read_msel(data, SCENARIO)
    assert len(found.lines) == rows.LINES
    assert [one.row for one in found.lost] == [202, 203, 204]
    assert INJECTS[1] == rows.LINES
    assert MINUTE[1] == LATEST


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("H+0:30", Moment(30, False)),
        ("h + 1:05", Moment(65, False)),
        ("H+45", Moment(45, False)),
        ("H+1h30", Moment(90, False)),
        ("StartEx+20", Moment(20, False)),
        ("StartEx", Moment(0, False)),
        ("+0:10", Moment(10, False)),
        ("25", Moment(25, False)),
        ("25 min", Moment(25, False)),
        ("09:30", Moment(570, True)),
        ("9:30:00 PM", Moment(1290, True)),
        ("12:05 am", Moment(5, True)),
        ("9.45", Moment(585, True)),
        ("0930", Moment(570, True)),
        ("0930Z", Moment(570, True)),
        ("0930 hrs", Moment(570, True)),
        ("09:30-09:45", Moment(570, True)),
        ("0.4375", Moment(630, True)),
        ("0.395833333333333", Moment(570, True)),
        ("43811.4375", Moment(630, True, "43811")),
        ("D-Day 0930", Moment(570, True, "d-day")),
        ("D+1 09:30", Moment(570, True, "d+1")),
        ("12/12/2019 09:30", Moment(570, True, "12/12/2019")),
        ("2019-12-12T09:30", Moment(570, True, "2019-12-12")),
        ("120930ZDEC19", Moment(570, True, "12 dec 19")),
        ("25:70", None),
        ("after lunch", None),
        ("9" * 500, None),
    ],
)
def test_times(text: str, means: Moment | None) -> None:
    """As lists write them."""
    assert moment(text) == means


def test_times_are_written_as_they_are_read() -> None:
    """Every minute that a script can plan; serials of story time become what they mean."""
    assert [moment(since(minute)) for minute in (0, 59, 60, LATEST)] == [
        Moment(minute, False) for minute in (0, 59, 60, LATEST)
    ]
    assert (story("43811"), story("0.5"), story("43811.75")) == ("2019-12-12", "12:00", "2019-12-12 18:00")


def test_what_our_own_columns_cannot_say_is_kept() -> None:
    """A phrase that is not understood goes to the notes, is told, and the line is manual."""
    data = f"{HEAD},Due,Expires,Effects,Branches,Source Grade\n1,5,t,m,KGZ,,soon,never,boom 1,x,Z9\n"
    found = read_msel(data.encode(), SCENARIO)
    (inject,) = found.script.injects
    assert inject.trigger.manual
    kept = ["Branches: x", "Due: soon", "Effects: boom 1", "Expires: never", "Source Grade: Z9"]
    assert sorted(inject.notes.split("\n")) == kept
    assert len(found.changed) == 5


def test_waiting_for_a_line_that_is_not_there() -> None:
    """Is told, kept in the notes, and the line is released by hand."""
    data = f"{HEAD},Due\n1,5,t,m,KGZ,,after 9; minute 3\n".encode()
    found = read_msel(data, SCENARIO)
    assert found.script.injects[0].trigger.manual
    assert found.script.injects[0].notes == "Due: minute 3; after 9"
    assert [one.row for one in found.changed] == [2]
