"""Hot-seat in plain lines: the curtain as a page of blank lines, the conference, leaving and coming back.

Prints only what everybody may know until the player who is due has opened the curtain.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from typing import Final

from ..core.events import AnyEvent, Told
from ..core.view import View
from ..core.words import COMMANDER, Phase
from ..i18n import _
from ..record.error import SaveError
from ..session.conference import acted_text, last_turns, requests_text
from ..session.moves import carry_out, move_text, moves, wants_pin
from ..session.players import TableError
from ..session.session import Session
from ..wording import words
from ..wording.events import event_text
from . import board
from .lines import Console, Leave

PAGE: Final = 60
"""Blank lines of a closed curtain at least."""


class Timer:
    """Reminds once a turn when it lasts longer than the exercise wants; never acts."""

    def __init__(self, minutes: int, now: Callable[[], float] = time.monotonic) -> None:
        self._seconds, self._now = 60 * minutes, now
        self._turn: tuple[int, int] | None = None
        self._end = 0.0

    def remind(self, turn: tuple[int, int], console: Console) -> None:
        """Called before every question of the turn (zone, round)."""
        if turn != self._turn:
            self._turn, self._end = turn, self._now() + self._seconds
        elif self._seconds and 0 < self._end <= self._now():
            self._end = 0.0
            console.say(_("The time is up. Nothing happens: finish what you are doing."))


def cover(console: Console) -> None:
    """Push what was printed off the screen, and say what that cannot do."""
    rows = shutil.get_terminal_size().lines
    console.say("\n" * max(PAGE, rows))
    console.say(_("-- The curtain is closed. --"))
    console.say(
        _("In plain lines what was printed before can be scrolled back to: nothing here can hide that.")
    )


def let_in(session: Session, console: Console) -> None:
    """Name who is next and wait for that player's key and PIN, or until the seats have changed."""
    due = session.due
    console.say()
    console.say(
        _("Next: {player} for {zone}, round {round}: {phase}. Everybody else looks away.").format(
            player=due,
            zone=words.zone_name(session.scenario, session.acting),
            round=session.view(COMMANDER).public.round,
            phase=words.phase_name(session.view(COMMANDER).public.phase),
        )
    )
    if session.undo_reach():
        console.say(_("u takes the chair's call back, as long as nobody has decided since."))
    prompt = _("{player} types {key} (p public view, w who is at the table, q leave):")
    answer = console.ask(prompt.format(player=due, key=session.roster.number_of(due))).lower()
    if answer == str(session.roster.number_of(due)):
        pin = console.ask_hidden(_("PIN of {name}:").format(name=due)) if session.needs_pin(due) else ""
        if not session.open_curtain(due, pin):
            console.say(_("That is not the PIN of {name}.").format(name=due))
    elif answer == "p":
        public(session, console)
    elif answer == "w":
        people(session, console)
    elif answer == "u" and session.undo_reach():
        session.undo()
        console.say(_("Undone."))
    elif answer == "q":
        raise Leave
    else:
        console.say(_("Only {player} opens this curtain.").format(player=due))


def messages(session: Session, console: Console) -> None:
    """What came in since the zone's last turn: for it alone first, then requests to it, then all the rest."""
    zone = session.acting
    view = session.view(zone)
    news = session.news(zone)
    name = words.zone_name(view.scenario, zone)
    console.say(_("Since your last turn, for {zone} alone:").format(zone=name))
    tell_all(console, view, [event for event in news if event[1].told is not Told.PUBLIC])
    asked = requests_text(view, zone)
    if asked:
        console.say(_("Requests to you:"))
    for text in asked:
        console.say(f"  {text}")
    console.say(_("For everybody:"))
    tell_all(console, view, [event for event in news if event[1].told is Told.PUBLIC])


def tell_all(console: Console, view: View, news: list[tuple[int, AnyEvent]]) -> None:
    """One line an event, with its round; a dash if there is none."""
    lines = [(number, event_text(view, event)) for number, event in news]
    told = [_("Round {round}: {text}").format(round=number, text=text) for number, text in lines if text]
    for text in told or ["-"]:
        console.say(f"  {text}")


def conference(session: Session, console: Console) -> None:
    """After the zones' turns, made to be talked over: the public board, the requests, who has not acted."""
    view = session.view(COMMANDER)
    console.say()
    console.say(_("== Conference, round {round} ==").format(round=view.public.round))
    public(session, console)
    console.say(_("The last turns:"))
    for acted in last_turns(session.journal(COMMANDER), len(session.seats)):
        console.say(f"  {acted_text(view.scenario, acted, session.roster.player_of(acted.zone))}")


def public(session: Session, console: Console) -> None:
    """What everybody may know: tracks, Index, requests."""
    view = session.view(COMMANDER)
    for text in (*board.tracks(view), *board.index(view)):
        console.say(text)
    console.say(_("Requests that stand:"))
    for text in requests_text(view) or ["-"]:
        console.say(f"  {text}")


def conference_due(session: Session) -> bool:
    """True when the zones' turns are over and the table may talk."""
    return session.view(COMMANDER).public.phase in (Phase.INJECT, Phase.GO)


def people(session: Session, console: Console) -> None:
    """Somebody leaves or comes back; it is written down."""
    roster = session.roster
    listed = moves(roster)
    for number, move in enumerate(listed, 1):
        console.say(f"{number:>3}. {move_text(session.scenario, roster, move)}")
    answer = console.ask(_("Number, or 0 to go back:"))
    if not answer.isdecimal() or not 1 <= int(answer) <= len(listed):
        return
    move = listed[int(answer) - 1]
    pin = console.ask_hidden(_("PIN of {name}:").format(name=move.name)) if wants_pin(roster, move) else ""
    try:
        carry_out(session, move, pin)
    except (TableError, SaveError) as error:
        console.say(str(error))
        return
    console.say(_("Done, and written down."))
