"""What is asked for records of the staff: observation, decision, participant, note, plan, rating."""

from __future__ import annotations

from ..conduct.acts import (
    Called,
    Capability,
    Joined,
    Observed,
    Planned,
    Question,
    Rated,
    Rating,
    Remarked,
)
from ..conduct.board import Board
from ..conduct.script import Inject
from ..i18n import _
from ..session.conducted import ConductedSession
from ..wording.conduct import capability_name, question_name, task_text
from ..wording.rating import letter_name
from .acting import attempt, inject_pick, task_pick, zone_options, zone_pick
from .fields import Pick, Sheetful, Text, Values


def injects_of(board: Board) -> tuple[Inject, ...]:
    """All injects in play, composed ones too."""
    return tuple(item.inject for item in board.items.values())


def observation_form(session: ConductedSession, number: str = "", zone: int = -1) -> Sheetful:
    """The text first; what it is about stands already where the console stands, if it is out."""
    board = session.console().board
    item = board.items.get(number)
    if item is None or not item.out:
        item, number = None, ""
    task = item.inject.tasks[0] if item is not None and item.inject.tasks else ""

    def take(of: Values) -> str:
        act = Observed(str(of["text"]), bool(of["strength"]), as_zone(of), str(of["inject"]), str(of["task"]))
        return attempt(session, act)

    kinds = ((False, _("area for improvement")), (True, _("strength")))
    fields = (
        Text("text", _("Observation")),
        Pick("strength", _("Kind"), kinds),
        zone_pick(session.scenario, zone),
        inject_pick(injects_of(board), number),
        task_pick(session.scenario, task),
    )
    return Sheetful(_("Observation"), fields, _("Write it down"), take, before=2)


def as_zone(of: Values) -> int:
    """The zone that was chosen."""
    zone = of["zone"]
    assert isinstance(zone, int)
    return zone


def called_form(session: ConductedSession, number: str = "") -> Sheetful:
    """What a team decided, in its own words."""
    zones = zone_options(session.scenario, "")[1:]

    def take(of: Values) -> str:
        return attempt(session, Called(as_zone(of), str(of["text"]), str(of["inject"])))

    fields = (
        Pick("zone", _("Zone"), zones),
        Text("text", _("Decision")),
        inject_pick(injects_of(session.console().board), number),
    )
    return Sheetful(_("Decision as called out"), fields, _("Write it down"), take, before=2)


def person_form(session: ConductedSession, of: Joined | None = None) -> Sheetful:
    """Who takes part. The same name again corrects it."""
    of = of or Joined("", "")

    def take(values: Values) -> str:
        return attempt(session, Joined(str(values["name"]), str(values["role"]), as_zone(values)))

    fields = (
        Text("name", _("Name"), of.name, 60),
        Text("role", _("Role"), of.role, 60),
        zone_pick(session.scenario, of.zone),
    )
    hint = _("Roles as in the field: player, facilitator, controller, evaluator, observer, SimCell.")
    return Sheetful(_("Participant"), fields, _("Write it down"), take, hint=hint)


def remark_form(session: ConductedSession, question: Question) -> Sheetful:
    """A note of the hot wash."""

    def take(of: Values) -> str:
        return attempt(session, Remarked(question, str(of["text"])))

    hint = question_name(question)
    return Sheetful(_("Hot wash"), (Text("text", _("Note")),), _("Write it down"), take, hint=hint)


def plan_form(session: ConductedSession) -> Sheetful:
    """A row of the improvement plan."""
    kinds = tuple((one, capability_name(one)) for one in Capability)

    def take(of: Values) -> str:
        kind = of["capability"]
        assert isinstance(kind, Capability)
        texts = [str(of[key]) for key in ("responsible", "contact", "start", "due")]
        return attempt(session, Planned(str(of["issue"]), str(of["action"]), kind, *texts))

    fields = (
        Text("issue", _("Issue"), most=200),
        Text("action", _("Action"), most=200),
        Pick("capability", _("Changes"), kinds),
        Text("responsible", _("Responsible"), most=60),
        Text("contact", _("Contact"), most=60),
        Text("start", _("Start"), most=20),
        Text("due", _("Due"), most=20),
    )
    return Sheetful(_("Improvement plan"), fields, _("Write it down"), take)


def rating_form(session: ConductedSession, task: str, draft: Rating | None) -> Sheetful:
    """A person decides; where it differs from the draft a reason is needed."""
    before = session.console().board.ratings.get(task)
    options = tuple((one, letter_name(one)) for one in Rating)

    def take(of: Values) -> str:
        rating, reason = of["rating"], str(of["reason"])
        assert isinstance(rating, Rating)
        return attempt(session, Rated(task, rating, reason))

    start = before.rating if before else draft or Rating.PERFORMED
    fields = (
        Pick("rating", _("Rating"), options).start(start),
        Text("reason", _("Reason"), before.reason if before else ""),
    )
    hint = task_text(session.scenario, task)
    if draft is not None:
        hint = _("{task} Draft: {rating}.").format(task=hint, rating=letter_name(draft))
    return Sheetful(_("Rating"), fields, _("Decide"), take, hint=hint)
