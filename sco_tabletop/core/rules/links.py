"""Links between operatives at the start (R2.5)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ..dice import Dice
from ..words import Function

CORE_LINKS: Final = (
    (Function.LEADER, Function.PLANNER),
    (Function.LEADER, Function.FINANCIER),
    (Function.LEADER, Function.RECRUITER),
    (Function.PLANNER, Function.FINANCIER),
    (Function.PLANNER, Function.ARMOURER),
    (Function.FINANCIER, Function.ARMOURER),
)
SUPPLIED: Final = (Function.PLANNER, Function.FINANCIER, Function.ARMOURER, Function.RECRUITER)


def draw_links(functions: Sequence[Function], dice: Dice) -> tuple[tuple[int, int], ...]:
    """Pairs of operative numbers (lower first). Absent functions make no link."""
    by_function = {f: [i for i, g in enumerate(functions) if g is f] for f in Function}
    links: set[tuple[int, int]] = set()

    def link(a: int, b: int) -> None:
        links.add((min(a, b), max(a, b)))

    for one, other in CORE_LINKS:
        if by_function[one] and by_function[other]:
            link(by_function[one][0], by_function[other][0])
    recruiters = by_function[Function.RECRUITER]
    for turn, propagandist in enumerate(by_function[Function.PROPAGANDIST]):
        if recruiters:
            link(propagandist, recruiters[turn % len(recruiters)])
    for second in recruiters[1:]:
        if by_function[Function.FINANCIER]:
            link(second, by_function[Function.FINANCIER][0])
    for courier in by_function[Function.COURIER]:
        anyone = [i for i, f in enumerate(functions) if f not in (Function.LEADER, Function.COURIER)]
        supplied = [i for i, f in enumerate(functions) if f in SUPPLIED]
        for ends in (anyone, supplied):
            if ends:
                link(courier, dice.pick(ends))
    return tuple(sorted(links))
