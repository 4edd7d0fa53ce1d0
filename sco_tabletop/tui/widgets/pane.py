"""The one widget that draws: a title bar and rows, one of which may stand under the cursor.

Knows lines and keys; must not know a view, a rule or a session. It asks its source for a sheet when it has
been told that something changed, so a pane that is not shown costs nothing, and draws the lines that differ.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Final

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from ..pane_keys import STEPS, pane_bindings
from ..text import Line, Row, Sheet, clip, line, plain, trimmed, width
from ..themes import DARK, styles

Source = Callable[[int, int], Sheet]
MARK: Final = 2
"""Cells before a row: the cursor's mark."""
HERE: Final = line(("▸ ", "key"))
ELSEWHERE: Final = line("  ")
TITLE, NOWHERE = -1, -2
BLANK: Final = Sheet((), ())
DEFAULT_SIZE: Final = (80, 18)
Face = tuple[Line, bool]
"""What one line of a pane is drawn from: its text, and whether a bar lies under it."""


class Pane(Widget, can_focus=True):
    """One pane. `boxed` panes have a title bar; `chooses` panes have a cursor on rows with a key."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(key, action, show=False) for key, action in pane_bindings()
    ]
    DEFAULT_CSS = """
    Pane { background: $sco-ground; color: $sco-text; height: 1fr; width: 1fr; padding: 0 1; }
    """

    class Chosen(Message):
        """Enter or a click on a row with a key."""

        def __init__(self, pane: Pane, key: object, *, clicked: bool = False) -> None:
            super().__init__()
            self.pane, self.key, self.clicked = pane, key, clicked

    class Moved(Message):
        """The cursor stands on another row."""

        def __init__(self, pane: Pane, key: object) -> None:
            super().__init__()
            self.pane, self.key = pane, key

    class Hovered(Message):
        """The mouse is over another row with a key or a figure."""

        def __init__(self, pane: Pane, key: object) -> None:
            super().__init__()
            self.pane, self.key = pane, key

    class Turned(Message):
        """Left (-1) or right (+1) was pressed."""

        def __init__(self, pane: Pane, step: int) -> None:
            super().__init__()
            self.pane, self.step = pane, step

    def __init__(self, source: Source, *, id: str, boxed: bool = True, classes: str = "") -> None:
        super().__init__(id=id, classes=classes)
        self.source, self.boxed = source, boxed
        self._sheet, self._made_for, self._cursor, self._top = BLANK, (-1, -1), -1, 0
        self._keyed: list[int] = []
        self._under: object = None
        self._faces: tuple[int, list[Face]] = (0, [])
        self._due = False
        self._sized: Callable[[], None] | None = None
        self.number = 0
        """The key that goes to this pane, shown in its title; 0 for none."""
        self._ground: Style | None = None
        """What the lines stand on; worked out when the first of them is drawn, as most drawing draws none."""
        self._styles = styles(DARK.name)

    # ------------------------------------------------------------------ what it shows

    @property
    def space(self) -> tuple[int, int]:
        """Columns and rows for the sheet, the title bar left out."""
        size = self.content_size
        columns, rows = (size.width, size.height) if size.width and size.height else DEFAULT_SIZE
        return columns, max(1, rows - self.boxed)

    @property
    def sheet(self) -> Sheet:
        """The present sheet, made anew if something changed since."""
        if self._made_for != self.space:
            key, fresh = self.key, self._sheet is BLANK
            self._made_for = self.space
            self._sheet = self.source(*self.space)
            self._keyed = [n for n, row in enumerate(self._sheet.rows) if row.key is not None]
            self._place(key if key is not None else self._sheet.start)
            if fresh and self._sheet.bottom:
                self._top = max(0, len(self._sheet.rows) - self.space[1])
        return self._sheet

    @property
    def key(self) -> object:
        """The key of the row under the cursor."""
        rows = self._sheet.rows
        return rows[self._cursor].key if 0 <= self._cursor < len(rows) else None

    def changed(self, *, forget: bool = False) -> None:
        """Something the pane shows changed; with `forget` the cursor goes back to the start of the sheet."""
        self._made_for = (-1, -1)
        if forget:
            self._cursor, self._top, self._sheet = -1, 0, BLANK
        self.show()

    def go_to(self, key: object) -> None:
        """Put the cursor on the row with this key, if there is one."""
        if self.sheet.rows:
            self._place(key)
            self.show()

    def unfold(self, above: int = 0) -> None:
        """Scroll until the rows that belong to the one under the cursor are seen, it among them, and the so
        many rows `above` each that belong to it too."""
        rows, height = self.sheet.rows, self.space[1]
        after = [n for n, row in enumerate(rows) if row.key is not None and n > self._cursor]
        last = min(after, default=len(rows) + above) - above
        if self._cursor >= 0:
            self._top = max(0, min(self._cursor - above, max(self._top, last - height)))
        self.show()

    def when_sized(self, act: Callable[[], None]) -> None:
        """Do what needs the rows as they will stand there: now, or as soon as the pane is on the screen."""
        self._sized = None if self.content_size.width else act
        if self._sized is None:
            act()

    def on_resize(self) -> None:
        act, self._sized = self._sized, None
        if act is not None:
            act()

    def bring(self, number: int) -> None:
        """Scroll until a row is seen, what goes on with it below."""
        if number >= self._top + self.space[1] - 1:
            self.show_row(number)

    def show_row(self, number: int, margin: int = 0) -> None:
        """Scroll until a row stands at the top, with so many rows before it."""
        self._top = max(0, min(number - margin, len(self.sheet.rows) - self.space[1]))
        self.show()

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        rows = self.sheet.rows
        return rows[self._cursor] if 0 <= self._cursor < len(rows) else None

    @property
    def at_end(self) -> bool:
        """True if nothing is left below."""
        return self._top >= len(self.sheet.rows) - self.space[1]

    def _place(self, key: object) -> None:
        rows, keyed = self._sheet.rows, self._keyed
        exact = [n for n in keyed if rows[n].key == key]
        if exact:
            self._cursor = exact[0]
        elif keyed:
            self._cursor = min(keyed, key=lambda n: abs(n - max(0, self._cursor)))
        else:
            self._cursor = -1
        self._reveal()

    def _reveal(self) -> None:
        height, count = self.space[1], len(self._sheet.rows)
        if self._cursor >= 0:
            self._top = min(self._top, self._cursor)
            self._top = max(self._top, self._cursor - height + 1)
            first = self._keyed[0]
            if self._cursor == first and first < height:
                self._top = 0
        self._top = max(0, min(self._top, count - height))

    # ------------------------------------------------------------------ drawing

    def show(self) -> None:
        """Draw what differs, once everything that changes it now has been said."""
        if not self._due:
            self._due = True
            self.call_next(self._draw)

    def _draw(self) -> None:
        self._due = False
        if not self.is_on_screen:
            self._faces = (0, [])
            self.refresh()
            return
        columns, rows = self.content_size
        sheet = self.sheet
        before, self._faces = self._faces, (columns, [self._face(sheet, y) for y in range(rows)])
        if before[0] != columns or len(before[1]) != rows:
            self.refresh()
            return
        pairs = enumerate(zip(before[1], self._faces[1], strict=True))
        if stale := [Region(0, y, columns, 1) for y, (old, new) in pairs if old != new]:
            self.refresh(*stale)

    def render_lines(self, crop: Region) -> list[Strip]:
        self._ground = None
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        if self._ground is None:
            self._ground = self.rich_style
            self._styles = styles(self.app.theme, grey=self.app.no_color)
        of, under = self._face(self.sheet, y)
        cells, ground = self.content_size.width, self._ground
        if under:
            ground += self._styles["under"]
        seen = trimmed(of, "alarm") if self.app.no_color else of
        segments = [Segment(span.text, ground + self._styles[span.tone]) for span in clip(seen, cells)]
        return Strip(segments).adjust_cell_length(cells, ground)

    def _face(self, sheet: Sheet, y: int) -> Face:
        if self.boxed and y == 0:
            return self._title(sheet), True
        number = y - self.boxed + self._top
        if number >= len(sheet.rows):
            return (), False
        row = sheet.rows[number]
        if not self._keyed:
            return row.line, False
        under = number == self._cursor and row.key is not None
        return (HERE if under else ELSEWHERE) + row.line, under and self.has_focus

    def _title(self, sheet: Sheet) -> Line:
        cells, more = self.content_size.width, ""
        hidden = len(sheet.rows) - self.space[1]
        if hidden > 0:
            more = f" {'▲' if self._top else ' '}{'▼' if self._top < hidden else ' '}"
        title = clip(line((self._mark, "key")) + sheet.title, cells - cell_len(more))
        gap = " " * (cells - cell_len(more) - width(title))
        return title + line(gap, (more, "key"))

    @property
    def _mark(self) -> str:
        """What stands before the title: whether the keys are here, and the key that brings them here."""
        return ("■ " if self.has_focus else "□ ") + (f"{self.number} " if self.number else "")

    # ------------------------------------------------------------------ keys and mouse

    def on_key(self, event: events.Key) -> None:
        """One row up or down, at once."""
        step = STEPS.get(event.key)
        if step is not None:
            event.stop()
            event.prevent_default()
            self.action_step(step)

    def action_step(self, step: int) -> None:
        """Move the cursor by rows that can be chosen; without such rows scroll."""
        rows, keyed = self.sheet.rows, self._keyed
        if not keyed:
            self._top = max(0, min(self._top + step, len(rows) - self.space[1]))
        else:
            at = keyed.index(self._cursor) if self._cursor in keyed else 0
            self._cursor = keyed[max(0, min(at + step, len(keyed) - 1))]
            self._reveal()
            if step > 0 and self._cursor == keyed[-1]:
                self._top = max(0, min(len(rows) - self.space[1], self._cursor))
            self.post_message(self.Moved(self, self.key))
        self._draw()

    def action_page(self, step: int) -> None:
        """Move by a pane's height."""
        self.action_step(step * max(1, self.space[1] - 1))

    def action_far(self, step: int) -> None:
        """Move to one end."""
        self.action_step(step * max(1, len(self.sheet.rows)))

    def action_turn(self, step: int) -> None:
        """Left or right."""
        self.post_message(self.Turned(self, step))

    def action_choose(self) -> None:
        """Enter on the row under the cursor."""
        if self.sheet.rows:
            self.post_message(self.Chosen(self, self.key))

    def row_at(self, event: events.MouseEvent) -> tuple[int, int]:
        """Row and cell in it under the mouse, borders left out; a number below 0 for the title or nothing."""
        at = event.get_content_offset(self)
        if at is None:
            return NOWHERE, 0
        number = at.y - self.boxed + self._top
        inside = at.y >= self.boxed and number < len(self.sheet.rows)
        if at.y < self.boxed:
            return TITLE, at.x - cell_len(self._mark)
        return number if inside else NOWHERE, at.x - MARK

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor; on the row under the cursor it chooses, on an arrow beside a value it
        turns."""
        (number, x), rows = self.row_at(event), self.sheet.rows
        if number == TITLE and (step := arrow_at(self.sheet.title, x)):
            self.post_message(self.Turned(self, step))
        if number < 0 or rows[number].key is None:
            return
        again, self._cursor = number == self._cursor, number
        if step := arrow_at(rows[number].line, x):
            self.post_message(self.Turned(self, step))
            self.show()
            return
        self.post_message(self.Chosen(self, self.key, clicked=True) if again else self.Moved(self, self.key))
        self.show()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Tell once what the mouse is over."""
        number, _x = self.row_at(event)
        row = self.sheet.rows[number] if number >= 0 else None
        under = None if row is None else row.key if row.figure is None else row.figure
        if under != self._under:
            self._under = under
            if under is not None:
                self.post_message(self.Hovered(self, under))

    def on_leave(self) -> None:
        self._under = None

    def on_mouse_scroll_down(self) -> None:
        self._scroll(3)

    def on_mouse_scroll_up(self) -> None:
        self._scroll(-3)

    def _scroll(self, step: int) -> None:
        self._top = max(0, min(self._top + step, len(self.sheet.rows) - self.space[1]))
        self.show()

    def on_focus(self) -> None:
        self.show()

    def on_blur(self) -> None:
        self.show()


def arrow_at(of: Line, x: int) -> int:
    """-1 or 1 if the cell is at a left or right arrow of a value that turns; else 0."""
    text = plain(of)
    left, right = text.find("◂ "), text.rfind(" ▸")
    if left < 0 or right < left:
        return 0
    places = {-1: cell_len(text[:left]), 1: cell_len(text[: right + 1])}
    return next((step for step, at in places.items() if abs(x - at) <= 1), 0)
