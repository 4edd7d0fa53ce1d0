"""In an exercise that is talked over, with people at the keyboard: a player reads the own injects.

The player's curtain is open while they stand there; whatever leads away closes it.
"""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Center

from ...core.message import Delivery
from ...i18n import _
from ...session.conducted import ConductedSession
from ...session.pins import MOST
from ...wording import words
from ..conduct_keys import OWN
from ..keys import bindings
from ..text import Line, Row, Sheet, block, later, line
from ..widgets.delivered import card
from ..widgets.keypad import KeyPad
from ..widgets.pane import Pane
from .base import BaseScreen
from .curtain import pin_rows


class OwnScreen(BaseScreen[None]):
    """Who reads; the PIN, where there is one; then what that player's zones were given, alone."""

    CSS_PATH = "own.tcss"
    KEYS = OWN
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(OWN)]
    about = later(
        "A player reads the injects that came to the own zone alone: press your number, then your PIN if you "
        "have one. Everybody else looks away. Enter or Esc closes the curtain again."
    )

    def __init__(self, session: ConductedSession) -> None:
        super().__init__()
        self.session, self.reader, self.typed, self.trouble = session, "", "", ""

    def compose(self) -> ComposeResult:
        with Center(id="middle"):
            yield Pane(self.content, id="own")
            yield KeyPad()
        yield self.foot()

    def on_mount(self) -> None:
        self.pane.focus()
        self.redraw()

    def redraw(self, *, forget: bool = False) -> None:
        """Something was pressed; the pad stands there while a PIN is asked for."""
        self.query_one(KeyPad).display = bool(self.reader) and not self.reading
        self.pane.changed(forget=forget)

    @property
    def pane(self) -> Pane:
        """The one pane."""
        return self.query_one("#own", Pane)

    @property
    def reading(self) -> bool:
        """True while the curtain is open for the player who was chosen."""
        return bool(self.reader) and self.session.open_for == self.reader

    def content(self, columns: int, rows: int) -> Sheet:  # noqa: ARG002
        """The injects while the curtain is open; else who may open it."""
        inner = columns - 2
        title = line((_("Own injects"), "title"), f"  {self.reader}  ", (_("EXERCISE"), "lead"))
        if self.reading:
            return Sheet(title, tuple(Row(of) for of in self.cards(inner)))
        found = [Row(()), *(Row(of) for of in block(_("Everybody else looks away."), inner, "lead")), Row(())]
        if self.reader:
            found += pin_rows(self.reader, self.typed, inner)
        else:
            for name in self.session.roster.present:
                number = self.session.roster.number_of(name)
                first, *rest = block(self.zones_of(name), inner, "key", first=f"{number}  ")
                found += [Row(first, ("reader", number)), *(Row(of) for of in rest)]
        found += [Row(()), *(Row(of) for of in block(self.trouble, inner, "alarm"))] if self.trouble else []
        return Sheet(title, tuple(found))

    def zones_of(self, name: str) -> str:
        """A player with the zones."""
        zones = (words.zone_name(self.session.scenario, z) for z in self.session.roster.zones_of(name))
        return _("{name} ({zones})").format(name=name, zones=", ".join(zones))

    def cards(self, columns: int) -> list[Line]:
        """What came to the player's zones alone, the last first."""
        found: list[Line] = []
        for zone in self.session.roster.zones_of(self.reader):
            given: list[Delivery] = self.session.view(zone).seat.delivered
            found += [*block(words.zone_name(self.session.scenario, zone), columns, "lead"), ()]
            if not given:
                found += [*block(_("No inject so far."), columns, "dim"), ()]
            for of in reversed(given):
                found += [*card(of, columns, rounds=False), ()]
        return found

    # ------------------------------------------------------------------ keys

    def on_key(self, event: events.Key) -> None:
        """A number chooses who reads; then the digits of a PIN."""
        key = event.key
        if self.reading:
            return
        if self.reader and key in ("backspace", "delete") and self.typed:
            self.typed = self.typed[:-1]
        elif len(key) == 1 and key.isascii() and key.isdecimal():
            self.digit(key)
        else:
            return
        event.stop()
        event.prevent_default()
        self.redraw()

    def digit(self, key: str) -> None:
        """Of the PIN, or whose number."""
        if self.reader:
            self.typed = (self.typed + key)[:MOST]
            return
        roster = self.session.roster
        self.reader = next((n for n in roster.present if str(roster.number_of(n)) == key), "")
        self.trouble = "" if self.reader else _("Nobody has this number.")
        if self.reader and not self.session.needs_pin(self.reader):
            self.session.open_curtain(self.reader)

    def on_pane_chosen(self, message: Pane.Chosen) -> None:
        """A click on a player is that player's number; Enter is nobody's: it tries the PIN, or leaves."""
        match message.key:
            case ("reader", int(number)) if message.clicked:
                self.digit(str(number))
                self.redraw(forget=True)
            case _:
                self.action_enter()

    def action_enter(self) -> None:
        """The same where the pane has no lines to choose."""
        if self.reading or not self.reader:
            self.action_back()
            return
        typed, self.typed = self.typed, ""
        if not self.session.open_curtain(self.reader, typed):
            self.trouble = _("That is not the PIN of {name}.").format(name=self.reader)
        self.redraw(forget=True)

    def action_back(self) -> None:
        """Close the curtain: back to what everybody may know."""
        self.table.show_public()
