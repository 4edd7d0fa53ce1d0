"""What the room shows at the moment: the view, and where the person is looking.

Holds no rule and decides nothing; the panes read it, the room screen changes it.
"""

from __future__ import annotations

from typing import Final

import attrs

from ..core import doubt
from ..core.commands import Command
from ..core.events import AnyEvent
from ..core.rules.strike import staged_here
from ..core.view import View
from ..core.words import COMMANDER
from ..session.chronicle import Chronicle
from ..wording import words
from .graph import Layout
from .text import Line

TRACKS: Final = ("threat", "alert", "trust", "prepared")
"""What is watched, by its name on the board."""


@attrs.define
class Look:
    """`persona` and `place` are the persona and the zone under the eye; `kind` the open list of targets."""

    view: View
    chronicle: Chronicle
    mine: tuple[int, ...]
    practice: bool
    persona: int = -1
    place: int = 0
    kind: type[Command] | None = None
    hold: frozenset[int] = frozenset()
    told: dict[tuple[AnyEvent, int, int], list[Line]] = attrs.field(factory=dict)
    fresh: frozenset[str] = frozenset()
    """Tracks that have just moved, by their names on the board: they stand out for a moment."""
    marks: tuple[int, ...] = ()
    plans: dict[tuple[object, ...], Layout] = attrs.field(factory=dict)
    """The graph as laid out: kept here, so that nothing of it outlives the room."""

    def follow(self, view: View, chronicle: Chronicle, practice: bool) -> None:
        """Something happened: look at the new view; keep the persona while it is on the Index.

        Another zone looks at a persona that it holds a file on.
        """
        moved = view.zone != self.view.zone
        if moved:
            self.kind, self.place = None, max(0, view.zone)
        self.view, self.chronicle, self.practice = view, chronicle, practice
        self.mark()
        order = self.order()
        own = [p for p in order if view.zone != COMMANDER and view.file(p)]
        if self.persona not in order or (moved and own and self.persona not in own):
            self.persona = next(iter(own or order), -1)

    def mark(self) -> None:
        """Notice which tracks have moved since this was asked last."""
        now = tuple(getattr(self.view.public, name) for name in TRACKS)
        moved = (name for name, old, new in zip(TRACKS, self.marks, now, strict=False) if old != new)
        self.fresh, self.marks = self.fresh | frozenset(moved), now

    def order(self) -> tuple[int, ...]:
        """Personas in the order of the board: by function, then as they were found."""
        index = self.view.public.index
        return tuple(sorted(index, key=lambda p: (index[p].function, list(index).index(p))))

    def beside(self, step: int) -> int:
        """The next or previous persona of the board."""
        order = self.order()
        at = order.index(self.persona) if self.persona in order else 0
        return order[(at + step) % len(order)] if order else self.persona

    @property
    def elsewhere(self) -> bool:
        """True if the eye is on a state other than the own one."""
        return self.place != self.view.zone

    def touches(self, persona: int) -> bool:
        """True if the state under the eye, another one, holds a file on a persona."""
        return self.elsewhere and self.view.public.index[persona].held[self.place] >= 0

    def homes(self) -> int:
        """Where the persona under the eye may live, as a mask; none while it may live anywhere."""
        entry = self.view.entry(self.persona)
        everywhere = (1 << len(self.view.public.zones)) - 1
        return 0 if entry is None or entry.possible == everywhere else entry.possible

    def doubtful(self) -> frozenset[int]:
        """Staged personas whose names are rather wrong than right: held unless the person commits them."""
        view = self.view
        return frozenset(
            p
            for p in staged_here(view)
            if doubt.right_percent(view.scenario, view.public.index[p], view.zone) < 50
        )

    def committed(self) -> tuple[int, ...]:
        """Staged personas whose teams will strike."""
        return tuple(p for p in staged_here(self.view) if p not in self.hold)

    def code(self, zone: int) -> str:
        """Short code of a zone."""
        return words.zone_code(self.view.scenario, zone)

    def name(self, zone: int) -> str:
        """Name of a zone."""
        return words.zone_name(self.view.scenario, zone)

    def alias(self, persona: int) -> str:
        """Alias of a persona."""
        return words.persona(self.view.scenario, persona)
