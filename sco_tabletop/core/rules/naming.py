"""Free moves on names and traits: name (R5.15), withdraw (R5.17), discard (R9.2)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..commands import Discard, Name, Withdraw
from ..events import Named, NameLost, PersonNamed
from ..rejection import Reason, Rejection
from ..seat import bits
from ..view import View
from ..words import NameLoss, Phase
from .files import discard_trait
from .mechanic import Mechanic, missing_file, no_roll

if TYPE_CHECKING:
    from ..desk import Desk

NAME, WITHDRAW, DISCARD = "R5.15", "R5.17", "R9.2"


def name_candidates(view: View) -> Iterable[Name]:
    evidence = view.scenario.numbers.evidence
    for persona, file in view.seat.files.items():
        if file.count >= evidence:
            yield Name(view.zone, persona)


def name_refusal(view: View, command: Name) -> Rejection | None:
    """Enough traits, exactly one match, the own zone a possible home."""
    persona, evidence = command.persona, view.scenario.numbers.evidence
    missing = missing_file(view, persona, NAME)
    if missing:
        return missing
    if persona in view.seat.names:
        return Rejection(Reason.NAMED, NAME, persona=persona)
    file = view.seat.files[persona]
    if file.count < evidence:
        return Rejection(Reason.TOO_FEW_TRAITS, NAME, persona=persona, number=evidence)
    matches = file.matches.bit_count()
    if matches != 1:
        reason = Reason.MANY_MATCHES if matches else Reason.NO_MATCH
        return Rejection(reason, "R9.3" if matches else NAME, persona=persona, number=matches)
    if not view.public.index[persona].possible >> command.zone & 1:
        return Rejection(Reason.NOT_POSSIBLE, NAME, persona=persona, zone=command.zone)
    return None


def name_resolve(desk: Desk, command: Name) -> None:
    file = desk.state.seats[command.zone].files[command.persona]
    desk.emit(Named(command.zone, command.persona))
    desk.emit(PersonNamed(command.zone, command.persona, bits(file.matches)[0]))


def withdraw_candidates(view: View) -> Iterable[Withdraw]:
    for persona in view.seat.names:
        yield Withdraw(view.zone, persona)


def withdraw_refusal(view: View, command: Withdraw) -> Rejection | None:
    if command.persona in view.seat.names:
        return None
    return Rejection(Reason.NOT_NAMED, WITHDRAW, persona=command.persona)


def withdraw_resolve(desk: Desk, command: Withdraw) -> None:
    desk.emit(NameLost(command.zone, command.persona, NameLoss.WITHDRAWN))


def discard_candidates(view: View) -> Iterable[Discard]:
    for persona, file in view.seat.files.items():
        for category in bits(file.held):
            yield Discard(view.zone, persona, category)


def discard_refusal(view: View, command: Discard) -> Rejection | None:
    persona, category = command.persona, command.category
    missing = missing_file(view, persona, DISCARD)
    if missing:
        return missing
    if category < 0 or not view.seat.files[persona].held >> category & 1:
        return Rejection(Reason.NOT_HELD, DISCARD, persona=persona, discipline=category)
    return None


def discard_resolve(desk: Desk, command: Discard) -> None:
    discard_trait(desk, command.zone, command.persona, command.category)


MECHANICS = (
    Mechanic(Name, NAME, Phase.TURN, name_candidates, name_refusal, name_resolve, no_roll),
    Mechanic(
        Withdraw, WITHDRAW, Phase.TURN, withdraw_candidates, withdraw_refusal, withdraw_resolve, no_roll
    ),
    Mechanic(Discard, DISCARD, Phase.TURN, discard_candidates, discard_refusal, discard_resolve, no_roll),
)
