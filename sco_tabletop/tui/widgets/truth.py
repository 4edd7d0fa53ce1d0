"""The truth for the facilitator: how the course stands in a few lines, and every operative beside what the
zones know. For the console alone."""

from __future__ import annotations

from ...conduct.due import Facts
from ...conduct.script import Fact
from ...core.scenario import Scenario
from ...core.seat import bits
from ...core.words import Depth
from ...i18n import _
from ...review.records import Member
from ...session.truth import Truth
from ...wording import words
from ...wording.triggers import fact_name
from ..text import Line, Row, Sheet, Tone, block, line, pad, wrap

SHOWN = (
    Fact.OPERATIVES,
    Fact.PERSONAS,
    Fact.IDENTIFIABLE,
    Fact.NAMED_RIGHT,
    Fact.NAMED_WRONG,
    Fact.LOCATED_RIGHT,
    Fact.STAGED,
    Fact.QUIET_ROUNDS,
    Fact.THREAT,
    Fact.ALERT,
    Fact.TRUST,
    Fact.PREPARATION,
    Fact.INFLUENCE,
)
WRONG = frozenset({Fact.NAMED_WRONG, Fact.QUIET_ROUNDS})
LABEL = 42


def facts_sheet(facts: Facts, before: Facts | None, columns: int) -> Sheet:
    """Each fact with what it was when the round began."""
    found = []
    for fact in SHOWN:
        value = facts.get(fact, 0)
        change = value - before.get(fact, 0) if before is not None else 0
        tone: Tone = "alarm" if fact in WRONG and value else "strong"
        room = min(LABEL, columns - 8)
        *above, name = wrap(fact_name(fact), room)
        moved = f"  {change:+d}" if change else ""
        found += [Row(line(text)) for text in above]
        found.append(Row(line(pad(name, room), (f"{value:>3}", tone), (moved, "dim"))))
    return Sheet(line((_("Course"), "title"), (_("  change this round"), "dim")), tuple(found))


def network_sheet(scenario: Scenario, truth: Truth, columns: int) -> Sheet:
    """One operative after another, the leader first."""
    inner = columns - 2
    members = sorted(truth.pool.members.values(), key=lambda of: (of.function, of.persona))
    found: list[Row] = []
    for member in members:
        head, *lines = operative(scenario, truth, member, inner)
        found += [Row(head, ("operative", member.persona)), *(Row(of) for of in lines), Row(())]
    title = line((_("The truth"), "title"), _("  beside what each zone knows  "), (_("EXERCISE"), "lead"))
    return Sheet(title, tuple(found))


def operative(scenario: Scenario, truth: Truth, member: Member, columns: int) -> list[Line]:
    """Who he is, then what the zones hold and whom they named."""
    person = truth.pool.person(member)
    name = words.person(scenario, person) if person else "?"
    text = _(" = {person}, {function}, home {zone}").format(
        person=name,
        function=words.function_name(member.function),
        zone=words.zone_name(scenario, member.home),
    )
    found = [line((words.persona(scenario, member.persona), "strong"), text)]
    entry = truth.pool.public.index.get(member.persona)
    if entry is None:
        return [*found, line((_("  × not on the Index: nobody has found him"), "lead"))]
    stage = words.stage_name(entry, member.home)
    text = _("  at home: {stage}").format(stage=stage)
    if truth.pool.identifiable(member):
        known: tuple[str, Tone] = (_("✓ identifiable from what the zones hold together"), "good")
    else:
        known = (_("× not identifiable yet from what the zones hold together"), "dim")
    found.append(line((text, "text"), "  ", known))
    found += [
        of for zone in range(len(scenario.zones)) for of in zone_lines(scenario, truth, member, zone, columns)
    ]
    return found


def zone_lines(scenario: Scenario, truth: Truth, member: Member, zone: int, columns: int) -> list[Line]:
    """What one zone holds on him, and whom it named; nothing if neither."""
    entry = truth.pool.public.index[member.persona]
    head = pad(f"  {words.zone_code(scenario, zone)}", 8)
    found: list[Line] = []
    if entry.held[zone] >= 0:
        held = words.category_list(scenario, entry.held[zone]) if entry.held[zone] else _("an empty file")
        text = _("holds {count}: {held}").format(count=len(bits(max(0, entry.held[zone]))), held=held)
        found += block(text, columns, first=head)
    named = truth.names.get((zone, member.persona))
    if named is None:
        return found
    register = truth.pool.registers.get(zone, ())
    name = words.person(scenario, register[named]) if named < len(register) else "?"
    if truth.right(zone, member.persona):
        return [*found, *block(_("✓ named {person}: right").format(person=name), columns, "good", first=head)]
    if scenario.depth is Depth.FULL:
        text = _("✗ named {person}: WRONG; a strike would be a wrongful detention")
    else:
        text = _("✗ named {person}: WRONG")
    return [*found, *block(text.format(person=name), columns, "alarm", first=head)]
