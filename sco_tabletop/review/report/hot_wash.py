"""The hot wash by question, and the improvement plan. For the facilitator's version only."""

from __future__ import annotations

from ...conduct.acts import Planned, Question, Remarked
from ...i18n import _
from ...record.save import line_of
from ...wording.conduct import capability_name, question_name
from .dossier import Dossier
from .model import Block, Cell, Heading, Points, Words, table


def hot_wash(of: Dossier) -> tuple[Block, ...]:
    """The notes, by the four kinds of questions."""
    blocks: list[Block] = [Heading(_("Hot wash"))]
    for question in Question:
        notes = [
            Words(line.act.text, (line_of(line.entry),))
            for line in of.staff.board.of(Remarked)
            if isinstance(line.act, Remarked) and line.act.question is question
        ]
        blocks.append(Heading(question_name(question), 3))
        blocks.append(Points(tuple(notes)) if notes else Words(_("No note."), tone="dim"))
    return tuple(blocks)


def plan(of: Dossier) -> tuple[Block, ...]:
    """Issue, corrective action, capability element, responsible, point of contact, start, due."""
    heads = (
        _("Issue"),
        _("Corrective action"),
        _("Capability element"),
        _("Responsible"),
        _("Point of contact"),
        _("Start"),
        _("Due"),
    )
    rows = []
    for line in of.staff.board.of(Planned):
        act = line.act
        if isinstance(act, Planned):
            rest = (act.action, capability_name(act.capability), act.responsible, act.contact, act.start)
            cells = tuple(Cell(text or "-") for text in (*rest, act.due))
            rows.append((Cell(act.issue, (line_of(line.entry),)), *cells))
    found = table("", heads, rows)
    return (Heading(_("Improvement plan")), *(found or (Words(_("Nothing was planned."), tone="dim"),)))
