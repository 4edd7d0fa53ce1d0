"""The numbers of a difficulty: the common ones with its own laid over, structured and checked.

Knows the bounds and which numbers must fit each other; must not know zones' places or cards.
"""

from __future__ import annotations

import attrs

from ..core.rules.depth import has_main_plot
from ..core.scenario import Numbers
from ..core.words import Function
from ..i18n import _
from .bounds import NUMBERS
from .checking import Checking
from .problems import Steps
from .schema import DeckEntry
from .structure import structure_part
from .texts import check_id

_VISIBLE = (Function.PROPAGANDIST, Function.RECRUITER, Function.COURIER)


def check_numbers(checking: Checking, deck: DeckEntry) -> dict[str, Numbers]:
    """The numbers of every difficulty whose numbers have the right shape."""
    found: dict[str, Numbers] = {}
    if not deck.difficulties:
        checking.error(("difficulties",), _("at least one difficulty is needed."))
    for name, own in deck.difficulties.items():
        check_id(checking, ("difficulties", name), name)

        def where(steps: Steps, name: str = name, own: dict[str, object] = own) -> Steps:
            inherited = bool(steps) and steps[0] in deck.numbers and steps[0] not in own
            return ("numbers", *steps) if inherited else ("difficulties", name, *steps)

        numbers = structure_part(checking.document, deck.numbers | own, Numbers, checking.problems, where)
        if numbers is not None:
            found[name] = numbers
            _Checks(checking, deck, numbers, name).all()
    return found


@attrs.frozen
class _Checks:
    """The checks of one difficulty."""

    checking: Checking
    deck: DeckEntry
    numbers: Numbers
    name: str

    def all(self) -> None:
        self._bounds()
        self._steps()
        self._order()
        self._network()
        self._names()

    def _at(self, field: str) -> Steps:
        own = field in self.deck.difficulties[self.name]
        return ("difficulties", self.name, field) if own else ("numbers", field)

    def _bounds(self) -> None:
        for field, bounds in NUMBERS.items():
            value = getattr(self.numbers, field)
            if isinstance(value, tuple):
                self.checking.count(self._at(field), value, (1, 20))
                for index, entry in enumerate(value):
                    self.checking.within((*self._at(field), index), entry, bounds)
            else:
                self.checking.within(self._at(field), value, bounds)

    def _steps(self) -> None:
        influence = [(step.tenths, step.threat) for step in self.numbers.influence_steps]
        escape = [(step.alert, step.chance) for step in self.numbers.escape_steps]
        for field, pairs, highest in (("influence_steps", influence, 30), ("escape_steps", escape, 100)):
            self.checking.count(self._at(field), pairs, (0, 10))
            for index, (_start, effect) in enumerate(pairs):
                self.checking.within((*self._at(field), index), effect, (0, highest))
            starts = [start for start, _effect in pairs]
            if starts != sorted(set(starts)):
                self.checking.error(self._at(field), _("the steps must rise from entry to entry."))

    def _order(self) -> None:
        numbers = self.numbers
        for low, high in (
            ("operatives_low", "operatives_high"),
            ("operatives_high", "operatives_cap"),
            ("partial_quota", "quota"),
            ("check_from", "evidence"),
            ("influence_start", "influence_max"),
            ("plot_threat_protected", "plot_threat"),
            ("attributed_partial", "attributed_quota"),
            ("attributed_quota", "attributed_complete"),
            ("named_partial", "named_quota"),
            ("named_quota", "named_complete"),
        ):
            if getattr(numbers, low) > getattr(numbers, high):
                message = _("{low} must not be larger than {high}.")
                self.checking.error(self._at(low), message.format(low=low, high=high))
        dated = has_main_plot(self.deck.depth)
        if dated and any(number > numbers.rounds for number in numbers.main_rounds):
            message = _("the main plot cannot fall after the last round, {rounds}.")
            self.checking.error(self._at("main_rounds"), message.format(rounds=numbers.rounds))
        if not any(numbers.teams):
            self.checking.error(self._at("teams"), _("somebody must have a team."))

    def _network(self) -> None:
        numbers, functions = self.numbers, self.deck.functions
        if len(functions) < numbers.operatives_high:
            message = _("{count} functions are listed; difficulty {name} needs {needed}.")
            text = message.format(count=len(functions), name=self.name, needed=numbers.operatives_high)
            self.checking.error(("functions",), text)
        if not set(_VISIBLE) & set(functions[: numbers.operatives_low]):
            message = _("one of the first {count} functions must be propagandist, recruiter or courier.")
            self.checking.error(("functions",), message.format(count=numbers.operatives_low))
        homes = len(self.deck.zones) * numbers.operatives_per_zone
        if homes < numbers.operatives_high:
            message = _("the zones have room for {count} operatives; difficulty {name} needs {needed}.")
            text = message.format(count=homes, name=self.name, needed=numbers.operatives_high)
            self.checking.error(self._at("operatives_per_zone"), text)
        if numbers.operatives_per_zone > numbers.register_size:
            message = _("{low} must not be larger than {high}.")
            text = message.format(low="operatives_per_zone", high="register_size")
            self.checking.error(self._at("operatives_per_zone"), text)

    def _names(self) -> None:
        people = len(self.deck.zones) * self.numbers.register_size
        for field, needed in (("personas", self.numbers.operatives_cap), ("persons", people)):
            count = len(getattr(self.deck, field))
            if count < needed:
                message = _("{count} names are listed; difficulty {name} needs {needed}.")
                text = message.format(count=count, name=self.name, needed=needed)
                self.checking.error((field,), text)
