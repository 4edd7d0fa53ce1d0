"""Teams on the way (R5.8): the fewest moves that bring every zone the teams it wants.

Knows zones and numbers only; must not know why a team is wanted.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

Flow = dict[tuple[int, int], int]
"""How many teams go from one zone to an adjacent one; a pair without teams is not there."""


def fewest_moves(near: Sequence[Sequence[int]], teams: Sequence[int], wanted: Sequence[int]) -> Flow | None:
    """A cheapest flow over neighbours after which no zone has fewer teams than it wants; None if there is
    none. Exact: shortest augmenting paths, each over the moves made so far."""
    spare = [have - want for have, want in zip(teams, wanted, strict=True)]
    flow: Flow = {}
    while min(spare) < 0:
        path = cheapest_path(near, spare, flow)
        if not path:
            return None
        spare[path[0]] -= 1
        spare[path[-1]] += 1
        for one, other in pairwise(path):
            if flow.get((other, one)):
                add(flow, other, one, -1)
            else:
                add(flow, one, other, 1)
    return flow


def add(flow: Flow, one: int, other: int, teams: int) -> None:
    """Change a flow, keeping pairs without teams out."""
    flow[one, other] = flow.get((one, other), 0) + teams
    if not flow[one, other]:
        del flow[one, other]


def cheapest_path(near: Sequence[Sequence[int]], spare: Sequence[int], flow: Flow) -> list[int]:
    """From a zone with a spare team to one that lacks a team; taking a move back earns it. Empty if none."""
    count = len(spare)
    far = count * count
    cost = [0 if teams > 0 else far for teams in spare]
    before = [-1] * count
    for _ in range(count):
        for zone in range(count):
            for other in near[zone]:
                step = -1 if flow.get((other, zone)) else 1
                if cost[zone] < far and cost[zone] + step < cost[other]:
                    cost[other], before[other] = cost[zone] + step, zone
    _, end = min((cost[zone], zone) for zone in range(count) if spare[zone] < 0)
    if cost[end] >= far:
        return []
    path = [end]
    while before[path[-1]] >= 0:
        path.append(before[path[-1]])
    return path[::-1]


def moves(flow: Flow) -> int:
    """Send a team, so many times."""
    return sum(flow.values())
