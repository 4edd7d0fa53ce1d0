"""Random playouts for the property tests: any legal command by lot, on small but eventful scenarios.

`SCO_TEST_SCALE` multiplies the number of exercises (default 1; the long column uses 20 and more).
"""

from __future__ import annotations

import copy
import os
from collections.abc import Callable, Iterator, Sequence

import attrs

from sco_tabletop.core.commands import AnyCommand
from sco_tabletop.core.dice import Dice, stream_key
from sco_tabletop.core.engine import call_endex, decide, deliver, open_exercise, pass_draw
from sco_tabletop.core.events import AnyEvent
from sco_tabletop.core.legal import lead_waits, legal
from sco_tabletop.core.message import Message
from sco_tabletop.core.rejection import Rejection
from sco_tabletop.core.rules.deliver import Handout
from sco_tabletop.core.scenario import Effect, EffectKind, KindWeight, Scenario, Seating, Who
from sco_tabletop.core.state import State, observe
from sco_tabletop.core.view import View
from sco_tabletop.core.words import ChairRule, Depth, Kind, Phase, Track
from tests.deciding import analyst

from .builder import card
from .small import NUMBERS, scenario

SCALE = float(os.environ.get("SCO_TEST_SCALE", "1"))
RELUCTANT = ("EndTurn", "Withdraw", "Discard", "Ask", "StandBy", "TakeDown")
PURSUED = ("Stage", "Locate", "Name")
Pick = Callable[[View, Sequence[AnyCommand], Dice], AnyCommand]


def scaled(count: int) -> int:
    """How many exercises to play in this run."""
    return max(1, int(count * SCALE))


def uniform(_: View, options: Sequence[AnyCommand], dice: Dice) -> AnyCommand:
    """Any option, each equally likely."""
    return dice.pick(options)


def by_kind(_: View, options: Sequence[AnyCommand], dice: Dice) -> AnyCommand:
    """A kind first, then one of it, so that rare kinds come often; what leads to a strike by preference."""
    kinds: dict[str, list[AnyCommand]] = {}
    for option in options:
        kinds.setdefault(type(option).__name__, []).append(option)
    names = [name for name in sorted(kinds) if name not in RELUCTANT or dice.chance(8)]
    ahead = [name for name in PURSUED if name in kinds and dice.chance(60)]
    if "AnswerLead" in kinds:
        return kinds["AnswerLead"][dice.chance(10)]
    kind = kinds[(ahead or [dice.pick(names or sorted(kinds))])[0]]
    return kind[0] if type(kind[0]).__name__ == "CallHour" and dice.chance(95) else dice.pick(kind)


def half_minded(view: View, options: Sequence[AnyCommand], dice: Dice) -> AnyCommand:
    """What the analyst would do, or by lot anything: exercises that go far and still go wrong."""
    return by_kind(view, options, dice) if lead_waits(view) or dice.chance(30) else analyst(view, dice)


def eventful(zones: int) -> Scenario:
    """The small scenario with more going on: cards of every effect, high influence, a larger network."""
    numbers = attrs.evolve(
        NUMBERS,
        actions=4 if zones == 4 else 2,
        influence_start=2,
        operatives_low=6,
        operatives_high=7,
        operatives_cap=10,
        trust=4,
        threat_limit=40 if zones == 4 else 11,
        lead_truth=20,
        date_evidence=3 if zones == 4 else 4,
        date_leader=int(zones == 4),
        first_look=1,
        loan_refund=1,
        counsel_reach=1,
        slip_base=15,
    )
    base = scenario(zones, numbers)
    rare = (
        Effect(EffectKind.TEAM_HELD),
        Effect(EffectKind.LOAN_SUSPENDED),
        Effect(EffectKind.BULLETINS, 1),
        Effect(EffectKind.REVEAL),
        Effect(EffectKind.PREPARATION, 1),
        Effect(EffectKind.INFLUENCE, -1, who=Who.HIGHEST),
        Effect(EffectKind.TRACK, -1, Track.ALERT),
        Effect(EffectKind.TRACK, -2, Track.TRUST),
        Effect(EffectKind.TRACK, -2, Track.TRUST),
    )
    extra = tuple(card(effect, kind=Kind.QUIET, number=100 + n) for n, effect in enumerate(rare))
    extra += tuple(card(Effect(EffectKind.LOW_LEAD), kind=Kind.LOW_LEAD, number=200 + n) for n in range(4))
    often = {Kind.QUIET: 40, Kind.LOW_LEAD: 30}
    weights = tuple(KindWeight(s.kind, often.get(s.kind, s.weight)) for s in base.kind_weights)
    return attrs.evolve(base, cards=base.cards + extra, kind_weights=weights)


SEATINGS = (
    Seating(),
    Seating(ChairRule.FIXED, (2,)),
    Seating(ChairRule.ROTATING, (0, 3)),
    Seating(ChairRule.COMMANDER),
)


@attrs.define
class Step:
    """The state after one command (live: it moves on), the command (None: set-up, or the facilitator) and its
    events."""

    state: State
    command: AnyCommand | None
    events: tuple[AnyEvent, ...]


def walk(
    made: Scenario, seating: Seating, seed: int, pick: Pick, limit: int = 3000, *, conducted: bool = False
) -> Iterator[Step]:
    """Play one exercise by lot, step by step, to its end; fails if it has none within `limit` commands.

    `conducted`: now and then the facilitator does something between two decisions.
    """
    state, opened = open_exercise(made, seating, seed)
    yield Step(state, None, opened)
    dice = Dice(stream_key(seed, 0, "playout"))
    for _ in range(limit):
        view = observe(state, state.public.acting)
        options = legal(view)
        if state.public.result is not None:
            assert not options
            return
        assert options, f"seed {seed}: nothing to do in {state.public.phase}"
        if conducted and dice.chance(25):
            yield Step(state, None, facilitate(state, dice))
            continue
        command = pick(view, options, dice)
        happened = decide(state, command)
        assert not isinstance(happened, Rejection), f"seed {seed}: {command} refused: {happened}"
        yield Step(state, command, happened)
    raise AssertionError(f"seed {seed}: no end after {limit} commands")


FACILITATED = (
    (),
    (Effect(EffectKind.LEAD),),
    (Effect(EffectKind.ACTIONS, -1), Effect(EffectKind.TRACK, 1, Track.ALERT)),
    (Effect(EffectKind.LOW_LEAD), Effect(EffectKind.INFLUENCE, 1)),
)
"""What a facilitator's inject may do."""


def facilitate(state: State, dice: Dice) -> tuple[AnyEvent, ...]:
    """R8.11 to R8.13 by lot: an inject to some zones or to all, no card, very rarely EndEx."""
    public = state.public
    if dice.chance(1):
        happened = call_endex(state)
    elif public.phase is Phase.INJECT and dice.chance(50):
        happened = pass_draw(state)
    else:
        effects = () if public.phase is Phase.COMMIT else dice.pick(FACILITATED)
        to = tuple(zone for zone in range(len(public.zones)) if dice.chance(30))
        words = Message("Title", "EXERCISE. Words.", "SimCell", "chat")
        happened = deliver(state, Handout(f"{public.round}", words, to, not to, effects, public.round * 10))
    assert not isinstance(happened, Rejection), happened
    return happened


def conducted_playouts(count: int, first: int = 0) -> Iterator[Iterator[Step]]:
    """As `playouts`, with a facilitator."""
    for seed in range(first, first + count):
        world = attrs.evolve(eventful((4, 8)[seed % 2]), depth=list(Depth)[seed % 3])
        yield walk(world, SEATINGS[seed % 4], seed, (by_kind, half_minded)[seed // 2 % 2], conducted=True)


def playouts(count: int, first: int = 0) -> Iterator[Iterator[Step]]:
    """`count` exercises over both sizes, the three ways to pick, and every seating."""
    worlds = (eventful(4), eventful(8))
    for seed in range(first, first + count):
        pick = (by_kind, half_minded, uniform)[seed // 2 % 3]
        yield walk(worlds[seed % 2], SEATINGS[seed // 6 % 4], seed, pick)


def short_playouts(count: int, first: int = 0) -> Iterator[Iterator[Step]]:
    """The same over six rounds of both short depths (R10.1), some of them calm enough to be won."""
    for seed in range(first, first + count):
        depth = (Depth.FIND, Depth.INVESTIGATE)[seed % 2]
        base = eventful((4, 8)[seed // 2 % 2])
        numbers = attrs.evolve(base.numbers, rounds=6, influence_goal=(10, 25)[seed // 4 % 2], trust=7)
        made = attrs.evolve(base, depth=depth, numbers=numbers)
        pick = (by_kind, half_minded, uniform)[seed // 4 % 3]
        yield walk(made, SEATINGS[seed // 12 % 4], seed, pick)


def duplicate(state: State) -> State:
    """An independent copy; the scenario is frozen and shared."""
    return copy.deepcopy(state, {id(state.scenario): state.scenario})
