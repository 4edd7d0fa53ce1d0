"""The links that this zone knows, drawn: personas as nodes, known links as lines between them.

A pure function from a look to lines, and the pane round it. Nothing is drawn that is not on the Index, and no
line that is not on an own file.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from rich.cells import cell_len
from textual import events
from textual.message import Message

from ...core.progress import known_links, progress
from ...core.words import COMMANDER, Function
from ...i18n import _
from ...wording import words
from ..graph import GAP, Layout, Node, arms, layout, neighbour
from ..joints import JOINTS
from ..look import Look
from ..text import Line, Row, Sheet, Span, Tone, block, cut, legend_lines, line
from .pane import Pane

LAYERS: Final = {
    Function.LEADER: 0,
    Function.PLANNER: 1,
    Function.FINANCIER: 1,
    Function.ARMOURER: 1,
    Function.RECRUITER: 1,
}
LOWEST: Final = 2
NARROW_NODE, WIDE_NODE, ROOMY = 12, 18, 100
MARGIN: Final = 1
"""Blank columns on both sides of a node, where no line runs."""
Drawn = tuple[str, Tone]
Faced = Callable[[int, int], list[Drawn]]
"""The rows of a node, by its number and how many rows it has."""


def sheet(look: Look, columns: int, rows: int) -> Sheet:
    """The graph with the links of the persona under the eye heavy, and the same in words below."""
    below = footing(look, columns)
    area = max(1, rows - len(below))
    title = line((_("Links"), "title"), " ", whose(look))
    if not look.view.public.index:
        return Sheet(title, (Row(line(_("No persona is on the Index yet."))),))
    plan = planned(look, columns, area)
    heavy = frozenset(link for link in plan.ways if look.persona in link)
    canvas = drawn(look, plan, heavy, columns)
    first = shift(look, plan, area)
    shown = canvas[first : first + area]
    shown += [()] * (area - len(shown))
    return Sheet(title, tuple(Row(of) for of in (*shown, *below)))


def whose(look: Look) -> str:
    """Whose knowledge is drawn."""
    if look.view.zone == COMMANDER:
        return _("what everybody knows")
    return _("what {zone} knows").format(zone=look.name(look.view.zone))


def planned(look: Look, columns: int, rows: int) -> Layout:
    """Where the nodes stand."""
    index = look.view.public.index
    nodes = tuple(Node(p, LAYERS.get(index[p].function, LOWEST)) for p in sorted(index))
    key = (nodes, known_links(look.view), node_width(look, columns) + 2 * MARGIN, columns, rows)
    if key not in look.plans:
        look.plans = {key: layout(*key)}
    return look.plans[key]


def node_width(look: Look, columns: int) -> int:
    """Cells of a node: its two rows, and so much more for all on one row as costs no node beside it."""

    def widest(high: int) -> int:
        faces = [face(look, persona, high, columns) for persona in look.view.public.index]
        return max(cell_len(text) for rows in faces for text, _tone in rows)

    most, around = WIDE_NODE if columns >= ROOMY else NARROW_NODE, 2 * MARGIN + GAP
    least = min(most, widest(2))
    a_row = max(1, (columns + GAP) // (least + around))
    return max(least, min(widest(1), (columns + GAP) // a_row - around))


def face(look: Look, persona: int, high: int, cells: int) -> list[Drawn]:
    """A node's rows: stage and alias, then the function; on one row the function in two letters, and the
    alias cut to what is left of the cells."""
    view = look.view
    entry = view.public.index[persona]
    file = view.file(persona)
    more = "+" if file is not None and not file.exhausted else ""
    mark = "▸" if persona == look.persona else "+" if look.touches(persona) else " "
    glyph = words.progress_glyph(progress(entry))
    tone: Tone = "key" if persona == look.persona else "strong" if file is not None else "dim"
    alias = look.alias(persona)
    if high == 1:
        short = words.function_short(entry.function)
        before = f"{mark}{glyph} {short} "
        return [(f"{before}{cut(alias, cells - cell_len(before + more))}{more}", tone)]
    return [(f"{mark}{glyph} {alias}{more}", tone), (words.function_name(entry.function), "text")]


def drawn(look: Look, plan: Layout, heavy: frozenset[tuple[int, int]], columns: int) -> list[Line]:
    """What this zone knows."""
    caption = _("No link known:") if plan.ways else no_links(look)

    def faced(persona: int, high: int) -> list[Drawn]:
        return face(look, persona, high, plan.places[persona].width - 2 * MARGIN)

    return painted(plan, heavy, faced, caption, columns)


def painted(
    plan: Layout, heavy: frozenset[tuple[int, int]], faced: Faced, caption: str, columns: int
) -> list[Line]:
    """Lines first, then the nodes over them; `caption` stands over the nodes without a link."""
    pieces: dict[int, list[tuple[int, str, Tone]]] = {}
    joints = arms(plan.ways, heavy)
    for (row, column), (up, down, left, right) in joints.items():
        strong = 2 in (up, down, left, right)
        joint = JOINTS[up * 27 + down * 9 + left * 3 + right]
        pieces.setdefault(row, []).append((column, joint, "key" if strong else "dim"))
    for persona, place in plan.places.items():
        for n, (text, tone) in enumerate(faced(persona, place.high)):
            text = cut(text, place.width - 2 * MARGIN)
            on_row = pieces.setdefault(place.row + n, [])
            on_row.append((place.column + MARGIN, text, tone))
            end, edge = place.column + 2 * MARGIN + cell_len(text), place.column + place.width
            arm = joints.get((place.row + n, edge), (0, 0, 0, 0))[2]
            if arm and end < edge:
                on_row.append((end, JOINTS[arm * 3 + arm] * (edge - end), "key" if arm == 2 else "dim"))
    if plan.apart >= 0:
        pieces.setdefault(plan.apart, []).append((0, cut(caption, columns), "dim"))
    return [laid(pieces.get(row, [])) for row in range(plan.rows)]


def no_links(look: Look) -> str:
    """Why there is no line at all."""
    if look.view.zone == COMMANDER:
        return _("Links stand in the files of the zones; the Index shows none.")
    return _("No link is known yet. Trace finds them (R5.4).")


def laid(pieces: list[tuple[int, str, Tone]]) -> Line:
    """Pieces of a row in their columns."""
    spans: list[Span] = []
    at = 0
    for column, text, tone in sorted(pieces):
        if column > at:
            spans.append(Span(" " * (column - at)))
        spans.append(Span(text, tone))
        at = column + cell_len(text)
    return tuple(spans)


def footing(look: Look, columns: int) -> list[Line]:
    """The links of the persona under the eye in words, and the legend."""
    known = look.persona in look.view.public.index and look.view.zone != COMMANDER
    found = block(in_words(look), columns, "lead") if known else []
    return [*found, *legend_lines(legend_text(look), columns)]


def in_words(look: Look) -> str:
    """Whom the persona under the eye is linked to, and whether more may be found."""
    view, persona = look.view, look.persona
    file = view.file(persona)
    ends = [p for link in known_links(view) if persona in link for p in link if p != persona]
    others = ", ".join(look.alias(p) for p in ends)
    if file is None:
        return _("{persona}: no file here.").format(persona=look.alias(persona))
    if file.exhausted and others:
        text = _("{persona} is linked to {others}. No further link is to be found.")
    elif file.exhausted:
        text = _("{persona} has no link to be found.")
    elif others:
        text = _("{persona} is linked to {others}. More may be found by Trace.")
    else:
        text = _("{persona}: no link is known. Trace may find one.")
    return text.format(persona=look.alias(persona), others=others)


def legend_text(look: Look) -> str:
    """The glyphs in words."""
    text = _("○ found  ● investigated  ◇ identified  ◎ located  ▲ staged  name+ more links")
    if look.elsewhere:
        held = _("+ file in {zone}").format(zone=look.code(look.place))
        return f"{text}  {held}"
    return text


def shift(look: Look, plan: Layout, rows: int) -> int:
    """The first row shown of a graph higher than its pane: the persona under the eye is seen."""
    place = plan.places.get(look.persona)
    if plan.rows <= rows or place is None:
        return 0
    return max(0, min(place.row - rows // 2, plan.rows - rows))


class GraphPane(Pane):
    """The graph; tells the room which persona was chosen."""

    class Picked(Message):
        """A persona was chosen; `again` if the eye was on it already."""

        def __init__(self, persona: int, *, again: bool) -> None:
            super().__init__()
            self.persona, self.again = persona, again

    def __init__(self, look: Look, *, id: str) -> None:
        super().__init__(lambda columns, rows: sheet(self.look, columns, rows), id=id)
        self.look = look

    @property
    def plan(self) -> Layout:
        """What is drawn at the moment."""
        columns, rows = self.space
        return planned(self.look, columns, max(1, rows - len(footing(self.look, columns))))

    def pick(self, persona: int) -> None:
        """Tell the room."""
        self.post_message(self.Picked(persona, again=persona == self.look.persona))

    def go(self, across: int, down: int) -> None:
        """To the next node in a direction, if there is one."""
        there = neighbour(self.plan.places, self.look.persona, across, down)
        if there != self.look.persona:
            self.pick(there)

    def action_step(self, step: int) -> None:
        """Up or down."""
        self.go(0, 1 if step > 0 else -1)

    def action_turn(self, step: int) -> None:
        """Left or right."""
        self.go(step, 0)

    def on_click(self, event: events.Click) -> None:
        """The node under the mouse."""
        plan, columns, rows = self.plan, *self.space
        area = max(1, rows - len(footing(self.look, columns)))
        row, column = event.y - 1 + shift(self.look, plan, area), event.x - 1
        for persona, place in plan.places.items():
            if (row, column) in place.cells():
                self.pick(persona)
        event.prevent_default()
