"""What a number does: where it leads, what moves it. One sentence a figure, with the deck's own numbers."""

from __future__ import annotations

from ..core.explaining import Figure, Influenced, Prepared, Size, Spread, Tracked
from ..core.figures import escape_percent, slip_percent, trace_fade
from ..core.rules.depth import has_main_plot, has_preparation
from ..core.view import View
from ..core.words import Depth, Track
from ..i18n import _


def consequence_text(view: View, figure: Figure) -> str:
    """The sentence; empty where the parts say it all."""
    numbers = view.scenario.numbers
    match figure:
        case Tracked(Track.THREAT):
            return threat(view)
        case Tracked(Track.ALERT):
            return alert(view)
        case Tracked():
            return trust(view)
        case Prepared():
            return _(
                "At {needed} a plot is ready: two zones are warned, it fires {fuse} rounds later (R6.6)."
            ).format(needed=numbers.preparation_needed, fuse=numbers.plot_fuse)
        case Spread() | Influenced():
            return _(
                "The mean adds to the threat; from {limit} in a zone the network recruits there (R6.4, R6.7)."
            ).format(limit=numbers.recruit_from)
        case Size():
            return _("What is public: the range at the start, and recruitments since (R1.1, R9.7).")
        case _:
            return ""


def threat(view: View) -> str:
    """What the threat does and what raises it."""
    numbers, depth = view.scenario.numbers, view.scenario.depth
    if not has_preparation(depth):
        return _(
            "At {limit} the exercise is lost. The influence of the network raises it (R4.8, R6.7)."
        ).format(limit=numbers.threat_limit)
    if not has_main_plot(depth):
        return _(
            "At {limit} the exercise is lost. A plot adds {plot}, {protected} if the target is protected "
            "(R4.8, R6.7)."
        ).format(
            limit=numbers.threat_limit, plot=numbers.plot_threat, protected=numbers.plot_threat_protected
        )
    return _(
        "At {limit} the exercise is lost. A plot adds {plot} ({protected} if the target is protected), "
        "the main plot {main} (R4.8, R6.7)."
    ).format(
        limit=numbers.threat_limit,
        plot=numbers.plot_threat,
        protected=numbers.plot_threat_protected,
        main=numbers.main_damage,
    )


def alert(view: View) -> str:
    """What the alert does now."""
    numbers, public = view.scenario.numbers, view.public
    if view.scenario.depth is not Depth.FULL:
        return _(
            "Now: traces are rarer by {points} points. A round without a rise lowers it by 1 (R1.3, R6.10)."
        ).format(points=trace_fade(public, numbers))
    return _(
        "Now: a located person slips away with {slip}% a round, a struck one escapes with {escape}%. "
        "A round without a rise lowers it by 1 (R6.9, R7.1)."
    ).format(slip=slip_percent(public, numbers), escape=escape_percent(public, numbers))


def trust(view: View) -> str:
    """What costs public trust."""
    if view.scenario.depth is not Depth.FULL:
        return _("At 0 the exercise is lost (R4.8). Wrong names do not cost it (R10.4).")
    cost = view.scenario.numbers.wrongful_trust
    return _("At 0 the exercise is lost. Each wrongful detention costs {cost} and one grade (R7.3).").format(
        cost=cost
    )
