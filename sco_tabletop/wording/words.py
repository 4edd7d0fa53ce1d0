"""Names of things: zones, personas, persons, and the closed vocabularies of the rules."""

from __future__ import annotations

from ..core.board import Entry
from ..core.progress import Progress
from ..core.scenario import Scenario
from ..core.seat import Person, bits
from ..core.words import COMMANDER, Cause, Depth, EndReason, Function, NameLoss, Phase, Result, Struck, Track
from ..i18n import _


def zone_name(scenario: Scenario, zone: int) -> str:
    """The full name of a zone; the commander's chair for COMMANDER."""
    return _("Commander") if zone == COMMANDER else scenario.zones[zone].name


def zone_code(scenario: Scenario, zone: int) -> str:
    """Its short code for narrow places."""
    return _("CMD") if zone == COMMANDER else scenario.zones[zone].id


def zone_list(scenario: Scenario, mask: int) -> str:
    """Zone codes of a mask, separated by blanks; a dash for none."""
    return " ".join(zone_code(scenario, zone) for zone in bits(mask)) or "-"


def persona(scenario: Scenario, number: int) -> str:
    """A persona's alias."""
    return scenario.personas[number]


def person(scenario: Scenario, entry: Person) -> str:
    """A person's code name: private to the zone that owns the register."""
    return scenario.persons[entry.name]


def category_name(scenario: Scenario, category: int) -> str:
    """A trait category as the deck words it."""
    return scenario.traits[category].name


def category_list(scenario: Scenario, mask: int) -> str:
    """Category names of a mask, separated by commas."""
    return ", ".join(category_name(scenario, category) for category in bits(mask))


def trait_value(scenario: Scenario, category: int, value: int) -> str:
    """A trait value as the deck words it; a question mark if it is not known."""
    return "?" if value < 0 else scenario.traits[category].values[value]


def discipline_name(scenario: Scenario, discipline: int) -> str:
    """A discipline as the deck words it."""
    return scenario.disciplines[discipline]


def function_name(function: Function) -> str:
    """What an operative does in the network."""
    names = {
        Function.LEADER: _("leader"),
        Function.PLANNER: _("planner"),
        Function.FINANCIER: _("financier"),
        Function.ARMOURER: _("armourer"),
        Function.RECRUITER: _("recruiter"),
        Function.PROPAGANDIST: _("propagandist"),
        Function.COURIER: _("courier"),
    }
    return names[function]


def function_short(function: Function) -> str:
    """The same in two letters, for places too narrow for the word."""
    names = {
        Function.LEADER: _("LD"),
        Function.PLANNER: _("PL"),
        Function.FINANCIER: _("FI"),
        Function.ARMOURER: _("AR"),
        Function.RECRUITER: _("RE"),
        Function.PROPAGANDIST: _("PR"),
        Function.COURIER: _("CO"),
    }
    return names[function]


def progress_glyph(stage: Progress) -> str:
    """The glyph of a stage of a case."""
    return "○●◇◎▲"[stage]


def progress_name(stage: Progress) -> str:
    """A stage of a case as a word."""
    names = {
        Progress.FOUND: _("found"),
        Progress.INVESTIGATED: _("investigated"),
        Progress.IDENTIFIED: _("identified"),
        Progress.LOCATED: _("located"),
        Progress.STAGED: _("staged"),
    }
    return names[stage]


def phase_name(phase: Phase) -> str:
    """Where the round stands."""
    names = {
        Phase.INJECT: _("Inject"),
        Phase.CHOICE: _("Decision on the inject"),
        Phase.CALL: _("H-hour call"),
        Phase.TURN: _("Turn"),
        Phase.GO: _("Go or no-go"),
        Phase.COMMIT: _("Commit or hold"),
        Phase.OVER: _("EndEx"),
    }
    return names[phase]


def depth_name(depth: Depth) -> str:
    """How far the process goes (R10.1)."""
    names = {
        Depth.FIND: _("find only"),
        Depth.INVESTIGATE: _("find and investigate"),
        Depth.FULL: _("full process"),
    }
    return names[depth]


def track_name(track: Track) -> str:
    """A track of the whole coalition."""
    names = {Track.THREAT: _("Threat"), Track.ALERT: _("Alert"), Track.TRUST: _("Public trust")}
    return names[track]


def cause_name(cause: Cause) -> str:
    """Why a track moved."""
    names = {
        Cause.INJECT: _("inject"),
        Cause.BULLETIN: _("the bulletin was overheard"),
        Cause.TAKE_DOWN: _("take-down"),
        Cause.COUNSEL: _("counsel"),
        Cause.ABORTED: _("H-hour was aborted"),
        Cause.STAGED: _("a waiting team was noticed"),
        Cause.CALM: _("a calm round"),
        Cause.PROPAGANDA: _("propaganda"),
        Cause.RECRUITMENT: _("recruitment"),
        Cause.PLOT: _("plot"),
        Cause.MAIN_PLOT: _("main plot"),
        Cause.INFLUENCE: _("influence of the network"),
        Cause.WRONGFUL: _("wrongful detention"),
        Cause.PLANS: _("plans"),
        Cause.FUNDS: _("funds"),
        Cause.WEAPONS: _("weapons"),
        Cause.SUPPLIES: _("supplies"),
    }
    return names[cause]


def result_name(result: Result) -> str:
    """A result as a word."""
    names = {
        Result.COMPLETE: _("Complete"),
        Result.DECISIVE: _("Decisive"),
        Result.PARTIAL: _("Partial"),
        Result.FAILED: _("Failed"),
        Result.UNDECIDED: _("Not decided"),
    }
    return names[result]


def end_reason(reason: EndReason) -> str:
    """What ended the exercise, as a sentence."""
    names = {
        EndReason.STRIKE: _("The concentrated capture was carried out."),
        EndReason.NO_TEAM: _("H-hour came and no team was committed."),
        EndReason.ENDEX: _("The last round is over; what was found out is opened."),
        EndReason.THREAT: _("The threat reached its limit."),
        EndReason.TRUST: _("Public trust was used up."),
        EndReason.FACILITATOR: _("The facilitator ended the exercise."),
    }
    return names[reason]


def struck_name(outcome: Struck) -> str:
    """What a team found."""
    names = {
        Struck.CAPTURED: _("captured"),
        Struck.ESCAPED: _("escaped"),
        Struck.WRONGFUL: _("wrongful detention"),
    }
    return names[outcome]


def name_loss(why: NameLoss) -> str:
    """Why a name went."""
    names = {
        NameLoss.WITHDRAWN: _("withdrawn by the zone"),
        NameLoss.MISMATCH: _("the person no longer matches"),
        NameLoss.EVIDENCE: _("too few traits are held"),
        NameLoss.GEOGRAPHY: _("a sighting excludes the zone"),
    }
    return names[why]


def stage_name(entry: Entry, zone: int) -> str:
    """How far a zone is with a persona, as one word."""
    if entry.staged >> zone & 1:
        return _("staged")
    if entry.located >> zone & 1:
        return _("located")
    if entry.named >> zone & 1:
        return _("named")
    return _("on file") if entry.held[zone] >= 0 else _("no file")
