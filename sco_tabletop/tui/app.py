"""The Textual application: themes, the screens in their order, and what a crash leaves behind.

Holds the one session; knows no rule and no state but the views that the session hands out.
"""

from __future__ import annotations

import contextlib
import gc
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

import attrs
from rich.text import Text
from textual import events
from textual.app import App
from textual.binding import BindingType
from textual.filter import LineFilter

from ..core.words import ChairRule
from ..i18n import _
from ..record.error import SaveError
from ..record.place import typed
from ..settings import Colours, Settings, Shelf
from . import screens
from .ascii import AsciiFilter
from .conduct_keys import anywhere_bindings
from .crash import sentence_for
from .keyboard import Keyboard
from .screens.base import BaseScreen
from .screens.small import SmallScreen, too_small
from .screens.title import TitleScreen
from .themes import DARK, DARK_COLOURS, LIGHT

if TYPE_CHECKING:
    from ..review.replay import Replay
    from ..session.conducted import ConductedSession
    from ..session.session import Session
    from ..session.step import Step

SETTLED = 0.3
"""Seconds after which the first screen stands."""

PATIENCE: Final = (10_000, 20, 50)
"""When the collector runs: a full walk under a key press was measured at 60 to 110 ms."""


@attrs.frozen
class Start:
    """How to begin. With a `session` the room opens at once, with a `replay` the replay, with `facilitate`
    (the name of a deck) the set-up of a facilitated exercise; `saves` is the folder of saves. `fresh`: the
    exercise begins, so its page of orientation comes first.

    `shelf` has the settings; `ascii` overrules them for this run.
    """

    saves: Path
    session: Session | None = None
    replay: Replay | None = None
    ascii: bool = False
    facilitate: str = ""
    fresh: bool = False
    shelf: Shelf = attrs.field(factory=Shelf)


class TabletopApp(App[None]):
    """SCO Tabletop on a terminal."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [*anywhere_bindings()]

    def __init__(self, start: Start) -> None:
        self._ascii = AsciiFilter(enabled=start.ascii)
        super().__init__()
        self.start, self.shelf = start, start.shelf
        self.keyboard = Keyboard(self)
        self.session: Session | None = start.session
        self.farewell = ""
        for theme in (DARK, LIGHT):
            self.register_theme(theme)
        self.use()

    def get_line_filters(self) -> Sequence[LineFilter]:
        filters = list(super().get_line_filters())
        return [*filters, self._ascii] if self._ascii.enabled else filters

    # ------------------------------------------------------------------ settings

    def use(self) -> None:
        """Look and move as the settings say, where this run does not overrule them."""
        settings = self.shelf.settings
        self.theme = LIGHT.name if settings.colours is Colours.LIGHT else DARK.name
        self._ascii.enabled = settings.ascii or self.start.ascii
        if not self.overruled("still"):
            self.animation_level = "none" if settings.still else "full"

    def apply(self, settings: Settings) -> None:
        """Keep other settings, and draw everything by them."""
        self.shelf.keep(settings)
        self.use()
        for screen in self.screen_stack:
            if isinstance(screen, BaseScreen):
                screen.repaint()

    def overruled(self, name: str) -> str:
        """Why a setting does not count in this run; empty if it does."""
        match name:
            case "colours" if self.no_color:
                return _("Without colours in this run: NO_COLOR or --no-color says so.")
            case "ascii" if self.start.ascii:
                return _("ASCII only in this run: --ascii says so.")
            case "still" if os.environ.get("TEXTUAL_ANIMATIONS"):
                return _("In this run TEXTUAL_ANIMATIONS decides on motion.")
            case _:
                return ""

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return dict(DARK_COLOURS)

    async def on_event(self, event: events.Event) -> None:
        """Keys wait for one another; everything else as ever."""
        if not isinstance(event, events.Key) or event.is_forwarded or self.keyboard.may_pass(event):
            await super().on_event(event)

    def on_mount(self) -> None:
        self.push_screen(TitleScreen(self.start.saves))
        if self.session is not None:
            self.show_room(self.session, fresh=self.start.fresh)
        if self.start.replay is not None:
            self.open_replay(self.start.replay)
        if self.start.facilitate:
            self.push_screen(screens.FacilitateScreen(self.start.saves, self.start.facilitate))
        self.set_interval(1.0, self.beat)
        self.set_timer(SETTLED, self.settle)

    def settle(self) -> None:
        """What is loaded by now stays; the collector need not walk it again and again under the keys."""
        gc.collect()
        gc.freeze()
        gc.set_threshold(*PATIENCE)

    def on_resize(self, event: events.Resize) -> None:
        """Below 80x24 one sentence covers everything; it goes by itself."""
        covered = isinstance(self.screen, SmallScreen)
        if too_small(event.size) and not covered:
            self.push_screen(SmallScreen())
        elif covered and not too_small(event.size):
            self.pop_screen()

    # ------------------------------------------------------------------ the session

    def open_room(self, session: Session, *, fresh: bool = False) -> None:
        """Begin (`fresh`) or go on: close what was open before."""
        self.close_session()
        self.session = session
        self.show_room(session, fresh=fresh)

    def show_room(self, session: Session, *, fresh: bool) -> None:
        """The room; one person at the beginning reads first what it is about."""
        room = first_room(session)
        self.push_screen(room)
        if fresh and isinstance(room, screens.RoomScreen) and not room.before_all:
            self.push_screen(screens.OrientScreen(room.look.view, session.mine))

    def public_room(self) -> screens.ConferenceScreen | screens.TalkScreen:
        """Remove every screen over the public room, and all that one player could leave to the next."""
        while not isinstance(self.screen, screens.ConferenceScreen | screens.TalkScreen):
            self.pop_screen()
        self.clear_notifications()
        self._clipboard = ""
        return self.screen

    def show_public(self, *, hand_over: bool = False) -> None:
        """Close the curtain and show what everybody may know; or hand the keyboard over at once."""
        if self.session is not None:
            self.session.close_curtain()
        room = self.public_room()
        room.call_next(room.peek)
        if hand_over and isinstance(room, screens.ConferenceScreen):
            room.call_next(room.draw_curtain)

    def show_people(self) -> None:
        """Close the curtain; somebody leaves the table or comes back."""
        if self.session is not None:
            self.session.close_curtain()
        room = self.public_room()
        room.peek()
        room.call_next(room.action_people)

    # ------------------------------------------------------------------ a facilitated exercise

    @property
    def conducted(self) -> ConductedSession | None:
        """The facilitated exercise that is open."""
        if self.session is None:
            return None
        from ..session.kind import as_conducted

        return as_conducted(self.session)

    def beat(self) -> None:
        """A second has passed: release what is due by itself, and tell every screen, also those below."""
        if self.conducted is None:
            return
        try:
            released = self.conducted.pump()
        except SaveError as error:
            self._handle_exception(error)
            return
        for screen in self.screen_stack:
            if isinstance(screen, BaseScreen):
                screen.beat(released)

    def action_switch(self) -> None:
        """Between the console and the public view; the curtain closes either way."""
        if self.conducted is None or isinstance(self.screen, SmallScreen):
            return
        if self.conducted.at_console or isinstance(self.screen, screens.PinScreen):
            self.show_public()
        else:
            self.open_console()

    def open_console(self, then: str = "") -> None:
        """Ask for the PIN if there is one, then open the console; `then` is its first action. What opens by
        going on, not by the key of the console, asks even without a PIN: the public view may be projected."""
        from ..session.players import FACILITATOR

        session = self.conducted
        if session is None:
            return
        session.close_curtain()
        self.public_room()

        def opened(yes: bool | None) -> None:
            if yes:
                console = screens.ConsoleScreen(session, then)
                self.push_screen(console)

        if then or session.needs_pin(FACILITATOR):
            self.push_screen(screens.PinScreen(session), opened)
        else:
            opened(session.open_console())

    def back_to_console(self, step: Step | None) -> None:
        """A zone's room closes. What ends the exercise is told to everybody."""
        if step is not None and self.conducted is not None and self.conducted.finished:
            self.conducted.close_curtain()
            room = self.public_room()
            room.call_next(room.go_on_from, step)
            return
        while not isinstance(self.screen, screens.ConsoleScreen):
            self.pop_screen()
        self.screen.renew()
        self.screen.decided(step)

    def action_inbox(self) -> None:
        """Read again what the view that is open was given: cards of the deck, and delivered injects."""
        screen, session = self.screen, self.session
        if session is None or isinstance(screen, SmallScreen | screens.InboxScreen):
            return
        if isinstance(screen, screens.RoomScreen):
            self.push_screen(screens.InboxScreen(screen.look.view, screen.look.chronicle))
        elif isinstance(screen, screens.TalkScreen | screens.EndScreen):
            self.push_screen(screens.InboxScreen.of_all(session))
        elif isinstance(screen, screens.ConsoleScreen) and self.conducted is not None:
            self.push_screen(screens.HandoutScreen(self.conducted))

    def action_observe(self) -> None:
        """An observation, from everywhere in the console."""
        from .record_forms import observation_form

        session, over = self.conducted, isinstance(self.screen, screens.FieldScreen | SmallScreen)
        if session is None or not session.at_console or over:
            return
        console = next(screen for screen in self.screen_stack if isinstance(screen, screens.ConsoleScreen))
        zone = self.screen.zone if isinstance(self.screen, screens.CalledRoom) else console.zone
        form = observation_form(session, console.number, zone)
        if self.screen is console:
            console.fill(form)
        else:
            self.push_screen(screens.FieldScreen(form))

    def open_replay(self, replay: Replay) -> None:
        """Step through a save; nothing is being played meanwhile."""
        self.push_screen(screens.ReplayScreen(replay))

    def close_session(self) -> None:
        """Give the save free."""
        if self.session is not None:
            self.session.close()
            self.session = None

    def leave(self) -> None:
        """Quit; nothing is lost, the last line says where it is and how it goes on from any folder."""
        session = self.session
        if session is not None:
            sentence = (
                _("The exercise is over. Its save: {path}")
                if session.finished
                else _("Everything is saved. Go on with: sco-tabletop resume {path}")
            )
            self.farewell = sentence.format(path=session.path if session.finished else typed(session.path))
        self.exit()

    def back_to_title(self) -> None:
        """Close the session and drop every screen over the title."""
        self.close_session()
        while len(self.screen_stack) > 2:
            self.pop_screen()

    # ------------------------------------------------------------------ failing

    def _handle_exception(self, error: Exception) -> None:
        """Instead of Textual's traceback with local variables: a redacted report and one sentence."""
        self._return_code = 1
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        known = isinstance(error, SaveError)
        playing = self.session is not None
        sentence = str(error) if known else sentence_for(error, self.start.saves, playing=playing)
        self._exit_renderables.append(Text(sentence))
        self._close_messages_no_wait()

    def _fatal_error(self) -> None:
        """Never print a traceback."""
        self._close_messages_no_wait()


def first_room(session: Session) -> screens.RoomScreen | screens.TalkScreen:
    """The public room where several people play or a facilitator is there; else the player's own."""
    from ..session.kind import as_conducted
    from ..session.tutorial import coached

    if conducted := as_conducted(session):
        return screens.TalkScreen(conducted) if conducted.discussion else screens.PlenaryScreen(conducted)
    if coached(session):
        return screens.CoachedRoom(session)
    commanded = session.chair_view().seating.chair is ChairRule.COMMANDER
    return screens.ConferenceScreen(session) if session.shared or commanded else screens.RoomScreen(session)


def run(start: Start) -> int:
    """Open the screens; the exit status when they close."""
    app = TabletopApp(start)
    try:
        app.run()
    finally:
        with contextlib.suppress(OSError):
            app.close_session()
    if app.farewell:
        print(app.farewell)
    return app.return_code or 0
