"""The public view of an exercise that is talked over: the announced inject, large, and exercise time."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Center

from ...core.words import COMMANDER
from ...i18n import _
from ...session.conducted import ConductedSession
from ...session.step import Step
from ...wording.cards import sender_text
from ..clock import CONFERENCE_MINUTES, Clock, with_clock
from ..conduct_keys import TALK, talk_bindings
from ..text import Line, Row, Sheet, Tone, block, later, line, width
from ..widgets.pane import Pane
from ..widgets.standing import halted_text, public_head
from .base import Bar, BaseScreen
from .own import OwnScreen

OTHER_ROWS = 8
"""Rows for title, sender and what may stand above; where there is room besides, lines are set apart."""


class TalkScreen(BaseScreen[None]):
    """One announced inject at a time; Left and Right go through them."""

    CSS_PATH = "talk.tcss"
    KEYS = TALK
    BINDINGS: ClassVar[list[BindingType]] = [*talk_bindings()]
    about = later(
        "The inject that is talked over. Left and Right go back and forth; T starts a timer for the talk. No "
        "rules decide anything here. F9 opens the facilitator's console, F7 lists the injects so far; O is "
        "for the injects of one player alone."
    )

    def __init__(self, session: ConductedSession) -> None:
        super().__init__()
        self.session, self.clock, self.back, self.said = session, Clock(), 0, ""

    def compose(self) -> ComposeResult:
        yield Bar(lambda c, _r: Sheet((), (Row(self.head(c)),)), id="head", boxed=False)
        with Center(id="middle"):
            yield Pane(self.content, id="talk")
        yield Bar(lambda _c, _r: Sheet((), (Row(line((self.said, "lead"))),)), id="message", boxed=False)
        yield self.foot()

    def on_mount(self) -> None:
        self.pane.focus()
        self.set_interval(1.0, self.tick)

    @property
    def pane(self) -> Pane:
        """The large pane."""
        return self.query_one("#talk", Pane)

    def head(self, columns: int) -> Line:
        """Exercise time; the timer of the talk at its end."""
        return with_clock(public_head(self.session, columns), self.clock.left(), columns)

    def tick(self) -> None:
        """A second has passed."""
        if self.clock.ran_out():
            self.say(_("The time is up."))
        if self.clock.running or self.session.running:
            self.query_one("#head", Pane).changed()

    def beat(self, released: int) -> None:
        """Something was released by itself."""
        if released:
            self.peek()

    def say(self, text: str) -> None:
        """One sentence."""
        self.said = text
        self.query_one("#message", Pane).changed()

    def content(self, columns: int, rows: int) -> Sheet:
        """The inject; how it stands where there is none, or where it is halted."""
        session, found = self.session, list[Line]()
        announced = session.view(COMMANDER).public.announced
        halted = halted_text(session)
        found += [(), *block(halted, columns, "lead")] if halted else []
        if announced:
            of = announced[-1 - min(self.back, len(announced) - 1)]
            found += [(), *large(of.message.title, columns, rows, "title"), ()]
            found += [*block(sender_text(of.message), columns, "dim"), ()]
            found += large(of.message.text, columns, rows, "strong")
            at = len(announced) - min(self.back, len(announced) - 1)
            head = _("Inject {number}").format(number=of.inject)
            count = _("{at} of {count}").format(at=at, count=len(announced))
            told = line(f"  {count}  ", (of.message.story, "lead"))
        else:
            found += [(), *block(session.scenario.title, columns, "title"), ()]
            found += block(session.scenario.summary, columns)
            head, told = _("No inject has been announced yet"), ()
        if session.finished:
            found += [(), line((_("Enter: back to the title."), "dim"))]
        title = (*line((head, "title")), *told, *line("  ", (_("EXERCISE"), "lead")))
        return Sheet(title, tuple(Row(of) for of in found))

    def peek(self) -> None:
        """The last inject, as it stands now."""
        self.back = 0
        for pane in self.query(Pane):
            pane.changed()

    def go_on_from(self, _step: Step | None) -> None:
        """Nothing was decided by rules; the view stands as it is."""
        self.peek()

    def action_people(self) -> None:
        """Nobody sits at the keyboard of a discussion."""

    def action_turn(self, step: int) -> None:
        """To the inject before (-1) or the next one."""
        last = max(0, len(self.session.view(COMMANDER).public.announced) - 1)
        self.back = max(0, min(last, self.back - step))
        self.pane.changed(forget=True)

    def on_pane_turned(self, message: Pane.Turned) -> None:
        """Left and right within the pane."""
        self.action_turn(message.step)

    def on_pane_chosen(self) -> None:
        """After EndEx: the title."""
        if self.session.finished:
            self.table.back_to_title()

    def action_own(self) -> None:
        """A player at the keyboard reads what came to the own zone alone."""
        if self.session.conduct.called:
            self.say(_("Nobody sits at the keyboard: the facilitator shows a team its injects, F9 then F7."))
        else:
            self.app.push_screen(OwnScreen(self.session))

    def action_timer(self) -> None:
        """Start or stop the timer of the talk."""
        if self.clock.running:
            self.clock.stop()
            self.say(_("The timer is stopped."))
        else:
            self.clock.start(self.session.timer or CONFERENCE_MINUTES)
            self.say("")
        self.query_one("#head", Pane).changed()


def large(text: str, columns: int, rows: int, tone: Tone) -> list[Line]:
    """Set as large as a terminal can: capitals and spaces for a title that fits, else blank lines between."""
    if tone == "title":
        spaced = line((" ".join(text.upper()), tone))
        return [spaced] if width(spaced) <= columns else block(text.upper(), columns, tone)
    lines = block(text, columns, tone)
    if 2 * len(lines) + OTHER_ROWS > rows:
        return lines
    return [of for one in lines for of in (one, ())]
