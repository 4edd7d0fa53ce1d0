"""The console says before a command is tried why it cannot be done, and uses the room that it has."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest
from textual.pilot import Pilot

from sco_tabletop.conduct.acts import Composed, Ended
from sco_tabletop.conduct.script import DrawPolicy
from sco_tabletop.core.message import Message
from sco_tabletop.session.conducted import ConductedSession, ConductError, release
from sco_tabletop.session.curtain import CurtainClosed
from sco_tabletop.session.hindered import hindered
from sco_tabletop.tui.screens.console import PANES, ConsoleScreen
from sco_tabletop.tui.screens.fields import FieldScreen
from sco_tabletop.tui.screens.palette import PaletteScreen
from sco_tabletop.tui.text import plain, width
from sco_tabletop.tui.widgets import msel

from .conducting import INJECTS, conduct, start
from .helper import HUGE, SMALL, WIDE, at, dump, tell


def reasons(pilot: Pilot[None]) -> dict[str, str]:
    """Why each command that stands greyed in the palette cannot be done, by its key."""
    palette = pilot.app.screen
    assert isinstance(palette, PaletteScreen)
    return {offer.face: offer.why for offer in palette.of if offer.why}


def test_the_palette_greys_what_the_console_refuses(tmp_path: Path) -> None:
    """Before StartEx; with an inject that waits, one that is out, one that is held; after EndEx."""
    session = conduct(tmp_path)

    async def story(pilot: Pilot[None]) -> None:
        await pilot.press("f9", "f8")
        assert {"R", "B", "T", "D", "A", "E", "C", "F"} <= set(reasons(pilot))
        assert "StartEx" in reasons(pilot)["R"]
        await pilot.press(*"release", "enter")
        assert at(pilot, PaletteScreen)
        assert "Start the exercise first" in dump(pilot)
        await pilot.press("escape", "escape")
        await start_here(pilot)
        await pilot.press("f8")
        assert not {"R", "B", "T", "D", "A", "H", "K", "P"} & set(reasons(pilot))
        assert "not held" in reasons(pilot)["F"]
        assert "has not been released" in reasons(pilot)["C"]
        await pilot.press("escape", "r", "f8")
        assert {"R", "B", "H", "K"} <= set(reasons(pilot))
        assert "C" not in reasons(pilot)
        await pilot.press("escape", "2", "home", "h", "f8")
        assert "F" not in reasons(pilot)
        await pilot.press("escape", "d", "y", "f8")
        assert {"R", "T", "D", "A", "E"} <= set(reasons(pilot))
        assert "has ended" in reasons(pilot)["A"]

    tell(tmp_path, story, session, WIDE)


async def start_here(pilot: Pilot[None]) -> None:
    """StartEx from the console that is open."""
    await pilot.press("s", "enter", "y")
    await pilot.pause()
    assert at(pilot, ConsoleScreen)


def test_a_key_that_is_refused_opens_no_form(tmp_path: Path) -> None:
    """Skip and ad hoc say why before anything is typed in vain."""
    session = conduct(tmp_path)

    async def story(pilot: Pilot[None]) -> None:
        await pilot.press("f9", "a")
        assert at(pilot, ConsoleScreen)
        assert "Start the exercise first" in dump(pilot)
        await start_here(pilot)
        await pilot.press("r", "k")
        assert at(pilot, ConsoleScreen)
        assert "was released already" in dump(pilot)
        await pilot.press("b")
        assert not at(pilot, FieldScreen)

    tell(tmp_path, story, session, SMALL)


def test_a_talk_has_no_truth_and_says_so_in_the_palette(tmp_path: Path) -> None:
    session = conduct(tmp_path, DrawPolicy.OFF)

    async def story(pilot: Pilot[None]) -> None:
        await start(pilot)
        await pilot.press("f8")
        assert "Nothing is hidden" in reasons(pilot)["V"]
        assert "E" not in reasons(pilot)

    tell(tmp_path, story, session, SMALL)


@pytest.mark.parametrize("size", [SMALL, WIDE])
def test_what_is_greyed_is_what_is_refused(tmp_path: Path, size: tuple[int, int]) -> None:
    """For every inject: the sentence of the palette is that of the session, and what is not greyed goes."""
    session = conduct(tmp_path)

    async def story(pilot: Pilot[None]) -> None:
        await start(pilot)
        console = pilot.app.screen
        assert isinstance(console, ConsoleScreen)
        for number in list(session.console().board.items):
            console.number = number
            why, item = console.why_not("release"), session.console().board.items[number]
            try:
                session.do(release(item))
                said = ""
            except ConductError as error:
                said = str(error)
            assert why == said
            assert said or "released already" in console.why_not("release")

    tell(tmp_path, story, session, size)


def ask(session: ConductedSession) -> list[str]:
    """What would be said to EndEx and to an inject written now."""
    words = Message("a", "b", "c", "d")
    return [hindered(session, Ended()), hindered(session, Composed("A9", words, everybody=True))]


def test_asking_does_nothing_and_takes_an_open_console(tmp_path: Path) -> None:
    session = conduct(tmp_path, pin="1234")
    with pytest.raises(CurtainClosed):
        hindered(session, Ended())
    session.open_console("1234")
    assert all("StartEx" in why for why in ask(session))
    assert not session.started
    session.close()


LONG = "A title that is wider than the lists, to its END"
FULL = (WIDE, HUGE)


@pytest.mark.parametrize("size", FULL)
def test_titles_stand_whole_where_there_is_room(tmp_path: Path, size: tuple[int, int]) -> None:
    """In the lists and in the pool; the cursor still goes from inject to inject."""
    long = tuple(attrs.evolve(of, title=LONG) for of in INJECTS)
    session = conduct(tmp_path, injects=long)

    async def story(pilot: Pilot[None]) -> None:
        await start(pilot)
        console = pilot.app.screen
        assert isinstance(console, ConsoleScreen)
        for name in ("now", "next", "pool"):
            pane = console.pane(name)
            rows = [plain(row.line) for row in pane.sheet.rows]
            keys = [row.key for row in pane.sheet.rows if row.key is not None]
            assert len(rows) <= pane.space[1]
            assert sum(row.rstrip().endswith("END") for row in rows) == len(keys)
            assert not any("…" in row for row in rows if "title" in row)
        await pilot.press("2", "home", "down")
        waiting = [row.key for row in console.pane("next").sheet.rows if row.key is not None]
        assert ("inject", console.number) == waiting[1]

    tell(tmp_path, story, session, size)


def test_a_list_without_room_gives_each_inject_one_line(tmp_path: Path) -> None:
    long = tuple(attrs.evolve(of, title=LONG) for of in INJECTS)
    session = conduct(tmp_path, injects=long)
    console = session.console() if session.open_console() else None
    assert console is not None
    items = tuple(console.board.items.values())
    drawn = msel.list_sheet(session.scenario, console, "NEXT", items, (50, len(items)), "")
    assert [row.key for row in drawn.rows] == [("inject", item.inject.id) for item in items]
    assert all(width(row.line) <= 48 for row in drawn.rows)
    session.close()


def test_a_large_console_uses_its_width(tmp_path: Path) -> None:
    """Three columns, to the right edge; each list tells what is expected, where its rows allow it."""
    told = tuple(attrs.evolve(of, expected=f"They do what {of.id} asks.") for of in INJECTS)
    session = conduct(tmp_path, injects=told)

    async def story(pilot: Pilot[None]) -> None:
        await start(pilot)
        console = pilot.app.screen
        assert isinstance(console, ConsoleScreen)
        lefts = [console.pane(name).region.x for name in ("now", "pool", "inject")]
        assert lefts == sorted(set(lefts))
        assert console.pane("next").region.x == lefts[0]
        assert console.pane("course").region.x == lefts[1]
        assert console.pane("inject").region.right == HUGE[0]
        assert "They do what 01 asks." in dump(pilot)
        for number, name in PANES.items():
            await pilot.press(str(number))
            assert console.focused is console.pane(name)

    tell(tmp_path, story, session, HUGE)
