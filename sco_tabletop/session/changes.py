"""What has changed since a zone's last turn, the most pressing first: from the events that it was told.

Tracks are netted, so that three moves of the threat are one line. Knows a view and what its zone was told;
must not know a screen.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal

import attrs

from ..core.events import (
    AnyEvent,
    CardDrawn,
    CommitmentMade,
    Event,
    HourCalled,
    HourDecided,
    InfluenceMoved,
    LeadOffered,
    Lent,
    LinksLearned,
    Located,
    LocationLost,
    MainPlotDated,
    MainPlotFired,
    Named,
    NameLost,
    PersonaFound,
    PhaseBegan,
    PlotFired,
    PlotWarned,
    PreparationMoved,
    ProtectionSet,
    Recruited,
    RoundBegan,
    Sighted,
    Staged,
    TakenDown,
    TeamSent,
    TrackMoved,
    TraitsLearned,
    TurnEnded,
)
from ..core.view import View
from ..core.words import COMMANDER, Cause, Track
from ..i18n import _
from ..wording import words
from ..wording.events import event_text
from .chronicle import Chronicle, summary
from .conference import requests_text

Weight = Literal["alarm", "lead", "good", "text", "dim"]
"""Bad, worth a look, good, neither, and what is told for completeness."""
MARKS: Final[dict[type[Event], tuple[int, str, Weight]]] = {
    MainPlotFired: (0, "‼", "alarm"),
    PlotFired: (0, "‼", "alarm"),
    PlotWarned: (1, "‼", "alarm"),
    LocationLost: (2, "✗", "alarm"),
    NameLost: (2, "✗", "alarm"),
    Recruited: (3, "!", "alarm"),
    HourCalled: (4, "⚑", "lead"),
    HourDecided: (4, "⚑", "lead"),
    MainPlotDated: (4, "⚑", "lead"),
    LeadOffered: (5, "?", "lead"),
    CardDrawn: (7, "▪", "text"),
    Staged: (8, "▲", "good"),
    Located: (8, "◎", "good"),
    Named: (8, "◇", "good"),
    PersonaFound: (9, "○", "text"),
    TraitsLearned: (9, "+", "good"),
    LinksLearned: (9, "+", "good"),
    TakenDown: (10, "■", "text"),
    Lent: (10, "⇆", "text"),
    TeamSent: (10, "▲", "text"),
    ProtectionSet: (10, "▣", "text"),
    Sighted: (11, "⊙", "text"),
}
"""What is worth telling: how pressing (low is first), glyph, weight. Tracks and requests stand between."""
ASKED: Final = 5
TRACKS: Final = 6
FIGURES: Final[tuple[tuple[Track, str, int], ...]] = (
    (Track.THREAT, "threat", 1),
    (Track.ALERT, "alert", 1),
    (Track.TRUST, "trust", -1),
)
"""Each track, its name on the board, and the direction that hurts."""
RISES: Final[tuple[tuple[str, Weight, int], ...]] = (("▲", "lead", 1), ("▼", "good", -1))
"""Of influence: glyph, weight, direction."""


@attrs.frozen
class Change:
    """One thing that is new. `pressing`: the lower, the earlier it is told."""

    pressing: int
    glyph: str
    text: str
    tone: Weight


def events_of(told: Chronicle) -> list[AnyEvent]:
    """All that was told, without the beginnings of phases: a group of nothing else is none."""
    return [event for group in told.groups for event in group.events if not isinstance(event, PhaseBegan)]


def apart(view: View, told: Chronicle, looked: int) -> tuple[list[AnyEvent], list[AnyEvent]]:
    """(before, after) the end of the zone's last turn, or the first `looked` events if that is later; for the
    public view the beginning of the round."""
    zone, events = view.zone, events_of(told)
    mark = 0
    for place, event in enumerate(events, 1):
        ends = isinstance(event, TurnEnded | CommitmentMade) and event.zone == zone
        if ends or (zone == COMMANDER and isinstance(event, RoundBegan)):
            mark = place
    mark = max(mark, looked)
    return events[:mark], events[mark:]


def changes(view: View, told: Chronicle, looked: int = 0) -> list[Change]:
    """Everything that is new, the most pressing first; what the zone itself does in its turn is not news,
    and what happened twice is told once. The first `looked` events (see `events_of`) are known already."""
    before, after = apart(view, told, looked)
    found = [*tracks(view, after), *influence(view, after), *preparation(view, before, after)]
    found += [Change(ASKED, "?", text, "lead") for text in asked(view)]
    own = {
        id(event)
        for group in told.groups
        if group.what == "turn" and group.zone == view.zone
        for event in group.events
    }
    for event in after:
        if type(event) in MARKS and id(event) not in own and not failed(event):
            pressing, glyph, tone = MARKS[type(event)]
            text = event_text(view, event)
            found += [Change(pressing, glyph, text, tone)] if text else []
    found = sorted(dict.fromkeys(found), key=lambda change: change.pressing)
    return [*found, *deeds(view, told, {id(event) for event in after})]


def deeds(view: View, told: Chronicle, after: set[int]) -> Iterable[Change]:
    """What the others did in their turns, a line a turn."""
    for group in told.groups:
        fresh = any(id(event) in after for event in group.events)
        if group.what == "turn" and group.zone != view.zone and fresh:
            zone = words.zone_name(view.scenario, group.zone)
            text = _("{zone}: {deeds}").format(zone=zone, deeds=summary(view, group))
            yield Change(len(MARKS), "·", text, "dim")


def urgent_first(told: Iterable[AnyEvent]) -> list[AnyEvent]:
    """The same events; what cannot wait comes before the rest, which keeps its order."""
    rest = len(MARKS)
    return sorted(told, key=lambda e: p if (p := MARKS.get(type(e), (rest,))[0]) < ASKED else rest)


def failed(event: AnyEvent) -> bool:
    """True for a roll that found nothing."""
    return isinstance(event, Located) and not event.success


def asked(view: View) -> list[str]:
    """Requests to this zone that stand."""
    return requests_text(view, view.zone) if view.zone != COMMANDER else []


def tracks(view: View, after: list[AnyEvent]) -> Iterable[Change]:
    """Threat, alert and public trust, from what to what."""
    for track, name, hurts in FIGURES:
        moved = sum(e.amount for e in after if isinstance(e, TrackMoved) and e.track is track)
        if moved:
            now: int = getattr(view.public, name)
            yield figure(words.track_name(track), now - moved, now, hurts)


def figure(name: str, old: int, new: int, hurts: int) -> Change:
    """One number, from what to what."""
    text = _("{name} {old} → {new}").format(name=name, old=old, new=new)
    bad = (new - old) * hurts > 0
    return Change(TRACKS, "▲" if new > old else "▼", text, "lead" if bad else "good")


def influence(view: View, after: list[AnyEvent]) -> Iterable[Change]:
    """The influence in each zone, rises first, all on one line each way."""
    moved: dict[int, int] = {}
    for event in after:
        if isinstance(event, InfluenceMoved):
            moved[event.zone] = moved.get(event.zone, 0) + event.amount
    zones = view.public.zones
    for glyph, tone, way in RISES:
        texts = [
            _("{zone} {old} → {new}").format(
                zone=words.zone_code(view.scenario, zone),
                old=zones[zone].influence - amount,
                new=zones[zone].influence,
            )
            for zone, amount in sorted(moved.items())
            if amount * way > 0
        ]
        if texts:
            text = _("Influence {zones}").format(zones=", ".join(texts))
            yield Change(TRACKS, glyph, text, tone)


def preparation(view: View, before: list[AnyEvent], after: list[AnyEvent]) -> Iterable[Change]:
    """Plans, funds, weapons and supplies of the network, as far as they moved."""
    if not any(isinstance(event, PreparationMoved) for event in after):
        return
    old = next((e.parts for e in reversed(before) if isinstance(e, PreparationMoved)), (0, 0, 0, 0))
    new = view.public.preparation
    names = (_("plans"), _("funds"), _("weapons"), _("supplies"))
    texts = [
        _("{name} {old} → {new}").format(name=name, old=was, new=now)
        for name, was, now in zip(names, old, new, strict=True)
        if was != now
    ]
    if texts:
        bad = sum(new) > sum(old)
        plot = any(isinstance(event, PreparationMoved) and event.cause is Cause.PLOT for event in after)
        text = _("The preparation became a plot: {parts}") if plot else _("The network prepares: {parts}")
        text = text.format(parts=", ".join(texts))
        yield Change(TRACKS, "▲" if bad else "▼", text, "lead" if bad or plot else "good")
