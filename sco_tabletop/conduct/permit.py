"""Why an act of the staff is not possible now, as one sentence with the way out. Knows the board only."""

from __future__ import annotations

from ..i18n import _
from .acts import (
    Act,
    Called,
    Completed,
    Composed,
    Continued,
    DrawPassedBy,
    Dropped,
    Ended,
    Freed,
    Held,
    Joined,
    Observed,
    Paused,
    Planned,
    Postponed,
    Rated,
    Released,
    Remarked,
    Skipped,
    Started,
)
from .board import Board, Item, Status

LONGEST = 600
"""Letters of a text that the staff writes."""


def why_not(board: Board, act: Act) -> str:
    """Why not; empty if it is possible. What the rules say to a release is asked of them afterwards."""
    match act:
        case Started():
            return _("The exercise has started already.") if board.started else ""
        case Paused() | Continued():
            return _running(board, act)
        case Ended() | DrawPassedBy():
            return _on(board)
        case Postponed(injects=numbers, minutes=minutes, rounds=rounds):
            return _postpone(board, numbers, minutes, rounds)
        case Released() | Held() | Freed() | Skipped() | Completed():
            return _inject(board, act)
        case Composed():
            return _compose(board, act)
        case Dropped(entry=entry):
            return "" if entry in board.records else _("There is no such record any more.")
        case _:
            return _text(act)


def _on(board: Board) -> str:
    if not board.started:
        return _("Start the exercise first (StartEx).")
    return _("The exercise has ended.") if board.ended else ""


def _running(board: Board, act: Paused | Continued) -> str:
    if trouble := _on(board):
        return trouble
    if isinstance(act, Paused):
        return "" if board.running else _("The exercise is paused already.")
    return _("The exercise is running already.") if board.running else ""


def _postpone(board: Board, numbers: tuple[str, ...], minutes: int, rounds: int) -> str:
    if not (0 <= minutes <= 240 and 0 <= rounds <= 20) or not (minutes or rounds):
        return _("Postpone by 1 to 240 minutes, or 1 to 20 rounds.")
    if not numbers:
        return _("There is nothing left to postpone.")
    gone = [number for number in numbers if number not in board.items or not board.items[number].open]
    return _("Inject {number} is not waiting any more.").format(number=gone[0]) if gone else ""


def _inject(board: Board, act: Released | Held | Freed | Skipped | Completed) -> str:
    item = board.items.get(act.inject)
    if item is None:
        return _("There is no inject {number}.").format(number=act.inject)
    match act:
        case Released(to=to, everybody=everybody):
            return _release(board, item, to, everybody)
        case Skipped(reason=reason) if not reason.strip():
            return _("Say why the inject is skipped; the reason goes into the report.")
        case Held() | Skipped():
            return _still(item)
        case Freed():
            waits = item.status in (Status.HELD, Status.SKIPPED)
            return "" if waits else _("Inject {number} is not held.").format(number=act.inject)
        case Completed(branch=branch, narrative=text):
            return _complete(item, branch, text)


def _release(board: Board, item: Item, to: tuple[int, ...], everybody: bool) -> str:
    if trouble := _on(board) or _still(item):
        return trouble
    return "" if to or everybody else _("Choose to whom the inject goes.")


def _still(item: Item) -> str:
    if item.out:
        return _("Inject {number} was released already.").format(number=item.inject.id)
    if item.status is Status.SKIPPED:
        return _("Inject {number} was skipped; set it free first.").format(number=item.inject.id)
    return ""


def _complete(item: Item, branch: str, text: str) -> str:
    if not item.out:
        return _("Inject {number} has not been released.").format(number=item.inject.id)
    if branch and branch not in {one.id for one in item.inject.branches}:
        return _("Inject {number} has no branch {branch}.").format(number=item.inject.id, branch=branch)
    return _long(text)


def _compose(board: Board, act: Composed) -> str:
    if trouble := _on(board):
        return trouble
    if act.inject in board.items or board.script.inject(act.inject) is not None:
        return _("There is an inject {number} already.").format(number=act.inject)
    if not act.message.title.strip() or not act.message.text.strip():
        return _("An inject needs a title and a message.")
    if not act.to and not act.everybody:
        return _("Choose to whom the inject goes.")
    return _long(act.message.text)


def _text(act: Observed | Called | Rated | Joined | Remarked | Planned) -> str:
    needed = {
        Observed: "text",
        Called: "text",
        Joined: "name",
        Remarked: "text",
        Planned: "issue",
    }.get(type(act))
    if needed and not getattr(act, needed).strip():
        return _("Nothing was written; nothing is kept.")
    return _long(getattr(act, needed)) if needed else _long(act.reason if isinstance(act, Rated) else "")


def _long(text: str) -> str:
    return _("At most {most} letters.").format(most=LONGEST) if len(text) > LONGEST else ""
