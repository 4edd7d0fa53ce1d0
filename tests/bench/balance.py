"""What the table of measurements says beyond `simulate`.

Run it with `python -m tests.bench.balance WHAT DECK DIFFICULTY GAMES SEED`, where WHAT is

worth     points that the veteran loses if one action is forbidden, on the same deals
hour      won if H-hour is held to a round; strikes that knew the date of the main plot
solo      the seats of one person, played by a rookie and by a veteran beside analysts, on the same deals
dilemmas  how often the veteran took each option of each dilemma
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from math import sqrt
from typing import TypeVar

import attrs

from sco_tabletop.bots.estimates import Estimate
from sco_tabletop.bots.policy import TIERS, Policy, policy
from sco_tabletop.bots.veteran import VETERAN
from sco_tabletop.content import load, locate
from sco_tabletop.core.events import MainPlotDated, OptionChosen, TeamStruck
from sco_tabletop.core.scenario import Scenario
from sco_tabletop.core.words import Result
from sco_tabletop.lab.exercise import Played, play
from sco_tabletop.lab.simulate import FORBIDDABLE, wilson
from sco_tabletop.lab.spread import processors, spread
from sco_tabletop.session.seats import seating_of, solo_seats, solo_zones

T = TypeVar("T")
TESTED = ("share", "send-team", "counsel", "lend", "bulletin", "monitor", "protect", "take-down")

JUDGED = 0
"""Not held: the veteran judges the hour himself."""


def won(played: Played) -> bool:
    """Complete or decisive."""
    return played.state.public.result in (Result.COMPLETE, Result.DECISIVE)


def alike(deck: Scenario, policy: Policy, seed: int) -> Played:
    """One exercise, all seats alike."""
    return play(deck, dict.fromkeys(range(len(deck.zones)), policy), seed)


def rate(results: Sequence[bool]) -> str:
    """Per cent with the Wilson 95 % interval."""
    low, high = wilson(sum(results), len(results))
    return f"{100 * sum(results) / len(results):.1f} ({100 * low:.1f}-{100 * high:.1f})"


def paired(one: Sequence[bool], other: Sequence[bool]) -> str:
    """Points that `one` is above `other` on the same deals, with its 95 % interval."""
    differences = [int(a) - int(b) for a, b in zip(one, other, strict=True)]
    mean = sum(differences) / len(differences)
    variance = sum((d - mean) ** 2 for d in differences) / max(1, len(differences) - 1)
    return f"{100 * mean:+.1f} +- {100 * 1.96 * sqrt(variance / len(differences)):.1f}"


def play_without(deck: Scenario, action: str, seed: int) -> bool:
    """Won by veterans who never use the action ("" for none)."""
    kinds = (FORBIDDABLE[action],) if action else ()
    return won(alike(deck, policy(VETERAN, kinds), seed))


def worth(deck: Scenario, seeds: Sequence[int]) -> None:
    """The table of what each action is worth."""
    free = many(partial(play_without, deck, ""), seeds)
    print("nothing forbidden:", rate(free), flush=True)
    for action in TESTED:
        bare = many(partial(play_without, deck, action), seeds)
        print(f"without {action}: {rate(bare)}, worth {paired(free, bare)}", flush=True)


def held(round_: int, e: Estimate) -> bool:
    """Calls in one round, whatever the estimate says."""
    return e.public.round == round_


def play_hour(deck: Scenario, round_: int, seed: int) -> tuple[bool, bool, bool]:
    """(won, struck, struck with the date known) with the hour held to a round, or JUDGED."""
    tier = VETERAN if round_ == JUDGED else attrs.evolve(VETERAN, calls=partial(held, round_))
    played = alike(deck, policy(tier), seed)
    kinds = {type(event) for event in played.events}
    return won(played), TeamStruck in kinds, {TeamStruck, MainPlotDated} <= kinds


def hour(deck: Scenario, seeds: Sequence[int]) -> None:
    """The veteran's judgement against fixed hours."""
    for round_ in (JUDGED, *deck.numbers.main_rounds):
        played = many(partial(play_hour, deck, round_), seeds)
        struck, dated = (sum(row[place] for row in played) for place in (1, 2))
        name = f"held to round {round_}" if round_ else "judged"
        print(f"{name}: {rate([row[0] for row in played])}; {struck} strikes, {dated} with the date known")


def play_solo(deck: Scenario, tier: str, seed: int) -> bool:
    """Won with one person's seats played by a tier, analysts in the others."""
    zones = solo_zones(deck)
    policies = {zone: TIERS[tier if zone in zones else "analyst"] for zone in range(len(deck.zones))}
    return won(play(deck, policies, seed, seating_of(solo_seats(deck, zones))))


def solo(deck: Scenario, seeds: Sequence[int]) -> None:
    """How much one person decides."""
    rookie, veteran = (many(partial(play_solo, deck, tier), seeds) for tier in ("rookie", "veteran"))
    print(f"rookie {rate(rookie)}, veteran {rate(veteran)}, difference {paired(veteran, rookie)}")


def play_dilemmas(deck: Scenario, seed: int) -> Counter[tuple[str, int]]:
    """Options that veterans took in one exercise."""
    events = alike(deck, TIERS["veteran"], seed).events
    return Counter((event.card, event.option) for event in events if isinstance(event, OptionChosen))


def dilemmas(deck: Scenario, seeds: Sequence[int]) -> None:
    """Shares of the options of each dilemma."""
    taken = sum(many(partial(play_dilemmas, deck), seeds), Counter[tuple[str, int]]())
    for card in deck.cards:
        if card.options:
            counts = [taken[card.id, option] for option in range(len(card.options))]
            shares = ", ".join(f"{100 * count / max(1, sum(counts)):.0f} %" for count in counts)
            print(f"{card.id}: {shares} of {sum(counts)}")


def many(work: Callable[[int], T], seeds: Sequence[int]) -> list[T]:
    """The work on every seed, on all processors."""
    return spread(work, seeds, processors(), lambda _done: None)


WHAT = {"worth": worth, "hour": hour, "solo": solo, "dilemmas": dilemmas}


def main(what: str, name: str, difficulty: str, games: str, seed: str) -> None:
    """Print one of the tables."""
    WHAT[what](load(locate(name), difficulty), range(int(seed), int(seed) + int(games)))


if __name__ == "__main__":
    main(*sys.argv[1:])
