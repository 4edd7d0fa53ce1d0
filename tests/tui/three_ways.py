"""One list of decisions, and what takes them in the room by keys or by mouse, and in plain lines.

The list is made from the menus of the seats: the kind that was used least comes next, so that most kinds
occur. Every zone is played by the person, so that no bot has to be waited for.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from textual import events
from textual.geometry import Offset
from textual.pilot import Pilot

from sco_tabletop.core.commands import (
    AnswerLead,
    AnyCommand,
    CallHour,
    ChooseOption,
    Commit,
    EndTurn,
    GoNoGo,
    Withdraw,
)
from sco_tabletop.core.dice import Dice
from sco_tabletop.core.menu import menu
from sco_tabletop.core.rejection import Rejection
from sco_tabletop.core.view import View
from sco_tabletop.core.words import Phase
from sco_tabletop.plain.choices import choices, with_calm
from sco_tabletop.plain.lines import Console, EndOfInput
from sco_tabletop.plain.room import run
from sco_tabletop.record.read import read
from sco_tabletop.record.save import Decided
from sco_tabletop.session.session import Session
from sco_tabletop.tui.keys import LETTER_OF
from sco_tabletop.tui.screens.card import CardScreen
from sco_tabletop.tui.screens.confirm import ConfirmScreen
from sco_tabletop.tui.screens.hour import HourScreen
from sco_tabletop.tui.widgets.pane import Pane
from tests.deciding import analyst

from .helper import room_of

Use = Callable[[Pilot[None], Pane, object], Awaitable[None]]


def decisions(session: Session) -> None:
    """Play an exercise to its end."""
    used: Counter[type] = Counter()
    dice = Dice(1)
    while not session.finished:
        command = next_of(session.view(session.acting), used, dice if used.total() % 3 else None)
        assert not isinstance(session.submit(command), Rejection)
        used[type(command)] += 1


def next_of(view: View, used: Counter[type], dice: Dice | None) -> AnyCommand:
    """What the analyst would do, or without dice the kind used least; H-hour comes when a team is staged."""
    staged = any(entry.staged for entry in view.public.index.values())
    items = [item for item in menu(view) if item.commands]
    match items[0].commands[0]:
        case CallHour() | GoNoGo():
            return items[0].commands[-1] if staged else items[0].commands[0]
        case Commit():
            return max((c for c in items[0].commands if isinstance(c, Commit)), key=lambda c: len(c.personas))
    if dice:
        return analyst(view, dice)
    spent = not view.public.zones[view.zone].actions
    found = [item for item in items if not spent and item.kind not in (EndTurn, Withdraw)]
    return min(found or items, key=lambda item: used[item.kind]).commands[-1]


def log(path: Path) -> list[Decided]:
    """What a save says was decided."""
    return [entry for entry in read(path).entries if isinstance(entry, Decided)]


def made(session: Session) -> int:
    """How many decisions are in the save: a line each, after the heading and the deal."""
    return session.path.read_bytes().count(b"\n") - 2


# ---------------------------------------------------------------------- in the room


async def play(pilot: Pilot[None], commands: Sequence[AnyCommand], use: Use) -> None:
    """Take each decision by choosing rows, in whatever way `use` chooses one."""
    session = room_of(pilot).session
    while (number := made(session)) < len(commands):
        await use(pilot, *row_for(pilot, commands[number]))


def row_for(pilot: Pilot[None], command: AnyCommand) -> tuple[Pane, object]:
    """The pane and the row that lead on to a decision from where we are."""
    screen, room = pilot.app.screen, room_of(pilot)
    match screen:
        case ConfirmScreen():
            return screen.query_one("#confirm", Pane), ("yes",)
        case CardScreen():
            chosen = command.option if isinstance(command, ChooseOption) else -1
            return screen.query_one("#card", Pane), ("option", chosen if screen.chooses else -1)
        case HourScreen():
            return screen.query_one("#hour", Pane), ("on",)
    pane, look = room.pane("actions"), room.look
    assert screen is room, screen
    if look.view.public.phase is Phase.TURN and not isinstance(command, AnswerLead):
        if look.kind is None:
            return pane, ("kind", type(command).__name__)
        return pane, command if look.kind is type(command) else ("back",)
    if isinstance(command, Commit):
        wrong = set(look.committed()) ^ set(command.personas)
        return pane, ("team", min(wrong)) if wrong else ("commit",)
    return pane, command


async def by_keys(pilot: Pilot[None], pane: Pane, key: object) -> None:
    """Letters for kinds and for yes; arrows and Enter for the rest."""
    match key:
        case ("kind", str(name)):
            await pilot.press(next(letter for kind, letter in LETTER_OF.items() if kind.__name__ == name))
        case ("yes",):
            await pilot.press("y")
        case _:
            keys = [row.key for row in pane.sheet.rows if row.key is not None]
            steps = keys.index(key) - keys.index(pane.key)
            await pilot.press(*["down" if steps > 0 else "up"] * abs(steps), "enter")


async def by_mouse(pilot: Pilot[None], pane: Pane, key: object) -> None:
    """The wheel until the row is seen, a click to put the cursor there, one to choose. A card slides in."""
    await pilot.wait_for_animation()
    number = next(n for n, row in enumerate(pane.sheet.rows) if row.key == key)
    while (step := beyond(pane, number)) != 0:
        wheel = events.MouseScrollDown if step > 0 else events.MouseScrollUp
        await pilot._post_mouse_events([wheel], pane)
    inside = pane.content_region.offset - pane.region.offset
    place = inside + Offset(2, number - pane._top + pane.boxed)
    if pane.key != key:
        await pilot.click(pane, offset=place)
        assert pane.key == key
    await pilot.click(pane, offset=place)


def beyond(pane: Pane, number: int) -> int:
    """Above (-1) or below (1) what the pane shows, or 0."""
    if number < pane._top:
        return -1
    return int(number >= pane._top + pane.space[1])


# ---------------------------------------------------------------------- in plain lines


class Typist(Console):
    """Somebody who reads the lists and types the number of the decision that is next."""

    def __init__(self, session: Session, commands: Sequence[AnyCommand]) -> None:
        super().__init__(io.StringIO(), io.StringIO())
        self.session, self.commands = session, commands
        self.inside: tuple[AnyCommand, ...] = ()

    def ask(self, prompt: str) -> str:  # noqa: ARG002
        """The number in the list that was read last; the end of input when all is done."""
        if (done := made(self.session)) == len(self.commands):
            raise EndOfInput
        wanted = self.commands[done]
        if self.inside:
            number, self.inside = self.inside.index(wanted), ()
            return str(number + 1)
        view = self.session.view(self.session.acting)
        listed = with_calm(view, choices(view))
        number = next(n for n, choice in enumerate(listed) if wanted in choice.commands)
        self.inside = listed[number].commands if len(listed[number].commands) > 1 else ()
        return str(number + 1)


def play_plain(session: Session, commands: Sequence[AnyCommand]) -> None:
    """Play in plain lines."""
    run(session, Typist(session, commands))
