"""Inject cards (section 8): the draw, the choice, the low lead, and what an effect does."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from ..board import Public
from ..commands import AnswerLead, ChooseOption, DrawInject
from ..events import (
    ActionsChanged,
    BulletinsChanged,
    CardDrawn,
    CategoryRevealed,
    LeadAnswered,
    LeadOffered,
    LeadReceived,
    LeadValueDrawn,
    LoanSuspended,
    LocationLost,
    NoEffect,
    OptionChosen,
    PhaseBegan,
    TeamHeldUp,
)
from ..rejection import Reason, Rejection
from ..scenario import Card, Effect, EffectKind, Scenario, Who
from ..seat import bits
from ..view import View
from ..words import ALL_TRAITS, COMMANDER, VALUES, Cause, Phase, Track
from .depth import plays_effect
from .files import true_value, write_traits
from .mechanic import Mechanic, never_refused, no_roll
from .network import may_slip
from .rounds import begin_call
from .tracks import move_influence, move_preparation, move_track

if TYPE_CHECKING:
    from ..desk import Desk

STREAM = "injects"


def card_of(scenario: Scenario, card_id: str) -> Card | None:
    """The deck's card with this id."""
    return next((card for card in scenario.cards if card.id == card_id), None)


def zone_for(desk: Desk, who: Who, at: int | None) -> int:
    """The zone an effect falls on: `at` if the facilitator said so (R8.11); ties, and COMMANDER in the chair,
    are settled by lot."""
    if at is not None:
        return at
    boards = desk.state.public.zones
    zones = list(range(len(boards)))
    if who is Who.CHAIR and desk.state.public.chair != COMMANDER:
        return desk.state.public.chair
    if who in (Who.HIGHEST, Who.LOWEST):
        wanted = (max if who is Who.HIGHEST else min)(board.influence for board in boards)
        zones = [zone for zone in zones if boards[zone].influence == wanted]
    return desk.dice(STREAM).pick(zones)


def draw_lead(desk: Desk, who: Who, at: int | None) -> tuple[int, int, int] | None:
    """R8.2: zone, then file with a missing category and no name there, then category - each by lot."""
    zone, dice = zone_for(desk, who, at), desk.dice(STREAM)
    seat = desk.state.seats[zone]
    open_files = sorted(p for p, file in seat.files.items() if file.missing and p not in seat.names)
    if not open_files:
        return None
    persona = dice.pick(open_files)
    return zone, persona, dice.pick(bits(seat.files[persona].missing))


def track(desk: Desk, effect: Effect, at: int | None) -> bool:  # noqa: ARG001
    """Public trust or alert moves."""
    move_track(desk, effect.track or Track.ALERT, effect.amount, Cause.INJECT)
    return True


def influence(desk: Desk, effect: Effect, at: int | None) -> bool:
    """R8.4."""
    move_influence(desk, zone_for(desk, effect.who, at), effect.amount, Cause.INJECT)
    return True


def preparation(desk: Desk, effect: Effect, at: int | None) -> bool:  # noqa: ARG001
    """Preparation moves; a gain counts as supplies."""
    move_preparation(desk, effect.amount, Cause.SUPPLIES)
    return True


def actions(desk: Desk, effect: Effect, at: int | None) -> bool:
    """R8.6, R8.7."""
    desk.emit(ActionsChanged(zone_for(desk, effect.who, at), effect.amount))
    return True


def contact_lost(desk: Desk, effect: Effect, at: int | None) -> bool:  # noqa: ARG001
    """R8.5: one of all operatives by lot; if he could slip away, his location is lost."""
    operative = desk.dice(STREAM).pick(desk.state.secret.operatives)
    if not may_slip(desk, operative):
        return False
    desk.emit(LocationLost(operative.home, operative.persona))
    return True


def lead(desk: Desk, effect: Effect, at: int | None) -> bool:
    """R8.2: a true trait for one file."""
    found = draw_lead(desk, effect.who, at)
    if found is None:
        return False
    zone, persona, category = found
    desk.emit(LeadReceived(zone, persona, category))
    write_traits(desk, zone, persona, ((category, true_value(desk, persona, category)),))
    return True


def low_lead(desk: Desk, effect: Effect, at: int | None) -> bool:
    """R8.3: offered; true with the deck's chance, else one of the three other values."""
    found = draw_lead(desk, effect.who, at) if desk.state.public.offer is None else None
    if found is None:
        return False
    zone, persona, category = found
    dice, value = desk.dice(STREAM), true_value(desk, persona, category)
    if not dice.chance(desk.state.scenario.numbers.lead_truth):
        value = dice.pick([other for other in range(VALUES) if other != value])
    desk.emit(LeadOffered(zone, persona, category))
    desk.emit(LeadValueDrawn(value))
    return True


def team_held(desk: Desk, effect: Effect, at: int | None) -> bool:
    """A free team cannot be sent or staged this round."""
    zone = zone_for(desk, effect.who, at)
    if desk.state.public.free_teams(zone) < 1:
        return False
    desk.emit(TeamHeldUp(zone))
    return True


def running_loans(public: Public) -> list[tuple[int, int]]:
    """(zone, discipline) of each loan that counts and could be suspended (R8.5)."""
    return [
        (zone, discipline)
        for zone, board in enumerate(public.zones)
        for discipline, level in enumerate(board.borrowed)
        if level > board.levels[discipline] and board.suspended < 0
    ]


def loan_suspended(desk: Desk, effect: Effect, at: int | None) -> bool:  # noqa: ARG001
    """One of the running loans, by lot, does not count this round."""
    loans = running_loans(desk.state.public)
    if not loans:
        return False
    desk.emit(LoanSuspended(*desk.dice(STREAM).pick(loans)))
    return True


def bulletins(desk: Desk, effect: Effect, at: int | None) -> bool:  # noqa: ARG001
    """More or fewer bulletins this round."""
    desk.emit(BulletinsChanged(effect.amount))
    return True


def reveal(desk: Desk, effect: Effect, at: int | None) -> bool:  # noqa: ARG001
    """A category of a persona on the Index that some holder lacks: every holder gets it."""
    found: list[tuple[int, int]] = []
    for persona, entry in sorted(desk.state.public.index.items()):
        lacking = 0
        for held in entry.held:
            lacking |= ALL_TRAITS & ~held if held >= 0 else 0
        found += [(persona, category) for category in bits(lacking)]
    if not found:
        return False
    persona, category = desk.dice(STREAM).pick(found)
    desk.emit(CategoryRevealed(persona, category))
    value = true_value(desk, persona, category)
    for zone in bits(desk.state.public.index[persona].holders()):
        if desk.state.seats[zone].files[persona].missing >> category & 1:
            write_traits(desk, zone, persona, ((category, value),))
    return True


EFFECTS: dict[EffectKind, Callable[[Desk, Effect, int | None], bool]] = {
    EffectKind.TRACK: track,
    EffectKind.INFLUENCE: influence,
    EffectKind.PREPARATION: preparation,
    EffectKind.ACTIONS: actions,
    EffectKind.CONTACT_LOST: contact_lost,
    EffectKind.LEAD: lead,
    EffectKind.LOW_LEAD: low_lead,
    EffectKind.TEAM_HELD: team_held,
    EffectKind.LOAN_SUSPENDED: loan_suspended,
    EffectKind.BULLETINS: bulletins,
    EffectKind.REVEAL: reveal,
}


def run(desk: Desk, effects: tuple[Effect, ...], at: int | None = None) -> None:
    """Let effects happen in order, those on a zone in `at` if that is given; say which of them found nothing
    to act on, or are not in play (R10.1)."""
    depth = desk.state.scenario.depth
    for effect in effects:
        if not plays_effect(depth, effect.kind) or not EFFECTS[effect.kind](desk, effect, at):
            desk.emit(NoEffect(effect.kind.value))


def draw_candidates(view: View) -> Iterable[DrawInject]:
    yield DrawInject(view.zone)


def draw_resolve(desk: Desk, command: DrawInject) -> None:  # noqa: ARG001
    """R4.1: the next card of the pile; a dilemma waits for the chair's answer."""
    card = desk.state.scenario.cards[desk.state.secret.pile[0]]
    desk.emit(CardDrawn(card.id))
    run(desk, card.effects)
    if card.options:
        desk.emit(PhaseBegan(Phase.CHOICE, desk.state.public.chair))
    else:
        begin_call(desk)


def choose_candidates(view: View) -> Iterable[ChooseOption]:
    card = card_of(view.scenario, view.public.card)
    for option in range(len(card.options) if card else 0):
        yield ChooseOption(view.zone, option)


def choose_refusal(view: View, command: ChooseOption) -> Rejection | None:
    card = card_of(view.scenario, view.public.card)
    if card and 0 <= command.option < len(card.options):
        return None
    return Rejection(Reason.NO_OPTION, "R8.8", number=command.option + 1)


def choose_resolve(desk: Desk, command: ChooseOption) -> None:
    card = card_of(desk.state.scenario, desk.state.public.card)
    assert card is not None
    desk.emit(OptionChosen(card.id, command.option))
    run(desk, card.options[command.option].effects)
    begin_call(desk)


def answer_candidates(view: View) -> Iterable[AnswerLead]:
    if view.public.offer and view.public.offer.zone == view.zone:
        yield AnswerLead(view.zone, accept=True)
        yield AnswerLead(view.zone, accept=False)


def answer_refusal(view: View, command: AnswerLead) -> Rejection | None:
    if view.public.offer and view.public.offer.zone == command.zone:
        return None
    return Rejection(Reason.NO_LEAD, "R8.3", zone=command.zone)


def answer_resolve(desk: Desk, command: AnswerLead) -> None:
    """Accepted: written into the file, marked unverified wherever it goes (R3.2)."""
    offer = desk.state.public.offer
    assert offer is not None
    desk.emit(LeadAnswered(command.zone, command.accept, lapsed=False))
    if command.accept:
        value = desk.state.secret.lead_value
        traits = ((offer.category, value),)
        write_traits(desk, offer.zone, offer.persona, traits, unverified=1 << offer.category)


MECHANICS = (
    Mechanic(DrawInject, "R4.1", Phase.INJECT, draw_candidates, never_refused, draw_resolve, no_roll),
    Mechanic(ChooseOption, "R8.8", Phase.CHOICE, choose_candidates, choose_refusal, choose_resolve, no_roll),
    Mechanic(AnswerLead, "R8.3", Phase.TURN, answer_candidates, answer_refusal, answer_resolve, no_roll),
)
