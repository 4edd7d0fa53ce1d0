"""The nine lessons of the tutorial, and which of them a zone has done.

Read from what the zone was told, so that a save that is opened again stands where it stood. Must not know
the state, a save or a screen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

import attrs

from ..core.commands import Analyse, Ask, CallHour, Command, Locate, Monitor, Name, Share, Stage
from ..core.events import (
    Analysed,
    AnyEvent,
    Asked,
    ExerciseEnded,
    HourCalled,
    Located,
    Monitored,
    Named,
    Shared,
    Staged,
)

Lines = Sequence[tuple[int, AnyEvent]]
"""(round, event) in their order."""


@attrs.frozen
class Lesson:
    """One thing to learn: the kind of command that does it, and the event that says it was done by a zone.
    The last, the strike, has no command of its own."""

    id: str
    kind: type[Command] | None
    done_by: Callable[[AnyEvent, int], bool]


def by(kind: type[AnyEvent]) -> Callable[[AnyEvent, int], bool]:
    """A deed of the zone itself; one that rolled, with success."""

    def done(event: AnyEvent, zone: int) -> bool:
        own = isinstance(event, kind) and getattr(event, "zone", -1) == zone
        return own and getattr(event, "success", True)

    return done


def called(event: AnyEvent, zone: int) -> bool:  # noqa: ARG001
    """H-hour stands, by the chair or by the last round."""
    return isinstance(event, HourCalled)


def struck(event: AnyEvent, zone: int) -> bool:  # noqa: ARG001
    """The exercise is over."""
    return isinstance(event, ExerciseEnded)


LESSONS: Final = (
    Lesson("find", Monitor, by(Monitored)),
    Lesson("analyse", Analyse, by(Analysed)),
    Lesson("request", Ask, by(Asked)),
    Lesson("share", Share, by(Shared)),
    Lesson("name", Name, by(Named)),
    Lesson("locate", Locate, by(Located)),
    Lesson("stage", Stage, by(Staged)),
    Lesson("call", CallHour, called),
    Lesson("strike", None, struck),
)


def learned(told: Lines, zone: int) -> frozenset[str]:
    """The ids of the lessons that a zone has done."""
    return frozenset(lesson.id for _round, event in told for lesson in LESSONS if lesson.done_by(event, zone))
