"""Help of what is in focus and of its screen, and the rule book. Each is one pane."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from ...i18n import _
from ...wording.commands import action_kind_name
from ...wording.rulebook import quoted
from ..keys import BOOK, READ, TURN_KINDS, Entry, bindings
from ..rulebook import pages, place_of
from ..text import Line, Row, Sheet, block, later, line, pad, plain, toned
from ..topics import MOST, Topic
from ..widgets.pane import Pane
from .base import BaseScreen
from .search import SearchScreen


class HelpScreen(BaseScreen[None]):
    """The thing in focus with its rule paragraph, then the screen and its keys."""

    KEYS = READ
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(READ)]

    def __init__(self, topic: Topic, sentence: str, entries: tuple[Entry, ...], *, letters: bool) -> None:
        super().__init__()
        self.of, self.sentence, self.keys, self.with_letters = topic, sentence, entries, letters

    def compose(self) -> ComposeResult:
        yield Pane(self.content, id="help")
        yield self.foot()

    def content(self, columns: int, rows: int) -> Sheet:  # noqa: ARG002
        """What is in focus, the sentence, the keys, and the letters of the actions."""
        thing, sentence = self.thing(columns), [*block(self.sentence, columns), ()]
        found = [*thing, *sentence] if self.of.title else [*sentence, *thing]
        for entry in self.keys:
            first, *rest = block(_(entry.sentence), columns, first=" " * 8)
            found += [line((pad(entry.face, 8), "key")) + first[1:], *rest]
        if self.with_letters:
            found += letters_of_the_turn(columns)
        found += [(), line((_("F1 again: the rule book."), "lead"))]
        return Sheet(line((_("Help"), "title")), tuple(Row(of) for of in found))

    def thing(self, columns: int) -> list[Line]:
        """The thing under the cursor, ending in its rule paragraphs."""
        found: list[Line] = []
        found += block(self.of.title, columns, "title") if self.of.title else []
        for text in self.of.texts:
            found += block(text, columns)
        for rule in self.of.rules[:MOST]:
            gap = [()] if found else []
            note = _("The table of this paragraph is in the rule book: F1.")
            lines = [of for text in quoted(rule, note).splitlines() for of in block(text, columns, "dim")]
            found += [*gap, *lines] if lines else []
        return [*found, ()] if found and found[-1] else found

    def action_help(self) -> None:
        """F1 again: the rule book, at the rule that was named."""
        self.app.switch_screen(RulesScreen(next(iter(self.of.rules), "")))

    def action_back(self) -> None:
        """Close."""
        self.dismiss()


def letters_of_the_turn(columns: int) -> list[Line]:
    """Each kind of decision with its letter, two on a line."""
    found: list[Line] = [(), line((_("Letters of the turn"), "title"))]
    half = columns // 2
    cells = [(letter.upper(), action_kind_name(kind)) for letter, kind in TURN_KINDS]
    for start in range(0, len(cells), 2):
        pair = cells[start : start + 2]
        found.append(line(*(part for k, n in pair for part in ((f"{k} ", "key"), pad(n, half - 2)))))
    return found


class RulesScreen(BaseScreen[None]):
    """The rule book, opened at a rule if one is given."""

    KEYS = BOOK
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(BOOK)]
    about = later("The rules, by number. F5 searches; what is found stands out.")

    def __init__(self, rule: str = "") -> None:
        super().__init__()
        self.at_rule, self.wanted, self.found, self.trouble = rule, "", -1, ""

    def compose(self) -> ComposeResult:
        yield Pane(self.content, id="rules")
        yield self.foot()

    def on_mount(self) -> None:
        self.pane.focus()
        if self.at_rule:
            self.call_after_refresh(self.open_at, self.at_rule)

    @property
    def pane(self) -> Pane:
        """The book."""
        return self.query_one("#rules", Pane)

    def lines(self) -> tuple[Line, ...]:
        """The whole book at this width."""
        return pages(self.pane.space[0])

    def content(self, columns: int, rows: int) -> Sheet:  # noqa: ARG002
        """The book; the line that was found stands out, also without colours."""
        rows_of = tuple(
            Row(toned(of, "flash") if n == self.found else of) for n, of in enumerate(pages(columns))
        )
        title = line((_("Rule book"), "title"), "  ", (self.trouble, "alarm"))
        return Sheet(title, rows_of)

    def open_at(self, rule: str) -> None:
        """The paragraph at the top."""
        self.pane.show_row(place_of(self.lines(), rule))

    def action_help(self) -> None:
        """It is open already."""

    def action_find(self) -> None:
        """Ask for a text; the same again goes on to the next place."""
        self.app.push_screen(SearchScreen(_("Search the rule book for:"), self.wanted), self.look_for)

    def look_for(self, text: str | None) -> None:
        """The next line that has the text, from the beginning again after the last."""
        if not text:
            return
        lines = [plain(of).casefold() for of in self.lines()]
        hits = [n for n, of in enumerate(lines) if text.casefold() in of]
        after = [n for n in hits if n > self.found] if text == self.wanted else hits
        self.wanted, self.found = text, next(iter((*after, *hits)), -1)
        self.trouble = "" if hits else _("'{text}' stands nowhere in it.").format(text=text)
        self.pane.changed()
        if hits:
            self.pane.show_row(self.found, margin=2)

    def action_back(self) -> None:
        """Close."""
        self.dismiss()
