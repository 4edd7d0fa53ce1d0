"""What an act does to the exercise itself, and whether the rules allow it. Session and verification ask here.

The only module of this room that is given the full state; it hands it to the engine and looks at nothing.
"""

from __future__ import annotations

from ..core.board import Public
from ..core.engine import call_endex, deliver, pass_draw
from ..core.events import AnyEvent
from ..core.rejection import Rejection
from ..core.rules.deliver import Handout, deliver_refusal, endex_refusal, pass_refusal
from ..core.state import State
from .acts import Act, Composed, DrawPassedBy, Ended, Released
from .script import Script


def carry_out(state: State, script: Script, act: Act, clock: int) -> Rejection | tuple[AnyEvent, ...]:
    """Let an act happen to `state` (in place): its events, none for what is only written down; or why not.

    `clock` is exercise time in seconds. Raises LookupError for a release of a number that the script lacks.
    """
    match act:
        case Released() | Composed():
            return deliver(state, handout(script, act, clock))
        case DrawPassedBy():
            return pass_draw(state)
        case Ended():
            return call_endex(state)
        case _:
            return ()


def refusal(public: Public, script: Script, act: Act, clock: int) -> Rejection | None:
    """Why the rules would not let an act happen now, without doing it; None if they would. Raises LookupError
    as `carry_out` does."""
    match act:
        case Released() | Composed():
            return deliver_refusal(public, handout(script, act, clock))
        case DrawPassedBy():
            return pass_refusal(public)
        case Ended():
            return endex_refusal(public)
        case _:
            return None


def handout(script: Script, act: Released | Composed, clock: int) -> Handout:
    """What is delivered, and to whom. Raises LookupError for a release of a number that the script lacks."""
    if isinstance(act, Composed):
        return Handout(act.inject, act.message, act.to, act.everybody, (), clock // 60)
    inject = script.inject(act.inject)
    if inject is None:
        raise LookupError(act.inject)
    return Handout(act.inject, inject.words, act.to, act.everybody, inject.effects, clock // 60)
