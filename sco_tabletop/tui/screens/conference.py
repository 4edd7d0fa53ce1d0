"""The public room: made to be talked over after the turns, and what stands under every hand-over.

Everything here is drawn from the public board; the rooms of the players are opened over it and removed whole.
"""

from __future__ import annotations

from typing import ClassVar

import attrs
from textual.binding import BindingType

from ...core.commands import AnyCommand, ChooseOption
from ...core.events import Told
from ...core.legal import refusal
from ...core.words import COMMANDER, Phase
from ...i18n import _
from ...session.conference import last_turns
from ...session.questions import question_for
from ...session.session import Session
from ...session.step import Step
from ...wording import rejections
from ..clock import CONFERENCE_MINUTES
from ..keys import CONFERENCE, Entry, conference_bindings
from ..look import Look
from ..text import Sheet, later
from ..widgets import conference
from .curtain import CurtainScreen
from .end import EndScreen
from .people import PeopleScreen
from .room import RoomScreen


class ConferenceScreen(RoomScreen, inherit_bindings=False):
    """The room of nobody's zone. Players' rooms lie over it while their curtain is open."""

    CSS_PATH = "room.tcss"
    KEYS: tuple[Entry, ...] = CONFERENCE
    BINDINGS: ClassVar[list[BindingType]] = [*conference_bindings()]
    about = later(
        "What everybody may know, to be talked over: Index, tracks, requests, who has acted. The chair "
        "draws the inject and calls H-hour here. E goes on, T starts a timer for the talk."
    )

    before_all = True
    letters = False
    Room: ClassVar[type[RoomScreen]] = RoomScreen
    """The room of a player that opens over this one."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.look.mine = ()

    def tab_names(self) -> dict[int, str]:
        """The tabs of the narrow room."""
        return {**super().tab_names(), 4: _("Conference")}

    # ------------------------------------------------------------------ public eyes

    def eyes(self, zone: int) -> int:  # noqa: ARG002
        """Whatever was decided, it is shown as everybody was told it."""
        return COMMANDER

    def see(self, zone: int) -> None:  # noqa: ARG002
        """Take the public view anew."""
        super().see(COMMANDER)

    def decisions(self, columns: int, rows: int) -> Sheet:  # noqa: ARG002
        """The decision that is due, the requests, the last turns."""
        session = self.session
        acted = last_turns(session.journal(COMMANDER), len(session.seats))
        recall = session.shared and bool(session.undo_reach())
        return conference.sheet(
            self.look, session.chair_view(), session.roster, acted, columns, recall=recall
        )

    # ------------------------------------------------------------------ going on

    def next_decision(self) -> None:
        """The chair decides here; a zone behind its curtain; bots by and by."""
        session = self.session
        self.see(COMMANDER)
        if session.finished:
            self.app.push_screen(EndScreen.of(session, session.view(COMMANDER)))
        elif not session.human_turn:
            self.start_bots()
        elif session.before_all:
            self.rest()
            if session.phase is Phase.CHOICE:
                self.show_card((), chooses=True)
        else:
            self.draw_curtain()

    def rest(self) -> None:
        """Stand open with the keys on the conference."""
        self.stop_bots()
        self.reading = False
        self.pane("actions").changed(forget=True)
        self.go_tab(4)

    def your_turn(self) -> None:
        """Bots are done; what they did stands in the journal."""
        self.fast, self.waited = False, 0

    def go_on_from(self, step: Step | None) -> None:
        """A player's room has closed: go on from what all may know of the last decision."""
        self.see(COMMANDER)
        self.rest()
        if step is None:
            self.next_decision()
            return
        told = tuple(event for event in step.told if event.told is Told.PUBLIC)
        self.report(told)
        self.after(attrs.evolve(step, reader=COMMANDER, told=told))

    def draw_curtain(self) -> None:
        """To the player who is due: straight into the room if the curtain is open, else the curtain first."""
        if not self.session.before_all:
            self.clock.stop()
        if self.session.acting in self.session.mine:
            self.app.push_screen(self.Room(self.session, over=True))
        else:
            self.app.push_screen(CurtainScreen(self.session), self.opened)

    def opened(self, answer: str | None) -> None:
        """The curtain is gone: into the room, or to what was asked for instead."""
        if answer == "open":
            self.draw_curtain()
        elif answer == "people":
            self.action_people()
        elif answer == "undo":
            self.action_undo()
        else:
            self.peek()

    def peek(self) -> None:
        """Show what everybody may know, as long as it is wanted."""
        self.see(COMMANDER)
        self.rest()

    # ------------------------------------------------------------------ deciding before everybody

    def take(self, key: object) -> None:
        """A row of the pane."""
        if key == conference.HAND_OVER:
            self.draw_curtain()
        elif key == conference.RECALL:
            self.action_undo()
        else:
            super().take(key)

    def deciding(self) -> Look:
        """Decisions are weighed from the chair."""
        return Look(self.session.chair_view(), self.look.chronicle, (), self.look.practice)

    def attempt(self, command: AnyCommand) -> None:
        """As in a room, from the chair."""
        chair = self.session.chair_view()
        refused = refusal(chair, command)
        if refused is not None:
            reason = rejections.rejection_text(chair, refused)
            self.tell(_("{reason} ({rule})").format(reason=reason, rule=refused.rule), "alarm")
            return
        question = question_for(self.look.view, command)
        if question is None:
            self.submit(command)
        else:
            self.ask(*question, lambda yes: self.submit(command) if yes else None)

    def choose_option(self, number: int | None) -> None:
        """The answer from a dilemma's card; below 0 it waits in the room."""
        if number is not None and number >= 0:
            self.attempt(ChooseOption(self.session.acting, number))

    # ------------------------------------------------------------------ keys

    def action_on(self) -> None:
        """To what is due."""
        if self.session.finished or not self.session.human_turn:
            self.next_decision()
        elif not self.session.before_all:
            self.draw_curtain()
        elif self.tab != 4:
            self.go_tab(4)
        elif self.session.phase in (Phase.INJECT, Phase.CALL):
            self.take(self.pane("actions").sheet.start)
        else:
            self.tell(_("Choose with the arrow keys, then Enter."), "lead")

    def action_own(self) -> None:
        """The chair looks into the own room before deciding."""
        if self.session.due:
            self.draw_curtain()
        elif self.session.finished:
            self.tell(_("The exercise is over; the replay shows what every seat knew."), "lead")
        else:
            self.tell(_("Nobody at the table is due."), "alarm")

    def action_timer(self) -> None:
        """Start or stop the timer of the talk."""
        if self.clock.running:
            self.clock.stop()
            self.tell(_("The timer is stopped."))
        else:
            self.clock.start(self.session.timer or CONFERENCE_MINUTES)
        self.pane("head").changed()

    def action_back(self) -> None:
        """From a pane back to the conference."""
        self.go_tab(4)

    def action_people(self) -> None:
        """Who is at the table."""
        if self.session.finished:
            self.tell(_("The exercise is over."), "lead")
        elif self.session.shared:
            self.stop_bots()
            self.app.push_screen(PeopleScreen(self.session), self.seated)
        else:
            super().action_people()

    def seated(self, done: str | None) -> None:
        """Say what has changed at the table, and stand open for it; else go on as before."""
        if not done or not self.session.human_turn:
            self.next_decision()
        else:
            self.peek()
        if done:
            self.tell(_("{done}. It is written down.").format(done=done), "good")
