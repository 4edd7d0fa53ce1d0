"""The pictures of the report: timeline, knowledge curves, knowledge flow, network.

Each says in words and tables beside it what it draws; glyphs stand beside colours. Knows a dossier.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby
from math import cos, pi, sin

from ...core.events import CardDrawn, HourCalled, MainPlotFired, PlotFired, Recruited
from ...core.words import COMMANDER, Function
from ...i18n import _
from ...wording import words
from ..course import walk
from ..measures import Fate, Fortune
from ..records import Close, Flow
from . import svg
from .dossier import Dossier
from .model import Picture
from .svg import WIDTH
from .terms import fate_text

LEFT, RIGHT, TOP = 34.0, 14.0, 26.0
TALL = 110.0


class Axis:
    """Rounds along the picture's width."""

    def __init__(self, rounds: int, left: float = LEFT) -> None:
        self.rounds, self.left = max(1, rounds), left
        self.step = (WIDTH - left - RIGHT) / self.rounds

    def middle(self, number: int) -> float:
        """The middle of a round's column."""
        return self.left + self.step * (number - 0.5)

    def heads(self, y: float) -> list[str]:
        """The numbers of the rounds."""
        return [svg.text(self.middle(n), y, f"{n}", "dim", "middle") for n in range(1, self.rounds + 1)]


def legend(y: float, items: list[tuple[str, str]]) -> list[str]:
    """Colour and word, side by side."""
    parts, x = [], LEFT
    for kind, name in items:
        parts += [svg.box(x, y - 8, 14, 8, kind), svg.text(x + 18, y, name)]
        x += 30 + len(name) * svg.LETTER
    return parts


def polyline(
    axis: Axis, closes: tuple[Close, ...], value: Callable[[Close], float], most: float, kind: str
) -> str:
    """One curve, its values as shares of `most`."""
    points = [
        (axis.middle(close.round), TOP + TALL * (1 - min(1.0, value(close) / (most or 1))))
        for close in closes
    ]
    return svg.path(points, kind) + "".join(svg.disc(x, y, 2.5, kind) for x, y in points)


def timeline(of: Dossier) -> Picture:
    """Threat, alert and public trust as shares of their limits, and what happened in each round."""
    numbers, axis, closes = of.scenario.numbers, Axis(of.flow.rounds), of.flow.closes
    parts = [
        *axis.heads(14),
        svg.text(LEFT - 4, TOP + 4, _("100%"), "dim", "end", 9),
        svg.text(LEFT - 4, TOP + TALL, "0", "dim", "end", 9),
        svg.line(LEFT, TOP, WIDTH - RIGHT, TOP),
        svg.line(LEFT, TOP + TALL, WIDTH - RIGHT, TOP + TALL),
        polyline(axis, closes, lambda c: c.threat, numbers.threat_limit, "alarm"),
        polyline(axis, closes, lambda c: c.alert, numbers.alert_max, "lead"),
        polyline(axis, closes, lambda c: c.trust, numbers.trust, "good"),
    ]
    y = TOP + TALL + 18
    items = [("alarm", _("threat")), ("lead", _("alert")), ("good", _("public trust"))]
    parts += legend(y, items)
    for name, marks in rows_of(of):
        y += 17
        parts.append(svg.text(0, y, name, "dim", size=9, room=LEFT + 4))
        for number, glyphs in marks.items():
            shown = counted(glyphs)
            parts.append(svg.text(axis.middle(number), y, shown, "", "middle", room=axis.step + 8))
    caption = _(
        "Timeline: threat, alert and public trust at the end of each round, as shares of their limits; "
        "below, per round: ▪ inject, ◇ name, ▲ team staged, ⊕ recruit, ‼ plot fired, ★ H-hour."
    )
    if not of.flow.strikes_played:
        caption = _(
            "Timeline: threat, alert and public trust at the end of each round, as shares of their limits; "
            "below, per round: ▪ inject, ◇ name, ⊕ recruit, ‼ plot fired."
        )
    if not of.flow.names_played:
        caption = _(
            "Timeline: threat, alert and public trust at the end of each round, as shares of their limits; "
            "below, per round: ▪ inject, ⊙ new on the Index, ⌂ attributed, ⊕ recruit."
        )
    return Picture(svg.drawing(y + 10, caption, parts), caption)


def counted(glyphs: str) -> str:
    """The same glyph more than twice is one with its number, so that a round's stay in its column."""
    runs = ((glyph, len(list(run))) for glyph, run in groupby(glyphs))
    return "".join(f"{glyph}{many}" if many > 2 else glyph * many for glyph, many in runs)


def first_rounds(flow: Flow) -> list[int]:
    """The round in which each persona came on the Index."""
    first: dict[int, int] = {}
    for held in flow.held:
        first.setdefault(held.persona, held.round)
    return list(first.values())


def rows_of(of: Dossier) -> list[tuple[str, dict[int, str]]]:
    """What happened, as glyphs by round, in rows."""
    work: dict[int, str] = {}
    net: dict[int, str] = {}
    for name in of.flow.names:
        work[name.round] = work.get(name.round, "") + "◇"
    for deed in of.flow.staged:
        work[deed.round] = work.get(deed.round, "") + "▲"
    if not of.flow.names_played:
        for number in first_rounds(of.flow):
            work[number] = work.get(number, "") + "⊙"
        for number, _line in of.flow.attributed.values():
            work[number] = work.get(number, "") + "⌂"
    for at in walk(of.course):
        glyph = ""
        match at.event:
            case CardDrawn():
                glyph = "▪"
            case Recruited():
                glyph = "⊕"
            case PlotFired() | MainPlotFired():
                glyph = "‼"
            case HourCalled():
                glyph = "★"
            case _:
                continue
        net[at.round] = net.get(at.round, "") + glyph
    return [(_("work"), work), (_("events"), net)]


def curves(of: Dossier) -> Picture:
    """Knowledge over the rounds: traits held anywhere, at the zone that had to act, or by the reader; in find
    only, where there are no traits, personas found and attributed."""
    axis, closes, lines = Axis(of.flow.rounds), of.flow.closes, curves_of(of)
    most = max((value(close) for close in closes for _kind, _name, value in lines), default=1)
    parts = [
        *axis.heads(14),
        svg.text(LEFT - 4, TOP + 4, f"{most:.0f}", "dim", "end", 9),
        svg.text(LEFT - 4, TOP + TALL, "0", "dim", "end", 9),
        svg.line(LEFT, TOP + TALL, WIDTH - RIGHT, TOP + TALL),
        *(polyline(axis, closes, value, most, kind) for kind, _name, value in lines),
        *legend(TOP + TALL + 18, [(kind, name) for kind, name, _value in lines]),
    ]
    caption = _("Knowledge curves: traits of personas on file at the end of each round.")
    if not of.flow.names_played:
        caption = _("Knowledge curves: personas on the Index at the end of each round.")
    return Picture(svg.drawing(TOP + TALL + 28, caption, parts), caption)


def curves_of(of: Dossier) -> list[tuple[str, str, Callable[[Close], float]]]:
    """Colour, name and value of each curve."""
    if not of.flow.names_played:
        return [
            ("lead", _("on the Index"), lambda c: len(c.found)),
            ("good", _("attributed"), lambda c: len(c.attributed)),
        ]
    lines: list[tuple[str, str, Callable[[Close], float]]] = [
        ("good", _("held anywhere"), lambda c: c.pooled)
    ]
    if of.full:
        lines.append(("lead", _("held where it mattered"), lambda c: c.at_home))
    elif of.view.zone != COMMANDER:
        lines.append(("lead", _("held by you"), lambda c: c.own))
    return lines


# ---------------------------------------------------------------------- knowledge flow

NAMES = 118.0
ROW = 36.0


def flow_picture(of: Dossier) -> Picture:
    """A row an operative: per round traits held anywhere / at home; the bar is the gap from A to B."""
    axis = Axis(of.flow.rounds, NAMES)
    parts = axis.heads(14)
    fortunes = sorted(of.measures.fortunes, key=lambda f: (f.member.function, f.member.persona))
    for place, fortune in enumerate(fortunes):
        parts += flow_row(of, axis, fortune, TOP + place * ROW)
    y = TOP + len(fortunes) * ROW + 8
    parts += legend(y, [("alarm", _("lost")), ("lead", _("gap")), ("good", _("no gap"))])
    caption = _(
        "Knowledge flow: per operative and round the traits held anywhere / by the zone that had to act; A: "
        "identifiable from all files together, B: rightly named; the bar between them is the gap."
    )
    return Picture(svg.drawing(y + 10, caption, parts), caption)


def flow_row(of: Dossier, axis: Axis, fortune: Fortune, y: float) -> list[str]:
    """One operative."""
    sc, member = of.scenario, fortune.member
    star = "★ " if member.function is Function.LEADER else ""
    where = f"{words.function_name(member.function)}, {words.zone_code(sc, member.home)}"
    fate, tone = fate_text(of.flow, fortune.fate)
    parts = [
        svg.line(0, y - 2, WIDTH, y - 2),
        svg.text(0, y + 11, star + words.persona(sc, member.persona), "strong", room=NAMES - 16),
        svg.text(0, y + 23, where, "dim", size=9, room=NAMES - 4),
        svg.text(NAMES - 14, y + 11, fate[:1], tone, size=13),
    ]
    for number, (anywhere, home) in held_by_round(of.flow, member.persona, member.home).items():
        parts.append(svg.text(axis.middle(number), y + 11, f"{anywhere}/{home}", "dim", "middle", 10))
    if fortune.identifiable:
        parts += gap_bar(axis, fortune, y + 20)
    elif fortune.named:
        parts.append(svg.text(axis.middle(fortune.named), y + 28, "B", "good", "middle", 10))
    return parts


def gap_bar(axis: Axis, fortune: Fortune, y: float) -> list[str]:
    """From A to B; to the end of the picture if he was lost."""
    a = axis.middle(fortune.identifiable)
    b = WIDTH - RIGHT if fortune.lost else axis.middle(fortune.named)
    kind = "alarm" if fortune.lost else "lead" if (fortune.gap or 0) > 0 else "good"
    if not fortune.lost and fortune.gap == 0:
        return [svg.text(a, y + 8, "AB", "strong", "middle", 10)]
    parts = [svg.box(min(a, b), y + 2, abs(b - a), 6, kind)]
    before, after = ("A", "") if fortune.lost else ("A", "B") if a < b else ("B", "A")
    parts.append(svg.text(min(a, b) - 2, y + 9, before, "strong", "end", 10))
    parts.append(svg.text(max(a, b) + 2, y + 9, after, "strong", "start", 10))
    return parts


def held_by_round(flow: Flow, persona: int, home: int) -> dict[int, tuple[int, int]]:
    """Traits ever written down anywhere and at home, by round from the first one on."""
    found: dict[int, tuple[int, int]] = {}
    anywhere: set[int] = set()
    at_home: set[int] = set()
    for number in range(1, flow.rounds + 1):
        for fact in flow.facts:
            if fact.persona == persona and max(1, fact.round) == number:
                anywhere.add(fact.category)
                if fact.zone == home:
                    at_home.add(fact.category)
        if anywhere:
            found[number] = len(anywhere), len(at_home)
    return found


# ---------------------------------------------------------------------- network


def network_picture(of: Dossier) -> Picture | None:
    """The network as it was: the leader in the middle, the others round him, with what became of each."""
    members = sorted(of.flow.members, key=lambda m: (m.function, m.persona))
    if not members:
        return None
    height, middle = 400.0, (WIDTH / 2, 190.0)
    places: dict[int, tuple[float, float]] = {}
    around = [m for m in members if m.function is not Function.LEADER]
    for member in members:
        if member.function is Function.LEADER:
            places[member.persona] = middle
    for place, member in enumerate(around):
        angle = 2 * pi * place / len(around) - pi / 2
        places[member.persona] = middle[0] + 165 * cos(angle), middle[1] + 150 * sin(angle)
    fates = {f.member.persona: f.fate for f in of.measures.fortunes}
    parts = [
        svg.line(*places[m.persona], *places[other])
        for m in members
        for other in m.links
        if m.persona < other and other in places
    ]
    for member in members:
        parts += node(of, member.persona, places[member.persona], fates[member.persona])
    caption = _(
        "The network as it was: ✓ captured, ✗ escaped, ▲ staged, ◎ located, ◇ named, · on the Index, × never "
        "found; lines are links."
    )
    if not of.flow.strikes_played:
        caption = _("The network as it was: ◇ named, · on the Index, × never found; lines are links.")
    if not of.flow.names_played:
        caption = _(
            "The network as it was: ⌂ attributed, · on the Index, × never found, - not sought; lines are "
            "links."
        )
    return Picture(svg.drawing(height, caption, parts), caption)


def node(of: Dossier, persona: int, at: tuple[float, float], fate: Fate) -> list[str]:
    """One operative of the network."""
    sc = of.scenario
    member = next(m for m in of.flow.members if m.persona == persona)
    words_, tone = fate_text(of.flow, fate)
    alias = words.persona(sc, persona)
    where = f"{words.function_name(member.function)}, {words.zone_code(sc, member.home)}"
    x, y = at
    radius = 15 if member.function is Function.LEADER else 11
    return [
        svg.disc(x, y, radius, tone, f"{alias}: {words_}"),
        svg.text(x, y + 5, words_[:1], "onit", "middle", 13),
        svg.text(x, y + radius + 12, alias, "strong halo", "middle", room=120),
        svg.text(x, y + radius + 23, where, "dim halo", "middle", 9, room=130),
    ]
