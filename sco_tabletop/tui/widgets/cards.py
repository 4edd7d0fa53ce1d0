"""Inject cards as cards: what the deck's say, and the file of all so far.

Pure functions from a view and what it was told to lines; shows no card that was not drawn or delivered.
"""

from __future__ import annotations

from ...core.events import AnyEvent, CardDrawn
from ...core.rules.injects import card_of
from ...core.scenario import Card
from ...core.view import View
from ...i18n import _, n_
from ...session.chronicle import Chronicle
from ...wording import cards as says
from ...wording.outcomes import option_text
from ..text import Line, block, framed, line
from .delivered import card as delivered
from .delivered import deliveries, graded
from .journal import lines_of


def head(view: View, card: Card, round: int, columns: int) -> list[Line]:
    """What kind, from whom, how, how good, when."""
    kind = (_("DILEMMA"), "alarm") if card.options else (_("INJECT"), "lead")
    when = _("round {round} of {rounds}").format(round=round, rounds=view.scenario.numbers.rounds)
    found = [line(kind, "  ", (when, "dim"))]  # type: ignore[arg-type]
    found += block(says.sender_text(card), columns, "dim") if card.sender or card.grade else []
    return [*found, *graded(card.grade, columns)]


def body(card: Card, columns: int) -> list[Line]:
    """Title and text."""
    return [*block(card.title, columns, "title"), *(block(card.text, columns) if card.text else [])]


def left_text(view: View) -> str:
    """How many are left to draw."""
    pile = view.public.pile
    return n_("{count} card left in the deck", "{count} cards left in the deck", pile).format(count=pile)


# ---------------------------------------------------------------------- the file of all so far


def filed(view: View, told: Chronicle, columns: int, *, rounds: bool = True) -> list[list[Line]]:
    """Every card and every inject that this view was given, framed, the last one first; a discussion has no
    `rounds`."""
    found = [
        (round, 0, place, drawn(view, told, round, name, columns - 4))
        for place, (round, name) in enumerate(told.cards)
    ]
    for place, of in enumerate(deliveries(view)):
        found.append((of.round, 1, place, delivered(of, columns - 4, rounds=rounds)))
    ordered = sorted(found, key=lambda one: one[:3], reverse=True)
    return [framed(lines, columns, "lead") for *_when, lines in ordered]


def drawn(view: View, told: Chronicle, round: int, name: str, columns: int) -> list[Line]:
    """A card of the deck: what it said, what was decided, what came of it."""
    card = card_of(view.scenario, name)
    if card is None:
        return [line(name)]
    found = [*head(view, card, round, columns), (), *body(card, columns)]
    answer = told.answers.get(name)
    if answer is not None and answer < len(card.options):
        option = card.options[answer]
        text = _("Decided: {label}: {effects}").format(
            label=option.label, effects=says.effects_text(option.effects)
        )
        found += [(), *block(text, columns, "key")]
    elif card.effects:
        found += [(), *block(says.effects_text(card.effects), columns, "dim")]
    return [*found, *lines_of(view, came_of(told, round), columns)]


def came_of(told: Chronicle, round: int) -> list[AnyEvent]:
    """What was told when the card of a round was drawn and answered."""
    groups = [group for group in told.groups if group.what == "round" and group.round == round]
    events = [event for group in groups for event in group.events]
    places = [place for place, event in enumerate(events) if isinstance(event, CardDrawn)]
    return events[places[0] + 1 :] if places else []


def options(view: View, card: Card, columns: int) -> list[list[Line]]:
    """What a dilemma leaves to choose, each with its consequences as the board stands."""
    found = []
    for option in card.options:
        lines = block(option_text(view, option), columns, "key", rest="  ")
        lines += block(option.text, columns, "dim", first="  ") if option.text else []
        found.append(lines)
    return found
