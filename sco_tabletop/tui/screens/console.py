"""The facilitator's console: now, next, done, the pool, the course, and the inject under the cursor.

Exists only while the session's console is open. Draws and takes keys; what acts is in `console_acts`.
"""

from __future__ import annotations

from typing import ClassVar

import attrs
from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container

from ...conduct.board import Item
from ...conduct.due import HELP_FOR, coming, done, now
from ...core.words import COMMANDER
from ...i18n import _, n_
from ...session.conducted import ConductedSession
from ...session.pace import hot_wash_text
from ...wording import words
from ..acting import veiled
from ..conduct_keys import AFTER_ENDEX, CONSOLE, console_bindings
from ..keys import Entry
from ..sizes import HUGE, HUGE_ROWS, WIDE, WIDE_ROWS
from ..text import Line, Part, Row, Sheet, Tone, block, clip, later, line
from ..widgets import inject, msel
from ..widgets.bars import ROOMY
from ..widgets.pane import Pane, Source
from ..widgets.standing import story_time, times, where
from ..widgets.truth import facts_sheet
from .base import Bar, BaseScreen, TabBar
from .console_acts import ConsoleActs
from .console_why import ConsoleWhy

LISTS = ("now", "next", "done", "pool")
PANES = {1: "now", 2: "next", 3: "done", 4: "pool", 5: "course", 6: "inject"}


class ConsoleScreen(ConsoleWhy, ConsoleActs, BaseScreen[None]):
    """Over the public room. Leaving it closes the console."""

    CSS_PATH = "console.tcss"
    KEYS = CONSOLE
    BINDINGS: ClassVar[list[BindingType]] = [*console_bindings()]
    rule = "R8.11"
    about = later(
        "The facilitator's console. The letters act on the inject under the cursor, or open a page. Due "
        "injects are marked and wait for Enter. F9 goes to the public view and closes the console."
    )

    def __init__(self, session: ConductedSession, then: str = "") -> None:
        super().__init__()
        self.session, self.seen, self.then = session, session.console(), then
        self.number, self.tab, self.message = "", 1, list[Line]()
        self.marks: tuple[object, ...] = ()

    def compose(self) -> ComposeResult:
        yield Bar(self.veil(lambda c, _r: one(self.head(c))), id="head", boxed=False)
        yield Bar(self.veil(lambda c, _r: one(self.strip(c))), id="strip", boxed=False)
        yield TabBar(self.tab_names, lambda: self.tab)
        with Container(id="body", classes="-tab1"):
            with Container(id="left"):
                yield Pane(self.veil(lambda c, r: self.listed("now", c, r)), id="now")
                yield Pane(self.veil(lambda c, r: self.listed("next", c, r)), id="next")
                yield Pane(self.veil(lambda c, r: self.listed("done", c, r)), id="done")
            with Container(id="right"):
                with Container(id="low"):
                    yield Pane(self.veil(lambda c, r: msel.pool_sheet(self.seen, c, r)), id="pool")
                    yield Pane(self.veil(self.course), id="course")
                yield Pane(self.veil(self.detail), id="inject")
        said = self.veil(lambda _c, _r: Sheet((), tuple(Row(of) for of in self.message)))
        yield Bar(said, id="message", boxed=False)
        yield self.foot()

    def veil(self, source: Source) -> Source:
        """Nothing is drawn any more once the console is closed."""
        return veiled(self.session, source)

    def on_mount(self) -> None:
        self.lay_out()
        self.go_first()
        self.set_interval(1.0, self.tick)
        self.start_bots()
        if self.then == "decide":
            self.call_after_refresh(self.action_decide)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """After EndEx the footer has what follows it."""
        found = super().entries
        if not self.session.finished:
            return found
        return tuple(attrs.evolve(of, place=AFTER_ENDEX.get(of.action, of.place)) for of in found)

    # ------------------------------------------------------------------ what is on the screen

    def head(self, columns: int) -> Line:
        """Exercise time, round, phase, state."""
        parts: list[Part] = [(_("EXERCISE CONSOLE"), "lead"), "  "]
        if columns >= ROOMY:
            parts += [f"{self.scenario.title}  "]
        parts += [where(self.session), "  ", *times(self.session)]
        if columns >= ROOMY and (story := story_time(self.session)):
            parts.append(_("  story time {story}").format(story=story))
        return clip(line(*parts), columns)

    def strip(self, columns: int) -> Line:
        """What wants attention first, then who decides."""
        parts: list[Part] = []
        due = 0 if self.session.finished else len(self.seen.due)
        if due:
            text = n_("‼ {count} inject due", "‼ {count} injects due", due).format(count=due)
            parts += [(text, "alarm"), "  "]
        if self.seen.stall is not None:
            kind = HELP_FOR[self.seen.stall].value.upper()
            parts += [(_("! off course, {kind} fits: X").format(kind=kind), "alarm"), "  "]
        if text := hot_wash_text(self.session):
            parts += [(text, "lead"), "  "]
        parts.append((self.who_decides(), "text"))
        return clip(line(*parts), columns)

    def who_decides(self) -> str:
        """Whose decision is due."""
        session = self.session
        if session.discussion or session.finished or not session.started:
            return ""
        zone = words.zone_name(self.scenario, session.acting)
        player = "" if session.conduct.called else session.roster.player_of(session.acting)
        if player:
            zone = _("{zone} ({player})").format(zone=zone, player=player)
        if session.halted:
            return _("Paused: nobody decides. T goes on.")
        if session.before_all and not session.conduct.called:
            return _("▸ {zone} decides before everybody: E, the public view").format(zone=zone)
        if session.before_all:
            return _("▸ {zone} has the chair: E").format(zone=zone)
        if not session.human_turn:
            return _("… {zone} decides by itself").format(zone=zone)
        return _("▸ {zone} decides: E").format(zone=zone)

    def listed(self, name: str, columns: int, rows: int) -> Sheet:
        """One of the three lists."""
        items, title, empty = {
            "now": (now, _("NOW"), _("Nothing is due, and nothing is out.")),
            "next": (coming, _("NEXT"), _("The script has nothing more.")),
            "done": (done, _("DONE"), _("Nothing is done yet.")),
        }[name]
        listed = items(self.seen.board, self.seen.moment)
        return msel.list_sheet(self.scenario, self.seen, title, listed, (columns, rows), empty)

    def detail(self, columns: int, rows: int) -> Sheet:  # noqa: ARG002
        """The inject under the cursor."""
        return inject.sheet(self.scenario, self.seen, self.number, columns)

    def course(self, columns: int, rows: int) -> Sheet:  # noqa: ARG002
        """The facts, with what they were when the round began."""
        if self.session.discussion:
            text = _("An exercise that is talked over has no figures.")
            return Sheet(line((_("Course"), "title")), tuple(Row(of) for of in block(text, columns, "dim")))
        return facts_sheet(self.seen.moment.facts, self.session.facts_before(), columns)

    def tab_names(self) -> dict[int, str]:
        """The tabs of the narrow console."""
        return {1: _("Now"), 2: _("Next"), 3: _("Done"), 4: _("Pool"), 5: _("Course"), 6: _("Inject")}

    def on_resize(self, event: events.Resize) -> None:  # noqa: ARG002
        self.lay_out()

    def lay_out(self) -> None:
        """Everything in three columns or in two, or a list and the inject."""
        size = self.app.size
        huge = size.width >= HUGE and size.height >= HUGE_ROWS
        wide = not huge and size.width >= WIDE and size.height >= WIDE_ROWS
        self.set_class(huge, "-huge")
        self.set_class(wide, "-wide")
        self.set_class(not huge and not wide, "-narrow")

    def pane(self, name: str) -> Pane:
        """A pane by its id."""
        return self.query_one(f"#{name}", Pane)

    def go_first(self) -> None:
        """To what is due or out; if there is nothing, to what comes next."""
        self.renew()
        self.go_tab(1 if now(self.seen.board, self.seen.moment) else 2)

    def go_tab(self, number: int) -> None:
        """Show a pane and put the keys there."""
        self.tab = number
        self.query_one("#body").classes = frozenset({f"-tab{number}"})
        pane = self.pane(PANES[number])
        pane.focus(scroll_visible=False)
        self.pane("tabs").changed()
        if pane.sheet.rows:
            self.under(pane.key)

    def under(self, key: object) -> None:
        """The inject under the cursor is the one that is shown and acted on."""
        match key:
            case ("inject", str(number)) if number != self.number:
                self.number = number
                self.pane("inject").changed(forget=True)

    def follow(self) -> None:
        """A list has changed under the cursor: what stands there now is shown and acted on."""
        pane = self.focused
        if isinstance(pane, Pane) and pane.id in LISTS and pane.sheet.rows:
            self.under(pane.key)

    def say(self, text: str, tone: Tone = "text") -> None:
        """One sentence in the message bar."""
        first = {"alarm": "✗ ", "good": "✓ ", "lead": "▸ "}.get(tone, "")
        self.message = block(text, max(20, self.app.size.width - 2), tone, first=first)[:2] if text else []
        self.pane("message").changed()

    # ------------------------------------------------------------------ time and change

    def renew(self) -> None:
        """Look anew; lists are drawn again only where something in them changed."""
        if not self.session.at_console:
            return
        self.seen = self.session.console()
        marks = (
            tuple((n, msel.status_part(self.seen, item)) for n, item in self.seen.board.items.items()),
            tuple(sorted((fact.value, value) for fact, value in self.seen.moment.facts.items())),
            self.seen.stall,
            self.session.acting,
            self.session.phase,
        )
        if marks != self.marks:
            self.marks = marks
            for name in PANES.values():
                self.pane(name).changed()
            self.follow()
        self.pane("head").changed()
        self.pane("strip").changed()
        self.pane("foot").changed()

    def tick(self) -> None:
        """A second has passed."""
        self.renew()

    def beat(self, released: int) -> None:
        """Something was released by itself."""
        if released:
            self.renew()
            text = n_(
                "{count} inject was released by itself.",
                "{count} injects were released by themselves.",
                released,
            )
            self.say(text.format(count=released), "lead")

    def on_screen_resume(self) -> None:
        """A page or a form over it may have changed something."""
        self.renew()

    # ------------------------------------------------------------------ cursor

    @property
    def item(self) -> Item | None:
        """The inject under the cursor."""
        return self.seen.board.items.get(self.number)

    def on_pane_moved(self, message: Pane.Moved) -> None:
        """Another inject under the cursor."""
        self.under(message.key)

    def on_pane_chosen(self, message: Pane.Chosen) -> None:
        """Enter: release it, or complete it."""
        self.under(message.key)
        if message.pane.id in LISTS:
            self.enter()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Tab or the mouse went to another pane."""
        pane = event.widget
        if isinstance(pane, Pane) and pane.id in PANES.values():
            self.tab = next(number for number, name in PANES.items() if name == pane.id)
            self.pane("tabs").changed()
            self.under(pane.key)

    def on_tab_bar_picked(self, message: TabBar.Picked) -> None:
        """A click on a tab."""
        self.go_tab(message.number)

    def action_pane(self, number: int) -> None:
        """1 to 6."""
        self.go_tab(number)

    @property
    def zone(self) -> int:
        """The zone that an observation is about at first: of the inject if it goes to one alone."""
        item = self.item
        to = () if item is None else item.to or item.inject.to
        return to[0] if len(to) == 1 else COMMANDER


def one(of: Line) -> Sheet:
    """A sheet of one line."""
    return Sheet((), (Row(of),))
