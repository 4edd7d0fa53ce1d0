"""The schematic map: borders derived from the deck's mask, a few words in each state.

A pure function from a view to lines; knows no country and draws no border that the mask does not have.
Heavy lines go round the selected state.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from rich.cells import cell_len

from ...core.board import Public
from ...core.commands import SendTeam
from ...core.rules.depth import plays
from ...core.scenario import Map
from ...core.words import Depth
from ...i18n import _
from ..joints import JOINTS
from ..look import Look
from ..text import Line, Row, Sheet, Span, Tone, block, clean, cut, line
from .tracks import influence_tone

NOBODY: Final = -1
INFLUENCE: Final = 1
"""Place of the influence among the facts of a state."""
NARROW: Final = 3
"""A row of fewer characters stays empty."""
Raster = tuple[tuple[int, ...], ...]


@lru_cache(maxsize=8)
def raster(mask: Map, zones: int, columns: int, rows: int) -> Raster:
    """Owner of each cell. The mask is enlarged by whole factors as far as there is room; a mask larger than
    the pane is thinned out to fit."""
    high, wide = len(mask.rows), max((len(row) for row in mask.rows), default=1)
    across, down = (columns - 1) // max(1, wide), (rows - 1) // max(1, high)
    out_wide = wide * across if across else max(1, columns - 1)
    out_high = high * min(down, max(1, across) + 1) if down else max(1, rows - 1)
    legend = mask.legend or "".join(chr(65 + z) for z in range(zones))
    lines = []
    for row in range(out_high):
        text = mask.rows[row * high // out_high].ljust(wide, ".")
        picked = (text[column * wide // out_wide] for column in range(out_wide))
        lines.append(tuple(legend.find(c) if c in legend else NOBODY for c in picked))
    return tuple(lines)


def middle(mask: Map, cells: Raster, zone: int) -> tuple[int, int]:
    """Row and column of a state's label on the enlarged or thinned-out map."""
    label = mask.labels[zone]
    high, wide = len(mask.rows), max(len(row) for row in mask.rows)
    return (2 * label.row + 1) * len(cells) // (2 * high), (2 * label.column + 1) * len(cells[0]) // (
        2 * wide
    )


def owner(cells: Raster, row: int, column: int) -> int:
    """Who owns a cell; outside nobody does."""
    if 0 <= row < len(cells) and 0 <= column < len(cells[row]):
        return cells[row][column]
    return NOBODY


@lru_cache(maxsize=32)
def borders(cells: Raster, selected: int) -> tuple[str, ...]:
    """The lines between states, one character for each corner of four cells."""

    def weight(one: int, other: int) -> int:
        return 0 if one == other else 2 if selected in (one, other) else 1

    drawn = []
    for row in range(len(cells) + 1):
        text = ""
        for column in range(len(cells[0]) + 1 if cells else 0):
            nw, ne = owner(cells, row - 1, column - 1), owner(cells, row - 1, column)
            sw, se = owner(cells, row, column - 1), owner(cells, row, column)
            joint = weight(nw, ne) * 27 + weight(sw, se) * 9 + weight(nw, sw) * 3 + weight(ne, se)
            text += JOINTS[joint]
        drawn.append(text)
    return tuple(drawn)


def run_at(drawn: tuple[str, ...], cells: Raster, zone: int, row: int, column: int) -> tuple[int, int]:
    """First and last free character of a state's row around a column; (0, -1) if there is none."""
    if not (0 <= row < len(drawn) and 0 <= column < len(drawn[row])):
        return 0, -1
    if drawn[row][column] != " " or owner(cells, row, column) != zone:
        return 0, -1
    left = right = column
    while left > 0 and drawn[row][left - 1] == " ":
        left -= 1
    while right + 1 < len(drawn[row]) and drawn[row][right + 1] == " ":
        right += 1
    return left, right


def names(look: Look, zone: int) -> tuple[str, str]:
    """What a state is called on the map, at length and by its code alone; marks for yours, the chair, and a
    possible home of the persona under the eye."""
    marks = ("★" if zone in look.mine else "") + ("◆" if zone == look.view.public.chair else "")
    marks += "⌂" if look.homes() >> zone & 1 else ""
    code = clean(f"{marks} {look.code(zone)}".strip())
    return f"{code} {clean(look.name(zone))}", code


def facts(look: Look, zone: int) -> list[tuple[str, Tone]]:
    """What stands in a state: name, influence, teams, warnings - glyph and word or number."""
    public, numbers = look.view.public, look.view.scenario.numbers
    board = public.zones[zone]
    found: list[tuple[str, Tone]] = [(names(look, zone)[0], "strong")]
    gauge = "▮" * board.influence + "▯" * (numbers.influence_max - board.influence)
    text = _("infl {gauge} {number}").format(gauge=gauge, number=board.influence)
    found.append((text, influence_tone(look, zone)))
    teams = _("▲ teams {number}").format(number=board.teams)
    staged = public.staged_in(zone)
    if staged:
        teams = _("▲ {number}, {staged} staged").format(number=board.teams, staged=staged)
    if plays(look.view.scenario.depth, SendTeam):
        found.append((teams, "good" if staged else "text"))
    found += warning(public, zone)
    if look.homes() >> zone & 1:
        found.append((_("⌂ may be home"), "lead"))
    return found


def warning(public: Public, zone: int) -> list[tuple[str, Tone]]:
    """Plot warnings of a state, and whether it is protected."""
    found: list[tuple[str, Tone]] = []
    due = [plot.due for plot in public.plots if plot.zones >> zone & 1]
    if due:
        found.append((_("‼ plot R{round}").format(round=min(due)), "alarm"))
    if public.protected(zone):
        found.append((_("▣ protected"), "good"))
    return found


def legend_text(depth: Depth) -> str:
    """What the glyphs mean that this depth can show."""
    texts = {
        Depth.FIND: _("★ yours  ◆ chair  ▮ influence"),
        Depth.INVESTIGATE: _("★ yours  ◆ chair  ▮ influence  ‼ plot and its round  ▣ protected"),
        Depth.FULL: _("★ yours  ◆ chair  ▲ teams/staged  ▮ influence  ‼ plot and its round  ▣ protected"),
    }
    return texts[depth]


def homes_text(look: Look, columns: int) -> list[Line]:
    """Whose possible homes are marked."""
    if not look.homes():
        return []
    text = _("⌂ {persona} may live there").format(persona=look.alias(look.persona))
    return block(text, columns, "lead")


def sheet(look: Look, columns: int, rows: int) -> Sheet:
    """The whole map, with a legend if there is room."""
    scenario = look.view.scenario
    near = ", ".join(look.code(other) for other in scenario.zones[look.place].adjacent)
    heading = _("next to {zones}").format(zones=near)
    title = line((_("Map"), "title"), " ", (look.name(look.place), "strong"), "  ", (heading, "dim"))
    if not scenario.map.rows:
        return Sheet(title, ())
    cells = raster(scenario.map, len(scenario.zones), columns, rows)
    drawn = borders(cells, look.place)
    words = [place_words(look, zone, cells, drawn) for zone in range(len(scenario.zones))]
    lines = [
        draw_row(look, drawn, row, [w for zone in words for w in zone if w[0] == row])
        for row in range(len(drawn))
    ]
    indent = " " * max(0, (columns - len(drawn[0])) // 2)
    shown = [Row((Span(indent), *of)) for of in lines]
    legend = block(legend_text(scenario.depth), columns, "dim") + homes_text(look, columns)
    if rows >= len(shown) + len(legend):
        shown += [Row(of) for of in ((), *legend)[len(shown) + len(legend) == rows :]]
    return Sheet(title, tuple(shown))


Word = tuple[int, int, str, Tone, int]
Phrase = tuple[tuple[str, ...], Tone]


def place_words(look: Look, zone: int, cells: Raster, drawn: tuple[str, ...]) -> list[Word]:
    """(row, column, text, tone, zone) for each fact of a state, round its label.

    A row for each fact where there are enough; else name and numbers on two rows, else all on one.
    """
    mask = look.view.scenario.map
    if zone >= len(mask.labels):
        return []
    row, column = middle(mask, cells, zone)
    free = [r for r in range(row - 4, row + 6) if run_at(drawn, cells, zone, r, column) != (0, -1)]
    if not free:
        return []
    lines = phrased(look, zone, len(free))
    start = max(free[0], min(row - len(lines) // 2, free[-1] - len(lines) + 1))
    placed: list[Word] = []
    for number, (texts, tone) in enumerate(lines):
        left, right = run_at(drawn, cells, zone, start + number, column)
        room = right - left + 1
        if room < NARROW:
            continue
        text = next((text for text in texts if cell_len(text) <= room), cut(texts[-1], room))
        size = cell_len(text)
        at = max(left, min(column - size // 2, right - size + 1))
        placed.append((start + number, at, text, tone, zone))
    return placed


def phrased(look: Look, zone: int, rows: int) -> list[Phrase]:
    """The rows of a state for so many free ones, each in its forms, longest first."""
    found = facts(look, zone)
    if rows == 1:
        return [on_one_row(look, zone)]
    name: Phrase = (names(look, zone), "strong")
    if rows < len(found):
        return [name, numbers_of(look, zone)]
    gauge, tone = found[INFLUENCE]
    rest: list[Phrase] = [((text,), tone) for text, tone in found[INFLUENCE + 1 :]]
    return [name, ((gauge, short_influence(look, zone)), tone), *rest]


def short_influence(look: Look, zone: int) -> str:
    """The influence without its gauge."""
    return _("infl {number}").format(number=look.view.public.zones[zone].influence)


def numbers_of(look: Look, zone: int) -> Phrase:
    """Everything but the name on one row, in words and, for a narrow state, in glyphs."""
    public = look.view.public
    board, staged = public.zones[zone], public.staged_in(zone)
    due = [plot.due for plot in public.plots if plot.zones >> zone & 1]
    teamed = plays(look.view.scenario.depth, SendTeam)
    alarm = [_("‼R{round}").format(round=min(due))] if due else []
    alarm += ["▣"] if public.protected(zone) else []
    words = [*alarm, short_influence(look, zone), *([f"▲{board.teams}"] if teamed else [])]
    words += [_("staged {staged}").format(staged=staged)] if staged else []
    teams = f"▲{board.teams}/{staged}" if staged else f"▲{board.teams}"
    glyphs = [*alarm, f"▮{board.influence}", *([teams] if teamed else [])]
    tone: Tone = "alarm" if due else influence_tone(look, zone)
    return (" ".join(words), " ".join(glyphs), "".join(glyphs)), tone


def on_one_row(look: Look, zone: int) -> Phrase:
    """Name and numbers together, longest form first; the shortest gives up the marks, not a number."""
    forms, tone = numbers_of(look, zone)
    marked = tuple(f"{name}  {form}" for name in names(look, zone) for form in forms)
    code = names(look, zone)[1]
    return (*marked, f"{code} {forms[-1]}", f"{clean(look.code(zone))} {forms[-1]}"), tone


def draw_row(look: Look, drawn: tuple[str, ...], row: int, words: list[Word]) -> Line:
    """One row of lines with the words laid over it."""
    spans: list[Span] = []
    at = 0
    for _row, column, text, tone, zone in sorted(words, key=lambda word: word[1]):
        if column < at:
            continue
        spans.append(Span(drawn[row][at:column], "dim"))
        spans.append(Span(text, "key" if zone == look.place and tone == "strong" else tone))
        at = column + cell_len(text)
    spans.append(Span(drawn[row][at:], "dim"))
    return tuple(span for span in spans if span.text)


def zone_at(look: Look, columns: int, rows: int, x: int, y: int) -> int:
    """The state under a cell of the pane, NOBODY if there is none."""
    scenario = look.view.scenario
    cells = raster(scenario.map, len(scenario.zones), columns, rows)
    indent = max(0, (columns - len(cells[0]) - 1) // 2) if cells else 0
    return owner(cells, y, x - indent)


def neighbour(look: Look, across: int, down: int) -> int:
    """The state whose label lies nearest in a direction; the present one if there is none."""
    labels = look.view.scenario.map.labels
    here = labels[look.place]
    best, found = 0, look.place
    for zone, label in enumerate(labels):
        right, below = label.column - here.column, 2 * (label.row - here.row)
        ahead, aside = (right * across, abs(below)) if across else (below * down, abs(right))
        cost = ahead + 2 * aside
        if zone != look.place and ahead > 0 and (found == look.place or cost < best):
            best, found = cost, zone
    return found
