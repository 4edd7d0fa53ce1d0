"""The room of the zone whose decisions are called out: the facilitator enters them, and is back in the
console when the zone's decision is over."""

from __future__ import annotations

from typing import ClassVar

import attrs
from textual.binding import BindingType

from ...i18n import _
from ...session.conducted import ConductedSession
from ...session.step import Step
from ...wording import words
from ..clock import with_clock
from ..conduct_keys import CALLED, TO_PUBLIC
from ..keys import room_bindings
from ..text import Line, Part, Sheet, later, line
from ..widgets import plenary
from ..widgets.standing import ROOMY, round_text, times, where
from .room import RoomScreen


class CalledRoom(RoomScreen, inherit_bindings=False):
    """Over the console. Esc goes back to it at any time; nothing is lost."""

    CSS_PATH = "room.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*room_bindings()]
    about = later(
        "The room of the zone that decides. Enter what the team calls out: the letter of an action, then "
        "its target. It is written down as entered by the facilitator. Esc goes "
        "back to the console; F9 hides all."
    )

    def __init__(self, session: ConductedSession) -> None:
        self.zone, self.chairing = session.acting, session.before_all
        self.conducted = session
        super().__init__(session, over=True)
        self.look.mine = (self.zone,)  # the console may look into all zones; this room is one team's
        own = [entry for entry in RoomScreen.KEYS if entry.action not in ("back", "people", "public")]
        public = attrs.evolve(TO_PUBLIC, action="none")
        self.KEYS = (*own, *CALLED, public)

    def goes_on(self) -> bool:
        """True while this zone decides, or as long as it does so from the chair."""
        session = self.session
        chairing = session.before_all is self.chairing
        return session.human_turn and session.acting == self.zone and chairing

    def head(self, columns: int) -> Line:
        """That this is for few eyes stands first; then whose room it is, and the exercise time. Where
        room is little the panes say the state's name and the phase."""
        roomy, scenario = columns >= ROOMY, self.session.scenario
        zone = (words.zone_name if roomy else words.zone_code)(scenario, self.zone)
        at = where(self.conducted) if roomy else round_text(self.conducted)
        parts: list[Part] = [(_("‼ NOT FOR THE PROJECTOR"), "alarm"), "  ", (_("EXERCISE"), "lead"), "  "]
        parts += [(zone, "key"), "  ", at, "  ", *times(self.conducted)]
        return with_clock(line(*parts), self.clock.left(), columns)

    def decisions(self, columns: int, rows: int) -> Sheet:
        """What the zone can do; from the chair, what is decided before everybody elsewhere."""
        if self.chairing and self.goes_on():
            return plenary.due_sheet(self.look, self.conducted, columns)
        return super().decisions(columns, rows)

    def tick(self) -> None:
        """A second has passed."""
        super().tick()
        self.pane("head").changed()

    def hand_over(self, step: Step | None) -> None:
        """Back to the console."""
        self.table.back_to_console(step)

    def action_back(self) -> None:
        """From the targets to the actions; from there to the console."""
        if self.look.kind is None and self.tab == 4:
            self.table.back_to_console(None)
        else:
            super().action_back()

    def action_people(self) -> None:
        """There is nobody at the keyboard; back to the console, where the participants stand."""
        self.table.back_to_console(None)
