"""There and back: a script, written as a list or as YAML, is read again as the script that it was."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml
from hypothesis import given, settings

from sco_tabletop.conduct.msel import read_msel, write_msel
from sco_tabletop.conduct.script import DrawPolicy, Inject, Script, Trigger
from sco_tabletop.content import load, load_script, locate, script_yaml

from .scripts import SCENARIO, scripts

FORMULA = ("=", "+", "-", "@", "\t", "\r")


@settings(deadline=None, max_examples=150)
@given(script=scripts())
def test_a_list_gives_the_script_back(script: Script) -> None:
    """Export, then import: the same script, every line from its own row, nothing left out."""
    data = write_msel(script, SCENARIO)
    found = read_msel(data, SCENARIO)
    assert found.script == script
    assert found.lost == ()
    assert found.lines == tuple(range(found.rows - len(script.injects) + 1, found.rows + 1))


@settings(deadline=None, max_examples=100)
@given(script=scripts())
def test_nothing_in_a_list_is_a_formula(script: Script) -> None:
    """UTF-8 with a mark, CR LF, and no cell that a spreadsheet would work out."""
    data = write_msel(script, SCENARIO)
    assert data.startswith(b"\xef\xbb\xbf")
    text = data.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert rows[0][0] == "EXERCISE"
    assert text.count("\r\n") == len(rows)
    assert {len(row) for row in rows} == {len(rows[0])}
    assert not [cell for row in rows for cell in row if cell.lstrip(" ").startswith(FORMULA)]


@settings(deadline=None, max_examples=100)
@given(script=scripts())
def test_yaml_gives_the_script_back(script: Script) -> None:
    """script.yaml as written is accepted by the loader and means the same."""
    with TemporaryDirectory() as folder:
        text = script_yaml(script, SCENARIO)
        (Path(folder) / "script.yaml").write_bytes(text.encode("utf-8"))
        assert load_script(Path(folder), SCENARIO) == script


@settings(deadline=None, max_examples=60)
@given(script=scripts())
def test_texts_stay_texts_in_any_yaml(script: Script) -> None:
    """Under YAML 1.1, where NO is false and 12:30 a number, texts are texts too."""
    plain = yaml.safe_load(script_yaml(script, SCENARIO))
    assert (plain["title"], plain["summary"]) == (script.title, script.summary)
    for line, inject in zip(plain["injects"], script.injects, strict=True):
        assert (line["id"], line["title"]) == (inject.id, inject.title)
        assert line.get("notes", "") == inject.notes
        assert all(
            isinstance(line.get(name, ""), str) for name in ("message", "from", "by", "story", "method")
        )


@pytest.mark.parametrize("deck", ["xiamen-2019", "first-watch"])
def test_the_scripts_that_ship(deck: str) -> None:
    """Their lists give them back, their YAML too, and every line is accounted for."""
    folder = locate(deck)
    scenario = load(folder, None)
    script = load_script(folder, scenario)
    assert script is not None
    assert read_msel(write_msel(script, scenario), scenario).script == script
    with TemporaryDirectory() as other:
        (Path(other) / "script.yaml").write_text(script_yaml(script, scenario), encoding="utf-8")
        assert load_script(Path(other), scenario) == script


def test_a_list_survives_a_spreadsheet() -> None:
    """Semicolons, columns in another order and `03` that became 3: the same lines, with their numbers."""
    lines = (
        Inject("03", "First", "One.", to=(1, 2), minute=5, trigger=Trigger(minutes=5)),
        Inject("04", "Second", "Two.", everybody=True, trigger=Trigger(minutes=2, after="03")),
    )
    script = Script("Opened in a spreadsheet", "Saved again.", 60, 4, DrawPolicy.MIX, lines)
    text = write_msel(script, SCENARIO).decode("utf-8-sig")
    rows = [row[::-1] for row in csv.reader(io.StringIO(text, newline=""))]
    head = next(at for at, row in enumerate(rows) if row[-1] == "No")
    rows = [row[::-1] for row in rows[:head]] + rows[head:]
    for row in rows[head + 1 :]:
        row[-1] = row[-1].lstrip("0")
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";").writerows(rows)
    found = read_msel(out.getvalue().encode("cp1252"), SCENARIO)
    assert found.script == script
    assert found.changed == ()


@pytest.mark.parametrize("deck", ["xiamen-2019", "first-watch"])
@pytest.mark.parametrize(("delimiter", "encoding"), [(";", "utf-8"), ("\t", "utf-16"), (",", "cp1251")])
def test_a_spreadsheet_between(deck: str, delimiter: str, encoding: str) -> None:
    """Opened and saved by a spreadsheet (as an office program was seen to do it): `01` comes out as 1, texts
    in quotation marks, numbers without; the script is the same."""
    scenario = load(locate(deck), None)
    script = load_script(locate(deck), scenario)
    assert script is not None
    written = write_msel(script, scenario).decode("utf-8-sig")
    cells = [[shortened(cell) for cell in row] for row in csv.reader(io.StringIO(written, newline=""))]
    saved = io.StringIO()
    csv.writer(saved, delimiter=delimiter, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC).writerows(cells)
    assert "01" not in {cell for row in cells for cell in row}
    assert read_msel(saved.getvalue().encode(encoding), scenario).script == script


def shortened(cell: str) -> str | int:
    """A cell as a spreadsheet has it: a whole number is a number."""
    return int(cell) if cell.isdecimal() else cell
