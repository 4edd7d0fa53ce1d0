"""The pre-flight check in words: sections, each a title with whole sentences. For the staff only."""

from __future__ import annotations

from ..conduct.hindering import Hindrance, Obstacle
from ..conduct.preflight import Chance, Estimate, Exercised, Firing, Preflight, Prospect
from ..conduct.quality import Remark
from ..conduct.script import Fact, HelpClass, Script
from ..core.flaw import Fault, Flaw
from ..core.scenario import EffectKind, Scenario
from ..i18n import _, n_
from .conduct import task_text
from .delivery import recipients_text
from .triggers import condition_text, trigger_text

Section = tuple[str, tuple[str, ...]]


def sections(scenario: Scenario, script: Script, found: Preflight) -> tuple[Section, ...]:
    """Everything, in the order in which a facilitator asks; a section without sentences is left out."""
    pool = [firing_text(scenario, one) for of in found.pool.values() for one in of]
    tasks = [exercised_text(scenario, one) for one in found.tasks]
    all_of = (
        (_("What cannot happen as planned"), [t for one in found.never for t in never_texts(one)]),
        (_("What will fire"), [firing_text(scenario, one) for one in found.fires]),
        (_("Only if you release it"), [firing_text(scenario, one) for one in found.asks]),
        (_("To be looked at"), [text for one in _lines(found) for text in aside_texts(scenario, one)]),
        (_("Contingency pool"), [*pool, *(missing_text(kind) for kind in found.missing)]),
        (_("Objectives and tasks"), tasks),
        (_("Can the deal be won?"), prospect_texts(found.prospect)),
        (_("How long it will take"), estimate_texts(script, found.estimate)),
        (_("Remarks on the script"), [remark_text(remark) for remark in found.remarks]),
    )
    return tuple((title, tuple(texts)) for title, texts in all_of if texts)


def _lines(found: Preflight) -> tuple[Firing, ...]:
    pool = (one for of in found.pool.values() for one in of)
    return (*found.fires, *found.asks, *found.never, *pool)


# ---------------------------------------------------------------------- injects


def firing_text(scenario: Scenario, one: Firing) -> str:
    """Number, title, when, to whom."""
    inject = one.inject
    text = _("{number} {title}, to {zones}: {when}.")
    if inject.help is not HelpClass.NONE:
        text = _("{number} {title}, {help}, to {zones}: {when}.")
    return text.format(
        number=inject.id,
        title=inject.title,
        help=inject.help.value.upper(),
        when=inject.use_when.rstrip(".") or trigger_text(inject.trigger),
        zones=recipients_text(scenario, inject.to, inject.everybody),
    )


# ---------------------------------------------------------------------- what is in the way


def never_texts(one: Firing) -> tuple[str, ...]:
    """One sentence for each thing in the way."""
    return tuple(
        _("{number} {title}: {why}").format(number=one.inject.id, title=one.inject.title, why=why_text(of))
        for of in one.hindrances
    )


def why_text(of: Hindrance) -> str:
    """What is in the way, with the numbers."""
    texts = {
        Obstacle.ROUND: _("it is not due before round {number}; the plan ends after round {limit}."),
        Obstacle.MINUTES: _("it is not due before minute {number}; the plan ends at minute {limit}."),
        Obstacle.EXPIRES_ROUND: _("it is not due before round {number} and expires after round {limit}."),
        Obstacle.EXPIRES_MINUTE: _("it is not due before minute {number} and expires at minute {limit}."),
        Obstacle.AFTER: _("it waits for {other}, which is never released."),
        Obstacle.BRANCH: _("it waits for the branch {branch} of {other}, which has no such branch."),
    }
    if of.obstacle in texts:
        return texts[of.obstacle].format(number=of.number, limit=of.limit, other=of.other, branch=of.branch)
    return _unmet_text(of)


def _unmet_text(of: Hindrance) -> str:
    """A fact that can never lie where the condition asks for it."""
    asked = condition_text(of.condition) if of.condition else ""
    least, most = of.can or (0, None)
    if of.condition is not None and of.condition.fact is Fact.HOUR_CALLED:
        text = _("its condition cannot hold ({asked}): no H-hour is called in this exercise.")
    elif of.obstacle is Obstacle.FACTS:
        text = _("its condition cannot hold ({asked}): no rules are played, the fact stays at {least}.")
    elif most is None:
        text = _("its condition cannot hold ({asked}): {least} is the least.")
    else:
        text = _("its condition cannot hold ({asked}): only {least} to {most} can be.")
    return text.format(asked=asked, least=least, most=most)


def aside_texts(scenario: Scenario, one: Firing) -> tuple[str, ...]:
    """What does not keep an inject from being released: nobody there to hear it, effects without effect, a
    wait for something that only a person releases."""
    inject, found = one.inject, list[str]()
    values = {"number": inject.id, "title": inject.title}
    if one.unheard:
        names = recipients_text(scenario, one.unheard, everybody=False)
        text = _("{number} {title}: nobody at the table plays {zones}; only a bot gets it there.")
        found.append(text.format(**values, zones=names))
    for kind in one.idle:
        text = _("{number} {title}: the effect {effect} is not in play here and will do nothing.")
        found.append(text.format(**values, effect=effect_name(kind)))
    if one.hand and one.hand != inject.id:
        text = _("{number} {title}: it waits for {hand}, which nothing makes due: release that one yourself.")
        found.append(text.format(**values, hand=one.hand))
    if inject.trigger.branch and not one.hindrances:
        text = _("{number} {title}: you say which branch of {other} was taken when you complete it.")
        found.append(text.format(**values, other=inject.trigger.after))
    return tuple(found)


def effect_name(kind: EffectKind) -> str:
    """An effect of an inject."""
    names = {
        EffectKind.TRACK: _("on trust or alert"),
        EffectKind.INFLUENCE: _("on influence"),
        EffectKind.PREPARATION: _("on preparation"),
        EffectKind.ACTIONS: _("on actions"),
        EffectKind.CONTACT_LOST: _("contact lost"),
        EffectKind.LEAD: _("lead"),
        EffectKind.LOW_LEAD: _("unverified lead"),
        EffectKind.TEAM_HELD: _("team held up"),
        EffectKind.LOAN_SUSPENDED: _("loan suspended"),
        EffectKind.BULLETINS: _("on bulletins"),
        EffectKind.REVEAL: _("category made known"),
    }
    return names[kind]


# ---------------------------------------------------------------------- pool, tasks, deal, time


def missing_text(kind: HelpClass) -> str:
    """A class without a contingency."""
    texts = {
        HelpClass.HELP: _("No contingency of class HELP: nothing for players who are stuck."),
        HelpClass.PRESSURE: _("No contingency of class PRESSURE: nothing for a run that is too easy."),
        HelpClass.REDIRECT: _("No contingency of class REDIRECT: nothing for players off the track."),
    }
    return texts[kind]


def exercised_text(scenario: Scenario, one: Exercised) -> str:
    """A task and what exercises it."""
    objective = next(of for of in scenario.objectives if one.task in of.names)
    values = {"objective": objective.title, "task": task_text(scenario, one.task)}
    planned, pool = ", ".join(one.planned), ", ".join(one.pool)
    if one.planned and one.pool:
        text = _("{objective} - {task} Exercised by {planned}; from the pool by {pool}.")
    elif one.planned:
        text = _("{objective} - {task} Exercised by {planned}.")
    elif one.pool:
        text = _("{objective} - {task} NOT exercised by a planned inject; only from the pool by {pool}.")
    else:
        text = _("{objective} - {task} NOT exercised by any inject.")
    return text.format(**values, planned=planned, pool=pool)


def prospect_texts(of: Prospect) -> list[str]:
    """The verdict on the deal, and what it means."""
    meaning = _("A good plan with every roll a success, no card and no inject is what this counts with.")
    match of.chance:
        case Chance.WINNABLE:
            text = n_(
                "Yes: in round {earliest} of {count} planned round at the earliest, "
                "with {slack} actions to spare.",
                "Yes: in round {earliest} of {count} planned rounds at the earliest, "
                "with {slack} actions to spare.",
                of.rounds,
            )
        case Chance.LATE:
            text = n_(
                "Not in {count} planned round: the best plan found ends in round {earliest}; before round "
                "{floor} nobody can be through. Plan more rounds, or let the exercise end undecided.",
                "Not in {count} planned rounds: the best plan found ends in round {earliest}; before round "
                "{floor} nobody can be through. Plan more rounds, or let the exercise end undecided.",
                of.rounds,
            )
        case Chance.UNWINNABLE:
            lost = _("No plan wins this deal. Begin anew: every exercise is dealt afresh.")
            return [lost, *(fault_text(fault) for fault in of.faults)]
        case Chance.UNJUDGED:
            return [_("The deal has not been judged.")]
        case Chance.SHORT:
            return [_("Not judged: only the full process can be judged before it is played (R2.10).")]
        case Chance.TALK:
            return [_("There is nothing to win: a discussion is judged by people.")]
    return [text.format(earliest=of.earliest, floor=of.floor, slack=of.slack, count=of.rounds), meaning]


def fault_text(fault: Fault) -> str:
    """Why there is no plan; nobody of the network is named."""
    texts = {
        Flaw.UNREACHABLE: _("An operative cannot be found by anybody."),
        Flaw.LEADER_UNREACHABLE: _("The leader cannot be found by anybody."),
        Flaw.NO_EVIDENCE: _("For one operative the evidence can never be enough."),
        Flaw.NO_LOCATE: _("An operative's home zone can never locate anybody."),
        Flaw.NO_TEAM: _("There are not enough teams where they are needed."),
        Flaw.TOO_LATE: _("No plan was found that is through before the main plot."),
    }
    return texts[fault.flaw]


def estimate_texts(script: Script, of: Estimate) -> list[str]:
    """Planned and estimated time, and what was assumed."""
    found = [
        _("Planned: {planned} minutes. Estimated: {minutes} minutes.").format(
            planned=of.planned, minutes=of.minutes
        )
    ]
    injects = n_("{count} inject at {minutes} minutes", "{count} injects at {minutes} minutes", of.injects)
    talk = injects.format(count=of.injects, minutes=of.inject_minutes)
    if not of.rounds:
        found.append(_("Assumed, not measured: {injects}.").format(injects=talk))
        return found
    text = n_(
        "Assumed, not measured: {injects}; {count} round with {turns} turns of people at {turn} seconds, and "
        "{round} seconds for the rest of the round.",
        "Assumed, not measured: {injects}; {count} rounds, each with {turns} turns of people at {turn} "
        "seconds and {round} seconds for the rest of it.",
        of.rounds,
    )
    found.append(
        text.format(
            injects=talk, count=of.rounds, turns=of.turns, turn=of.turn_seconds, round=of.round_seconds
        )
    )
    fit = n_(
        "{count} round fits into the planned time; {rounds} are planned.",
        "{count} rounds fit into the planned time; {rounds} are planned.",
        of.fit,
    )
    found.append(fit.format(count=of.fit, rounds=script.rounds))
    return found


def remark_text(remark: Remark) -> str:
    """A remark on the quality of the script."""
    if not remark.inject:
        return remark.message[:1].upper() + remark.message[1:]
    return _("{number}: {remark}").format(number=remark.inject, remark=remark.message)
