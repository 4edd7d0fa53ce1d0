"""One exercise played by bots alone: no save, no screen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from ..bots.policy import Policy, noise_for
from ..core.commands import AnyCommand
from ..core.dice import stream_key
from ..core.engine import decide, open_exercise
from ..core.events import AnyEvent
from ..core.rejection import Rejection
from ..core.scenario import Scenario, Seating
from ..core.state import State, observe


@attrs.define
class Played:
    """A finished exercise: the last state, every event in order, and how many decisions it took."""

    state: State
    events: list[AnyEvent]
    commands: list[AnyCommand]


def play(
    scenario: Scenario, policies: Mapping[int, Policy], seed: int, seating: Seating | None = None
) -> Played:
    """Play to the end; `policies` gives every zone one. Raises ValueError if a policy breaks a rule."""
    state, opened = open_exercise(scenario, seating or Seating(), seed)
    events, commands = list(opened), list[AnyCommand]()
    for _zone, command, happened in play_on(state, policies, stream_key(seed, 0, "bots")):
        commands.append(command)
        events += happened
    return Played(state, events, commands)


def play_on(
    state: State, policies: Mapping[int, Policy], key: int
) -> Iterator[tuple[int, AnyCommand, tuple[AnyEvent, ...]]]:
    """Play an exercise from where it stands to its end, in place: (zone, command, what happened) for each
    decision. `key` is the bots' own stream. Raises ValueError if a policy breaks a rule."""
    count = 0
    while state.public.result is None:
        zone = state.public.acting
        command = policies[zone](observe(state, zone), noise_for(key, count)).command
        happened = decide(state, command)
        if isinstance(happened, Rejection):
            raise ValueError(f"{command} refused: {happened}")
        count += 1
        yield zone, command, happened
