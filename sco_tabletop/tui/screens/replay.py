"""The replay: step through a save, with the eyes of any seat that is open, or with the truth after EndEx.

Draws views and told events that the replay hands out; decides nothing. Long counts run beside the screen.
"""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal

from ...i18n import _
from ...review.compare import Sample, tier_of
from ...review.replay import Goal, Replay
from ...review.report.build import report
from ...review.report.dossier import gather
from ...session.chronicle import chronicle
from ..keys import REPLAY, replay_bindings
from ..look import Look
from ..sizes import HUGE, HUGE_ROWS, WIDE
from ..text import Line, Part, Row, Sheet, Tone, block, later, line
from ..widgets import board, detail, tape, tracks
from ..widgets.graph import GraphPane
from ..widgets.pane import Pane
from ..widgets.paper import next_head, rows_of
from .base import Bar, BaseScreen, TabBar
from .replay_acts import ReplayActs
from .replay_figures import ReplayFigures
from .search import SearchScreen

CURVES, REVIEW = 5, 6
TABS = {1: "log", 2: "board", 3: "file", 4: "tracks", 5: "curves", 6: "review", 7: "graph"}


class ReplayScreen(ReplayFigures, ReplayActs, BaseScreen[None]):
    """One save being read."""

    CSS_PATH = "replay.tcss"
    KEYS = REPLAY
    BINDINGS: ClassVar[list[BindingType]] = [*replay_bindings()]
    rule = "R11.1"
    about = later(
        "The replay. Left and Right step by decision, Enter on a line of the log goes there, Z changes the "
        "eyes, T shows the truth after EndEx. 2, 3, 4 and 7 show what these eyes saw at this moment, and K "
        "takes a number there apart; 6 is the after-action review: Enter on a figure opens its lines of the "
        "log."
    )

    def __init__(self, replay: Replay) -> None:
        super().__init__()
        self.replay, self.tab = replay, 1
        self.look = self.fresh_look()
        self.message: list[Line] = []
        self.samples: tuple[Sample, ...] = ()
        self.by_round: tuple[str, ...] = ()
        self.wanted = ""
        self.reports: dict[tuple[int | None, int], tuple[Row, ...]] = {}

    def fresh_look(self) -> Look:
        """The present view as the panes of the room know it."""
        replay = self.replay
        mine = tuple(s.zone for s in replay.course.seats if s.kind == "human")
        look = Look(replay.view, chronicle(replay.journal()), mine, practice=False, place=max(0, replay.seat))
        look.follow(replay.view, look.chronicle, practice=False)
        return look

    # ------------------------------------------------------------------ what is on the screen

    def compose(self) -> ComposeResult:
        yield Bar(self.head_sheet, id="head", boxed=False)
        yield TabBar(self.tab_names, lambda: self.tab)
        with Horizontal(id="body"):
            yield Pane(lambda c, r: tape.log_sheet(self.replay, c, r), id="log")
            yield Pane(lambda c, r: board.sheet(self.look, c, r), id="board")
            yield Pane(lambda c, r: detail.sheet(self.look, c, r), id="file")
            yield Pane(lambda c, r: tracks.sheet(self.look, c, r), id="tracks")
            yield Pane(lambda c, _r: tape.curves_sheet(self.replay, c, self.by_round), id="curves")
            yield Pane(self.review_sheet, id="review")
            yield GraphPane(self.look, id="graph")
        yield Bar(lambda _c, _r: Sheet((), tuple(Row(of) for of in self.message)), id="message", boxed=False)
        yield self.foot()

    def on_mount(self) -> None:
        self.lay_out()
        self.go_tab(1)

    def on_resize(self, event: events.Resize) -> None:  # noqa: ARG002
        self.lay_out()

    def lay_out(self) -> None:
        """One pane at a time, or the log with another one beside it, or with all that its eyes saw."""
        size = self.app.size
        self.set_class(size.width >= WIDE, "-wide")
        self.set_class(size.width >= HUGE and size.height >= HUGE_ROWS, "-huge")

    def head_sheet(self, columns: int, rows: int) -> Sheet:  # noqa: ARG002
        """Where one stands, whose eyes these are."""
        where, eyes = tape.heading(self.replay)
        parts: list[Part] = [(_("REPLAY  EXERCISE"), "lead"), f"  {where}  ", (eyes, "strong")]
        parts.append((_("  WITH THE TRUTH"), "alarm") if self.replay.truth else "")
        return Sheet((), (Row(line(*parts)),))

    @property
    def curves(self) -> bool:
        """True while the curves are what one looks at."""
        return self.tab == CURVES

    def tab_names(self) -> dict[int, str]:
        """The panes by number."""
        return {
            1: _("Log"), 2: _("Board"), 3: _("File"), 4: _("Tracks"), 5: _("Curves"), 6: _("Review"),
            7: _("Links"),
        }  # fmt: skip

    def review_sheet(self, columns: int, rows: int) -> Sheet:  # noqa: ARG002
        """The after-action report of these eyes, or the full one with the truth."""
        reader = None if self.replay.truth else self.replay.seat
        key = reader, columns
        if key not in self.reports:
            tier = tier_of(self.replay.save.header)
            found = gather(self.replay.save, reader, self.samples, tier)
            self.reports[key] = rows_of(report(found), columns - 2)
        title = line((_("After-action review"), "title"), "  ", (_("EXERCISE"), "lead"))
        return Sheet(title, self.reports[key])

    def redraw(self) -> None:
        """Something moved; what was said of a number of before does not stay."""
        if self.of_figure:
            self.say()
        self.look.follow(self.replay.view, chronicle(self.replay.journal()), practice=False)
        for pane in self.query(Pane):
            pane.changed()
        log, here = self.query_one("#log", Pane), self.replay.position
        log.go_to(("move", here + 1) if here < self.replay.last else ("end",))  # all lines of the move show
        log.go_to(("move", here))

    def say(self, *texts: str, tone: Tone = "lead") -> None:
        """One or two lines under the panes."""
        columns = max(20, self.app.size.width - 2)
        self.message = [of for text in texts for of in block(text, columns, tone)][:2]
        self.of_figure = False
        self.query_one("#message", Pane).changed()

    # ------------------------------------------------------------------ moving

    def go_tab(self, number: int) -> None:
        """Show a pane and give it the keys; what was said of a number of another one does not stay."""
        if self.of_figure and number != self.tab:
            self.say()
        self.tab = number
        body = self.query_one("#body")
        for place in TABS:
            body.set_class(place == number, f"-tab{place}")
        self.query_one(f"#{TABS[number]}", Pane).focus()
        for pane in self.query(Pane):
            pane.changed()
        if number == REVIEW and self.replay.finished and not self.replay.truth:
            self.say(
                _("T shows the full review, with the truth and what was lost; now: as this seat knew it.")
            )

    def on_tab_bar_picked(self, message: TabBar.Picked) -> None:
        """A click on a tab."""
        self.go_tab(message.number)

    def action_tab(self, number: int) -> None:
        """A number was pressed."""
        self.go_tab(number)

    def on_pane_turned(self, message: Pane.Turned) -> None:
        """Left and right: by decision; in the file by persona, in the review by chapter."""
        if message.pane.id == "file":
            self.eye_on(self.look.beside(message.step))
            self.say_row("file", None)
        elif message.pane.id == "review":
            self.turn_chapter(message.pane, message.step)
        else:
            self.replay.step(message.step)
            self.redraw()

    def turn_chapter(self, pane: Pane, step: int) -> None:
        """To the next chapter of the review, its heading at the top."""
        rows = pane.sheet.rows
        wanted = next_head(rows, pane.key, step)
        pane.go_to(next((row.key for row in reversed(rows) if row.key is not None), None))
        pane.go_to(wanted)

    def on_pane_moved(self, message: Pane.Moved) -> None:
        """The board's cursor chooses the persona of the file; every number says what it is."""
        match message.key:
            case ("persona", int(persona)):
                self.eye_on(persona)
        self.say_row(message.pane.id or "", message.key)

    def eye_on(self, persona: int) -> None:
        """A persona under the eye: its file and its node."""
        self.look.persona = persona
        self.query_one("#file", Pane).changed(forget=True)
        self.query_one("#graph", Pane).changed()

    def on_pane_chosen(self, message: Pane.Chosen) -> None:
        """Enter: go to the move, open the file, open a figure's line."""
        match message.key:
            case ("move", int(position)):
                self.replay.go(position)
                self.redraw()
            case ("persona", int(persona)):
                self.eye_on(persona)
                self.go_tab(3)
            case ("figure", _) | ("goal",):
                self.action_why()
            case ("head", _number):
                self.open_lines(())
            case ("lines", _place, tuple(lines)):
                self.open_lines(tuple(n for n in lines if isinstance(n, int)))

    def open_lines(self, lines: tuple[int, ...]) -> None:
        """A figure's lines: the first, pressed again the next."""
        if not lines:
            self.say(_("This rests on no single line of the log."))
            return
        here = self.replay.move.line
        at = lines.index(here) + 1 if here in lines else 0
        self.replay.to_line(lines[at % len(lines)])
        self.redraw()
        others = ", ".join(str(n) for n in lines)
        self.say(
            _("Log line {line}; this figure rests on: {lines}.").format(
                line=self.replay.move.line, lines=others
            )
        )
        if not self.has_class("-wide"):
            self.go_tab(1)

    def action_seek(self, goal: str) -> None:
        """To the next of a kind, from the end on to the first."""
        wanted = Goal(goal)
        if not self.replay.seek(wanted):
            self.replay.go(0)
            if not self.replay.seek(wanted):
                self.say(_("There is none in this exercise."))
        self.redraw()

    def action_back_round(self) -> None:
        """To where the round before began."""
        self.replay.seek(Goal.ROUND, forward=False)
        self.redraw()

    def action_eyes(self) -> None:
        """The next seat."""
        seats = self.replay.seats
        self.replay.sit(seats[(seats.index(self.replay.seat) + 1) % len(seats)])
        self.look = self.query_one(GraphPane).look = self.fresh_look()
        for pane in self.query(Pane):
            pane.changed(forget=True)
        self.redraw()

    def action_truth(self) -> None:
        """Ask for the truth, or put it away."""
        self.replay.show_truth(not self.replay.truth)
        self.say(self.why_not("truth"), tone="alarm")
        self.query_one("#review", Pane).changed(forget=True)
        self.redraw()

    def action_find(self) -> None:
        """Ask for a text and go to the next line that has it."""
        self.app.push_screen(SearchScreen(_("Search the log for:"), self.wanted), self.found)

    def found(self, text: str | None) -> None:
        """The text was given."""
        if not text:
            return
        self.wanted, before = text, self.replay.position
        if not self.replay.search(text):
            self.replay.go(-1)
            fits = any(text.casefold() in t.casefold() for t in self.replay.texts(0))
            if not fits and not self.replay.search(text):
                self.replay.go(before)
                self.say(_("'{text}' stands nowhere in this log.").format(text=text), tone="alarm")
        self.redraw()

    def why_not(self, action: str) -> str:
        """What opens at EndEx only, and what the end has no more of."""
        over, at_end = self.replay.finished, self.replay.position == self.replay.last
        match action:
            case "truth" if not over:
                return _("The truth opens at EndEx.")
            case "compare" if not over:
                return _("The comparison with bots opens at EndEx.")
            case "odds" if not over:
                return _("How likely a rest is, is told after EndEx: it would show what is hidden.")
            case "branch" if over and at_end:
                return _("The exercise is over here; step back first.")
            case "odds" if at_end and not self.curves:
                return _("The exercise is over here; step back first.")
            case _:
                return ""

    def action_back(self) -> None:
        """Close the replay."""
        self.workers.cancel_all()
        self.dismiss()
