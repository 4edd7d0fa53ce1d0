"""The palette: every command of the screen below in one list, filtered by what is typed."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType

from ...i18n import _
from ..fields import Text
from ..keys import LIST, bindings
from ..offers import Offer, fitting
from ..text import Line, Row, Sheet, block, clip, later, line, pad
from ..widgets.pane import Pane
from .base import Bar, BaseScreen

FACE, LABEL, ROOMY = 7, 21, 50


class PaletteScreen(BaseScreen[str]):
    """Dismisses with the action to run on the screen below; empty for none. Opaque: it may cover a view."""

    CSS_PATH = "palette.tcss"
    KEYS = LIST
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(LIST)]
    about = later(
        "All commands of the screen below. Type some letters of what you look for; Enter does the command "
        "under the cursor. What is not possible stands there with its reason."
    )

    def __init__(self, offers: list[Offer]) -> None:
        super().__init__()
        self.of = offers
        self.typed = Text("wanted", "", most=40)
        self.message: list[Line] = []

    def compose(self) -> ComposeResult:
        yield Bar(self.field, id="field", boxed=False)
        yield Pane(self.content, id="palette")
        yield Bar(lambda _c, _r: Sheet((), tuple(Row(of) for of in self.message)), id="message", boxed=False)
        yield self.foot()

    def on_mount(self) -> None:
        self.pane.focus()

    @property
    def pane(self) -> Pane:
        """The list."""
        return self.query_one("#palette", Pane)

    def field(self, columns: int, rows: int) -> Sheet:  # noqa: ARG002
        """What is typed, its end in sight."""
        text = self.typed.value[-(columns - 20) :]
        return Sheet((), (Row(line((_("Filter:"), "key"), f" {text}", ("│", "lead"))),))

    def content(self, columns: int, rows: int) -> Sheet:  # noqa: ARG002
        """The commands that fit; first what is possible, in the order of the registry."""
        fit = fitting(self.of, self.typed.value)
        found = [self.row(offer, columns - 2) for offer in fit]
        if not found:
            text = _("No command of this screen has that. Backspace takes a letter away.")
            found = [Row(of) for of in block(text, columns, "alarm")]
        title = line((_("Commands"), "title"), f"  {len(fit)}/{len(self.of)}")
        return Sheet(title, tuple(found), start=found[0].key)

    def row(self, offer: Offer, columns: int) -> Row:
        """Key, name, and what it does - or why it is not possible."""
        face, label = pad(offer.face, FACE), pad(offer.label, LABEL)
        if offer.why:
            return Row(clip(line((f"{face}× {label} {offer.why}", "off")), columns), offer)
        rest = offer.sentence if columns > ROOMY else ""
        return Row(clip(line((face, "key"), "  ", (label, "strong"), " ", (rest, "dim")), columns), offer)

    def on_key(self, event: events.Key) -> None:
        """Letters filter; Backspace takes one away, and leaves when there is none."""
        if event.is_printable and event.character:
            self.typed.insert(event.character)
        elif event.key != "backspace" or not self.typed.value:
            return
        else:
            self.typed.press("backspace")
        event.stop()
        event.prevent_default()
        self.filtered()

    def on_paste(self, event: events.Paste) -> None:
        """Pasted text filters too."""
        self.typed.insert(event.text)
        self.filtered()

    def filtered(self) -> None:
        """Other letters: another list, and what its first command does."""
        self.pane.changed(forget=True)
        self.query_one("#field", Bar).changed()
        self.say(self.pane.row.key if self.pane.row else None)

    def on_pane_moved(self, message: Pane.Moved) -> None:
        """The whole sentence of the command under the cursor."""
        self.say(message.key)

    def say(self, key: object) -> None:
        """What it does, or why not."""
        self.message = []
        if isinstance(key, Offer):
            columns = max(20, self.app.size.width - 2)
            text, first = (key.why, "✗ ") if key.why else (key.sentence, "")
            self.message = block(text, columns, "alarm" if key.why else "text", first=first)[:2]
        self.query_one("#message", Bar).changed()

    def on_pane_chosen(self, message: Pane.Chosen) -> None:
        """Do it, or say why not."""
        if isinstance(message.key, Offer):
            if message.key.why:
                self.say(message.key)
            else:
                self.dismiss(message.key.action)

    def action_palette(self) -> None:
        """F8 again closes it."""
        self.dismiss("")

    def action_back(self) -> None:
        """Leave it."""
        self.dismiss("")
