"""What a bot makes of its view: size, homes, doubt, worth of a share. Plain arithmetic, sums in id order.

Only integers and + - * / on floats, no libm: digests agree on every machine.
"""

from __future__ import annotations

from functools import cached_property

from ..core import doubt
from ..core.board import UNCHECKED, Entry, Plot
from ..core.geography import sighting_zones
from ..core.rules.depth import has_hour
from ..core.scenario import Who
from ..core.seat import bits
from ..core.view import View
from ..core.words import CATEGORIES, COMMANDER, Depth, Function

GROWTH = 0.15
"""By how much the mean influence usually grows in a round of find only."""
NAMES_LEADER_TO = (Function.PLANNER, Function.FINANCIER, Function.RECRUITER)
DEGREE = (3.2, 2.6, 2.9, 2.3, 3.6, 1.3, 2.0)
"""How many links an operative of each function usually has."""


class Estimate:
    """One reading of a view; everything is worked out from it on demand."""

    def __init__(self, view: View) -> None:
        self.view, self.public, self.zone = view, view.public, view.zone
        numbers = view.scenario.numbers
        self.left = numbers.rounds - view.public.round
        self.leader_known = any(e.function is Function.LEADER for e in view.public.index.values())
        self.middle = (numbers.operatives_low + numbers.operatives_high) / 2
        known = len(view.public.index)
        self.size = self._size(known)
        self.unknown = max(0.0, self.size - known)
        self.fresh = min(1.0, 1.6 * self.unknown / self.size)
        self.late = self._late()
        self._homes: dict[int, list[float]] = {}

    def _late(self) -> float:
        """What finding somebody is still worth before EndEx, 0..1; where nobody strikes, always all."""
        if self.left >= 5 or not has_hour(self.view.scenario.depth):
            return 1.0
        return 0.8 if self.left >= 3 else 0.35 if self.left == 2 else 0.1

    def _size(self, known: int) -> float:
        """N: the middle of the published range and all recruits, or what is known already."""
        return max(self.middle + len(self.public.recruited), known + (not self.leader_known))

    @cached_property
    def mean(self) -> float:
        """Mean influence."""
        return sum(board.influence for board in self.public.zones) / len(self.public.zones)

    def creep(self, mean: float) -> int:
        """What a mean influence adds to the threat a round (R1.4)."""
        steps = self.view.scenario.numbers.influence_steps
        return max((step.threat for step in steps if mean * 10 >= step.tenths), default=0)

    @cached_property
    def dates(self) -> tuple[int, ...]:
        """Rounds in which the main plot may still fire, as far as anybody knows."""
        public, numbers = self.public, self.view.scenario.numbers
        if public.main_fired:
            return ()
        if public.main_round:
            return (public.main_round,) if public.main_round >= public.round else ()
        return tuple(sorted({day for day in numbers.main_rounds if day >= public.round}))

    @cached_property
    def danger(self) -> float:
        """D: threat that the coming network phase is likely to add."""
        public, numbers = self.public, self.view.scenario.numbers
        total = float(self.creep(self.mean + 0.3))
        for plot in public.plots:
            if plot.due <= public.round:
                total += numbers.plot_threat_protected if self.shielded(plot) else numbers.plot_threat
        if self.dates == (public.round,):
            total += numbers.main_damage
        return total

    @cached_property
    def margin(self) -> float:
        """Threat that is left to the limit if all plots of this round and the next fire unprotected."""
        public, numbers = self.public, self.view.scenario.numbers
        ahead = public.threat + 2 * self.creep(self.mean + 0.3)
        ahead += sum(numbers.plot_threat for plot in public.plots if plot.due <= public.round + 1)
        return float(numbers.threat_limit - ahead)

    def warned(self) -> list[Plot]:
        """Plots of this round and the next that may fire in the own zone and would do their whole harm."""
        soon = [plot for plot in self.public.plots if plot.due <= self.public.round + 1]
        return [plot for plot in soon if plot.zones >> self.zone & 1 and not self.shielded(plot)]

    def shielded(self, plot: Plot) -> bool:
        """True if the plot does less wherever it fires."""
        return all(self.public.protected(zone) for zone in bits(plot.zones))

    @cached_property
    def press(self) -> float:
        """How much the threat presses, 0..1: what it would reach by EndEx if nothing is done."""
        public, numbers, r = self.public, self.view.scenario.numbers, self.left
        if self.view.scenario.depth is Depth.FIND:
            over = 10 * (self.mean + GROWTH * r) - numbers.influence_goal
            return max(0.05, min(1.0, 0.3 + over / 10))
        ahead = public.threat + (0.6 * numbers.main_damage if self.dates else 0.0)
        ahead += sum(numbers.plot_threat for plot in public.plots if plot.due <= numbers.rounds)
        ahead += sum(self.creep(self.mean + 0.2 * j) for j in range(r + 1))
        if r >= 4:
            ahead += 9.6 * min(r - 3, 3) / numbers.preparation_needed
        return max(0.0, min(1.0, (ahead - numbers.threat_limit + 3) / 6))

    def zone_influence(self, who: Who) -> int:
        """Influence where an effect would fall; the rounded mean where a lot decides."""
        boards = self.public.zones
        if who is Who.CHAIR and self.public.chair != COMMANDER:
            return boards[self.public.chair].influence
        levels = [board.influence for board in boards]
        if who is Who.LOT:
            return int(self.mean + 0.5)
        return max(levels) if who is Who.HIGHEST else min(levels)

    def open_files(self) -> tuple[int, ...]:
        """Own files on nobody named yet that lack a trait which nobody holds."""
        files = sorted(self.view.seat.files.items())
        index = self.public.index
        return tuple(p for p, f in files if f.missing & ~index[p].pool() and not index[p].named)

    def homes(self, persona: int) -> list[float]:
        """P(q, y) along zones: the share of weight of each possible home; all 0 in a contradiction."""
        found = self._homes.get(persona)
        if found is None:
            found = self._homes[persona] = home_shares(self.view, self.public.index[persona])
        return found

    def analyse(self, zone: int, discipline: int) -> float:
        """a(y, d): the Analyse chance of a zone, 0..1."""
        return self.view.scenario.chances.analyse[self.public.zones[zone].level(discipline)] / 100

    def namer(self, entry: Entry) -> int:
        """A zone that has named the persona, -1 if none."""
        return bits(entry.named)[0] if entry.named else -1

    def doubt(self, entry: Entry, zone: int) -> float:
        """W of the zone's file (R5.16)."""
        return doubt.weight(self.view.scenario, entry, zone) / doubt.UNIT

    def right(self, entry: Entry, zone: int) -> float:
        """Chance that the zone's name is right."""
        return doubt.right(self.view.scenario, entry, zone)

    def share(self, persona: int, to: int) -> float:
        """S(q, y): what handing the own file to a zone is worth."""
        entry = self.public.index[persona]
        if self.view.scenario.depth is Depth.FIND:
            return self._share_find(entry, to)
        own, theirs = max(0, entry.held[self.zone]), entry.held[to]
        new = (own & ~max(0, theirs)).bit_count()
        if not new and theirs >= 0:
            return 0.0
        share = self.homes(persona)[to]
        worth = (
            self._share_named(entry, to, new, share)
            if entry.named
            else self._share_open(entry, to, new, share)
        )
        return worth + 0.4 if worth > 0 and self.asked(persona, to) else worth

    def _share_find(self, entry: Entry, to: int) -> float:
        """Whoever has a file sees its persona again: worth it where that would narrow the home."""
        allowed = sighting_zones(self.public, entry)
        narrowed = allowed & self.public.reach[to]
        wide = allowed.bit_count() > self.view.scenario.numbers.attributed_zones
        if entry.held[to] >= 0 or not wide or narrowed in (0, allowed):
            return 0.0
        return 0.3 + self.view.scenario.chances.trace_left[entry.function] / 100

    def _share_open(self, entry: Entry, to: int, new: int, share: float) -> float:
        theirs = entry.held[to]
        k = max(0, theirs).bit_count()
        c2, c3 = k < 2 <= k + new, k < 3 <= k + new
        worth = share * (2.4 * new + 0.6 * c2 + 1.2 * c3) + (0.3 if c2 and share > 0 else 0.0)
        if theirs < 0 and entry.frozen_until <= self.public.round:
            worth += 0.9 * self._expertise(entry, to)
        return worth

    def request(self, persona: int, holder: int) -> float:
        """What asking for the file is worth: the likely home lacks what the other zone holds."""
        entry = self.public.index[persona]
        share = self.homes(persona)[self.zone]
        new = (max(0, entry.held[holder]) & ~max(0, entry.held[self.zone])).bit_count()
        return share * new if share >= 0.4 and not entry.named and new else 0.0

    def asked(self, persona: int, zone: int) -> bool:
        """True if the zone has asked this one for the file, or for a category of it, without an answer."""
        return any(
            r.asker == zone and r.holder == self.zone and r.persona == persona and not r.answered
            for r in self.public.requests
        )

    def contradicted(self, persona: int, category: int) -> bool:
        """True if no home is left (R9.1) and the own file holds this category unverified."""
        file = self.view.seat.files[persona]
        return self.public.index[persona].possible == 0 and bool(file.unverified >> category & 1)

    def _share_named(self, entry: Entry, to: int, new: int, share: float) -> float:
        namer = self.namer(entry)
        if to == namer:
            return 0.5 * new if self.doubt(entry, namer) > 0.12 else 0.0
        return 0.8 * share if share > 0.05 else 0.0

    def _expertise(self, entry: Entry, to: int) -> float:
        """How much better the other zone answers what nobody holds."""
        pool = entry.pool()
        gains = [
            self.analyse(to, d) - 0.5 * self.analyse(self.zone, d)
            for d in range(CATEGORIES)
            if not pool >> d & 1
        ]
        return max(0.0, max(gains, default=0.0))

    def expected_chatter(self) -> float:
        """Traces here that known personas may have laid: what Monitor would find nothing new in."""
        total = 0.0
        for persona in sorted(self.view.seat.files):
            entry = self.public.index[persona]
            allowed = sighting_zones(self.public, entry)
            if not self.public.frozen(persona) and allowed >> self.zone & 1:
                left = self.view.scenario.chances.trace_left[entry.function] / 100
                total += 0.8 * left / allowed.bit_count()
        return total


def readable(e: Estimate) -> tuple[float, float]:
    """(traces here of own files with a trait still wanted, traces here of all own files), expected."""
    live = total = 0.0
    for persona in sorted(e.view.seat.files):
        entry, file = e.public.index[persona], e.view.seat.files[persona]
        allowed = sighting_zones(e.public, entry)
        if e.public.dark(persona) or not allowed >> e.zone & 1:
            continue
        left = e.view.scenario.chances.trace_left[entry.function] / 100 / allowed.bit_count()
        total += left
        if file.missing and not entry.named:
            live += left * (file.missing & ~entry.pool()).bit_count() / file.missing.bit_count()
    return live, total


def narrowing(e: Estimate) -> float:
    """Traces here that would narrow a home which sightings leave wide, weighed (find only)."""
    total, here = 0.0, e.public.reach[e.zone]
    for persona in sorted(e.public.index):
        entry = e.public.index[persona]
        allowed = sighting_zones(e.public, entry)
        if allowed.bit_count() <= e.view.scenario.numbers.attributed_zones or not allowed & here:
            continue
        if allowed & here != allowed:
            left = e.view.scenario.chances.trace_left[entry.function] / 100
            total += left / here.bit_count() * (1.2 if entry.held[e.zone] >= 0 else 0.9)
    return total


def wanting(e: Estimate, zone: int, discipline: int) -> tuple[int, ...]:
    """Personas on file in a zone and not named there whose trait of this discipline nobody holds."""
    return tuple(
        persona
        for persona, entry in sorted(e.public.index.items())
        if entry.held[zone] >= 0 and not entry.named >> zone & 1 and not entry.pool() >> discipline & 1
    )


def home_shares(view: View, entry: Entry) -> list[float]:
    """Weight of a possible home: candidates there, quartered for each trait not yet tested there."""
    most = max(max(0, held).bit_count() for held in entry.held)
    weights = [0.0] * len(entry.held)
    for zone in bits(entry.possible):
        hits = entry.hits[zone]
        count = view.scenario.numbers.register_size if hits == UNCHECKED else hits
        weights[zone] = count / 4 ** max(0, most - entry.tested[zone])
    total = sum(weights)
    return [weight / total for weight in weights] if total else weights
