"""One sentence for each line of the set-up: what the choice under the cursor means. Knows the form only."""

from __future__ import annotations

from ..core.scenario import Scenario
from ..core.words import Depth
from ..i18n import _, n_
from .form import FACILITATOR, NOBODY, OTHERS, ROTATING, Form


def line_text(form: Form, key: object) -> str:
    """What the value of a line means; empty where the line says it all."""
    match key:
        case ("begin",):
            return _("Enter begins with the choices below.")
        case ("deck",):
            return depth_text(form.scenario) if form.scenario else ""
        case ("difficulty",):
            return difficulty_text(form.scenario) if form.scenario else ""
        case ("mode",):
            return mode_text(form)
        case ("seed",):
            return _("The number of the deal: type another, or turn it for one by lot.")
        case ("count",):
            return _("How many people share this keyboard; each gets a curtain that hides the own files.")
        case ("others",):
            return tier_text(OTHERS[form.others])
        case ("chair",):
            return chair_text(form)
        case ("timer",):
            return _("When a turn lasts longer a sentence reminds; nothing else happens.")
        case ("zone", int(zone)):
            return owner_text(form, zone)
        case _:
            return typed_text(key)


def depth_text(scenario: Scenario) -> str:
    """How far the exercise goes (R10.1)."""
    match scenario.depth:
        case Depth.FIND:
            return _("Find only: attribute the personas to their homes; no names, no strike (R10.1).")
        case Depth.FULL:
            return _("The full process: find, name, locate, stage, and one strike (R10.1).")
        case _:
            return _("Find and investigate: name the persons; nobody is located or struck (R10.1).")


def difficulty_text(scenario: Scenario) -> str:
    """What the difficulty makes of the figures."""
    numbers = scenario.numbers
    text = n_(
        "{rounds} rounds, {low} to {high} operatives, {personas} persona on the Index at the start; "
        "lost at threat {limit}.",
        "{rounds} rounds, {low} to {high} operatives, {personas} personas on the Index at the start; "
        "lost at threat {limit}.",
        numbers.start_personas,
    )
    if numbers.operatives_low == numbers.operatives_high:
        text = n_(
            "{rounds} rounds, {low} operatives, {personas} persona on the Index at the start; "
            "lost at threat {limit}.",
            "{rounds} rounds, {low} operatives, {personas} personas on the Index at the start; "
            "lost at threat {limit}.",
            numbers.start_personas,
        )
    return text.format(
        rounds=numbers.rounds,
        low=numbers.operatives_low,
        high=numbers.operatives_high,
        personas=numbers.start_personas,
        limit=numbers.threat_limit,
    )


def mode_text(form: Form) -> str:
    """What undo and the staff do."""
    if form.practice:
        return _("Practice: undo is free, the staff recommends on H, and bots tell their reasons.")
    return _("Assessed: nothing that told or rolled something is taken back; the staff is silent.")


def tier_text(tier: str) -> str:
    """How bots of a tier play."""
    match tier:
        case "rookie":
            return _("Rookies follow every file alone, share late, and never look at the clock.")
        case "analyst":
            return _("Analysts take the best action by its value, share well, and see the threat late.")
        case "veteran":
            return _("Veterans play as analysts do, and watch the threat, the clock and their own names.")
        case _:
            return _("Nobody plays them: they stand by, share nothing, and answer nothing.")


def chair_text(form: Form) -> str:
    """Who draws the injects and calls H-hour."""
    match form.chair:
        case number if number == ROTATING:
            return _("The chair draws the inject and calls H-hour; it goes round each round (R2.9).")
        case number if number == FACILITATOR:
            return _("Somebody without a state draws the injects and calls H-hour, from this keyboard.")
        case _:
            return _("This state draws every inject and calls H-hour.")


def owner_text(form: Form, zone: int) -> str:
    """Who plays a state."""
    name = form.scenario.zones[zone].name if form.scenario else ""
    if form.owner[zone] == NOBODY:
        return _("{zone} is not played by a person; turn the line to take it.").format(zone=name)
    return _("{zone} is played by {player}.").format(zone=name, player=form.player(form.owner[zone]))


def typed_text(key: object) -> str:
    """What is typed on a line, and what the lines of a facilitated exercise mean."""
    match key:
        case ("name", _number):
            return _("Type the name of the player; others see it when it is the player's turn.")
        case ("pin", _number):
            return _("Four to eight digits guard this player's screen; empty: no PIN.")
        case ("called",):
            return _("Players decide at this keyboard, or call out and the facilitator enters it.")
        case ("policy",):
            return _("Whether the rounds draw cards, or only the script brings injects.")
        case ("minutes",):
            return _("The planned length; rounds and injects are told to keep to it.")
        case ("automatic",):
            return _("Whether due injects go out by themselves, or wait for the facilitator's key.")
        case ("facilitator",):
            return _("Type your name; it stands in the report.")
        case ("console",):
            return _("Type four to eight digits; they guard the console from the players.")
        case _:
            return ""
