"""What the console does: releases and other acts on injects, time, decisions, and the pages.

The half of the console screen that talks to the session; the other half draws and takes keys.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...conduct.acts import Act, Continued, Ended, Freed, Held
from ...conduct.board import Item, Status
from ...conduct.due import expired
from ...core.events import CardDrawn, Told
from ...core.rules.injects import card_of
from ...core.scenario import Scenario
from ...core.words import COMMANDER
from ...i18n import _
from ...record.error import SaveError
from ...session.conducted import ConductedSession, Console, release
from ...session.step import Step
from ...wording import words
from ...wording.delivery import recipients_text
from ..acting import attempt
from ..fields import Sheetful
from ..inject_forms import (
    complete_form,
    compose_form,
    pause_form,
    postpone_form,
    release_form,
    skip_form,
)
from ..record_forms import called_form
from .base import BaseScreen
from .called import CalledRoom
from .card import CardScreen
from .confirm import ConfirmScreen
from .course import PACE
from .fields import FieldScreen
from .preflight import PreflightScreen
from .ratings import HotWashScreen, RatingsScreen
from .records import NotesScreen, PeopleOfExercise, PlanScreen
from .rewind import RewindScreen
from .truth import TruthScreen

if TYPE_CHECKING:
    from .console import ConsoleScreen


class ConsoleActs:
    """Mixed into the console screen."""

    session: ConductedSession
    seen: Console
    number: str

    @property
    def desk(self) -> ConsoleScreen:
        """The screen that this is a part of."""
        return self  # type: ignore[return-value]

    @property
    def scenario(self) -> Scenario:
        """The scenario."""
        return self.session.scenario

    # ------------------------------------------------------------------ acting

    def do(self, act: Act, said: str) -> None:
        """An act; then what was done, or why not."""
        trouble = attempt(self.session, act)
        self.desk.renew()
        self.desk.say(trouble or said, "alarm" if trouble else "good")

    def fill(self, sheetful: Sheetful) -> None:
        """Ask for something. What was said before is over then; that it is done is said afterwards."""
        self.desk.say("")
        self.desk.app.push_screen(FieldScreen(sheetful), lambda done: self.filled(sheetful, bool(done)))

    def filled(self, sheetful: Sheetful, done: bool) -> None:
        """Back from a form."""
        if done:
            self.desk.say(_("{form}: saved.").format(form=sheetful.title), "good")

    def chosen(self, action: str) -> Item | None:
        """The inject under the cursor, if this can be done with it; else a sentence says why not."""
        return None if self.desk.refused(action) else self.desk.item

    def enter(self) -> None:
        """Enter on an inject: release what waits, complete what is out."""
        item = self.desk.item
        if item is not None and item.open:
            self.action_release()
        elif item is not None:
            self.action_complete()

    def action_release(self) -> None:
        """At once if it is due; asks if it is early, held, late or a contingency."""
        item = self.chosen("release")
        if item is None:
            return
        if why := self.doubt(item):
            to = recipients_text(self.scenario, item.inject.to, item.inject.everybody)
            question = _("Release inject {number} now?").format(number=item.inject.id)
            said = _("{why} It goes to: {zones}. No rewind makes players forget it.")
            self.desk.app.push_screen(
                ConfirmScreen(question, said.format(why=why, zones=to)),
                lambda yes: self.let_go(item) if yes else None,
            )
        else:
            self.let_go(item)

    def doubt(self, item: Item) -> str:
        """Why one would not expect its release now; empty if it is due."""
        if item in self.seen.due:
            return ""
        if item.status is Status.HELD:
            return _("It is held.")
        if expired(item, self.seen.moment):
            return _("It has expired.")
        return _("It is a contingency inject.") if item.inject.help.value else _("It is not due yet.")

    def let_go(self, item: Item) -> None:
        """Release it to the recipients of the script."""
        said = _("Inject {number} is out.").format(number=item.inject.id)
        self.do(release(item), said)

    def action_release_to(self) -> None:
        """To zones that the facilitator chooses."""
        if item := self.chosen("release_to"):
            self.fill(release_form(self.session, item))

    def action_hold(self) -> None:
        """Not due until it is set free."""
        if item := self.chosen("hold"):
            self.do(Held(item.inject.id), _("Inject {number} is held.").format(number=item.inject.id))

    def action_free(self) -> None:
        """Ready again."""
        if item := self.chosen("free"):
            self.do(Freed(item.inject.id), _("Inject {number} is ready again.").format(number=item.inject.id))

    def action_skip(self) -> None:
        """Not used; the reason is asked for."""
        if item := self.chosen("skip"):
            self.fill(skip_form(self.session, item))

    def action_postpone(self) -> None:
        """One or all."""
        if not self.desk.refused("postpone"):
            self.fill(postpone_form(self.session, self.desk.item, self.seen.board))

    def action_complete(self) -> None:
        """What really happened."""
        if item := self.chosen("complete"):
            self.fill(complete_form(self.session, item))

    def action_compose(self) -> None:
        """Written on the spot."""
        if not self.desk.refused("compose"):
            self.fill(compose_form(self.session, self.seen.board))

    def action_pool(self) -> None:
        """The contingency injects."""
        self.desk.pane("pool").changed(forget=True)
        self.desk.go_tab(4)

    # ------------------------------------------------------------------ time

    def action_time(self) -> None:
        """Pause, or go on."""
        if self.desk.refused("time"):
            return
        if self.session.running:
            self.fill(pause_form(self.session))
        else:
            self.do(Continued(), _("Exercise time runs again."))

    def action_start(self) -> None:
        """The pre-flight, and StartEx from there."""
        self.desk.say("")
        self.desk.app.push_screen(PreflightScreen(self.session), self.flown)

    def flown(self, _none: None) -> None:
        """Back from the pre-flight; once the exercise runs, to what is due."""
        if self.session.running:
            self.desk.call_after_refresh(self.desk.go_first)

    def action_end(self) -> None:
        """EndEx; asks first."""
        if self.desk.refused("end"):
            return
        question = _("EndEx: end the exercise now?")
        said = _(
            "Nothing is decided any more and no inject can be released. Ratings, hot wash and report stay."
        )
        self.desk.app.push_screen(
            ConfirmScreen(question, said),
            lambda yes: self.do(Ended(), _("EndEx. Hot wash: U; ratings: M.")) if yes else None,
        )

    # ------------------------------------------------------------------ decisions

    def action_decide(self) -> None:
        """To the decision that is due, wherever it is taken."""
        session = self.session
        if self.desk.refused("decide"):
            return
        if session.discussion:
            self.fill(called_form(session, self.number))
        elif session.before_all and not session.conduct.called:
            self.desk.table.show_public()
        elif session.before_all and not session.human_turn:
            self.bot_decides()
        elif session.conduct.called:
            self.desk.app.push_screen(CalledRoom(session))
        else:
            self.desk.table.show_public(hand_over=True)

    def start_bots(self) -> None:
        """Zones that nobody plays decide while the console is looked at, too."""
        self.desk.set_interval(PACE, self.bot)

    def bot(self) -> None:
        """One decision of a bot, in a turn; what is decided before everybody waits for the public view."""
        if self.desk.is_current and self.session.at_console and self.bots_due():
            self.bot_decides()

    def bot_decides(self) -> None:
        """The decision that is due, by the bot whose it is."""
        desk = self.desk
        try:
            step = self.session.bot_step()
        except SaveError as error:
            desk.say(str(error), "alarm")
            return
        desk.renew()
        if self.session.finished:
            desk.table.back_to_console(step)
        elif not self.bots_due():
            self.decided(step)

    def bots_due(self) -> bool:
        """True if a zone that nobody plays decides now, and not before everybody."""
        session = self.session
        return not (session.halted or session.finished or session.human_turn or session.before_all)

    def decided(self, step: Step | None) -> None:
        """A zone's decision is over: who is next."""
        session = self.session
        if step is None or session.finished:
            return
        text = _("{zone} has decided. Next: {other}, {phase}.")
        said = text.format(
            zone=words.zone_name(self.scenario, step.zone),
            other=words.zone_name(self.scenario, session.acting),
            phase=words.phase_name(session.phase),
        )
        self.desk.say(said, "lead")
        self.show_card(step)

    def show_card(self, step: Step) -> None:
        """A card that was drawn from here is read out, as everybody may know it."""
        view = self.session.view(COMMANDER)
        drawn = next((event.card for event in step.told if isinstance(event, CardDrawn)), "")
        card = card_of(view.scenario, drawn)
        if card is not None:
            told = tuple(event for event in step.told if event.told is Told.PUBLIC)
            self.desk.app.push_screen(CardScreen(view, card, told, chooses=False))

    # ------------------------------------------------------------------ pages

    def action_truth(self) -> None:
        """The network beside what each zone knows."""
        if not self.desk.refused("truth"):
            self.open(TruthScreen(self.session))

    def action_people(self) -> None:
        """Who takes part."""
        self.open(PeopleOfExercise(self.session))

    def action_notes(self) -> None:
        """Observations and decisions."""
        self.open(NotesScreen(self.session))

    def action_rewind(self) -> None:
        """Take the exercise back."""
        if not self.desk.refused("rewind"):
            self.open(RewindScreen(self.session))

    def action_ratings(self) -> None:
        """Rate the tasks."""
        self.open(RatingsScreen(self.session))

    def action_hotwash(self) -> None:
        """Ask the questions."""
        self.open(HotWashScreen(self.session))

    def action_plan(self) -> None:
        """What is to be changed."""
        self.open(PlanScreen(self.session))

    def open(self, page: BaseScreen[None]) -> None:
        """A page over the console."""
        self.desk.say("")
        self.desk.app.push_screen(page)
