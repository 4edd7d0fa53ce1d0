"""Puts the document together: chapters in order. Knows a dossier; writers come after.

A new chapter is one function in a file of its own, named in CHAPTERS; what it needs beyond the flow is
gathered into the dossier.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from ...i18n import _
from . import exercise
from .dossier import Dossier
from .head import (
    facts,
    first_things,
    not_played,
    outcome,
    overview,
    rules_played,
    stamp,
    subtitle,
)
from .hot_wash import hot_wash, plan
from .judging import mechanisms
from .knowledge import knowledge
from .missing import missing
from .model import Block, Cell, Document, Heading, Points, Table, Words
from .msel import as_conducted, decisions
from .network import network
from .notes import log, notes
from .process import process
from .ratings import analysis, ratings
from .received import received
from .versus import parting, versus, with_parent

Chapter = Callable[[Dossier], tuple[Block, ...]]
"""A heading of level 2 and what stands under it, or nothing where there is nothing to tell this reader."""

CHAPTERS: Final[tuple[Chapter, ...]] = (
    outcome,
    first_things,
    missing,
    with_parent,
    overview,
    received,
    mechanisms,
    knowledge,
    process,
    network,
    notes,
    log,
)
"""From the first page to the last; lost and the largest gap come right after the result."""
STAFF: Final[tuple[Chapter, ...]] = (
    outcome,
    exercise.overview,
    ratings,
    analysis,
    as_conducted,
    decisions,
    hot_wash,
    plan,
)
"""Of a facilitated exercise, for the facilitator: after-action report and improvement plan as practised."""
KNOWLEDGE: Final[tuple[Chapter, ...]] = (
    rules_played,
    first_things,
    missing,
    with_parent,
    mechanisms,
    knowledge,
    process,
    network,
    notes,
)
"""What follows it where rules were played."""
APPENDICES: Final[tuple[Chapter, ...]] = (exercise.participants, exercise.timeline, log)
TALKED: Final[tuple[Chapter, ...]] = (outcome, overview, received, not_played, log)
"""A discussion, for its players."""


def chapters(of: Dossier) -> tuple[Chapter, ...]:
    """What is told to this reader, in order."""
    if of.evaluation is not None:
        return (*STAFF, *((not_played,) if of.discussion else KNOWLEDGE), *APPENDICES)
    return TALKED if of.discussion else CHAPTERS


def report(of: Dossier) -> Document:
    """The report of one exercise."""
    title = _("After-action report: {title}").format(title=of.scenario.title)
    blocks = tuple(block for chapter in chapters(of) for block in chapter(of))
    return Document(title, subtitle(of), stamp(), blocks)


def comparison(a: Dossier, b: Dossier) -> Document:
    """Two teams on the same deal."""
    title = _("Two exercises on the same deal: {title}").format(title=a.scenario.title)
    first = _("A: {name}").format(name=a.name)
    second = _("B: {name}").format(name=b.name)
    text = _(
        "Figures of the same deal side by side. The mean gap is left out: between teams it misleads. What "
        "one team did that the other did not stands in the report of each."
    )
    blocks: tuple[Block, ...] = (
        Words(text, tone="dim"),
        *parting(a, b, first, second),
        *versus(a, b, first, second),
    )
    for of, name in ((a, first), (b, second)):
        blocks += (Heading(name), *outcome(of)[of.finished :], facts(of))
        if of.full:
            blocks += (*first_things(of)[1:], *lowered(missing(of)), *mechanisms(of)[1:])
    return Document(title, subtitle(a), stamp(), tuple(without_lines(block) for block in blocks))


def lowered(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """A chapter as a part of another one."""
    return tuple(Heading(b.text, 3) if isinstance(b, Heading) else b for b in blocks)


def without_lines(block: Block) -> Block:
    """In a report of two logs a number of a line would not say which: it has none."""
    match block:
        case Words(text=text, tone=tone):
            return Words(text, tone=tone)
        case Points(items=items):
            return Points(tuple(Words(item.text, tone=item.tone) for item in items))
        case Table(caption=caption, heads=heads, rows=rows):
            bare = tuple(tuple(Cell(cell.text, tone=cell.tone) for cell in row) for row in rows)
            return Table(caption, heads, bare)
        case _:
            return block
