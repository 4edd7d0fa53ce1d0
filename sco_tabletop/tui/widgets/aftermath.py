"""What is told after EndEx: the strike, the whole network drawn, who could have been known and when.

Pure functions from the view of a finished exercise, and from the review's fortunes, to lines.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from ...core.board import Revealed
from ...core.view import View
from ...core.words import Depth, Function, Struck
from ...i18n import _, n_
from ...wording import endex, words
from ...wording import result as says
from ..graph import Layout, Node, layout
from ..text import Line, Part, Tone, block, cut, legend_lines, line, pad
from .graph import LAYERS, LOWEST, MARGIN, Drawn, painted

if TYPE_CHECKING:
    from ...review.measures import Fortune

NODE, ROOMY_NODE, ROOMY = 16, 20, 100
"""Cells of a node at most, and from how many columns on it may be wider."""
ALIAS, FUNCTION, HOME, ROUND = 11, 14, 6, 7
"""Cells of the columns of the table."""


# ---------------------------------------------------------------------- the strike


def work(view: View, columns: int) -> list[Line]:
    """The strike, target by target; in a short depth what had been found out, one by one."""
    if view.scenario.depth is Depth.FULL:
        found = targets(view, columns) or block(_("No team struck."), columns, "dim")
        return [line((_("The strike, target by target"), "title")), *found]
    lines: list[Line] = [line((endex.title(view), "title"))]
    for text, counts in endex.findings(view):
        lines += block(text, columns, "good" if counts else "lead", first="✓ " if counts else "✗ ")
    return lines if len(lines) > 1 else [*lines, *block(endex.nothing(view), columns, "dim")]


def struck_mark(outcome: Struck) -> tuple[str, Tone]:
    """What a team found, as a glyph."""
    marks: dict[Struck, tuple[str, Tone]] = {
        Struck.CAPTURED: ("✓ ", "good"),
        Struck.ESCAPED: ("✗ ", "lead"),
        Struck.WRONGFUL: ("! ", "alarm"),
    }
    return marks[outcome]


def targets(view: View, columns: int) -> list[Line]:
    """Zone, persona, what was found."""
    found: list[Line] = []
    for capture, text in zip(view.public.captures, says.strike_lines(view), strict=True):
        glyph, tone = struck_mark(capture.outcome)
        found += block(text, columns, tone, first=glyph)
    return found


# ---------------------------------------------------------------------- the network, drawn


def network(view: View, columns: int, rows: int) -> list[Line]:
    """Everybody with his links, each with what became of him, and a legend."""
    members = {of.persona: of for of in view.public.network}
    most = ROOMY_NODE if columns >= ROOMY else NODE
    plan = planned(view, members, most, columns, rows)

    def face(persona: int, high: int) -> list[Drawn]:
        return faced(view, members[persona], most, high)

    drawn = painted(plan, frozenset(), face, _("Without a link:"), columns)
    return [*drawn, (), *legend_lines(legend(view.scenario.depth), columns)]


def planned(view: View, members: dict[int, Revealed], most: int, columns: int, rows: int) -> Layout:
    """Where everybody stands: the leader on top, as in the graph of the room."""
    nodes = tuple(Node(p, LAYERS.get(members[p].function, LOWEST)) for p in sorted(members))
    links = {
        (min(p, other), max(p, other)) for p, of in members.items() for other in of.links if other in members
    }
    faces = [text for of in members.values() for text, _tone in faced(view, of, most, 2)]
    wide = min(most, max((cell_len(text) for text in faces), default=most))
    return layout(nodes, tuple(sorted(links)), wide + 2 * MARGIN, columns, rows)


def faced(view: View, of: Revealed, most: int, high: int) -> list[Drawn]:
    """What became of him and who he was, where he lived; below it what he did."""
    fate, tone = fate_of(view, of)
    alias, home = words.persona(view.scenario, of.persona), words.zone_code(view.scenario, of.zone)
    if high == 1:
        short = words.function_short(of.function)
        return [(f"{fate[:1]} {short} {cut(alias, most - 9)} {home}", tone)]
    alias = cut(alias, most - cell_len(home) - 3)
    return [(f"{fate[:1]} {alias} {home}", tone), (f"  {words.function_name(of.function)}", "text")]


def legend(depth: Depth) -> str:
    """The glyphs of the nodes in words."""
    texts = {
        Depth.FULL: _("✓ captured  ✗ escaped  ▲ staged  ◎ located  ◇ named  · on the Index  × never found"),
        Depth.INVESTIGATE: _("✓ rightly named  · not rightly named  × never found"),
        Depth.FIND: _("✓ attributed  · not attributed  × never found"),
    }
    return texts[depth]


def fate_of(view: View, of: Revealed) -> tuple[str, Tone]:
    """What became of an operative: glyph and words."""
    if view.scenario.depth is not Depth.FULL:
        return short_fate(view, of)
    for capture in view.public.captures:
        if capture.operative == of.persona:
            if capture.outcome is Struck.CAPTURED:
                return _("✓ captured"), "good"
            return _("✗ escaped"), "alarm"
    entry = view.public.index.get(of.persona)
    if entry is None:
        return _("× never found"), "alarm"
    if entry.staged >> of.zone & 1:
        return _("▲ staged, not struck"), "lead"
    if entry.located >> of.zone & 1:
        return _("◎ located, not struck"), "lead"
    if entry.named >> of.zone & 1:
        return _("◇ named, not struck"), "lead"
    return _("· on the Index, not named"), "lead"


def short_fate(view: View, of: Revealed) -> tuple[str, Tone]:
    """The same where nobody is struck."""
    text, counts = endex.fate(view, of)
    if counts:
        return f"✓ {text}", "good"
    sought = view.scenario.depth is not Depth.FIND or of.function is not Function.LEADER
    if sought and of.persona not in view.public.index:
        return f"× {text}", "alarm"
    return f"· {text}", "lead"


# ---------------------------------------------------------------------- when it could have been known


def knowledge(view: View, fortunes: tuple[Fortune, ...], columns: int) -> list[Line]:
    """Everybody on one line: where he lived, when he could have been known, when he was named, his end."""
    named = view.scenario.depth is not Depth.FIND and bool(fortunes)
    title = _("Who was where, and when it could have been known") if named else _("Who was where")
    found = [line((title, "title")), *lessons(view, fortunes, columns)]
    heads = (pad(_("Persona"), ALIAS), pad(_("Function"), FUNCTION), pad(_("Home"), HOME))
    rounds = (pad(_("All"), ROUND), pad(_("Own"), ROUND), pad(_("Named"), ROUND)) if named else ()
    found.append(line(("".join((*heads, *rounds, _("At the end"))), "dim")))
    by_persona = {fortune.member.persona: fortune for fortune in fortunes}
    for of in sorted(view.public.network, key=lambda o: (o.function, o.persona)):
        found += person(view, of, by_persona.get(of.persona) if named else None, columns)
    if named:
        text = _(
            "All: the round in which the files of all zones together told who he was; Own: the file of his "
            "home alone; Named: his home named him rightly (R11.1). R# is a round, - never."
        )
        found += block(text, columns, "dim")
    return found


def person(view: View, of: Revealed, fortune: Fortune | None, columns: int) -> list[Line]:
    """One operative; below him who he was in the own register."""
    sc = view.scenario
    fate, tone = fate_of(view, of)
    parts: list[Part] = [
        (pad(words.persona(sc, of.persona), ALIAS - 1) + " ", "strong"),
        pad(words.function_name(of.function), FUNCTION - 1) + " ",
        pad(words.zone_code(sc, of.zone), HOME),
    ]
    if fortune is not None:
        numbers = (fortune.identifiable, fortune.able, fortune.named)
        parts += [(pad(round_text(n), ROUND), "text" if n else "dim") for n in numbers]
    parts.append((fate, tone))
    if fortune is not None and fortune.member.joined:
        parts.append((_("  joined R{round}").format(round=fortune.member.joined), "dim"))
    lines = [line(*parts)]
    if of.zone == view.zone and of.person < len(view.seat.register):
        name = words.person(sc, view.seat.register[of.person])
        lines += block(_("in your register: {person}").format(person=name), columns, "dim", first="  = ")
    return lines


def round_text(number: int) -> str:
    """A round, a dash for never."""
    return _("R{round}").format(round=number) if number else "-"


def lessons(view: View, fortunes: tuple[Fortune, ...], columns: int) -> list[Line]:
    """How many were known to all together and not to the zone that had to act, and the longest wait."""
    known = [fortune for fortune in fortunes if fortune.identifiable]
    if not known:
        return []
    text = n_(
        "{count} of {total} could have been known from the files of all zones together.",
        "{count} of {total} could have been known from the files of all zones together.",
        len(known),
    ).format(count=len(known), total=len(fortunes))
    lines = block(text, columns)
    lost = [fortune for fortune in known if fortune.lost]
    if lost:
        names = ", ".join(words.persona(view.scenario, f.member.persona) for f in lost)
        text = _("Known to the coalition, never named at home: {names} (R11.2).").format(names=names)
        lines += block(text, columns, "alarm", first="! ")
    late = [fortune for fortune in known if fortune.gap and not fortune.lost]
    if late:
        worst = max(late, key=lambda fortune: fortune.gap or 0)
        text = n_(
            "The longest wait from there to the name: {count} round, for {persona}.",
            "The longest wait from there to the name: {count} rounds, for {persona}.",
            worst.gap or 0,
        )
        name = words.persona(view.scenario, worst.member.persona)
        lines += block(text.format(count=worst.gap, persona=name), columns, "lead")
    return lines
