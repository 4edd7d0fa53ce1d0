"""The inject card of the round: to be acknowledged, or, a dilemma, to be decided."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Center
from textual.css.scalar import ScalarOffset

from ...core.events import AnyEvent
from ...core.scenario import Card
from ...core.view import View
from ...i18n import _
from ...wording import cards as says
from ..keys import BACK, CARD, DILEMMA, Entry, bindings
from ..motion import SLIDE, moves
from ..text import Line, Row, Sheet, block, later, line
from ..widgets.cards import body, head, left_text, options
from ..widgets.journal import lines_of
from ..widgets.pane import Pane
from .base import BaseScreen

ABOVE = -6
"""Rows above its place from which a card comes in."""


class CardScreen(BaseScreen[int]):
    """Dismisses with the option chosen, -1 for acknowledged (or, at a dilemma, put aside for a moment)."""

    CSS_PATH = "card.tcss"
    KEYS: tuple[Entry, ...] = CARD
    BINDINGS: ClassVar[list[BindingType]] = [*bindings((*CARD, BACK))]
    about = later(
        "The inject of this round. Read it, then acknowledge it; a dilemma wants one of its options. F7 "
        "in the room shows it again."
    )
    rule = "R8.1"

    def __init__(self, view: View, card: Card, told: tuple[AnyEvent, ...], *, chooses: bool) -> None:
        super().__init__()
        self.view, self.card, self.told, self.chooses = view, card, told, chooses
        self.KEYS = DILEMMA if chooses else CARD

    def compose(self) -> ComposeResult:
        with Center(id="middle"):
            yield Pane(self.content, id="card")
        yield self.foot()

    def on_mount(self) -> None:
        card = self.query_one("#card")
        card.focus()
        if moves(self.app):
            card.styles.offset = (0, ABOVE)
            place = ScalarOffset.from_offset((0, 0))
            card.styles.animate("offset", place, duration=SLIDE)  # type: ignore[arg-type]

    def content(self, columns: int, rows: int) -> Sheet:  # noqa: ARG002
        """Heading, text, what it did, and what is wanted."""
        inner, card = columns - 2, self.card
        lines = [*head(self.view, card, self.view.public.round, inner), (), *body(card, inner)]
        lines += [(), *self.came_of_it(inner)] if card.effects or self.told else []
        found = [Row(of) for of in (*lines, ())]
        if self.chooses:
            for number, option in enumerate(options(self.view, card, inner)):
                found += [Row(of, ("option", number) if n == 0 else None) for n, of in enumerate(option)]
            found.append(Row(line((_("Look at the room first"), "dim")), ("option", -1)))
        else:
            found.append(Row(line((_("Acknowledge"), "key")), ("option", -1)))
        title = line((_("EXERCISE"), "lead"), "   ", left_text(self.view))
        start = next((row.key for row in found if row.key is not None), None)
        return Sheet(title, tuple(found), start)

    def came_of_it(self, columns: int) -> list[Line]:
        """What it does, and what came of it."""
        found = block(says.effects_text(self.card.effects), columns, "dim") if self.card.effects else []
        return [*found, *lines_of(self.view, self.told, columns)]

    def on_pane_chosen(self, message: Pane.Chosen) -> None:
        match message.key:
            case ("option", int(number)):
                self.dismiss(number)

    def action_back(self) -> None:
        """The card has been read; a dilemma waits in the room."""
        self.dismiss(-1)
