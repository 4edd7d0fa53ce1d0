"""Dice as the coalition would wish: what a zone rolls succeeds if it can, and lots fall as asked for.

With them a plan of the solver is played on the real engine: nothing but `decide` says what is possible.
"""

from __future__ import annotations

from collections.abc import Iterator, MutableSequence, Sequence
from contextlib import contextmanager
from typing import TypeVar

import attrs
import pytest

from sco_tabletop.core.commands import (
    Analyse,
    AnyCommand,
    CallHour,
    Commit,
    DrawInject,
    EndTurn,
    GoNoGo,
    Locate,
    Monitor,
    Name,
    SendTeam,
    Share,
    Stage,
    Trace,
)
from sco_tabletop.core.desk import Desk
from sco_tabletop.core.engine import decide
from sco_tabletop.core.events import TraceLaid, TracesVanished
from sco_tabletop.core.planning import Act, Step
from sco_tabletop.core.rejection import Rejection
from sco_tabletop.core.state import State
from sco_tabletop.core.words import Phase

T = TypeVar("T")


class Refused(Exception):  # noqa: N818
    """The engine refuses a command, or a lot cannot fall as wished."""


class Wish:
    """Stands in for the dice of a zone; `wish` is the persona that the next lot shall fall on, `traits` are
    the categories (a mask) that a look at him shall show (R3.13)."""

    wish: int | None = None
    traits: int = 0

    def chance(self, percent: int) -> bool:
        """A success unless it is impossible."""
        return percent > 0

    def below(self, n: int) -> int:  # noqa: ARG002
        """The first."""
        return 0

    def pick(self, choices: Sequence[T]) -> T:
        """What is wished for, which must be among the choices."""
        for choice in choices:
            if self.wish in (choice, choice[0] if isinstance(choice, tuple) else None):
                return choice
        raise Refused(f"{self.wish} is not in {choices}")

    def shuffle(self, items: MutableSequence[int]) -> None:
        """What is wished for comes first; all of it must be there."""
        if self.traits & ~sum(1 << item for item in items):
            raise Refused(f"{self.traits:b} is not in {items}")
        items[:] = sorted(items, key=lambda item: not self.traits >> item & 1)


@contextmanager
def wishing() -> Iterator[Wish]:
    """While it lasts all zones roll with the same lucky dice."""
    dice = Wish()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Desk, "zone_dice", lambda self, zone: dice)  # noqa: ARG005
        yield dice


def carry_out(state: State, command: AnyCommand) -> None:
    """Decide a command that has to be possible."""
    happened = decide(state, command)
    if isinstance(happened, Rejection):
        raise Refused(f"{command}: {happened}")


def lay_only(state: State, zone: int, number: int) -> None:
    """The only trace in a zone is the operative's: where traces lie is a lot that falls as wished."""
    desk = Desk(state)
    desk.emit(TracesVanished())
    desk.emit(TraceLaid(zone, number, 0))


def take(state: State, dice: Wish, step: Step) -> int:
    """Take one step of a plan; the actions that it cost."""
    secret, zone = state.secret, step.zone
    persona = secret.operatives[step.operative].persona if step.operative >= 0 else -1
    before = state.public.zones[zone].actions
    dice.wish, dice.traits = persona, step.traits
    if step.act in (Act.MONITOR, Act.LOOK):
        assert (persona in state.seats[zone].files) is (step.act is Act.LOOK)
        lay_only(state, zone, step.operative)
        carry_out(state, Monitor(zone))
    elif step.act is Act.TRACE:
        carry_out(state, Trace(zone, secret.operatives[step.other].persona))
    elif step.act is Act.ANALYSE:
        carry_out(state, Analyse(zone, persona, step.other))
    elif step.act is Act.SHARE:
        carry_out(state, Share(zone, persona, step.other))
    elif step.act is Act.SEND:
        carry_out(state, SendTeam(zone, step.other))
    elif step.act is Act.LOCATE:
        carry_out(state, Name(zone, persona))
        carry_out(state, Locate(zone, persona))
    else:
        carry_out(state, Stage(zone, persona))
    return before - state.public.zones[zone].actions


@attrs.define
class Strike:
    """How a plan went: actions spent, and the state after the strike."""

    actions: int
    state: State


def play_plan(state: State, plan: Sequence[Step], last: int) -> Strike:
    """Play a plan turn by turn from the first decision on and strike at the end of round `last`."""
    spent, taken = 0, 0
    with wishing() as dice:
        while state.public.result is None:
            public, zone = state.public, state.public.acting
            if public.phase is Phase.TURN:
                due = [s for s in plan if (s.round, s.zone) == (public.round, zone)]
                spent += sum(take(state, dice, step) for step in due)
                taken += len(due)
                carry_out(state, EndTurn(zone))
            elif public.phase is Phase.INJECT:
                carry_out(state, DrawInject(zone))
            elif public.phase is Phase.CALL:
                carry_out(state, CallHour(zone, call=public.round == last))
            elif public.phase is Phase.GO:
                carry_out(state, GoNoGo(zone, go=True))
            else:
                carry_out(
                    state, Commit(zone, tuple(p for p in public.index if public.index[p].staged >> zone & 1))
                )
    assert taken == len(plan)
    return Strike(spent, state)
