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
    Rated,
    Rating,
    Remarked,
)
from ..conduct.acts import Question as Kind
from ..i18n import _
from ..wording.conduct import act_text, capability_name, question_name, task_text
from ..wording.rating import draft_text, letter_meaning, letter_name, support_text
from .conduct_ask import Question, line, one_of, walk
from .conduct_desk import Desk
from .conduct_show import record_line

NOBODY: Final = -1


def observe(desk: Desk) -> None:
    """An observation: what, a strength or not, of whom, of which inject and task."""
    names = [zone.name for zone in desk.session.scenario.zones]
    said = walk(
        line(desk, _("What was observed? (0 goes back)"), needed=True),
        one_of(desk, [_("a strength"), _("an area for improvement")]),
        one_of(desk, [*names, _("of none, or of all")], _("Of which zone?"), last=True),
        asked_inject(desk),
        asked_task(desk),
    )
    if said is not None:
        text, kind, zone, inject, task = said
        desk.do(Observed(text, kind == 0, zone if zone < len(names) else NOBODY, inject, task))


def asked_inject(desk: Desk) -> Question:
    """The number of an inject; empty if none is meant or known."""
    known = {number.casefold(): number for number in desk.session.console().board.items}

    def ask(before: str | None) -> str | None:
        answer = line(desk, _("Number of the inject it is about (may stay empty; 0 goes back):"))(before)
        if answer and answer.casefold() not in known:
            desk.say(_("There is no inject {number}; the line is kept without one.").format(number=answer))
        return None if answer is None else known.get(answer.casefold(), "")

    return ask


def asked_task(desk: Desk) -> Question:
    """A critical task; empty if none is meant."""
    names = [name for objective in desk.session.scenario.objectives for name in objective.names]
    listed = [*(task_text(desk.session.scenario, name) for name in names), _("none")]
    pick = one_of(desk, listed, _("Which critical task does it show?"), last=True)

    def ask(before: str | None) -> str | None:
        place = pick(before)
        return None if place is None else (*names, "")[place]

    return ask


def called(desk: Desk) -> None:
    """A decision of a team as it was called out, in a discussion."""
    said = walk(
        one_of(desk, [zone.name for zone in desk.session.scenario.zones], _("Whose decision is it?")),
        line(desk, _("The decision as it was called out (0 goes back):"), needed=True),
        asked_inject(desk),
    )
    if said is not None:
        desk.do(Called(*said))


def people(desk: Desk) -> None:
    """Who takes part, and somebody more. The same name again corrects the line."""
    names = [zone.name for zone in desk.session.scenario.zones]
    while True:
        for act in desk.session.console().board.participants:
            desk.say(act_text(desk.session.scenario, act))
        said = walk(
            line(desk, _("Name of a participant (empty or 0: go back):"), needed=True),
            line(desk, _("Role (player, observer, evaluator, controller or another; 0 goes back):")),
            one_of(desk, [*names, _("no zone")], last=True),
        )
        if said is None:
            return
        name, role, zone = said
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
        place = desk.pick([question_name(question) for question in Kind])
        if place < 0:
            return
        text = desk.text(_("What was said (empty or 0: nothing):"))
        if text:
            desk.do(Remarked(list(Kind)[place], text))


def plan(desk: Desk) -> None:
    """The improvement plan, and a row more."""
    while True:
        for record in desk.session.console().board.of(Planned):
            desk.say(act_text(desk.session.scenario, record.act))
        said = walk(
            line(desk, _("Issue (empty or 0: go back):"), needed=True),
            one_of(
                desk,
                [capability_name(one) for one in Capability],
                _("Which capability element does the corrective action change?"),
            ),
            line(desk, _("Corrective action (0 goes back):")),
            line(desk, _("Responsible:")),
            line(desk, _("Point of contact:")),
            line(desk, _("Start date:")),
            line(desk, _("Due date:")),
        )
        if said is None:
            return
        issue, place, action, *rest = said
        desk.do(Planned(issue, action, list(Capability)[place], *rest))


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
