"""The engine: opens an exercise and decides commands. The only way to new events.

`decide` advances the state it is given and returns what happened; a rejected command changes nothing.
"""

from __future__ import annotations

from .commands import AnyCommand
from .desk import Desk
from .events import AnyEvent, DiceForked, PracticeMarked
from .legal import MECHANICS, refusal
from .rejection import Reason, Rejection
from .rules.deliver import (
    Handout,
    deliver_refusal,
    deliver_resolve,
    endex_refusal,
    endex_resolve,
    pass_refusal,
    pass_resolve,
)
from .rules.ending import end_if_lost
from .rules.setup import set_up
from .scenario import Scenario, Seating
from .state import State, blank_state, observe
from .words import COMMANDER

RULES_VERSION = "1"


def open_exercise(scenario: Scenario, seating: Seating, seed: int) -> tuple[State, tuple[AnyEvent, ...]]:
    """Deal an exercise (section 2): the state at the first decision, and the events that made it."""
    desk = Desk(blank_state(scenario, seating, seed))
    set_up(desk)
    return desk.state, desk.close()


def decide(state: State, command: AnyCommand) -> Rejection | tuple[AnyEvent, ...]:
    """Carry out a command on `state` (in place) and return its events, or say why not and change nothing."""
    if not COMMANDER <= command.zone < len(state.seats):
        return Rejection(Reason.UNKNOWN_ZONE, "R4.3", zone=command.zone)
    rejected = refusal(observe(state, command.zone), command)
    if rejected:
        return rejected
    desk = Desk(state)
    MECHANICS[type(command)].resolve(desk, command)
    end_if_lost(desk)
    return desk.close()


def deliver(state: State, handout: Handout) -> Rejection | tuple[AnyEvent, ...]:
    """The facilitator delivers an inject (R8.11): `state` changes in place, or not at all if rejected."""
    rejected = deliver_refusal(state.public, handout)
    if rejected:
        return rejected
    desk = Desk(state)
    deliver_resolve(desk, handout)
    end_if_lost(desk)
    return desk.close()


def pass_draw(state: State) -> Rejection | tuple[AnyEvent, ...]:
    """The facilitator opens the round without a card (R8.12); as `deliver`."""
    rejected = pass_refusal(state.public)
    if rejected:
        return rejected
    desk = Desk(state)
    pass_resolve(desk)
    return desk.close()


def call_endex(state: State) -> Rejection | tuple[AnyEvent, ...]:
    """The facilitator ends the exercise before the rules do (R8.13); as `deliver`."""
    rejected = endex_refusal(state.public)
    if rejected:
        return rejected
    desk = Desk(state)
    endex_resolve(desk)
    return desk.close()


def rewind_events(state: State, rewinds: int) -> tuple[AnyEvent, ...]:
    """What a rewind beyond the undo barrier adds: new dice, and the mark of practice. Not applied yet."""
    events: tuple[AnyEvent, ...] = (DiceForked(rewinds),)
    return events if state.public.practice else (*events, PracticeMarked(rewinds))
