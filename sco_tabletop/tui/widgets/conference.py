"""The pane of the public room: the decision that is due, what is asked, who has acted. All of it public."""

from __future__ import annotations

from ...core.view import View
from ...i18n import _
from ...session.conference import Acted, acted_text, requests_text
from ...session.players import Roster
from ...wording import words
from ..look import Look
from ..text import Line, Part, Row, Sheet, Tone, block, line
from . import actions
from .journal import lines_of

HAND_OVER = ("hand over",)
RECALL = ("recall",)


def sheet(
    look: Look, chair: View, roster: Roster, acted: list[Acted], columns: int, *, recall: bool = False
) -> Sheet:
    """What is due stands first: the chair's decision, or the hand-over to the player who is next. `recall`:
    the chair's call may be taken back."""
    inner = columns - 2
    here = decides_here(chair)
    due = decision(look, chair, roster, columns) if here else waiting(look, chair, roster, inner)
    rows = [*due.rows]
    if recall:
        rows.append(Row(line(_("Take the chair's call back"), ("  U", "key")), RECALL))
    rows += [*(Row(of) for of in away(roster, inner)), Row(())]
    rows += [Row(line((_("Requests that stand"), "title")))]
    for number, text in enumerate(requests_text(look.view) or [_("none")]):
        rows += keyed(block(text, inner, first="· "), ("asked", number))
    rows += [Row(()), Row(line((_("The last turns"), "title")))]
    for of in acted:
        tone: Tone = "lead" if of.silent or not of.ended else "text"
        text = acted_text(look.view.scenario, of, roster.player_of(of.zone))
        rows += keyed(block(text, inner, tone, first="· "), ("acted", of.zone))
    rows += network(look, inner)
    return Sheet(due.title, tuple(rows), due.start)


def keyed(lines: list[Line], key: object) -> list[Row]:
    """Rows, the first of which the cursor can reach, so that a long list can be read to its end."""
    return [Row(of, key if number == 0 else None) for number, of in enumerate(lines)]


def decides_here(chair: View) -> bool:
    """True if the decision that is due is taken before everybody."""
    public = chair.public
    return public.result is None and public.phase not in actions.PRIVATE


def decision(look: Look, chair: View, roster: Roster, columns: int) -> Sheet:
    """What the chair decides, on the public board."""
    player = roster.player_of(chair.zone)
    made = Look(chair, look.chronicle, (), look.practice)
    drawn = actions.decision(made, columns)
    who: Part = (f"  {player}", "key")
    title = line((_("CONFERENCE"), "lead"), "  ", *((span.text, span.tone) for span in drawn.title), who)
    return Sheet(title, drawn.rows, drawn.start)


def waiting(look: Look, chair: View, roster: Roster, columns: int) -> Sheet:
    """Who is next; everybody may look at the public board as long as they like."""
    public = chair.public
    title = line((_("CONFERENCE"), "lead"), "  ", (_("what everybody may know"), "strong"))
    if public.result is not None:
        over = [Row(of) for of in block(_("The exercise is over."), columns)]
        return Sheet(title, (*over, actions.end_row()), actions.END)
    player = roster.player_of(public.acting)
    zone = words.zone_name(look.view.scenario, public.acting)
    if not player:
        text = _("{zone} decides now.").format(zone=zone)
        return Sheet(title, tuple(Row(of) for of in block(text, columns, "lead")), None)
    text = _("Next: {player} for {zone}, {phase}.")
    text = text.format(player=player, zone=zone, phase=words.phase_name(public.phase))
    lines: list[Line] = block(text, columns, "lead")
    rows = [*(Row(of) for of in lines), Row(line((_("Hand over the keyboard"), "key")), HAND_OVER)]
    return Sheet(title, tuple(rows), HAND_OVER)


def network(look: Look, columns: int) -> list[Row]:
    """What the network did at the end of the last round, as far as all were told."""
    groups = [group for group in look.chronicle.groups if group.what == "network"]
    if not groups:
        return []
    title = _("The network phase of round {round}").format(round=groups[-1].round)
    rows = [Row(()), Row(line((title, "title")))]
    for number, event in enumerate(groups[-1].events):
        rows += keyed(lines_of(look.view, (event,), columns), ("network", number))
    return rows


def away(roster: Roster, columns: int) -> list[Line]:
    """Who has left the table."""
    names = ", ".join(player.name for player in roster.players if player.name in roster.away)
    if not names:
        return []
    return [(), *block(_("Not at the table: {names}.").format(names=names), columns, "lead")]
