"""Numbered choices from the menu of a seat. The first always moves the exercise on."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from ..core.commands import AnyCommand, Commit, DrawInject, EndTurn
from ..core.menu import Item, menu
from ..core.rejection import Rejection
from ..core.view import View
from ..i18n import _, n_
from ..session.calm import nothing_waits
from ..session.conference import unused_text
from ..session.questions import question_for
from ..wording.commands import action_kind_name, command_text, odds_text
from ..wording.outcomes import option_text
from ..wording.rejections import rejection_text


@attrs.frozen
class Choice:
    """A line of the list: one command, several to choose from, or none and the reason. `calm`: it draws the
    card and leaves H-hour for later. `asked`: it is asked back."""

    text: str
    commands: tuple[AnyCommand, ...]
    calm: bool = False
    asked: bool = False


def choices(view: View) -> tuple[Choice, ...]:
    """The list for the decision that is due; the first one passes on, draws, or goes. Kinds that are refused
    for the same reason stand together on the last lines, so that it is read once."""
    items = menu(view)
    refused: dict[Rejection, list[Item]] = {}
    for item in items:
        if item.rejection is not None:
            refused.setdefault(item.rejection, []).append(item)
    folded = [group for group in refused.values() if len(group) > 1]
    alone = [item for item in items if not any(item in group for group in folded)]
    turn = [item for item in alone if item.kind is EndTurn]
    found: list[Choice] = []
    for item in (*turn, *(item for item in alone if item.kind is not EndTurn)):
        found += of_item(view, item)
    for group in folded:
        kinds = ", ".join(action_kind_name(item.kind) for item in group)
        found.append(Choice(impossible(view, group[0], kinds), ()))
    return tuple(found)


def numbers(command: AnyCommand, listed: Sequence[Choice]) -> tuple[int, ...]:
    """What to type for a command: its number in the list, and a second one where a list of targets or a
    question follows; empty if it is not there."""
    for number, choice in enumerate(listed, 1):
        if choice.calm and isinstance(command, DrawInject):
            return (number,)
        if command in choice.commands:
            if choice.asked:
                return number, 1
            many = len(choice.commands) > 1
            return (number, 1 + choice.commands.index(command)) if many else (number,)
    return ()


def with_calm(view: View, listed: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """The same list, before it the card without a question about H-hour, while that would be idle."""
    if not nothing_waits(view):
        return listed
    calm = _("Draw the card, and no H-hour this round: nobody is located yet")
    asked = attrs.evolve(listed[0], text=_("Draw the card, then decide on H-hour"))
    return (Choice(calm, (), calm=True), asked, *listed[1:])


def of_item(view: View, item: Item) -> list[Choice]:
    """The choices of one kind: short lists are laid open, long ones open a list of their own."""
    if item.rejection is not None or not item.commands:
        return [Choice(impossible(view, item, action_kind_name(item.kind)), ())] if item.rejection else []
    if len(item.commands) <= 4 or item.kind is Commit:
        return [
            Choice(line(view, command), (command,), asked=question_for(view, command) is not None)
            for command in item.commands
        ]
    count = len(item.commands)
    text = n_("{kind} ({count} choice)", "{kind} ({count} choices)", count)
    return [Choice(text.format(kind=action_kind_name(item.kind), count=count), item.commands)]


def impossible(view: View, item: Item, kinds: str) -> str:
    """A kind that is not possible, or several for the same reason, and why."""
    assert item.rejection is not None
    return _("({kind}: {reason} {rule})").format(
        kind=kinds,
        reason=rejection_text(view, item.rejection),
        rule=item.rejection.rule,
    )


def line(view: View, command: AnyCommand) -> str:
    """A command with its odds and cost; a dilemma's option with its consequences."""
    option = getattr(command, "option", None)
    if option is not None:
        card = next(card for card in view.scenario.cards if card.id == view.public.card)
        return option_text(view, card.options[option])
    text, odds = command_text(view, command), odds_text(view, command)
    unused = unused_text(view) if isinstance(command, EndTurn) else ""
    if unused:
        return _("{text} - unused: {unused}").format(text=text, unused=unused)
    if odds:
        return _("{text} - {odds}, 1 action").format(text=text, odds=odds)
    return _("{text} - 1 action").format(text=text) if command.cost else text
