"""What if: a new save that begins like another one and goes its own way from a line on; and its odds.

The branch holds the parent's entries to the last byte of meaning, then new dice and the mark of practice: who
goes back knows too much for the old ones. Knows saves and the lab; must not know a screen.
"""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Final

import attrs

from ..core.dice import stream_key
from ..core.engine import rewind_events
from ..core.events import RoundBegan
from ..core.words import Result
from ..i18n import _
from ..lab.exercise import play_on
from ..lab.spread import spread
from ..record.error import SaveError
from ..record.fold import fold_numbers, history
from ..record.log import Writer
from ..record.place import new_path
from ..record.read import read
from ..record.save import Decided, Opened, Rewound, Save, SeatLine, line_of
from ..record.trail import Trail
from .compare import Chances, Progress, chances, fork, policies_of
from .course import course_of, walk

PARENT: Final = "parent"
PARENT_LINE: Final = "parent-line"
"""Options in the header of a branch: the file name of the save that it came from, and the line."""


@attrs.frozen
class Origin:
    """Where a branch came from."""

    name: str
    line: int


def settled(save: Save) -> bool:
    """True if nothing is given away by playing on elsewhere: after EndEx, or in practice."""
    public = fold_numbers(save, history(save.entries)).public
    return save.header.practice or public.practice or public.result is not None


def entry_at(save: Save, line: int) -> int:
    """The number of the last entry that stands on or before a line. Raises SaveError if nothing is left to
    decide there, or if a branch would be a look into the cards of an exercise that still counts."""
    if not settled(save):
        sentence = _("{path} still runs and is assessed; its what-ifs open at EndEx.")
        raise SaveError(sentence.format(path=save.path), save.path)
    numbers = [number for number in history(save.entries) if line_of(number) <= line]
    number = numbers[-1] if numbers else 1
    if fold_numbers(save, [n for n in numbers or [1] if n <= number]).public.result is not None:
        sentence = _("{path}: the exercise is over at line {line}; branch from an earlier one.")
        raise SaveError(sentence.format(path=save.path, line=line), save.path, line)
    return number


def branch(save: Save, line: int, seats: tuple[SeatLine, ...] | None = None) -> Path:
    """A new save beside `save` that goes on from the end of `line`; `seats` if others shall play.

    Raises SaveError where the exercise is over, or nothing can be written.
    """
    number = entry_at(save, line)
    now = datetime.now(UTC)
    header = attrs.evolve(
        save.header,
        created=now.isoformat(timespec="seconds"),
        seats=seats or save.header.seats,
        practice=True,
        options={**save.header.options, PARENT: save.path.name, PARENT_LINE: str(line_of(number))},
    )
    kept = save.entries[:number]
    opened = kept[0]
    assert isinstance(opened, Opened)
    trail = Trail(kept)
    events = rewind_events(fold_numbers(save, trail.standing), trail.rewinds + 1)
    rest = (*kept[1:], Rewound(number, beyond=True, events=events))
    with Writer.create(new_path(save.path.parent, header.deck, now), header, opened, rest) as writer:
        return writer.path


def bot_seats(save: Save, tier: str) -> tuple[SeatLine, ...]:
    """Bots of one tier in all seats."""
    return tuple(SeatLine(zone, tier, "bot") for zone in range(len(save.header.scenario.zones)))


def play_out(path: Path, tier: str) -> Result:
    """Let bots of one tier play a save to its end, whoever sits there. Raises SaveError if it is in use."""
    writer, save = Writer.open(path)
    with writer:
        state = fold_numbers(save, history(save.entries))
        policies = policies_of(save.header.scenario, tier)
        key = stream_key(save.header.seed, len(save.entries), "bots")
        for _zone, command, events in play_on(state, policies, key):
            writer.append(Decided(tier, command, events))
    assert state.public.result is not None
    return state.public.result


def origin(save: Save) -> Origin | None:
    """Where a save branched off, None if it is no branch."""
    name, line = save.header.options.get(PARENT, ""), save.header.options.get(PARENT_LINE, "")
    return Origin(name, int(line)) if name and line.isdecimal() else None


def parent_of(save: Save) -> Save | None:
    """The save that a branch came from, if it lies beside it and can be read."""
    of = origin(save)
    if of is None or Path(of.name).name != of.name:
        return None
    try:
        return read(save.path.parent / of.name)
    except SaveError:
        return None


def rest(save: Save, line: int, tier: str, games: int, progress: Progress, jobs: int = 1) -> Chances:
    """Bots play on from `line` `games` times, with new dice each time; the same for any number of processes.

    Raises SaveError as `branch` does, and while the exercise runs: how the rest goes would tell what is
    hidden.
    """
    return rests(save, (line,), tier, games, progress, jobs)[0]


def by_round(
    save: Save, tier: str, games: int, progress: Progress, jobs: int = 1
) -> tuple[tuple[int, int, Chances], ...]:
    """(round, line, chances): how the rest went from the beginning of each round, so that one sees in which
    round an exercise was decided. Raises SaveError as `rest` does."""
    begun = [(at.round, at.line) for at in walk(course_of(save)) if isinstance(at.event, RoundBegan)]
    found = rests(save, tuple(line for _round, line in begun), tier, games, progress, jobs)
    return tuple((number, line, of) for (number, line), of in zip(begun, found, strict=True))


def rests(
    save: Save, lines: tuple[int, ...], tier: str, games: int, progress: Progress, jobs: int
) -> tuple[Chances, ...]:
    """The rest from each of several lines, `games` times each."""
    if fold_numbers(save, history(save.entries)).public.result is None:
        sentence = _("{path} still runs; how likely its rest is, is told after EndEx.")
        raise SaveError(sentence.format(path=save.path), save.path)
    ends = tuple(entry_at(save, line) for line in lines)
    work, total = partial(one_rest, save, ends, tier, games), games * len(lines)
    results = spread(work, range(total), jobs, lambda done: progress(done, total))
    return tuple(chances(results[place : place + games]) for place in range(0, total, games))


def one_rest(save: Save, ends: tuple[int, ...], tier: str, games: int, place: int) -> Result:
    """How it ends when bots play on, with dice of their own, after one of these entries: the first `games`
    places belong to the first of them."""
    end = ends[place // games]
    rewinds = sum(isinstance(entry, Rewound) and entry.beyond for entry in save.entries)
    dice = rewinds + 1 + place % games
    state = fold_numbers(save, [number for number in history(save.entries) if number <= end])
    fork(state, dice)
    policies = policies_of(save.header.scenario, tier)
    for _step in play_on(state, policies, stream_key(save.header.seed, dice, "bots")):
        pass
    assert state.public.result is not None
    return state.public.result
