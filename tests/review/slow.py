"""The measures of section 11 a second time: slowly, from whole states, without events.

Shares no code with the review: after every decision the full state is looked at, files and registers are
compared person by person, and what a decision was is taken from its command.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import attrs

from sco_tabletop.core.commands import Analyse, AnyCommand, Bulletin, Share, Stage
from sco_tabletop.core.dice import Dice
from sco_tabletop.core.engine import decide, open_exercise
from sco_tabletop.core.events import AnyEvent
from sco_tabletop.core.rejection import Rejection
from sco_tabletop.core.scenario import Scenario, Seating
from sco_tabletop.core.state import State, observe
from sco_tabletop.core.view import View
from sco_tabletop.core.words import COMMANDER, Struck
from sco_tabletop.review.course import Course, moves_of

Policy = Callable[[View, Dice], AnyCommand]
Held = dict[tuple[int, int, int], tuple[int, int, AnyCommand | None]]


@attrs.define
class Slow:
    """What is noted while an exercise is played. `held` gives for (zone, persona, category) the round, the
    number of the decision and the decision when the zone first had it."""

    identifiable: dict[int, int] = attrs.field(factory=dict)
    able: dict[int, int] = attrs.field(factory=dict)
    named: dict[int, tuple[int, int]] = attrs.field(factory=dict)
    held: Held = attrs.field(factory=dict)
    analysed: list[tuple[int, int, bool]] = attrs.field(factory=list)
    staged: list[int] = attrs.field(factory=list)
    asked: dict[int, Any] = attrs.field(factory=dict)
    rounds: int = 0

    def look(self, state: State, number: int, command: AnyCommand | None, round_before: int) -> None:
        """After decision `number`."""
        for operative in state.secret.operatives:
            persona, home = operative.persona, operative.home
            for seat in state.seats:
                file = seat.files.get(persona)
                for category, value in enumerate(file.traits if file else ()):
                    if value >= 0:
                        mark = (max(1, round_before), number, command)
                        self.held.setdefault((seat.zone, persona, category), mark)
            if state.seats[home].names.get(persona) == operative.person:
                self.named.setdefault(persona, (round_before, number))
            if persona not in self.able and could(state, persona, home, operative.person):
                self.able[persona] = max(1, round_before)
        for request in state.public.requests:
            self.asked[id(request)] = request

    def close(self, state: State, number: int) -> None:
        """A round is over."""
        for operative in state.secret.operatives:
            if operative.persona not in self.identifiable and together(state, operative.persona):
                self.identifiable[operative.persona] = number


def could(state: State, persona: int, home: int, person: int) -> bool:
    """The home's own file picks him, and nobody else of its register."""
    file, entry = state.seats[home].files.get(persona), state.public.index.get(persona)
    if file is None or entry is None:
        return False
    known = [(c, v) for c, v in enumerate(file.traits) if v >= 0]
    fitting = [n for n, p in enumerate(state.seats[home].register) if all(p.traits[c] == v for c, v in known)]
    possible = [z for z in range(len(state.seats)) if entry.possible & (1 << z)]
    return len(known) >= state.scenario.numbers.evidence and fitting == [person] and home in possible


def together(state: State, persona: int) -> bool:
    """All files side by side: enough categories, one person in all zones that the sightings allow."""
    entry = state.public.index.get(persona)
    if entry is None:
        return False
    categories = {
        c
        for seat in state.seats
        if persona in seat.files
        for c, value in enumerate(seat.files[persona].traits)
        if value >= 0
    }
    operative = next(o for o in state.secret.operatives if o.persona == persona)
    truth = state.seats[operative.home].register[operative.person].traits
    seen = [z for z in range(len(state.seats)) if entry.sighted & (1 << z)]
    zones = [
        z for z, zone in enumerate(state.scenario.zones) if all(z == s or s in zone.adjacent for s in seen)
    ]
    fitting = [
        (z, n)
        for z in zones
        for n, person in enumerate(state.seats[z].register)
        if all(person.traits[c] == truth[c] for c in categories)
    ]
    return len(categories) >= state.scenario.numbers.evidence and len(fitting) == 1


def play_slowly(scenario: Scenario, policy: Policy, seed: int) -> tuple[Course, Slow, State]:
    """One exercise, its course for the review and the notes for the slow figures."""
    state, opened = open_exercise(scenario, Seating(), seed)
    steps: list[tuple[int, str, int, tuple[AnyEvent, ...]]] = [(2, "", COMMANDER, opened)]
    slow, number = Slow(), 0
    slow.look(state, 0, None, 1)
    while state.public.result is None:
        zone, before = state.public.acting, state.public.round
        number += 1
        command = policy(observe(state, zone), Dice(seed * 1_000_003 + number))
        happened = decide(state, command)
        assert not isinstance(happened, Rejection), happened
        steps.append((number + 2, "bot", zone, happened))
        if isinstance(command, Analyse):
            got = state.seats[zone].files[command.persona].traits[command.discipline] >= 0
            slow.analysed.append((command.persona, command.discipline, got))
        if isinstance(command, Stage):
            slow.staged.append(before)
        slow.look(state, number, command, before)
        if state.public.round > before or state.public.result is not None:
            slow.close(state, before)
        slow.rounds = before
    return Course(scenario, Seating(), (), moves_of(steps)), slow, state


def figures(slow: Slow, state: State) -> dict[str, object]:
    """Section 11 from the notes."""
    everybody = [o.persona for o in state.secret.operatives]
    gaps = {
        p: (slow.named[p][0] if p in slow.named else slow.rounds + 1) - a
        for p, a in slow.identifiable.items()
    }
    answered: set[tuple[int, int]] = set()
    again = 0
    for persona, discipline, success in slow.analysed:
        again += (persona, discipline) in answered
        if success:
            answered.add((persona, discipline))
    captures = state.public.captures
    struck = {c.operative for c in captures}
    facts = waiting(slow, state)
    return {
        "gaps": gaps,
        "able": slow.able,
        "named": {p: r for p, (r, _number) in slow.named.items()},
        "lost": Fraction(sum(p not in slow.named for p in gaps), len(everybody)),
        "redundancy": share(again, len(slow.analysed)),
        "synchrony": share(sum(r == slow.rounds for r in slow.staged), len(slow.staged)),
        "wrongful": sum(c.outcome is Struck.WRONGFUL for c in captures),
        "captured": share(sum(c.outcome is Struck.CAPTURED for c in captures), len(everybody)),
        "coordination": share(sum(p in struck for p in slow.named), len(slow.named)),
        "exchange": share(sum(handed for _rounds, handed in facts), len(facts)),
        "longest": max((rounds for rounds, _handed in facts), default=None),
        "answered": sum(request.answered for request in slow.asked.values()),
        "asked": len(slow.asked),
    }


def share(part: int, whole: int) -> Fraction | None:
    """A share, None of nothing."""
    return Fraction(part, whole) if whole else None


def waiting(slow: Slow, state: State) -> list[tuple[int, bool]]:
    """(rounds, handed over) for every fact that lay elsewhere before the home had it."""
    found = []
    for operative in state.secret.operatives:
        named = slow.named.get(operative.persona)
        for category in range(5):
            marks = {
                zone: mark
                for (zone, persona, c), mark in slow.held.items()
                if (persona, c) == (operative.persona, category)
            }
            home = marks.pop(operative.home, None)
            end = min([m[1] for m in (home,) if m] + ([named[1]] if named else []) or [1 << 40])
            before = sorted((m for m in marks.values() if m[1] < end), key=lambda m: m[:2])
            if not before:
                continue
            in_time = home is not None and (named is None or home[1] <= named[1])
            until = home[0] if home and in_time else named[0] if named else slow.rounds
            handed = in_time and home is not None and isinstance(home[2], Share | Bulletin)
            found.append((until - before[0][0], handed))
    return found
