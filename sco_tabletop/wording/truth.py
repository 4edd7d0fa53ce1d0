"""What only the full log holds, in words: for a finished exercise that is read with the truth."""

from __future__ import annotations

from ..core.events import (
    AnyEvent,
    LeadValueDrawn,
    MainPlotSet,
    OperativeJoined,
    PlotTargeted,
    TraceLaid,
)
from ..core.scenario import Scenario
from ..i18n import _
from . import words


def secret_text(scenario: Scenario, aliases: tuple[int, ...], event: AnyEvent) -> str | None:
    """A line for an event that nobody was told; None for book-keeping. `aliases`: the operatives' personas
    in order of creation, as far as dealt."""
    match event:
        case OperativeJoined(home=home, function=function, persona=persona):
            return _("[truth] {persona}, {function}, joins the network; home {zone}.").format(
                persona=words.persona(scenario, persona),
                function=words.function_name(function),
                zone=words.zone_name(scenario, home),
            )
        case TraceLaid(field=field, operative=operative, channel=channel):
            return _("[truth] {persona} leaves a trace in {zone}, on a {channel}.").format(
                persona=words.persona(scenario, aliases[operative]),
                zone=words.zone_name(scenario, field),
                channel=scenario.channels[channel],
            )
        case PlotTargeted(target=target):
            return _("[truth] The plot is aimed at {zone}.").format(zone=words.zone_name(scenario, target))
        case MainPlotSet(round=number):
            return _("[truth] The main plot is set for the end of round {round}.").format(round=number)
        case LeadValueDrawn():
            return _("[truth] What the unverified lead says is drawn.")
        case _:
            return None
