"""The replay's own panes: the log with the place one stands at, and the knowledge curves. Reads a replay."""

from __future__ import annotations

from ...core.words import COMMANDER
from ...i18n import _
from ...review.records import Close
from ...review.replay import Replay
from ...wording import words
from ..text import Row, Sheet, Tone, block, line, pad, width

BAR = "▮"


def heading(replay: Replay) -> tuple[str, str]:
    """Where the replay stands, and through whose eyes."""
    move = replay.move
    where = _("move {position}/{last}, line {line}, R{round}").format(
        position=replay.position, last=replay.last, line=move.line, round=replay.round
    )
    eyes = (
        _("the public board")
        if replay.seat == COMMANDER
        else words.zone_name(replay.course.scenario, replay.seat)
    )
    return where, eyes


def log_sheet(replay: Replay, columns: int, rows: int) -> Sheet:  # noqa: ARG001
    """Every move with its first sentence; the one that was just made with all of them."""
    inner = columns - 2
    found: list[Row] = []
    for position, move in enumerate(replay.course.moves):
        here = position == replay.position
        texts = replay.texts(position)
        first = texts[0] if texts else _("(nothing that this seat was told)")
        tone: Tone = "strong" if here else "text" if position < replay.position else "dim"
        mark = "►" if here else " "
        head = line((f"{mark}{move.line:>4} R{move.round} ", "key" if here else "dim"))
        body = block(first, inner - width(head), tone)
        found.append(Row((*head, *body[0]), ("move", position)))
        found += [Row((*line(" " * width(head)), *of)) for of in body[1:]]
        for text in texts[1:] if here else ():
            found += [Row(of) for of in block(text, inner, "lead", first="          ")]
    found.append(Row(line((_("(end of the log)"), "dim")), ("end",)))
    where, eyes = heading(replay)
    title = line((_("Log"), "title"), f" {eyes}: {where}")
    return Sheet(title, tuple(found), start=("move", replay.position))


def curves_sheet(replay: Replay, columns: int, told: tuple[str, ...] = ()) -> Sheet:
    """Knowledge over the rounds as bars; the round one stands in is marked. `told`: the odds by round, if
    they were asked for."""
    closes = replay.flow().closes
    most = max((value for close in closes for _n, value, _t in values_of(replay, close)), default=1) or 1
    room = max(10, min(40, columns - 34))
    found = [Row(of) for text in told for of in block(text, columns - 2, "lead")]
    found += [Row(())] if found else []
    for close in closes:
        here = close.round == replay.round
        for name, value, tone in values_of(replay, close):
            mark = "►" if here else " "
            head = pad(f"{mark}R{close.round} {name}", 26)
            bar = BAR * round(room * value / most)
            found.append(Row(line((head, "strong" if here else "dim"), (bar, tone), f" {value}")))
        text = _("threat {threat}, alert {alert}, public trust {trust}; named {named}, staged {staged}")
        if not replay.flow().strikes_played:
            text = _("threat {threat}, alert {alert}, public trust {trust}; named {named}")
        if not replay.flow().names_played:
            text = _("threat {threat}, alert {alert}, public trust {trust}")
        sums = text.format(
            threat=close.threat, alert=close.alert, trust=close.trust,
            named=len(close.named), staged=len(close.staged),
        )  # fmt: skip
        if replay.truth and replay.flow().names_played:
            more = _("{told}; identifiable together {identifiable}, rightly named {right}")
            sums = more.format(told=sums, identifiable=len(close.identifiable), right=len(close.rightly))
        found += [Row(of) for of in block(sums, columns, "dim", first="   ")]
    found += network_rows(replay, columns)
    return Sheet(line((_("Knowledge curves"), "title")), tuple(found))


def values_of(replay: Replay, close: Close) -> list[tuple[str, int, Tone]]:
    """The bars of one round; in find only, where there are no traits, of personas."""
    if not replay.flow().names_played:
        return [
            (_("on the Index"), len(close.found), "lead"),
            (_("attributed"), len(close.attributed), "good"),
        ]
    found: list[tuple[str, int, Tone]] = [(_("held anywhere"), close.pooled, "good")]
    if replay.truth:
        found.append((_("where it mattered"), close.at_home, "lead"))
    elif replay.seat != COMMANDER:
        found.append((_("held by this zone"), close.own, "lead"))
    return found


def network_rows(replay: Replay, columns: int) -> list[Row]:
    """The operatives there were at this moment; nothing unless the truth shows."""
    sc = replay.course.scenario
    found: list[Row] = []
    for member in replay.members():
        text = _("{persona}, {function}, home {zone}").format(
            persona=words.persona(sc, member.persona),
            function=words.function_name(member.function),
            zone=words.zone_name(sc, member.home),
        )
        found += [Row(of) for of in block(text, columns, first="· ")]
    return [Row(()), Row(line((_("The network at this moment"), "title"))), *found] if found else []
