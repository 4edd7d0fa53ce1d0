"""The shape of a mechanic: may / may not and why / how likely / do it. `legal` and `engine` go through it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import attrs

from ..commands import Command
from ..rejection import Reason, Rejection
from ..view import View
from ..words import Discipline, Phase

if TYPE_CHECKING:
    from ..desk import Desk

C = TypeVar("C", bound=Command)


@attrs.frozen
class Mechanic(Generic[C]):
    """One command type. `candidates` may hold impossible ones; `refusal` has the last word on each.

    `chance` gives whole per cent, None where nothing is rolled. `resolve` runs only on commands not refused.
    """

    command: type[C]
    rule: str
    phase: Phase
    candidates: Callable[[View], Iterable[C]]
    refusal: Callable[[View, C], Rejection | None]
    resolve: Callable[[Desk, C], None]
    chance: Callable[[View, C], int | None]


AnyMechanic = Mechanic[Any]


def no_roll(view: View, command: Command) -> int | None:  # noqa: ARG001
    """`chance` of what always works."""
    return None


def never_refused(view: View, command: Command) -> Rejection | None:  # noqa: ARG001
    """`refusal` of what is always possible in its phase."""
    return None


def best_level(view: View, disciplines: tuple[Discipline, ...]) -> int:
    """The zone's best level among disciplines, loans included (R1.2)."""
    return max(view.public.zones[view.zone].level(discipline) for discipline in disciplines)


def missing_file(view: View, persona: int, rule: str) -> Rejection | None:
    """A zone acts only on files it holds (R3.2)."""
    if persona in view.seat.files:
        return None
    reason = Reason.NO_FILE if persona in view.public.index else Reason.UNKNOWN_PERSONA
    return Rejection(reason, rule, persona=persona)


def unknown_zone(view: View, zone: int, rule: str) -> Rejection | None:
    """Another zone has to be a zone, and another one."""
    if not 0 <= zone < len(view.public.zones):
        return Rejection(Reason.UNKNOWN_ZONE, rule, zone=zone)
    if zone == view.zone:
        return Rejection(Reason.OWN_ZONE, rule, zone=zone)
    return None
