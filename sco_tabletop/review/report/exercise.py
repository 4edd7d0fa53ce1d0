"""Facilitated exercises: the overview, the participants, the timeline. For the facilitator's version only."""

from __future__ import annotations

from ...conduct.acts import NO_ZONE, STAFF_TYPES, Called, Ended, Joined, Started
from ...conduct.board import Happened
from ...core.events import ExerciseEnded, RoundBegan
from ...i18n import _, n_
from ...record.save import line_of
from ...wording import words
from ...wording.conduct import called_text, deed_text
from ...wording.conducted import policy_text
from ...wording.times import minute_text, time_text
from ..evaluation import Cut, Evaluation
from .dossier import Dossier
from .model import Block, Cell, Heading, Points, Table, Words, table


def overview(of: Dossier) -> tuple[Block, ...]:
    """Name, dates, scope, objectives, scenario, participants (HSEEP: exercise overview)."""
    cells = [(Cell(what), Cell(value)) for what, value in _facts(of) if value]
    blocks: list[Block] = [Heading(_("Exercise overview")), Table("", (_("What"), _("Value")), tuple(cells))]
    if of.staff.cuts:
        cuts = (Words(cut_text(cut), (line_of(cut.entry),)) for cut in of.staff.cuts)
        blocks.append(Points(tuple(cuts)))
    if of.scenario.objectives:
        named = tuple(Words(objective.title) for objective in of.scenario.objectives)
        blocks += (Heading(_("Objectives"), 3), Points(named))
    return tuple(blocks)


def _facts(of: Dossier) -> list[tuple[str, str]]:
    """What and its value; what has no value is left out."""
    script, deck = of.staff.conduct.script, _("{deck}, version {version}")
    talk = of.discussion
    return [
        (_("Exercise"), of.scenario.title),
        (_("Script"), script.title),
        (_("Date"), of.day),
        (_("Exercise time"), span_text(of.staff, finished=of.finished)),
        (_("Scope"), scope_text(of)),
        (_("Played to"), "" if talk else played_text(of)),
        (_("Difficulty"), "" if talk else of.scenario.difficulty),
        (_("Scenario"), of.scenario.summary),
        (_("As scripted"), script.summary),
        (_("Facilitator"), of.staff.conduct.facilitator or "-"),
        (_("Participants"), people_text(of)),
        (_("Deck"), deck.format(deck=of.scenario.deck, version=of.scenario.version)),
        (_("Save"), of.name),
    ]


def played_text(of: Dossier) -> str:
    """The round reached, of all and of those planned."""
    text = _("round {round} of {rounds}, {planned} planned")
    planned = of.staff.conduct.script.rounds
    return text.format(round=of.public.round, rounds=of.scenario.numbers.rounds, planned=planned)


def span_text(staff: Evaluation, *, finished: bool) -> str:
    """Planned and real exercise time."""
    planned = minute_text(staff.conduct.script.minutes)
    started = any(isinstance(line.act, Started) for line in staff.lines)
    if not started:
        return _("not started; {planned} planned").format(planned=planned)
    end = time_text(staff.moment.clock)
    if finished:
        return _("{end} from StartEx to EndEx; {planned} planned").format(end=end, planned=planned)
    return _("{end} from StartEx to the end of the log; {planned} planned").format(end=end, planned=planned)


def scope_text(of: Dossier) -> str:
    """How far the process goes, how it was played."""
    policy = policy_text(of.staff.conduct.script.policy)
    if of.staff.discussion:
        return policy
    text = _("{depth}. {policy} The zones decided at the keyboard.")
    if of.staff.conduct.called:
        text = _("{depth}. {policy} Decisions were called out and entered by the facilitator.")
    depth = words.depth_name(of.scenario.depth)
    return text.format(depth=depth[:1].upper() + depth[1:], policy=policy)


def people_text(of: Dossier) -> str:
    """Who took part, with roles, in one line."""
    found = []
    for one in of.staff.board.participants:
        text = _("{name} ({role}, {zone})") if one.zone != NO_ZONE else _("{name} ({role})")
        zone = words.zone_code(of.scenario, one.zone) if one.zone != NO_ZONE else ""
        found.append(text.format(name=one.name, role=one.role, zone=zone))
    return "; ".join(found) or _("nobody was written down")


def cut_text(cut: Cut) -> str:
    """A rewind: what is not told because it was taken back."""
    text = n_(
        "Rewound at {at} to {to}: {count} entry in between was taken back and is not told.",
        "Rewound at {at} to {to}: {count} entries in between were taken back and are not told.",
        cut.undone,
    )
    return text.format(at=time_text(cut.clock), to=time_text(cut.to_clock), count=cut.undone)


def participants(of: Dossier) -> tuple[Block, ...]:
    """Appendix: name, role, zone; and who played the zones that nobody of them did."""
    rows: list[tuple[Cell, ...]] = []
    entries = {line.act: line.entry for line in of.staff.board.of(Joined)}
    for one in of.staff.board.participants:
        zone = words.zone_name(of.scenario, one.zone) if one.zone != NO_ZONE else "-"
        rows.append((Cell(one.name, (line_of(entries[one]),)), Cell(one.role), Cell(zone)))
    found: list[Block] = [Heading(_("Appendix: participants"))]
    heads = (_("Name"), _("Role"), _("Zone"))
    found += table("", heads, rows) or (Words(_("Nobody was written down.")),)
    if not of.staff.discussion:
        bots = [seat for seat in of.course.seats if seat.kind != "human"]
        text = _("Played by bots or standing by: {zones}.")
        names = ", ".join(words.zone_name(of.scenario, seat.zone) for seat in bots)
        found += (Words(text.format(zones=names), tone="dim"),)[: len(bots)]
    return tuple(found)


def timeline(of: Dossier) -> tuple[Block, ...]:
    """Appendix: the course of the exercise that stands, and what was cut out of it."""
    cuts = [(cut.entry, cut_text(cut)) for cut in of.staff.cuts]
    rows = sorted((*_rounds(of), *_acts(of), *cuts), key=lambda row: row[0])
    cells: list[tuple[Cell, ...]] = [
        (Cell(time_text(clock_at(of, number))), Cell(text, (line_of(number),))) for number, text in rows
    ]
    found = table("", (_("Exercise time"), _("What happened")), cells)
    return (Heading(_("Appendix: timeline")), *(found or (Words(_("Nothing has happened yet.")),)))


def clock_at(of: Dossier, entry: int) -> int:
    """Exercise time at an entry: its own, else that of the last before it."""
    return max((clock for number, clock in of.staff.clocks.items() if number <= entry), default=0)


def counts(line: Happened) -> bool:
    """True if an act is part of what is told."""
    return line.stands or isinstance(line.act, STAFF_TYPES)


def _acts(of: Dossier) -> list[tuple[int, str]]:
    found = []
    for line in of.staff.lines:
        text = deed_text(of.scenario, line.act) if counts(line) else ""
        if isinstance(line.act, Called) and line.entry in of.staff.board.records:
            text = called_text(of.scenario, line.act)
        if text:
            found.append((line.entry, text))
    return found


def _rounds(of: Dossier) -> list[tuple[int, str]]:
    if of.staff.discussion:
        return []
    found = []
    for move in of.course.moves:
        for event in move.events:
            if isinstance(event, RoundBegan):
                found.append((move.line - 1, _("Round {round} begins.").format(round=event.round)))
            if isinstance(event, ExerciseEnded) and not _called(of, move.line - 1):
                found.append((move.line - 1, words.end_reason(event.reason)))
    return found


def _called(of: Dossier, entry: int) -> bool:
    return any(line.entry == entry and isinstance(line.act, Ended) for line in of.staff.lines)
