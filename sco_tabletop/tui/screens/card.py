"""The inject card of the round: to be acknowledged, or, a dilemma, to be decided."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Center

from ...core.events import AnyEvent
from ...core.scenario import Card
from ...core.view import View
from ...i18n import _
from ...wording import cards as says
from ..keys import BACK, CARD, DILEMMA, Entry, bindings
from ..text import Row, Sheet, block, later, line
from ..widgets.journal import lines_of
from ..widgets.pane import Pane
from .base import BaseScreen


class CardScreen(BaseScreen[int]):
    """Dismisses with the option chosen, -1 for acknowledged (or, at a dilemma, put aside for a moment)."""

    CSS_PATH = "card.tcss"
    KEYS: tuple[Entry, ...] = CARD
    BINDINGS: ClassVar[list[BindingType]] = [*bindings((*CARD, BACK))]
    rule = "R8.1"
    about = later(
        "The inject of this round. Read it, then acknowledge it; a dilemma wants one of its options."
    )

    def __init__(self, view: View, card: Card, told: tuple[AnyEvent, ...], *, chooses: bool) -> None:
        super().__init__()
        self.view, self.card, self.told, self.chooses = view, card, told, chooses
        self.KEYS = DILEMMA if chooses else CARD

    def compose(self) -> ComposeResult:
        with Center(id="middle"):
            yield Pane(self.content, id="card")
        yield self.foot()

    def on_mount(self) -> None:
        self.query_one("#card").focus()

    def content(self, columns: int, rows: int) -> Sheet:  # noqa: ARG002
        """Heading, text, what it did, and what is wanted."""
        inner, card = columns - 2, self.card
        found = [Row(line((says.sender_text(card), "dim")))] if card.sender else []
        found += [Row(()), *(Row(of) for of in block(card.title, inner, "title")), Row(())]
        found += [Row(of) for of in block(card.text, inner)] if card.text else []
        if card.effects or self.told:
            found.append(Row(()))
        found += (
            [Row(of) for of in block(says.effects_text(card.effects), inner, "dim")] if card.effects else []
        )
        found += [Row(of) for of in lines_of(self.view, self.told, inner)]
        found.append(Row(()))
        if not self.chooses:
            found.append(Row(line((_("Acknowledge"), "key")), ("option", -1)))
        for number, option in enumerate(card.options if self.chooses else ()):
            found.append(Row(line((option.label, "key")), ("option", number)))
            found += [Row(of) for of in block(says.effects_text(option.effects), inner, "lead", first="  ")]
            found += [Row(of) for of in block(option.text, inner, "dim", first="  ")] if option.text else []
        if self.chooses:
            found.append(Row(line((_("Look at the room first"), "dim")), ("option", -1)))
        title = line(
            (_("INJECT"), "lead"), _("   round {round}   EXERCISE").format(round=self.view.public.round)
        )
        start = next((row.key for row in found if row.key is not None), None)
        return Sheet(title, tuple(found), start)

    def on_pane_chosen(self, message: Pane.Chosen) -> None:
        match message.key:
            case ("option", int(number)):
                self.dismiss(number)

    def action_back(self) -> None:
        """The card has been read; a dilemma waits in the room."""
        self.dismiss(-1)
