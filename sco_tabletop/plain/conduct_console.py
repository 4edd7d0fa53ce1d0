"""The facilitator's console in plain lines: the heading, one list with fixed numbers, and back to everybody.

Everything here is printed only while the console is open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import attrs

from ..conduct.acts import Continued, Ended, Paused, Started
from ..i18n import _
from ..session.players import FACILITATOR
from ..session.points import lost_text, point_text
from ..wording import words
from . import conduct_injects as injects
from . import conduct_notes as notes
from .conduct_desk import Desk
from .conduct_room import decide, hear
from .conduct_show import heading, inject_lines, item_line, preflight_lines, sections, staff_lines
from .conduct_truth import truth_lines
from .lines import Leave
from .relay import cover

PAGE = 12
"""Points of a rewind on one list."""


@attrs.frozen
class Choice:
    """A line of the console: its words, and what it does."""

    text: str
    run: Callable[[Desk], None]


def choices() -> tuple[Choice, ...]:
    """The list. Its numbers never change; what is not possible now says why."""
    return (
        Choice(_("Go on"), go_on),
        Choice(_("Release an inject"), injects.fire),
        Choice(_("Hold an inject"), injects.hold),
        Choice(_("Set a held or skipped inject free"), injects.free),
        Choice(_("Skip an inject, with the reason"), injects.skip),
        Choice(_("Postpone an inject, or all"), injects.postpone),
        Choice(_("Complete an inject: what happened, which branch"), injects.complete),
        Choice(_("Write an inject now"), injects.compose),
        Choice(_("Contingency pool"), injects.pool),
        Choice(_("Observation (also o)"), notes.observe),
        Choice(_("A decision that was called out"), called_out),
        Choice(_("The list of injects: done, now, next; read one"), show_list),
        Choice(_("The truth beside what each zone knows"), show_truth),
        Choice(_("Pause, or continue"), pause),
        Choice(_("Go back to an earlier point"), rewind),
        Choice(_("Participants"), notes.people),
        Choice(_("Ratings of the critical tasks"), notes.rate),
        Choice(_("Hot wash notes"), notes.hot_wash),
        Choice(_("Improvement plan"), notes.plan),
        Choice(_("Records: read them, take one back"), notes.records),
        Choice(_("Pre-flight: what will be due, and when"), show_preflight),
        Choice(_("EndEx"), endex),
    )


def enter(desk: Desk) -> None:
    """Open the console with the PIN, if there is one."""
    session, console = desk.session, desk.console
    pin = console.ask_hidden(_("PIN of the facilitator:")) if session.needs_pin(FACILITATOR) else ""
    if not session.open_console(pin):
        desk.say(_("That is not the PIN of the facilitator."))
        return
    desk.say()
    desk.say(_("-- EXERCISE. The console is open: for the facilitator's eyes only. --"))
    menu(desk)


def menu(desk: Desk) -> None:
    """The whole list."""
    for number, choice in enumerate(choices(), 1):
        desk.say(f"{number:>3}. {choice.text}")
    desk.say(_("  0. Close the console: back to what everybody may see"))


def leave(desk: Desk) -> None:
    """Close it, under a page of blank lines."""
    desk.session.close_curtain()
    cover(desk.console)


def step(desk: Desk) -> None:
    """The heading and one choice."""
    desk.say()
    for text in (*released(desk), *heading(desk.session), *not_read(desk)):
        desk.say(text)
    what, run = next_thing(desk)
    prompt = _("Number (1: {what}; 0 closes the console; ? the list; q leave):")
    if run is leave:
        prompt = _("Number (0 closes the console; ? the list; q leave):")
    answer = desk.console.ask(prompt.format(what=what)).lower()
    listed = choices()
    if answer.isdecimal() and 1 <= int(answer) <= len(listed):
        listed[int(answer) - 1].run(desk)
    elif answer in ("0", "x"):
        leave(desk)
    elif answer == "o":
        notes.observe(desk)
    elif answer == "q":
        raise Leave
    else:
        menu(desk)


def released(desk: Desk) -> Iterator[str]:
    """Let go out what is due, where that goes by itself, and say what it was."""
    before = {item.inject.id for item in injects.every(desk) if item.out}
    desk.session.pump()
    for item in injects.every(desk):
        if item.out and item.inject.id not in before:
            yield _("By itself: {inject}").format(inject=item_line(desk.session, item))


def not_read(desk: Desk) -> Iterator[str]:
    """Injects to single zones that nobody has read on this screen, where no curtain shows them."""
    session = desk.session
    if session.finished or not (session.conduct.called or session.discussion):
        return
    for zone in session.mine if session.discussion else session.humans:
        for delivery in desk.unread(zone, session.view(zone).seat.delivered):
            yield _("Not shown to {zone} yet: {number} {title}").format(
                zone=words.zone_name(session.scenario, zone),
                number=delivery.inject,
                title=delivery.message.title,
            )


def next_thing(desk: Desk) -> tuple[str, Callable[[Desk], None]]:
    """What moves the exercise on from here, in words, and how."""
    session = desk.session
    if session.finished:
        return _("close the console"), leave
    if not session.started:
        return _("StartEx"), lambda desk: _start(desk)
    if not session.running:
        return _("continue"), pause
    due = session.console().due
    if due:
        number = due[0].inject.id
        return _("fire inject {number}").format(number=number), lambda desk: injects.offer(desk, due[0])
    if zone_due(desk):
        zone = words.zone_name(session.scenario, session.acting)
        text = _("{zone} decides from the chair") if session.before_all else _("the decisions of {zone}")
        return text.format(zone=zone), called_out
    return _("close the console"), leave


def go_on(desk: Desk) -> None:
    """Do what moves the exercise on."""
    _what, run = next_thing(desk)
    run(desk)


def _start(desk: Desk) -> None:
    question = _(
        "StartEx: exercise time runs from here and injects can go out; no rewind goes back before it. y for "
        "yes, Enter for no:"
    )
    if desk.sure(question):
        desk.do(Started())


def pause(desk: Desk) -> None:
    """Stop exercise time, or let it run again."""
    if not desk.session.running:
        desk.do(Continued())
    else:
        reason = desk.text(_("Why? (may stay empty; 0 goes back)"))
        if reason is not None:
            desk.do(Paused(reason))


def endex(desk: Desk) -> None:
    """EndEx, for everybody."""
    question = _("EndEx ends the exercise for everybody and opens the network. y for yes, Enter for no:")
    if desk.session.discussion:
        question = _("EndEx ends the exercise for everybody. y for yes, Enter for no:")
    reason = desk.text(_("Why? (may stay empty; 0 goes back)")) if desk.sure(question) else None
    if reason is not None:
        desk.do(Ended(reason))


def zone_due(desk: Desk) -> bool:
    """True if the decision that is due is one that the facilitator enters here, the chair's among them."""
    session = desk.session
    return session.conduct.called and not session.halted and session.human_turn


def called_out(desk: Desk) -> None:
    """Enter the decisions of the zone that is due; in a discussion, write one down."""
    session = desk.session
    if session.discussion:
        notes.called(desk)
        return
    if not zone_due(desk):
        desk.say(_("No zone's decision is due that is entered here: close the console to go on."))
        return
    now = (session.acting, session.round, session.phase)
    if not session.before_all:
        zone = words.zone_name(session.scenario, session.acting)
        desk.say(_("For {zone} and you alone: no projector, everybody else looks away.").format(zone=zone))
    hear(desk)
    while session.at_console and zone_due(desk) and (session.acting, session.round, session.phase) == now:
        if not decide(desk):
            return


def show_list(desk: Desk) -> None:
    """Done, now, next; a number reads an inject in full and can show it to its recipients again."""
    numbered = []
    for title, items in sections(desk.session):
        desk.say(title)
        for item in items:
            numbered.append(item)
            desk.say(f"{len(numbered):>3}. {item_line(desk.session, item)}")
        if not items:
            desk.say("  -")
    for text in staff_lines(desk.session):
        desk.say(text)
    place = desk.place(len(numbered))
    if place < 0:
        return
    item = numbered[place]
    desk.read_inject(inject_lines(desk.session, item))
    if item.out and item.to and desk.sure(_("Show it to its recipients? y for yes, Enter for no:")):
        desk.hand_over(injects.delivery_of(item), item.to)


def show_truth(desk: Desk) -> None:
    """The network beside what the zones know."""
    if desk.session.discussion:
        desk.say(_("This exercise is talked over; the network that was dealt plays no part."))
        return
    for text in truth_lines(desk.session):
        desk.say(text)


def show_preflight(desk: Desk) -> None:
    """What will fire."""
    for text in preflight_lines(desk.session):
        desk.say(text)


def rewind(desk: Desk) -> None:
    """Points to go back to, newest first, a page at a time; then it is asked again."""
    points = list(reversed(desk.session.rewind_points()))
    first = 0
    desk.say(_("Back to the moment after:"))
    while first < len(points):
        page = points[first : first + PAGE]
        lines = [point_text(desk.session, number) for number in page]
        more = first + PAGE < len(points)
        place = desk.pick([*lines, _("Earlier points")] if more else lines)
        if place < 0:
            return
        if place == len(page):
            first += PAGE
            continue
        _go_back(desk, page[place], lines[place])
        return
    desk.say(_("There is nothing to go back to."))


def _go_back(desk: Desk, to: int, text: str) -> None:
    desk.say(lost_text(desk.session, to))
    question = _("Back to the moment after: {point} y for yes, Enter for no:")
    if desk.sure(question.format(point=text)):
        desk.session.rewind(to)
        desk.forget()
        desk.say(_("The exercise stands where it stood then; the rewind is written down."))
