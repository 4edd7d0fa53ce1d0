"""Arbitrary lists: whatever stands in them, the account is whole and the script is one that can be loaded."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sco_tabletop.conduct.msel import read_msel
from sco_tabletop.conduct.msel.columns import SYNONYMS, Column
from sco_tabletop.conduct.msel.people import recipients
from sco_tabletop.content import load_script, script_yaml

from .scripts import LETTERS, NASTY, SCENARIO, TASKS

CELLS: dict[Column, tuple[str, ...]] = {
    Column.NUMBER: ("1", "01", "1.0", "#3", "A-7", "K 06/a", "a number that is far too long", "é", "-"),
    Column.TIME: ("H+0:30", "0.4375", "09:30", "D+1 0930", "12/12/2019 23:10", "900", "noon", "StartEx"),
    Column.STORY: ("43811", "Day 1", "0.5", "12 Dec"),
    Column.TYPE: ("inject", "Contingency inject (REDIRECT)", "expected action", "Information", "milestone"),
    Column.TO: ("KGZ", "Russia; TJK", "All", "Media cell", "all except KGZ", "IND\nPAK", "China (CHN)"),
    Column.METHOD: ("phone", "E-Mail", "pigeon", "face-to-face"),
    Column.OBJECTIVE: (*TASKS[:3], "Intelligence exchange", "Public information"),
    Column.STATUS: ("ready", "draft", "obsolete", "complete"),
    Column.DUE: ("round 3", "minute 5; after 1", "after 01; branch a", "threat >= 3", "at dawn", "branch a"),
    Column.EXPIRES: ("round 5", "minute 9", "never"),
    Column.BRANCHES: ("a = One way\nb = Another", "a = Alone", "a, b"),
    Column.HELP: ("HELP", "pressure", "none"),
    Column.GRADE: ("B2", "Z9"),
    Column.EFFECTS: ("lead", "influence +1", "track trust -1", "influence", "boom"),
}


@st.composite
def lists(draw: st.DrawFn) -> tuple[list[str], list[list[str]]]:
    """Names of columns in any order, and rows under them."""
    columns = draw(st.lists(st.sampled_from(Column), min_size=3, unique=True))
    columns = list(dict.fromkeys((*columns, Column.TITLE, Column.TO)))
    names = [draw(st.sampled_from(SYNONYMS[column])) for column in columns]
    text = st.one_of(st.sampled_from(NASTY), st.text(LETTERS, max_size=8))
    kinds = [st.one_of(st.just(""), st.sampled_from(CELLS[one]) if one in CELLS else text) for one in columns]
    extra = draw(st.booleans())
    rows = draw(st.lists(st.tuples(*kinds, *([text] if extra else [])).map(list), max_size=8))
    return [*names, *(["Weather"] if extra else [])], rows


@settings(deadline=None, max_examples=300)
@given(made=lists(), delimiter=st.sampled_from(",;\t|"))
def test_any_list(made: tuple[list[str], list[list[str]]], delimiter: str) -> None:
    """Each row once; numbers that a script can hold, once each; no line reaches a zone it does not name."""
    names, rows = made
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows([names, *rows])
    found = read_msel(out.getvalue().encode("utf-8"), SCENARIO)
    assert sorted((*found.lines, *(one.row for one in found.left))) == list(range(1, len(rows) + 2))
    ids = [inject.id for inject in found.script.injects]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[A-Za-z0-9]+([.-][A-Za-z0-9]+)*", number) for number in ids)
    place = next(at for at, name in enumerate(names) if name in SYNONYMS[Column.TO])
    for row, inject in zip(found.lines, found.script.injects, strict=True):
        assert bool(inject.to) + inject.everybody == inject.delivered
        if inject.delivered:
            assert (inject.to, inject.everybody) == recipients(rows[row - 2][place], SCENARIO)[:2]
        if names[-1] == "Weather":
            assert rows[row - 2][-1].strip().lstrip("'") in inject.notes


@settings(deadline=None, max_examples=100)
@given(made=lists())
def test_any_plain_list_can_be_loaded(made: tuple[list[str], list[list[str]]]) -> None:
    """Without our own columns, where a list may say what a deck does not allow, every import is playable."""
    own = {name for column in list(Column)[15:] for name in SYNONYMS[column]}
    names, rows = made
    kept = [at for at, name in enumerate(names) if name not in own]
    out = io.StringIO(newline="")
    csv.writer(out).writerows([[row[at] for at in kept] for row in (names, *rows)])
    try:
        found = read_msel(out.getvalue().encode("utf-8"), SCENARIO)
    except ValueError:
        assert len(kept) < 4
        return
    if found.script.injects:
        with TemporaryDirectory() as folder:
            text = script_yaml(found.script, SCENARIO)
            (Path(folder) / "script.yaml").write_text(text, encoding="utf-8")
            assert load_script(Path(folder), SCENARIO) == found.script


@pytest.mark.parametrize(
    ("text", "to", "everybody", "unknown"),
    [
        ("KGZ", (5,), False, ()),
        ("kyrgyzstan team / KZ and Zone TJK", (1, 5, 6), False, ()),
        ("Russia (RUS)", (0,), False, ()),
        ("All", (), True, ()),
        ("all zones; Media cell", (), True, ("Media cell",)),
        ("All except KGZ", (), False, ("All except KGZ",)),
        ("All (not India)", (), False, ("All (not India)",)),
        ("", (), False, ()),
    ],
)
def test_recipients(text: str, to: tuple[int, ...], everybody: bool, unknown: tuple[str, ...]) -> None:
    """Names, short names and codes; what takes somebody out is never guessed."""
    assert recipients(text, SCENARIO) == (to, everybody, unknown)
