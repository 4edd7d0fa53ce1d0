"""Golden exercises: whole transcripts a person can read, one per way to play and to end.

`python -m tests.golden.transcript` writes them anew; a change then shows as a diff to be judged by eye.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs

from sco_tabletop.bots.policy import noise_for
from sco_tabletop.core.commands import AnswerLead, AnyCommand, CallHour, EndTurn
from sco_tabletop.core.dice import Dice
from sco_tabletop.core.engine import call_endex, decide, deliver, open_exercise, pass_draw, rewind_events
from sco_tabletop.core.events import AnyEvent
from sco_tabletop.core.legal import lead_waits, legal
from sco_tabletop.core.message import Delivery, Message
from sco_tabletop.core.rejection import Rejection
from sco_tabletop.core.rules.deliver import Handout
from sco_tabletop.core.scenario import Effect, EffectKind, Scenario, Seating
from sco_tabletop.core.state import State, observe
from sco_tabletop.core.view import View
from sco_tabletop.core.words import Depth, Phase
from tests.core import small
from tests.deciding import Deciding, analyst, deciding
from tests.decks import first_watch

FOLDER = Path(__file__).parent
Policy = Callable[[View, Dice], AnyCommand]


def by_kind(view: View, noise: Dice) -> AnyCommand:
    """A kind by lot, then one of it; turns are not ended early as often as a lot would."""
    kinds: dict[str, list[AnyCommand]] = {}
    for command in legal(view):
        kinds.setdefault(type(command).__name__, []).append(command)
    names = [
        name for name in sorted(kinds) if name != EndTurn.__name__ or len(kinds) == 1 or noise.chance(20)
    ]
    return noise.pick(kinds[noise.pick(names)])


def patient(view: View, noise: Dice) -> AnyCommand:
    """An analyst who accepts low leads and never calls H-hour before the last round."""
    if view.public.phase is Phase.CALL:
        return CallHour(view.zone, call=False)
    if lead_waits(view):
        return AnswerLead(view.zone, accept=True)
    return analyst(view, noise)


TROUBLE = tuple(
    Effect(kind, amount)
    for kind, amount in (
        (EffectKind.TEAM_HELD, 0),
        (EffectKind.LOAN_SUSPENDED, 0),
        (EffectKind.REVEAL, 0),
        (EffectKind.BULLETINS, 1),
        (EffectKind.CONTACT_LOST, 0),
    )
)
"""Effects that cards may combine (R8.10) and First Watch does not use."""


NUMBERS = attrs.evolve(
    small.NUMBERS,
    plot_threat_protected=0,
    date_evidence=5,
    date_leader=0,
    first_look=1,
    loan_refund=1,
    counsel_reach=1,
)
"""Numbers of their own, so that tuning a deck moves no transcript; every rule a deck can switch on is on."""


@attrs.frozen
class Golden:
    """One transcript: its file name, who plays, the deal, the numbers it changes, its depth; `conducted`: a
    facilitator delivers, passes the draw and ends it."""

    name: str
    policy: Deciding
    seed: int
    changes: dict[str, Any] = attrs.field(factory=dict)
    trouble: bool = False
    depth: Depth = Depth.FULL
    conducted: bool = False

    def scenario(self) -> Scenario:
        """First Watch with these numbers; with `trouble`, every card does more."""
        deck = first_watch()
        cards = deck.cards
        if self.trouble:
            cards = tuple(attrs.evolve(card, effects=card.effects + TROUBLE) for card in cards)
        numbers = attrs.evolve(NUMBERS, **self.changes)
        return attrs.evolve(deck, cards=cards, numbers=numbers, depth=self.depth)


GOLDEN = (
    Golden("analysts-strike", analyst, 12),
    Golden("analysts-too-late", analyst, 7, {"threat_limit": 6}),
    Golden("nobody-committed", deciding("random"), 1),
    Golden("trust-used-up", by_kind, 2, {"trust": 1}),
    Golden("every-kind-of-move", by_kind, 14, {"threat_limit": 99, "rounds": 16, "actions": 5}),
    Golden("trouble", patient, 112, {"threat_limit": 99, "rounds": 14, "influence_start": 3}, trouble=True),
    Golden("find-only", analyst, 4, {"rounds": 6}, depth=Depth.FIND),
    Golden("find-and-investigate", analyst, 255, {"rounds": 6}, depth=Depth.INVESTIGATE),
    Golden("facilitated", analyst, 3, conducted=True),
)


@attrs.define
class Told:
    """A played golden exercise."""

    state: State
    commands: list[AnyCommand]
    events: list[AnyEvent]
    lines: list[str]


def play(golden: Golden) -> Told:
    """Play it and write every command and event down as a line."""
    state, opened = open_exercise(golden.scenario(), Seating(), golden.seed)
    told = Told(state, [], list(opened), [f"# {golden.name}, seed {golden.seed}", *map(line, opened)])
    while state.public.result is None:
        if golden.conducted and (act := conduct(state)):
            told.events += act
            told.lines += ["> Facilitator()", *map(line, act)]
            continue
        acting = state.public.acting
        command = golden.policy(observe(state, acting), noise_for(golden.seed, len(told.commands)))
        happened = decide(state, command)
        assert not isinstance(happened, Rejection), (command, happened)
        told.commands.append(command)
        told.events += happened
        told.lines += [f"> {command!r}", *map(line, happened)]
    told.events += rewind_events(state, 1)
    return told


LEAD, STAFF, SUPPLIES = (
    Effect(EffectKind.LEAD),
    Effect(EffectKind.ACTIONS, -1),
    Effect(EffectKind.PREPARATION, 1),
)
HANDOUTS = {
    1: Handout("01", Message("To all", "EXERCISE. A word to all.", "SimCell", "chat"), (), True, (), 4),
    2: Handout(
        "02",
        Message("To two", "EXERCISE. For two.", "Registry", "e-mail", "B2"),
        (0, 2),
        False,
        (LEAD, STAFF, SUPPLIES),
        19,
    ),
}
"""By the round in whose call they come."""


def conduct(state: State) -> tuple[AnyEvent, ...]:
    """What the facilitator does here (R8.11 to R8.13): no card in the second round, EndEx in the third."""
    public = state.public
    happened: Rejection | tuple[AnyEvent, ...] = ()
    if public.round == 3:
        happened = call_endex(state)
    elif public.round == 2 and public.phase is Phase.INJECT:
        happened = pass_draw(state)
    elif public.phase is Phase.CALL and not any(of.round == public.round for of in delivered(state)):
        happened = deliver(state, HANDOUTS[public.round])
    assert not isinstance(happened, Rejection), happened
    return happened


def delivered(state: State) -> list[Delivery]:
    """Everything that was delivered so far."""
    return [*state.public.announced, *(of for seat in state.seats for of in seat.delivered)]


def line(event: AnyEvent) -> str:
    """An event with its audience: p(ublic), z(one), s(ecret)."""
    return f"  {event.told.value[0] if event.told.value != 'nobody' else 's'} {event!r}"


if __name__ == "__main__":
    for one in GOLDEN:
        (FOLDER / f"{one.name}.txt").write_text("\n".join(play(one).lines) + "\n", encoding="utf-8")
