"""What the staff writes down at the console: observations, decisions, people, ratings, hot wash, plan."""

from __future__ import annotations

from typing import Final

from ..conduct.acts import (
    Called,
    Capability,
    Dropped,
    Joined,
    Observed,
    Planned,
    Question,
    Rated,
    Rating,
    Remarked,
)
from ..i18n import _
from ..wording.conduct import act_text, capability_name, question_name, task_text
from ..wording.rating import draft_text, letter_meaning, letter_name, support_text
from .conduct_desk import Desk
from .conduct_show import record_line

NOBODY: Final = -1


def observe(desk: Desk) -> None:
    """An observation: what, a strength or not, of whom, of which inject and task."""
    text = desk.text(_("What was observed? (0 goes back)"))
    if not text:
        return
    place = desk.pick([_("a strength"), _("an area for improvement")])
    if place < 0:
        return
    names = [zone.name for zone in desk.session.scenario.zones]
    desk.say(_("Of which zone?"))
    zone = desk.pick([*names, _("of none, or of all")])
    inject = asked_inject(desk) if zone >= 0 else None
    task = asked_task(desk) if inject is not None else None
    if inject is not None and task is not None:
        desk.do(Observed(text, place == 0, zone if zone < len(names) else NOBODY, inject, task))


def asked_inject(desk: Desk) -> str | None:
    """The number of an inject; empty if none is meant or known, None to go back."""
    items = desk.session.console().board.items
    answer = desk.text(_("Number of the inject it is about (may stay empty; 0 goes back):"))
    if answer is None:
        return None
    known = {number.casefold(): number for number in items}
    if answer and answer.casefold() not in known:
        desk.say(_("There is no inject {number}; the line is kept without one.").format(number=answer))
    return known.get(answer.casefold(), "")


def asked_task(desk: Desk) -> str | None:
    """A critical task; empty if none is meant, None to go back."""
    names = [name for objective in desk.session.scenario.objectives for name in objective.names]
    desk.say(_("Which critical task does it show?"))
    place = desk.pick([*(task_text(desk.session.scenario, name) for name in names), _("none")])
    if place < 0:
        return None
    return names[place] if place < len(names) else ""


def called(desk: Desk) -> None:
    """A decision of a team as it was called out, in a discussion."""
    desk.say(_("Whose decision is it?"))
    zone = desk.zone()
    if zone < 0:
        return
    text = desk.text(_("The decision as it was called out (0 goes back):"))
    inject = asked_inject(desk) if text else None
    if text and inject is not None:
        desk.do(Called(zone, text, inject))


def people(desk: Desk) -> None:
    """Who takes part, and somebody more. The same name again corrects the line."""
    while True:
        for act in desk.session.console().board.participants:
            desk.say(act_text(desk.session.scenario, act))
        name = desk.text(_("Name of a participant (empty or 0: go back):"))
        if not name:
            return
        role = desk.text(_("Role (player, observer, evaluator, controller or another; 0 goes back):"))
        names = [zone.name for zone in desk.session.scenario.zones]
        zone = desk.pick([*names, _("no zone")]) if role is not None else -1
        if role is not None and zone >= 0:
            desk.do(Joined(name, role, zone if zone < len(names) else NOBODY))


def rate(desk: Desk) -> None:
    """The critical tasks with their ratings; choose one and rate it."""
    names = [name for objective in desk.session.scenario.objectives for name in objective.names]
    while True:
        place = desk.pick([rated_line(desk, name) for name in names])
        if place < 0:
            return
        about(desk, names[place])
        choice = desk.pick([f"{letter_name(one)}: {letter_meaning(one)}" for one in Rating])
        if choice >= 0:
            draft = desk.session.drafts()[names[place]].rating
            question = _("Why? (may stay empty; 0 goes back)")
            if draft not in (None, list(Rating)[choice]):
                question = _("It differs from the draft: why? It goes into the report (0 goes back):")
            reason = desk.text(question)
            if reason is not None:
                desk.do(Rated(names[place], list(Rating)[choice], reason))


def rated_line(desk: Desk, task: str) -> str:
    """A task and how a person rated it."""
    rated, name = desk.session.console().board.ratings.get(task), task_text(desk.session.scenario, task)
    if rated is None:
        return _("{task} - not rated yet").format(task=name)
    return _("{task} - {rating}").format(task=name, rating=letter_name(rated.rating))


def about(desk: Desk, task: str) -> None:
    """The draft of a task, and every line that supports it."""
    draft = desk.session.drafts()[task]
    desk.say(draft_text(draft))
    for support in draft.support:
        desk.say(_("  - {text}").format(text=support_text(support)))


def hot_wash(desk: Desk) -> None:
    """The four kinds of questions, with what was said, and a note more."""
    while True:
        board = desk.session.console().board
        for record in board.of(Remarked):
            desk.say(record_line(desk.session, record))
        place = desk.pick([question_name(question) for question in Question])
        if place < 0:
            return
        text = desk.text(_("What was said (empty or 0: nothing):"))
        if text:
            desk.do(Remarked(list(Question)[place], text))


def plan(desk: Desk) -> None:
    """The improvement plan, and a row more."""
    while True:
        for record in desk.session.console().board.of(Planned):
            desk.say(act_text(desk.session.scenario, record.act))
        issue = desk.text(_("Issue (empty or 0: go back):"))
        if not issue:
            return
        desk.say(_("Which capability element does the corrective action change?"))
        place = desk.pick([capability_name(one) for one in Capability])
        if place < 0:
            return
        asked = (
            _("Corrective action (0 goes back):"),
            _("Responsible:"),
            _("Point of contact:"),
            _("Start date:"),
            _("Due date:"),
        )
        said = desk.texts(asked)
        if said is None:
            return
        action, responsible, contact, start, due = said
        desk.do(Planned(issue, action, list(Capability)[place], responsible, contact, start, due))


def records(desk: Desk) -> None:
    """All that the staff wrote down; a slip of the pen can be taken back."""
    found = list(desk.session.console().board.records.values())
    if not found:
        desk.say(_("Nothing was written down yet."))
        return
    desk.say(_("A number takes that record back:"))
    place = desk.pick([record_line(desk.session, record) for record in found])
    if place >= 0:
        desk.do(Dropped(found[place].entry))
