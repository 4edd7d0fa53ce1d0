"""The public room of a facilitated exercise: what stands there by default, and under everything else.

Exercise time, the announced injects, the board; never a line of the script. The console opens over it.
"""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from ...core.words import COMMANDER
from ...i18n import _
from ...session.conducted import ConductedSession
from ..clock import with_clock
from ..conduct_keys import IN_PUBLIC, staffed
from ..keys import Entry, conference_bindings, room_bindings
from ..text import Line, Sheet, later
from ..widgets import plenary
from ..widgets.delivered import deliveries
from ..widgets.standing import halted_text, public_head
from .conference import ConferenceScreen
from .end import EndScreen
from .room import RoomScreen


class PlayerRoom(RoomScreen, inherit_bindings=False):
    """The room of a player in a facilitated exercise."""

    CSS_PATH = "room.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*room_bindings()]
    KEYS: tuple[Entry, ...] = staffed(RoomScreen.KEYS, 4)
    given = -1
    """How many injects it had a second ago."""

    def beat(self, released: int) -> None:
        """Something was released by itself: it is said only if it came to this zone."""
        if released:
            self.see(self.look.view.zone)
        count = len(deliveries(self.look.view))
        if released and 0 <= self.given < count:
            self.tell(_("A new inject has come: F7."), "lead")
        self.given = count


class PlenaryScreen(ConferenceScreen, inherit_bindings=False):
    """The conference with exercise time; while it is halted nothing goes on here."""

    CSS_PATH = "room.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*conference_bindings()]
    Room = PlayerRoom
    about = later(
        "What everybody may know in a facilitated exercise: exercise time, announced injects, Index, tracks, "
        "requests. The chair decides here. F9 opens the facilitator's console, F7 the injects so far."
    )

    def __init__(self, session: ConductedSession) -> None:
        super().__init__(session)
        self.conducted = session
        self.KEYS = staffed(ConferenceScreen.KEYS, 2, IN_PUBLIC)

    def head(self, columns: int) -> Line:
        """Exercise time in the place of the deck's line; the timer of a talk at its end."""
        return with_clock(public_head(self.conducted, columns), self.clock.left(), columns)

    def tick(self) -> None:
        """A second has passed: the header alone is drawn anew."""
        super().tick()
        if self.conducted.running:
            self.pane("head").changed()

    def beat(self, released: int) -> None:
        """Something was released by itself."""
        if released:
            self.see(COMMANDER)
            self.tell(_("A new inject has come."), "lead")

    def decisions(self, columns: int, rows: int) -> Sheet:  # noqa: ARG002
        """What is due, the announced injects, the last turns."""
        return plenary.sheet(self.look, self.conducted, columns)

    # ------------------------------------------------------------------ going on

    def next_decision(self) -> None:
        """As in any conference, but nothing goes on while it is halted."""
        session = self.conducted
        if session.finished:
            self.see(COMMANDER)
            end = EndScreen.of(session, session.view(COMMANDER))
            end.KEYS = staffed(EndScreen.KEYS, 0, IN_PUBLIC)
            self.app.push_screen(end)
        elif session.halted:
            self.see(COMMANDER)
            self.rest()
        else:
            super().next_decision()

    def over_to_people(self) -> bool:
        """Bots stand still while it is halted."""
        return super().over_to_people() or self.conducted.halted

    def peek(self) -> None:
        """Show what everybody may know; bots that are due go on by themselves, and the end is told."""
        super().peek()
        session = self.conducted
        if session.finished or session.halted or not session.human_turn:
            self.next_decision()

    def draw_curtain(self) -> None:
        """To the player who is due; called-out decisions are entered through the console."""
        if self.conducted.halted:
            self.tell(halted_text(self.conducted), "alarm")
        elif self.conducted.conduct.called:
            self.table.open_console(then="decide")
        else:
            super().draw_curtain()

    # ------------------------------------------------------------------ keys

    def action_on(self) -> None:
        """To what is due; while it is halted, why nothing is."""
        if self.conducted.halted and not self.conducted.finished:
            self.tell(halted_text(self.conducted), "alarm")
        else:
            super().action_on()

    def action_people(self) -> None:
        """Who is at the table; nobody is where decisions are called out."""
        if self.conducted.conduct.called:
            text = _(
                "Decisions are called out; nobody sits at the keyboard. Participants stand in the console."
            )
            self.tell(text, "alarm")
        else:
            super().action_people()
