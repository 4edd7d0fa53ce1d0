"""Lines to fill in: a text with a caret, a choice that turns, ticks. Knows no screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import attrs

from .text import Row, block, clean, line, pad

LABEL: Final = 16
CARET: Final = "│"
Values = dict[str, object]


@attrs.define
class Text:
    """A text to type; `caret` counts letters from the left.

    `fresh`: the value is only a proposal, and the first letter typed takes its place.
    """

    key: str
    label: str
    value: str = ""
    most: int = 600
    fresh: bool = attrs.field(default=False, kw_only=True)
    caret: int = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self.caret = len(self.value)

    def insert(self, text: str) -> None:
        """Letters at the caret, as many as there is room for; line ends become blanks."""
        if self.fresh:
            self.value, self.caret, self.fresh = "", 0, False
        fitting = clean(text.replace("\n", " "))[: self.most - len(self.value)]
        self.value = self.value[: self.caret] + fitting + self.value[self.caret :]
        self.caret += len(fitting)

    def press(self, key: str) -> bool:
        """A key that edits; True if it was one. From then on the value is one's own."""
        before = self.value, self.caret
        if taken := self._edit(key):
            self.fresh = self.fresh and before == (self.value, self.caret)
        return taken

    def _edit(self, key: str) -> bool:
        match key:
            case "left":
                self.caret = max(0, self.caret - 1)
            case "right":
                self.caret = min(len(self.value), self.caret + 1)
            case "home":
                self.caret = 0
            case "end":
                self.caret = len(self.value)
            case "backspace" if self.caret:
                self.value = self.value[: self.caret - 1] + self.value[self.caret :]
                self.caret -= 1
            case "delete":
                self.value = self.value[: self.caret] + self.value[self.caret + 1 :]
            case "backspace":
                pass
            case _:
                return False
        return True

    def rows(self, columns: int, *, under: bool) -> list[Row]:
        """The label and the text, with the caret where the cursor stands."""
        shown = self.value[: self.caret] + CARET + self.value[self.caret :] if under else self.value or "_"
        lines = block(shown, columns, "strong", first=pad(self.label, LABEL))
        return [Row(of, ("text", self.key) if number == 0 else None) for number, of in enumerate(lines)]


@attrs.define
class Pick:
    """One of several; `options` are values with their words."""

    key: str
    label: str
    options: tuple[tuple[object, str], ...]
    at: int = 0

    @property
    def value(self) -> object:
        """What is chosen."""
        return self.options[self.at][0]

    def turn(self, step: int) -> None:
        """The next or previous one."""
        self.at = (self.at + step) % len(self.options)

    def start(self, value: object) -> Pick:
        """The same, beginning at a value if it is among the options."""
        values = [option[0] for option in self.options]
        self.at = values.index(value) if value in values else 0
        return self

    def rows(self, columns: int, *, under: bool) -> list[Row]:  # noqa: ARG002
        """One line that turns; long words run on below."""
        words = f"◂ {self.options[self.at][1]} ▸"
        lines = block(words, columns, "strong", first=pad(self.label, LABEL))
        return [Row(of, ("pick", self.key) if number == 0 else None) for number, of in enumerate(lines)]


@attrs.define
class Ticks:
    """Any number of several."""

    key: str
    label: str
    options: tuple[tuple[int, str], ...]
    on: set[int] = attrs.field(factory=set)

    @property
    def value(self) -> tuple[int, ...]:
        """What is ticked, ascending."""
        return tuple(sorted(self.on))

    def turn(self, option: int) -> None:
        """Tick it or not."""
        self.on ^= {option}

    def rows(self, columns: int, *, under: bool) -> list[Row]:  # noqa: ARG002
        """One line each."""
        found = []
        for number, (option, words) in enumerate(self.options):
            mark = "[x] " if option in self.on else "[ ] "
            label = pad(self.label if number == 0 else "", LABEL)
            tone = "good" if option in self.on else "text"
            found.append(Row(line(label, (mark + words, tone)), ("tick", self.key, option)))  # type: ignore[arg-type]
        return found


Field = Text | Pick | Ticks


def values(fields: tuple[Field, ...]) -> Values:
    """What was filled in, by key; texts without blanks around them."""
    return {field.key: field.value.strip() if isinstance(field, Text) else field.value for field in fields}


@attrs.frozen
class Sheetful:
    """What is asked. `take` is given the values and says why not, or nothing when it is done; `does` stands
    behind the first `before` fields, so that what is rarely changed lies below it."""

    title: str
    fields: tuple[Field, ...]
    does: str
    take: Callable[[Values], str]
    before: int = 99
    hint: str = ""
    note: Callable[[Values], str] | None = None
