"""What is asked for acts on injects: skip, postpone, release to others, complete, compose, EndEx, pause."""

from __future__ import annotations

from ..conduct.acts import Completed, Composed, Paused, Postponed, Skipped
from ..conduct.board import Board, Item
from ..conduct.quality import WORDS
from ..conduct.script import METHODS
from ..core.message import Message
from ..core.scenario import Scenario
from ..i18n import _, n_
from ..session.conducted import ConductedSession, release
from ..wording import words
from ..wording.cards import way_text
from .acting import attempt
from .fields import Field, Pick, Sheetful, Text, Ticks, Values

EVERYBODY = -1
LONGEST_NUMBER = 3


def titled(item: Item) -> str:
    """Number and title."""
    return _("{number} {title}").format(number=item.inject.id, title=item.inject.title)


def skip_form(session: ConductedSession, item: Item) -> Sheetful:
    """The reason goes into the report."""

    def take(of: Values) -> str:
        return attempt(session, Skipped(item.inject.id, str(of["reason"])))

    return Sheetful(_("Skip"), (Text("reason", _("Reason")),), _("Skip it"), take, hint=titled(item))


def pause_form(session: ConductedSession) -> Sheetful:
    """A reason may be given."""

    def take(of: Values) -> str:
        return attempt(session, Paused(str(of["reason"])))

    hint = _("Exercise time stands still, and nobody decides anything. A reason may stay empty.")
    return Sheetful(_("Pause"), (Text("reason", _("Reason")),), _("Pause now"), take, hint=hint)


def postpone_form(session: ConductedSession, item: Item | None, board: Board) -> Sheetful:
    """One or all that wait, by minutes of exercise time or by rounds.

    "All" leaves contingencies alone: putting one off gives it a time at which it is due.
    """
    options: tuple[tuple[object, str], ...] = ((board.waiting, _("all that wait, without the pool")),)
    if item is not None and item.open:
        options = (((item.inject.id,), titled(item)), *options)

    def take(of: Values) -> str:
        numbers, minutes, rounds = of["what"], str(of["minutes"]) or "0", str(of["rounds"]) or "0"
        if not all(part.isascii() and part.isdecimal() for part in (minutes, rounds)):
            return _("Minutes and rounds are whole numbers.")
        assert isinstance(numbers, tuple)
        return attempt(session, Postponed(numbers, int(minutes), int(rounds)))

    fields = (
        Pick("what", _("What"), options),
        Text("minutes", _("Minutes"), "5", LONGEST_NUMBER, fresh=True),
        Text("rounds", _("Rounds"), "0", LONGEST_NUMBER, fresh=True),
    )
    hint = _("By minutes of exercise time, or by rounds. What waits for another inject moves with it.")
    return Sheetful(_("Postpone"), fields, _("Postpone"), take, hint=hint)


def recipients(scenario: Scenario, on: set[int]) -> Ticks:
    """The zones, and everybody at once."""
    zones = ((zone, words.zone_name(scenario, zone)) for zone in range(len(scenario.zones)))
    return Ticks("to", _("To"), ((EVERYBODY, _("everybody, on the public view")), *zones), on)


def chosen(of: Values) -> tuple[tuple[int, ...], bool]:
    """Zones and whether it goes to everybody."""
    to = of["to"]
    assert isinstance(to, tuple)
    everybody = EVERYBODY in to
    return (() if everybody else to), everybody


def release_form(session: ConductedSession, item: Item) -> Sheetful:
    """To other recipients than the script says."""
    own = {EVERYBODY} if item.inject.everybody else set(item.inject.to)

    def take(of: Values) -> str:
        to, everybody = chosen(of)
        act = release(item, to, everybody=everybody)
        if not to and not everybody:
            return _("Choose to whom the inject goes.")
        return attempt(session, act)

    fields = (recipients(session.scenario, own),)
    return Sheetful(_("Release to"), fields, _("Release now"), take, hint=titled(item))


def complete_form(session: ConductedSession, item: Item) -> Sheetful:
    """The actual narrative, and the branch if there are any."""
    inject = item.inject
    options = tuple((one.id, f"{one.id}: {one.label}") for one in inject.branches)

    def take(of: Values) -> str:
        return attempt(session, Completed(inject.id, str(of["narrative"]), str(of.get("branch", ""))))

    fields: tuple[Field, ...] = (Text("narrative", _("What happened"), item.narrative),)
    if options:
        fields = (*fields, Pick("branch", _("Branch"), (("", _("none")), *options)).start(item.branch))
    hint = _("Expected: {action}").format(action=inject.expected) if inject.expected else titled(item)
    title = _("Complete {number}").format(number=inject.id)
    return Sheetful(title, fields, _("Complete"), take, hint=hint)


def compose_form(session: ConductedSession, board: Board) -> Sheetful:
    """An inject that the script has not, delivered at once."""
    number = board.next_number

    def take(of: Values) -> str:
        to, everybody = chosen(of)
        texts = {key: str(of[key]) for key in ("title", "text", "sender", "method", "grade", "story")}
        return attempt(session, Composed(number, Message(**texts), to, everybody))

    def note(of: Values) -> str:
        count = len(str(of["text"]).split())
        text = n_(
            "{count} word; spoken aloud {most} at most", "{count} words; spoken aloud {most} at most", count
        )
        return text.format(count=count, most=WORDS)

    methods = tuple((name, way_text(name)) for name in METHODS)
    fields = (
        Text("title", _("Title"), most=60),
        Text("text", _("Message"), _("EXERCISE.") + " "),
        Text("sender", _("From"), most=60),
        recipients(session.scenario, set()),
        Pick("method", _("Method"), methods),
        Text("grade", _("Source grade"), most=2),
        Text("story", _("Story time"), most=40),
    )
    title = _("Ad hoc inject {number}").format(number=number)
    return Sheetful(title, fields, _("Deliver now"), take, before=4, note=note)
