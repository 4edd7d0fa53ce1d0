"""Which decisions are asked back, wherever they are taken: only those that cannot be taken back and cost
something.

Knows a view; must not know who asks.
"""

from __future__ import annotations

from ..core.commands import AnyCommand, Commit, Discard, EndTurn, GoNoGo, Withdraw
from ..core.rules.strike import staged_here
from ..core.view import View
from ..i18n import _, n_
from ..wording import words
from .conference import lost_text

Question = tuple[str, str]


def question_for(view: View, command: AnyCommand) -> Question | None:
    """(question, consequence), None if the command needs none."""
    match command:
        case EndTurn() if lost := lost_text(view):
            return _("End the turn of {zone}?").format(zone=words.zone_name(view.scenario, view.zone)), lost
        case GoNoGo(go=True):
            return _("Go?"), _("The strike ends the exercise. It cannot be called off any more.")
        case GoNoGo():
            rise = view.scenario.numbers.aborted_alert
            return _("Call the strike off?"), _("The alert rises by {rise}; teams stay staged.").format(
                rise=rise
            )
        case Commit(personas=personas):
            return commit(view, personas)
        case Discard(persona=persona, category=category):
            return (
                _("Discard {category} from the file on {persona}?").format(
                    category=words.category_name(view.scenario, category),
                    persona=words.persona(view.scenario, persona),
                ),
                _("The value is gone from your file; a name that rests on it goes too."),
            )
        case Withdraw(persona=persona):
            return (
                _("Withdraw the name for {persona}?").format(persona=words.persona(view.scenario, persona)),
                _("Location and staged team go with it."),
            )
        case _:
            return None


def for_all(view: View, mine: tuple[int, ...], teams: int) -> Question:
    """All teams of all own states, every name certain."""
    staged = (zone for zone in mine if view.public.staged_in(zone))
    zones = ", ".join(words.zone_name(view.scenario, zone) for zone in staged)
    strike = n_("{count} team strikes.", "{count} teams strike.", teams).format(count=teams)
    return (
        _("Commit all teams of {zones}?").format(zones=zones),
        f"{strike} {_('This cannot be taken back.')}",
    )


def commit(view: View, personas: tuple[int, ...]) -> Question:
    """Which teams strike and which are held."""
    held = len(staged_here(view)) - len(personas)
    strike = n_("{count} team strikes,", "{count} teams strike,", len(personas)).format(count=len(personas))
    hold = n_("{count} team is held.", "{count} teams are held.", held).format(count=held)
    return (
        _("Decide for {zone}?").format(zone=words.zone_name(view.scenario, view.zone)),
        f"{strike} {hold} {_('This cannot be taken back.')}",
    )


def beyond() -> Question:
    """Undo beyond the barrier."""
    return (
        _("Take back your last decision and everything since?"),
        _("It told or rolled something: dice are new, and the exercise counts as practice."),
    )
