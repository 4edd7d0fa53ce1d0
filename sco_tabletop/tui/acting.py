"""Acts of the staff from the screens: done and saved, or one sentence that says why not."""

from __future__ import annotations

from collections.abc import Callable

from ..conduct.acts import Act
from ..conduct.script import Inject
from ..core.scenario import Scenario
from ..i18n import _
from ..record.error import SaveError
from ..session.conducted import ConductedSession, ConductError
from ..wording import words
from ..wording.conduct import task_text
from .fields import Pick
from .text import Sheet
from .widgets.pane import BLANK, Source


def veiled(session: ConductedSession, source: Source) -> Source:
    """The same pane, empty from the moment at which the console is closed, whatever is still on its way."""

    def drawn(columns: int, rows: int) -> Sheet:
        return source(columns, rows) if session.at_console else BLANK

    return drawn


def attempt(session: ConductedSession, act: Act) -> str:
    """Do it; why not, or nothing."""
    return tried(lambda: session.do(act))


def tried(what: Callable[[], object]) -> str:
    """Why it could not be done, or nothing."""
    try:
        what()
    except (ConductError, SaveError) as error:
        return str(error)
    return ""


def zone_options(scenario: Scenario, nobody: str) -> tuple[tuple[object, str], ...]:
    """Every zone as a choice, "none of them" first."""
    zones = range(len(scenario.zones))
    return ((-1, nobody), *((zone, words.zone_name(scenario, zone)) for zone in zones))


def zone_pick(scenario: Scenario, zone: int = -1) -> Pick:
    """Which zone, or none."""
    return Pick("zone", _("Zone"), zone_options(scenario, _("no zone"))).start(zone)


def inject_pick(injects: tuple[Inject, ...], number: str = "") -> Pick:
    """Which inject, or none."""
    options = tuple((one.id, f"{one.id} {one.title}") for one in injects)
    return Pick("inject", _("Inject"), (("", _("no inject")), *options)).start(number)


def task_pick(scenario: Scenario, task: str = "") -> Pick:
    """Which critical task, or none."""
    names = [name for one in scenario.objectives for name in one.names]
    options = tuple((name, task_text(scenario, name)) for name in names)
    return Pick("task", _("Critical task"), (("", _("no task")), *options)).start(task)
