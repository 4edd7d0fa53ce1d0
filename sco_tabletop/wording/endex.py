"""How a short depth ended: who was attributed, which names were right (R10.1 to R10.4)."""

from __future__ import annotations

from collections.abc import Iterator

from ..core.attribution import influence_in_goal
from ..core.board import OpenedName, Revealed
from ..core.geography import sighting_zones
from ..core.view import View
from ..core.words import Depth, Function
from ..i18n import _, n_
from . import words
from .goals import mean_influence, tenths


def reasons(view: View) -> Iterator[str]:
    """What the result of a short depth rests on, one sentence each."""
    if view.scenario.depth is Depth.FIND:
        yield from _find_reasons(view)
    else:
        yield from _name_reasons(view)


def _find_reasons(view: View) -> Iterator[str]:
    public, numbers = view.public, view.scenario.numbers
    others = [one.persona for one in public.network if one.function is not Function.LEADER]
    count, total = sum(persona in public.attributed for persona in others), len(others)
    yield _(
        "{count} of {total} operatives without the leader attributed ({share}%; decisive takes {quota}%)."
    ).format(
        count=count,
        total=total,
        share=100 * count // total if total else 0,
        quota=numbers.attributed_quota,
    )
    template = (
        _("Mean influence {mean}: within the goal of {goal}.")
        if influence_in_goal(view.scenario, public)
        else _("Mean influence {mean}: above the goal of {goal}; no better than partial.")
    )
    yield template.format(mean=mean_influence(view), goal=tenths(numbers.influence_goal))


def _name_reasons(view: View) -> Iterator[str]:
    public, total = view.public, len(view.public.network)
    right = {name.persona for name in public.opened if name.right}
    leader = any(one.function is Function.LEADER and one.persona in right for one in public.network)
    yield _(
        "{count} of {total} operatives rightly named ({share}%; decisive takes {quota}% and the leader)."
    ).format(
        count=len(right),
        total=total,
        share=100 * len(right) // total if total else 0,
        quota=view.scenario.numbers.named_quota,
    )
    yield _("The leader was rightly named.") if leader else _("The leader was not rightly named.")
    wrong = sum(not name.right for name in public.opened)
    if wrong:
        yield n_(
            "{count} wrong name: one grade lower.", "{count} wrong names: one grade lower for each.", wrong
        ).format(count=wrong)


def title(view: View) -> str:
    """The heading over what the zones had found out."""
    return _("The personas, one by one") if view.scenario.depth is Depth.FIND else _("The names, one by one")


def nothing(view: View) -> str:
    """What stands there when there is nothing."""
    if view.scenario.depth is Depth.FIND:
        return _("Nobody was on the Index.")
    return _("Nobody was named.")


def findings(view: View) -> tuple[tuple[str, bool], ...]:
    """Each persona on the Index, or each name, with what it was worth; True for what counts."""
    if view.scenario.depth is not Depth.FIND:
        return tuple((name_text(view, name), name.right) for name in view.public.opened)
    return tuple((_home_text(view, persona), persona in view.public.attributed) for persona in _order(view))


def _order(view: View) -> list[int]:
    return sorted(view.public.index, key=lambda p: (view.public.index[p].function, p))


def _home_text(view: View, persona: int) -> str:
    entry, sc = view.public.index[persona], view.scenario
    template = (
        _("{persona}, {function}: attributed; sightings leave {zones}")
        if persona in view.public.attributed
        else _("{persona}, {function}: not attributed; sightings leave {zones}")
    )
    return template.format(
        persona=words.persona(sc, persona),
        function=words.function_name(entry.function),
        zones=words.zone_list(sc, sighting_zones(view.public, entry)),
    )


def name_text(view: View, name: OpenedName) -> str:
    """One name as opened: right, another operative, or an innocent person."""
    sc = view.scenario
    if name.right:
        template = _("{zone}, for {persona}: the right person")
    elif name.operative >= 0:
        template = _("{zone}, for {persona}: wrong, that person is {other}")
    else:
        template = _("{zone}, for {persona}: wrong, that person is not of the network")
    return template.format(
        zone=words.zone_name(sc, name.zone),
        persona=words.persona(sc, name.persona),
        other=words.persona(sc, max(0, name.operative)),
    )


def fate(view: View, of: Revealed) -> tuple[str, bool]:
    """What had become known of an operative at EndEx, and whether that counts."""
    public = view.public
    if view.scenario.depth is Depth.FIND:
        if of.persona in public.attributed:
            return _("attributed"), True
        if of.function is Function.LEADER:
            return _("not sought in find only"), False
        return (_("on the Index") if of.persona in public.index else _("never found")), False
    if any(name.right and name.persona == of.persona for name in public.opened):
        return _("rightly named"), True
    return (_("on the Index") if of.persona in public.index else _("never found")), False
