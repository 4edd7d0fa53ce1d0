"""Golden exercises: nothing changes unseen, and everything there is occurs in one of them."""

from collections.abc import Iterator
from typing import get_args

import pytest

from sco_tabletop.core.commands import AnyCommand
from sco_tabletop.core.events import EVENT_TYPES, Counselled
from sco_tabletop.core.rules.injects import card_of
from sco_tabletop.core.words import EndReason, Kind
from tests.golden.transcript import FOLDER, GOLDEN, Golden, play


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda golden: golden.name)
def test_transcript(golden: Golden) -> None:
    """The same deal and decisions give, line by line, what was judged by eye."""
    expected = (FOLDER / f"{golden.name}.txt").read_text(encoding="utf-8").splitlines()
    assert play(golden).lines == expected


def test_everything_occurs() -> None:
    """Every end reason, command, event and kind of card is in some transcript; Counsel next door and first
    looks at the start, by Monitor and by Trace as well."""
    told = [play(golden) for golden in GOLDEN]
    reasons = {one.state.public.reason for one in told}
    commands = {type(command) for one in told for command in one.commands}
    events = {type(event) for one in told for event in one.events}
    cards = {card_of(one.state.scenario, card) for one in told for card in one.state.public.drawn}
    assert set(EndReason) - reasons == set()
    assert {c.__name__ for c in set(get_args(AnyCommand)) - commands} == set()
    assert {e.__name__ for e in set(EVENT_TYPES) - events} == set()
    assert set(Kind) - {card.kind for card in cards if card} == set()
    assert any(isinstance(of, Counselled) and of.to != of.zone for one in told for of in one.events)
    assert {"deal", "Monitor", "Trace", "Analyse"} <= {by for one in told for by in learned(one.lines)}


def learned(lines: list[str]) -> Iterator[str]:
    """What each trait was learned by: a command, or the deal."""
    by = "deal"
    for text in lines:
        if text.startswith("> "):
            by = text[2 : text.index("(")]
        elif " TraitsLearned(" in text:
            yield by
