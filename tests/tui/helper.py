"""Driving the screens in tests: an app on a folder of saves, keys, text dumps, waiting on conditions."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import attrs
from textual import app as application
from textual import pilot as piloting
from textual._context import active_app
from textual.pilot import Pilot
from textual.screen import Screen

from sco_tabletop.core.scenario import Scenario
from sco_tabletop.session.seats import solo_seats
from sco_tabletop.session.session import Session
from sco_tabletop.tui.app import Start, TabletopApp
from sco_tabletop.tui.screens import course
from sco_tabletop.tui.screens.card import CardScreen
from sco_tabletop.tui.screens.confirm import ConfirmScreen
from sco_tabletop.tui.screens.end import EndScreen
from sco_tabletop.tui.screens.hour import HourScreen
from sco_tabletop.tui.screens.room import RoomScreen
from tests.core.small import NUMBERS, scenario

SMALL, WIDE, HUGE = (80, 24), (120, 36), (200, 60)
SHORT = attrs.evolve(NUMBERS, rounds=3)
Story = Callable[[Pilot[None]], Awaitable[None]]


def new_session(
    folder: Path,
    zones: tuple[int, ...] = (0,),
    seed: int = 3,
    of: Scenario | None = None,
    practice: bool = False,
) -> Session:
    """A fresh exercise of three rounds of the small scenario (or another), its save in `folder`."""
    dealt = of or scenario(numbers=SHORT)
    seats = solo_seats(dealt, zones)
    return Session.create(
        dealt, deck_digest="0" * 64, seats=seats, seed=seed, practice=practice, folder=folder
    )


def tell(
    folder: Path, story: Story, session: Session | None = None, size: tuple[int, int] = SMALL
) -> TabletopApp:
    """Run the app headless and let `story` press keys; gives the app back when it has ended."""
    app = TabletopApp(Start(saves=folder, session=session))
    course.PACE = 0.001

    async def run() -> None:
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await story(pilot)

    asyncio.run(run())
    return app


async def at_rest(min_sleep: float = 0, max_sleep: float = 1) -> None:  # noqa: ARG001
    """Draw, and wait until the loop has had nothing to do three times in a row.

    Textual's own waits for a fiftieth of a second with little processor time, after each press: most of the
    time of these tests, and on a busy machine no proof of anything.
    """
    loop = asyncio.get_running_loop()
    end, quiet = loop.time() + max_sleep, 0
    while quiet < 3 and loop.time() < end:
        await asyncio.sleep(0.001)
        quiet = 0 if loop._ready else quiet + 1  # type: ignore[attr-defined]
        active_app.get().screen._on_timer_update()


piloting.wait_for_idle = application.wait_for_idle = at_rest  # type: ignore[attr-defined]


async def until(pilot: Pilot[None], condition: Callable[[], bool], tries: int = 150) -> None:
    """Wait until something is so; a second and a half at most, or more tries."""
    for _try in range(tries):
        if condition():
            return
        await pilot.pause(0.01)
    raise AssertionError(f"waited in vain on {type(pilot.app.screen).__name__}")


def dump(pilot: Pilot[None]) -> str:
    """The characters on the screen."""
    app = pilot.app
    strips = app.screen._compositor.render_update(full=True, screen_stack=app._background_screens).strips  # type: ignore[union-attr]
    return "\n".join("".join(segment.text for strip in row for segment in strip) for row in strips)


def room_of(pilot: Pilot[None]) -> RoomScreen:
    """The room, wherever it stands in the stack."""
    return next(screen for screen in pilot.app.screen_stack if isinstance(screen, RoomScreen))


async def move_on(pilot: Pilot[None]) -> bool:
    """Press the key that moves on from wherever we are; False at the end."""
    screen = pilot.app.screen
    if isinstance(screen, EndScreen):
        return False
    if isinstance(screen, ConfirmScreen):
        await pilot.press("y")
    elif isinstance(screen, CardScreen | HourScreen):
        await pilot.press("enter")
    else:
        room = room_of(pilot)
        await pilot.press("e" if room.session.human_turn or room.session.finished else "f")
    await pilot.pause()
    return True


async def to_turn(pilot: Pilot[None]) -> None:
    """Go on until a person's turn is due in the room."""
    for _step in range(400):
        room = room_of(pilot)
        public = room.session.view(-1).public
        if pilot.app.screen is room and room.session.human_turn and public.phase.value == "turn":
            if room.reading:
                await pilot.press("enter")
            return
        assert await move_on(pilot)
    raise AssertionError("no turn came")


def at(pilot: Pilot[None], kind: type[Screen[Any]]) -> bool:
    """True if a screen of this kind is on top."""
    return isinstance(pilot.app.screen, kind)
