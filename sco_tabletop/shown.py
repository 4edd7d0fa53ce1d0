"""What `deck show` and `deck schema` print: a deck at a glance, and its files as JSON Schema.

Knows decks; must not know an exercise.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from .conduct.quality import main_injects
from .conduct.script import DrawPolicy, InjectType, Script
from .content import difficulties, load, load_script, schemas
from .core.scenario import Scenario
from .i18n import _, n_


def show(folder: Path) -> Iterator[str]:
    """The lines; raises DeckError."""
    scenarios = {name: load(folder, name) for name in difficulties(folder)}
    scenario = load(folder)
    yield _("{title} ({id}, version {version})").format(
        title=scenario.title, id=scenario.deck, version=scenario.version
    )
    yield scenario.summary
    yield _("Depth: {depth}").format(depth=scenario.depth.value)
    yield _("Zones: {zones}").format(zones=", ".join(zone.id for zone in scenario.zones))
    for name, own in scenarios.items():
        yield _level(name, own)
    yield _("Cards: {count}").format(count=len(scenario.cards))
    yield _("Objectives: {titles}").format(titles="; ".join(goal.title for goal in scenario.objectives))
    script = load_script(folder, scenario)
    yield _script(script) if script else _("Script: none")


def schema() -> str:
    """The schema of every file of a deck, as one JSON object by the names of the files."""
    return json.dumps(schemas(), indent=2, ensure_ascii=False)


def _level(name: str, scenario: Scenario) -> str:
    rounds = scenario.numbers.rounds
    text = n_("Difficulty {name}: {rounds} round", "Difficulty {name}: {rounds} rounds", rounds)
    return text.format(name=name, rounds=rounds)


def _script(script: Script) -> str:
    planned = main_injects(script)
    pool = sum(inject.type is InjectType.CONTINGENCY for inject in script.injects)
    if script.policy is DrawPolicy.OFF:
        text = _("Script: {title}; {minutes} minutes of discussion, {injects} injects, {pool} contingencies")
    else:
        text = _(
            "Script: {title}; {minutes} minutes, {rounds} rounds, {injects} injects, {pool} contingencies"
        )
    return text.format(
        title=script.title, minutes=script.minutes, rounds=script.rounds, injects=planned, pool=pool
    )
