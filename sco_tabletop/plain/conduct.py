"""A facilitated exercise in plain lines, from the briefing to the hot wash.

Public by default: only what everybody may know is printed, until the console or a player's curtain is open.
"""

from __future__ import annotations

from typing import Final

from ..core.words import COMMANDER
from ..i18n import _
from ..session.conducted import ConductedSession
from ..session.pace import hot_wash_text
from ..wording import words
from ..wording.times import time_text
from . import conduct_console as staff
from . import relay, room
from .conduct_desk import Desk
from .conduct_room import ToConsole, decide, hear, keys
from .conduct_show import clock_line
from .lines import Console, EndOfInput, Leave

KNOWN: Final = frozenset("xpdqomifjnruhcw?")
"""What may be typed while nothing is decided; a few of them only say why not."""


def run(session: ConductedSession, console: Console) -> None:
    """Conduct until the facilitator leaves or the input ends. The save is complete at every moment."""
    room.opening(session, console)
    console.say(_("A facilitated exercise. x opens the facilitator's console."))
    console.say(_("Everything is saved as you go."))
    desk = Desk(session, console, relay.Timer(session.timer))
    try:
        while True:
            try:
                step(desk)
            except ToConsole:
                staff.enter(desk)
    except (EndOfInput, Leave):
        if session.at_console:
            staff.leave(desk)
        room.kept(session, console)


def step(desk: Desk) -> None:
    """One thing: an act at the console, a decision, a move of a bot, or a line read while nothing moves."""
    session, console = desk.session, desk.console
    if session.at_console:
        staff.step(desk)
        return
    session.pump()
    desk.read_announced()
    remind(desk)
    if session.finished:
        after(desk)
    elif session.halted:
        wait(desk)
    elif not session.human_turn:
        room.tell(session, console, session.bot_step())
    elif session.before_all and not session.open_for:
        desk.talked = room.talk(session, console, desk.talked)
        decide(desk)
    elif session.conduct.called:
        called(desk)
    elif session.open_for != session.due:
        curtain(desk)
    else:
        hear(desk)
        desk.timer.remind(desk.greeted, console)
        decide(desk)


def remind(desk: Desk) -> None:
    """Of the hot wash, once, when time must be kept for it."""
    session = desk.session
    text = hot_wash_text(session) if session.running else ""
    if text and not desk.reminded:
        desk.reminded = True
        desk.say(text)


def wait(desk: Desk) -> None:
    """Nothing moves: before StartEx, in a pause, or in a discussion."""
    session = desk.session
    if not session.started:
        text = _("The exercise has not started. The facilitator starts it at the console (StartEx).")
    elif not session.running:
        text = _("The exercise is paused. The facilitator goes on at the console.")
    else:
        text = _("Discussion. The facilitator releases injects and writes decisions down at the console.")
    desk.say()
    desk.say(text)
    desk.say(clock_line(session))
    ask(desk, waiting(session))


def waiting(session: ConductedSession) -> str:
    """What can be typed while nothing is decided."""
    if session.discussion and not session.conduct.called:
        return _(
            "x the console, p public view, d injects that were delivered, o injects of one player alone, "
            "q leave:"
        )
    return _("x the console, p public view, d injects that were delivered, q leave:")


def ask(desk: Desk, prompt: str) -> None:
    """A line while nothing is decided."""
    answer = desk.console.ask(prompt).lower()
    if answer and answer not in KNOWN:
        desk.say(_("There is no choice '{answer}'.").format(answer=answer))
    if answer == "p" and desk.session.discussion:
        desk.say(clock_line(desk.session))
        desk.read_again()
    elif answer in ("x", "d", "q", "p"):
        keys(desk, answer)
    elif answer == "o" and desk.session.discussion:
        own(desk)
    elif desk.session.discussion:
        pass  # the question says the keys
    else:
        keys(desk, answer)


def own(desk: Desk) -> None:
    """In a discussion with people at the keyboard: one of them reads what came to the own zones alone."""
    session, console = desk.session, desk.console
    names = () if session.conduct.called else session.roster.present
    if not names:
        desk.say(_("Nobody sits at the keyboard: the facilitator shows a team its injects at the console."))
        return
    desk.say(_("Whose injects? Everybody else looks away."))
    place = desk.pick(names)
    if place < 0:
        return
    name = names[place]
    pin = console.ask_hidden(_("PIN of {name}:").format(name=name)) if session.needs_pin(name) else ""
    if not session.open_curtain(name, pin):
        desk.say(_("That is not the PIN of {name}.").format(name=name))
        return
    for zone in session.mine:
        desk.read_own(zone)
    console.ask(_("Enter when it is read:"))
    session.close_curtain()
    relay.cover(console)


def called(desk: Desk) -> None:
    """A zone's decisions are called out, and entered at the console."""
    session = desk.session
    public = session.view(COMMANDER).public
    desk.say()
    desk.say(
        _(
            "Round {round}, {phase}: {zone} says its decisions; the facilitator enters them at the console."
        ).format(
            round=public.round,
            phase=words.phase_name(public.phase),
            zone=words.zone_name(session.scenario, session.acting),
        )
    )
    desk.timer.remind((session.acting, session.round), desk.console)
    ask(desk, _("x the console, p public view, ? other keys, q leave:"))


def curtain(desk: Desk) -> None:
    """Name who is next; only that player opens the curtain, and the facilitator the console."""
    session, console = desk.session, desk.console
    due = session.due
    public = session.view(COMMANDER).public
    console.say()
    console.say(
        _("Next: {player} for {zone}, round {round}: {phase}. Everybody else looks away.").format(
            player=due,
            zone=words.zone_name(session.scenario, session.acting),
            round=public.round,
            phase=words.phase_name(public.phase),
        )
    )
    prompt = _("{player} types {key} (x console, p public view, d injects, w who is at the table, q leave):")
    answer = console.ask(prompt.format(player=due, key=session.roster.number_of(due))).lower()
    if answer == str(session.roster.number_of(due)):
        pin = console.ask_hidden(_("PIN of {name}:").format(name=due)) if session.needs_pin(due) else ""
        if not session.open_curtain(due, pin):
            console.say(_("That is not the PIN of {name}.").format(name=due))
    elif answer == "w":
        relay.people(session, console)
    elif answer in ("x", "p", "d", "q"):
        keys(desk, answer)
    else:
        console.say(_("Only {player} opens this curtain.").format(player=due))


def after(desk: Desk) -> None:
    """After EndEx: how it ended, once; then the hot wash."""
    session = desk.session
    if not desk.told_end:
        desk.told_end = True
        desk.say()
        desk.say(_("EndEx at {time} of exercise time.").format(time=time_text(session.clock)))
        if not session.discussion:
            room.ending(session, desk.console)
    desk.say(_("Hot wash. Notes, ratings and the improvement plan are written at the console."))
    ask(desk, waiting(session))
