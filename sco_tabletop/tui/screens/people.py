"""Who is at the table: somebody leaves, or comes back. Public; the curtain is closed while it stands."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType

from ...i18n import _
from ...record.error import SaveError
from ...session.moves import Move, carry_out, move_text, moves, wants_pin
from ...session.pins import MOST
from ...session.players import TableError
from ...session.session import Session
from ...wording import words
from ..keys import TABLE, bindings
from ..text import Row, Sheet, block, later, line
from ..widgets.keypad import KeyPad
from ..widgets.pane import Pane
from .base import BaseScreen
from .curtain import pin_rows


class PeopleScreen(BaseScreen[str]):
    """Dismisses with what was done, in words, or with nothing."""

    CSS_PATH = "people.tcss"
    KEYS = TABLE
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(TABLE)]
    about = later(
        "Somebody leaves: a bot, nobody or another player takes the zones from here on. Who comes back takes "
        "the own zones again. All of it is written down. A PIN is asked for where files would be opened."
    )

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.asked: Move | None = None
        self.typed, self.trouble = "", ""

    def compose(self) -> ComposeResult:
        yield Pane(self.content, id="people")
        yield KeyPad()
        yield self.foot()

    def on_mount(self) -> None:
        self.pane.focus()
        self.redraw()

    def redraw(self) -> None:
        """Something was pressed; the pad stands there while a PIN is asked for."""
        self.query_one(KeyPad).display = self.asked is not None
        self.pane.changed()

    def content(self, columns: int, rows: int) -> Sheet:  # noqa: ARG002
        """Who has what, then what can be done."""
        roster, scenario, inner = self.session.roster, self.session.scenario, columns - 2
        found: list[Row] = []
        for player in roster.players:
            zones = ", ".join(words.zone_name(scenario, zone) for zone in roster.zones_of(player.name))
            text = _("{number}  {name}: {zones}") if zones else _("{number}  {name}: has left the table")
            text = text.format(number=roster.number_of(player.name), name=player.name, zones=zones)
            found += [Row(of) for of in block(text, inner, "strong" if zones else "dim")]
        found.append(Row(()))
        if self.asked:
            found += [*pin_rows(self.asked.name, self.typed, inner), Row(())]
        found += [Row(of) for of in block(self.trouble, inner, "alarm")] if self.trouble else []
        for move in moves(roster):
            found.append(Row(line(move_text(scenario, roster, move)), move))
        return Sheet(line((_("Who is at the table"), "title")), tuple(found))

    @property
    def pane(self) -> Pane:
        """The one pane."""
        return self.query_one("#people", Pane)

    def on_pane_chosen(self, message: Pane.Chosen) -> None:
        """A line of the list."""
        if isinstance(message.key, Move):
            if wants_pin(self.session.roster, message.key):
                self.asked, self.typed, self.trouble = message.key, "", ""
            else:
                self.do(message.key)
            self.redraw()

    def on_key(self, event: events.Key) -> None:
        """The PIN while one is asked for."""
        key = event.key
        if self.asked is None:
            return
        if key in ("enter", "space"):
            self.do(self.asked, self.typed)
        elif key in ("backspace", "delete"):
            self.typed = self.typed[:-1]
        elif len(key) == 1 and key.isascii() and key.isdecimal():
            self.typed = (self.typed + key)[:MOST]
        else:
            return
        event.stop()
        event.prevent_default()
        self.redraw()

    def do(self, move: Move, pin: str = "") -> None:
        """Carry it out and write it down, or say why not."""
        self.asked, self.typed = None, ""
        done = move_text(self.session.scenario, self.session.roster, move)
        try:
            carry_out(self.session, move, pin)
        except (TableError, SaveError) as error:
            self.trouble = str(error)
            return
        self.dismiss(done)

    def action_back(self) -> None:
        """Leave the PIN, or the screen."""
        if self.asked:
            self.asked, self.typed = None, ""
            self.redraw()
        else:
            self.dismiss("")
