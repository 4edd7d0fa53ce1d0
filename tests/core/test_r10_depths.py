"""Section 10 of the rule book: the depths of the process."""

import attrs
import pytest

from sco_tabletop.core.commands import (
    Analyse,
    AnswerLead,
    AnyCommand,
    Ask,
    Bulletin,
    CallHour,
    Commit,
    Counsel,
    Discard,
    DrawInject,
    EndTurn,
    GoNoGo,
    Lend,
    Locate,
    Monitor,
    Name,
    Protect,
    SendTeam,
    Share,
    Stage,
    StandBy,
    TakeDown,
    Trace,
    Withdraw,
)
from sco_tabletop.core.engine import open_exercise
from sco_tabletop.core.events import (
    AttributionOpened,
    ExerciseEnded,
    HourCalled,
    LeadOffered,
    MainPlotDated,
    MainPlotSet,
    NameOpened,
    NetworkOpened,
    NoEffect,
    TracesVanished,
)
from sco_tabletop.core.legal import legal, refusal
from sco_tabletop.core.menu import menu
from sco_tabletop.core.rejection import Reason, Rejection
from sco_tabletop.core.scenario import Effect, EffectKind, Option, Seating
from sco_tabletop.core.state import observe
from sco_tabletop.core.words import Depth, EndReason, Phase, Result, Track

from .builder import (
    ALL,
    COURIER,
    DEVICE,
    FINANCIER,
    HOURS,
    LEADER,
    PLANNER,
    PROPAGANDIST,
    RECRUITER,
    STYLE,
    THREE,
    Table,
    card,
    found,
    table,
)
from .small import scenario

FIND, INVESTIGATE, FULL = Depth.FIND, Depth.INVESTIGATE, Depth.FULL
SHORT = (FIND, INVESTIGATE)
RECRUIT, PLAN, SUPPLY, LEAD = range(4)

HUNT: tuple[AnyCommand, ...] = (Locate(0, PLAN), Stage(0, SUPPLY), SendTeam(0, 1))
CASE_WORK: tuple[AnyCommand, ...] = (
    Analyse(0, RECRUIT, STYLE),
    Trace(0, RECRUIT),
    Bulletin(0, RECRUIT),
    Protect(0),
    Name(0, RECRUIT),
    Withdraw(0, PLAN),
    Discard(0, RECRUIT, DEVICE),
    Ask(0, LEAD, HOURS, 1),
)
FINDING: tuple[AnyCommand, ...] = (
    Monitor(0),
    TakeDown(0, RECRUIT),
    Counsel(0, 0),
    Lend(0, HOURS, 1),
    Share(0, RECRUIT, 1),
    Ask(0, LEAD, -1, 1),
    StandBy(0),
    EndTurn(0),
)


def everything(depth: Depth) -> Table:
    """A turn of zone 0 in which each of the commands above has all that its own paragraph asks for."""
    it = table(depth=depth).level(0, 3, 3, 3, 3, 3)
    for function in (RECRUITER, PLANNER, COURIER):
        it.give(0, it.operative(function), THREE)
    it.give(1, it.operative(LEADER, 1), THREE)
    it.named(0, PLAN)
    it.named(0, SUPPLY, located=True)
    it.plot((0, 1), 0, 3)
    return it


def refused(it: Table, command: AnyCommand) -> Rejection:
    """The refusal in full; the command is not among the options either."""
    assert not it.may(command)
    why = refusal(observe(it.state, 0), command)
    assert why is not None, command
    return why


OFF = Rejection(Reason.NOT_IN_PLAY, "R10.1")


@pytest.mark.parametrize("depth", list(Depth))
def test_r10_1_actions_in_play(depth: Depth) -> None:
    """R10.1: by depth every action is in play, or refused for that reason; without the depth all would go."""
    off = {FIND: HUNT + CASE_WORK, INVESTIGATE: HUNT, FULL: ()}[depth]
    for command in FINDING + CASE_WORK + HUNT:
        it = everything(depth)
        if command in off:
            assert refused(it, command) == OFF
            assert it.play(command) == OFF
        else:
            assert it.may(command)
            assert it.refused(command) is None


@pytest.mark.parametrize("depth", SHORT)
def test_r10_1_off_is_disabled_never_hidden(depth: Depth) -> None:
    """R10.1: the menu shows what is off, with the reason; also while another zone acts."""
    it = everything(depth)
    kinds = {item.kind: item for item in menu(observe(it.state, 0))}
    for command in HUNT + (CASE_WORK[:-1] if depth is FIND else ()):
        assert kinds[type(command)].rejection == OFF
    it.turn(1)
    assert refused(it, SendTeam(0, 1)) == OFF
    assert refused(it, StandBy(0)).reason is Reason.NOT_YOUR_MOVE


@pytest.mark.parametrize("depth", SHORT)
def test_r10_1_no_hour(depth: Depth) -> None:
    """R10.1: no call in any round, no go, no commitment: from the inject straight to the turns."""
    it = table(cards=[card(number=n) for n in range(9)], depth=depth, rounds=3).emit_phase(Phase.INJECT, 0)
    hour: tuple[AnyCommand, ...] = (CallHour(0, True), CallHour(0, False), GoNoGo(0, True), Commit(0, ()))
    for number in (1, 2, 3):
        assert (it.public.round, it.public.phase) == (number, Phase.INJECT)
        events = it.act(DrawInject(it.public.acting))
        assert (it.public.phase, it.public.called) == (Phase.TURN, False)
        assert not found(events, HourCalled)
        it.end_turns()
    for phase in (Phase.CALL, Phase.GO, Phase.COMMIT):
        other = table(depth=depth).emit_phase(phase, 0)
        assert {other.play(command) for command in hour} == {OFF}
        assert legal(observe(other.state, 0)) == ()
    assert it.public.reason is EndReason.ENDEX


def test_r10_1_a_choice_leads_to_the_turns() -> None:
    """R10.1: a dilemma is answered as ever, then the turns begin."""
    option = Option("Yes", "", (Effect(EffectKind.ACTIONS, 1),))
    it = table(cards=[card(options=(option, option))], depth=FIND).emit_phase(Phase.INJECT, 0)
    it.act(DrawInject(0))
    assert it.public.phase is Phase.CHOICE
    it.act(legal(observe(it.state, 0))[0])
    assert it.public.acting == 0
    assert it.may(EndTurn(0))


HUNT_EFFECTS = (EffectKind.TEAM_HELD, EffectKind.CONTACT_LOST)
FILE_EFFECTS = (
    EffectKind.LEAD,
    EffectKind.LOW_LEAD,
    EffectKind.REVEAL,
    EffectKind.PREPARATION,
    EffectKind.BULLETINS,
)
COMMON_EFFECTS = (EffectKind.TRACK, EffectKind.INFLUENCE, EffectKind.ACTIONS)


@pytest.mark.parametrize("depth", list(Depth))
def test_r10_1_effects_in_play(depth: Depth) -> None:
    """R10.1: find only: leads have no effect, nor anything else on what is off; the rest of a card works."""
    off = {FIND: HUNT_EFFECTS + FILE_EFFECTS, INVESTIGATE: HUNT_EFFECTS, FULL: ()}[depth]
    for kind in HUNT_EFFECTS + FILE_EFFECTS + COMMON_EFFECTS:
        it = table(cards=[card(Effect(kind, 1))], depth=depth).emit_phase(Phase.INJECT, 0)
        persona = it.operative(PLANNER)
        for zone in range(4):
            it.give(zone, persona, (HOURS, DEVICE))
        it.give(0, persona, THREE)
        it.named(0, persona, located=True)
        for zone in (1, 2, 3):
            it.give(zone, persona, (STYLE,))
        events = it.act(DrawInject(0))
        assert found(events, NoEffect) == ([NoEffect(kind.value)] if kind in off else []), kind
        assert bool(found(events, LeadOffered)) == (kind is EffectKind.LOW_LEAD and depth is not FIND)


def test_r10_1_find_only_knows_no_answer_to_a_lead() -> None:
    """R10.1: leads are off, so is their answer; in find and investigate it is as ever."""
    for depth in SHORT:
        it = table(depth=depth)
        it.give(0, it.operative(PLANNER))
        it.emit(LeadOffered(0, 0, HOURS))
        assert it.may(AnswerLead(0, False)) == (depth is INVESTIGATE)


def test_r10_1_plots() -> None:
    """R10.1: find only has no preparation and no plot; a take down has none to lower. Else they go on."""
    for depth, prepared, plots in ((FIND, 0, 0), (INVESTIGATE, 4, 1)):
        it = table(depth=depth, preparation_needed=5)
        for zone, function in enumerate((PLANNER, FINANCIER)):
            it.operative(function, zone)
        it.network()
        it.network()
        assert it.public.prepared == prepared
        it.operative(PROPAGANDIST, 2)
        it.network()
        assert len(it.public.plots) == plots
        assert sum(board.influence for board in it.public.zones) == 5
    it = table(depth=FIND)
    it.give(0, it.operative(PLANNER))
    it.act(TakeDown(0, 0))
    assert (it.public.prepared, it.public.alert, it.public.dark(0)) == (0, 1, True)


@pytest.mark.parametrize("depth", SHORT)
def test_r10_1_no_main_plot(depth: Depth) -> None:
    """R10.1: no main plot is dealt, found or fired."""
    made = attrs.evolve(scenario(), depth=depth)
    state, events = open_exercise(made, Seating(), 4)
    assert not found(events, MainPlotSet)
    assert state.secret.main_round == 0
    it = table(depth=depth)
    planner = it.operative(PLANNER)
    desk_before = it.public.threat
    it.give(0, planner, ALL)
    for number in range(1, 9):
        it.public.round = number
        assert not found(it.network(), MainPlotDated)
    assert (it.public.main_round, it.public.main_fired) == (0, False)
    if depth is FIND:
        assert it.public.threat == desk_before


@pytest.mark.parametrize("depth", SHORT)
def test_r10_2_ends_after_the_last_turn_without_a_network_phase(depth: Depth) -> None:
    """R10.2: the network moves after every round but the last; threat at its limit does not matter then."""
    it = table(depth=depth, round=5, rounds=6)
    it.operative(PROPAGANDIST)
    for zone in (0, 1, 2):
        it.act(EndTurn(zone))
    assert found(it.act(EndTurn(3)), TracesVanished)
    assert it.public.round == 6
    it.public.threat = 99
    for _ in range(3):
        it.act(EndTurn(it.public.acting))
    influence = [board.influence for board in it.public.zones]
    events = it.act(EndTurn(it.public.acting))
    assert not found(events, TracesVanished)
    assert [board.influence for board in it.public.zones] == influence
    assert found(events, ExerciseEnded) == [ExerciseEnded(Result.FAILED, EndReason.ENDEX)]
    assert found(events, NetworkOpened)[0].main_round == 0
    assert (it.public.phase, len(it.public.network)) == (Phase.OVER, 1)


@pytest.mark.parametrize("depth", SHORT)
def test_r10_2_lost_before(depth: Depth) -> None:
    """R10.2: threat at its limit after a network phase and public trust gone at any moment are failed."""
    it = table(depth=depth, round=5, rounds=6)
    it.operative(PROPAGANDIST)
    it.public.threat = it.state.scenario.numbers.threat_limit
    it.end_turns()
    assert (it.public.result, it.public.reason) == (Result.FAILED, EndReason.THREAT)
    press = card(Effect(EffectKind.TRACK, -2, Track.TRUST))
    it = table(cards=[press], depth=depth, rounds=6).emit_phase(Phase.INJECT, 0)
    it.give(0, it.operative(LEADER), THREE)
    it.named(0, 0)
    it.public.trust = 2
    events = it.act(DrawInject(0))
    assert (it.public.result, it.public.reason) == (Result.FAILED, EndReason.TRUST)
    opened = found(events, NameOpened if depth is INVESTIGATE else AttributionOpened)
    assert len(opened) == 1
