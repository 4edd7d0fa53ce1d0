"""Section 8 of the rule book: the inject deck."""

from typing import Any

import attrs

from sco_tabletop.core.commands import (
    Analyse,
    AnswerLead,
    ChooseOption,
    Discard,
    DrawInject,
    EndTurn,
    SendTeam,
    Share,
    StandBy,
)
from sco_tabletop.core.engine import open_exercise
from sco_tabletop.core.events import (
    ActionsChanged,
    AnyEvent,
    LeadAnswered,
    LeadOffered,
    LeadReceived,
    LeadValueDrawn,
    LocationLost,
    NoEffect,
    TraitsLearned,
)
from sco_tabletop.core.rejection import Reason
from sco_tabletop.core.scenario import Effect, EffectKind, KindWeight, Option, Seating, Who
from sco_tabletop.core.words import Kind, Phase, Track

from .builder import (
    ALL,
    DEVICE,
    HOURS,
    LEADER,
    PLANNER,
    RECRUITER,
    THREE,
    Table,
    card,
    found,
    table,
)
from .small import scenario


def ready(*effects: Effect, seed: int = 1, **numbers: Any) -> Table:
    """A table where the chair is about to draw a card with these effects."""
    return table(cards=[card(*effects)], seed=seed, **numbers).emit_phase(Phase.INJECT, 0)


def draw(it: Table) -> tuple[AnyEvent, ...]:
    """Draw the one card."""
    return it.act(DrawInject(0))


def test_r8_1_the_pile() -> None:
    """R8.1: kinds in proportion to the weights, shuffled, drawn without replacement, cards left shown."""
    weights = (KindWeight(Kind.LEAD, 50), KindWeight(Kind.QUIET, 25), KindWeight(Kind.FRICTION, 25))
    cards = tuple(
        card(kind=kind, number=10 * row + n)
        for row, (kind, count) in enumerate(((Kind.LEAD, 4), (Kind.QUIET, 2), (Kind.FRICTION, 5)))
        for n in range(count)
    )
    made = attrs.evolve(scenario(), kind_weights=weights, cards=cards)
    first = set()
    for seed in range(12):
        state, _ = open_exercise(made, Seating(), seed)
        pile = state.secret.pile
        kinds = [cards[number].kind for number in pile]
        assert [kinds.count(kind) for kind in (Kind.LEAD, Kind.QUIET, Kind.FRICTION)] == [4, 2, 2]
        assert len(set(pile)) == state.public.pile == 8
        first.add(pile[0])
    assert len(first) > 4
    it = table(cards=cards[:3]).emit_phase(Phase.INJECT, 0)
    draw(it)
    assert (it.public.card, it.public.pile) == ("card-0", 2)


def test_r8_2_lead() -> None:
    """R8.2: a zone, one of its open files without a name there, a missing category: the true trait."""
    chosen = set()
    for seed in range(40):
        it = ready(Effect(EffectKind.LEAD), seed=seed)
        p, named, full = (
            it.operative(RECRUITER, 3, 2),
            it.operative(LEADER, 0, 0),
            it.operative(PLANNER, 1, 1),
        )
        for zone in range(4):
            it.give(zone, p, (HOURS, DEVICE))
            it.give(zone, full, ALL)
        it.give(0, named, THREE)
        it.named(0, named)
        events = draw(it)
        (lead,) = found(events, LeadReceived)
        assert lead.persona == p
        assert lead.category not in (HOURS, DEVICE)
        assert it.file(lead.zone, p).traits[lead.category] == (2, 2, 2, 0, 3)[lead.category]
        assert it.file(lead.zone, p).unverified == 0
        chosen.add((lead.zone, lead.category))
    assert len(chosen) > 8


def test_r8_2_a_lead_without_a_file_does_nothing() -> None:
    """R8.2: no such file in the zone: no effect; a lead never opens a persona."""
    it = ready(Effect(EffectKind.LEAD))
    it.operative(RECRUITER, 0)
    assert found(draw(it), NoEffect) == [NoEffect("lead")]
    assert it.public.index == {}


def offered(truth: int, seed: int = 1) -> tuple[Table, int, int]:
    """A low lead offered to zone 0, which alone holds a file; its value."""
    it = ready(Effect(EffectKind.LOW_LEAD, who=Who.CHAIR), seed=seed, lead_truth=truth)
    p = it.operative(RECRUITER, 3, 2)
    it.give(0, p, ALL[1:])
    events = draw(it)
    assert found(events, LeadOffered) == [LeadOffered(0, p, HOURS)]
    (value,) = found(events, LeadValueDrawn)
    assert it.file(0, p).traits[HOURS] == -1
    it.act_call()
    return it, p, value.value


def test_r8_3_low_lead() -> None:
    """R8.3: offered, answered first thing in the turn; true, or one of the three others; unverified."""
    assert {offered(100, seed)[2] for seed in range(10)} == {2}
    assert {offered(0, seed)[2] for seed in range(30)} == {0, 1, 3}
    it, p, value = offered(0)
    assert it.refused(StandBy(0)) is Reason.ANSWER_LEAD_FIRST
    assert found(it.act(AnswerLead(0, accept=True)), LeadAnswered) == [LeadAnswered(0, True, False)]
    assert (it.file(0, p).traits[HOURS], it.file(0, p).unverified) == (value, 1 << HOURS)
    it.level(0, 3)
    assert it.refused(Analyse(0, p, HOURS)) is Reason.HELD
    it.act(Discard(0, p, HOURS))
    it.act(Analyse(0, p, HOURS))
    assert (it.file(0, p).traits[HOURS], it.file(0, p).unverified) == (2, 0)


def test_r8_3_low_lead_refused() -> None:
    """R8.3: refused, not answered, or the category held by then: nothing is written."""
    it, p, _ = offered(100)
    it.act(AnswerLead(0, accept=False))
    assert it.file(0, p).traits[HOURS] == -1
    assert it.refused(AnswerLead(0, accept=True)) is Reason.NO_LEAD
    it, p, _ = offered(100)
    it.act(EndTurn(0))
    assert (it.file(0, p).traits[HOURS], it.public.offer) == (-1, None)
    held, p, _ = offered(0)
    held.public.lead_zone = 3
    held.turn(3)
    held.give(3, p, (HOURS,))
    held.act(Share(3, p, 0))
    assert found(held.act(EndTurn(3)), LeadAnswered) == [LeadAnswered(0, False, True)]
    assert (held.public.acting, held.public.offer) == (0, None)
    assert not found(held.act(StandBy(0)), TraitsLearned)


def test_r8_4_campaign() -> None:
    """R8.4: influence +2 in a zone by lot."""
    zones = set()
    for seed in range(20):
        it = ready(Effect(EffectKind.INFLUENCE, 2), seed=seed)
        draw(it)
        influence = [board.influence for board in it.public.zones]
        assert sorted(influence) == [1, 1, 1, 3]
        zones.add(influence.index(3))
    assert zones == {0, 1, 2, 3}


def test_r8_5_network_moves() -> None:
    """R8.5: one of all operatives by lot; if he could slip away his location is lost; else no effect."""
    for staged, lost in ((False, [LocationLost(1, 0)]), (True, [])):
        it = ready(Effect(EffectKind.CONTACT_LOST))
        it.operative(LEADER, 1)
        it.target(1, 0, staged=staged)
        events = draw(it)
        assert found(events, LocationLost) == lost
        assert len(found(events, NoEffect)) == (not lost)
    outcomes = set()
    for seed in range(12):
        it = ready(Effect(EffectKind.CONTACT_LOST), seed=seed)
        it.operative(LEADER, 1)
        it.operative(PLANNER, 2)
        it.target(1, 0, staged=False)
        outcomes.add(len(found(draw(it), LocationLost)))
    assert outcomes == {0, 1}


def actions_after(amount: int) -> set[int]:
    """Draw a card that changes actions by lot; which zones it fell on. It lasts one round."""
    zones = set()
    for seed in range(20):
        it = ready(Effect(EffectKind.ACTIONS, amount), seed=seed)
        (event,) = found(draw(it), ActionsChanged)
        assert [board.actions for board in it.public.zones] == [
            2 + amount * (zone == event.zone) for zone in range(4)
        ]
        zones.add(event.zone)
        it.act_call()
        it.next_round()
        assert [board.actions for board in it.public.zones] == [2] * 4
    return zones


def test_r8_6_friction() -> None:
    """R8.6: a zone by lot has one action fewer this round."""
    assert actions_after(-1) == {0, 1, 2, 3}


def test_r8_7_opportunity() -> None:
    """R8.7: a zone by lot has one action more this round."""
    assert actions_after(1) == {0, 1, 2, 3}


PRESS = (
    Option(
        "publish", "", (Effect(EffectKind.TRACK, 1, Track.TRUST), Effect(EffectKind.TRACK, 1, Track.ALERT))
    ),
    Option("silent", "", (Effect(EffectKind.TRACK, -1, Track.TRUST),)),
)


def test_r8_8_dilemma() -> None:
    """R8.8: the chair chooses: publish (trust +1, alert +1) or stay silent (trust -1)."""
    for option, trust, alert in ((0, 6, 1), (1, 4, 0)):
        it = table(cards=[card(options=PRESS)]).emit_phase(Phase.INJECT, 0)
        it.public.trust = 5
        draw(it)
        assert (it.public.phase, it.public.acting) == (Phase.CHOICE, 0)
        assert it.refused(ChooseOption(1, option)) is Reason.NOT_YOUR_MOVE
        assert it.refused(ChooseOption(0, 2)) is Reason.NO_OPTION
        it.act(ChooseOption(0, option))
        assert (it.public.trust, it.public.alert) == (trust, alert)
        assert it.public.phase is Phase.CALL


def test_r8_9_quiet() -> None:
    """R8.9: nothing; the call is due."""
    it = ready()
    events = draw(it)
    assert [type(event).__name__ for event in events] == ["CardDrawn", "PhaseBegan"]
    assert it.public.phase is Phase.CALL


def test_r8_10_effects_on_tracks() -> None:
    """R8.10: trust, alert, preparation, influence of one zone, bulletins."""
    effects = (
        Effect(EffectKind.TRACK, -1, Track.TRUST),
        Effect(EffectKind.TRACK, 2, Track.ALERT),
        Effect(EffectKind.PREPARATION, 2),
        Effect(EffectKind.INFLUENCE, -1, who=Who.HIGHEST),
        Effect(EffectKind.INFLUENCE, 1, who=Who.LOWEST),
        Effect(EffectKind.INFLUENCE, 1, who=Who.CHAIR),
        Effect(EffectKind.BULLETINS, -1),
    )
    it = ready(*effects)
    for zone, influence in enumerate((2, 4, 0, 2)):
        it.public.zones[zone].influence = influence
    draw(it)
    assert (it.public.trust, it.public.alert, it.public.prepared) == (7, 2, 2)
    assert [board.influence for board in it.public.zones] == [3, 3, 1, 2]
    assert it.public.bulletins == 0


def test_r8_10_effects_on_teams_loans_and_files() -> None:
    """R8.10: a team held up, a loan suspended for a round; a category revealed to all who hold a file."""
    it = ready(Effect(EffectKind.TEAM_HELD, who=Who.CHAIR), Effect(EffectKind.LOAN_SUSPENDED))
    it.public.zones[0].teams = 1
    it.public.zones[2].borrowed[0] = 3
    draw(it)
    it.act_call()
    assert it.refused(SendTeam(0, 1)) is Reason.NO_TEAM
    assert it.public.zones[2].level(0) == 0
    it.next_round()
    it.turn(0)
    assert it.refused(SendTeam(0, 1)) is None
    assert it.public.zones[2].level(0) == 3
    shown = ready(Effect(EffectKind.REVEAL))
    p = shown.operative(RECRUITER, 3, 2)
    shown.give(0, p, ALL[:4])
    shown.write(1, p, hours=1, device=1, money=1, style=1)
    shown.give(2, p, ALL)
    draw(shown)
    assert [shown.file(zone, p).traits[4] for zone in range(3)] == [3, 3, 3]
    assert shown.entry(p).held[3] == -1
