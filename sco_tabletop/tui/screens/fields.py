"""A few lines to fill in, then one line that does it. What was typed stays if it is refused."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Center

from ...i18n import _
from ..conduct_keys import FIELDS
from ..fields import Field, Pick, Sheetful, Text, Ticks, values
from ..keys import bindings
from ..text import Row, Sheet, block, later, line
from ..widgets.pane import Pane
from .base import BaseScreen


class FieldScreen(BaseScreen[bool]):
    """Dismisses with True when it was done."""

    CSS_PATH = "fields.tcss"
    KEYS = FIELDS
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(FIELDS)]
    about = later(
        "Type on the lines for texts, turn the others with Left and Right. Enter goes on to the next line; "
        "on the line that is a command, or F5 anywhere, it is done."
    )

    def __init__(self, sheetful: Sheetful) -> None:
        super().__init__()
        self.of, self.trouble = sheetful, ""

    def compose(self) -> ComposeResult:
        with Center(id="middle"):
            yield Pane(self.content, id="fields")
        yield self.foot()

    def on_mount(self) -> None:
        self.pane.focus()

    @property
    def pane(self) -> Pane:
        """The one pane."""
        return self.query_one("#fields", Pane)

    def content(self, columns: int, rows: int) -> Sheet:  # noqa: ARG002
        """Hint, fields, and the line that does it."""
        inner, under = columns - 2, self.under
        found = [Row(of) for of in block(self.of.hint, inner, "dim")] if self.of.hint else []
        found += [Row(of) for of in block(self.trouble, inner, "alarm", first="✗ ")] if self.trouble else []
        for number, field in enumerate(self.of.fields):
            if number == self.of.before:
                found += [*self.do_rows(inner), Row(())]
            found += field.rows(inner, under=field is under)
        if self.of.before >= len(self.of.fields):
            found += [Row(()), *self.do_rows(inner)]
        title = line((self.of.title, "title"), "  ", (_("EXERCISE"), "lead"))
        return Sheet(title, tuple(found), start=first_key(self.of.fields))

    def do_rows(self, columns: int) -> list[Row]:
        """The line that does it, with what is to be known before."""
        found = [Row(line((self.of.does, "key")), ("do",))]
        if self.of.note is not None and (text := self.of.note(values(self.of.fields))):
            found += [Row(of) for of in block(text, columns, "dim", first="  ")]
        return found

    @property
    def under(self) -> Field | None:
        """The field under the cursor; the first before anything was moved."""
        key = self.pane.key or first_key(self.of.fields)
        match key:
            case ("text" | "pick", str(name)) | ("tick", str(name), _):
                return next((field for field in self.of.fields if field.key == name), None)
            case _:
                return None

    def on_pane_chosen(self, message: Pane.Chosen) -> None:
        """Enter: do it, go on, or turn."""
        match message.key, self.under:
            case ("do",), _:
                self.action_do()
            case ("tick", _, int(option)), Ticks() as ticks:
                ticks.turn(option)
            case _:
                self.pane.action_step(1)
        self.pane.changed()

    def on_pane_moved(self) -> None:
        """The caret goes with the cursor."""
        self.pane.changed()

    def on_pane_turned(self, message: Pane.Turned) -> None:
        """Left and right on a choice."""
        match self.under:
            case Pick() as pick:
                pick.turn(message.step)
            case _:
                pass
        self.pane.changed()

    def on_key(self, event: events.Key) -> None:
        """What is typed goes into the text under the cursor."""
        field = self.under
        if not isinstance(field, Text) or event.key == "enter":
            return
        if event.is_printable and event.character:
            field.insert(event.character)
        elif not field.press(event.key):
            return
        event.stop()
        event.prevent_default()
        self.pane.changed()

    def on_paste(self, event: events.Paste) -> None:
        """Pasted text."""
        if isinstance(self.under, Text):
            self.under.insert(event.text)
            self.pane.changed()

    def action_do(self) -> None:
        """Do it, or say why not; once, however fast the key was pressed again."""
        if not self.is_current:
            return
        self.trouble = self.of.take(values(self.of.fields))
        if self.trouble:
            self.pane.changed()
            self.go_empty()
        else:
            self.dismiss(True)

    def go_empty(self) -> None:
        """After a refusal: if the cursor stands on no text, to the first text that is still empty."""
        texts = [field for field in self.of.fields if isinstance(field, Text)]
        empty = next((field for field in texts if not field.value.strip()), None)
        if empty is not None and not isinstance(self.under, Text):
            self.pane.go_to(("text", empty.key))

    def action_back(self) -> None:
        """Leave it; nothing was done."""
        self.dismiss(False)


def first_key(fields: tuple[Field, ...]) -> object:
    """The key of the first line."""
    match fields[0]:
        case Text(key=key):
            return ("text", key)
        case Pick(key=key):
            return ("pick", key)
        case Ticks(key=key, options=options):
            return ("tick", key, options[0][0])
