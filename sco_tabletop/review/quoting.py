"""Events of a course as lines a person reads: what the reader was told, or everything with its addressee.

Knows a course and the texts; must not know how lines are laid out.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from ..core.apply import tell
from ..core.events import AliasesDealt, AnyEvent, InjectDelivered, Told
from ..core.view import View, blank_view
from ..core.words import COMMANDER
from ..i18n import _
from ..wording import words
from ..wording.events import event_text
from ..wording.truth import secret_text
from .course import Course


@attrs.frozen
class Quote:
    """One line of the log as text."""

    line: int
    round: int
    text: str


class Quoter:
    """Puts the events of one course into words. With `truth`, a full course's secret events too."""

    def __init__(self, course: Course, *, truth: bool = False) -> None:
        self.course, self.truth = course, truth and course.reader is None
        self._events = {move.line: move.events for move in course.moves}
        self._lines: dict[int, tuple[str, ...]] = {}
        self._views = {zone: self._view(zone) for zone in self._readers()}
        self._aliases = next(
            (e.personas for move in course.moves[:1] for e in move.events if isinstance(e, AliasesDealt)), ()
        )

    def _readers(self) -> tuple[int, ...]:
        if self.course.reader is not None:
            return (self.course.reader,)
        return (COMMANDER, *range(len(self.course.scenario.zones)))

    def _view(self, zone: int) -> View:
        """The seat's register and the cards are all that texts look at: the last view serves every line."""
        view = blank_view(self.course.scenario, self.course.seating, zone)
        for move in self.course.moves:
            for event in move.events:
                if event.told is Told.PUBLIC or (event.told is Told.ZONE and event_zone(event) == zone):
                    tell(view, event)
        return view

    def text(self, event: AnyEvent) -> str | None:
        """The line, or None where there is none."""
        course = self.course
        if event.told is Told.NOBODY:
            return secret_text(course.scenario, self._aliases, event) if self.truth else None
        if event.told is Told.PUBLIC:
            return event_text(self._views[COMMANDER if course.reader is None else course.reader], event)
        zone = event_zone(event)
        if zone not in self._views:
            return None
        text = event_text(self._views[zone], event)
        if text is None or course.reader is not None or isinstance(event, InjectDelivered):
            return text
        return _("To {zone}: {text}").format(zone=words.zone_name(course.scenario, zone), text=text)

    def of_line(self, line: int) -> tuple[str, ...]:
        """What stands on one line of the save."""
        if line not in self._lines:
            events = self._events.get(line, ())
            self._lines[line] = tuple(text for event in events if (text := self.text(event)))
        return self._lines[line]

    def all(self) -> Iterator[Quote]:
        """Everything that has words."""
        for move in self.course.moves:
            for text in self.of_line(move.line):
                yield Quote(move.line, move.round, text)


def event_zone(event: AnyEvent) -> int:
    """The zone in the field of that name; COMMANDER without one."""
    return getattr(event, "zone", COMMANDER)
