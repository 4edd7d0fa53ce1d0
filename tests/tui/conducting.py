"""Facilitated exercises for the tests of the screens: a small script, a session, keys that move on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import attrs
from textual.pilot import Pilot

from sco_tabletop.conduct.script import (
    Branch,
    DrawPolicy,
    Expiry,
    HelpClass,
    Inject,
    InjectType,
    Script,
    Trigger,
)
from sco_tabletop.core.scenario import Objective, Scenario
from sco_tabletop.session.conducted import ConductedSession
from sco_tabletop.session.conducting import Setup, begin_conducted
from sco_tabletop.tui.screens.brief import BriefScreen
from sco_tabletop.tui.screens.called import CalledRoom
from sco_tabletop.tui.screens.card import CardScreen
from sco_tabletop.tui.screens.conference import ConferenceScreen
from sco_tabletop.tui.screens.confirm import ConfirmScreen
from sco_tabletop.tui.screens.console import ConsoleScreen
from sco_tabletop.tui.screens.curtain import CurtainScreen
from sco_tabletop.tui.screens.end import EndScreen
from sco_tabletop.tui.screens.hour import HourScreen
from sco_tabletop.tui.screens.inbox import InboxScreen
from sco_tabletop.tui.screens.pin import PinScreen
from sco_tabletop.tui.screens.room import RoomScreen
from tests.core.small import scenario

from .helper import SHORT

PLAYERS = {"Ana": (0,), "Bo": (1, 2)}
OBJECTIVES = (Objective("exchange", "Exchange", ("Share every file.", "Ask by name.")),)


def inject(number: str, **more: Any) -> Inject:
    """An inject whose every text names its number."""
    kind = InjectType.CONTINGENCY if "help" in more else InjectType.INJECT
    return Inject(
        number,
        f"title-{number}",
        f"message-{number}",
        **{
            "type": kind,
            "sender": f"sender-{number}",
            "notes": f"notes-{number}",
            "expected": f"expected-{number}",
            **more,
        },
    )


INJECTS = (
    inject("01", everybody=True, trigger=Trigger(round=1), minute=2, story="Day 1", tasks=("exchange.1",)),
    inject(
        "02",
        to=(1,),
        trigger=Trigger(minutes=0),
        branches=(Branch("yes", "label-yes"), Branch("no", "label-no")),
        tasks=("exchange.2",),
    ),
    inject("03", to=(0, 3), trigger=Trigger(round=2), grade="E5", resolution="resolution-03"),
    inject("04", everybody=True, trigger=Trigger(after="02", branch="yes")),
    inject("05", everybody=True, trigger=Trigger(minutes=20), expires=Expiry(minutes=60)),
    inject("H1", everybody=True, help=HelpClass.HELP, use_when="use-when-H1"),
    inject("R1", to=(2,), help=HelpClass.REDIRECT),
    inject("P1", help=HelpClass.PRESSURE),
)


def script(policy: DrawPolicy = DrawPolicy.REPLACE, injects: tuple[Inject, ...] = INJECTS) -> Script:
    """Sixty minutes, three rounds."""
    return Script("title-script", "summary-script", 60, 3, policy, injects)


def conduct(
    folder: Path,
    policy: DrawPolicy = DrawPolicy.REPLACE,
    injects: tuple[Inject, ...] = INJECTS,
    of: Scenario | None = None,
    **how: Any,
) -> ConductedSession:
    """A facilitated exercise of three rounds on the small scenario, before StartEx, console closed."""
    dealt = of or attrs.evolve(scenario(numbers=SHORT), objectives=OBJECTIVES)
    if "players" not in how:
        how = {"called": True, "zones": (0, 1, 2), "bots": "rookie", **how}
    setup = Setup(**how)
    return begin_conducted(setup, dealt, script(policy, injects), deck_digest="0" * 64, seed=3, folder=folder)


class Time:
    """A clock that the test sets; seconds."""

    def __init__(self, session: ConductedSession) -> None:
        self.now = 0.0
        session._now = lambda: self.now

    def go(self, minutes: float) -> None:
        """Let minutes pass."""
        self.now += 60 * minutes


async def start(pilot: Pilot[None]) -> None:
    """From the public view: console, pre-flight, StartEx; the console stands open."""
    await pilot.press("f9", "s", "enter", "y")
    await pilot.pause()
    assert isinstance(pilot.app.screen, ConsoleScreen)


async def move_on(pilot: Pilot[None], session: ConductedSession) -> bool:
    """The key that moves on from wherever we are; False at the end."""
    screen = pilot.app.screen
    match screen:
        case EndScreen():
            return False
        case CurtainScreen():
            await pilot.press(str(screen.number))
        case PinScreen():
            await pilot.press("1", "2", "3", "4", "enter")
        case ConfirmScreen():
            await pilot.press("y")
        case BriefScreen() | CardScreen() | HourScreen() | InboxScreen():
            await pilot.press("enter")
        case ConsoleScreen() | CalledRoom():
            await pilot.press("e")
        case ConferenceScreen():
            await pilot.press("e" if session.human_turn or session.finished else "f")
        case RoomScreen():
            await pilot.press("e")
    await pilot.pause()
    return True
