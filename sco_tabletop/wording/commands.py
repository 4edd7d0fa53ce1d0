"""A command as a short line in a menu, and the kinds of actions by name."""

from __future__ import annotations

from collections.abc import Sequence

from ..core.commands import (
    Analyse,
    AnswerLead,
    AnyCommand,
    Ask,
    Bulletin,
    CallHour,
    ChooseOption,
    Command,
    Commit,
    Counsel,
    Discard,
    DrawInject,
    EndTurn,
    GoNoGo,
    Lend,
    Locate,
    Monitor,
    Name,
    Protect,
    SendTeam,
    Share,
    Stage,
    StandBy,
    TakeDown,
    Trace,
    Withdraw,
)
from ..core.legal import odds
from ..core.rules.analyse import refunds
from ..core.rules.injects import card_of
from ..core.seat import bits
from ..core.view import View
from ..i18n import _
from . import words


def action_kind_name(kind: type[Command]) -> str:
    """The name of a kind of command, as on a button."""
    names: dict[type[Command], str] = {
        DrawInject: _("Draw the inject"),
        ChooseOption: _("Decide on the inject"),
        CallHour: _("H-hour"),
        AnswerLead: _("Low lead"),
        Monitor: _("Monitor"),
        Analyse: _("Analyse"),
        Trace: _("Trace links"),
        Share: _("Share a file"),
        Bulletin: _("Bulletin"),
        Lend: _("Lend"),
        SendTeam: _("Send a team"),
        TakeDown: _("Take down"),
        Counsel: _("Counsel"),
        Protect: _("Protect"),
        Locate: _("Locate"),
        Stage: _("Stage a team"),
        StandBy: _("Stand by"),
        EndTurn: _("End the turn"),
        Name: _("Name"),
        Withdraw: _("Withdraw a name"),
        Discard: _("Discard a trait"),
        Ask: _("Request"),
        GoNoGo: _("Go or no-go"),
        Commit: _("Commit or hold"),
    }
    return names[kind]


def command_text(view: View, command: AnyCommand) -> str:
    """One line that says what the command does."""
    return (
        coordination(view, command)
        or case_work(view, command)
        or casework_at_home(view, command)
        or at_home(view, command)
    )


def commands_text(view: View, several: Sequence[AnyCommand]) -> str:
    """Several commands of a kind; requests to one zone on one persona are said once."""
    asked: dict[tuple[int, int], list[str]] = {}
    found: list[str] = []
    for command in several:
        if not isinstance(command, Ask) or len(several) == 1:
            found.append(command_text(view, command))
            continue
        whole = command.category < 0
        thing = _("the file") if whole else words.category_name(view.scenario, command.category)
        asked.setdefault((command.to, command.persona), []).append(thing)
    for (to, persona), things in asked.items():
        text = _("Ask {zone} on {persona} for {things}")
        zone, alias = words.zone_name(view.scenario, to), words.persona(view.scenario, persona)
        found.append(text.format(zone=zone, persona=alias, things=", ".join(things)))
    return "; ".join(found)


def coordination(view: View, command: AnyCommand) -> str:
    """Chair, H-hour and injects; empty for other commands."""
    match command:
        case DrawInject():
            return _("Draw this round's inject card")
        case ChooseOption(option=option):
            card = card_of(view.scenario, view.public.card)
            return card.options[option].label if card and 0 <= option < len(card.options) else ""
        case CallHour(call=False):
            return _("No H-hour this round: go on investigating")
        case CallHour():
            return _("Call H-hour for the end of this round")
        case GoNoGo(go=True):
            return _("Go: strike now, with every committed team")
        case GoNoGo():
            return _("No-go: call the strike off (alert rises)")
        case AnswerLead(accept=True):
            return _("Accept the lead: write it into the file, marked unverified")
        case AnswerLead():
            return _("Refuse the lead")
        case Commit(personas=()):
            return _("Hold every team")
        case Commit(personas=personas):
            aliases = ", ".join(words.persona(view.scenario, p) for p in personas)
            return _("Commit the teams on: {personas}").format(personas=aliases)
        case _:
            return ""


def case_work(view: View, command: AnyCommand) -> str:
    """What is done to a persona; empty for other commands."""
    sc = view.scenario
    alias = words.persona(sc, getattr(command, "persona", 0))
    match command:
        case Analyse(discipline=d):
            return _("Analyse {persona}: trait {category} ({discipline})").format(
                persona=alias, category=words.category_name(sc, d), discipline=words.discipline_name(sc, d)
            )
        case Trace():
            return _("Trace the links of {persona}").format(persona=alias)
        case Share(to=to):
            return _("Share the file on {persona} with {zone}").format(
                persona=alias, zone=words.zone_name(sc, to)
            )
        case Bulletin():
            return _("Bulletin: the file on {persona} to every zone").format(persona=alias)
        case _:
            return ""


def casework_at_home(view: View, command: AnyCommand) -> str:
    """What a zone does with a persona by itself; empty for other commands."""
    sc = view.scenario
    alias = words.persona(sc, getattr(command, "persona", 0))
    match command:
        case TakeDown():
            return _("Take down the accounts of {persona}").format(persona=alias)
        case Locate():
            return _("Locate the person named for {persona}").format(persona=alias)
        case Stage():
            return _("Stage a team on {persona}").format(persona=alias)
        case Name():
            return naming(view, command, alias)
        case Withdraw():
            return _("Withdraw the name for {persona}").format(persona=alias)
        case Discard(category=category):
            return _("Discard {category} from the file on {persona}").format(
                persona=alias, category=words.category_name(sc, category)
            )
        case Ask(category=-1, to=to):
            return _("Ask {zone} for the file on {persona}").format(
                persona=alias, zone=words.zone_name(sc, to)
            )
        case Ask(category=category, to=to):
            return _("Ask {zone} for {category} of {persona}").format(
                persona=alias, zone=words.zone_name(sc, to), category=words.category_name(sc, category)
            )
        case _:
            return ""


def naming(view: View, command: Name, alias: str) -> str:
    """The person is named where one fits, and to nobody but his zone."""
    file = view.file(command.persona)
    if command.zone != view.zone or file is None or file.matches.bit_count() != 1:
        return _("Name your person for {persona}").format(persona=alias)
    person = view.seat.register[bits(file.matches)[0]]
    return _("Name {person} for {persona}").format(person=words.person(view.scenario, person), persona=alias)


def at_home(view: View, command: AnyCommand) -> str:
    """What a zone does without a persona."""
    sc = view.scenario
    match command:
        case Monitor():
            return _("Monitor the channels here")
        case Lend(discipline=d, to=to):
            return _("Lend {discipline} to {zone}").format(
                discipline=words.discipline_name(sc, d), zone=words.zone_name(sc, to)
            )
        case SendTeam(to=to):
            return _("Send a team to {zone}").format(zone=words.zone_name(sc, to))
        case Counsel(to=to) if to == command.zone:
            return _("Counsel here: influence -1")
        case Counsel(to=to):
            return _("Counsel in {zone}: influence -1").format(zone=words.zone_name(sc, to))
        case Protect():
            return _("Protect the zone, this round and the next")
        case StandBy():
            return _("Stand by for one action")
        case EndTurn():
            return _("End the turn of {zone}").format(zone=words.zone_name(sc, command.zone))
        case _:
            return action_kind_name(type(command))


def cost_text(view: View, command: AnyCommand) -> str:
    """What it costs: one action, one that a loan gives back (R5.7), or nothing."""
    if isinstance(command, Analyse) and refunds(view, command):
        return _("free by loan")
    return _("1 action") if command.cost else _("free")


def odds_text(view: View, command: AnyCommand) -> str:
    """The chance as shown and rolled; empty where nothing is rolled."""
    percent = odds(view, command)
    return "" if percent is None else _("{percent}%").format(percent=percent)
