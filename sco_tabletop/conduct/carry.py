"""What an act does to the exercise itself. Session and verification both ask here.

The only module of this room that is given the full state; it hands it to the engine and looks at nothing.
"""

from __future__ import annotations

from ..core.engine import call_endex, deliver, pass_draw
from ..core.events import AnyEvent
from ..core.rejection import Rejection
from ..core.rules.deliver import Handout
from ..core.state import State
from .acts import Act, Composed, DrawPassedBy, Ended, Released
from .script import Script


def carry_out(state: State, script: Script, act: Act, clock: int) -> Rejection | tuple[AnyEvent, ...]:
    """Let an act happen to `state` (in place): its events, none for what is only written down; or why not.

    `clock` is exercise time in seconds. Raises LookupError for a release of a number that the script lacks.
    """
    match act:
        case Released(inject=number, to=to, everybody=everybody):
            inject = script.inject(number)
            if inject is None:
                raise LookupError(number)
            handout = Handout(number, inject.words, to, everybody, inject.effects, clock // 60)
            return deliver(state, handout)
        case Composed(inject=number, message=message, to=to, everybody=everybody):
            return deliver(state, Handout(number, message, to, everybody, (), clock // 60))
        case DrawPassedBy():
            return pass_draw(state)
        case Ended():
            return call_endex(state)
        case _:
            return ()
