"""A state machine driven by hypothesis, against a naive model made of plain sets.

The model reads only public events and recomputes what they imply; the engine keeps it up to date in place.
"""

from collections import Counter

import attrs
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from sco_tabletop.core.engine import decide, open_exercise
from sco_tabletop.core.events import (
    AnyEvent,
    InfluenceMoved,
    Located,
    LocationLost,
    Named,
    NameLost,
    RegisterChecked,
    Sighted,
    Staged,
    TeamsDealt,
    TeamSent,
    TrackMoved,
)
from sco_tabletop.core.legal import legal
from sco_tabletop.core.menu import menu
from sco_tabletop.core.rejection import Rejection
from sco_tabletop.core.scenario import Seating
from sco_tabletop.core.seat import bits
from sco_tabletop.core.state import State, observe
from sco_tabletop.core.words import Phase, Track
from tests.core.small import NUMBERS, scenario

RULES = attrs.evolve(NUMBERS, first_look=2, loan_refund=1, counsel_reach=1, date_leader=0)
"""All that a deck can switch on; two traits at a first look, so that registers answer early."""
VISITS: Counter[str] = Counter()


class Model:
    """What the public log says, in the simplest terms."""

    def __init__(self, zones: int) -> None:
        self.zones = set(range(zones))
        self.near = {z: {z, *scenario(zones).zones[z].adjacent} for z in self.zones}
        self.sighted: dict[int, set[int]] = {}
        self.hits: dict[tuple[int, int], int] = {}
        self.stages: dict[tuple[int, int], str] = {}
        self.teams: list[int] = []
        self.influence = [1] * zones
        self.tracks = {Track.THREAT: 0, Track.ALERT: 0, Track.TRUST: 8}

    def hear(self, event: AnyEvent) -> None:
        """Take one event in."""
        match event:
            case Sighted(zone=zone, persona=persona):
                self.sighted.setdefault(persona, set()).add(zone)
            case RegisterChecked(zone=zone, persona=persona, hits=hits):
                self.hits[persona, zone] = hits
            case Named(zone=zone, persona=persona) | LocationLost(zone=zone, persona=persona):
                self.stages[persona, zone] = "named"
            case Located(zone=zone, persona=persona, success=True):
                self.stages[persona, zone] = "located"
            case Staged(zone=zone, persona=persona):
                self.stages[persona, zone] = "staged"
            case NameLost(zone=zone, persona=persona):
                del self.stages[persona, zone]
            case TeamsDealt(teams=teams):
                self.teams = list(teams)
            case TeamSent(zone=zone, to=to):
                self.teams[zone] -= 1
                self.teams[to] += 1
            case InfluenceMoved(zone=zone, amount=amount):
                self.influence[zone] += amount
            case TrackMoved(track=track, amount=amount):
                self.tracks[track] += amount
            case _:
                pass

    def homes(self, persona: int) -> set[int]:
        """R3.10 with sets."""
        allowed = set(self.zones)
        for zone in self.sighted.get(persona, set()):
            allowed &= self.near[zone]
        return {zone for zone in allowed if self.hits.get((persona, zone), -1) != 0}


class Exercise(RuleBasedStateMachine):
    """Any legal decision in any order; the model has to agree after each."""

    state: State
    model: Model

    @initialize(seed=st.integers(1, 10_000), zones=st.sampled_from((4, 6, 8)))
    def first(self, seed: int, zones: int) -> None:
        """The first deal."""
        self.begin(seed, zones)

    def begin(self, seed: int, zones: int) -> None:
        """Deal."""
        self.state, events = open_exercise(scenario(zones, RULES), Seating(), seed)
        self.model = Model(zones)
        for event in events:
            self.model.hear(event)

    @precondition(lambda self: self.state.public.result is not None)
    @rule(seed=st.integers(1, 10_000))
    def again(self, seed: int) -> None:
        """After EndEx, the next deal."""
        self.begin(seed, 4)

    @precondition(lambda self: self.state.public.result is None)
    @rule(kind=st.integers(0, 1000), which=st.integers(0, 1000))
    def act(self, kind: int, which: int) -> None:
        """One decision: a kind, then one of it."""
        view = observe(self.state, self.state.public.acting)
        possible = [item for item in menu(view) if item.commands]
        commands = possible[kind % len(possible)].commands
        assert set(commands) <= set(legal(view))
        happened = decide(self.state, commands[which % len(commands)])
        assert not isinstance(happened, Rejection)
        for event in happened:
            self.model.hear(event)
            VISITS[type(event).__name__] += 1
        VISITS[self.state.public.phase.value] += 1

    @invariant()
    def the_model_agrees(self) -> None:
        """Index, stages, teams, influence and tracks."""
        public, model = self.state.public, self.model
        for persona, entry in public.index.items():
            assert set(bits(entry.possible)) == model.homes(persona)
            for zone in model.zones:
                stage = model.stages.get((persona, zone), "")
                assert bool(entry.named >> zone & 1) == (stage != "")
                assert bool(entry.located >> zone & 1) == (stage in ("located", "staged"))
                assert bool(entry.staged >> zone & 1) == (stage == "staged")
        assert [board.teams for board in public.zones] == model.teams
        assert [board.influence for board in public.zones] == model.influence
        assert (public.threat, public.alert, public.trust) == tuple(model.tracks.values())


def explore(examples: int, steps: int) -> None:
    """Run the machine over fixed examples and print what was visited."""
    VISITS.clear()
    Exercise.TestCase.settings = settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    Exercise.TestCase("runTest").runTest()
    print(dict(VISITS))


def test_the_engine_agrees_with_a_naive_model() -> None:
    """Over short runs; rare phases and events have a floor of visits."""
    explore(120, 60)
    assert VISITS[Phase.TURN.value] > 300
    assert VISITS["RegisterChecked"] >= 5
    assert VISITS["NetworkRested"] >= 5
    assert VISITS["TeamSent"] >= 5
    assert VISITS["Counselled"] >= 5


@pytest.mark.long
def test_the_engine_agrees_with_a_naive_model_for_long() -> None:
    """The long column: deep enough for names, strikes and escapes."""
    explore(2000, 100)
    assert VISITS["Named"] > 0
    assert VISITS["ExerciseEnded"] > 0
