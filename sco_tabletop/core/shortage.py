"""What a refused command is short of: what there is and what it takes, as far as it can be counted."""

from __future__ import annotations

from .commands import AnyCommand
from .explaining import Part, Term
from .rejection import Reason, Rejection
from .view import View


def shortage(view: View, command: AnyCommand, why: Rejection) -> tuple[Part, ...]:
    """(have, needed), or nothing where the reason is no number."""
    found = allowance(view, command, why) or of_case(view, why)
    if found is None:
        return ()
    have, needed = found
    return Part(Term.HAVE, have), Part(Term.NEEDED, needed)


def allowance(view: View, command: AnyCommand, why: Rejection) -> tuple[int, int] | None:
    """What a round gives a zone, or the coalition."""
    if not 0 <= view.zone < len(view.public.zones):
        return None
    board = view.public.zones[view.zone]
    match why.reason:
        case Reason.NO_ACTIONS:
            return board.actions, command.cost
        case Reason.NO_SHARE:
            return board.shares, 1
        case Reason.NO_REQUEST:
            return board.requests, 1
        case Reason.NO_BULLETIN:
            return view.public.bulletins, 1
        case Reason.NO_TEAM:
            return view.public.free_teams(view.zone), 1
        case Reason.NO_INFLUENCE:
            return 0, 1
        case _:
            return None


def of_case(view: View, why: Rejection) -> tuple[int, int] | None:
    """What a file or a level lacks."""
    file = view.file(why.persona)
    match why.reason:
        case Reason.TOO_FEW_TRAITS if file is not None:
            return file.count, why.number
        case Reason.MANY_MATCHES:
            return why.number, 1
        case Reason.NO_LEVEL if 0 <= why.discipline < len(view.public.zones[view.zone].levels):
            board = view.public.zones[view.zone]
            return board.level(why.discipline), max(1, why.number)
        case Reason.FROZEN:
            return view.public.round, why.number + 1
        case _:
            return None
