"""The tutorial on screen: the coach's own keys lead to the end, beside the path nothing breaks."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot

from sco_tabletop.core.commands import Analyse
from sco_tabletop.core.words import Result
from sco_tabletop.record.listing import list_saves
from sco_tabletop.session.tutorial import begin_tutorial, learned_in
from sco_tabletop.tui.keys import LETTER_OF
from sco_tabletop.tui.screens.card import CardScreen
from sco_tabletop.tui.screens.coached import CoachedRoom
from sco_tabletop.tui.screens.confirm import ConfirmScreen
from sco_tabletop.tui.screens.end import EndScreen
from sco_tabletop.tui.screens.hour import HourScreen
from sco_tabletop.tui.screens.orient import OrientScreen
from sco_tabletop.tui.screens.saves import SavesScreen
from sco_tabletop.tui.screens.title import TitleScreen
from sco_tabletop.tui.text import plain
from sco_tabletop.tui.widgets import coach
from sco_tabletop.tui.widgets.pane import Pane

from .helper import SMALL, WIDE, at, dump, room_of, tell, until

MOST_KEYS = 60
KEYS = {"▼": "down", "Enter": "enter"}


def coached(pilot: Pilot[None]) -> CoachedRoom:
    """The room with the coach."""
    room = room_of(pilot)
    assert isinstance(room, CoachedRoom)
    return room


def says(pilot: Pilot[None]) -> str:
    """What the coach's bar says now."""
    return " ".join(plain(row.line).strip() for row in coached(pilot).pane("coach").sheet.rows)


def named_keys(pilot: Pilot[None]) -> list[str]:
    """The keys that stand in the coach's bar, or that an open card or question asks for."""
    room, screen = coached(pilot), pilot.app.screen
    if isinstance(screen, CardScreen | HourScreen):
        return ["enter"]
    if isinstance(screen, ConfirmScreen):
        return ["y"]
    if room.reading:
        return ["enter"]
    shown = coach.key_text(room.look, room.advice.command if room.advice else None)
    assert shown in says(pilot)
    return [KEYS.get(key, key.lower()) for key in shown.split()]


async def walk(pilot: Pilot[None], stop: str = "") -> int:
    """Press what the coach names to the end, or until a lesson is learned; how many keys it took."""
    count = 0
    for _try in range(400):
        room = coached(pilot)
        if at(pilot, EndScreen) or (at(pilot, CoachedRoom) and stop in learned_in(room.session)):
            return count
        for key in named_keys(pilot):
            await pilot.press(key)
            count += 1
        await pilot.pause(0.01)
    raise AssertionError(says(pilot))


def test_the_first_key_begins_and_the_coachs_keys_end_it(tmp_path: Path) -> None:
    """From an empty folder: Enter, then only what the coach names; all nine lessons, everybody captured."""

    async def story(pilot: Pilot[None]) -> None:
        await pilot.press("enter")
        await until(pilot, lambda: at(pilot, OrientScreen))
        await pilot.press("enter")
        await until(pilot, lambda: at(pilot, CoachedRoom))
        assert await walk(pilot) < MOST_KEYS
        session = coached(pilot).session
        assert session.view(0).public.result is Result.COMPLETE
        assert len(learned_in(session)) == 9
        assert "Coach 9/9: " in dump(pilot)
        assert "Next is First Watch" in dump(pilot)
        await pilot.press("end", "enter")
        await until(pilot, lambda: at(pilot, TitleScreen))
        await until(pilot, lambda: pilot.app.screen.query_one("#title", Pane).key == ("quick",))

    tell(tmp_path, story, size=SMALL)


def test_a_save_of_the_middle_goes_on_with_the_coach(tmp_path: Path) -> None:
    """Closed after the share, opened again: the same lesson, the same words; Continue is the first line."""
    words: list[str] = []

    async def half(pilot: Pilot[None]) -> None:
        await walk(pilot, "share")
        words.append(says(pilot))
        await pilot.press("q")

    async def rest(pilot: Pilot[None]) -> None:
        await pilot.press("enter")
        await until(pilot, lambda: at(pilot, CoachedRoom) and coached(pilot).reading)
        assert "Read what is new, then go on" in says(pilot)
        await pilot.press("enter")
        words.append(says(pilot))

    tell(tmp_path, half, begin_tutorial(tmp_path)).close_session()
    tell(tmp_path, rest)
    assert words[0] == words[1]
    assert "Coach 4/9" in words[0]
    assert len(list_saves(tmp_path)) == 1


def test_a_save_of_it_is_called_by_its_title(tmp_path: Path) -> None:
    """In the title's first line and in the list of saves."""

    async def named(pilot: Pilot[None]) -> None:
        await until(pilot, lambda: "Continue   Tutorial, round" in dump(pilot))
        pilot.app.push_screen(SavesScreen(tmp_path))
        await until(pilot, lambda: "Tutorial, round" in dump(pilot) and at(pilot, SavesScreen))

    begin_tutorial(tmp_path).close()
    tell(tmp_path, named)


def test_the_bar_stands_over_every_pane_and_forbids_nothing(tmp_path: Path) -> None:
    """Other panes, a list left again, another deed, undo: the coach always has a next word."""

    async def story(pilot: Pilot[None]) -> None:
        room = coached(pilot)
        await walk(pilot, "find")
        for tab in "12354":
            await pilot.press(tab)
            assert dump(pilot).startswith(" Coach 1/9")
        await pilot.press("a")
        assert "Enter  Analyse" in says(pilot)
        await pilot.press("backspace")
        assert "A  Analyse" in says(pilot)
        assert "Found: " in says(pilot)
        await pilot.press("c", "enter")
        assert "Found: " not in says(pilot)
        assert room.session.view(0).public.zones[0].actions == 0
        assert "R  Request" in says(pilot)
        await pilot.press("u", "y")
        assert "A  Analyse" in says(pilot)

    tell(tmp_path, story, begin_tutorial(tmp_path), WIDE)


def test_the_mouse_does_what_the_coach_asks(tmp_path: Path) -> None:
    """A click puts the cursor on the row, one more does it: the deed counts, however it was done."""

    async def story(pilot: Pilot[None]) -> None:
        await pilot.press("enter")
        await until(pilot, lambda: at(pilot, CardScreen))
        await pilot.press("enter")
        pane = coached(pilot).pane("actions")
        row = next(n for n, r in enumerate(pane.sheet.rows) if r.key == ("kind", "Monitor"))
        await pilot.click("#actions", offset=(6, row + 1))
        assert "find" not in learned_in(coached(pilot).session)
        await pilot.click("#actions", offset=(6, row + 1))
        await until(pilot, lambda: "find" in learned_in(coached(pilot).session))
        assert "Found: " in says(pilot)

    tell(tmp_path, story, begin_tutorial(tmp_path))


def test_from_the_public_view_every_key_leads_back(tmp_path: Path) -> None:
    """The coach is silent there; Esc, Enter, a letter and F3 again show the own view."""

    async def story(pilot: Pilot[None]) -> None:
        room = coached(pilot)
        await walk(pilot, "find")
        for key in ("escape", "enter", "a", "f3"):
            await pilot.press("f3")
            assert room.look.view.zone == -1
            assert "F3 or Esc goes back" in dump(pilot)
            assert not says(pilot)
            await pilot.press("4", key)
            assert room.look.view.zone == 0
        await pilot.press("f3", "a")
        assert room.look.kind is Analyse

    tell(tmp_path, story, begin_tutorial(tmp_path))


def test_the_cursor_goes_where_the_staff_says(tmp_path: Path) -> None:
    """The advice names its key, and that key's list begins with what it means; left again, its hint goes."""

    async def story(pilot: Pilot[None]) -> None:
        room = coached(pilot)
        await walk(pilot, "find")
        choice = room.session.advice()
        assert choice is not None
        letter = LETTER_OF[type(choice.command)]
        await pilot.press("h")
        assert f"Staff, key {letter.upper()}: " in dump(pilot)
        assert room.pane("actions").key == ("kind", type(choice.command).__name__)
        await pilot.press(letter)
        assert room.pane("actions").key == choice.command
        room.tell("hint of a row")
        await pilot.press("escape")
        assert "hint of a row" not in dump(pilot)

    tell(tmp_path, story, begin_tutorial(tmp_path))


def test_what_a_turn_leaves_unused_is_not_passed_over(tmp_path: Path) -> None:
    """The share is there still: the coach does not call it useless while the question calls it lost; it names
    the answer to that question, where Enter would be the no."""

    async def story(pilot: Pilot[None]) -> None:
        await walk(pilot, "stage")
        assert "▸ E Y  End your turn: the capture can do without what is left" in says(pilot)
        await pilot.press("e")
        assert "Unused and lost: the free share." in dump(pilot)

    tell(tmp_path, story, begin_tutorial(tmp_path))
