"""The cheapest next step that brings a seat nearer to settling who a persona is (R5.15, R5.16).

From its view alone: its own file and register, and what the Index tells everybody. A suggestion, no rule.
"""

from __future__ import annotations

from enum import Enum
from typing import Final

import attrs

from . import doubt
from .attribution import is_attributed
from .board import Entry
from .commands import Analyse, AnyCommand, Ask, Locate, Monitor, Name, Share, Stage
from .legal import odds
from .rules.analyse import refunds
from .rules.asking import WHOLE_FILE
from .rules.depth import has_hour, has_traits
from .rules.share import something_new
from .seat import File, bits
from .view import View
from .words import CATEGORIES, COMMANDER, VALUES

ASKING: Final = 50
"""What a request counts as, in hundredths of an action: free, but the answer is up to others."""


class Aim(Enum):
    """What a step is for."""

    SIGHT = "sight"
    FILE = "file"
    TRAIT = "trait"
    HOME = "home"
    NAME = "name"
    SURE = "sure"
    MORE = "more"
    PLACE = "place"
    TEAM = "team"
    BEST = "best"
    THEIRS = "theirs"
    DONE = "done"


@attrs.frozen
class Step:
    """`command` is what this seat would do, None if it can do nothing; `percent` its chance, 100 where there
    is no roll. `left`: for a trait, how many persons of the own register would fit it on the average, in
    tenths; for `SURE` and `MORE`, the chance that the name is right if the other register has no hit, or with
    that trait. `zone` and `category`: for `BEST`, who could analyse what; for `THEIRS`, whose he is."""

    aim: Aim
    command: AnyCommand | None = None
    percent: int = doubt.SURE
    left: int = 0
    zone: int = COMMANDER
    category: int = -1


def next_step(view: View, persona: int) -> Step | None:
    """The step for a persona on the Index; None for a seat that is nobody's."""
    entry, zone = view.entry(persona), view.zone
    if entry is None or zone == COMMANDER:
        return None
    if not has_traits(view.scenario.depth):
        done = is_attributed(view.scenario, view.public, entry)
        return Step(Aim.DONE) if done else rolled(view, Aim.SIGHT, Monitor(zone))
    file = view.file(persona)
    if file is None:
        return ask_for_file(view, persona, entry)
    if settled_elsewhere(view, entry):
        return Step(Aim.THEIRS, zone=settled_elsewhere(view, entry)[0])
    if entry.named >> zone & 1:
        return after_naming(view, persona, entry, file)
    if entry.possible >> zone & 1:
        if file.count >= view.scenario.numbers.evidence and file.matches.bit_count() == 1:
            unsure = doubt.right_percent(view.scenario, entry, zone) < doubt.SURE // 2
            sure = surer(view, persona, entry, file) if unsure else None
            return sure or Step(Aim.NAME, Name(zone, persona))
        if file.matches:
            return trait(view, persona, entry, file) or best(view, persona, entry, file)
    return hand_on(view, persona, entry, file)


def settled_elsewhere(view: View, entry: Entry) -> tuple[int, ...]:
    """Other zones whose person he is for certain: five verified traits fit there, or nobody else is left."""
    sure = [
        z
        for z in bits(entry.named & ~(1 << view.zone))
        if doubt.right_percent(view.scenario, entry, z) == doubt.SURE
    ]
    own = max(0, view.zone)
    found = [p.zone for p in doubt.parts(view.scenario, entry, own, 0) if p.weight == doubt.CERTAIN]
    return tuple(sorted({*sure, *found}))


def rolled(view: View, aim: Aim, command: AnyCommand) -> Step:
    """A step with its odds."""
    percent = odds(view, command)
    return Step(aim, command, doubt.SURE if percent is None else percent)


def ask_for_file(view: View, persona: int, entry: Entry) -> Step:
    """Of those who hold a file, the one with most traits on it."""
    holders = [z for z, held in enumerate(entry.held) if held >= 0]
    if not holders:
        return Step(Aim.DONE)
    to = max(holders, key=lambda z: (entry.held[z].bit_count(), -z))
    return Step(Aim.FILE, Ask(view.zone, persona, WHOLE_FILE, to))


def after_naming(view: View, persona: int, entry: Entry, file: File) -> Step:
    """A name: less doubt first if it is rather wrong than right, then a place, then a team."""
    zone, sure = view.zone, surer(view, persona, entry, file)
    if sure and doubt.right_percent(view.scenario, entry, zone) < doubt.SURE // 2:
        return sure
    if has_hour(view.scenario.depth):
        if not entry.located >> zone & 1:
            return rolled(view, Aim.PLACE, Locate(zone, persona))
        if not entry.staged >> zone & 1:
            return Step(Aim.TEAM, Stage(zone, persona))
    return sure or Step(Aim.DONE)


def surer(view: View, persona: int, entry: Entry, file: File) -> Step | None:
    """Hand the file to the possible home that adds most to the doubt; else one more trait."""
    whole = doubt.weight(view.scenario, entry, view.zone)
    if not whole:
        return None
    parts = doubt.parts(view.scenario, entry, view.zone, file.held)
    for part in sorted(parts, key=lambda p: (-p.weight, p.zone)):
        if part.weight and something_new(view, persona, part.zone):
            rest = doubt.percent_of(whole - part.weight)
            return Step(Aim.SURE, Share(view.zone, persona, part.zone), doubt.SURE, rest)
    more = trait(view, persona, entry, file)
    certain = file.count + 1 == CATEGORIES and not file.unverified
    then = doubt.SURE if certain else doubt.percent_of(whole // 4)
    return attrs.evolve(more, aim=Aim.MORE, left=then) if more else None


def trait(view: View, persona: int, entry: Entry, file: File) -> Step | None:
    """The missing category that is had most cheaply for what it tells about the own register."""
    found = [
        step
        for category in bits(file.missing)
        for step in (*asked(view, persona, entry, category), *analysed(view, persona, category))
    ]
    if not found:
        return None
    return min(found, key=lambda step: (price(view, step) * step.left, -step.percent, step.category))


def asked(view: View, persona: int, entry: Entry, category: int) -> list[Step]:
    """A request for a category to the first zone that holds it."""
    holders = [z for z, held in enumerate(entry.held) if held > 0 and held >> category & 1 and z != view.zone]
    if not holders:
        return []
    command = Ask(view.zone, persona, category, holders[0])
    return [Step(Aim.TRAIT, command, doubt.SURE, left_over(view, persona, category), holders[0], category)]


def analysed(view: View, persona: int, category: int) -> list[Step]:
    """The own analysis of a category, if the zone has a level for it and the file is not frozen."""
    if view.public.zones[view.zone].level(category) < 1 or view.public.frozen(persona):
        return []
    command = Analyse(view.zone, persona, category)
    percent = odds(view, command) or 0
    return [Step(Aim.TRAIT, command, percent, left_over(view, persona, category), view.zone, category)]


def price(view: View, step: Step) -> int:
    """Hundredths of an action that a step costs on the average until it works."""
    if isinstance(step.command, Ask):
        return ASKING
    given_back = isinstance(step.command, Analyse) and refunds(view, step.command)
    return 1 if given_back else 100 * doubt.SURE // max(1, step.percent)


def left_over(view: View, persona: int, category: int) -> int:
    """How many persons of the own register would fit on the average, in tenths, were the category known and
    he one of those who fit now; 10 is one person."""
    file = view.seat.files[persona]
    fits = file.matches or (1 << len(view.seat.register)) - 1
    counts = [(fits & view.seat.fits[category][value]).bit_count() for value in range(VALUES)]
    return max(1, 10 * sum(count * count for count in counts) // max(1, sum(counts)))


def hand_on(view: View, persona: int, entry: Entry, file: File) -> Step:
    """He is not of the own register: to a possible home that learns most; else one more trait to hand on."""
    homes = [z for z in bits(entry.possible & ~(1 << view.zone)) if something_new(view, persona, z)]
    useful = [z for z in homes if news(entry, file, z)]
    if useful:
        to = max(useful, key=lambda z: (news(entry, file, z), -z))
        return Step(Aim.HOME, Share(view.zone, persona, to))
    known = [step for c in bits(file.missing & ~entry.pool()) for step in analysed(view, persona, c)]
    if entry.possible and known:
        return max(known, key=lambda step: (step.percent, -step.category))
    return best(view, persona, entry, file) if entry.possible else Step(Aim.DONE)


def news(entry: Entry, file: File, zone: int) -> int:
    """How many categories of the own file a zone lacks."""
    return (file.held & ~max(0, entry.held[zone])).bit_count()


def best(view: View, persona: int, entry: Entry, file: File) -> Step:
    """Who could analyse a missing category best, where this seat cannot."""
    found = [(category, *analyst(view, entry, category)) for category in bits(file.missing & ~entry.pool())]
    able = [(level, -zone, -category) for category, zone, level in found if level]
    if not able or view.public.frozen(persona):
        return Step(Aim.DONE)
    level, zone, category = max(able)
    percent = view.scenario.chances.analyse[level]
    return Step(Aim.BEST, None, percent, 0, -zone, -category)


def analyst(view: View, entry: Entry, category: int) -> tuple[int, int]:
    """The zone with the best level for a category and this level; those that hold a file first."""
    boards = view.public.zones
    zone = max(range(len(boards)), key=lambda z: (boards[z].level(category), entry.held[z] >= 0, -z))
    return zone, boards[zone].level(category)


def open_categories(view: View, persona: int) -> tuple[tuple[int, int, int], ...]:
    """(category, zone, level) of the best analyst for each category that nobody holds."""
    entry = view.public.index[persona]
    missing = [c for c in range(CATEGORIES) if not entry.pool() >> c & 1]
    return tuple((c, *analyst(view, entry, c)) for c in missing)
