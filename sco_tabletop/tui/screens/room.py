"""The operations room: map, tracks, board, file, actions, journal of the zone that a person plays.

Renders the views of the session and submits commands; every word of a refusal comes from the rules. What
drives the exercise on (bots, cards, the end) is in `course`.
"""

from __future__ import annotations

from typing import ClassVar

import attrs
from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Horizontal

from ...core.commands import AnyCommand, ChooseOption, Command, EndTurn, StandBy
from ...core.legal import lead_waits, refusal
from ...core.words import Phase
from ...i18n import _
from ...session.chronicle import chronicle
from ...session.questions import question_for
from ...session.session import Session
from ...wording import rejections, words
from ..clock import Clock, with_clock
from ..keys import KIND_OF, ROOM, Entry, room_bindings
from ..look import Look
from ..sizes import HUGE, HUGE_ROWS, WIDE, WIDE_ROWS
from ..text import Line, Row, Sheet, block, later
from ..widgets import actions, board, detail, glance, journal, levels, tracks
from ..widgets.graph import GraphPane
from ..widgets.map_pane import MapPane
from ..widgets.pane import Pane
from ..widgets.strip import TrackStrip
from ..widgets.targets import explain, targets
from .base import Bar, BaseScreen, TabBar
from .course import Course
from .panes import ROUND, TABS, Panes
from .room_keys import RoomKeys


class RoomScreen(RoomKeys, Panes, Course, BaseScreen[None]):
    """One exercise being played."""

    CSS_PATH = "room.tcss"
    AUTO_FOCUS = "#actions"
    KEYS: tuple[Entry, ...] = ROOM
    BINDINGS: ClassVar[list[BindingType]] = [*room_bindings()]
    about = later(
        "The operations room. Press the letter of an action, choose a target, Enter does it. What is not "
        "possible stands there with its reason. 1 to 8 go to the panes."
    )

    def __init__(self, session: Session, *, over: bool = False) -> None:
        super().__init__()
        self.session, self.over = session, over
        zone = self.eyes(session.reader_of(session.acting))
        view, told = session.view(zone), chronicle(session.journal(zone), session.reasons())
        self.look = Look(view, told, session.mine, session.practice, place=max(0, zone))
        self.clock = Clock()
        self.look.follow(view, told, session.practice)
        self.turned: frozenset[int] = frozenset()
        self.message: list[Line] = []
        self.advised: AnyCommand | None = None
        self.tab = 4

    @property
    def entries(self) -> tuple[Entry, ...]:
        """In practice the footer has the key of the staff, right after those that decide."""
        found = super().entries
        if not self.session.practice:
            return found
        return tuple(attrs.evolve(of, place=2) if of.action == "advice" else of for of in found)

    # ------------------------------------------------------------------ what is on the screen

    def compose(self) -> ComposeResult:
        look = self.look
        yield Bar(lambda c, _r: Sheet((), (Row(self.head(c)),)), id="head", boxed=False)
        yield TrackStrip(look)
        yield TabBar(self.tab_names, lambda: self.tab)
        with Horizontal(id="body"):
            with Container(id="left"):
                yield MapPane(look, id="map")
                yield Pane(lambda c, r: tracks.sheet(look, c, r), id="tracks")
                yield Pane(lambda c, r: glance.sheet(look, c, r), id="round")
                yield Pane(lambda c, r: journal.sheet(look, self.turned, c, r), id="journal")
            with Container(id="right"):
                yield Pane(lambda c, r: board.sheet(look, c, r), id="board")
                yield Pane(lambda c, r: detail.sheet(look, c, r), id="file")
                yield GraphPane(look, id="graph")
                yield Pane(lambda c, r: levels.sheet(look, c, r), id="levels")
                yield Pane(self.decisions, id="actions")
        yield Bar(lambda _c, _r: Sheet((), tuple(Row(of) for of in self.message)), id="message", boxed=False)
        yield self.foot()

    def on_mount(self) -> None:
        self.lay_out()
        self.go_tab(4)
        self.set_interval(1.0, self.tick)
        self.next_decision()
        self.brief()
        self.look_back()

    def decisions(self, columns: int, rows: int) -> Sheet:
        """The pane of what can be done."""
        return actions.sheet(self.look, columns, rows)

    def head(self, columns: int) -> Line:
        """The first line, with the timer at its end while one runs."""
        return with_clock(tracks.header(self.look, columns), self.clock.left(), columns)

    def tick(self) -> None:
        """A second has passed; a timer that runs out reminds, and that is all."""
        if self.clock.running:
            self.pane("head").changed()
            if self.clock.ran_out():
                self.tell(_("The time is up. Nothing happens: finish what you are doing."), "lead")

    def on_resize(self, event: events.Resize) -> None:  # noqa: ARG002
        self.lay_out()

    def lay_out(self) -> None:
        """Tabs, two columns or everything, by the size of the terminal."""
        size = self.app.size
        huge = size.width >= HUGE and size.height >= HUGE_ROWS
        wide = not huge and size.width >= WIDE and size.height >= WIDE_ROWS
        self.set_class(huge, "-huge")
        self.set_class(wide, "-wide")
        self.set_class(not huge and not wide, "-narrow")
        for number, name in TABS.items():
            self.pane(name).number = 0 if self.narrow else number
        full = self.session.scenario.numbers.operatives_cap + 2
        self.query_one("#board").styles.height = "1fr" if self.narrow else full + (4 if huge else 0)

    @property
    def narrow(self) -> bool:
        """True if one pane is shown at a time."""
        return self.has_class("-narrow")

    def tab_names(self) -> dict[int, str]:
        """The tabs of the narrow room."""
        names = {1: _("Map"), 2: _("Board"), 3: _("File"), 4: _("Actions"), 5: _("Journal")}
        return {**names, 6: _("Links"), 7: _("Levels"), 8: _("Round")}

    def pane(self, name: str) -> Pane:
        """A pane by its id."""
        return self.query_one(f"#{name}", Pane)

    def redraw(self) -> None:
        """Everything may have changed."""
        self.advised = None
        for pane in self.query(Pane):
            pane.changed()

    def go_tab(self, number: int) -> None:
        """Show a pane and put the keys there."""
        self.tab = number
        body = self.query_one("#body")
        if not body.has_class(f"-tab{number}"):
            body.classes = frozenset({f"-tab{number}"})
        self.pane(TABS[number]).focus(scroll_visible=False)
        self.pane("tabs").changed()
        if number == 5:
            self.pane("journal").changed()
        self.reading = self.reading and number in (5, 8)

    def say(self, *parts: Line) -> None:
        """Show lines in the message bar."""
        self.message = [of for of in parts if of][:2]
        self.pane("message").changed()

    def tell(self, text: str, tone: str = "text") -> None:
        """Show one sentence in the message bar."""
        columns = max(20, self.app.size.width - 2)
        lines = {"alarm": ("✗ ", "alarm"), "good": ("✓ ", "good"), "lead": ("▸ ", "lead")}.get(
            tone, ("", "text")
        )
        self.say(*block(text, columns, lines[1], first=lines[0]))  # type: ignore[arg-type]

    def on_tab_bar_picked(self, message: TabBar.Picked) -> None:
        """A click on a tab."""
        self.go_tab(message.number)

    # ------------------------------------------------------------------ keys of the room

    def action_pane(self, number: int) -> None:
        """1 to 8. What was said of a row of another pane does not stay."""
        if not self.reading and number != self.tab:
            self.say()
        self.go_tab(number)

    def action_back(self) -> None:
        """From the targets to the kinds; from the public view to the own."""
        if self.come_back():
            return
        kind, self.look.kind = self.look.kind, None
        pane = self.pane("actions")
        if kind is not None:
            pane.changed(forget=True)
            pane.go_to(("kind", kind.__name__))
            self.hint_kind(kind)
        self.go_tab(4)

    def action_kind(self, name: str) -> None:
        """A letter: open the targets of a kind, or do it if there is only one way. The cursor goes to what
        was advised, if that is in the list."""
        kind = KIND_OF[name]
        self.come_back()
        if kind is EndTurn and (self.reading or self.look.view.public.phase is not Phase.TURN):
            self.go_on()
            return
        self.go_tab(4)
        if lead_waits(self.look.view) and kind is not EndTurn:
            self.action_back()
            self.hint_kind(kind)
            return
        found = targets(self.look, kind)
        possible = [target for target in found if target.refused is None]
        if kind is StandBy or len(found) == 1:
            self.attempt(found[0].command)
        elif possible:
            self.look.kind = kind
            self.pane("actions").changed(forget=True)
            self.tell(*self.toned(explain(self.look, possible[0])))
        else:
            self.look.kind = kind
            self.pane("actions").changed(forget=True)
            self.tell(*self.toned(explain(self.look, found[0])))
        advised = self.meant()
        if isinstance(advised, Command) and type(advised) is kind and self.look.kind is kind:
            self.pane("actions").go_to(advised)
            self.hint(self.look, advised)

    def meant(self) -> AnyCommand | None:
        """What was advised for the decision that is due; None if nobody was asked."""
        return self.advised

    def go_on(self) -> None:
        """What is next: the actions, the inject, the call."""
        if self.reading:
            self.say()
            self.go_tab(4)
            return
        phase = self.look.view.public.phase
        if self.session.finished:
            self.next_decision()
            return
        self.go_tab(4)
        if not self.look.view.my_move:
            self.tell(_("{zone} decides now.").format(zone=self.look.name(self.session.acting)), "alarm")
        elif phase in (Phase.INJECT, Phase.CALL, Phase.COMMIT):
            self.take(self.pane("actions").sheet.start)
        else:
            self.tell(_("Choose with the arrow keys, then Enter."), "lead")

    def look_back(self) -> None:
        """Whoever goes on with a save reads first where the round stands and what is new. Before a closed
        curtain, at a card that asks, and while others decide that comes later."""
        session = self.session
        here = not self.over and session.before_all >= self.before_all and session.phase is not Phase.CHOICE
        if session.resumed and session.human_turn and here:
            self.go_tab(ROUND)
            self.reading = True
            text = _("You go on here: {zone}, {phase}. Enter leads to the decision.")
            zone, phase = self.look.name(session.acting), words.phase_name(session.phase)
            self.tell(text.format(zone=zone, phase=phase), "lead")

    # ------------------------------------------------------------------ deciding

    def attempt(self, command: AnyCommand) -> None:
        """Say why not, or ask if it has a consequence that cannot be taken back, or do it."""
        refused = refusal(self.look.view, command)
        if refused is not None:
            reason = rejections.rejection_text(self.look.view, refused)
            self.tell(_("{reason} ({rule})").format(reason=reason, rule=refused.rule), "alarm")
            return
        persona = getattr(command, "persona", -1)
        if persona >= 0:
            self.eye_on(persona)
        question = question_for(self.look.view, command)
        if question is None:
            self.submit(command)
        else:
            self.ask(*question, lambda yes: self.submit(command) if yes else None)

    def choose_option(self, number: int | None) -> None:
        """The answer from a dilemma's card; below 0 it waits in the room."""
        if number is not None and number >= 0:
            self.attempt(ChooseOption(self.look.view.zone, number))
