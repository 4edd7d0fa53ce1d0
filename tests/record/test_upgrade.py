"""Old saves: a sample of every released format is read and folded as long as the program lives."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sco_tabletop.core.words import Phase, Result
from sco_tabletop.record.fold import events, fold
from sco_tabletop.record.listing import glance
from sco_tabletop.record.log import Writer
from sco_tabletop.record.read import read
from sco_tabletop.record.save import ENTRY_TYPES, FORMAT, Rewound
from sco_tabletop.record.upgrade import STEPS, Step, lift_entry, lift_header
from sco_tabletop.record.verify import Exact, verify

SAMPLES = Path(__file__).parent / "samples"


def test_every_format_has_a_sample_and_a_way_up() -> None:
    assert {path.stem for path in SAMPLES.glob("*.jsonl")} == {f"format-{n}" for n in range(1, FORMAT + 1)}
    assert set(STEPS) == set(range(1, FORMAT))


def test_the_sample_of_format_1() -> None:
    """What was played then, whatever the rules are now: with every kind of line and a strike."""
    save = read(SAMPLES / "format-1.jsonl")
    state = fold(save)
    assert {type(entry) for entry in save.entries} == set(ENTRY_TYPES)
    assert {entry.beyond for entry in save.entries if isinstance(entry, Rewound)} == {True, False}
    public = state.public
    assert (len(save.entries), len(events(save)), save.header.seed) == (268, 693, 2243)
    assert (public.round, public.phase, public.result) == (7, Phase.OVER, Result.PARTIAL)
    assert (len(public.captures), public.practice, state.secret.fork) == (1, True, 8)
    assert glance(save.path).result is state.public.result


def test_the_sample_of_format_2() -> None:
    """The same exercise as it is written now; the scenario says which deals are drawn again."""
    save = read(SAMPLES / "format-2.jsonl")
    public = fold(save).public
    assert {type(entry) for entry in save.entries} == set(ENTRY_TYPES)
    assert (len(save.entries), len(events(save)), save.header.seed) == (268, 693, 2243)
    assert (public.round, public.phase, public.result) == (7, Phase.OVER, Result.PARTIAL)


def test_a_deal_of_format_1_is_never_drawn_again() -> None:
    """The least slack that it did not know is 0: it is dealt as then, and decided again it is the same."""
    save = read(SAMPLES / "format-1.jsonl")
    assert save.header.scenario.numbers.min_slack == 0
    assert isinstance(verify(save), Exact)
    broken: list[dict[str, Any]] = [{}, {"scenario": 3}, {"scenario": {"numbers": []}}]
    for body in broken:
        assert lift_header(body, 1) == body


def test_an_unfinished_save_of_format_1_goes_on(tmp_path: Path) -> None:
    """Lines of format 2 may follow a header of format 1, and all of it is read again."""
    path = tmp_path / "old.jsonl"
    lines = (SAMPLES / "format-1.jsonl").read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines[:4]))
    with Writer.open(path)[0] as writer:
        assert writer.append(Rewound(1, beyond=False)) == 4
    again = read(path)
    assert again.entries[-1] == Rewound(1, beyond=False)
    assert again.header.scenario.numbers.min_slack == 0


def test_steps_are_taken_in_order() -> None:
    def step(number: int) -> Step:
        return Step(
            header=lambda body: {**body, "heads": [*body.get("heads", ()), number]},
            entry=lambda body: {**body, "lines": [*body.get("lines", ()), number]},
        )

    steps = {number: step(number) for number in (1, 2, 3)}
    assert lift_header({}, 2, steps, to=4) == {"heads": [2, 3]}
    assert lift_entry({}, 1, steps, to=4) == {"lines": [1, 2, 3]}
    assert lift_entry({"n": 1}, 4, steps, to=4) == {"n": 1}
    with pytest.raises(KeyError):
        lift_entry({}, 1, {}, to=2)
