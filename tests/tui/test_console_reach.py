"""The console's commands say before they are tried why they cannot be done: in the palette and by key."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from sco_tabletop.conduct.acts import Composed, Ended
from sco_tabletop.conduct.script import DrawPolicy
from sco_tabletop.core.message import Message
from sco_tabletop.session.conducted import ConductedSession, ConductError, release
from sco_tabletop.session.curtain import CurtainClosed
from sco_tabletop.session.hindered import hindered
from sco_tabletop.tui.screens.console import ConsoleScreen
from sco_tabletop.tui.screens.fields import FieldScreen
from sco_tabletop.tui.screens.palette import PaletteScreen

from .conducting import conduct, start
from .helper import SMALL, WIDE, at, dump, tell


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
