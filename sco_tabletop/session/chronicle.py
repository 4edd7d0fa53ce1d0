"""The journal in groups (one a phase, one a zone's turn), and the last change of every track.

Knows the events that one zone was told, nothing else. Sentences are made only for groups that are open.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from ..core.commands import (
    Analyse,
    Bulletin,
    Command,
    Counsel,
    Lend,
    Locate,
    Monitor,
    Name,
    Protect,
    SendTeam,
    Share,
    Stage,
    StandBy,
    TakeDown,
    Trace,
)
from ..core.events import (
    Analysed,
    AnyEvent,
    AttributionOpened,
    BulletinSent,
    CardDrawn,
    Counselled,
    Event,
    HourDecided,
    InfluenceMoved,
    Lent,
    Located,
    Monitored,
    Named,
    NameOpened,
    NetworkOpened,
    OptionChosen,
    PhaseBegan,
    PreparationMoved,
    ProtectionSet,
    RoundBegan,
    Shared,
    Sighted,
    Staged,
    StoodBy,
    TakenDown,
    TeamSent,
    Traced,
    TrackMoved,
    TurnEnded,
)
from ..core.rules.injects import card_of
from ..core.talk import Reason
from ..core.view import View
from ..core.words import Cause, Phase
from ..i18n import _
from ..wording import commands, words

DID: dict[type[Event], type[Command]] = {
    Monitored: Monitor,
    Analysed: Analyse,
    Traced: Trace,
    Shared: Share,
    BulletinSent: Bulletin,
    Lent: Lend,
    TeamSent: SendTeam,
    TakenDown: TakeDown,
    Counselled: Counsel,
    ProtectionSet: Protect,
    Located: Locate,
    Staged: Stage,
    StoodBy: StandBy,
    Named: Name,
}


@attrs.define
class Group:
    """What happened in one phase or one zone's turn."""

    number: int
    round: int
    what: str
    zone: int
    events: list[AnyEvent] = attrs.field(factory=list)


@attrs.frozen
class Change:
    """The last move of a track: by how much, why (an event), and in which round."""

    round: int
    event: TrackMoved | InfluenceMoved | PreparationMoved


@attrs.define
class Chronicle:
    """Groups in order, and changes by track ("threat", "alert", "trust", "preparation", zone number).

    `loans`: who lent, by (borrower, discipline); `seen`: the round of the last sighting, by (persona, zone);
    `cards`: round and id of each inject card; `answers`: the option chosen, by card. `reasons`: what bots
    said of their moves, by the `id` of an event (practice only).
    """

    groups: list[Group] = attrs.field(factory=list)
    changes: dict[str | int, Change] = attrs.field(factory=dict)
    loans: dict[tuple[int, int], Lent] = attrs.field(factory=dict)
    seen: dict[tuple[int, int], int] = attrs.field(factory=dict)
    cards: list[tuple[int, str]] = attrs.field(factory=list)
    answers: dict[str, int] = attrs.field(factory=dict)
    reasons: Mapping[int, Reason] = attrs.field(factory=dict)

    def group(self, number: int, what: str, zone: int) -> Group:
        """Begin a group."""
        self.groups.append(Group(len(self.groups), number, what, zone))
        return self.groups[-1]


def chronicle(
    entries: Iterable[tuple[int, AnyEvent]], reasons: Mapping[int, Reason] | None = None
) -> Chronicle:
    """Sort (round, event) pairs into groups. They begin with the set-up, or, if their first round is a later
    one, after somebody's turn."""
    found = Chronicle(reasons=reasons or {})
    current = found.group(0, "setup", -1)
    lines = list(entries)
    ended = bool(lines) and lines[0][0] > 0
    for number, event in lines:
        heading = begins(event, ended)
        if heading and heading[0] == current.what == "hour":
            heading = None
        if heading:
            current, ended = found.group(number, *heading), False
        current.events.append(event)
        ended = network_is_next(event) or (ended and not heading)
        note(found, number, event)
    found.groups = [
        group for group in found.groups if any(not isinstance(e, PhaseBegan) for e in group.events)
    ]
    for place, group in enumerate(found.groups):
        group.number = place
    return found


def network_is_next(event: AnyEvent) -> bool:
    """True if the network phase follows, unless another turn begins: after a turn, after a no-go (R4.5)."""
    match event:
        case TurnEnded() | HourDecided(go=False) | TrackMoved(cause=Cause.ABORTED):
            return True
        case _:
            return False


def begins(event: AnyEvent, ended: bool) -> tuple[str, int] | None:
    """(what, zone) if a group begins with this event. After a turn, anything else is the network phase."""
    match event:
        case RoundBegan(chair=chair):
            return "round", chair
        case PhaseBegan(phase=Phase.TURN, acting=zone):
            return "turn", zone
        case PhaseBegan(phase=Phase.CALL, acting=zone):
            return "call", zone
        case PhaseBegan(phase=Phase.GO | Phase.COMMIT, acting=zone):
            return "hour", zone
        case PhaseBegan() | TrackMoved(cause=Cause.ABORTED):
            return None
        case AttributionOpened() | NameOpened() | NetworkOpened():
            return ("endex", -1) if ended else None
        case _:
            return ("network", -1) if ended else None


def note(found: Chronicle, number: int, event: AnyEvent) -> None:
    """Remember the last move of each track, the loans, the last sightings, the cards and their answers."""
    match event:
        case TrackMoved(track=track):
            found.changes[track.value] = Change(number, event)
        case InfluenceMoved(zone=zone):
            found.changes[zone] = Change(number, event)
        case PreparationMoved():
            found.changes["preparation"] = Change(number, event)
        case Lent(to=to, discipline=discipline):
            found.loans[to, discipline] = event
        case Sighted(persona=persona, zone=zone):
            found.seen[persona, zone] = number
        case CardDrawn(card=card):
            found.cards.append((number, card))
        case OptionChosen(card=card, option=option):
            found.answers[card] = option
        case _:
            pass


def heading(view: View, group: Group) -> str:
    """What a group is, in a few words."""
    zone = words.zone_name(view.scenario, group.zone) if group.zone >= 0 else ""
    names = {
        "setup": _("Set-up"),
        "round": _("Round begins"),
        "call": _("H-hour call"),
        "turn": zone,
        "hour": _("H-hour"),
        "network": _("Network phase"),
        "endex": _("EndEx"),
    }
    return names[group.what]


def summary(view: View, group: Group) -> str:
    """A group on one line: for a turn what the zone did, with ✓ and ✗ for rolls."""
    if group.what != "turn":
        cards = [event for event in group.events if isinstance(event, CardDrawn)]
        card = card_of(view.scenario, cards[0].card) if cards else None
        return card.title if card else ""
    parts = [deed(view, event) for event in group.events if type(event) in DID]
    return " · ".join(parts) or _("nothing")


def deed(view: View, event: AnyEvent) -> str:
    """One thing a zone did, short."""
    parts = [commands.action_kind_name(DID[type(event)])]
    persona, to = getattr(event, "persona", -1), getattr(event, "to", -1)
    if persona >= 0:
        parts.append(words.persona(view.scenario, persona))
    if isinstance(event, Analysed):
        parts.append(words.category_name(view.scenario, event.discipline))
    if isinstance(event, Lent):
        parts.append(words.discipline_name(view.scenario, event.discipline))
    if to >= 0 and to != getattr(event, "zone", -1):
        parts.append("→ " + words.zone_code(view.scenario, to))
    success = getattr(event, "success", None)
    if success is not None:
        parts.append("✓" if success else "✗")
    return " ".join(parts)
