"""The curtain between players: an opaque screen that names who is next, and nothing else.

It is drawn from the public board and from names; the session hands out nobody's view while it stands.
"""

from __future__ import annotations

from typing import ClassVar, Literal

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Center

from ...core.words import COMMANDER
from ...i18n import _
from ...session.pins import LEAST, MOST
from ...session.session import Session
from ...wording import words
from ..keys import AT_PIN, CURTAIN, EVERYWHERE, Entry, bindings
from ..text import Row, Sheet, block, later, line
from ..widgets.keypad import KeyPad
from ..widgets.pane import Pane
from .base import BaseScreen, Foot

OPEN = ("open",)
"""The row that a click opens."""
Answer = Literal["open", "public", "people", "undo"]


class CurtainScreen(BaseScreen[Answer]):
    """Dismisses with "open" when the right player has opened it."""

    CSS_PATH = "curtain.tcss"
    KEYS: tuple[Entry, ...] = CURTAIN
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(CURTAIN)]
    rule = "R3.3"
    about = later(
        "The keyboard goes to the player who is named; everybody else looks away. Nothing of anybody's file "
        "is on the screen or in the program's views until that player has pressed the own number."
    )

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session, self.due = session, session.due
        self.number = session.roster.number_of(self.due)
        self.asking, self.typed, self.trouble = False, "", ""

    def compose(self) -> ComposeResult:
        with Center(id="middle"):
            yield Pane(self.content, id="curtain")
            yield KeyPad()
        yield self.foot()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Digits are those of the PIN while it is asked for."""
        return (*AT_PIN, *EVERYWHERE) if self.asking else super().entries

    def on_mount(self) -> None:
        self.query_one("#curtain").focus()
        self.redraw()

    def redraw(self) -> None:
        """Something was pressed; the pad and its keys stand there while a PIN is asked for."""
        self.query_one(KeyPad).display = self.asking
        self.query_one("#curtain", Pane).changed()
        self.query_one(Foot).changed()

    def content(self, columns: int, rows: int) -> Sheet:  # noqa: ARG002
        """Who, for which zone, in which phase; then the key, or the dots of a PIN."""
        public, scenario, inner = self.session.view(COMMANDER).public, self.session.scenario, columns - 2
        found = [Row(()), Row(line((_("EXERCISE EXERCISE EXERCISE"), "lead"))), Row(())]
        found += [Row(of) for of in block(_("Next: {player}").format(player=self.due), inner, "title")]
        where = _("{zone}, round {round} of {rounds}: {phase}").format(
            zone=words.zone_name(scenario, public.acting),
            round=public.round,
            rounds=scenario.numbers.rounds,
            phase=words.phase_name(public.phase),
        )
        found += [Row(of) for of in block(where, inner)]
        found += [Row(()), Row(line((_("Everybody else looks away."), "dim"))), Row(())]
        if self.asking:
            found += pin_rows(self.due, self.typed, inner)
        else:
            text = _("{player} opens the curtain with the key {key}.")
            first, *rest = block(text.format(player=self.due, key=self.number), inner - 2, "key")
            found += [Row(first, OPEN), *(Row(of) for of in rest)]
        found.append(Row(()))
        found += [Row(of) for of in block(self.trouble, inner, "alarm")] if self.trouble else []
        if self.session.undo_reach():
            text = (
                _("H-hour is called. U takes the call back.")
                if public.called
                else _("No H-hour is called. U takes the call back.")
            )
            found += [Row(()), *(Row(of) for of in block(text, inner, "dim"))]
        return Sheet(line((_("The curtain is closed"), "title")), tuple(found))

    def on_pane_chosen(self, message: Pane.Chosen) -> None:
        """The player opens it by mouse; Enter opens nothing, it may still be the last player's."""
        if message.key == OPEN:
            self.digit(str(self.number) if message.clicked else "")
            self.redraw()

    def on_key(self, event: events.Key) -> None:
        """The player's number; then, where there is one, the PIN."""
        key = event.key
        if self.asking and key in ("enter", "space"):
            self.try_pin()
        elif self.asking and key in ("backspace", "delete"):
            self.typed = self.typed[:-1]
        elif len(key) == 1 and key.isascii() and key.isdecimal():
            self.digit(key)
        else:
            return
        event.stop()
        event.prevent_default()
        self.redraw()

    def digit(self, key: str) -> None:
        """A digit of the PIN, or the key of a player."""
        if self.asking:
            self.typed = (self.typed + key)[:MOST]
        elif key != str(self.number):
            self.trouble = _("Only {player} opens this curtain, with {key}.").format(
                player=self.due, key=self.number
            )
        elif self.session.needs_pin(self.due):
            self.asking, self.trouble = True, ""
        elif self.session.open_curtain(self.due):
            self.dismiss("open")

    def try_pin(self) -> None:
        """Right: open. Wrong: begin again."""
        typed, self.typed = self.typed, ""
        if self.session.open_curtain(self.due, typed):
            self.dismiss("open")
        else:
            self.trouble = _("That is not the PIN of {name}.").format(name=self.due)

    def action_back(self) -> None:
        """Leave the PIN."""
        self.asking, self.typed, self.trouble = False, "", ""
        self.redraw()

    def why_not(self, action: str) -> str:
        """The call is taken back by nobody but who made it, and only before the next decision."""
        if action == "undo" and not self.session.undo_reach():
            return _("There is no call to take back: somebody has decided since.")
        return ""

    def action_public(self) -> None:
        """To the public room."""
        self.dismiss("public")

    def action_people(self) -> None:
        """Who is at the table."""
        self.dismiss("people")

    def action_undo(self) -> None:
        """The chair's call is taken back in the public room."""
        if self.session.undo_reach():
            self.dismiss("undo")


def pin_rows(player: str, typed: str, columns: int) -> list[Row]:
    """Whose PIN is asked for, a dot for each digit, and how it is ended."""
    text = _("PIN of {player}: {dots}_").format(player=player, dots="•" * len(typed))
    return [Row(line((text, "strong"))), *how_rows(columns)]


def how_rows(columns: int) -> list[Row]:
    """How long a PIN is, and how typing it ends."""
    hint = _("{least} to {most} digits, then Enter; Esc leaves it.").format(least=LEAST, most=MOST)
    return [Row(of) for of in block(hint, columns, "dim")]
