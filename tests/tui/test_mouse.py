"""What is done by mouse alone, and what a mouse over a thing is told; and the same by keyboard alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from sco_tabletop.conduct.script import DrawPolicy
from sco_tabletop.session.begin import Table
from sco_tabletop.session.conducted import release
from sco_tabletop.session.pins import LEAST
from sco_tabletop.tui import keys
from sco_tabletop.tui.conduct_keys import CONSOLE
from sco_tabletop.tui.screens.brief import BriefScreen
from sco_tabletop.tui.screens.console import ConsoleScreen
from sco_tabletop.tui.screens.curtain import CurtainScreen
from sco_tabletop.tui.screens.own import OwnScreen
from sco_tabletop.tui.screens.pin import PinScreen
from sco_tabletop.tui.text import plain, width
from sco_tabletop.tui.widgets.bars import foot_line
from sco_tabletop.tui.widgets.keypad import PRESSED, KeyPad, key_under, left_of, pad_line

from .conducting import conduct, start
from .helper import SMALL, WIDE, at, dump, tell, until
from .test_hotseat import PLAYERS, sit_down, to
from .test_palette import click_on

PIN = "4711"


async def tap(pilot: Pilot[None], *keys: str) -> None:
    """Click these keys of the pad."""
    for key in keys:
        pad = pilot.app.screen.query_one(KeyPad)
        columns, place = pad.space[0], PRESSED.index(key)
        x = next(x for x in range(columns) if key_under(x, place // 3, columns) == key)
        await pilot.click(KeyPad, offset=(x + 3, place // 3))
        await pilot.pause()


@pytest.mark.parametrize("columns", [40, 76, 120])
def test_each_cell_of_the_pad_presses_what_it_shows(columns: int) -> None:
    """From bracket to bracket; beside the pad nothing."""
    for row in range(4):
        drawn = plain(pad_line(row, columns))
        for at_x, face in enumerate(drawn):
            if face.isdecimal():
                assert key_under(at_x, row, columns) == face
        assert {key_under(x, row, columns) for x in range(len(drawn))} == {
            "",
            *PRESSED[row * 3 : row * 3 + 3],
        }
    assert key_under(left_of(columns) - 1, 0, columns) == key_under(left_of(columns), 4, columns) == ""


@pytest.mark.parametrize("size", [SMALL, WIDE])
def test_a_pin_of_a_player_by_mouse_alone(tmp_path: Path, size: tuple[int, int]) -> None:
    """The pad stands there only while a PIN is asked for, whole; it shows nothing of what was typed."""
    session = sit_down(tmp_path, Table(PLAYERS, pins=dict.fromkeys(PLAYERS, PIN)))

    async def story(pilot: Pilot[None]) -> None:
        await to(pilot, session, CurtainScreen)
        pad = pilot.app.screen.query_one(KeyPad)
        assert not pad.display
        await click_on(pilot, f"{session.due} opens the curtain")
        await until(pilot, lambda: pad.display)
        assert pad.region.height == 4
        box = pilot.app.screen.query_one("#curtain").region
        assert abs(box.x - (size[0] - box.right)) <= 1
        before = pad_text(pilot)
        await tap(pilot, "1", "2", "3", "4", "enter")
        assert "That is not the PIN" in dump(pilot)
        await tap(pilot, "delete", *PIN, "9", "delete")
        assert f": {'•' * len(PIN)}_" in dump(pilot)
        assert pad_text(pilot) == before
        await tap(pilot, "enter")
        await until(pilot, lambda: at(pilot, BriefScreen))

    tell(tmp_path, story, session, size)


def pad_text(pilot: Pilot[None]) -> str:
    """What the pad shows now."""
    region = pilot.app.screen.query_one(KeyPad).region
    return "\n".join(dump(pilot).splitlines()[region.y : region.bottom])


def test_the_console_opens_by_mouse_alone(tmp_path: Path) -> None:
    """F9 of the footer, the pad, and the list stands there."""
    session = conduct(tmp_path, pin=PIN)

    async def story(pilot: Pilot[None]) -> None:
        await click_on(pilot, "F9 console")
        assert at(pilot, PinScreen)
        await tap(pilot, "delete", *PIN, "enter")
        await until(pilot, lambda: at(pilot, ConsoleScreen))

    tell(tmp_path, story, session)


def test_a_player_in_a_discussion_reads_by_mouse_alone(tmp_path: Path) -> None:
    """The own line, the pad, then the inject; Enter alone opens nobody's."""
    session = conduct(tmp_path, DrawPolicy.OFF, players={"Ana": (0,), "Bo": (1, 2)}, pins={"Bo": PIN})

    async def story(pilot: Pilot[None]) -> None:
        await start(pilot)
        session.do(release(session.console().board.items["02"]))
        await pilot.press("f9", "o")
        await click_on(pilot, "Bo (")
        await click_on(pilot, "Bo (")
        assert not session.mine
        await tap(pilot, *PIN, "enter")
        assert "message-02" in dump(pilot)
        assert not pilot.app.screen.query_one(KeyPad).display
        await click_on(pilot, "Enter")
        assert not session.mine
        await pilot.press("o")
        assert at(pilot, OwnScreen)
        await pilot.press("enter")
        assert not session.mine

    tell(tmp_path, story, session)


def test_giving_zones_away_by_mouse_asks_for_the_pin_on_the_pad(tmp_path: Path) -> None:
    session = sit_down(tmp_path, Table(PLAYERS, pins={"Ana": PIN}))

    async def story(pilot: Pilot[None]) -> None:
        await pilot.press("f4", "down", "down", "enter")
        assert "PIN of Ana" in dump(pilot)
        await tap(pilot, *PIN[: LEAST - 1], "enter")
        assert "not the PIN of Ana" in dump(pilot)
        await pilot.press("enter")
        await tap(pilot, *PIN, "enter")
        await until(pilot, lambda: session.roster.away == {"Ana"})

    tell(tmp_path, story, session)


@pytest.mark.parametrize("table", [keys.ROOM, keys.CONFERENCE, keys.REPLAY, CONSOLE])
def test_a_footer_has_no_blanks_that_cut_its_last_key(table: tuple[keys.Entry, ...]) -> None:
    """At every width at which two keys fit, the line itself fits: nothing of it is cut."""
    for columns in range(40, 160):
        assert width(foot_line(table, columns)) <= columns
