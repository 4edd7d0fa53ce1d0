"""The journal: what the zone was told, in groups that unfold. Pure functions from a look to lines."""

from __future__ import annotations

from ...core.events import AnyEvent, Told
from ...core.view import View
from ...core.words import COMMANDER
from ...i18n import _
from ...session.changes import Change
from ...session.chronicle import Group, heading, summary
from ...wording import events as says
from ...wording.reasons import reason_text
from ..look import Look
from ..text import Line, Row, Sheet, Span, Tone, block, clip, line, plain

ALWAYS_OPEN = ("network", "round", "hour")


def tone_of(event: AnyEvent) -> tuple[str, Tone]:
    """Glyph and tone of an event."""
    if says.is_alarm(event):
        return "! ", "alarm"
    if says.is_good(event):
        return "+ ", "good"
    return "· ", "text"


def told_to(view: View, event: AnyEvent) -> bool:
    """True if this seat was told the event: public, or its own."""
    return event.told is Told.PUBLIC or (
        event.told is Told.ZONE and getattr(event, "zone", None) == view.zone
    )


def lines_of(view: View, events: tuple[AnyEvent, ...] | list[AnyEvent], columns: int) -> list[Line]:
    """The events that deserve a line."""
    found: list[Line] = []
    for event in events:
        text = says.event_text(view, event) if told_to(view, event) else None
        if text:
            glyph, tone = tone_of(event)
            found += block(text, columns, tone, first=glyph)
    return found


def news_lines(found: list[Change], columns: int) -> list[Line]:
    """One line for each thing that is new, longer ones wrapped."""
    return [of for one in found for of in block(one.text, columns, one.tone, first=f"{one.glyph} ")]


def told_lines(look: Look, event: AnyEvent, columns: int) -> list[Line]:
    """An event's lines, indented; made once, since what was told does not change."""
    key = (event, look.view.zone, columns)
    if key not in look.told:
        look.told[key] = [(Span("    "), *of) for of in lines_of(look.view, (event,), columns - 4)]
    found = look.told[key]
    if found and concerns(event, look.persona):
        return [(Span("  ▸ ", "key"), *found[0][1:]), *found[1:]]
    return found


def concerns(event: AnyEvent, persona: int) -> bool:
    """True if the event is about a persona."""
    return persona >= 0 and getattr(event, "persona", -1) == persona


def said_lines(look: Look, event: AnyEvent, columns: int) -> list[Line]:
    """Why a bot did it, in practice mode; nothing for other events."""
    reason = look.chronicle.reasons.get(id(event))
    if reason is None:
        return []
    text = reason_text(look.view, reason)
    return [(Span("      "), *of) for of in block(text, columns - 6, "dim", first=_("why: "))]


def holding(look: Look, wanted: str) -> list[tuple[int, str]]:
    """Group and text of every line that this zone was told and that has the text, the newest first."""
    found = []
    for group in reversed(look.chronicle.groups):
        for event in reversed(group.events):
            said = says.event_text(look.view, event) if told_to(look.view, event) else None
            reason = look.chronicle.reasons.get(id(event))
            texts = (said or "", reason_text(look.view, reason) if reason else "")
            found += [(group.number, text) for text in texts if wanted.casefold() in text.casefold()]
    return found


def row_of(rows: tuple[Row, ...], group: int, text: str) -> int:
    """The row of an open group on which a text begins; that of the group if it is nowhere."""
    key = ("group", group)
    head = next((n for n, row in enumerate(rows) if row.key == key), 0)
    end = next((n for n in range(head + 1, len(rows)) if rows[n].key is not None), len(rows))
    said = [" ".join(plain(row.line).split()) for row in rows[head:end]]
    wanted = " ".join(text.split())
    return head + max((n for n in range(len(said)) if wanted in " ".join(said[n:])), default=0)


def is_open(look: Look, group: Group, turned: frozenset[int]) -> bool:
    """Own turns and what concerns everybody stand open, turns of others folded; `turned` is the other way."""
    default = group.what in ALWAYS_OPEN or (group.what == "turn" and group.zone in look.mine)
    return default != (group.number in turned)


def marked(look: Look, group: Group) -> str:
    """A mark at a folded group that is about the persona under the eye."""
    about = any(concerns(event, look.persona) and told_to(look.view, event) for event in group.events)
    return _("  ▸ {persona}").format(persona=look.alias(look.persona)) if about else ""


def sheet(look: Look, turned: frozenset[int], columns: int, rows: int) -> Sheet:  # noqa: ARG001
    """All groups, oldest first."""
    view, inner = look.view, columns - 2
    found: list[Row] = []
    for group in look.chronicle.groups:
        opened = is_open(look, group, turned)
        mark = "▾" if opened else "▹"
        head = line(
            (f"{mark} R{group.round} ", "dim"),
            (heading(view, group), "strong"),
            f": {summary(view, group)}" if summary(view, group) and not opened else "",
            (marked(look, group) if not opened else "", "key"),
        )
        found.append(Row(clip(head, inner), ("group", group.number)))
        if opened:
            for event in group.events:
                found += [
                    Row(of) for of in (*told_lines(look, event, inner), *said_lines(look, event, inner))
                ]
    whom = (
        _("what everybody was told")
        if view.zone == COMMANDER
        else _("what {zone} was told").format(zone=look.name(view.zone))
    )
    title = line((_("Journal"), "title"), " ", whom)
    last = ("group", look.chronicle.groups[-1].number) if look.chronicle.groups else None
    return Sheet(title, tuple(found), start=last, bottom=True)
