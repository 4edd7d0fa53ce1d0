"""With the console closed no screen shows a line of script or truth; hostile texts are only drawn."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import attrs
import pytest
from textual.pilot import Pilot
from textual.widget import Widget

from sco_tabletop.conduct.acts import Composed, Observed
from sco_tabletop.conduct.script import DrawPolicy
from sco_tabletop.core.message import Message
from sco_tabletop.core.scenario import Objective
from sco_tabletop.session.conducted import ConductedSession
from sco_tabletop.tui.screens.called import CalledRoom
from sco_tabletop.tui.screens.console import ConsoleScreen
from sco_tabletop.tui.screens.plenary import PlenaryScreen
from sco_tabletop.tui.screens.room import RoomScreen
from sco_tabletop.tui.screens.talk import TalkScreen
from tests.core.small import scenario

from .conducting import INJECTS, PLAYERS, conduct, move_on, start
from .helper import HUGE, SHORT, SMALL, WIDE, at, dump, tell
from .test_hostile import HOSTILE, spoil, spoilt

STAFF = ("notes-", "expected-", "label-", "use-when-", "resolution-", "title-script", "summary-script")
"""What no player reads at any time."""
PAGES = ("v", "l", "n", "w", "m", "u", "j", "f7", "s", "p", "a", "c", "k", "b")
"""Keys of the console that open a page or a form."""


def everything(pilot: Pilot[None]) -> str:
    """All that the terminal could show: the screen, titles, toasts, tooltips."""
    app = pilot.app
    widgets = [widget for screen in app.screen_stack for widget in screen.walk_children(Widget)]
    parts = [dump(pilot), app.title, app.sub_title, *(str(widget.tooltip or "") for widget in widgets)]
    parts += [str(screen.title or "") + str(screen.sub_title or "") for screen in app.screen_stack]
    return "\n".join([*parts, *(f"{toast.title} {toast.message}" for toast in app._notifications)])


def allowed(session: ConductedSession) -> set[str]:
    """Numbers of injects that may be read now: announced, or delivered to the zones of who looks."""
    public = session.view(-1).public.announced
    own = [of for zone in session.mine for of in session.view(zone).seat.delivered]
    return {of.inject for of in (*public, *own)}


def leaks(session: ConductedSession, shown: str) -> list[str]:
    """What stands on the screen and must not."""
    found = [mark for mark in STAFF if mark in shown]
    numbers = set(re.findall(r"(?:message|title|sender)-([A-Z]?\d+)", shown))
    found += [f"inject {number}" for number in sorted(numbers - allowed(session))]
    if not session.mine and not session.finished:
        found += re.findall(r"Person\d+", shown)
    return found


@pytest.mark.parametrize("called", [False, True])
def test_closed_console_shows_nothing_of_script_and_truth(tmp_path: Path, called: bool) -> None:
    """Through a whole conduct, every page of the console opened and left by F9 on the way."""
    how: dict[str, Any] = {} if called else {"players": PLAYERS, "bots": "rookie"}
    session = conduct(tmp_path, **how)
    found: list[str] = []
    met: set[str] = set()

    def look(pilot: Pilot[None]) -> None:
        if not session.at_console:
            met.add(type(pilot.app.screen).__name__)
            found.extend(leaks(session, everything(pilot)))

    async def story(pilot: Pilot[None]) -> None:
        look(pilot)
        await start(pilot)
        await pilot.press("home", "r", "f6", *"seen", "f5")
        for key in PAGES:
            await pilot.press(key)
            opened = session.at_console
            await pilot.press("f9")
            assert (opened, session.at_console) == (True, False)
            look(pilot)
            await pilot.press("f9")
        await pilot.press("1", "home", "r")
        for number in range(150):
            if not await move_on(pilot, session):
                break
            look(pilot)
            if isinstance(pilot.app.screen, ConsoleScreen) and number % 5 == 0:
                await pilot.press("f9")
                look(pilot)

    tell(tmp_path, story, session, WIDE)
    assert not found
    assert {"PlenaryScreen", "EndScreen"} <= met
    assert called or {"PlayerRoom", "CurtainScreen", "BriefScreen"} <= met


def test_the_check_finds_what_it_looks_for(tmp_path: Path) -> None:
    """The open console and its pages show what the check calls a leak, in the same dumps."""
    session = conduct(tmp_path)
    shown: list[str] = []

    async def story(pilot: Pilot[None]) -> None:
        await start(pilot)
        shown.append(everything(pilot))
        await pilot.press("x", "6", "end")
        shown.append(everything(pilot))
        await pilot.press("v")
        shown.append(everything(pilot))

    tell(tmp_path, story, session, HUGE)
    session.close_curtain()
    assert {"notes-", "expected-", "use-when-"} <= set(leaks(session, "\n".join(shown)))
    assert "inject 02" in leaks(session, shown[0])
    assert any(mark.startswith("Person") for mark in leaks(session, shown[2]))


def test_an_inject_for_one_zone_stands_in_that_room_alone(tmp_path: Path) -> None:
    """Delivered to zone 1: in its brief and room, and in nobody else's; on no public screen."""
    session = conduct(tmp_path, players={"Ana": (0,), "Bo": (1,), "Cem": (2,)})
    rooms: dict[int, str] = {}
    public: list[str] = []

    async def story(pilot: Pilot[None]) -> None:
        await start(pilot)
        await pilot.press("1", "home", "down", "r", "f9")
        for _try in range(120):
            screen = pilot.app.screen
            if isinstance(screen, RoomScreen) and not isinstance(screen, PlenaryScreen):
                await pilot.press("f7")
                rooms[screen.look.view.zone] = dump(pilot)
                await pilot.press("enter")
            elif isinstance(screen, PlenaryScreen):
                public.append(dump(pilot))
            if len(rooms) == 3 or not await move_on(pilot, session):
                break

    tell(tmp_path, story, session, SMALL)
    assert {zone: "message-02" in text for zone, text in rooms.items()} == {0: False, 1: True, 2: False}
    assert public
    assert not any("-02" in text for text in public)


def hostile_session(folder: Path, policy: DrawPolicy, **how: bool) -> ConductedSession:
    """Scenario and script with every text spoilt."""

    def worse(text: str, number: int) -> str:
        return spoilt(text, number) if text else text

    injects = tuple(
        attrs.evolve(
            one,
            title=worse(one.title, n),
            message=worse(one.message, n + 1),
            sender=worse(one.sender, n + 2),
            by=spoilt("by", n + 3),
            story=spoilt("story", n + 4),
            expected=worse(one.expected, n + 5),
            notes=worse(one.notes, n + 6),
            resolution=worse(one.resolution, n),
            use_when=worse(one.use_when, n + 1),
            branches=tuple(attrs.evolve(b, label=worse(b.label, n)) for b in one.branches),
        )
        for n, one in enumerate(INJECTS)
    )
    tasks = (Objective("exchange", spoilt("o", 0), (spoilt("t", 1), spoilt("t", 3))),)
    of = attrs.evolve(spoil(scenario(numbers=SHORT)), objectives=tasks)
    return conduct(folder, policy, injects, of, **how)


@pytest.mark.parametrize("size", [SMALL, WIDE, HUGE])
@pytest.mark.parametrize("policy", [DrawPolicy.REPLACE, DrawPolicy.OFF])
def test_hostile_script_and_composed_inject_on_every_screen(
    tmp_path: Path, size: tuple[int, int], policy: DrawPolicy
) -> None:
    """Drawn character by character; no control character, no markup, no screen over its 150 widgets."""
    session = hostile_session(tmp_path, policy)
    seen: dict[str, str] = {}

    async def see(pilot: Pilot[None]) -> None:
        await pilot.pause()
        screen = pilot.app.screen
        seen[type(screen).__name__] = shown = seen.get(type(screen).__name__, "") + dump(pilot)
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f]", shown)
        assert len(list(screen.walk_children(Widget))) < 150

    async def story(pilot: Pilot[None]) -> None:
        await start(pilot)
        await pilot.press("home", "r", "home", "r", "home", "r")
        for number, text in enumerate(HOSTILE):
            message = Message(text, text, text, text, text, text)
            session.do(Composed(f"A{number + 1}", message, (), True))
            session.do(Observed(text, strength=True, inject="01", task="exchange.1"))
        for key in ("1", "2", "3", "4", "5", "6"):
            await pilot.press(key)
            await see(pilot)
        for key in ("1", *PAGES):
            await pilot.press(key)
            await see(pilot)
            if not isinstance(pilot.app.screen, ConsoleScreen):
                await pilot.press("escape")
        await pilot.press("f9")
        await see(pilot)
        await pilot.press("f7")
        await see(pilot)
        await pilot.press("enter", "f9", "e")
        await see(pilot)
        if session.discussion:
            await pilot.press("escape", "f9")
            assert at(pilot, TalkScreen)

    tell(tmp_path, story, session, size)
    told = "".join(seen.values())
    assert "[@click=app.quit]x[/]" in told
    assert "[/x]" in told
    assert "{0}{zone}%s" in told
    assert len(seen) >= 9


def test_what_is_typed_is_drawn_as_typed(tmp_path: Path) -> None:
    """An ad hoc inject written by hand with markup in it reaches the public view as it was written."""
    session = conduct(tmp_path)

    async def story(pilot: Pilot[None]) -> None:
        await start(pilot)
        keys = ["left_square_bracket", "slash", "x", "right_square_bracket"]
        await pilot.press("a", *keys, "enter", "end", *keys, "f5")
        assert "Choose to whom" in dump(pilot)
        await pilot.press("enter", "down", "enter", "f5")
        await pilot.press("f9")
        assert "A1  [/x]" in dump(pilot)
        assert "EXERCISE. [/x]" in dump(pilot)

    tell(tmp_path, story, session)


def test_a_called_room_is_closed_before_anybody_sees_the_public_view(tmp_path: Path) -> None:
    """F9 out of a called-out room leaves no view behind."""
    session = conduct(tmp_path)

    async def story(pilot: Pilot[None]) -> None:
        await start(pilot)
        for _try in range(40):
            if isinstance(pilot.app.screen, CalledRoom):
                break
            await move_on(pilot, session)
        room = pilot.app.screen
        assert isinstance(room, CalledRoom)
        await pilot.press("f9")
        assert room.look.view.seat.register == ()
        assert not leaks(session, everything(pilot))

    tell(tmp_path, story, session)
