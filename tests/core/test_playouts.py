"""Random playouts: no invariant breaks, there is always something to do, every exercise ends."""

from __future__ import annotations

from collections import Counter
from itertools import chain

import pytest

from sco_tabletop.core import commands as all_commands
from sco_tabletop.core.board import OpenedName
from sco_tabletop.core.commands import AnyCommand, Commit
from sco_tabletop.core.dice import Dice
from sco_tabletop.core.engine import decide
from sco_tabletop.core.events import EVENT_TYPES, DiceForked, PracticeMarked
from sco_tabletop.core.invariants import Violation, status
from sco_tabletop.core.legal import MECHANICS, legal, refusal
from sco_tabletop.core.rejection import Rejection
from sco_tabletop.core.state import State, observe
from sco_tabletop.core.words import Depth, EndReason, Phase, Result

from .playout import conducted_playouts, duplicate, playouts, scaled, short_playouts

FIELDS = {"option": 3, "persona": 17, "discipline": 6, "to": 9, "category": 6}


def any_command(dice: Dice, zones: int) -> AnyCommand:
    """Any command at all, sensible or not."""
    kind = dice.pick(sorted(MECHANICS, key=lambda kind: kind.__name__))
    values: dict[str, object] = {}
    for name in kind.__annotations__:
        if name == "zone":
            values[name] = dice.below(zones + 2) - 1
        elif name == "personas":
            values[name] = tuple(dice.below(16) for _ in range(dice.below(3)))
        elif name in FIELDS:
            values[name] = dice.below(FIELDS[name] + 1) - 1
        else:
            values[name] = dice.chance(50)
    made: AnyCommand = getattr(all_commands, kind.__name__)(**values)
    return made


def check_options(state: State, dice: Dice) -> int:
    """A sample of the options is carried out on copies; nobody else has any. How many."""
    acting = state.public.acting
    for zone in range(-1, len(state.seats)):
        assert zone == acting or legal(observe(state, zone)) == ()
    options = legal(observe(state, acting))
    assert len(set(options)) == len(options)
    for option in {dice.pick(options) for _ in range(3)}:
        trial = duplicate(state)
        assert not isinstance(decide(trial, option), Rejection)
        assert status(trial) == ()
    return len(options)


def check_illegal(state: State, dice: Dice) -> int:
    """Commands that are not among the options are refused and change nothing. How many."""
    before, refused = duplicate(state), 0
    options = set(legal(observe(state, state.public.acting)))
    for _ in range(60):
        command = any_command(dice, len(state.seats))
        if command in options:
            assert refusal(observe(state, command.zone), command) is None
        elif not isinstance(command, Commit) or state.public.phase is not Phase.COMMIT:
            assert isinstance(decide(state, command), Rejection), command
            refused += 1
    assert state == before
    return refused


def test_random_playouts() -> None:
    """After every command no violation; options before the end; every option works, nothing else does."""
    phases: Counter[Phase] = Counter()
    happened: Counter[str] = Counter()
    ends: Counter[tuple[Result | None, EndReason | None]] = Counter()
    depths: Counter[tuple[Depth, Result | None]] = Counter()
    steps = refused = tried = 0
    dice = Dice(7)
    walks = chain(playouts(scaled(300)), short_playouts(scaled(48)), conducted_playouts(scaled(30)))
    for steps_of_one in walks:
        for step in steps_of_one:
            steps += 1
            state = step.state
            broken = status(state)
            assert not broken, (step.command, broken)
            phases[state.public.phase] += 1
            happened.update(type(event).__name__ for event in step.events)
            if state.public.result is None and dice.chance(2):
                tried += check_options(state, dice) > 0
                refused += check_illegal(state, dice)
        ends[state.public.result, state.public.reason] += 1
        depths[state.scenario.depth, state.public.result] += 1
    print(f"{steps} steps, options tried at {tried}, {refused} illegal commands refused")
    print(f"phases {dict(phases)}\nevents {dict(happened)}\nends {dict(ends)}\n{dict(depths)}")
    never = {kind.__name__ for kind in (DiceForked, PracticeMarked)}
    missing = {kind.__name__ for kind in EVENT_TYPES} - set(happened) - never
    assert not missing
    assert min(phases[phase] for phase in Phase) > 0
    assert {reason for _, reason in ends} == set(EndReason)
    assert all(len({result for of, result in depths if of is depth}) > 1 for depth in Depth)
    assert min(tried, refused) > 100


@pytest.mark.long
def test_random_playouts_in_the_long_run() -> None:
    """The same over many more exercises, violations only."""
    first = 10_000
    plain, short = playouts(scaled(2000), first), short_playouts(scaled(600), first)
    for steps in chain(plain, short, conducted_playouts(scaled(600), first)):
        for step in steps:
            assert not status(step.state), step.command


def test_a_broken_state_is_named() -> None:
    """The invariants themselves notice: one field wrong gives its violation."""
    state = next(iter(next(playouts(1)))).state
    assert status(state) == ()
    persona, entry = next(iter(state.public.index.items()))
    spoilt = [(violation, duplicate(state)) for violation in Violation]
    worlds = dict(spoilt)
    zone = next(z for z, held in enumerate(entry.held) if held >= 0)
    worlds[Violation.TRACK_OUT_OF_RANGE].public.alert = 11
    worlds[Violation.ALLOWANCE_NEGATIVE].public.zones[0].shares = -1
    worlds[Violation.TEAMS_NOT_CONSERVED].public.zones[0].teams += 9
    worlds[Violation.HOLDING_DIFFERS].public.index[persona].held[zone] = 1
    worlds[Violation.POSSIBLE_DIFFERS].public.index[persona].possible = 0
    worlds[Violation.PILE_DIFFERS].public.pile += 1
    worlds[Violation.PHASE_INCOHERENT].public.phase = Phase.GO
    worlds[Violation.END_INCOHERENT].public.phase = Phase.OVER
    worlds[Violation.MAIN_DATE_WRONG].public.main_round = 1
    worlds[Violation.NAMES_DIFFER].public.index[persona].named = 1
    worlds[Violation.STAGED_NOT_LOCATED].public.index[persona].staged = 1
    worlds[Violation.LOCATED_NOT_NAMED].public.index[persona].located = 1
    worlds[Violation.SITE_WRONG].public.index[persona].sites[0] = 0
    worlds[Violation.NAME_BASELESS].seats[zone].names[persona] = 0
    worlds[Violation.MATCHES_DIFFER].seats[zone].files[persona].matches = 0
    worlds[Violation.UNVERIFIED_NOT_HELD].seats[zone].files[persona].unverified = 1
    worlds[Violation.LINK_ONE_SIDED].seats[zone].files[persona].links = 1 << 40
    worlds[Violation.EXHAUSTED_FALSE].seats[zone].files[persona].exhausted = True
    worlds[Violation.NETWORK_BROKEN].secret.by_persona[99] = 0
    worlds[Violation.LOAN_WRONG].public.zones[0].borrowed[0] = 1
    worlds[Violation.REFUND_WRONG].public.zones[0].given_back[0] = 1
    worlds[Violation.DEPTH_EXCEEDED].public.attributed = (persona,)
    worlds[Violation.WORK_DIFFERS].public.opened = [OpenedName(0, persona, 0, persona)]
    worlds[Violation.RESULT_WRONG].public.result = Result.PARTIAL
    worlds[Violation.RESULT_WRONG].public.reason = EndReason.THREAT
    noticed = [violation for violation, world in spoilt if world != state and violation in status(world)]
    assert len(noticed) == sum(world != state for _, world in spoilt) == 24
