"""How likely a rest was, in sentences. Knows counted exercises only."""

from __future__ import annotations

from itertools import pairwise

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
        share=percent(found.won / found.games), low=percent(found.low), high=percent(found.high)
    )
    return (head, *counts, tail)


def round_lines(found: tuple[tuple[int, int, Chances], ...], tier: str) -> tuple[str, ...]:
    """The chance to win from the beginning of each round, and where it fell by more than luck."""
    games = found[0][2].games
    head = n_(
        "Won (complete or decisive) when bots ({tier}) play on {n} time from the beginning of each round:",
        "Won (complete or decisive) when bots ({tier}) play on {n} times from the beginning of each round:",
        games,
    ).format(tier=tier, n=games)
    text = _("R{round}, line {line}: {share}% (95% interval {low}% to {high}%)")
    lines = tuple(
        text.format(
            round=number,
            line=line,
            share=percent(of.won / games),
            low=percent(of.low),
            high=percent(of.high),
        )
        for number, line, of in found
    )
    return (head, *lines, fall_text(found))


def fall_text(found: tuple[tuple[int, int, Chances], ...]) -> str:
    """The round in which the chance fell most, if the intervals before and after lie apart."""
    falls = [
        (before.won - after.won, number, line)
        for (number, line, before), (_number, _line, after) in pairwise(found)
        if after.high < before.low
    ]
    if not falls:
        return _("From no round to the next did the chance fall by more than luck can explain.")
    won, number, line = max(falls, key=lambda fall: (fall[0], -fall[1]))
    return _("The largest fall, by {share} points, came in round {round}; it begins at line {line}.").format(
        share=percent(won / found[0][2].games), round=number, line=line
    )


def percent(share: float) -> int:
    """In whole per cent."""
    return round(100 * share)
