"""Which numbers a pane shows under its cursor, and the page that takes them apart. Pure functions."""

from __future__ import annotations

from collections.abc import Iterable

from ...core.commands import AnyCommand, Command, Commit, Locate, Name, Stage
from ...core.events import AnyEvent
from ...core.explain import explain, risk
from ...core.explaining import (
    Captured,
    Doubted,
    Escaping,
    Explanation,
    Figure,
    How,
    Influenced,
    MainPlot,
    Odds,
    Plotted,
    Prepared,
    Refused,
    Risked,
    Slipping,
    Spread,
    Traced,
    Tracked,
)
from ...core.legal import odds, refusal, rule_of
from ...core.rules.depth import has_hour, has_main_plot
from ...core.rules.strike import staged_here
from ...core.seat import bits
from ...core.words import COMMANDER, Track
from ...i18n import _
from ...wording.consequences import consequence_text
from ...wording.deeds import deed_text
from ...wording.explaining import full_texts, short_text, step_texts
from ...wording.rulebook import quoted
from ..keys import KIND_OF
from ..look import Look
from ..text import Row, Sheet, Tone, block, line
from .targets import targets


def events(look: Look) -> Iterable[AnyEvent]:
    """All that the seat was told."""
    return (event for group in look.chronicle.groups for event in group.events)


def asked(look: Look, pane: str, key: object) -> tuple[Figure, ...]:
    """The figures under the cursor of a pane; none if there is no number."""
    match pane, key:
        case "tracks" | "strip", ("figure", figure):
            return with_others(look, figure)  # type: ignore[arg-type]
        case "actions", ("kind", str(name)):
            found = targets(look, KIND_OF[name])
            return of_command(look, found[0].command) if found else ()
        case "actions", ("team", int(persona)):
            zone = look.view.zone
            return Captured(persona, zone), Doubted(persona, zone), Escaping()
        case "actions", ("commit" | "commit all",):
            return tuple(Captured(persona, look.view.zone) for persona in staged_here(look.view))
        case "actions", Command():
            return of_command(look, key)  # type: ignore[arg-type]
        case "board" | "file" | "graph", _key:
            return of_persona(look, look.persona)
        case "map" | "levels", _key:
            return of_place(look)
        case _:
            return ()


def with_others(look: Look, figure: Figure) -> tuple[Figure, ...]:
    """A track with what hangs on it."""
    depth, public = look.view.scenario.depth, look.view.public
    plots = tuple(Plotted(plot.number) for plot in public.plots)
    match figure:
        case Tracked(Track.THREAT):
            return (figure, Spread(), *plots, *((MainPlot(),) if has_main_plot(depth) else ()))
        case Tracked(Track.ALERT):
            traces = tuple(Traced(function) for function in sorted(set(look.view.scenario.functions)))
            return (figure, *((Escaping(), Slipping()) if has_hour(depth) else ()), *traces)
        case Prepared():
            return (figure, *plots)
        case Spread():
            return (figure, *(Influenced(zone) for zone in range(len(public.zones))))
        case _:
            return (figure,)


def of_command(look: Look, command: AnyCommand) -> tuple[Figure, ...]:
    """Why it is not possible; else its odds, and the chance that its name is right."""
    view, persona = look.view, getattr(command, "persona", -1)
    if refusal(view, command) is not None:
        return (Refused(command),)
    found: list[Figure] = [Odds(command)] if odds(view, command) is not None else []
    found += [Risked(command)] if risk(view, command) is not None else []
    if isinstance(command, Name | Locate | Stage):
        found.append(Doubted(persona, view.zone))
    if isinstance(command, Commit):
        found += [Captured(one, view.zone) for one in command.personas]
    return tuple(found) or (Refused(command),)


def of_persona(look: Look, persona: int) -> tuple[Figure, ...]:
    """The names given for a persona, and one that could be given here; then the traces he leaves."""
    view, entry = look.view, look.view.entry(persona)
    if entry is None:
        return ()
    zones = [zone for zone in bits(entry.named) if zone != view.zone]
    if view.zone != COMMANDER and (entry.named >> view.zone & 1 or could_name(look, persona)):
        zones.insert(0, view.zone)
    found: list[Figure] = []
    for zone in zones:
        found.append(Doubted(persona, zone))
        found += [Captured(persona, zone)] if entry.staged >> zone & 1 else []
    return (*found, Traced(entry.function))


def could_name(look: Look, persona: int) -> bool:
    """True if the own file on a persona leaves one person of the own register, and he may live here."""
    file, entry = look.view.file(persona), look.view.public.index[persona]
    if file is None or file.count < look.view.scenario.numbers.evidence:
        return False
    return file.matches.bit_count() == 1 and bool(entry.possible >> look.view.zone & 1)


def of_place(look: Look) -> tuple[Figure, ...]:
    """The influence of the state under the eye, and the plots that it is warned of."""
    public = look.view.public
    plots = tuple(Plotted(plot.number) for plot in public.plots if plot.zones >> look.place & 1)
    return (Influenced(look.place), *plots, Spread())


def said(look: Look, figures: tuple[Figure, ...]) -> str:
    """The first of the figures on one line; empty for none."""
    if not figures:
        return ""
    first = figures[0]
    if isinstance(first, Refused) and refusal(look.view, first.command) is None:
        return ""
    return short_text(look.view, first, explain(look.view, first, events(look)))


def sheet(look: Look, figures: tuple[Figure, ...], columns: int, rows: int) -> Sheet:  # noqa: ARG001
    """All of them, part by part, then the rule paragraphs."""
    found: list[Row] = []
    rules: list[str] = []
    for figure in figures:
        explanation = explain(look.view, figure, events(look))
        found += figure_rows(look, figure, explanation, columns)
        rules.append(explanation.rule)
        if isinstance(figure, Odds | Refused):
            rules.append(rule_of(figure.command))
    for rule in dict.fromkeys(rule for rule in rules if rule):
        note = _("The numbers of this deck stand above; the table is in the rule book (F1).")
        lines = quoted(rule, note).splitlines()
        found += [Row(of) for text in lines for of in block(text, columns, "dim")]
        found.append(Row(()))
    return Sheet(line((_("Why"), "title"), " ", _("a number in its parts")), tuple(found[:-1]))


def figure_rows(look: Look, figure: Figure, explanation: Explanation, columns: int) -> list[Row]:
    """Name, parts, total, steps, and what it does."""
    steps = len(step_texts(explanation))
    texts = full_texts(look.view, figure, explanation)
    total = 1 + len(explanation.parts)
    found: list[Row] = []
    for n, text in enumerate(texts):
        tone: Tone = "title" if n == 0 else "key" if n == total else "text"
        if total < n <= total + steps:
            tone = "dim" if explanation.how is not How.SHORT else "text"
        indent = "" if n == 0 or n == total else "  "
        found += [Row(of) for of in block(text.strip(), columns, tone, first=indent)]
    done = figure.command if isinstance(figure, Odds | Refused | Risked) else None
    more = deed_text(look.view, done) if done is not None else consequence_text(look.view, figure)
    found += [Row(of) for of in block(more, columns)] if more else []
    return [*found, Row(())]
