"""What bots are let play for from the replay; each takes seconds, so it runs in a thread of its own.

Knows saves and the review; must not know a screen. `progress` hears how many exercises are done, of how many;
what it raises ends the count.
"""

from __future__ import annotations

from typing import Final

from ..lab.spread import processors
from ..record.save import Save
from ..review.branch import by_round, rest
from ..review.compare import GAMES, Progress, Sample, samples, tier_of
from ..review.odds import odds_lines, round_lines

ODDS: Final = 100
"""Times the rest is played from one place, and from the beginning of each round."""
FEWER: Final = 40


class Stopped(Exception):  # noqa: N818
    """The person left while bots were playing."""


def odds_from(at: int, save: Save, progress: Progress) -> str:
    """How likely the rest is from a line on."""
    tier = tier_of(save.header)
    texts = odds_lines(rest(save, at, tier, ODDS, progress, processors()), tier, at)
    return f"{texts[0]} {'; '.join(texts[1:-1])}. {texts[-1]}"


def odds_by_round(save: Save, progress: Progress) -> tuple[str, ...]:
    """How likely the rest was from the beginning of each round."""
    tier = tier_of(save.header)
    return round_lines(by_round(save, tier, FEWER, progress, processors()), tier)


def same_deals(save: Save, progress: Progress) -> tuple[Sample, ...]:
    """Bots on the same deal, for the percentiles."""
    header, tier = save.header, tier_of(save.header)
    return samples(header.scenario, header.seating, header.seed, tier, GAMES, progress, processors())
