"""Why a command of the console cannot be done now: what the palette greys, and what its key answers.

A part of the console screen. Everything that an act can be refused for is asked of the session.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...conduct.acts import (
    Act,
    Completed,
    Composed,
    Continued,
    Ended,
    Freed,
    Held,
    Paused,
    Postponed,
    Skipped,
)
from ...conduct.board import Item
from ...core.message import Message
from ...i18n import _
from ...session.conducted import ConductedSession, Console, release
from ...session.hindered import hindered

if TYPE_CHECKING:
    from .console import ConsoleScreen

PROBE = "-"
"""Stands for a text that is only asked for later."""


class ConsoleWhy:
    """Mixed into the console screen."""

    session: ConductedSession
    seen: Console

    @property
    def asked(self) -> ConsoleScreen:
        """The screen that this is a part of."""
        return self  # type: ignore[return-value]

    def refused(self, action: str) -> bool:
        """True if it cannot be done, which is then said."""
        why = self.why_not(action)
        if why:
            self.asked.say(why, "alarm")
        return bool(why)

    def why_not(self, action: str) -> str:
        """Why not; empty if it can be done, or at least looked at."""
        session = self.session
        match action:
            case "release" | "release_to" | "hold" | "free" | "skip" | "complete":
                item = self.asked.item
                return _("Choose an inject first.") if item is None else self.why_not_with(action, item)
            case "postpone":
                return hindered(session, Postponed(self.postponable(), 1))
            case "compose":
                words = Message(PROBE, PROBE, PROBE, PROBE)
                number = self.seen.board.next_number
                return hindered(session, Composed(number, words, everybody=True))
            case "time":
                return hindered(session, Paused() if session.running else Continued())
            case "end":
                return hindered(session, Ended())
            case "decide":
                return self.why_nobody_decides()
            case "rewind" if not session.rewind_points():
                return _("Nothing has happened yet that could be taken back.")
            case "truth" if session.discussion:
                return _("Nothing is hidden in an exercise that is talked over.")
            case _:
                return ""

    def why_not_with(self, action: str, item: Item) -> str:
        """Why the inject under the cursor is not for this."""
        number = item.inject.id
        acts: dict[str, Act] = {
            "release_to": release(item, everybody=True),
            "hold": Held(number),
            "free": Freed(number),
            "skip": Skipped(number, PROBE),
            "complete": Completed(number, PROBE),
        }
        return hindered(self.session, acts.get(action, release(item)))

    def postponable(self) -> tuple[str, ...]:
        """The inject under the cursor if it waits, else all that wait: what the form begins with."""
        item = self.asked.item
        return (item.inject.id,) if item is not None and item.open else self.seen.board.waiting

    def why_nobody_decides(self) -> str:
        """Why no decision is due that the console leads to."""
        session = self.session
        if session.finished:
            return _("The exercise has ended.")
        if session.discussion:
            return ""
        if not session.started:
            return _("Start the exercise first (StartEx).")
        if session.halted:
            return _("The exercise is paused; T goes on.")
        return "" if session.before_all or session.human_turn else _("This zone decides by itself.")
