"""`msel import` and `msel export`: exit statuses, the account, nothing written over."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sco_tabletop.cli import main
from sco_tabletop.conduct.msel import read_msel
from sco_tabletop.content import load, load_script, locate

from .test_cli import run

LISTS = Path(__file__).parents[1] / "conduct" / "lists"


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    """A copy of Xiamen 2019 without a script."""
    folder = tmp_path / "xiamen-2019"
    shutil.copytree(locate("xiamen-2019"), folder)
    (folder / "script.yaml").unlink()
    return folder


def test_a_list_becomes_the_script_of_a_deck(capsys: pytest.CaptureFixture[str], deck: Path) -> None:
    """Status 0 when every line was imported; the deck has a script that loads."""
    status, out, err = run(capsys, "msel", "import", str(LISTS / "planning-sheet.csv"), "--deck", str(deck))
    assert (status, err) == (0, "")
    assert "15 rows read." in out
    assert "9 rows imported." in out
    assert "6 rows not imported:" in out
    assert "row 1-4: above the header" in out
    script = load_script(deck, load(deck, None))
    assert script is not None
    assert [inject.id for inject in script.injects][:5] == ["1", "2", "3", "4", "C1"]


def test_rows_that_were_left_out(capsys: pytest.CaptureFixture[str], deck: Path) -> None:
    """Status 1, each with its row and its reason; what was imported is there all the same."""
    status, out, _err = run(capsys, "msel", "import", str(LISTS / "unicode-text.txt"), "--deck", str(deck))
    assert status == 1
    assert "row 10: it repeats row 9" in out
    assert "row 12: it has neither title nor message" in out
    assert load_script(deck, load(deck, None)) is not None


def test_what_keeps_a_script_from_being_played(
    capsys: pytest.CaptureFixture[str], deck: Path, tmp_path: Path
) -> None:
    """Is told with its place in the file that was written: nothing is shortened behind anybody's back."""
    source, target = tmp_path / "long.csv", tmp_path / "script.yaml"
    source.write_text(f"No,Title,Message,To\n1,{'long ' * 30},m,KGZ\n", encoding="utf-8")
    status, out, _err = run(capsys, "msel", "import", str(source), "--deck", str(deck), "-o", str(target))
    assert status == 1
    written = target.read_text(encoding="utf-8")
    line = next(at for at, text in enumerate(written.split("\n"), 1) if text.startswith("    title:"))
    assert f"script.yaml:{line}:12: injects[0].title" in out
    assert " ".join(written.split()).count("long") == 30
    assert not (deck / "script.yaml").exists()


def test_nothing_is_written_over(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Status 2, one sentence that names the file; with -o the list goes elsewhere."""
    there = locate("xiamen-2019") / "script.yaml"
    before = there.read_bytes()
    words = ("msel", "import", str(LISTS / "planning-sheet.csv"), "--deck", "xiamen-2019")
    status, out, err = run(capsys, *words)
    assert (status, out) == (2, "")
    assert str(there) in err
    assert "-o" in err
    status, out, err = run(capsys, *words, "-o", str(tmp_path / "other.yaml"))
    assert status == 0
    assert (tmp_path / "other.yaml").stat().st_size > 1000
    status, out, err = run(capsys, *words, "-o", str(tmp_path / "other.yaml"))
    assert status == 2
    assert there.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (("import", "list.xlsx", "--deck", "first-watch"), 2, "CSV UTF-8"),
        (("export", "first-watch", "-o", "list.XLSX"), 2, "CSV UTF-8"),
        (("import", "no-such-list.csv", "--deck", "first-watch", "-o", "x.yaml"), 2, "no-such-list.csv"),
        (("import", "list.csv", "--deck", "first-watc"), 2, "did you mean first-watch"),
        (("import", "list.csv"), 2, "--deck"),
        (("export", "xiamen-2015"), 2, "has no script"),
        (("export", "first-watch", "-o", "no-such-folder/list.csv"), 2, "no-such-folder"),
        (("import", "empty.csv", "--deck", "first-watch", "-o", "x.yaml"), 1, "No header"),
    ],
)
def test_mistakes_are_one_sentence(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    words: tuple[str, ...],
    status: int,
    told: str,
) -> None:
    """With a way out, and nothing is written."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty.csv").write_bytes(b"")
    code, out, err = run(capsys, "msel", *words)
    assert (code, out) == (status, "")
    assert told in err
    assert len(err.strip().splitlines()) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["empty.csv"]


def test_a_list_without_lines_writes_nothing(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Status 1: a script without a line is none."""
    source, target = tmp_path / "bare.csv", tmp_path / "script.yaml"
    source.write_text("No,Title,Message,To\n\nPHASE 1\n", encoding="utf-8")
    status, out, err = run(capsys, "msel", "import", str(source), "--deck", "first-watch", "-o", str(target))
    assert status == 1
    assert "0 rows imported." in out
    assert "No row was imported" in err
    assert not target.exists()


def test_export_to_a_file_and_to_standard_output(
    capsysbinary: pytest.CaptureFixture[bytes], tmp_path: Path
) -> None:
    """The same bytes, and they are the script of the deck."""
    target = tmp_path / "list.csv"
    for words in (("-o", str(target)), ()):
        with pytest.raises(SystemExit) as left:
            main(("msel", "export", "first-watch", *words))
        assert left.value.code == 0
        out = capsysbinary.readouterr().out
    assert out == target.read_bytes()
    folder = locate("first-watch")
    scenario = load(folder, None)
    assert read_msel(out, scenario).script == load_script(folder, scenario)
