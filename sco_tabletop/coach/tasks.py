"""What the coach asks for: one sentence for a command, with the reason. Names no key: front ends do."""

from __future__ import annotations

from ..core.commands import (
    Analyse,
    AnswerLead,
    AnyCommand,
    Ask,
    CallHour,
    ChooseOption,
    Commit,
    DrawInject,
    EndTurn,
    GoNoGo,
    Locate,
    Monitor,
    Name,
    Share,
    Stage,
    Trace,
)
from ..core.legal import share_left
from ..core.view import View
from ..i18n import _
from ..wording import words


def task_text(view: View, command: AnyCommand) -> str:
    """What to do and why."""
    return of_search(view, command) or of_exchange(view, command) or of_round(view, command)


def of_search(view: View, command: AnyCommand) -> str:
    """Finding and hunting; empty for other commands."""
    alias = words.persona(view.scenario, getattr(command, "persona", 0))
    match command:
        case Monitor():
            return _("Monitor your channels: whoever left a trace here is found that way.")
        case Analyse(persona=persona, discipline=d):
            text = (
                _("Analyse {persona}, trait {category}: every trait rules persons out of your register.")
                if view.public.index[persona].possible >> view.zone & 1
                else _("Analyse {persona}, trait {category}: he lives elsewhere; each trait helps his home.")
            )
            return text.format(persona=alias, category=words.category_name(view.scenario, d))
        case Trace():
            text = _("Trace the links of {persona}: a leader leaves no traces, only links lead to him.")
            return text.format(persona=alias)
        case Name():
            text = _("Name your person for {persona}: you hold enough traits, and only one person fits.")
            return text.format(persona=alias)
        case Locate():
            text = _("Locate the person you named for {persona}: a team needs a place to go to.")
            return text.format(persona=alias)
        case Stage():
            text = _("Stage a team on {persona}: it holds him until the strike, he cannot slip away.")
            return text.format(persona=alias)
        case _:
            return ""


def of_exchange(view: View, command: AnyCommand) -> str:
    """Between zones; empty for other commands."""
    alias = words.persona(view.scenario, getattr(command, "persona", 0))
    zone = words.zone_name(view.scenario, getattr(command, "to", 0))
    match command:
        case Ask():
            text = _("Request the file on {persona} from {zone}: the Index says they hold one. It is free.")
        case Share():
            text = _("Share the file on {persona} with {zone}: only its register can tell if he lives there.")
        case _:
            return ""
    return text.format(persona=alias, zone=zone)


def of_round(view: View, command: AnyCommand) -> str:
    """The chair, and the end of a turn: what stays unused then is asked about, so it is not passed over."""
    match command:
        case DrawInject():
            return _("You hold the chair: draw the card of this round. It helps, hinders or asks.")
        case ChooseOption():
            return _("The card leaves the decision to the chair: read every way, then choose one.")
        case CallHour(call=True):
            return _("Call H-hour: all are named, and by the end of this round a team can stand beside each.")
        case CallHour():
            return _("No H-hour yet: the strike comes once, and not everybody is within reach of a team.")
        case GoNoGo(go=True):
            return _("Go: the teams stand beside their targets. After this there is only the strike.")
        case GoNoGo():
            return _("No-go: no team stands beside anybody, so a strike would catch nobody.")
        case Commit():
            return _("Commit the teams whose name you trust: a wrongful detention costs public trust.")
        case AnswerLead():
            return _("A lead that nobody has verified: refuse it, you can find the truth yourself.")
        case EndTurn() if view.public.zones[view.zone].actions or share_left(view):
            return _("End your turn: the capture can do without what is left, and the others wait to act.")
        case EndTurn():
            return _("End your turn: nothing more helps now, and the others wait to act.")
        case _:
            return ""
