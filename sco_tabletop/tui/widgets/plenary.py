"""The conference pane of a facilitated exercise: why it stands still, what is due, the announced injects as
cards. All of it public: never a line of the script."""

from __future__ import annotations

from ...core.commands import DrawInject
from ...core.words import COMMANDER, Phase
from ...i18n import _
from ...session.conducted import ConductedSession
from ...session.conference import acted_text, last_turns, requests_text
from ...wording import words
from ..look import Look
from ..text import Row, Sheet, Tone, block, line
from . import conference
from .delivered import card, deliveries
from .standing import halted_text


def sheet(look: Look, session: ConductedSession, columns: int) -> Sheet:
    """What is due first, then the last inject, the requests, the last turns, the injects before."""
    inner = columns - 2
    due = due_sheet(look, session, columns)
    cards = [card(of, inner) for of in reversed(deliveries(look.view))]
    rows = [*due.rows, Row(())]
    if cards:
        rows += [*conference.keyed(cards[0], ("card", len(cards))), Row(())]
    rows.append(Row(line((_("Requests that stand"), "title"))))
    for number, text in enumerate(requests_text(look.view) or [_("none")]):
        rows += conference.keyed(block(text, inner, first="· "), ("asked", number))
    rows += [Row(()), Row(line((_("The last turns"), "title")))]
    for of in last_turns(session.journal(COMMANDER), len(session.seats)):
        tone: Tone = "lead" if of.silent or not of.ended else "text"
        text = acted_text(look.view.scenario, of, player_of(session, of.zone))
        rows += conference.keyed(block(text, inner, tone, first="· "), ("acted", of.zone))
    for number, lines in enumerate(cards[1:], 2):
        rows += [Row(()), *conference.keyed(lines, ("card", len(cards) - number + 1))]
    rows += [Row(of) for of in conference.away(session.roster, inner)]
    return Sheet(due.title, tuple(rows), due.start)


def player_of(session: ConductedSession, zone: int) -> str:
    """Who plays a zone at the keyboard; nobody where decisions are called out."""
    return "" if session.conduct.called else session.roster.player_of(zone)


def due_sheet(look: Look, session: ConductedSession, columns: int) -> Sheet:
    """The decision that is due, or why there is none now."""
    chair = session.chair_view()
    title = line((_("CONFERENCE"), "lead"), "  ", (_("what everybody may know"), "strong"))
    if halted := halted_text(session):
        return Sheet(title, tuple(Row(of) for of in block(halted, columns - 2, "lead")))
    if conference.decides_here(chair):
        if session.phase is Phase.INJECT and session.human_turn:
            return opening(look, session, columns)
        drawn = conference.decision(look, chair, session.roster, columns)
        title = drawn.title[:-1] if session.conduct.called else drawn.title
        return Sheet(title, drawn.rows, drawn.start)
    if not session.conduct.called or not session.human_turn:
        return conference.waiting(look, chair, session.roster, columns)
    text = _("{zone}, {phase}: decide, and call your decisions out; the facilitator enters them.")
    text = text.format(zone=look.name(session.acting), phase=words.phase_name(session.phase))
    rows = [*(Row(of) for of in block(text, columns - 2, "lead"))]
    rows.append(Row(line((_("Enter the decisions (console)"), "key")), conference.HAND_OVER))
    return Sheet(title, tuple(rows), conference.HAND_OVER)


def opening(look: Look, session: ConductedSession, columns: int) -> Sheet:
    """The round begins: the chair opens it; the script decides whether a card is drawn."""
    title = line((_("CONFERENCE"), "lead"), "  ", (_("the round begins"), "strong"))
    text = _("{zone} has the chair in round {round} and opens it.")
    text = text.format(zone=look.name(session.acting), round=session.round)
    command = DrawInject(session.acting)
    rows = [*(Row(of) for of in block(text, columns - 2, "lead"))]
    rows.append(Row(line((_("Open the round"), "key")), command))
    return Sheet(title, tuple(rows), command)
