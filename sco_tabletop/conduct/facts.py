"""The facts that triggers ask for: those on the public board, and what each can come to be.

The truth is added by who may know it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ..core.board import Public
from ..core.scenario import Scenario
from ..core.words import Depth
from .script import Fact

Limits = tuple[int, int | None]
"""The least and the largest value; None where nothing bounds it."""

_HUNT: Final = frozenset({Fact.LOCATED, Fact.STAGED, Fact.HOUR_CALLED, Fact.LOCATED_RIGHT})
_FIND_LACKS: Final = _HUNT | {
    Fact.PREPARATION,
    Fact.PLOTS_FIRED,
    Fact.NAMED,
    Fact.NAMED_RIGHT,
    Fact.NAMED_WRONG,
    Fact.IDENTIFIABLE,
}
LACKS: Final = {Depth.FIND: _FIND_LACKS, Depth.INVESTIGATE: _HUNT, Depth.FULL: frozenset[Fact]()}
"""Facts that stay where they are, because the depth does not play what moves them (R10.1)."""


def public_facts(public: Public) -> dict[Fact, int]:
    """Every fact of `PUBLIC_FACTS`."""
    entries = public.index.values()
    return {
        Fact.ROUND: public.round,
        Fact.THREAT: public.threat,
        Fact.ALERT: public.alert,
        Fact.TRUST: public.trust,
        Fact.PREPARATION: public.prepared,
        Fact.INFLUENCE: sum(board.influence for board in public.zones),
        Fact.PERSONAS: len(public.index),
        Fact.NAMED: sum(entry.named != 0 for entry in entries),
        Fact.LOCATED: sum(entry.located != 0 for entry in entries),
        Fact.STAGED: sum(entry.staged != 0 for entry in entries),
        Fact.PLOTS_FIRED: len(public.fired),
        Fact.RECRUITED: len(public.recruited),
        Fact.HOUR_CALLED: int(public.called),
    }


def limits(scenario: Scenario, now: Mapping[Fact, int], rounds: int) -> dict[Fact, Limits]:
    """What each fact can be while anything can still be released, in an exercise of so many rounds that
    stands at `now`.

    Threat at its limit and public trust at 0 are out of reach: the exercise has ended then (R4.8).
    """
    numbers = scenario.numbers
    cap, dealt = numbers.operatives_cap, now.get(Fact.OPERATIVES, 0)
    found: dict[Fact, Limits] = {
        Fact.ROUND: (1, rounds),
        Fact.THREAT: (0, numbers.threat_limit - 1),
        Fact.ALERT: (0, numbers.alert_max),
        Fact.TRUST: (1, numbers.trust),
        Fact.PREPARATION: (0, None),
        Fact.INFLUENCE: (0, numbers.influence_max * len(scenario.zones)),
        Fact.PLOTS_FIRED: (0, None),
        Fact.RECRUITED: (now.get(Fact.RECRUITED, 0), now.get(Fact.RECRUITED, 0) + cap - dealt),
        Fact.HOUR_CALLED: (0, 1),
        Fact.OPERATIVES: (dealt, cap),
        Fact.NAMED_WRONG: (0, None),
        Fact.QUIET_ROUNDS: (0, max(0, rounds - 1)),
    }
    still = dict.fromkeys(LACKS[scenario.depth], (0, 0))
    return {fact: found.get(fact, (0, cap)) for fact in Fact} | still
