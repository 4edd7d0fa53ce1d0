"""The free liaison share (R5.5) and the bulletin (R5.6): files travel, people do not."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..commands import Bulletin, Share
from ..events import BulletinSent, Shared
from ..rejection import Reason, Rejection
from ..view import View
from ..words import Cause, Phase, Track
from .files import hand_over
from .mechanic import Mechanic, missing_file, no_roll, unknown_zone
from .tracks import move_track

if TYPE_CHECKING:
    from ..desk import Desk

SHARE, BULLETIN = "R5.5", "R5.6"


def something_new(view: View, persona: int, to: int) -> bool:
    """By the Index something may be new to `to`: no file, a category missing, or a link on the own file."""
    file, theirs = view.seat.files[persona], view.public.index[persona].held[to]
    return theirs < 0 or bool(file.held & ~theirs) or file.links != 0


def share_candidates(view: View) -> Iterable[Share]:
    if view.public.zones[view.zone].shares > 0:
        for persona in view.seat.files:
            for to in range(len(view.public.zones)):
                if to != view.zone:
                    yield Share(view.zone, persona, to)


def share_refusal(view: View, command: Share) -> Rejection | None:
    persona, to = command.persona, command.to
    if view.public.zones[command.zone].shares < 1:
        return Rejection(Reason.NO_SHARE, SHARE)
    missing = missing_file(view, persona, SHARE) or unknown_zone(view, to, SHARE)
    if missing:
        return missing
    if not something_new(view, persona, to):
        return Rejection(Reason.NOTHING_NEW, SHARE, persona=persona, zone=to)
    return None


def share_resolve(desk: Desk, command: Share) -> None:
    desk.emit(Shared(command.zone, command.persona, command.to))
    hand_over(desk, command.zone, command.persona, command.to)


def bulletin_candidates(view: View) -> Iterable[Bulletin]:
    if view.public.bulletins > 0:
        for persona, file in view.seat.files.items():
            if file.count >= view.scenario.numbers.evidence:
                yield Bulletin(view.zone, persona)


def bulletin_refusal(view: View, command: Bulletin) -> Rejection | None:
    """Enough traits held, and the limit of the round not reached."""
    persona, evidence = command.persona, view.scenario.numbers.evidence
    missing = missing_file(view, persona, BULLETIN)
    if missing:
        return missing
    if view.public.bulletins < 1:
        return Rejection(Reason.NO_BULLETIN, BULLETIN)
    if view.seat.files[persona].count < evidence:
        return Rejection(Reason.TOO_FEW_TRAITS, BULLETIN, persona=persona, number=evidence)
    return None


def bulletin_resolve(desk: Desk, command: Bulletin) -> None:
    """To all other zones, clockwise from the sender; it may be overheard."""
    zone, count = command.zone, len(desk.state.public.zones)
    desk.emit(BulletinSent(zone, command.persona))
    for step in range(1, count):
        hand_over(desk, zone, command.persona, (zone + step) % count)
    if desk.zone_dice(zone).chance(desk.state.scenario.numbers.bulletin_alert_chance):
        move_track(desk, Track.ALERT, 1, Cause.BULLETIN)


MECHANICS = (
    Mechanic(Share, SHARE, Phase.TURN, share_candidates, share_refusal, share_resolve, no_roll),
    Mechanic(
        Bulletin, BULLETIN, Phase.TURN, bulletin_candidates, bulletin_refusal, bulletin_resolve, no_roll
    ),
)
