"""Checks of how the lines of a script wait for each other: numbers, `after`, `branch`, circles.

Knows the shape of script.yaml; must not know the rest of the deck.
"""

from __future__ import annotations

from ..conduct.script import InjectType
from ..i18n import _
from .checking import Checking
from .problems import shown
from .schema import InjectEntry, ScriptEntry
from .structure import unknown_value

_RELEASED = (InjectType.INJECT, InjectType.CONTINGENCY)


def check_order(checking: Checking, script: ScriptEntry) -> None:
    """Every reference, and circles once nothing else is wrong with one."""
    ids = [(("injects", index, "id"), inject.id) for index, inject in enumerate(script.injects)]
    checking.unique_at(ids)
    by_id = {inject.id: inject for inject in script.injects}
    for index, inject in enumerate(script.injects):
        _check_reference(checking, index, inject, by_id)
    for circle in _circles(script, by_id):
        index = next(i for i, inject in enumerate(script.injects) if inject.id == circle[0])
        message = _("the injects wait for each other: {circle}.")
        text = message.format(circle=" -> ".join((*circle, circle[0])))
        checking.error(("injects", index, "due", "after"), text)


def _check_reference(
    checking: Checking, index: int, inject: InjectEntry, by_id: dict[str, InjectEntry]
) -> None:
    due, steps = inject.due, ("injects", index, "due")
    if not due.after:
        if due.branch:
            message = _("a branch is one of an inject: name the inject in after.")
            checking.error((*steps, "branch"), message, key=True)
        return
    before = by_id.get(due.after)
    if before is None:
        known = tuple(number for number in by_id if number != inject.id)
        checking.error((*steps, "after"), unknown_value(due.after, known))
        return
    if before.type not in _RELEASED:
        message = _("{inject} is for the staff and never released; nothing can wait for it.")
        checking.error((*steps, "after"), message.format(inject=shown(before.id)))
    if due.branch and due.branch not in (known := tuple(branch.id for branch in before.branches)):
        if known:
            checking.error((*steps, "branch"), unknown_value(due.branch, known))
        else:
            message = _("{inject} has no branches.").format(inject=shown(before.id))
            checking.error((*steps, "branch"), message)


def _circles(script: ScriptEntry, by_id: dict[str, InjectEntry]) -> list[tuple[str, ...]]:
    """Every circle once, from its first inject in the order of the script on."""
    found: list[tuple[str, ...]] = []
    done: set[str] = set()
    for inject in script.injects:
        way: list[str] = []
        number = inject.id
        while number in by_id and number not in done:
            done.add(number)
            way.append(number)
            number = by_id[number].due.after
        if number in way:
            found.append(tuple(way[way.index(number) :]))
    return found
