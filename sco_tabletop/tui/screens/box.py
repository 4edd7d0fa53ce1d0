"""What the boxes over a screen share: they are left once, and F1 explains the box itself."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen

from ...i18n import _
from ..keys import Entry
from ..topics import Topic

R = TypeVar("R")


class BoxScreen(ModalScreen[R]):
    """A box with a registry of keys; `about` is the sentence that its help begins with."""

    KEYS: tuple[Entry, ...] = ()
    about: ClassVar[str] = ""

    def dismiss(self, result: R | None = None) -> AwaitComplete:
        """Answer, once, as every screen is left once."""
        return super().dismiss(result) if self.is_current else AwaitComplete()

    def topic(self) -> Topic:
        """What the box asks."""
        return Topic()

    def action_help(self) -> None:
        """Help of this box; from there F1 opens the rule book, and the box waits below."""
        from .rules import HelpScreen

        self.app.push_screen(HelpScreen(self.topic(), _(self.about), self.KEYS, letters=False))
