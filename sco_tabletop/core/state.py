"""The full state: public | seats | secret. Only `engine`, `desk` and the referee inside `core` hold it."""

from __future__ import annotations

import attrs

from .board import Public, blank_public
from .scenario import Scenario, Seating
from .seat import Seat
from .secret import Secret
from .view import View
from .words import COMMANDER


@attrs.define
class State:
    """Everything. `seats` runs along zones."""

    scenario: Scenario
    seating: Seating
    public: Public
    seats: list[Seat]
    secret: Secret


def blank_state(scenario: Scenario, seating: Seating, seed: int) -> State:
    """The state before any event."""
    zones = len(scenario.zones)
    secret = Secret(seed=seed, traces=[[] for _ in range(zones)])
    return State(scenario, seating, blank_public(scenario), [Seat(z) for z in range(zones)], secret)


def observe(state: State, zone: int) -> View:
    """What a zone sees now; COMMANDER sees the public board. Shares the compartments, copies nothing."""
    seat = Seat(COMMANDER) if zone == COMMANDER else state.seats[zone]
    return View(state.scenario, state.seating, zone, state.public, seat)
