"""Calibration: the chances shown are the frequencies that come, names as well as rolls."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import attrs
import pytest

from sco_tabletop.bots.policy import noise_for
from sco_tabletop.core import doubt
from sco_tabletop.core.commands import AnyCommand, Name
from sco_tabletop.core.dice import Dice, stream_key
from sco_tabletop.core.engine import decide, open_exercise
from sco_tabletop.core.events import Analysed, Located, Monitored, Traced
from sco_tabletop.core.legal import lead_waits, legal, odds
from sco_tabletop.core.rejection import Rejection
from sco_tabletop.core.scenario import Scenario, Seating
from sco_tabletop.core.state import State, observe
from sco_tabletop.core.view import View
from sco_tabletop.core.words import Phase
from tests.deciding import Deciding, analyst

from .playout import scaled
from .small import NUMBERS, scenario

ROLLED = (Analysed, Located, Monitored, Traced)
ROOM = 5.0
"""By how many points the mean chance shown may exceed the share that was right."""


@attrs.define
class Tally:
    """Names by tenth of the chance shown: number, how many right, sum of chances; rolls by odds."""

    names: Counter[int] = attrs.field(factory=Counter)
    right: Counter[int] = attrs.field(factory=Counter)
    shown: Counter[int] = attrs.field(factory=Counter)
    rolls: Counter[tuple[str, int]] = attrs.field(factory=Counter)
    hits: Counter[tuple[str, int]] = attrs.field(factory=Counter)

    def name(self, state: State, zone: int, persona: int) -> None:
        """A name was given just now: what was shown, and was it right."""
        entry = state.public.index[persona]
        if entry.unverified[zone]:
            return
        percent = 100 * doubt.right(state.scenario, entry, zone)
        tenth = min(9, int(percent // 10))
        operative = state.secret.operative(persona)
        self.names[tenth] += 1
        self.shown[tenth] += round(100 * percent)
        self.right[tenth] += (operative.home, operative.person) == (zone, state.seats[zone].names[persona])

    def roll(self, chance: int | None, success: bool, kind: str) -> None:
        """Something was rolled: the odds shown before, and what came."""
        assert chance is not None
        self.rolls[kind, chance] += 1
        self.hits[kind, chance] += success


def hasty(view: View, noise: Dice) -> AnyCommand:
    """The analyst, but naming whomever it may, however unlikely."""
    if view.public.phase is Phase.TURN and not lead_waits(view):
        for option in legal(view):
            if isinstance(option, Name):
                return option
    return analyst(view, noise)


def play(made: Scenario, seed: int, policy: Deciding, tally: Tally) -> None:
    """One exercise with this policy in every seat, counted."""
    state, _ = open_exercise(made, Seating(), seed)
    key, count = stream_key(seed, 0, "calibration"), 0
    while state.public.result is None:
        zone = state.public.acting
        command = policy(observe(state, zone), noise_for(key, count))
        chance = odds(observe(state, zone), command)
        happened = decide(state, command)
        assert not isinstance(happened, Rejection)
        if isinstance(command, Name):
            tally.name(state, zone, command.persona)
        for event in happened:
            if isinstance(event, ROLLED):
                tally.roll(chance, event.success, type(event).__name__)
        count += 1


def overconfident(tally: Tally) -> Iterator[str]:
    """Tenths where the chance shown promises too much."""
    for tenth, n in sorted(tally.names.items()):
        shown, right = tally.shown[tenth] / 100 / n, 100 * tally.right[tenth] / n
        line = f"{10 * tenth}-{10 * tenth + 10} %: n {n}, shown {shown:.1f}, right {right:.1f}"
        print(line)
        if n >= 100 and shown - right > ROOM:
            yield line


def miscast(tally: Tally) -> Iterator[str]:
    """Odds that do not come as often as they say, beyond four standard errors."""
    for (kind, chance), n in sorted(tally.rolls.items()):
        hits, p = tally.hits[kind, chance], chance / 100
        line = f"{kind} at {chance} %: n {n}, came {100 * hits / n:.1f}"
        print(line)
        if abs(hits - n * p) > 4 * (n * p * (1 - p)) ** 0.5 + 1e-9:
            yield line


def calibrate(count: int, policy: Deciding) -> Tally:
    """Play `count` exercises on two tables."""
    tally = Tally()
    worlds = (scenario(4), scenario(6, attrs.evolve(NUMBERS, threat_limit=20)))
    for seed in range(count):
        play(worlds[seed % 2], seed, policy, tally)
    return tally


def test_shown_is_what_comes() -> None:
    """Names with verified traits are right at least as often as shown; rolls succeed as often as shown."""
    tally = calibrate(scaled(300), analyst)
    assert not list(overconfident(tally))
    assert not list(miscast(tally))
    assert sum(n >= 100 for n in tally.names.values()) >= 2
    assert {kind for kind, _ in tally.rolls} == {kind.__name__ for kind in ROLLED}
    assert sum(tally.rolls.values()) > 5000


def test_doubtful_names_are_calibrated_too() -> None:
    """Whoever names at any chance: R5.16 holds below the analyst's bar as well."""
    assert not list(overconfident(calibrate(scaled(80), hasty)))


@pytest.mark.long
def test_shown_is_what_comes_in_the_long_run() -> None:
    """The same over many more exercises."""
    for policy in (analyst, hasty):
        tally = calibrate(scaled(2000), policy)
        assert not list(overconfident(tally))
        assert not list(miscast(tally))
