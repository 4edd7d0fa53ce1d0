"""All states in one table: their levels with loans, teams, influence, and their file on the persona under the
eye. A pure function from a view to lines."""

from __future__ import annotations

from rich.cells import cell_len

from ...core.commands import SendTeam
from ...core.rules.depth import plays
from ...core.words import CATEGORIES
from ...i18n import _
from ...wording import words
from ..look import Look
from ..text import Line, Part, Row, Sheet, block, line, pad
from .board import holding

FEW, MOST, NARROW = 9, 14, 6
"""Cells for the name of a discipline, at least and at most; cells for the code of a state."""
SMALL = 5
REST = 16
"""Cells for teams, influence and the file."""


def sheet(look: Look, columns: int, rows: int) -> Sheet:  # noqa: ARG001
    """One row a state."""
    inner = columns - 2
    names = name_width(look, inner)
    cell = max(FEW, min(MOST, (inner - names - REST) // CATEGORIES))
    found = [Row(head(look, names, cell))]
    states = range(len(look.view.public.zones))
    found += [Row(row(look, zone, names, cell), ("state", zone)) for zone in states]
    text = _("Level 3 is best, · none, +n by a loan, → has lent. Teams: free/all. File: what they hold.")
    found += [Row(()), *(Row(of) for of in block(text, inner, "dim"))]
    title = line((_("Levels"), "title"), " ", _("of all states"))
    if look.view.entry(look.persona):
        title += line("  ", (_("File: {persona}").format(persona=look.alias(look.persona)), "dim"))
    return Sheet(title, tuple(found), start=("state", look.place))


def name_width(look: Look, columns: int) -> int:
    """Cells for a state: its name where there is room, else its code."""
    longest = max(cell_len(look.name(zone)) for zone in range(len(look.view.public.zones)))
    return longest + 4 if columns >= longest + 4 + CATEGORIES * FEW + REST else NARROW


def head(look: Look, names: int, cell: int) -> Line:
    """The heads of the columns."""
    sc = look.view.scenario
    text = pad(_("State"), names) + "".join(
        pad(words.discipline_name(sc, d), cell - 1) + " " for d in range(CATEGORIES)
    )
    if plays(sc.depth, SendTeam):
        text += pad(_("Teams"), SMALL + 1)
    text += pad(_("Infl"), SMALL) + (_("File") if look.view.entry(look.persona) else "")
    return line((text, "dim"))


def row(look: Look, zone: int, names: int, cell: int) -> Line:
    """One state."""
    view, board = look.view, look.view.public.zones[zone]
    own = "★" if zone in look.mine else " "
    name = look.name(zone) if names > NARROW else look.code(zone)
    lent = "" if not board.lent else " →" if names > NARROW else "→"
    parts: list[Part] = [(pad(f"{own}{name}{lent}", names), "strong" if zone in look.mine else "text")]
    for discipline in range(CATEGORIES):
        level, printed = board.level(discipline), board.levels[discipline]
        loan = f"+{level - printed}" if level > printed else ""
        text = f"{printed or ('0' if loan else '·')}{loan}"
        parts.append((pad(text, cell), "good" if level >= 3 else "text" if level else "dim"))
    if plays(view.scenario.depth, SendTeam):
        parts.append(pad(f"{view.public.free_teams(zone)}/{board.teams}", SMALL + 1))
    parts.append(pad(str(board.influence), SMALL))
    entry = view.entry(look.persona)
    if entry is not None:
        held = entry.held[zone]
        parts.append(holding(view, held, entry.unverified[zone]) if held >= 0 else (_("none"), "dim"))
    return line(*parts)
