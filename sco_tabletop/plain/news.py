"""What is new to the zone that decides, and where the exercise stands for whoever goes on with it.

Reads the views and journals that the session hands out; the same news as the round pane of the screens.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from ..core.events import Told
from ..core.view import View
from ..core.words import COMMANDER, Phase
from ..i18n import _, n_
from ..session.changes import changes, events_of
from ..session.chronicle import chronicle
from ..session.session import Session
from ..wording import words
from ..wording.events import event_text
from . import board

MOST: Final = 8
"""Lines of news at most, so that the decision is not talked away."""


@attrs.define
class News:
    """One sitting of a person. `heard` counts, for each zone, the lines of its journal that were due so far,
    `looked` the events that were told before it decided last."""

    heard: dict[int, int] = attrs.field(factory=dict)
    looked: dict[int, int] = attrs.field(factory=dict)

    def due(self, session: Session) -> list[str]:
        """Before a decision of the acting zone: what it alone was told, then what is new, once."""
        zone = session.acting
        told = chronicle(session.journal(zone))
        looked, self.looked[zone] = self.looked.get(zone, 0), len(events_of(told))
        begun = bool(session.view(zone).public.drawn)
        fresh = begun and self.looked[zone] > looked
        return [*self._alone(session), *(lines(session, session.view(zone), looked) if fresh else ())]

    def decided(self, session: Session, zone: int) -> None:
        """The zone has decided, and was told at once what that brought."""
        if zone in session.mine:
            self.looked[zone] = len(events_of(chronicle(session.journal(zone))))

    def _alone(self, session: Session) -> Iterator[str]:
        """A person with several zones: what the acting one alone was told while others acted (R3.3)."""
        zone = session.acting
        journal = session.journal(zone)
        fresh, self.heard[zone] = journal[self.heard.get(zone, 0) :], len(journal)
        if len(session.humans) < 2 or zone == session.humans[0]:
            return
        view = session.view(zone)
        for number, event in fresh:
            text = event_text(view, event) if event.told is Told.ZONE else None
            if text:
                yield _("Told to {zone} in round {round}: {text}").format(
                    zone=words.zone_name(session.scenario, zone), round=number, text=text
                )


def lines(session: Session, view: View, looked: int = 0) -> list[str]:
    """What is new to a zone, or to everybody, the most pressing first, its heading before it; at most `MOST`
    lines, the last of which counts what is left out. The first `looked` events are known already."""
    found = [f"  {of.text}" for of in changes(view, chronicle(session.journal(view.zone)), looked)]
    if not found:
        return []
    room = MOST - 1
    if len(found) > room:
        left = len(found) - room + 1
        more = n_("and {count} more line; j tells all.", "and {count} more lines; j tells all.", left)
        found = [*found[: room - 1], f"  {more.format(count=left)}"]
    if view.zone == COMMANDER:
        return [_("New since the round began:"), *found]
    zone = words.zone_name(view.scenario, view.zone)
    return [_("New to {zone}:").format(zone=zone), *found]


def nothing(found: list[str]) -> list[str]:
    """The lines, or that there are none."""
    return found or [_("Nothing is new.")]


def where(session: Session) -> Iterator[str]:
    """Going on with a save: the round, whose decision it is, who still acts, what own zones have left."""
    view = session.view(COMMANDER)
    public, scenario = view.public, view.scenario
    if public.result is not None:
        return
    text = _("You are in round {round} of {rounds}. Now: {phase}, {zone}.")
    yield text.format(
        round=public.round,
        rounds=scenario.numbers.rounds,
        phase=words.phase_name(public.phase),
        zone=words.zone_name(scenario, public.acting),
    )
    after = to_come(view)
    if after:
        yield _("Still to act in this round: {zones}.").format(zones=", ".join(after))
    for zone in session.mine:
        if zone != public.acting:
            yield from board.own(session.view(zone))


def to_come(view: View) -> list[str]:
    """The zones whose turns of this round are still to come, in their order; none outside of the turns."""
    public = view.public
    count = len(public.zones)
    order = [(public.lead_zone + step) % count for step in range(count)]
    if public.phase is not Phase.TURN:
        return []
    return [words.zone_name(view.scenario, zone) for zone in order[order.index(public.acting) + 1 :]]
