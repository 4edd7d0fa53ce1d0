"""The MSEL as conducted, and the decision log. For the facilitator's version only."""

from __future__ import annotations

from itertools import takewhile

from ...conduct.acts import Called, Completed, Composed, Held, Postponed, Released, Skipped
from ...conduct.board import Item
from ...conduct.script import Inject
from ...core.events import Told, TurnEnded
from ...i18n import _
from ...record.save import line_of
from ...wording import words
from ...wording.conducted import (
    caller_text,
    narrative_text,
    planned_text,
    reason_text,
    status_text,
)
from ...wording.delivery import recipients_text
from ...wording.times import minute_text, time_text
from ..course import Move
from ..evaluation import Evaluation
from .dossier import Dossier
from .exercise import clock_at, counts
from .model import Block, Cell, Heading, Table, Words, table

_ACTS = (Released, Composed, Held, Skipped, Completed)


def as_conducted(of: Dossier) -> tuple[Block, ...]:
    """One row a line of the script, then those written on the spot, then lines for the staff."""
    staff = of.staff
    rows = [_row(of, item) for item in staff.board.items.values()]
    rows += [_staff_row(one) for one in staff.conduct.script.injects if not one.delivered]
    heads = (
        _("Number"),
        _("Title"),
        _("Planned"),
        _("Actual"),
        _("To"),
        _("Status"),
        _("Reason"),
        _("Actual narrative"),
    )
    return (
        Heading(_("MSEL as conducted")),
        Words(_("Times are exercise time; a line keeps its number."), tone="dim"),
        *table("", heads, rows),
    )


def _row(of: Dossier, item: Item) -> tuple[Cell, ...]:
    status = status_text(item, of.staff.moment)
    return (
        Cell(item.inject.id, entry_lines(of.staff, item.inject.id)),
        Cell(item.inject.title),
        Cell(planned_text(item)),
        Cell(time_text(item.clock) if item.out else "-"),
        Cell(recipients_text(of.scenario, *item.recipients)),
        Cell(status, tone="" if item.out else "dim"),
        Cell(reason_text(item)),
        Cell(narrative_text(item)),
    )


def _staff_row(inject: Inject) -> tuple[Cell, ...]:
    planned = minute_text(inject.minute) if inject.minute >= 0 else "-"
    status = _("for the staff")
    told = _("{title}: {text}").format(title=inject.title, text=inject.expected or inject.message)
    return (
        Cell(inject.id),
        Cell(told),
        Cell(planned),
        Cell("-"),
        Cell(_("staff")),
        Cell(status, tone="dim"),
        Cell(""),
        Cell(""),
    )


def entry_lines(staff: Evaluation, number: str) -> tuple[int, ...]:
    """Lines of the save with what was done to an inject, as far as it stands."""
    found = []
    for line in staff.lines:
        act = line.act
        own = (isinstance(act, _ACTS) and act.inject == number) or (
            isinstance(act, Postponed) and number in act.injects
        )
        if own and counts(line):
            found.append(line_of(line.entry))
    return tuple(found)


def decisions(of: Dossier) -> tuple[Block, ...]:
    """Every decision that stands, with its exercise time and who gave it."""
    rows = _called(of) if of.staff.discussion else sorted((*_called(of), *_decided(of)), key=_line)
    heads: tuple[str, ...] = (_("Exercise time"), _("Round"), _("Zone"), _("By"), _("Decision"))
    if of.staff.discussion:
        heads, rows = heads[:1] + heads[2:], [row[:1] + row[2:] for row in rows]
    found: tuple[Block, ...] = (Table("", heads, tuple(rows)),)
    return (
        Heading(_("Decision log")),
        *(found if rows else (Words(_("No decision was written down.")),)),
    )


def _line(row: tuple[Cell, ...]) -> int:
    return row[-1].lines[0]


def _called(of: Dossier) -> list[tuple[Cell, ...]]:
    found: list[tuple[Cell, ...]] = []
    for line in of.staff.board.of(Called):
        act = line.act
        assert isinstance(act, Called)
        said = _("{text} (inject {number})") if act.inject else "{text}"
        found.append(
            (
                Cell(time_text(line.clock)),
                Cell(str(line.round)),
                Cell(caller_text(of.scenario, act.zone)),
                Cell(_("called out")),
                Cell(said.format(text=act.text, number=act.inject), (line_of(line.entry),)),
            )
        )
    return found


def _decided(of: Dossier) -> list[tuple[Cell, ...]]:
    found: list[tuple[Cell, ...]] = []
    for move in of.course.moves:
        text = decision_text(of, move) if move.by else ""
        if text:
            found.append(
                (
                    Cell(time_text(clock_at(of, move.line - 1))),
                    Cell(str(move.round)),
                    Cell(words.zone_name(of.scenario, move.zone)),
                    Cell(by_text(of, move)),
                    Cell(text, (move.line,)),
                )
            )
    return found


def decision_text(of: Dossier, move: Move) -> str:
    """What was decided, as everybody was told it; else what the zone itself was told. What follows the end
    of a turn is the network's doing."""
    own = list(takewhile(lambda event: not isinstance(event, TurnEnded), move.events))
    public = [event for event in own if event.told is Told.PUBLIC]
    rest = [event for event in own if event.told is Told.ZONE]
    return next((text for event in (*public, *rest) if (text := of.quoter.text(event))), "")


def by_text(of: Dossier, move: Move) -> str:
    """Who decided: a bot by its tier, a player by name, or the facilitator who entered what was called."""
    seat = next((seat for seat in of.course.seats if seat.zone == move.zone), None)
    if seat is not None and seat.kind == "bot" and seat.player == move.by:
        return _("bot ({tier})").format(tier=move.by)
    if of.staff.conduct.called and (seat is None or seat.player == move.by):
        return _("entered by the facilitator")
    return move.by
