"""One list of steps, and what takes them in the room by keys or by mouse, and in plain lines.

The list is made from the menus of the seats: the kind that was used least comes next, so that all kinds
occur; and of each kind that can be taken back the first is, and is done again. Every zone is played by the
person, so that no bot has to be waited for.
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
    DrawInject,
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
from sco_tabletop.record.save import Decided, Rewound
from sco_tabletop.session.calm import nothing_waits
from sco_tabletop.session.session import Session
from sco_tabletop.tui.keys import LETTER_OF
from sco_tabletop.tui.screens.card import CardScreen
from sco_tabletop.tui.screens.confirm import ConfirmScreen
from sco_tabletop.tui.screens.hour import HourScreen
from sco_tabletop.tui.screens.palette import PaletteScreen
from sco_tabletop.tui.widgets import actions
from sco_tabletop.tui.widgets.pane import Pane
from tests.deciding import analyst

from .helper import dump, room_of

Use = Callable[[Pilot[None], Pane, object], Awaitable[None]]
Step = AnyCommand | None
"""A decision, or the last one is taken back."""
UNDO = ("undo",)
TRIAL = 2
"""The round in which H-hour is called and called off."""


def decisions(session: Session) -> None:
    """Play an exercise to its end. In a turn the first of each kind is taken back and done again if it told
    nothing, of those that did one."""
    used: Counter[type] = Counter()
    dice, undone = Dice(1), set[object]()
    while not session.finished:
        command = next_of(session.view(session.acting), used, dice if used.total() % 3 else None)
        assert not isinstance(session.submit(command), Rejection)
        used[type(command)] += 1
        reach = session.undo_reach()
        back = type(command) if reach == "free" else reach
        here = session.phase is Phase.TURN and session.acting == command.zone
        if here and reach and back not in undone:
            undone.add(back)
            session.undo()
            assert not isinstance(session.submit(command), Rejection)


def next_of(view: View, used: Counter[type], dice: Dice | None) -> AnyCommand:
    """What the analyst would do, or without dice the kind used least. H-hour is called in the second round,
    and called off; then it comes when a team is staged."""
    staged = any(entry.staged for entry in view.public.index.values())
    items = [item for item in menu(view) if item.commands]
    match items[0].commands[0]:
        case CallHour():
            return CallHour(view.zone, call=staged or view.public.round == TRIAL)
        case GoNoGo():
            return GoNoGo(view.zone, go=bool(used[GoNoGo]))
        case Commit():
            return max((c for c in items[0].commands if isinstance(c, Commit)), key=lambda c: len(c.personas))
    if dice:
        return analyst(view, dice)
    spent = not view.public.zones[view.zone].actions
    found = [item for item in items if not spent and item.kind not in (EndTurn, Withdraw)]
    return min(found or items, key=lambda item: used[item.kind]).commands[-1]


def log(path: Path) -> list[Decided | Rewound]:
    """What a save says was decided and taken back."""
    return [entry for entry in read(path).entries if isinstance(entry, Decided | Rewound)]


def made(session: Session) -> int:
    """How many steps are in the save: a line each, after the heading and the deal."""
    return session.path.read_bytes().count(b"\n") - 2


def calmly(view: View, steps: Sequence[Step], number: int) -> bool:
    """True if the row that draws and leaves H-hour is there and does what comes next, after the answer to a
    card that asks."""
    rest = [step for step in steps[number : number + 3] if not isinstance(step, ChooseOption)]
    wanted = isinstance(rest[0], DrawInject) and len(rest) > 1 and rest[1] == CallHour(view.zone, call=False)
    return wanted and nothing_waits(view)


# ---------------------------------------------------------------------- in the room


async def play(pilot: Pilot[None], steps: Sequence[Step], use: Use) -> Counter[str]:
    """Take each step by choosing rows, in whatever way `use` chooses one. How often each was asked back."""
    session, asked = room_of(pilot).session, Counter[str]()
    while (number := made(session)) < len(steps):
        asked[type(steps[number]).__name__] += isinstance(pilot.app.screen, ConfirmScreen)
        await use(pilot, *row_for(pilot, steps, number))
    return asked


def row_for(pilot: Pilot[None], steps: Sequence[Step], number: int) -> tuple[Pane, object]:
    """The pane and the row that lead on to a step from where we are."""
    screen, room, command = pilot.app.screen, room_of(pilot), steps[number]
    match screen:
        case PaletteScreen():
            offer = next(of for of in screen.of if of.action == "undo")
            return screen.query_one("#palette", Pane), offer
        case ConfirmScreen():
            return screen.query_one("#confirm", Pane), ("yes",)
        case CardScreen():
            chosen = command.option if isinstance(command, ChooseOption) else -1
            return screen.query_one("#card", Pane), ("option", chosen if screen.chooses else -1)
        case HourScreen():
            return screen.query_one("#hour", Pane), ("on",)
    pane, look = room.pane("actions"), room.look
    assert screen is room, screen
    if command is None:
        return pane, UNDO
    if calmly(look.view, steps, number):
        return pane, actions.CALM
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
        case ("undo",):
            await pilot.press("u")
        case _:
            keys = [row.key for row in pane.sheet.rows if row.key is not None]
            steps = keys.index(key) - keys.index(pane.key)
            await pilot.press(*["down" if steps > 0 else "up"] * abs(steps), "enter")


async def by_mouse(pilot: Pilot[None], pane: Pane, key: object) -> None:
    """The wheel until the row is seen, a click to put the cursor there, one to choose. A card slides in.
    Undo is found in the palette, which the footer opens."""
    await pilot.wait_for_animation()
    if key == UNDO:
        foot = dump(pilot).splitlines()[-1]
        await pilot.click(offset=(foot.index("F8"), pilot.app.size.height - 1))
        return
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
    """Somebody who reads the lists and types the number of the decision that is next. `asked` counts the
    questions, by the kind of the decision; `calm` has what came after each card drawn without H-hour."""

    def __init__(self, session: Session, steps: Sequence[Step]) -> None:
        super().__init__(io.StringIO(), io.StringIO())
        self.session, self.steps = session, steps
        self.inside: tuple[AnyCommand, ...] = ()
        self.asked: Counter[str] = Counter()
        self.calm: list[type] = []

    def ask(self, prompt: str) -> str:
        """The number in the list that was read last; the end of input when all is done."""
        number = made(self.session)
        if number == len(self.steps):
            raise EndOfInput
        wanted = self.steps[number]
        if self.inside:
            assert wanted
            place, self.inside = self.inside.index(wanted), ()
            return str(place + 1)
        if "to go back" in prompt:
            self.asked[type(wanted).__name__] += 1
            return "1"
        if wanted is None:
            return "u"
        view = self.session.view(self.session.acting)
        listed = with_calm(view, choices(view))
        calm = calmly(view, self.steps, number)
        self.calm += [type(self.steps[number + 1])] if calm else []
        place = next(n for n, of in enumerate(listed) if (of.calm if calm else wanted in of.commands))
        self.inside = listed[place].commands if len(listed[place].commands) > 1 else ()
        return str(place + 1)


def play_plain(session: Session, steps: Sequence[Step]) -> Typist:
    """Play in plain lines."""
    typist = Typist(session, steps)
    run(session, typist)
    return typist
