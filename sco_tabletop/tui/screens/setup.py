"""The set-up: deck, difficulty, who plays what, chair, seed - all with a choice made already."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Center

from ...content import FIRST, DeckError
from ...i18n import _
from ...record.error import SaveError
from ...session.players import TableError
from ..form import NOBODY, Form, new_form
from ..form_words import line_text
from ..keys import SETUP, bindings
from ..text import Row, Sheet, Tone, block, later, line, pad, plain
from ..topics import Topic, rules_in
from ..widgets.pane import Pane
from .base import Bar, BaseScreen

LABEL = 14


class SetupScreen(BaseScreen[None]):
    """Enter on the first line begins."""

    CSS_PATH = "setup.tcss"
    KEYS = SETUP
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(SETUP)]
    head = later("New exercise")
    begin_text = later("Begin the exercise")
    about = later(
        "Choose a deck, who plays which states and how. Enter on the first line begins. With two "
        "players or more it is hot-seat: names, and PINs if you want them, are typed on their lines."
    )

    def __init__(self, saves: Path, deck: str = FIRST) -> None:
        super().__init__()
        self.saves = saves
        self.form: Form = new_form(deck)

    def compose(self) -> ComposeResult:
        with Center(id="middle"):
            yield Pane(self.content, id="setup")
        with Center(id="below"):
            yield Bar(self.meaning, id="message", boxed=False)
        yield self.foot()

    def on_mount(self) -> None:
        self.query_one("#setup").focus()

    def content(self, columns: int, rows: int) -> Sheet:  # noqa: ARG002
        """One line a choice."""
        inner, form = columns - 2, self.form
        found = [Row(line((_(self.begin_text), "key")), ("begin",))]
        found += [Row(of) for of in block(form.trouble, inner, "alarm")] if form.trouble else []
        found += [Row(()), *self.settings(), Row(())]
        for zone, of in enumerate(form.scenario.zones if form.scenario else ()):
            tone: Tone = "good" if form.owner[zone] != NOBODY else "dim"
            found.append(turned(of.name, form.player(form.owner[zone]), ("zone", zone), tone))
        found += self.people()
        found += [Row(()), *self.summary(inner)]
        title = line((_(self.head), "title"), "  ", (_("EXERCISE"), "lead"))
        return Sheet(title, tuple(found), start=("begin",))

    def meaning(self, columns: int, rows: int) -> Sheet:  # noqa: ARG002
        """What the line under the cursor means."""
        text = line_text(self.form, self.pane.key or ("begin",))
        return Sheet((), tuple(Row(of) for of in block(text, columns)))

    def summary(self, columns: int) -> list[Row]:
        """What it is about, at the end."""
        scenario = self.form.scenario
        return [Row(of) for of in block(scenario.summary, columns, "dim")] if scenario else []

    def settings(self) -> list[Row]:
        """The lines that turn."""
        form = self.form
        found: list[Row] = []
        if form.decks:
            deck = form.decks[form.deck]
            found.append(turned(_("Deck"), deck.title, ("deck",)))
            found.append(turned(_("Difficulty"), deck.difficulties[form.difficulty], ("difficulty",)))
        people = str(form.count) if form.count > 1 else _("1: you alone")
        seed = line(
            pad(_("Seed"), LABEL + 2),
            (form.seed or "0", "strong"),
            (_("   the same seed deals the same"), "dim"),
        )
        return [
            *found,
            turned(_("Mode"), form.mode_text(), ("mode",)),
            Row(seed, ("seed",)),
            turned(_("Players"), people, ("count",)),
            turned(_("Other states"), form.other_text(), ("others",)),
            turned(_("Chair"), form.chair_text(), ("chair",)),
            turned(_("Turn timer"), form.timer_text(), ("timer",)),
        ]

    def people(self) -> list[Row]:
        """Names and PINs of a hot-seat table."""
        form = self.form
        if form.count < 2:
            return []
        hint = _("Type names and PINs here. A PIN guards the screen, not the file; it may stay empty.")
        return [Row(()), *(Row(of) for of in block(hint, 68, "dim")), *self.names()]

    def names(self) -> list[Row]:
        """A line for each name, and one for each PIN."""
        form, found = self.form, list[Row]()
        for n in range(form.count):
            label = pad(_("Name {number}").format(number=n + 1), LABEL + 2)
            found.append(Row(line(label, (f"{form.names[n]}_", "strong")), ("name", n)))
            dots, hint = "•" * len(form.pins[n]), "" if form.pins[n] else _("   none")
            pin = line(pad(_("  PIN"), LABEL + 2), (f"{dots}_", "strong"), (hint, "dim"))
            found.append(Row(pin, ("pin", n)))
        return found

    @property
    def pane(self) -> Pane:
        """The one pane."""
        return self.query_one("#setup", Pane)

    def on_pane_chosen(self, message: Pane.Chosen) -> None:
        """Begin, or change the line; a line for typing goes on to the next."""
        match message.key:
            case ("begin",):
                self.begin()
            case key if self.types(key):
                self.pane.action_step(1)
            case key:
                self.change(key, 1)

    def on_pane_moved(self) -> None:
        """Another line is under the cursor."""
        self.renew()

    def renew(self) -> None:
        """A line has changed, or another one is under the cursor."""
        self.pane.changed()
        self.query_one("#message", Bar).changed()

    def topic(self) -> Topic:
        """The line under the cursor."""
        row, text = self.pane.row, line_text(self.form, self.pane.key)
        return Topic(plain(row.line) if row else "", (text,) if text else (), rules_in(text))

    def on_pane_turned(self, message: Pane.Turned) -> None:
        self.change(message.pane.key, message.step)

    def change(self, key: object, step: int) -> None:
        """Turn one line by a step."""
        self.form.change(key, step)
        self.renew()

    def on_key(self, event: events.Key) -> None:
        """Characters for the line under the cursor."""
        deletes = event.key in ("backspace", "delete")
        if not deletes and not event.is_printable:
            return
        if self.form.typed(self.pane.key, "" if deletes else event.character or ""):
            event.stop()
            event.prevent_default()
            self.pane.changed()

    def types(self, key: object) -> bool:
        """True for a line to type on, from which Enter goes on to the next."""
        return isinstance(key, tuple) and key[0] in ("name", "pin")

    def action_back(self) -> None:
        """Back to the title; on a line for typing Backspace takes a character."""
        self.dismiss()

    def begin(self) -> None:
        """Deal, save, play."""
        try:
            session = self.form.begin(self.saves)
        except (DeckError, SaveError, TableError) as error:
            self.form.trouble = str(error)
            self.pane.changed()
            return
        table = self.table
        self.dismiss()
        table.open_room(session, fresh=True)


def turned(label: str, value: str, key: object, tone: Tone = "strong") -> Row:
    """A line that Left and Right change."""
    return Row(line(pad(label, LABEL), "◂ ", (value, tone), " ▸"), key)
