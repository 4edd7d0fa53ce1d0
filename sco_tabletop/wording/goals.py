"""What wins at each depth of the process, and how far the coalition is (R7.2, R10.1). Public facts only."""

from __future__ import annotations

from ..core.attribution import attributed, influence_in_goal
from ..core.figures import influence_total
from ..core.rules.depth import has_hour
from ..core.scenario import Scenario
from ..core.view import View
from ..core.words import Depth, Function
from ..i18n import _


def tenths(number: int) -> str:
    """A number of tenths with its decimal point."""
    return f"{number // 10}.{number % 10}"


def mean_influence(view: View) -> str:
    """The mean influence to two decimals, so that 1.25 is not taken for 1.2."""
    return f"{influence_total(view.public) / len(view.public.zones):.2f}"


def goal_text(scenario: Scenario) -> str:
    """What a won (decisive) result takes, as one sentence."""
    numbers = scenario.numbers
    if scenario.depth is Depth.FIND:
        return _(
            "To win: {quota}% of the network without its leader attributed, mean influence at most {mean}."
        ).format(quota=numbers.attributed_quota, mean=tenths(numbers.influence_goal))
    if scenario.depth is Depth.INVESTIGATE:
        return _("To win: {quota}% of the network rightly named, the leader among them.").format(
            quota=numbers.named_quota
        )
    return _("To win: {quota}% of the network captured, the leader among them.").format(quota=numbers.quota)


def goal_rule(scenario: Scenario) -> str:
    """What the goal means and where it stands in the rule book."""
    numbers = scenario.numbers
    if scenario.depth is Depth.FIND:
        return _(
            "Attributed: on the Index, and its sightings alone leave at most {zones} zones. Complete takes "
            "{complete}%, partial {partial}% at any influence (R10.1, R10.3)."
        ).format(
            zones=numbers.attributed_zones,
            complete=numbers.attributed_complete,
            partial=numbers.attributed_partial,
        )
    if scenario.depth is Depth.INVESTIGATE:
        return _(
            "At EndEx the names are opened; each wrong one lowers the result by one grade. Complete takes "
            "{complete}% and the leader, partial {partial}% (R10.1, R10.4)."
        ).format(complete=numbers.named_complete, partial=numbers.named_partial)
    return _("Complete takes everybody, partial the leader or {partial}% (R7.2).").format(
        partial=numbers.partial_quota
    )


def round_text(view: View) -> str:
    """Which round it is, and what the last one brings."""
    text = (
        _("Round {round} of {rounds}: in the last one H-hour is called by itself (R4.2).")
        if has_hour(view.scenario.depth)
        else _("Round {round} of {rounds}: the exercise ends after the turns of the last one (R10.2).")
    )
    return text.format(round=view.public.round, rounds=view.scenario.numbers.rounds)


def hour_text(view: View) -> str:
    """What it means that H-hour is called."""
    if view.public.round >= view.scenario.numbers.rounds:
        return _("H-hour comes at the end of this round; in the last round there is no no-go (R4.5).")
    return _("H-hour is called for the end of this round; after all turns the chair says go or no-go (R4.5).")


def standing_text(view: View) -> str:
    """How far it is in a short depth, as far as the Index says; empty in the full process."""
    scenario, public = view.scenario, view.public
    if scenario.depth is Depth.FIND:
        template = (
            _("Attributed: {count} of {known} on the Index. Mean influence {mean}: within the goal.")
            if influence_in_goal(scenario, public)
            else _("Attributed: {count} of {known} on the Index. Mean influence {mean}: above the goal.")
        )
        count = len(attributed(scenario, public))
        return template.format(count=count, known=len(public.index), mean=mean_influence(view))
    if scenario.depth is Depth.INVESTIGATE:
        named = [entry for entry in public.index.values() if entry.named]
        template = (
            _("Named: {count} of {known} on the Index, the leader among them.")
            if any(entry.function is Function.LEADER for entry in named)
            else _("Named: {count} of {known} on the Index, the leader not yet.")
        )
        return template.format(count=len(named), known=len(public.index))
    return ""
