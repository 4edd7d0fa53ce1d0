"""How an exercise goes on in the room: deciding, the turns of bots, cards, undo, the end.

The half of the room screen that talks to the session; the other half draws and takes keys.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.timer import Timer

from ...core.commands import AnyCommand, CallHour, ChooseOption, Commit, DrawInject
from ...core.events import AnyEvent, CardDrawn, ExerciseEnded, TeamStruck, Told
from ...core.rejection import Rejection
from ...core.rules.injects import card_of
from ...core.rules.strike import staged_here
from ...core.words import COMMANDER, Phase
from ...i18n import _, n_
from ...record.error import SaveError
from ...session.changes import changes, urgent_first
from ...session.chronicle import DID, chronicle, deed
from ...session.questions import for_all
from ...session.session import Session
from ...session.step import Step
from ...settings import Pace
from ...wording import rejections, words
from ...wording.reasons import advice_text
from ..keys import LETTER_OF
from ..look import Look
from ..motion import FLASH, moves
from ..text import Line, block
from ..widgets import actions
from ..widgets.delivered import fresh
from ..widgets.journal import lines_of, news_lines
from .brief import BriefScreen
from .card import CardScreen
from .confirm import ConfirmScreen
from .end import EndScreen
from .hour import HourScreen
from .orient import OrientScreen
from .panes import ROUND

if TYPE_CHECKING:
    from .room import RoomScreen

PACE = 0.12
"""Seconds between two decisions of bots at the normal pace."""
PACES = {Pace.SLOW: 4.0, Pace.NORMAL: 1.0, Pace.FAST: 0.25, Pace.AT_ONCE: 0.0}
"""How much longer or shorter they are at each pace."""
SOON = 0.001


class Course:
    """Mixed into the room screen."""

    session: Session
    look: Look
    over = False
    """True for the room of one player over the public room of a conference."""
    before_all = False
    """True for the public room itself."""
    reading = False
    all_in = False
    """True once all own states were committed in one decision."""
    calm = False
    """True while the call of this round is answered already: no."""
    fast = False
    waited = 0
    was = Phase.INJECT
    """The phase in which the last decision was taken."""
    _timer: Timer | None = None

    @property
    def room(self) -> RoomScreen:
        """The screen that this is a part of."""
        return self  # type: ignore[return-value]

    # ------------------------------------------------------------------ seeing

    def eyes(self, zone: int) -> int:
        """Through whose eyes what a zone did is shown here."""
        return zone

    def see(self, zone: int) -> None:
        """Take the view of a zone, and draw everything anew."""
        room = self.room
        if zone != self.look.view.zone:
            room.turned = frozenset()
        told = chronicle(self.session.journal(zone), self.session.reasons())
        self.look.follow(self.session.view(zone), told, self.session.practice)
        self.stand_out()
        room.redraw()
        room.pane("journal").changed(forget=True)

    def stand_out(self) -> None:
        """Tracks that have moved stand out for a moment, where anything may move by itself."""
        if not moves(self.room.app):
            self.look.fresh = frozenset()
        elif self.look.fresh:
            self.room.set_timer(FLASH, self.settled)

    def settled(self) -> None:
        """They stand out no longer."""
        self.look.fresh = frozenset()
        self.room.pane("strip").changed()

    def parting(self) -> str:
        """What is said under the result besides."""
        return ""

    def next_decision(self) -> None:
        """Whoever is due: a person at the actions, the chair at a card, bots by and by, or the end."""
        room, session = self.room, self.session
        if self.over and not self.goes_on():
            self.hand_over(None)
            return
        self.see(session.reader_of(session.acting))
        if self.calm and session.human_turn and session.phase is Phase.CALL:
            self.calm = False
            self.submit(CallHour(session.acting, call=False))
            return
        if self.all_in and session.human_turn and session.phase is Phase.COMMIT:
            self.submit(Commit(session.acting, staged_here(self.look.view)))
            return
        room.clock.turn(session)
        if session.finished:
            room.app.push_screen(EndScreen.of(session, self.look.view, self.parting()))
            return
        if not session.human_turn:
            self.start_bots()
            return
        self.look.kind = None
        room.pane("actions").changed(forget=True)
        if session.phase is Phase.COMMIT:
            self.look.hold = self.look.doubtful()
        if session.phase is Phase.CHOICE:
            self.show_card((), chooses=True)
        room.pane("actions").show()

    # ------------------------------------------------------------------ deciding

    def draw_calmly(self) -> None:
        """Draw the card; its call is answered with no as soon as it is due."""
        self.calm = True
        self.room.attempt(DrawInject(self.look.view.zone))

    def commit_all(self) -> None:
        """Every team of every own state strikes: asked once for all of them."""
        teams = actions.teams_of_all(self.look)
        self.ask(*for_all(self.look.view, self.look.mine, teams), self.all_committed)

    def all_committed(self, yes: bool) -> None:
        """The others are committed as they come up."""
        if yes:
            self.all_in = True
            self.submit(Commit(self.look.view.zone, self.look.committed()))

    def submit(self, command: AnyCommand) -> None:
        """Decide, save, show."""
        room, self.was = self.room, self.session.phase
        try:
            step = self.session.submit(command)
        except SaveError as error:
            self.calm = self.all_in = False
            room.tell(str(error), "alarm")
            return
        if isinstance(step, Rejection):
            room.tell(rejections.rejection_text(self.look.view, step), "alarm")
            return
        if self.over and not self.goes_on():
            self.hand_over(step)
            return
        if self.over and (self.session.acting, self.session.phase) != (command.zone, self.was):
            self.after(step)
            self.brief()
            return
        kind, self.look.kind = self.look.kind, None
        same = not self.before_all and self.session.human_turn and self.session.acting == command.zone
        self.see(command.zone)
        self.report(step.told)
        if same and self.look.view.public.phase is Phase.TURN and not isinstance(command, ChooseOption):
            pane = room.pane("actions")
            pane.changed(forget=True)
            pane.go_to(("kind", (kind or type(command)).__name__))
            room.go_tab(4)
            return
        self.waited = 0
        self.after(step)

    def goes_on(self) -> bool:
        """True while the next decision is of the player before whom the curtain is open."""
        return self.session.human_turn and self.session.acting in self.session.mine

    def hand_over(self, step: Step | None) -> None:
        """This room closes for good; the public room goes on from what all may know of the last decision.

        It does so with its own messages: what a screen opens for a closed one is never answered.
        """
        public = self.room.table.public_room()
        public.call_next(public.go_on_from, step)

    def brief(self) -> None:
        """In hot-seat the messages since the zone's last turn come first."""
        session, zone = self.session, self.session.acting
        if self.over and session.shared and zone in session.mine and not session.before_all:
            injects = fresh(session.journal(zone), zone)
            self.room.app.push_screen(
                BriefScreen(session.view(zone), session.news(zone), session.open_for, injects)
            )

    def report(self, told: tuple[AnyEvent, ...]) -> None:
        """The last decision in the message bar."""
        room = self.room
        found = lines_of(self.look.view, urgent_first(told), max(20, room.app.size.width - 2))
        room.say(*found)

    def after(self, step: Step) -> None:
        """A card to be shown, strikes to be told, or straight on."""
        drawn = [event for event in step.told if isinstance(event, CardDrawn)]
        struck = any(isinstance(event, TeamStruck) for event in step.told)
        ended = any(isinstance(event, ExerciseEnded) for event in step.told)
        if ended and struck:
            screen = HourScreen(self.look.view, step.told)
            self.room.app.push_screen(screen, lambda _none: self.next_decision())
        elif drawn:
            rest = tuple(event for event in step.told if not isinstance(event, CardDrawn))
            chooses = self.session.human_turn and self.session.phase is Phase.CHOICE
            self.show_card(rest, chooses=chooses)
        else:
            self.next_decision()

    def show_card(self, told: tuple[AnyEvent, ...], *, chooses: bool) -> None:
        """The card of the round, on its own screen."""
        view = self.look.view
        if self.over:
            view = self.session.view(COMMANDER)
            told = tuple(event for event in told if event.told is Told.PUBLIC)
        card = card_of(view.scenario, view.public.card)
        if card is None:
            self.next_decision()
            return

        def answered(number: int | None) -> None:
            if chooses:
                self.room.pane("actions").changed(forget=True)
                self.room.choose_option(number)
            else:
                self.next_decision()

        self.room.app.push_screen(CardScreen(view, card, told, chooses=chooses), answered)

    def ask(self, question: str, consequence: str, then: Callable[[bool], None]) -> None:
        """A question whose default is No."""
        self.room.app.push_screen(ConfirmScreen(question, consequence), lambda yes: then(bool(yes)))

    def take_back(self, yes: bool) -> None:
        """Undo."""
        if not yes:
            return
        room = self.room
        self.stop_bots()
        self.calm = self.all_in = False
        try:
            self.session.undo()
        except SaveError as error:
            room.tell(str(error), "alarm")
            return
        room.turned = frozenset()
        room.go_tab(4)
        room.tell(_("Taken back."), "good")
        self.next_decision()

    # ------------------------------------------------------------------ bots

    @property
    def pace(self) -> float:
        """Seconds until the next decision of a bot; after the skip key none."""
        return SOON if self.fast else max(SOON, PACE * PACES[self.room.table.shelf.settings.pace])

    def start_bots(self) -> None:
        """Let the others decide, one decision after another."""
        room = self.room
        if room.narrow and not self.fast:
            room.go_tab(5)
        self._timer = room.set_timer(self.pace, self.bot)

    def stop_bots(self) -> None:
        """No further decision by itself."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def action_advice(self) -> None:
        """The staff recommendation, in practice mode."""
        room, choice = self.room, self.session.advice()
        if choice is None:
            room.tell(room.why_not("advice"), "alarm")
            return
        room.come_back()
        kind = type(choice.command)
        room.advised = choice.command
        phase = self.look.view.public.phase
        key = LETTER_OF.get(kind, "").upper() if phase is Phase.TURN else ""
        if phase is not Phase.INJECT:  # else nothing is chosen, and the row that leaves H-hour stays so
            listed = key and self.look.kind is not kind
            room.pane("actions").go_to(("kind", kind.__name__) if listed else choice.command)
        room.tell(advice_text(self.look.view, choice.command, choice.reason, key), "lead")

    def action_orient(self) -> None:
        """The goal and the words, on one page."""
        self.room.app.push_screen(OrientScreen(self.look.view, self.session.mine))

    def action_skip(self) -> None:
        """Do not wait for the others."""
        room = self.room
        if why := room.why_not("skip"):
            room.tell(why, "alarm")
            return
        self.fast = True
        self.stop_bots()
        room.go_tab(4)
        self._timer = room.set_timer(SOON, self.bot)

    def bot(self) -> None:
        """One decision of a bot."""
        room, session = self.room, self.session
        if self.over_to_people():
            return
        if not room.is_current:
            self._timer = room.set_timer(max(PACE, self.pace), self.bot)
            return
        try:
            step = session.bot_step()
        except SaveError as error:
            room.tell(str(error), "alarm")
            return
        self.waited += 1
        reader = self.eyes(step.reader)
        self.look.follow(session.view(reader), self.look.chronicle, session.practice)
        due = self.over_to_people()
        if due or not self.fast:
            self.see(reader)
        self.say_deed(step)
        if session.human_turn:
            self.your_turn()
        if due or any(isinstance(e, CardDrawn) for e in step.told):
            self.after(step)
        else:
            self._timer = room.set_timer(self.pace, self.bot)

    def over_to_people(self) -> bool:
        """True if no bot decides now."""
        return self.session.human_turn or self.session.finished

    def say_deed(self, step: Step) -> None:
        """What a bot did, short, in the message bar."""
        room = self.room
        deeds = [deed(self.look.view, event) for event in step.told if type(event) in DID]
        alarms = self.alarms(step.told)
        if deeds or alarms:
            zone = words.zone_name(self.look.view.scenario, step.zone)
            first = block(f"{zone}: {'; '.join(deeds)}", 200, "text", first="… ") if deeds else []
            room.say(*first[:1], *alarms)

    def alarms(self, told: tuple[AnyEvent, ...]) -> list[Line]:
        """What hurts among the events."""
        columns = max(20, self.room.app.size.width - 2)
        return [of for of in lines_of(self.look.view, told, columns) if of and of[-1].tone == "alarm"]

    def your_turn(self) -> None:
        """The others are done: say whose decision it is, and leave what is new open for reading."""
        room, session = self.room, self.session
        room.pane("round").changed(forget=True)
        if self.fast:
            room.go_tab(4)
        elif room.narrow:
            room.go_tab(ROUND)
            self.reading = True
        self.fast = False
        zone = session.acting
        text = n_(
            "{count} decision was taken by others.", "{count} decisions were taken by others.", self.waited
        )
        said = text.format(count=self.waited)
        yours = _("Your decision: {zone}, {phase}.").format(
            zone=self.look.name(zone), phase=words.phase_name(session.phase)
        )
        on = _("Enter goes on.") if self.reading else _("8 tells what is new.")
        self.waited = 0
        room.tell(f"{yours} {said} {on}".strip(), "lead")
        pressing = [of for of in changes(self.look.view, self.look.chronicle) if of.tone == "alarm"]
        room.say(*room.message[:1], *news_lines(pressing[:1], max(20, room.app.size.width - 2)))
