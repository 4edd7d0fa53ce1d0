"""R8.11 to R8.13: what a facilitator does to a round."""

import pytest

from sco_tabletop.core.apply import redact
from sco_tabletop.core.board import Public
from sco_tabletop.core.engine import call_endex, decide, deliver, open_exercise, pass_draw
from sco_tabletop.core.events import (
    ActionsChanged,
    AnyEvent,
    CardDrawn,
    DrawPassed,
    ExerciseEnded,
    InjectAnnounced,
    InjectDelivered,
    TrackMoved,
)
from sco_tabletop.core.legal import legal
from sco_tabletop.core.message import Delivery, Message
from sco_tabletop.core.rejection import Reason, Rejection
from sco_tabletop.core.rules.deliver import Handout
from sco_tabletop.core.scenario import Effect, EffectKind, Seating
from sco_tabletop.core.state import State, observe
from sco_tabletop.core.words import COMMANDER, EndReason, Phase, Result, Track

from .small import scenario

WORDS = Message("Title", "EXERCISE. Words.", "SimCell", "chat", "B2", "day 2")


def dealt(seed: int = 1) -> State:
    """A fresh exercise in the first inject phase."""
    return open_exercise(scenario(), Seating(), seed)[0]


def handout(*effects: Effect, to: tuple[int, ...] = (), everybody: bool = False) -> Handout:
    """An inject number 07, in minute 12."""
    return Handout("07", WORDS, to, everybody, effects, 12)


def happened(outcome: Rejection | tuple[AnyEvent, ...]) -> tuple[AnyEvent, ...]:
    """The events of what must not be refused."""
    assert not isinstance(outcome, Rejection), outcome
    return outcome


def test_r8_11_words_go_to_their_recipients_alone() -> None:
    state = dealt()
    events = happened(deliver(state, handout(to=(1, 3))))
    delivery = Delivery("07", 1, 12, WORDS)
    assert events == (InjectDelivered(1, delivery), InjectDelivered(3, delivery))
    assert [bool(observe(state, zone).seat.delivered) for zone in range(4)] == [False, True, False, True]
    assert observe(state, 1).seat.delivered == [delivery]
    assert state.public.announced == []
    for reader in (0, 2, COMMANDER):
        assert not [event for event in events if redact(event, reader)]
    assert [redact(event, 1) for event in events] == [events[0], None]


def test_r8_11_to_everybody() -> None:
    state = dealt()
    assert happened(deliver(state, handout(everybody=True))) == (
        InjectAnnounced(Delivery("07", 1, 12, WORDS)),
    )
    assert state.public.announced == [Delivery("07", 1, 12, WORDS)]
    assert all(not seat.delivered for seat in state.seats)


def test_r8_11_effects_fall_on_every_recipient() -> None:
    """What falls on a zone happens once for each, the rest once; at any moment, whoever's turn it is."""
    state = dealt()
    fewer = Effect(EffectKind.ACTIONS, -1)
    louder = Effect(EffectKind.TRACK, 1, Track.ALERT)
    before: Public = state.public
    alert, actions = before.alert, [board.actions for board in before.zones]
    events = happened(deliver(state, handout(fewer, louder, to=(0, 2))))
    assert [event for event in events if isinstance(event, ActionsChanged)] == [
        ActionsChanged(0, -1),
        ActionsChanged(2, -1),
    ]
    assert sum(isinstance(event, TrackMoved) for event in events) == 1
    assert state.public.alert == alert + 1
    assert [board.actions for board in state.public.zones] == [
        actions[0] - 1,
        actions[1],
        actions[2] - 1,
        actions[3],
    ]


def test_r8_11_is_refused_where_it_cannot_be() -> None:
    """An unknown zone; after EndEx; effects, but not words, while teams are committed."""
    state = dealt()
    assert deliver(state, handout(to=(4,))) == Rejection(Reason.UNKNOWN_ZONE, "R8.11", zone=4)
    state.public.phase = Phase.COMMIT
    louder = Effect(EffectKind.TRACK, 1, Track.ALERT)
    assert deliver(state, handout(louder, everybody=True)) == Rejection(Reason.WRONG_PHASE, "R8.11")
    assert happened(deliver(state, handout(everybody=True)))
    state.public.phase = Phase.INJECT
    happened(call_endex(state))
    assert deliver(state, handout(everybody=True)) == Rejection(Reason.OVER, "R7.1")


def test_r8_11_an_effect_may_end_it() -> None:
    """R4.8: public trust gone at any moment is the end."""
    state = dealt()
    events = happened(deliver(state, handout(Effect(EffectKind.TRACK, -99, Track.TRUST), everybody=True)))
    assert events[-1] == ExerciseEnded(Result.FAILED, EndReason.TRUST)


def test_r8_12_no_card() -> None:
    """The call is due at once; the pile is as it was; only when the card is due."""
    state = dealt()
    pile, left = list(state.secret.pile), state.public.pile
    events = happened(pass_draw(state))
    assert events[0] == DrawPassed()
    assert not any(isinstance(event, CardDrawn) for event in events)
    assert (state.public.phase, state.public.card) == (Phase.CALL, "")
    assert (state.secret.pile, state.public.pile) == (pile, left)
    assert pass_draw(state) == Rejection(Reason.WRONG_PHASE, "R8.12")


@pytest.mark.parametrize("decisions", [0, 1, 5, 9])
def test_r8_13_endex_by_the_facilitator(decisions: int) -> None:
    """At any moment: all is opened, nothing is decided; not twice."""
    state = dealt()
    for _ in range(decisions):
        happened(decide(state, legal(observe(state, state.public.acting))[0]))
    events = happened(call_endex(state))
    assert events[-1] == ExerciseEnded(Result.UNDECIDED, EndReason.FACILITATOR)
    assert (state.public.phase, state.public.result) == (Phase.OVER, Result.UNDECIDED)
    assert len(state.public.network) == len(state.secret.operatives)
    assert call_endex(state) == Rejection(Reason.OVER, "R7.1")
    assert pass_draw(state) == Rejection(Reason.OVER, "R7.1")
