"""The facts that triggers ask for: those on the public board; the truth is added by who may know it."""

from __future__ import annotations

from ..core.board import Public
from .script import Fact


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
