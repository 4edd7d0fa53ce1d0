"""Settings: kept in a file of the user, strictly read, at once in use, overruled by the command line."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from sco_tabletop.settings import Colours, Pace, Settings, Shelf, open_shelf, settings_path, written
from sco_tabletop.tui.app import Start, TabletopApp
from sco_tabletop.tui.ascii import AsciiFilter
from sco_tabletop.tui.screens import course
from sco_tabletop.tui.screens.settings import SettingsScreen
from sco_tabletop.tui.screens.title import TitleScreen
from sco_tabletop.tui.themes import DARK, LIGHT

from .helper import SMALL, at, dump, new_session, room_of, to_turn

ODD = Settings(Colours.LIGHT, ascii=True, still=True, pace=Pace.AT_ONCE)


def with_shelf(
    shelf: Shelf, story: Callable[[Pilot[None]], Awaitable[None]], folder: Path, **how: object
) -> TabletopApp:
    """Run the app with these settings."""
    app = TabletopApp(Start(saves=folder, shelf=shelf, **how))  # type: ignore[arg-type]

    async def run() -> None:
        async with app.run_test(size=SMALL) as pilot:
            await pilot.pause()
            await story(pilot)

    asyncio.run(run())
    return app


def test_they_are_kept_and_read_again(tmp_path: Path) -> None:
    """Folder and file come with the first change; nothing is written before."""
    path = tmp_path / "deep" / "settings.json"
    shelf = open_shelf(path)
    assert (shelf.settings, shelf.trouble, path.exists()) == (Settings(), "", False)
    shelf.keep(ODD)
    assert open_shelf(path) == Shelf(path, ODD)
    assert list(path.parent.iterdir()) == [path]
    path.write_text('{"pace": "fast"}', encoding="utf-8")
    assert open_shelf(path).settings == Settings(pace=Pace.FAST)


@pytest.mark.parametrize(
    "raw",
    [
        b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"pace": 3}', b'{"pace": "quick"}', b'{"ascii": 1}',
        b'{"still": "yes"}', b'{"colour": "dark"}', b'{"colours": null}', b"[" * 9000, b" " * 20_000,
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_used_is_one_sentence_and_stays(tmp_path: Path, raw: bytes) -> None:
    """Defaults hold, and a change holds for the run; the file is never touched."""
    path = tmp_path / "settings.json"
    path.write_bytes(raw)
    shelf = open_shelf(path)
    assert shelf.settings == Settings()
    assert shelf.trouble.startswith(f"The settings in {path} cannot be used: ")
    assert "\n" not in shelf.trouble
    shelf.keep(ODD)
    assert (shelf.settings, path.read_bytes()) == (ODD, raw)


def test_where_they_cannot_be_written_they_hold_for_the_run(tmp_path: Path) -> None:
    """A folder that is a file; a path that is a folder."""
    (tmp_path / "taken").write_text("x", encoding="utf-8")
    shelf = Shelf(tmp_path / "taken" / "settings.json")
    shelf.keep(ODD)
    assert shelf.settings == ODD
    assert "hold for this run" in shelf.trouble
    assert "cannot be used" in open_shelf(tmp_path).trouble


def test_the_folder_can_be_named() -> None:
    """SCO_CONFIG; else the user's own folder for configurations."""
    assert settings_path({"SCO_CONFIG": "/x"}) == Path("/x/settings.json")
    assert settings_path({}).parts[-2:] == ("sco-tabletop", "settings.json")
    assert set(json.loads(written(ODD))) == {"colours", "ascii", "still", "pace"}


def test_each_setting_is_used_at_once_and_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By keys and by mouse, from the title and from the room."""
    monkeypatch.delenv("TEXTUAL_ANIMATIONS", raising=False)
    path = tmp_path / "settings.json"

    async def story(pilot: Pilot[None]) -> None:
        app = pilot.app
        await pilot.press("end", "up", "enter")
        assert at(pilot, SettingsScreen)
        await pilot.press("right")
        assert app.theme == LIGHT.name
        await pilot.press("down", "enter")
        assert any(isinstance(f, AsciiFilter) for f in app.get_line_filters())
        assert "> Back" not in dump(pilot)
        await pilot.press("down", "left", "down", "left")
        assert app.animation_level == "none"
        assert open_shelf(path).settings == Settings(Colours.LIGHT, ascii=True, still=True, pace=Pace.SLOW)
        rows = dump(pilot).splitlines()
        y = next(n for n, row in enumerate(rows) if "Colours" in row)
        await pilot.click(offset=(rows[y].index("<"), y))
        assert app.theme == DARK.name
        await pilot.press("f2")
        assert at(pilot, TitleScreen)

    with_shelf(open_shelf(path), story, tmp_path)


def test_the_row_says_the_new_value(tmp_path: Path) -> None:
    """Right and Left change what the row under the cursor says, not only how the screen looks."""

    def value(pilot: Pilot[None]) -> str:
        return next(row for row in dump(pilot).splitlines() if "Colours" in row).split()[-2]

    async def story(pilot: Pilot[None]) -> None:
        await pilot.press("f2")
        said = [value(pilot)]
        for key in ("right", "left"):
            await pilot.press(key)
            said.append(value(pilot))
        assert said == ["dark", "light", "dark"]

    with_shelf(Shelf(), story, tmp_path)


def test_the_run_overrules_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """--ascii, NO_COLOR and TEXTUAL_ANIMATIONS win, and the screen says so."""
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "full")

    async def story(pilot: Pilot[None]) -> None:
        await pilot.press("f2", "down", "enter", "enter")
        shown = dump(pilot)
        for words in ("--ascii says so", "NO_COLOR or --no-color", "TEXTUAL_ANIMATIONS decides"):
            assert words in shown
        assert any(isinstance(f, AsciiFilter) for f in pilot.app.get_line_filters())

    app = with_shelf(Shelf(settings=Settings(still=True)), story, tmp_path, ascii=True)
    assert app.animation_level != "none"


def test_the_pace_of_bots(tmp_path: Path) -> None:
    """From four times as long to none; the skip key needs none at any pace."""
    course.PACE = 0.12

    async def story(pilot: Pilot[None]) -> None:
        room = room_of(pilot)
        paces = []
        for pace in Pace:
            room.table.shelf.settings = Settings(pace=pace)
            paces.append(round(room.pace, 3))
        assert paces == [0.48, 0.12, 0.03, 0.001]
        room.fast = True
        assert room.pace == course.SOON
        course.PACE = 0.001
        await to_turn(pilot)

    with_shelf(Shelf(), story, tmp_path, session=new_session(tmp_path))
