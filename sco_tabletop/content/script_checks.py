"""Checks of every line of a script: what its type asks for, when it is due, what it does, whom it reaches.

Knows the shape of script.yaml and what of the deck it refers to (`Ground`); must not know files.
"""

from __future__ import annotations

import re
from typing import Final

import attrs

from ..conduct.facts import LACKS
from ..conduct.script import Condition, DrawPolicy, HelpClass, InjectType
from ..core.rules.depth import plays_effect
from ..core.scenario import Objective
from ..core.words import Depth
from ..i18n import _
from .bounds import BRANCHES, CONDITIONS, FACT, INJECTS, MINUTE, MINUTES, ROUND
from .cards import check_effects
from .checking import Checking
from .problems import Steps, shown
from .schema import EVERYBODY, FORMAT, InjectEntry, ScriptEntry
from .structure import unknown_value

_GRADE: Final = re.compile(r"[A-F][1-6]", re.ASCII)
_STAFF: Final = frozenset({InjectType.EXPECTED, InjectType.INFORMATION})
_STAFF_LACKS: Final = ("to", "effects", "branches", "grade", "resolution")


@attrs.frozen
class Ground:
    """What of the deck a script refers to; `rounds` is the least of all difficulties."""

    zones: tuple[str, ...]
    objectives: tuple[Objective, ...]
    depth: Depth
    rounds: int


def check_lines(checking: Checking, script: ScriptEntry, ground: Ground | None) -> None:
    """The head and every line for itself. Without a ground nothing is compared with the deck."""
    _check_head(checking, script, ground)
    for index, inject in enumerate(script.injects):
        line = _Line(checking, script, ("injects", index), inject)
        line.check()
        if ground is not None:
            _check_zones(line, ground)
            _check_tasks(line, ground)
            _check_depth(line, ground)


def _check_head(checking: Checking, script: ScriptEntry, ground: Ground | None) -> None:
    if script.format != FORMAT:
        message = _("format {format} is not known to this version; it reads format {known}.")
        checking.error(("format",), message.format(format=script.format, known=FORMAT))
    checking.within(("minutes",), script.minutes, MINUTES)
    checking.count(("injects",), script.injects, INJECTS)
    if script.draw is DrawPolicy.OFF:
        if checking.has(("rounds",)):
            checking.error(("rounds",), _("with draw: off no round is played; leave out rounds."), key=True)
    elif not checking.has(("rounds",)):
        checking.error(
            ("rounds",), _("rounds are played: how many of them are planned must stand in rounds.")
        )
    else:
        checking.within(("rounds",), script.rounds, (1, ground.rounds if ground else ROUND[1]))


@attrs.frozen
class _Line:
    """The checks of one inject."""

    checking: Checking
    script: ScriptEntry
    steps: Steps
    inject: InjectEntry

    def check(self) -> None:
        self._type()
        self._times()
        self._conditions()
        self._branches()
        self._effects()
        if self.inject.grade and not _GRADE.fullmatch(self.inject.grade):
            self.error("grade", _("a source grade is a letter from A to F and a number from 1 to 6."))

    def error(self, field: str, message: str, *, key: bool = False) -> None:
        """Something wrong with a field of this line."""
        self.checking.error((*self.steps, field), message, key=key)

    def has(self, *fields: str | int) -> bool:
        """Whether the author wrote this field."""
        return self.checking.has((*self.steps, *fields))

    def _type(self) -> None:
        inject = self.inject
        if inject.type in _STAFF:
            for field in filter(self.has, _STAFF_LACKS):
                message = _("a line of type {type} is for the staff alone; leave out {field}.")
                self.error(field, message.format(type=inject.type.value, field=field), key=True)
        else:
            if not self.has("message"):
                self.error("message", _("the field {name} is missing.").format(name="message"))
            if not inject.to.everybody and not inject.to.zones:
                self.error("to", _("the inject goes to nobody; name zones in to, or write to: all."))
        if inject.type is InjectType.CONTINGENCY:
            self._contingency()
        else:
            for field in filter(self.has, ("help", "use_when")):
                message = _("only a contingency has {field}.").format(field=field)
                self.error(field, message, key=True)

    def _contingency(self) -> None:
        if self.inject.help is HelpClass.NONE:
            self.error("help", _("a contingency needs its class in help: help, pressure or redirect."))
        for field in filter(self.has, ("due", "minute")):
            message = _("a contingency is released by the facilitator when it fits; leave out {field}.")
            self.error(field, message.format(field=field), key=True)

    def _times(self) -> None:
        due, expires = self.inject.due, self.inject.expires
        for fields, number, bounds in (
            (("minute",), self.inject.minute, MINUTE),
            (("due", "round"), due.round, ROUND),
            (("due", "minutes"), due.minutes, MINUTE),
            (("expires", "round"), expires.round, ROUND),
            (("expires", "minutes"), expires.minutes, (1, MINUTE[1])),
        ):
            if self.has(*fields):
                self.checking.within((*self.steps, *fields), number, bounds)
        late = 0 < expires.round < due.round
        if late or (not due.after and 0 < expires.minutes <= due.minutes):
            self.error("expires", _("the inject expires before it is due."))
        if self.script.draw is DrawPolicy.OFF:
            self._without_rounds()

    def _without_rounds(self) -> None:
        for fields in (("due", "round"), ("due", "when"), ("expires", "round"), ("effects",)):
            if self.has(*fields):
                message = _("with draw: off no round is played; leave out {field}.")
                steps = (*self.steps, *fields)
                self.checking.error(steps, message.format(field=".".join(fields)), key=True)

    def _conditions(self) -> None:
        steps = (*self.steps, "due", "when")
        if self.has("due", "when"):
            self.checking.count(steps, self.inject.due.when, (1, CONDITIONS))
        for index, condition in enumerate(self.inject.due.when):
            self._condition((*steps, index), condition)

    def _condition(self, steps: Steps, condition: Condition) -> None:
        bounds = {"at_least": condition.at_least, "at_most": condition.at_most}
        given = {field: bound for field, bound in bounds.items() if bound is not None}
        for field, bound in given.items():
            self.checking.within((*steps, field), bound, FACT)
        if not given:
            self.checking.error(steps, _("a condition needs at_least, at_most or both."))
        if len(given) == len(bounds) and given["at_least"] > given["at_most"]:
            message = _("{low} must not be larger than {high}.")
            self.checking.error((*steps, "at_least"), message.format(low="at_least", high="at_most"))

    def _branches(self) -> None:
        branches, steps = self.inject.branches, (*self.steps, "branches")
        if branches or self.has("branches"):
            self.checking.count(steps, branches, BRANCHES)
        for field in ("id", "label"):
            words = [((*steps, i, field), getattr(branch, field)) for i, branch in enumerate(branches)]
            self.checking.unique_at(words)

    def _effects(self) -> None:
        inject, steps = self.inject, (*self.steps, "effects")
        check_effects(self.checking, steps, inject.effects)
        for index in range(len(inject.effects)):
            if inject.to.zones and self.has("effects", index, "who"):
                message = _("the effect falls on the zones in to; leave out who.")
                self.checking.error((*steps, index, "who"), message, key=True)


def _check_zones(line: _Line, ground: Ground) -> None:
    zones = line.inject.to.zones
    alone = (*line.steps, "to", 0) not in line.checking.document.values
    for index, zone in enumerate(zones):
        if zone not in ground.zones:
            known = (EVERYBODY, *ground.zones) if alone else ground.zones
            steps = (*line.steps, "to") if alone else (*line.steps, "to", index)
            line.checking.error(steps, unknown_value(zone, known))
    if not alone:
        line.checking.unique((*line.steps, "to"), zones)


def _check_tasks(line: _Line, ground: Ground) -> None:
    steps, tasks = (*line.steps, "tasks"), line.inject.tasks
    counts = {objective.id: len(objective.tasks) for objective in ground.objectives}
    known = tuple(name for objective in ground.objectives for name in objective.names)
    for index, task in enumerate(tasks):
        objective, dot, number = task.rpartition(".")
        if task in known:
            continue
        if dot and objective in counts and number.isdecimal():
            message = _("the objective {objective} has {count} tasks; write {objective}.1 to {last}.")
            last = f"{objective}.{counts[objective]}"
            text = message.format(objective=objective, count=counts[objective], last=last)
            line.checking.error((*steps, index), text)
        else:
            line.checking.error((*steps, index), unknown_value(task, known))
    line.checking.unique(steps, tasks)


def _check_depth(line: _Line, ground: Ground) -> None:
    """R10.1: what the deck does not play can neither happen nor be waited for."""
    depth = ground.depth
    for index, effect in enumerate(line.inject.effects):
        if not plays_effect(depth, effect.kind):
            message = _("the depth {depth} does not play the effect {effect}.")
            text = message.format(depth=depth.value, effect=effect.kind.value)
            line.checking.error((*line.steps, "effects", index, "kind"), text)
    for index, condition in enumerate(line.inject.due.when):
        if condition.fact in LACKS[depth]:
            message = _("the depth {depth} does not play what would move {fact}.")
            text = message.format(depth=depth.value, fact=shown(condition.fact.value))
            line.checking.error((*line.steps, "due", "when", index, "fact"), text)
