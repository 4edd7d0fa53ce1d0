"""Where saves live and what they are called."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import platformdirs
import pytest

from sco_tabletop.record.error import SaveError
from sco_tabletop.record.place import new_path, saves_dir

WHEN = datetime(2026, 11, 24, 10, 15, 0)


def test_the_first_place_that_is_there(tmp_path: Path) -> None:
    """--saves, then $SCO_SAVES, then ./saves, then the user's data folder."""
    home = platformdirs.user_data_path("sco-tabletop", appauthor=False) / "saves"
    assert saves_dir(None, {}, tmp_path) == home
    local = tmp_path / "saves"
    local.mkdir()
    assert saves_dir(None, {}, tmp_path) == local
    assert saves_dir(None, {"SCO_SAVES": ""}, tmp_path) == local
    assert saves_dir(None, {"SCO_SAVES": "/elsewhere"}, tmp_path) == Path("/elsewhere")
    assert saves_dir(Path("given"), {"SCO_SAVES": "/elsewhere"}, tmp_path) == Path("given")


def test_local_saves_that_cannot_be_written_are_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "saves").mkdir()
    monkeypatch.setattr(os, "access", lambda *_arguments: False)
    assert saves_dir(None, {}, tmp_path) != tmp_path / "saves"
    monkeypatch.undo()
    (tmp_path / "saves").rmdir()
    (tmp_path / "saves").write_text("a file")
    assert saves_dir(None, {}, tmp_path) != tmp_path / "saves"


def test_names_are_readable_and_free(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "saves"
    names = []
    for _ in range(3):
        path = new_path(folder, "first-watch", WHEN)
        assert path.parent == folder
        path.touch(exist_ok=False)
        names.append(path.name)
    assert names == [f"first-watch-20261124-101500{copy}.jsonl" for copy in ("", "-2", "-3")]


@pytest.mark.parametrize(
    ("deck", "stem"),
    [
        ("../../etc/passwd", "etc-passwd"),
        ("a/b\\c:d", "a-b-c-d"),
        ("Первый", "exercise"),
        ("", "exercise"),
        ("CON", "con"),
        ("x" * 300, "x" * 40),
        ("a" * 39 + "-b", "a" * 39),
    ],
)
def test_no_deck_names_a_file_elsewhere(tmp_path: Path, deck: str, stem: str) -> None:
    path = new_path(tmp_path, deck, WHEN)
    assert path == tmp_path / f"{stem}-20261124-101500.jsonl"


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SaveError, match="cannot be used"):
        new_path(tmp_path / "file" / "saves", "deck", WHEN)
