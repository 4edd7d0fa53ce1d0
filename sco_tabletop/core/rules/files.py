"""Writing into files: opening, traits, links, the automatic register check, names that go.

Every change of a file runs through here, so the Index, the check (R3.9), names (R5.17) and the main-plot
date (R3.7) can never lag behind.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..board import UNCHECKED
from ..events import (
    Discarded,
    FileOpened,
    HoldingChanged,
    LinksLearned,
    MainPlotDated,
    NameLost,
    PersonaFound,
    RegisterChecked,
    Sighted,
    TraitsDiffer,
    TraitsLearned,
)
from ..seat import bits
from ..words import Function, NameLoss
from .depth import has_traits

if TYPE_CHECKING:
    from ..desk import Desk
    from ..dice import Dice
    from ..scenario import Scenario


def open_file(desk: Desk, zone: int, persona: int) -> None:
    """Give `zone` an empty file if it has none; a persona not on the Index comes on it (R3.4)."""
    if persona not in desk.state.public.index:
        desk.emit(PersonaFound(persona, desk.state.secret.operative(persona).function))
    if persona not in desk.state.seats[zone].files:
        desk.emit(FileOpened(zone, persona))


def sight(desk: Desk, zone: int, persona: int, channel: int) -> None:
    """A sighting restricts the possible homes at once (R3.8); names may go."""
    desk.emit(Sighted(zone, persona, channel))
    settle_names(desk, persona)


def write_traits(
    desk: Desk, zone: int, persona: int, traits: tuple[tuple[int, int], ...], unverified: int = 0
) -> None:
    """Write (category, value) pairs that the file lacks; `unverified` marks categories among them (R3.2)."""
    if not traits:
        return
    desk.emit(TraitsLearned(zone, persona, traits, unverified))
    refresh(desk, zone, persona)


def true_value(desk: Desk, persona: int, category: int) -> int:
    """The operative's own value of a trait."""
    operative = desk.state.secret.operative(persona)
    return desk.state.seats[operative.home].register[operative.person].traits[category]


def looks(scenario: Scenario) -> int:
    """How many traits a first look gives away (R3.13): none where the depth has no traits (R10.1)."""
    return scenario.numbers.first_look if has_traits(scenario.depth) else 0


def read_traits(desk: Desk, dice: Dice, zone: int, seen: Sequence[int]) -> None:
    """What a first look gives away (R3.13): traits that the file of one persona seen lacks, each by lot.

    Nothing, and no dice, where the deck has no first look or the depth no traits (R10.1).
    """
    files, count = desk.state.seats[zone].files, looks(desk.state.scenario)
    open_files = [(persona, files[persona].missing) for persona in seen if files[persona].missing]
    if not open_files or not count:
        return
    persona, found = draw_look(dice, open_files, count)
    write_traits(desk, zone, persona, tuple((c, true_value(desk, persona, c)) for c in found))


def draw_look(dice: Dice, open_files: Sequence[tuple[int, int]], count: int) -> tuple[int, list[int]]:
    """The lots of a first look (R3.13): one of the personas given with what their files lack, and which of
    these categories it shows."""
    persona, lacking = dice.pick(open_files)
    missing = list(bits(lacking))
    dice.shuffle(missing)
    return persona, sorted(missing[:count])


def discard_trait(desk: Desk, zone: int, persona: int, category: int) -> None:
    """Take a trait off the zone's own file (R9.2); other zones' copies stay."""
    desk.emit(Discarded(zone, persona, category))
    refresh(desk, zone, persona)


def refresh(desk: Desk, zone: int, persona: int) -> None:
    """Bring Index, register check, names and main-plot date in line with a changed file."""
    file = desk.state.seats[zone].files[persona]
    desk.emit(HoldingChanged(zone, persona, file.held, file.unverified))
    entry = desk.state.public.index[persona]
    if file.count >= desk.state.scenario.numbers.check_from:
        desk.emit(RegisterChecked(zone, persona, file.matches.bit_count(), file.count))
    elif entry.hits[zone] != UNCHECKED:
        desk.emit(RegisterChecked(zone, persona, UNCHECKED, 0))
    settle_names(desk, persona)
    date_main_plot(desk, persona, file.count)


def settle_names(desk: Desk, persona: int) -> None:
    """Let names go that R5.15 no longer allows (R5.17)."""
    for zone in bits(desk.state.public.index[persona].named):
        why = name_loss(desk, zone, persona)
        if why:
            desk.emit(NameLost(zone, persona, why))


def name_loss(desk: Desk, zone: int, persona: int) -> NameLoss | None:
    """Why the zone's name on the persona cannot stand, or None (R5.17)."""
    seat, entry = desk.state.seats[zone], desk.state.public.index[persona]
    file = seat.files[persona]
    if file.matches != 1 << seat.names[persona]:
        return NameLoss.MISMATCH
    if file.count < desk.state.scenario.numbers.evidence:
        return NameLoss.EVIDENCE
    if not entry.possible >> zone & 1:
        return NameLoss.GEOGRAPHY
    return None


def date_main_plot(desk: Desk, persona: int, traits: int) -> None:
    """R3.7: enough traits on the planner in any one zone, or on the leader where the deck says so, make the
    date public for good."""
    state = desk.state
    known = state.public.main_round or not state.secret.main_round
    function = state.public.index[persona].function
    from_leader = function is Function.LEADER and state.scenario.numbers.date_leader > 0
    wanted = function is Function.PLANNER or from_leader
    if wanted and not known and traits >= state.scenario.numbers.date_evidence:
        desk.emit(MainPlotDated(state.secret.main_round))


def write_links(desk: Desk, zone: int, persona: int, links: int, exhausted: bool) -> None:
    """Write links (a mask of personas) on both ends' files, opening the other ends' if need be (R5.4)."""
    file = desk.state.seats[zone].files[persona]
    fresh = links & ~file.links
    for other in bits(fresh):
        open_file(desk, zone, other)
    if fresh or (exhausted and not file.exhausted):
        desk.emit(LinksLearned(zone, persona, fresh, exhausted))


def hand_over(desk: Desk, zone: int, persona: int, to: int) -> None:
    """Copy a whole file to another zone, which keeps its own values where it has them (R5.5)."""
    sent = desk.state.seats[zone].files[persona]
    open_file(desk, to, persona)
    own = desk.state.seats[to].files[persona]
    both = bits(sent.held & own.held)
    differing = sum(1 << c for c in both if sent.traits[c] != own.traits[c])
    if differing & ~own.differs:
        desk.emit(TraitsDiffer(to, persona, differing))
    fresh = sent.held & ~own.held
    traits = tuple((c, sent.traits[c]) for c in bits(fresh))
    write_traits(desk, to, persona, traits, sent.unverified & fresh)
    write_links(desk, to, persona, sent.links, sent.exhausted)
