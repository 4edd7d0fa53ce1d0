"""What a facilitator would miss in a script, or stumble over: remarks that never keep it from being played.

Knows the practice of exercises (pace, words of a message, classes of contingencies); must not know a file
or a screen. A remark names its place as an author writes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from ..core.scenario import Objective
from ..i18n import _, n_
from .script import Fact, HelpClass, Inject, InjectType, Script

WORDS: Final = 50
"""As many can be spoken as one message."""

RESOLUTION_WORDS: Final = 5
"""Fewer cannot name what players do to disprove a red herring."""

PACE: Final = ((90, 5, 7), (120, 7, 10))
"""Planned minutes with the fewest and most injects; between them in proportion, outside as the nearest."""


@attrs.frozen
class Remark:
    """A judgement: the inject it is about (empty: the whole script) and the field as authors write it."""

    inject: str
    field: str
    message: str


def quality(script: Script, objectives: tuple[Objective, ...]) -> tuple[Remark, ...]:
    """All remarks, inject by inject, then those on the whole script. Sound scripts only."""
    found: list[Remark] = []
    for inject in script.injects:
        if inject.delivered:
            found += _on_words(inject)
            found += _on_time(script, inject)
    found += _on_first(script)
    found += _on_pace(script)
    found += _on_pool(script)
    found += _on_objectives(script, objectives)
    return tuple(found)


def pace(minutes: int) -> tuple[int, int]:
    """The fewest and the most injects that fit into so much exercise time, rounded half up."""
    (short, short_low, short_high), (long, long_low, long_high) = PACE
    if minutes <= short:
        return _share(short_low, minutes, short), _share(short_high, minutes, short)
    if minutes >= long:
        return _share(long_low, minutes, long), _share(long_high, minutes, long)
    over, span = minutes - short, long - short
    low = short_low + _share(long_low - short_low, over, span)
    return low, short_high + _share(long_high - short_high, over, span)


def main_injects(script: Script) -> int:
    """Injects that a run sees: of those that wait for different branches of one inject only one way counts,
    the longest."""
    plain, ways = 0, dict[str, dict[str, int]]()
    for inject in script.injects:
        if inject.type is InjectType.INJECT:
            after, branch = inject.trigger.after, inject.trigger.branch
            if branch:
                found = ways.setdefault(after, {})
                found[branch] = found.get(branch, 0) + 1
            else:
                plain += 1
    return plain + sum(max(found.values()) for found in ways.values())


def earliest(script: Script, inject: Inject) -> int:
    """The first minute of exercise time at which it can be due; 0 if no minute is asked for."""
    before = script.inject(inject.trigger.after) if inject.trigger.after else None
    return max(0, inject.trigger.minutes) + (earliest(script, before) if before else 0)


def _share(number: int, part: int, whole: int) -> int:
    return (2 * number * part + whole) // (2 * whole)


def _on_words(inject: Inject) -> Iterator[Remark]:
    count = len(inject.message.split())
    if count > WORDS:
        message = _("the message has {count} words; {limit} at most can be spoken as one message.")
        yield Remark(inject.id, "message", message.format(count=count, limit=WORDS))
    if not inject.sender:
        yield Remark(inject.id, "from", _("nobody is named as the sender; players ask who says so."))
    if not inject.expected:
        message = _("no expected action; without it nobody can tell whether the inject worked.")
        yield Remark(inject.id, "expected", message)
    if not inject.tasks:
        yield Remark(inject.id, "tasks", _("no task; nothing that it brings about will be rated."))
    if inject.type is InjectType.CONTINGENCY and not inject.use_when:
        message = _("nothing says when this contingency fits; name it in use_when.")
        yield Remark(inject.id, "use_when", message)
    if inject.herring and len(inject.resolution.split()) < RESOLUTION_WORDS:
        message = _("the resolution must say what players can do to disprove the red herring.")
        yield Remark(inject.id, "resolution", message)


def _on_time(script: Script, inject: Inject) -> Iterator[Remark]:
    trigger = inject.trigger
    minute = earliest(script, inject)
    if minute >= script.minutes:
        message = _("this is due at minute {minute} at the earliest; the exercise ends at {end}.")
        yield Remark(inject.id, "due.minutes", message.format(minute=minute, end=script.minutes))
    if inject.minute >= script.minutes and inject.minute != minute:
        message = _("this is planned for minute {minute}; the exercise ends at {end}.")
        yield Remark(inject.id, "minute", message.format(minute=inject.minute, end=script.minutes))
    rounds = [condition.at_least or 0 for condition in trigger.when if condition.fact is Fact.ROUND]
    latest = max((trigger.round, *rounds))
    if latest > script.rounds:
        message = n_(
            "this is due in round {round}; {rounds} round is planned.",
            "this is due in round {round}; {rounds} rounds are planned.",
            script.rounds,
        )
        field = "due.round" if latest == trigger.round else "due.when"
        yield Remark(inject.id, field, message.format(round=latest, rounds=script.rounds))
    waits = any(other.trigger.after == inject.id and other.trigger.branch for other in script.injects)
    if waits and trigger.manual and inject.type is InjectType.INJECT:
        message = _("other injects wait for its branches, but nothing makes it due: name a time in due.")
        yield Remark(inject.id, "", message)


def _on_first(script: Script) -> Iterator[Remark]:
    """A false trail teaches something only to those who are on a true one."""
    first = next((inject for inject in script.injects if inject.type is InjectType.INJECT), None)
    if first and first.herring:
        yield Remark(first.id, "", _("a red herring is never the first inject."))


def _on_pace(script: Script) -> Iterator[Remark]:
    count, (low, high) = main_injects(script), pace(script.minutes)
    if not low <= count <= high:
        message = n_(
            "{count} inject is planned; {low} to {high} fit into {minutes} minutes.",
            "{count} injects are planned; {low} to {high} fit into {minutes} minutes.",
            count,
        )
        text = message.format(count=count, low=low, high=high, minutes=script.minutes)
        yield Remark("", "injects", text)


def _on_pool(script: Script) -> Iterator[Remark]:
    held = {inject.help for inject in script.injects if inject.type is InjectType.CONTINGENCY}
    for wanted in HelpClass:
        if wanted is not HelpClass.NONE and wanted not in held:
            message = _("there is no contingency of class {help} for a run that needs one.")
            yield Remark("", "injects", message.format(help=wanted.value))


def _on_objectives(script: Script, objectives: Iterable[Objective]) -> Iterator[Remark]:
    """An objective counts as exercised if an inject that is planned names a task of it."""
    planned = (inject for inject in script.injects if inject.type is InjectType.INJECT)
    exercised = {task.rpartition(".")[0] for inject in planned for task in inject.tasks}
    for objective in objectives:
        if objective.id not in exercised:
            message = _("no planned inject exercises the objective {objective}.")
            yield Remark("", "injects", message.format(objective=objective.id))
