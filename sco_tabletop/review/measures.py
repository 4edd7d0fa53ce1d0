"""The after-action measures (section 11), each with the lines of the log that it rests on.

Knows a flow; rolls and decides nothing. A share with nothing to share in is None, never 0.
"""

from __future__ import annotations

from enum import Enum
from fractions import Fraction

import attrs

from ..core.words import CATEGORIES, Function, Result, Struck
from .records import NEVER, Fact, Flow, How, Member


class Fate(Enum):
    """What became of an operative. UNOPENED: named where he is at home, and the reader was not told
    whether it was he; ATTRIBUTED and UNSOUGHT (the leader): in find only."""

    CAPTURED = "captured"
    ESCAPED = "escaped"
    STAGED = "staged"
    LOCATED = "located"
    NAMED = "named"
    UNOPENED = "unopened"
    ATTRIBUTED = "attributed"
    UNSOUGHT = "unsought"
    FOUND = "found"
    UNKNOWN = "unknown"


@attrs.frozen
class Figure:
    """A number and the lines of the log that it was counted on. `value` is None where there is nothing."""

    value: Fraction | None
    lines: tuple[int, ...] = ()


@attrs.frozen
class Fortune:
    """One operative in the review. Rounds are NEVER (0) where it did not come to that; `gap` in rounds is
    None without an A; `lost`: A but never B (R11.2). `lines` belong to A, to "his zone could" and to B."""

    member: Member
    identifiable: int
    able: int
    named: int
    gap: int | None
    lost: bool
    fate: Fate
    lines: tuple[int, int, int]


@attrs.frozen
class Withheld:
    """A fact that lay in other zones while the one that had to act lacked it: from `since` to `until` (the
    home got it, named him, or the exercise ended), in rounds; `holders` are those who had it. `given`: the
    home got it in time; `handed`: by a share or a bulletin."""

    persona: int
    category: int
    home: int
    holders: tuple[int, ...]
    since: int
    until: int
    given: bool
    handed: bool
    line: int

    @property
    def rounds(self) -> int:
        """How long."""
        return self.until - self.since


@attrs.frozen
class Measures:
    """Section 11 for one exercise. Lost and the largest gap stand first (R11.2, R11.1)."""

    lost: Figure
    gap_max: int | None
    gap_mean: Fraction | None
    fortunes: tuple[Fortune, ...]
    withheld: tuple[Withheld, ...]
    redundancy: Figure
    synchrony: Figure
    wrongful: Figure
    captured: Figure


def measure(flow: Flow) -> Measures:
    """Everything of section 11 that the flow can tell."""
    fortunes = tuple(fortune(flow, member) for member in flow.members)
    gaps = [f.gap for f in fortunes if f.gap is not None]
    lost = [f for f in fortunes if f.lost]
    total = len(fortunes) if flow.names_played else 0
    captured = [s for s in flow.strikes if s.outcome is Struck.CAPTURED]
    wrongful = [s for s in flow.strikes if s.outcome is Struck.WRONGFUL]
    return Measures(
        lost=Figure(ratio(len(lost), total), tuple(f.lines[0] for f in lost)),
        gap_max=max(gaps, default=None),
        gap_mean=Fraction(sum(gaps), len(gaps)) if gaps else None,
        fortunes=fortunes,
        withheld=withheld(flow),
        redundancy=redundancy(flow),
        synchrony=synchrony(flow),
        wrongful=Figure(Fraction(len(wrongful)), tuple(s.line for s in wrongful)),
        captured=Figure(
            ratio(len(captured), len(fortunes) if flow.strikes_played else 0), tuple(s.line for s in captured)
        ),
    )


def ratio(part: int, whole: int) -> Fraction | None:
    """A share; None of nothing."""
    return Fraction(part, whole) if whole else None


def fortune(flow: Flow, member: Member) -> Fortune:
    """R11.1 for one operative. Never named counts as the round after the last."""
    persona = member.persona
    a_round, a_line = flow.identified.get(persona, (NEVER, NEVER))
    c_round, c_line = flow.able.get(persona, (NEVER, NEVER))
    b_round, b_line = flow.right.get(persona, (NEVER, NEVER))
    gap = (b_round or flow.rounds + 1) - a_round if a_round and flow.names_played else None
    return Fortune(
        member=member,
        identifiable=a_round,
        able=c_round,
        named=b_round,
        gap=gap,
        lost=gap is not None and not b_round,
        fate=fate(flow, member),
        lines=(a_line, c_line, b_line),
    )


def fate(flow: Flow, member: Member) -> Fate:
    """How far it came with him: struck, else how he stood at the last close."""
    if not flow.names_played:
        return found_only(flow, member)
    for strike in flow.strikes:
        if strike.found == member.persona:
            return Fate.CAPTURED if strike.outcome is Struck.CAPTURED else Fate.ESCAPED
    last = flow.closes[-1] if flow.closes else None
    if last is None or member.persona not in last.found:
        return Fate.UNKNOWN
    if member.persona not in last.rightly:
        unopened = any(n.persona == member.persona and n.right is None and not n.lost for n in flow.names)
        return Fate.UNOPENED if unopened else Fate.FOUND
    if member.persona in last.staged:
        return Fate.STAGED
    return Fate.LOCATED if member.persona in last.located else Fate.NAMED


def found_only(flow: Flow, member: Member) -> Fate:
    """R10.3: attributed or not; nobody seeks the leader in find only."""
    if member.persona in flow.attributed:
        return Fate.ATTRIBUTED
    if member.function is Function.LEADER:
        return Fate.UNSOUGHT
    known = any(held.persona == member.persona for held in flow.held)
    return Fate.FOUND if known else Fate.UNKNOWN


def redundancy(flow: Flow) -> Figure:
    """R11.3."""
    again = [a.line for a in flow.analyses if a.again]
    return Figure(ratio(len(again), len(flow.analyses)), tuple(again))


def synchrony(flow: Flow) -> Figure:
    """R11.4; nothing before the exercise has ended."""
    if not flow.ended:
        return Figure(None)
    last = [deed.line for deed in flow.staged if deed.round == flow.rounds]
    return Figure(ratio(len(last), len(flow.staged)), tuple(last))


# ---------------------------------------------------------------------- what was withheld


def due_line(flow: Flow, persona: int) -> int:
    """The line up to which the home zone had use for a fact: the right name, else the end of the log."""
    return flow.right.get(persona, (NEVER, NEVER))[1] or 1 << 62


def first_facts(flow: Flow, persona: int, category: int) -> tuple[Fact, ...]:
    """Each zone's first hold of a category of a persona, in the order of the log."""
    seen: dict[int, Fact] = {}
    for fact in flow.facts:
        if (fact.persona, fact.category) == (persona, category):
            seen.setdefault(fact.zone, fact)
    return tuple(seen.values())


def withheld(flow: Flow) -> tuple[Withheld, ...]:
    """Facts that other zones held before the home did, longest first (then by line)."""
    found = []
    for member in flow.members:
        for category in range(CATEGORIES):
            fact = one_withheld(flow, member, category)
            if fact is not None:
                found.append(fact)
    return tuple(sorted(found, key=lambda w: (-w.rounds, w.given, w.line, w.persona, w.category)))


def one_withheld(flow: Flow, member: Member, category: int) -> Withheld | None:
    """How long the home lacked a category that others held; None if it never did."""
    facts = first_facts(flow, member.persona, category)
    home = next((f for f in facts if f.zone == member.home), None)
    due = due_line(flow, member.persona)
    end = min(home.line, due) if home else due
    others = [f for f in facts if f.zone != member.home and f.line < end]
    if not others:
        return None
    named = flow.right.get(member.persona, (NEVER, NEVER))[0]
    given = home is not None and home.line <= due
    until = home.round if home is not None and given else named or flow.rounds
    holders = tuple(sorted(f.zone for f in others))
    return Withheld(
        persona=member.persona,
        category=category,
        home=member.home,
        holders=holders,
        since=others[0].round,
        until=until,
        given=given,
        handed=home is not None and given and home.how in (How.SHARE, How.BULLETIN),
        line=others[0].line,
    )


# ---------------------------------------------------------------------- the three mechanisms


def exchange(flow: Flow) -> Figure:
    """R11.6: of the facts that others held before the home did, the share that a file handed over brought to
    it in time. The lines are those where the others were first told."""
    facts = withheld(flow)
    handed = sum(w.handed for w in facts)
    return Figure(ratio(handed, len(facts)), tuple(w.line for w in facts if not w.handed))


def coordination(flow: Flow) -> Figure:
    """R11.7: of the operatives ever rightly named, the share that a team struck; nothing without H-hour."""
    if not flow.strikes_played:
        return Figure(None)
    struck = {s.found for s in flow.strikes}
    missed = [line for persona, (_round, line) in flow.right.items() if persona not in struck]
    named = len(flow.right)
    return Figure(ratio(named - len(missed), named), tuple(missed))


def levels_at_home(flow: Flow, levels: tuple[tuple[int, ...], ...]) -> tuple[tuple[Member, int], ...]:
    """(operative, category) that his home cannot answer with its own disciplines, for those on the Index."""
    last = flow.closes[-1].found if flow.closes else ()
    return tuple(
        (member, category)
        for member in flow.members
        if member.persona in last
        for category, level in enumerate(levels[member.home])
        if level == 0
    )


def complement(flow: Flow, levels: tuple[tuple[int, ...], ...]) -> Figure:
    """R11.8: of the traits that the home zone had no discipline for, the share that its file got; nothing
    where no traits are played."""
    if not flow.names_played:
        return Figure(None)
    wanted = levels_at_home(flow, levels)
    held = {(f.zone, f.persona, f.category): f.line for f in reversed(flow.facts)}
    got = [held[key] for m, c in wanted if (key := (m.home, m.persona, c)) in held]
    return Figure(ratio(len(got), len(wanted)), tuple(got))


def won(result: Result | None) -> bool:
    """R7.3: decisive or complete."""
    return result in (Result.COMPLETE, Result.DECISIVE)


def leader(flow: Flow) -> Member | None:
    """The leader, if the reader knows."""
    return next((m for m in flow.members if m.function is Function.LEADER), None)
