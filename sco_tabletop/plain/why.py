"""K in plain lines: a number taken apart - its parts, how they make it, what it does, its rule paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..core.events import AnyEvent
from ..core.explain import explain, figures_of
from ..core.explaining import Figure
from ..core.view import View
from ..i18n import _
from ..wording.consequences import consequence_text
from ..wording.explaining import full_texts, name_text, value_text
from ..wording.rulebook import paragraph, quoted
from .lines import Console


def ask_why(view: View, told: Iterable[AnyEvent], console: Console) -> None:
    """List the numbers that the seat sees, and explain one; or give a paragraph of the rule book."""
    heard, figures = tuple(told), figures_of(view)
    for number, figure in enumerate(figures, 1):
        total, name = value_text(figure, explain(view, figure, heard)), name_text(view, figure)
        console.say(_("{number}. {name}: {total}").format(number=number, name=name, total=total))
    answer = console.ask(_("Number of the line, a paragraph such as R5.16, or 0 to go back:"))
    if answer.isdecimal() and 1 <= int(answer) <= len(figures):
        for text in explained(view, figures[int(answer) - 1], heard):
            console.say(text)
    elif answer != "0":
        console.say(paragraph(answer.upper()) or _("There is no such line or paragraph."))


def explained(view: View, figure: Figure, told: Iterable[AnyEvent]) -> Iterator[str]:
    """One number, line by line."""
    explanation = explain(view, figure, told)
    yield from full_texts(view, figure, explanation)
    more = consequence_text(view, figure)
    if more:
        yield more
    yield quoted(
        explanation.rule, _("The numbers of this deck stand above; the table is in the rule book (key r).")
    )
