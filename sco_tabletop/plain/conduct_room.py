"""A zone's decisions in a facilitated exercise: messages, injects in full, then the choices of the room."""

from __future__ import annotations

from collections.abc import Sequence

from ..core.commands import DrawInject
from ..core.words import COMMANDER
from ..i18n import _
from . import room
from .choices import Choice, choices
from .conduct_desk import Desk


class ToConsole(Exception):  # noqa: N818
    """Somebody asked for the console."""


def hear(desk: Desk) -> None:
    """Before a zone decides: the messages since its last turn, once a turn, and injects not read out yet."""
    session = desk.session
    if session.before_all:
        return
    desk.greeted = room.greet(session, desk.console, desk.greeted)
    desk.read_delivered(session.acting)


def decide(desk: Desk) -> bool:
    """Show where things stand and take one decision; False to leave it, at the console."""
    session, console = desk.session, desk.console
    view = room.seen(session)
    room.status(view, console, own=view.zone in session.mine)
    listed = choices(view)
    for number, choice in enumerate(listed, 1):
        opens = any(isinstance(command, DrawInject) for command in choice.commands)
        console.say(f"{number:>3}. {_('Open the round') if opens else choice.text}")
    prompt = _("Number, x the console, or ? for other keys:")
    if session.at_console:
        prompt = _("Number, 0 back to the console, or ? for other keys:")
    answer = console.ask(prompt).lower()
    if answer.isdecimal() and 1 <= int(answer) <= len(listed):
        room.chosen(session, console, listed[int(answer) - 1])
        return True
    if session.at_console and answer in ("0", "x"):
        return False
    keys(desk, answer, listed)
    return True


def keys(desk: Desk, answer: str, listed: Sequence[Choice] = ()) -> None:
    """What is asked for by letter, wherever something is decided (from a list) or waited for. Raises
    ToConsole, Leave."""
    session = desk.session
    if answer == "x":
        raise ToConsole
    if answer == "d":
        desk.read_again(session.acting if session.acting in session.mine else COMMANDER)
    elif answer in ("c", "w") and (session.conduct.called or session.discussion):
        desk.say(_("There is no curtain between players here; x is the facilitator's console."))
    else:
        room.other(session, desk.console, answer, listed)
        if answer not in tuple("mifjnkoruhpcw"):
            desk.say(_("x the facilitator's console, d injects that were delivered, in full."))
