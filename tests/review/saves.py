"""Saves to be reviewed: played by bots for a person, in memory or on the disk."""

from __future__ import annotations

from pathlib import Path

import attrs

from sco_tabletop.bots.policy import noise_for
from sco_tabletop.core.apply import redact
from sco_tabletop.core.scenario import Scenario
from sco_tabletop.record.fold import fold
from sco_tabletop.record.read import read
from sco_tabletop.record.save import Entry, Save
from sco_tabletop.session.seats import solo_seats
from sco_tabletop.session.session import Session
from tests.deciding import deciding
from tests.decks import first_watch, first_watch_digest


def played(
    folder: Path,
    seed: int = 7,
    *,
    decisions: int = 10_000,
    practice: bool = True,
    zones: tuple[int, ...] = (0,),
    of: Scenario | None = None,
    human: str = "analyst",
) -> Save:
    """An exercise of First Watch with a bot in the person's seat, to its end or for so many decisions."""
    deck = of or first_watch()
    session = Session.create(
        deck,
        deck_digest=first_watch_digest(),
        seats=solo_seats(deck, zones),
        seed=seed,
        practice=practice,
        folder=folder,
    )
    for number in range(decisions):
        if session.finished:
            break
        if session.human_turn:
            session.submit(deciding(human)(session.view(session.acting), noise_for(seed, number)))
        else:
            session.bot_step()
    session.close()
    return read(session.path)


def struck(folder: Path) -> Save:
    """An exercise that ends with a strike, whatever the bots are like."""
    for seed in range(1, 60):
        save = played(folder, seed)
        if fold(save).public.captures:
            return save
    raise AssertionError("no exercise ended with a strike")


def stripped(save: Save, reader: int) -> Save:
    """The save without anything that the seat was not told, and with another seed."""
    entries: list[Entry] = [
        attrs.evolve(entry, events=tuple(e for e in entry.events if redact(e, reader) is not None))
        for entry in save.entries
    ]
    return attrs.evolve(save, entries=tuple(entries), header=attrs.evolve(save.header, seed=1))


def marked(deck: Scenario) -> Scenario:
    """The deck with aliases and code names that occur nowhere else."""
    return attrs.evolve(
        deck,
        personas=tuple(f"QALIAS{n:03}Q" for n in range(len(deck.personas))),
        persons=tuple(f"QPERSON{n:03}Q" for n in range(len(deck.persons))),
    )
