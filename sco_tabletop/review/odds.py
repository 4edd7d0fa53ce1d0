"""How likely a rest was, in sentences. Knows counted exercises only."""

from __future__ import annotations

from ..core.words import GRADES
from ..i18n import _, n_
from ..wording import words
from .compare import Chances


def odds_lines(found: Chances, tier: str, line: int) -> tuple[str, ...]:
    """How the rest went, counted."""
    head = n_(
        "From line {line} on, bots ({tier}) played the rest {n} time:",
        "From line {line} on, bots ({tier}) played the rest {n} times:",
        found.games,
    ).format(line=line, tier=tier, n=found.games)
    counts = tuple(
        _("{result}: {count}").format(result=words.result_name(result), count=found.results[result])
        for result in GRADES
    )
    tail = _("Won (complete or decisive): {share}% (95% interval {low}% to {high}%).").format(
        share=round(100 * found.won / found.games), low=round(100 * found.low), high=round(100 * found.high)
    )
    return (head, *counts, tail)
