"""The undo barrier as a property of random play.

`may_undo(events)` is True only if, for every seat: its files, names, register, chatter and commitment are
what they were; the Index but for staged teams is what it was; tracks, plots, recruitments, calls and the date
are what they were; no dice were used; and the same decision is due from the same zone.
"""

from __future__ import annotations

from collections import Counter

import attrs

from sco_tabletop.core.commands import Share
from sco_tabletop.core.engine import rewind_events
from sco_tabletop.core.events import AnyEvent, Shared, TurnEnded
from sco_tabletop.core.state import State
from sco_tabletop.core.undo import may_undo

from .builder import LEADER, RECRUITER, deal, table
from .playout import playouts, scaled


def known(state: State) -> str:
    """Everything that anybody could have learned, and whose decision is due."""
    public = state.public
    index = [(p, attrs.evolve(entry, staged=0)) for p, entry in public.index.items()]
    tracks = (public.threat, public.alert, public.trust, public.called, public.main_round)
    plots = (public.plots, public.fired, public.recruited, public.card, public.pile, public.result)
    due = (public.round, public.phase, public.acting, public.committed, state.secret.dice)
    return repr((index, state.seats, tracks, plots, due))


def test_undo_stops_where_anything_was_learned() -> None:
    """True only if nothing was learned, rolled or handed on; and every such kind of command is undoable."""
    allowed: Counter[str] = Counter()
    barred = 0
    for steps in playouts(scaled(16), first=300):
        before = ""
        for step in steps:
            after = known(step.state)
            if step.command is not None and may_undo(step.events):
                assert before == after, step.command
                allowed[type(step.command).__name__] += 1
            barred += not may_undo(step.events)
            before = after
    print(f"undoable {dict(allowed)}, barred {barred}")
    assert set(allowed) >= {"Ask", "Counsel", "Lend", "SendTeam", "StandBy", "AnswerLead"}
    assert barred > 500


def test_a_share_is_a_barrier_even_if_it_brings_nothing() -> None:
    """Whether links were new to the receiver is its own secret, so the barrier must not tell."""
    it = table()
    leader = it.operative(LEADER, 0)
    p = it.operative(RECRUITER, 1, links=(leader,))
    for zone in (0, 1):
        it.give(zone, p, links=(leader,))
    events = it.act(Share(0, p, 1))
    assert events == (Shared(0, p, 1),)
    assert not may_undo(events)


def test_a_rewind_forks_the_dice() -> None:
    """Beyond the barrier: new dice, and the mark of practice once."""
    state = deal()
    first: tuple[AnyEvent, ...] = rewind_events(state, 1)
    assert [type(event).__name__ for event in first] == ["DiceForked", "PracticeMarked"]
    assert not may_undo(first)
    state.public.practice = True
    assert [type(event).__name__ for event in rewind_events(state, 2)] == ["DiceForked"]
    assert not may_undo([TurnEnded(0, 0)])
    assert may_undo([])
