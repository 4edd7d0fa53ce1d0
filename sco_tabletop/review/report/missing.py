"""Why it was not more: what each operative who was not taken still lacked, and the track that decided it.

Stands on the first page, after lost and gap (R11.2, R11.1), for whoever asks why an exercise was lost.
Knows a dossier; everything here is public after EndEx.
"""

from __future__ import annotations

from ...core.words import EndReason, Function, Struck, Track
from ...i18n import _
from ...wording import words
from ..measures import Fate, Fortune
from .dossier import Dossier
from .model import Block, Heading, Points, Words
from .terms import fate_text

STEPS = (
    Fate.UNKNOWN,
    Fate.FOUND,
    Fate.UNOPENED,
    Fate.NAMED,
    Fate.LOCATED,
    Fate.STAGED,
    Fate.ESCAPED,
)
"""From the one of whom least was known to the one who nearly was taken."""


def missing(of: Dossier) -> tuple[Block, ...]:
    """What was missing; nothing while the exercise runs, in find only (who was not attributed stands there),
    or where nobody is missing."""
    if not of.finished or not of.flow.names_played:
        return ()
    wanted = Fate.CAPTURED if of.flow.strikes_played else Fate.NAMED
    short = sorted(
        (f for f in of.measures.fortunes if f.fate is not wanted),
        key=lambda f: (f.member.function is not Function.LEADER, STEPS.index(f.fate), f.member.persona),
    )
    if not short:
        return ()
    points = Points(tuple(missing_one(of, fortune) for fortune in short))
    return (Heading(_("What was missing")), *decider(of), points)


def missing_one(of: Dossier, fortune: Fortune) -> Words:
    """How far it came with him; the leader stands first, for without him nothing is won (R7.3)."""
    member, (fate, tone) = fortune.member, fate_text(of.flow, fortune.fate)
    text = _("{persona}, {function}, home {zone}: {fate}")
    return Words(
        text.format(
            persona=words.persona(of.scenario, member.persona),
            function=words.function_name(member.function),
            zone=words.zone_name(of.scenario, member.home),
            fate=fate,
        ),
        last_lines(of, member.persona),
        "alarm" if member.function is Function.LEADER else tone,
    )


def last_lines(of: Dossier, persona: int) -> tuple[int, ...]:
    """Where the log last came further with him: on the Index, named, located, staged, struck."""
    flow = of.flow
    first = [held.line for held in flow.held if held.persona == persona][:1]
    steps = (flow.names, flow.located, flow.staged)
    later = [[deed.line for deed in kind if deed.persona == persona][-1:] for kind in steps]
    end = [strike.line for strike in flow.strikes if persona in (strike.found, strike.persona)]
    return (*first, *(line for lines in later for line in lines), *end)


def decider(of: Dossier) -> tuple[Block, ...]:
    """The track that ended it, or that let men escape, with what moved it."""
    reason = of.public.reason
    if reason is EndReason.THREAT:
        text = _("Threat reached its limit of {limit}; it came from: {causes}.")
        told = text.format(limit=of.scenario.numbers.threat_limit, causes=causes(of, Track.THREAT, 1))
        return (Words(told, lines_of(of, Track.THREAT, 1), "alarm"),)
    if reason is EndReason.TRUST:
        text = _("Public trust was used up; it was lost by: {causes}.")
        told = text.format(causes=causes(of, Track.TRUST, -1))
        return (Words(told, lines_of(of, Track.TRUST, -1), "alarm"),)
    escaped = sum(strike.outcome is Struck.ESCAPED for strike in of.flow.strikes)
    if not escaped:
        return ()
    text = _(
        "Alert stood at {alert} of {most} at the strike, so that each operative escaped with a chance of "
        "{chance}%; it came from: {causes}."
    )
    alert, numbers = of.public.alert, of.scenario.numbers
    chance = max((step.chance for step in numbers.escape_steps if alert >= step.alert), default=0)
    told = text.format(alert=alert, most=numbers.alert_max, chance=chance, causes=causes(of, Track.ALERT, 1))
    return (Words(told, lines_of(of, Track.ALERT, 1), "alarm"),)


def causes(of: Dossier, track: Track, sign: int) -> str:
    """What moved a track that way, the most first."""
    sums: dict[str, int] = {}
    for moved in of.flow.tracks:
        if moved.track is track and moved.amount * sign > 0:
            name = words.cause_name(moved.cause)
            sums[name] = sums.get(name, 0) + moved.amount
    order = sorted(sums.items(), key=lambda item: (-sign * item[1], item[0]))
    return ", ".join(_("{cause} {amount}").format(cause=name, amount=f"{sum_:+d}") for name, sum_ in order)


def lines_of(of: Dossier, track: Track, sign: int) -> tuple[int, ...]:
    """The lines on which a track moved that way."""
    return tuple(m.line for m in of.flow.tracks if m.track is track and m.amount * sign > 0)
