"""Commit or hold (R4.6) and the strike (section 7)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..commands import Commit
from ..events import CommitmentMade, PhaseBegan, TeamsCommitted, TeamStruck
from ..figures import escape_percent
from ..rejection import Reason, Rejection
from ..scenario import Numbers
from ..view import View
from ..words import GRADES, Cause, EndReason, Function, Phase, Result, Struck, Track
from .ending import finish
from .mechanic import Mechanic, no_roll
from .tracks import move_track

if TYPE_CHECKING:
    from ..desk import Desk


def staged_here(view: View) -> tuple[int, ...]:
    """Personas for which the zone's teams stand ready, ascending."""
    return tuple(p for p in sorted(view.seat.names) if view.public.index[p].staged >> view.zone & 1)


def begin_commit(desk: Desk) -> None:
    """Ask the next zone with staged teams, clockwise from the first to act; after the last, strike."""
    public = desk.state.public
    count = len(public.zones)
    for step in range(count):
        zone = (public.lead_zone + step) % count
        if public.staged_in(zone) and not public.committed >> zone & 1:
            desk.emit(PhaseBegan(Phase.COMMIT, zone))
            return
    strike(desk)


def candidates(view: View) -> Iterable[Commit]:
    """All, none, and every choice between them while there are few teams."""
    staged = staged_here(view)
    for mask in range((1 << len(staged)) - 1, -1, -1):
        yield Commit(view.zone, tuple(p for i, p in enumerate(staged) if mask >> i & 1))


def refusal(view: View, command: Commit) -> Rejection | None:
    for persona in command.personas:
        entry = view.public.index.get(persona)
        if entry is None or not entry.staged >> command.zone & 1:
            return Rejection(Reason.NOT_STAGED, "R4.6", persona=persona)
    return None


def resolve(desk: Desk, command: Commit) -> None:
    desk.emit(TeamsCommitted(command.zone, tuple(sorted(set(command.personas)))))
    desk.emit(CommitmentMade(command.zone))
    begin_commit(desk)


def strike(desk: Desk) -> None:
    """R7.1: all committed teams at once; each person once; then everything is opened."""
    public, count = desk.state.public, len(desk.state.public.zones)
    struck: set[tuple[int, int]] = set()
    for step in range(count):
        zone = (public.lead_zone + step) % count
        for persona in desk.state.seats[zone].commitment:
            person = desk.state.seats[zone].names[persona]
            if (zone, person) not in struck:
                struck.add((zone, person))
                strike_one(desk, zone, persona, person)
    for capture in list(public.captures):
        if capture.outcome is Struck.WRONGFUL:
            move_track(desk, Track.TRUST, -desk.state.scenario.numbers.wrongful_trust, Cause.WRONGFUL)
    finish(desk, strike_result(desk), EndReason.STRIKE if struck else EndReason.NO_TEAM)


def strike_one(desk: Desk, zone: int, persona: int, person: int) -> None:
    """An operative, even under another's persona, is captured unless he escapes; anyone else is wronged."""
    operative = desk.state.secret.who(zone, person)
    if operative is None:
        desk.emit(TeamStruck(zone, persona, person, Struck.WRONGFUL, -1))
        return
    chance = escape_percent(desk.state.public, desk.state.scenario.numbers)
    escaped = desk.dice("strike").chance(chance)
    outcome = Struck.ESCAPED if escaped else Struck.CAPTURED
    desk.emit(TeamStruck(zone, persona, person, outcome, operative.persona))


def decisive_count(numbers: Numbers, size: int) -> int:
    """How many captures of a network of this size are decisive, the leader among them (R7.2)."""
    return -(-numbers.quota * size // 100)


def strike_result(desk: Desk) -> Result:
    """R7.2, then one grade lower for each wrongful detention (R7.3); trust gone is failed."""
    public, numbers = desk.state.public, desk.state.scenario.numbers
    operatives = desk.state.secret.operatives
    caught = {c.operative for c in public.captures if c.outcome is Struck.CAPTURED}
    leader = any(o.function is Function.LEADER and o.persona in caught for o in operatives)
    share = 100 * len(caught)
    if len(caught) == len(operatives):
        grade = 0
    elif leader and len(caught) >= decisive_count(numbers, len(operatives)):
        grade = 1
    elif leader or share >= numbers.partial_quota * len(operatives):
        grade = 2
    else:
        grade = 3
    wrongful = sum(c.outcome is Struck.WRONGFUL for c in public.captures)
    if public.trust <= 0:
        return Result.FAILED
    return GRADES[min(grade + wrongful, 3)]


MECHANIC = Mechanic(Commit, "R4.6", Phase.COMMIT, candidates, refusal, resolve, no_roll)
