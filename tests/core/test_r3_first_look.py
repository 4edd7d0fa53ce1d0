"""R3.13 of the rule book: what a first look at a persona gives away."""

from __future__ import annotations

import pytest

from sco_tabletop.core.apply import redact
from sco_tabletop.core.commands import Monitor, Trace
from sco_tabletop.core.events import DiceAdvanced, RegisterChecked, TraitsLearned
from sco_tabletop.core.words import Depth

from .builder import (
    ALL,
    DEVICE,
    FINANCIER,
    HOPELESS,
    HOURS,
    LEADER,
    MONEY,
    PROPAGANDIST,
    RECRUITER,
    ROUTE,
    STYLE,
    Table,
    deal,
    found,
    table,
)


def read(events: object) -> list[tuple[int, int]]:
    """Zone and persona of each look, in order."""
    assert isinstance(events, tuple)
    return [(event.zone, event.persona) for event in found(events, TraitsLearned)]


@pytest.mark.parametrize("count", range(6))
def test_r3_13_first_look_at_the_start(count: int) -> None:
    """R3.13, R2.6: every persona known at the start has so many true, verified traits, by lot, where it was
    opened and nowhere else; with 0 none."""
    categories = set()
    for seed in range(12):
        state = deal(seed, first_look=count)
        files = [(persona, file) for seat in state.seats for persona, file in seat.files.items()]
        assert len(files) == 2
        for persona, file in files:
            operative = state.secret.operative(persona)
            truth = state.seats[operative.home].register[operative.person].traits
            assert (file.count, file.unverified) == (count, 0)
            assert all(value in (-1, truth[c]) for c, value in enumerate(file.traits))
            categories.add(file.held)
    assert count in (0, 5) or len(categories) > 3


def watched(seed: int = 1, *, first_look: int) -> tuple[Table, int, int, int]:
    """Zone 0 with two personas on file that left a trace there, and one on file that did not."""
    it = table(seed=seed, first_look=first_look)
    one, other, away = (it.operative(PROPAGANDIST, zone) for zone in (0, 1, 3))
    for persona in (one, other, away):
        it.give(0, persona)
    it.trace(0, one)
    it.trace(0, other)
    it.trace(3, away)
    return it, one, other, away


def test_r3_13_a_monitor_reads_the_new_persona() -> None:
    """R3.13, R5.2: the persona just opened is read, on the Index or not, not those that were known; told to
    this zone alone."""
    for seed in range(6):
        it, one, other, away = watched(seed, first_look=1)
        new = it.operative(RECRUITER, 0)
        it.trace(0, new)
        events = it.act(Monitor(0))
        assert read(events) == [(0, new)]
        assert it.file(0, new).count == 1
        assert [it.file(0, persona).count for persona in (one, other, away)] == [0, 0, 0]
        listed = it.operative(RECRUITER, 0)
        it.give(1, listed)
        it.trace(0, listed)
        assert read(it.act(Monitor(0))) == [(0, listed)]
        told = [zone for zone in range(-1, 4) if found([e for e in events if redact(e, zone)], TraitsLearned)]
        assert told == [0]


def test_r3_13_a_monitor_that_finds_nobody_new_reads_one_that_it_sighted() -> None:
    """R3.13: ONE of those sighted, by lot, frozen or not, never one that left no trace here."""
    looked = set()
    for seed in range(12):
        it, one, other, _away = watched(seed, first_look=2)
        it.entry(one).frozen_until = it.entry(other).frozen_until = 2
        events = it.act(Monitor(0))
        ((zone, persona),) = read(events)
        assert it.entry(persona).frozen_until == 2
        assert (zone, it.file(0, persona).count) == (0, 2)
        assert [(e.zone, e.persona, e.tested) for e in found(events, RegisterChecked)] == [(0, persona, 2)]
        looked.add(persona)
        assert looked <= {one, other}
    assert len(looked) == 2


def test_r3_13_a_complete_file_is_passed_over() -> None:
    """R3.13: by lot among those whose file here lacks a trait; what it lacks and no more; with all complete
    nothing happens and nothing is rolled for it."""
    for seed in range(8):
        it, one, other, _away = watched(seed, first_look=3)
        it.give(0, one, ALL)
        it.give(0, other, (HOURS, DEVICE, MONEY, ROUTE))
        (event,) = found(it.act(Monitor(0)), TraitsLearned)
        truth = it.state.seats[1].register[it.state.secret.operative(other).person].traits
        assert (event.persona, event.traits) == (other, ((STYLE, truth[STYLE]),))
        assert read(it.act(Monitor(0))) == []
    rolled = []
    for count in (0, 3):
        full, one, other, _away = watched(first_look=count)
        full.give(0, one, ALL)
        full.give(0, other, ALL)
        events = full.act(Monitor(0))
        assert read(events) == []
        rolled.append(found(events, DiceAdvanced))
    assert rolled[0] == rolled[1]


def test_r3_13_no_first_look_without_success_or_where_the_deck_has_none() -> None:
    """R3.13: a Monitor that fails reads nothing; with 0 nobody does; without traces there is nobody."""
    it, *_rest = watched(first_look=0)
    it.trace(0, it.operative(RECRUITER, 0))
    assert read(it.act(Monitor(0))) == []
    blind = table(chances=HOPELESS, first_look=1)
    blind.trace(0, blind.operative(RECRUITER, 0))
    assert read(blind.act(Monitor(0))) == []
    silent = table(first_look=1)
    silent.give(0, silent.operative(RECRUITER, 0))
    assert read(silent.act(Monitor(0))) == []


def test_r3_13_trace_reads_an_end_that_was_not_on_the_index() -> None:
    """R3.13, R5.4: a link to somebody nobody knew is a first look at him; to a known persona it is not."""
    it = table(first_look=1).level(0, 3)
    leader, money = it.operative(LEADER, 2), it.operative(FINANCIER, 1)
    p = it.operative(RECRUITER, 0, links=(leader, money))
    it.give(0, p)
    it.give(1, money)
    assert read(it.act(Trace(0, p))) == [(0, leader)]
    assert it.file(0, leader).count == 1
    assert read(it.act(Trace(0, p))) == []
    assert it.file(0, money).count == it.file(0, p).count == 0
    off = table(first_look=0).level(0, 3)
    off.give(0, off.operative(RECRUITER, 0, links=(off.operative(LEADER, 2),)))
    assert read(off.act(Trace(0, 1))) == []


@pytest.mark.parametrize(("depth", "count"), [(Depth.FIND, 0), (Depth.INVESTIGATE, 1)])
def test_r3_13_find_only_has_no_first_look(depth: Depth, count: int) -> None:
    """R10.1: files of find only hold no traits, whatever the deck's number says."""
    it = table(depth=depth, first_look=1)
    it.trace(0, it.operative(RECRUITER, 0))
    assert len(read(it.act(Monitor(0)))) == count
    assert len(read(it.act(Monitor(0)))) == count
    assert it.sound()
