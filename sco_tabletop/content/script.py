"""The script of a deck as a Script, or everything that is wrong with it at once.

Knows the order of the steps: file, tree, shape, checks, value, quality. Must not know what a check is about.
"""

from __future__ import annotations

from pathlib import Path

from ..conduct.quality import quality
from ..conduct.script import Inject, Script
from ..core.scenario import Numbers, Scenario
from .checking import Checking
from .problems import DeckError, Problems, Steps
from .reading import read_entry
from .schema import DeckEntry, InjectEntry, Recipients, ScriptEntry
from .script_checks import Ground, check_lines
from .script_order import check_order
from .source import SCRIPT_FILE, has_script
from .worth import warn_worth


def load_script(folder: Path, scenario: Scenario) -> Script | None:
    """The script of the deck that `scenario` was loaded from, None if it has none; raises DeckError."""
    problems = Problems()
    zones = tuple(zone.id for zone in scenario.zones)
    ground = Ground(zones, scenario.objectives, scenario.depth, scenario.numbers.rounds)
    script = examine_script(folder, ground, problems)
    if errors := problems.errors():
        raise DeckError(errors)
    return script


def ground_of(deck: DeckEntry, numbers: dict[str, Numbers]) -> Ground:
    """What a script may refer to, when it is to be played at every difficulty of the deck."""
    rounds = min((own.rounds for own in numbers.values()), default=0)
    return Ground(tuple(zone.id for zone in deck.zones), deck.objectives, deck.depth, rounds)


def examine_script(folder: Path, ground: Ground | None, problems: Problems) -> Script | None:
    """Add what is wrong with the script; None if there is none, no ground, or an error in it."""
    if not has_script(folder):
        return None
    own = Problems()
    side = read_entry(folder, SCRIPT_FILE, ScriptEntry, own)
    script: Script | None = None
    if side:
        checking, entry = side
        check_lines(checking, entry, ground)
        check_order(checking, entry)
        for index, inject in enumerate(entry.injects):
            warn_worth(checking, ("injects", index), inject)
        if ground is not None and not own.errors():
            script = _script(entry, ground)
            _judge(checking, script, ground)
    problems.take(own)
    return script


def _judge(checking: Checking, script: Script, ground: Ground) -> None:
    """What a facilitator would miss or stumble over, as warnings in their places."""
    places = {inject.id: index for index, inject in enumerate(script.injects)}
    for remark in quality(script, ground.objectives):
        steps: Steps = ("injects", places[remark.inject]) if remark.inject else ()
        if remark.field:
            steps = (*steps, *remark.field.split("."))
        checking.warning(steps, remark.message)


def _script(entry: ScriptEntry, ground: Ground) -> Script:
    injects = tuple(_inject(inject, ground) for inject in entry.injects)
    return Script(entry.title, entry.summary, entry.minutes, entry.rounds, entry.draw, injects)


def _inject(entry: InjectEntry, ground: Ground) -> Inject:
    due = entry.due
    planned = due.minutes if not due.after else -1
    return Inject(
        id=entry.id,
        title=entry.title,
        message=entry.message,
        type=entry.type,
        sender=entry.from_,
        by=entry.by,
        method=entry.method.value,
        grade=entry.grade,
        to=_zones(entry.to, ground),
        everybody=entry.to.everybody,
        minute=entry.minute if entry.minute >= 0 else planned,
        story=entry.story,
        trigger=due,
        expires=entry.expires,
        branches=entry.branches,
        help=entry.help,
        use_when=entry.use_when,
        expected=entry.expected,
        tasks=entry.tasks,
        notes=entry.notes,
        resolution=entry.resolution,
        effects=entry.effects,
    )


def _zones(recipients: Recipients, ground: Ground) -> tuple[int, ...]:
    return tuple(sorted(ground.zones.index(zone) for zone in recipients.zones))
