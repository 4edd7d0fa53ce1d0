"""The next step of a case: possible or refused with a reason, and never worse than what it says."""

from __future__ import annotations

import pytest

from sco_tabletop.core import doubt
from sco_tabletop.core.board import UNCHECKED
from sco_tabletop.core.commands import Analyse, Ask, Locate, Name, Share, Stage
from sco_tabletop.core.legal import refusal
from sco_tabletop.core.rejection import Reason
from sco_tabletop.core.seat import bits
from sco_tabletop.core.settling import Aim, left_over, next_step
from sco_tabletop.core.view import View
from sco_tabletop.wording.settling import step_text
from tests.tui.test_panes import learn, look

USED_UP = {Reason.NO_ACTIONS, Reason.NO_SHARE, Reason.NO_REQUEST, Reason.NO_TEAM, Reason.ASKED}


def at_home(count: int) -> tuple[View, int]:
    """Zone 0 with a file of `count` traits of its own person 0, no other zone being possible or not."""
    seen = look()
    view, persona = seen.view, seen.persona
    entry = view.public.index[persona]
    entry.possible, entry.named, entry.hits = 0b0011, 0, [UNCHECKED] * 4
    entry.held = [0, -1, -1, -1]
    view.seat.files[persona].traits, view.seat.files[persona].held = [-1] * 5, 0
    for category in range(count):
        learn(view, persona, category, view.seat.register[0].traits[category])
    return view, persona


def test_from_traits_to_a_name_to_a_place_to_a_team() -> None:
    """Each stage asks for what comes after it."""
    view, persona = at_home(1)
    view.public.zones[0].levels = [2, 2, 2, 2, 2]
    step = next_step(view, persona)
    assert step is not None
    assert isinstance(step.command, Analyse)
    view, persona = at_home(5)
    entry = view.public.index[persona]
    assert isinstance(next_step(view, persona).command, Name)  # type: ignore[union-attr]
    entry.named, view.seat.names[persona] = 1, 0
    assert isinstance(next_step(view, persona).command, Locate)  # type: ignore[union-attr]
    entry.located = 1
    assert isinstance(next_step(view, persona).command, Stage)  # type: ignore[union-attr]
    entry.staged = 1
    assert next_step(view, persona).aim is Aim.DONE  # type: ignore[union-attr]


def test_a_trait_that_others_hold_is_asked_for_and_one_of_nobody_is_left_to_the_best() -> None:
    view, persona = at_home(1)
    for zone, levels in enumerate(([0] * 5, [0] * 5, [0, 0, 0, 3, 0], [0] * 5)):
        view.public.zones[zone].levels = levels
    step = next_step(view, persona)
    assert step is not None
    assert (step.aim, step.zone, step.category) == (Aim.BEST, 2, 3)
    view.public.index[persona].held[1] = 0b00110
    step = next_step(view, persona)
    assert step is not None
    assert isinstance(step.command, Ask)
    assert step.command.category in (1, 2)


def test_a_person_of_elsewhere_is_handed_to_a_possible_home() -> None:
    view, persona = at_home(3)
    entry = view.public.index[persona]
    entry.possible, entry.held[1] = 0b1100, 3
    entry.held[2], entry.held[3] = 0b00111, 0b00011
    step = next_step(view, persona)
    assert step is not None
    assert step.command == Share(0, persona, 3)


@pytest.mark.parametrize(
    ("to", "says"),
    [
        (2, "Zone 3 has named him, right with {now}%; no hit there adds to it."),
        (3, "They have named him, right with {now}%; new to them: "),
    ],
)
def test_a_share_of_somebody_named_elsewhere_says_what_it_does_for_that_name(to: int, says: str) -> None:
    """Not that he may live with the receiver, as if nobody had named him."""
    view, persona = at_home(3)
    entry = view.public.index[persona]
    entry.possible, entry.named, entry.held[1] = 0b1100, 0b1000, 3
    entry.held[2], entry.held[3] = (0, 7) if to == 2 else (31, 3)
    step = next_step(view, persona)
    assert step is not None
    assert step.command == Share(0, persona, to)
    assert says.format(now=doubt.right_percent(view.scenario, entry, 3)) in step_text(view, persona, step)


def test_doubt_after_a_share_is_what_the_step_said() -> None:
    """If the other register has no hit, the chance is the one announced."""
    view, persona = at_home(3)
    entry = view.public.index[persona]
    entry.named = entry.located = entry.staged = 1
    view.seat.names[persona] = 0
    step = next_step(view, persona)
    assert step is not None
    assert step.aim is Aim.SURE
    assert isinstance(step.command, Share)
    said = step.left
    entry.hits[step.command.to], entry.tested[step.command.to] = 0, 3
    entry.possible &= ~(1 << step.command.to)
    assert doubt.right_percent(view.scenario, entry, 0) == said


def test_what_is_left_over_is_the_average_over_those_who_fit() -> None:
    view, persona = at_home(1)
    fits = bits(view.seat.files[persona].matches)
    sizes = [
        sum(1 for n in fits if view.seat.register[n].traits[2] == view.seat.register[one].traits[2])
        for one in fits
    ]
    assert left_over(view, persona, 2) == 10 * sum(sizes) // len(sizes)


def test_every_step_is_possible_or_only_waits_for_an_allowance() -> None:
    """And it has a sentence."""
    for count in range(6):
        view, persona = at_home(count)
        for possible in (0b0001, 0b0011, 0b1110, 0b1111):
            view.public.index[persona].possible = possible
            step = next_step(view, persona)
            assert step is not None
            assert step_text(view, persona, step)
            refused = refusal(view, step.command) if step.command else None
            assert refused is None or refused.reason in USED_UP, (count, possible, step)


def test_nobody_is_told_to_name_whom_another_zone_has_for_certain() -> None:
    """A hit on five verified traits elsewhere settles it."""
    view, persona = at_home(3)
    entry = view.public.index[persona]
    entry.hits[1], entry.tested[1], entry.held[1] = 1, 5, 31
    step = next_step(view, persona)
    assert step is not None
    assert (step.aim, step.zone) == (Aim.THEIRS, 1)
