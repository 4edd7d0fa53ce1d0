"""One page for whoever begins: the goal, the words, whose turn it is. With the deck's own numbers."""

from __future__ import annotations

from ..core.commands import CallHour, Locate, Name, Stage
from ..core.rules.depth import has_hour, has_traits, plays
from ..core.rules.strike import decisive_count
from ..core.view import View
from ..core.words import Depth
from ..i18n import _, n_
from . import words
from .goals import goal_text

Term = tuple[str, str]
"""A word and what it means here."""


def aim_text(view: View) -> str:
    """What it is about, and until when."""
    numbers = view.scenario.numbers
    text = _(
        "A hidden network of {size} members acts in {zones} states. {goal} Lost at threat {threat}; round "
        "{rounds} is the last."
    )
    low, high = numbers.operatives_low, numbers.operatives_high
    if low == high and view.scenario.depth is Depth.FULL:
        text = _(
            "A hidden network of {size} members acts in {zones} states. {goal} Of {size} that is {needed}. "
            "Lost at threat {threat}; round {rounds} is the last."
        )
    size = str(low) if low == high else _("{low} to {high}").format(low=low, high=high)
    return text.format(
        size=size,
        zones=len(view.scenario.zones),
        goal=goal_text(view.scenario),
        needed=decisive_count(numbers, high),
        rounds=numbers.rounds,
        threat=numbers.threat_limit,
    )


def story(view: View) -> tuple[str, ...]:
    """The deck's briefing in its paragraphs."""
    parts = (" ".join(part.split()) for part in view.scenario.briefing.split("\n\n"))
    return tuple(part for part in parts if part)


def terms(view: View) -> tuple[Term, ...]:
    """The words of the process, as far as this exercise goes."""
    sc, numbers = view.scenario, view.scenario.numbers
    found: list[Term] = [
        (_("persona"), _("an alias of one member; the Index shows to all which are known.")),
        (_("file"), _("what your zone holds on a persona; others see kinds, not values.")),
    ]
    if sc.depth is Depth.FIND:
        text = _("known, and seen so that at most {zones} states are left where it may live.")
        found.append((_("attributed"), text.format(zones=numbers.attributed_zones)))
    if has_traits(sc.depth):
        known = words.category_list(sc, (1 << len(sc.disciplines)) - 1)
        fits = _("your {size} persons of interest; {least} traits on file are compared with it.")
        found += [
            (_("trait"), _("a habit on file: {known}.").format(known=known)),
            (_("register"), fits.format(size=numbers.register_size, least=numbers.check_from)),
        ]
    if plays(sc.depth, Name):
        text = _("say who of your register it is: {least} traits, and only one person fits.")
        found.append((_("name"), text.format(least=numbers.evidence)))
    if plays(sc.depth, Locate):
        found.append((_("locate"), _("find out where the person is whom you named.")))
    if plays(sc.depth, Stage):
        found.append((_("stage"), _("put a team beside him, so that he cannot slip away.")))
    if plays(sc.depth, CallHour):
        found.append((_("H-hour"), _("the one strike of all staged teams. It ends the exercise.")))
    return tuple(found)


def turn_text(view: View, mine: tuple[int, ...]) -> str:
    """Who leads, which zones are the reader's, and what a turn holds."""
    public, numbers = view.public, view.scenario.numbers
    text = (
        _("{chair} holds the chair: it draws a card and may call H-hour; then all zones take turns.")
        if has_hour(view.scenario.depth)
        else _("{chair} holds the chair: it draws a card; then all zones take turns.")
    ).format(chair=words.zone_name(view.scenario, public.chair))
    if not mine:
        return text
    own = n_(
        "You are {zones}: {actions} actions and one file to share a round.",
        "You are {zones}: each has {actions} actions and one file to share a round.",
        len(mine),
    )
    zones = ", ".join(words.zone_name(view.scenario, zone) for zone in mine)
    return f"{text} {own.format(zones=zones, actions=numbers.actions)}"
