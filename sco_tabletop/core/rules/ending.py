"""How an exercise ends: everything is opened (R7.1, R4.8), and how a short depth is judged (section 10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..attribution import attributed, influence_in_goal
from ..board import Revealed
from ..events import AttributionOpened, ExerciseEnded, NameOpened, NetworkOpened
from ..words import GRADES, Depth, EndReason, Function, Result

if TYPE_CHECKING:
    from ..desk import Desk


def endex(desk: Desk) -> None:
    """R10.2: after the turns of the last round a short depth is judged as it stands."""
    find = desk.state.scenario.depth is Depth.FIND
    finish(desk, find_result(desk) if find else named_result(desk), EndReason.ENDEX)


def finish(desk: Desk, result: Result, reason: EndReason) -> None:
    """Open everything and end the exercise; a short depth first opens what the zones had found out."""
    secret = desk.state.secret
    open_work(desk)
    revealed = tuple(
        Revealed(
            o.persona,
            o.function,
            o.home,
            o.person,
            tuple(sorted(secret.operatives[number].persona for number in o.links)),
        )
        for o in secret.operatives
    )
    desk.emit(NetworkOpened(revealed, secret.main_round))
    desk.emit(ExerciseEnded(result, reason))


def end_if_lost(desk: Desk) -> None:
    """R4.8: public trust gone at any moment is the end."""
    if desk.state.public.result is None and desk.state.public.trust <= 0:
        finish(desk, Result.FAILED, EndReason.TRUST)


def open_work(desk: Desk) -> None:
    """Find only: who is attributed (R10.3). Find and investigate: every name (R10.4)."""
    depth = desk.state.scenario.depth
    if depth is Depth.FIND:
        desk.emit(AttributionOpened(attributed(desk.state.scenario, desk.state.public)))
    elif depth is Depth.INVESTIGATE:
        for name in names(desk):
            desk.emit(name)


def names(desk: Desk) -> tuple[NameOpened, ...]:
    """Every name that stands, by zone and persona, with who the person really is (R10.4)."""
    found = []
    for seat in desk.state.seats:
        for persona, person in sorted(seat.names.items()):
            operative = desk.state.secret.who(seat.zone, person)
            found.append(NameOpened(seat.zone, persona, person, operative.persona if operative else -1))
    return tuple(found)


def reaches(count: int, total: int, percent: int) -> bool:
    """True if `count` of `total` is at least `percent`, compared exactly (R1.5)."""
    return 100 * count >= percent * total


def find_result(desk: Desk) -> Result:
    """R10.1, find only: the share attributed of the network without its leader; to win, calm as well."""
    public, scenario = desk.state.public, desk.state.scenario
    numbers, known = scenario.numbers, attributed(scenario, public)
    others = [o.persona for o in desk.state.secret.operatives if o.function is not Function.LEADER]
    count, total = sum(persona in known for persona in others), len(others)
    if influence_in_goal(scenario, public):
        if reaches(count, total, numbers.attributed_complete):
            return Result.COMPLETE
        if reaches(count, total, numbers.attributed_quota):
            return Result.DECISIVE
    return Result.PARTIAL if reaches(count, total, numbers.attributed_partial) else Result.FAILED


def named_result(desk: Desk) -> Result:
    """R10.1, find and investigate: the share rightly named, the leader; a grade less a wrong name (R10.4)."""
    numbers, operatives, given = desk.state.scenario.numbers, desk.state.secret.operatives, names(desk)
    right = {name.persona for name in given if name.operative == name.persona}
    leader = any(o.function is Function.LEADER and o.persona in right for o in operatives)
    count, total = len(right), len(operatives)
    if leader and reaches(count, total, numbers.named_complete):
        grade = 0
    elif leader and reaches(count, total, numbers.named_quota):
        grade = 1
    else:
        grade = 2 if reaches(count, total, numbers.named_partial) else 3
    wrong = sum(name.operative != name.persona for name in given)
    return GRADES[min(grade + wrong, 3)]
