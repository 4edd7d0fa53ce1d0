"""What a seat may do (`legal`), why not (`refusal`), and how likely it works (`odds`) - from its view alone.

`decide` asks the same functions, so what is shown is what is ruled and rolled.
"""

from __future__ import annotations

from typing import Final

from .commands import AnswerLead, AnyCommand, Command, EndTurn, Share
from .rejection import Reason, Rejection
from .rules import (
    analyse,
    asking,
    counsel,
    injects,
    lend,
    locate,
    monitor,
    naming,
    rounds,
    send_team,
    share,
    strike,
    take_down,
    trace,
)
from .rules.depth import out_of_play
from .rules.mechanic import AnyMechanic
from .view import View
from .words import Depth, Phase

_ALL: Final[tuple[AnyMechanic, ...]] = (
    *rounds.MECHANICS,
    *injects.MECHANICS,
    monitor.MECHANIC,
    analyse.MECHANIC,
    trace.MECHANIC,
    *share.MECHANICS,
    lend.MECHANIC,
    send_team.MECHANIC,
    take_down.MECHANIC,
    *counsel.MECHANICS,
    *locate.MECHANICS,
    *naming.MECHANICS,
    asking.MECHANIC,
    strike.MECHANIC,
)
MECHANICS: Final[dict[type[Command], AnyMechanic]] = {mechanic.command: mechanic for mechanic in _ALL}
BY_PHASE: Final[dict[Phase, tuple[AnyMechanic, ...]]] = {
    phase: tuple(mechanic for mechanic in _ALL if mechanic.phase is phase) for phase in Phase
}


def refusal(view: View, command: AnyCommand) -> Rejection | None:
    """Why this command is not possible now, in terms of what its zone knows; None if it is."""
    public, mechanic = view.public, MECHANICS[type(command)]
    if public.result is not None:
        return Rejection(Reason.OVER, "R7.1")
    off = out_of_play(view.scenario.depth, command)
    if off:
        return off
    if command.zone != view.zone or public.acting != view.zone:
        return Rejection(Reason.NOT_YOUR_MOVE, "R4.3", zone=public.acting)
    if public.phase is not mechanic.phase:
        return Rejection(Reason.WRONG_PHASE, mechanic.rule)
    if public.phase is Phase.TURN:
        if lead_waits(view) and not isinstance(command, AnswerLead | EndTurn):
            return Rejection(Reason.ANSWER_LEAD_FIRST, "R8.3")
        if command.cost > public.zones[view.zone].actions:
            return Rejection(Reason.NO_ACTIONS, "R4.3")
    return mechanic.refusal(view, command)


def lead_waits(view: View) -> bool:
    """True while a low lead waits for this zone's answer, first thing in its turn (R8.3)."""
    offer = view.public.offer
    return offer is not None and offer.zone == view.zone


def legal(view: View) -> tuple[AnyCommand, ...]:
    """Everything this seat may do now, in a stable order; empty if the decision is not its own."""
    public = view.public
    if not view.my_move:
        return ()
    if public.phase is Phase.TURN and lead_waits(view):
        mechanics: tuple[AnyMechanic, ...] = (MECHANICS[EndTurn], MECHANICS[AnswerLead])
    else:
        mechanics = BY_PHASE[public.phase]
    actions = public.zones[view.zone].actions if public.phase is Phase.TURN else 0
    found: list[AnyCommand] = []
    for mechanic in mechanics:
        if mechanic.command.cost <= actions:
            refuse = mechanic.refusal
            found += [c for c in mechanic.candidates(view) if refuse(view, c) is None]
    depth = view.scenario.depth
    if depth is not Depth.FULL:
        found = [command for command in found if out_of_play(depth, command) is None]
    return tuple(found)


def share_left(view: View) -> bool:
    """True if a free share is left in this turn and something can be shared (R4.4)."""
    return view.public.zones[view.zone].shares > 0 and any(isinstance(c, Share) for c in legal(view))


def odds(view: View, command: AnyCommand) -> int | None:
    """The chance in whole per cent that `decide` will roll against; None where nothing is rolled (R1.2)."""
    return MECHANICS[type(command)].chance(view, command)


def rule_of(command: AnyCommand) -> str:
    """The rule paragraph of a command."""
    return MECHANICS[type(command)].rule
