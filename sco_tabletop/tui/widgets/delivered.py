"""Injects as their recipients have them: cards with sender, method, grade, story time."""

from __future__ import annotations

from collections.abc import Iterable

from ...core.events import AnyEvent, InjectAnnounced, InjectDelivered, TurnEnded
from ...core.message import Delivery
from ...core.view import View
from ...i18n import _
from ...wording.cards import sender_text
from ...wording.grades import grade_text
from ...wording.times import minute_text
from ..text import Line, block, line


def card(of: Delivery, columns: int, *, rounds: bool = True) -> list[Line]:
    """One inject, wrapped; the title line first. Without `rounds` none is named."""
    words = of.message
    head = line((f"{of.inject}  ", "key"), (words.title, "title"))
    when = _("round {round}, exercise time {time}") if rounds else _("exercise time {time}")
    when = when.format(round=of.round, time=minute_text(of.minute))
    if words.story:
        when = _("{when}, story time {story}").format(when=when, story=words.story)
    found = [head, *block(sender_text(words), columns, "dim"), *graded(words.grade, columns)]
    return [*found, *block(when, columns, "dim"), (), *block(words.text, columns)]


def graded(grade: str, columns: int) -> list[Line]:
    """A grade in words."""
    text = grade_text(grade)
    return block(_("Grade {grade}").format(grade=text), columns, "dim") if text else []


def deliveries(view: View) -> list[Delivery]:
    """All that this view was given, announced or to it alone, as they came."""
    return sorted((*view.public.announced, *view.seat.delivered), key=lambda of: (of.minute, of.round))


def fresh(journal: Iterable[tuple[int, AnyEvent]], zone: int) -> tuple[Delivery, ...]:
    """What was delivered to a zone since its last turn ended, up to this moment."""
    found: list[Delivery] = []
    for _round, event in journal:
        match event:
            case TurnEnded(zone=of) if of == zone:
                found.clear()
            case InjectAnnounced(delivery=delivery) | InjectDelivered(delivery=delivery):
                found.append(delivery)
            case _:
                pass
    return tuple(found)
