"""The end: the result and why, each target of the strike, the network opened, the path of the save."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from ...core.board import Revealed
from ...core.view import View
from ...core.words import Depth, Function, Result, Struck
from ...i18n import _
from ...record.read import read
from ...review.replay import Replay
from ...wording import endex, words
from ...wording import result as says
from ..keys import END, Entry, bindings
from ..text import Line, Part, Row, Sheet, Tone, block, clip, later, line
from ..widgets.pane import Pane
from .base import BaseScreen

TONES: dict[Result, Tone] = {
    Result.COMPLETE: "good",
    Result.DECISIVE: "good",
    Result.PARTIAL: "lead",
    Result.FAILED: "alarm",
    Result.UNDECIDED: "lead",
}


class EndScreen(BaseScreen[None]):
    """After EndEx."""

    KEYS: tuple[Entry, ...] = END
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(END)]
    about = later("How the exercise ended, why, and who the network was. The room stays open for reading.")

    def __init__(self, view: View, path: Path, word: str = "") -> None:
        """`word`: a sentence of the coach under the result."""
        super().__init__()
        self.view, self.path, self.word = view, path, word

    def compose(self) -> ComposeResult:
        yield Pane(self.content, id="end")
        yield self.foot()

    def content(self, columns: int, rows: int) -> Sheet:  # noqa: ARG002
        """Everything in one scroll."""
        view = self.view
        tone = TONES.get(view.public.result or Result.FAILED, "text")
        lines: list[Line] = [(), *block(says.result_text(view), columns, tone), ()]
        lines += [*block(self.word, columns, "lead", first="▸ "), ()] if self.word else []
        for reason in says.reasons(view):
            lines += block(reason, columns, first="· ")
        lines += [(), *work(view, columns)]
        lines += [(), line((_("The network as it was"), "title"))]
        lines += tree(view, columns)
        text = _("R replays it with the eyes of every seat and with the truth, and writes the report.")
        lines += [(), *block(text, columns, "lead")]
        lines += [*block(_("The save: {path}").format(path=self.path), columns, "dim")]
        title = line((_("EndEx"), "title"), f"  {view.scenario.title}  ", (_("EXERCISE"), "lead"))
        return Sheet(title, tuple(Row(of) for of in lines))

    def action_title(self) -> None:
        """Back to the title."""
        self.table.back_to_title()

    def action_replay(self) -> None:
        """Step through what happened."""
        from .replay import ReplayScreen

        self.app.push_screen(ReplayScreen(Replay(read(self.path))))

    def on_pane_chosen(self) -> None:
        """Enter reads on; only at the end of the page it leaves, so that nobody misses how it ended."""
        pane = self.query_one("#end", Pane)
        if pane.at_end:
            self.action_title()
        else:
            pane.action_page(1)

    def action_journal(self) -> None:
        """Back into the room."""
        self.dismiss()


def work(view: View, columns: int) -> list[Line]:
    """The strike, target by target; in a short depth what had been found out, one by one."""
    if view.scenario.depth is Depth.FULL:
        found = targets(view, columns) or block(_("No team struck."), columns, "dim")
        return [line((_("The strike, target by target"), "title")), *found]
    lines: list[Line] = [line((endex.title(view), "title"))]
    for text, counts in endex.findings(view):
        lines += block(text, columns, "good" if counts else "lead", first="✓ " if counts else "✗ ")
    return lines if len(lines) > 1 else [*lines, *block(endex.nothing(view), columns, "dim")]


def targets(view: View, columns: int) -> list[Line]:
    """Zone, persona, what was found."""
    glyphs: dict[Struck, tuple[str, Tone]] = {
        Struck.CAPTURED: ("✓ ", "good"),
        Struck.ESCAPED: ("✗ ", "lead"),
        Struck.WRONGFUL: ("! ", "alarm"),
    }
    found: list[Line] = []
    for capture, text in zip(view.public.captures, says.strike_lines(view), strict=True):
        glyph, tone = glyphs[capture.outcome]
        found += block(text, columns, tone, first=glyph)
    return found


def tree(view: View, columns: int) -> list[Line]:
    """The links drawn as a tree from the leader; a link that closes a ring is named on its line."""
    drawn = Branches(view, columns)
    for operative in sorted(view.public.network, key=lambda o: (o.function, o.persona)):
        if operative.persona not in drawn.seen:
            drawn.seen.add(operative.persona)
            drawn.grow(operative, -1, "", "")
    return drawn.lines


class Branches:
    """The tree while it is being drawn."""

    def __init__(self, view: View, columns: int) -> None:
        self.view, self.columns = view, columns
        self.members = {operative.persona: operative for operative in view.public.network}
        self.seen: set[int] = set()
        self.lines: list[Line] = []

    def grow(self, at: Revealed, parent: int, before: str, under: str) -> None:
        """One operative and, indented, those linked to him who are not drawn yet."""
        children = [self.members[p] for p in at.links if p in self.members and p not in self.seen]
        children.sort(key=lambda o: (o.function, o.persona))
        self.seen.update(child.persona for child in children)
        below = {parent, *(child.persona for child in children)}
        others = [p for p in at.links if p in self.members and p not in below]
        self.lines += operative_lines(self.view, at, others, before, self.columns)
        for number, child in enumerate(children):
            joint, bar = ("└─ ", "   ") if number == len(children) - 1 else ("├─ ", "│  ")
            self.grow(child, at.persona, under + joint, under + bar)


def operative_lines(view: View, of: Revealed, others: list[int], before: str, columns: int) -> list[Line]:
    """Who, what, where, and what became of him."""
    sc = view.scenario
    fate, tone = fate_of(view, of)
    where = words.zone_name(sc, of.zone)
    person = ""
    if of.zone == view.zone and of.person < len(view.seat.register):
        person = _(" = {person}").format(person=words.person(sc, view.seat.register[of.person]))
    parts: list[Part] = [
        (before, "dim"),
        (words.persona(sc, of.persona), "strong"),
        person,
        _(", {function}, {zone}: ").format(function=words.function_name(of.function), zone=where),
        (fate, tone),
    ]
    if of.function is Function.LEADER:
        parts.insert(1, ("★ ", "lead"))
    if others:
        names = ", ".join(words.persona(sc, p) for p in others)
        parts.append((_("  links to {names}").format(names=names), "dim"))
    return [clip(line(*parts), columns)]


def fate_of(view: View, of: Revealed) -> tuple[str, Tone]:
    """What became of an operative."""
    if view.scenario.depth is not Depth.FULL:
        text, counts = endex.fate(view, of)
        return (f"✓ {text}", "good") if counts else (f"· {text}", "lead")
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
    if entry.named >> of.zone & 1:
        return _("◇ named, not struck"), "lead"
    return _("· on the Index, not named"), "lead"
