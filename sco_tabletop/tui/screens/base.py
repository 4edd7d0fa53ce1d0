"""What all screens share: the footer from the registry, help, palette, settings, quit."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar

import attrs
from textual.await_complete import AwaitComplete
from textual.binding import BindingType
from textual.screen import ModalScreen, Screen

from ...i18n import _
from ..drawing import NearCompositor
from ..keys import EVERYWHERE, Entry, bindings
from ..offers import Offer, offers_of
from ..topics import Topic
from ..widgets.bars import Bar, Foot, TabBar
from ..widgets.pane import Pane

if TYPE_CHECKING:
    from ..app import TabletopApp

__all__ = ["Bar", "BaseScreen", "Foot", "TabBar"]
R = TypeVar("R")


class BaseScreen(Screen[R]):
    """A screen with a registry of keys. `about` is the sentence that its help begins with, `rule` the
    paragraph of the rule book that it is about."""

    KEYS: tuple[Entry, ...] = ()
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(EVERYWHERE)]
    about: ClassVar[str] = ""
    rule: ClassVar[str] = ""
    letters: ClassVar[bool] = False
    """True if the letters of a turn are keys of this screen."""

    def __init__(self) -> None:
        super().__init__()
        self._compositor = NearCompositor()

    @property
    def table(self) -> TabletopApp:
        """The application."""
        return self.app  # type: ignore[return-value]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The own keys and those of every screen."""
        return (*self.KEYS, *EVERYWHERE)

    def dismiss(self, result: R | None = None) -> AwaitComplete:
        """Leave, once: a key that came again before this screen was gone must not remove the one below."""
        return super().dismiss(result) if self.is_current else AwaitComplete()

    def foot(self) -> Bar:
        """The footer."""
        return Foot(lambda: self.entries)

    # ------------------------------------------------------------------ what a person may ask for

    def topic(self) -> Topic:
        """What stands under the cursor, for help."""
        return Topic(rules=(self.rule,) if self.rule else ())

    def offers(self) -> list[Offer]:
        """The commands of this screen, for the palette; what cannot be done with its reason."""
        return [attrs.evolve(of, why=self.why_not(of.action)) for of in offers_of(self.entries)]

    def why_not(self, action: str) -> str:  # noqa: ARG002
        """Why a key of this screen cannot be used now; empty if it can."""
        return ""

    def action_help(self) -> None:
        """Help of what is in focus and of this screen; from there F1 opens the rule book."""
        from .rules import HelpScreen

        self.app.push_screen(HelpScreen(self.topic(), _(self.about), self.entries, letters=self.letters))

    def action_palette(self) -> None:
        """All commands of this screen; the one that is taken runs here."""
        from .palette import PaletteScreen

        self.app.push_screen(PaletteScreen(self.offers()), self.taken)

    def taken(self, action: str | None) -> None:
        """A command was taken from the palette, which is gone."""
        if action:
            self.call_next(self.run_action, action)

    def action_settings(self) -> None:
        """How the program looks and moves."""
        from .settings import SettingsScreen

        self.app.push_screen(SettingsScreen())

    # ------------------------------------------------------------------ the rest

    def beat(self, released: int) -> None:
        """Each second of a facilitated exercise; so many injects were released by themselves."""

    def action_leave(self) -> None:
        """Quit."""
        self.table.leave()

    def _compositor_refresh(self) -> None:
        """Under an opaque screen draw nothing: Textual would draw the whole of that one at every key, as it
        takes the screen below for one that may show through. Coming back draws everything."""
        if self.app.screen is self or isinstance(self.app.screen, ModalScreen):
            super()._compositor_refresh()

    def repaint(self) -> None:
        """The colours, the characters or what is said of them changed."""
        for pane in self.query(Pane):
            pane.changed()
            pane.refresh()
