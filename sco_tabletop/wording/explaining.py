"""A number taken apart, in words: what it is, each of its parts, how they make it. For screens and lines."""

from __future__ import annotations

from ..core import doubt
from ..core.commands import AnswerLead, AnyCommand, Bulletin, Stage
from ..core.explaining import (
    Captured,
    Doubted,
    Escaping,
    Explanation,
    Figure,
    How,
    Influenced,
    MainPlot,
    Odds,
    Part,
    Plotted,
    Prepared,
    Refused,
    Risked,
    Size,
    Slipping,
    Spread,
    Term,
    Traced,
    Tracked,
)
from ..core.view import View
from ..i18n import _, n_
from . import words
from .commands import command_text
from .rejections import rejection_text

PERCENT = (Escaping, Slipping, Traced, Odds, Risked, Doubted, Captured)


def name_text(view: View, figure: Figure) -> str:
    """What the number is."""
    return of_the_board(view, figure) or of_a_case(view, figure)


def of_the_board(view: View, figure: Figure) -> str:
    """Tracks and what follows from them; empty for others."""
    match figure:
        case Tracked(track):
            return words.track_name(track)
        case Prepared():
            return _("Preparation")
        case Influenced(zone):
            return _("Influence in {zone}").format(zone=words.zone_name(view.scenario, zone))
        case Spread():
            return _("Threat a round by influence")
        case Size():
            return _("The network, at most")
        case Plotted(number):
            due = next((plot.due for plot in view.public.plots if plot.number == number), 0)
            return _("Threat by the plot of round {round}").format(round=due)
        case MainPlot():
            return _("Threat by the main plot")
        case _:
            return ""


def of_a_case(view: View, figure: Figure) -> str:
    """Chances and refusals."""
    match figure:
        case Escaping():
            return _("A struck operative escapes")
        case Slipping():
            return _("A located operative slips away, each round")
        case Traced(function):
            return _("A trace of a {function}, each round").format(function=words.function_name(function))
        case Odds(command) | Refused(command):
            return command_text(view, command)
        case Risked(command):
            return risk_text(view, command)
        case Doubted(persona, zone):
            return _("A name of {zone} for {persona} would be right").format(
                zone=words.zone_name(view.scenario, zone), persona=words.persona(view.scenario, persona)
            )
        case Captured(persona, zone):
            return _("The team of {zone} on {persona} takes an operative").format(
                zone=words.zone_name(view.scenario, zone), persona=words.persona(view.scenario, persona)
            )
        case _:
            return ""


def risk_text(view: View, command: AnyCommand) -> str:
    """What may happen besides."""
    texts: dict[type, str] = {
        Bulletin: _("{command}: overheard, alert +1"),
        Stage: _("{command}: noticed, alert +1, each round"),
        AnswerLead: _("{command}: it is true"),
    }
    return texts[type(command)].format(command=command_text(view, command))


def value_text(figure: Figure, explanation: Explanation) -> str:
    """The number itself."""
    if isinstance(figure, PERCENT):
        return _("{percent}%").format(percent=explanation.total)
    return str(explanation.total)


def part_text(view: View, explanation: Explanation, part: Part) -> str:
    """One part of a sum, a level, a doubt."""
    if part.term is Term.CAUSE or part.term is Term.SOURCE:
        name = words.cause_name(part.cause) if part.cause is not None else ""
        if part.count > 1:
            return _("{amount} {name}, {count} times").format(
                amount=f"{part.value:+d}", name=name, count=part.count
            )
        return _("{amount} {name}").format(amount=f"{part.value:+d}", name=name)
    if explanation.how is How.DOUBT:
        return doubt_text(view, part)
    if explanation.how is How.LEVEL:
        return level_text(view, part)
    return other_text(view, part)


def level_text(view: View, part: Part) -> str:
    """A level that may count."""
    texts = {
        Term.OWN_LEVEL: _("{discipline}: own level {level}"),
        Term.LOAN: _("{discipline}: level {level} by a loan"),
        Term.SUSPENDED: _("{discipline}: a loan of level {count} is suspended"),
    }
    return texts[part.term].format(
        discipline=words.discipline_name(view.scenario, part.discipline), level=part.value, count=part.count
    )


def doubt_text(view: View, part: Part) -> str:
    """What one other possible home adds to the doubt."""
    texts = {
        Term.UNCHECKED: _("+{weight} {zone} unchecked: {count} persons / 4^{power}"),
        Term.THEIRS: _("{zone} has a hit on all traits, verified: he is theirs"),
        Term.ALONE: _("No other state is a possible home"),
        Term.ALL_TRAITS: _("All {count} traits are held and verified: no two persons share them"),
    }
    hits = n_(
        "+{weight} {zone}: {count} hit / 4^{power}",
        "+{weight} {zone}: {count} hits / 4^{power}",
        part.count,
    )
    return texts.get(part.term, hits).format(
        weight=f"{part.value / doubt.UNIT:.2f}",
        zone=words.zone_name(view.scenario, part.zone),
        count=part.count,
        power=part.power,
    )


def other_text(view: View, part: Part) -> str:
    """Everything else."""
    texts = {
        Term.START: _("{value} at the start"),
        Term.ZONE: _("{value} in {zone}"),
        Term.AT_MOST: _("{value} at most at the start"),
        Term.RECRUITED: _("+{value} recruited since"),
        Term.OPEN: _("{value} in {zone}, not protected"),
        Term.SHIELDED: _("{value} in {zone}, protected"),
        Term.DAMAGE: _("{value} when it fires"),
        Term.BY_DECK: _("{value}% by the deck"),
        Term.ALERT: _("the alert is {value}"),
        Term.BASE: _("{value}% without alert"),
        Term.BY_ALERT: _("{signed} points by an alert of {count}"),
        Term.RIGHT: _("{value}%: the name is right"),
        Term.STAYS: _("{value}%: he does not escape"),
        Term.HAVE: _("there is {value}"),
        Term.NEEDED: _("it takes {value}"),
    }
    zone = words.zone_name(view.scenario, part.zone)
    return texts[part.term].format(value=part.value, signed=f"{part.value:+d}", zone=zone, count=part.count)


def total_text(view: View, figure: Figure, explanation: Explanation) -> str:
    """How the parts make the number."""
    total, limit = explanation.total, explanation.limit
    if explanation.refusal is not None:
        return rejection_text(view, explanation.refusal)
    if isinstance(figure, Refused):
        return _("It is possible.")
    values = [part.value for part in explanation.parts]
    texts = {
        How.SUM: _("together {total} of {limit}") if limit else _("together {total}"),
        How.MOST: _("at most {total}"),
        How.MEAN: _("the mean {mean} adds {total}"),
        How.STEP: _("at this alert: {total}%"),
        How.LEVEL: _("the best level counts, {level}: {total}%"),
        How.DOUBT: _("doubt {doubt} in all, 1 / (1 + doubt) is {total}%"),
        How.PRODUCT: _("both: {total}%"),
    }
    if explanation.how is How.SUM and isinstance(figure, PERCENT):
        texts[How.SUM] = _("together {total}%")
    return texts[explanation.how].format(
        total=total,
        limit=limit,
        mean=f"{sum(values) / max(1, len(values)):.2f}",
        level=max(values, default=0),
        doubt=f"{sum(values) / doubt.UNIT:.2f}",
    )


def step_texts(explanation: Explanation) -> list[str]:
    """What each step or level gives, the one reached marked."""
    texts = {
        How.MEAN: _("from a mean of {start}: +{gives}"),
        How.STEP: _("from alert {start}: {gives}%"),
        How.LEVEL: _("level {start}: {gives}%"),
    }
    if explanation.how not in texts:
        return []
    tenths = explanation.how is How.MEAN
    return [
        texts[explanation.how].format(start=f"{start / 10:.1f}" if tenths else start, gives=gives)
        for start, gives in explanation.steps
    ]


def short_text(view: View, figure: Figure, explanation: Explanation) -> str:
    """All of it on one line."""
    parts = "; ".join(part_text(view, explanation, part) for part in explanation.parts)
    total = total_text(view, figure, explanation)
    name = name_text(view, figure)
    if not parts:
        return _("{name}: {total} ({rule}).").format(name=name, total=total, rule=explanation.rule)
    if explanation.refusal is not None:
        return _("{total} {parts} ({rule}).").format(total=total, parts=parts, rule=explanation.rule)
    return _("{name}: {parts}; {total} ({rule}).").format(
        name=name, parts=parts, total=total, rule=explanation.rule
    )


def full_texts(view: View, figure: Figure, explanation: Explanation) -> list[str]:
    """Line by line: the name, the parts, the total, the steps, what it takes as true."""
    found = [name_text(view, figure)]
    found += [_("  {part}").format(part=part_text(view, explanation, part)) for part in explanation.parts]
    found.append(_("= {total}").format(total=total_text(view, figure, explanation)))
    found += [_("  {step}").format(step=text) for text in step_texts(explanation)]
    if explanation.unsure:
        found.append(_("It takes an unverified trait as true."))
    return found
