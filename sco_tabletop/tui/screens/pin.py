"""Before the console opens: the PIN of the facilitator, and a word on the projector. Knows nothing but the
digits that were typed.
"""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Center

from ...i18n import _
from ...session.conducted import ConductedSession
from ...session.pins import MOST
from ...session.players import FACILITATOR
from ...wording import words
from ..conduct_keys import PIN
from ..keys import bindings
from ..text import Row, Sheet, block, later, line
from ..widgets.keypad import KeyPad
from ..widgets.pane import Pane
from .base import BaseScreen
from .curtain import how_rows


class PinScreen(BaseScreen[bool]):
    """Dismisses with True when the console is open."""

    CSS_PATH = "pin.tcss"
    KEYS = PIN
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(PIN)]
    about = later(
        "The console is the facilitator's. Take the picture off the projector, type or click the PIN if "
        "there is one, and press Enter; everybody else looks away."
    )

    def __init__(self, session: ConductedSession) -> None:
        super().__init__()
        self.session, self.typed, self.trouble = session, "", ""

    def compose(self) -> ComposeResult:
        with Center(id="middle"):
            yield Pane(self.content, id="curtain")
            if self.session.needs_pin(FACILITATOR):
                yield KeyPad()
        yield self.foot()

    def on_mount(self) -> None:
        self.query_one("#curtain").focus()

    def content(self, columns: int, rows: int) -> Sheet:  # noqa: ARG002
        """Dots for the digits."""
        inner = columns - 2
        found = [Row(()), Row(line((_("EXERCISE EXERCISE EXERCISE"), "lead"))), Row(())]
        if self.session.needs_pin(FACILITATOR):
            text = _("PIN of the facilitator: {dots}_").format(dots="•" * len(self.typed))
            found += [Row(line((text, "strong"))), *how_rows(inner), Row(())]
        else:
            text = _("The facilitator opens it.")
            found += [Row(line((text, "strong"), (_("   Enter"), "dim"))), Row(())]
        warning = _("Is a projector on? What follows is not for it, and everybody else looks away.")
        found += [*(Row(of) for of in block(warning, inner, "lead", first="‼ ")), Row(())]
        found += [Row(of) for of in block(self.why(), inner, "dim")]
        found += [Row(of) for of in block(self.trouble, inner, "alarm")] if self.trouble else []
        return Sheet(line((_("The console is closed"), "title")), tuple(found))

    def why(self) -> str:
        """Whose called-out decisions wait behind it, which everybody knows; empty if none do."""
        session = self.session
        if session.halted or session.finished or session.before_all:
            return ""
        if not (session.conduct.called and session.human_turn):
            return ""
        zone = words.zone_name(session.scenario, session.acting)
        return _("{zone} is due: its decisions are entered at the console.").format(zone=zone)

    def on_key(self, event: events.Key) -> None:
        """Digits; Enter tries them."""
        key = event.key
        if key == "enter":
            self.try_pin()
        elif key in ("backspace", "delete") and self.typed:
            self.typed = self.typed[:-1]
        elif len(key) == 1 and key.isascii() and key.isdecimal():
            self.typed = (self.typed + key)[:MOST]
        else:
            return
        event.stop()
        event.prevent_default()
        self.query_one("#curtain", Pane).changed()

    def try_pin(self) -> None:
        """Right: open. Wrong: begin again."""
        typed, self.typed = self.typed, ""
        if self.session.open_console(typed):
            self.dismiss(True)
        else:
            self.trouble = _("That is not the PIN of the facilitator.")

    def action_back(self) -> None:
        """Back to the public view."""
        self.dismiss(False)
