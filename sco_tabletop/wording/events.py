"""An event as one line of the journal. Called only with events that the reading seat was told."""

from __future__ import annotations

from ..core.events import (
    AnyEvent,
    LinksLearned,
    Located,
    LocationLost,
    MainPlotDated,
    MainPlotFired,
    Named,
    NameOpened,
    PersonaFound,
    PlotFired,
    PlotWarned,
    Recruited,
    RegisterChecked,
    TeamStruck,
    TraitsLearned,
)
from ..core.view import View
from ..core.words import Struck
from .acts import of_actions, of_forces, of_help
from .casework import of_files, of_names, of_register
from .course import of_effects, of_facilitator, of_injects, of_rounds, of_strike, of_tracks

CHAPTERS = (
    of_actions,
    of_forces,
    of_help,
    of_files,
    of_register,
    of_names,
    of_injects,
    of_effects,
    of_facilitator,
    of_tracks,
    of_rounds,
    of_strike,
)


def event_text(view: View, event: AnyEvent) -> str | None:
    """The line, or None for what needs none (book-keeping the screen shows elsewhere)."""
    return next((line for chapter in CHAPTERS if (line := chapter(view, event))), None)


def is_alarm(event: AnyEvent) -> bool:
    """True for what hurts: plots, losses, wrongful detentions."""
    match event:
        case PlotWarned() | PlotFired() | MainPlotFired() | LocationLost() | Recruited():
            return True
        case TeamStruck(outcome=outcome):
            return outcome is not Struck.CAPTURED
        case NameOpened(persona=persona, operative=operative):
            return persona != operative
        case _:
            return False


def is_good(event: AnyEvent) -> bool:
    """True for what helps: finds, hits, names, captures."""
    match event:
        case PersonaFound() | TraitsLearned() | LinksLearned() | Named() | MainPlotDated():
            return True
        case Located(success=success):
            return success
        case RegisterChecked(hits=hits):
            return hits > 0
        case TeamStruck(outcome=outcome):
            return outcome is Struck.CAPTURED
        case NameOpened(persona=persona, operative=operative):
            return persona == operative
        case _:
            return False
