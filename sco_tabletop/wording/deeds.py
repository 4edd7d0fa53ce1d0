"""What a decision does, in one sentence: shown for the row under the cursor, before it is taken."""

from __future__ import annotations

from ..core.commands import (
    Analyse,
    AnswerLead,
    AnyCommand,
    Ask,
    Bulletin,
    CallHour,
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
from ..core.rules.depth import has_preparation
from ..core.view import View
from ..core.words import Depth, Function
from ..i18n import _, n_
from . import words

HOLDS_PREPARATION = (Function.PLANNER, Function.FINANCIER, Function.ARMOURER)


def deed_text(view: View, command: AnyCommand) -> str:
    """One sentence, with the deck's own numbers; empty where the row says it all."""
    match command:
        case Monitor():
            return monitor_text(view)
        case Share():
            return share_text(view)
        case Lend():
            return lend_text(view)
        case TakeDown():
            return take_down_text(view, command)
        case Protect():
            return protect_text(view)
        case Name():
            return name_text(view, command)
    return plain_text(view, command)


def plain_text(view: View, command: AnyCommand) -> str:
    """The sentences that take at most one number."""
    n = view.scenario.numbers
    sentences: dict[type, str] = {
        Analyse: _("Writes one trait into your file."),
        Trace: _("Writes one more link into your file, if possible to somebody new."),
        Bulletin: _("The file goes to all zones, their registers answer at once; {percent}%: alert +1."),
        SendTeam: _("The team belongs to that zone from now on."),
        Counsel: _("Prevention: influence there -1, no alert."),
        StandBy: _("Nothing happens; the action is spent."),
        Locate: _("Places him at a site; he may slip away at the end of each round until a team is on him."),
        Stage: _("The team holds him until the strike, he cannot slip away; {staged}% a round: alert +1."),
        Withdraw: _("The name goes, and with it the location and the team."),
        Discard: _("The trait goes off your file; copies in other zones stay."),
        Ask: _("Stands on the Index to the end of the next round; they answer if they choose to."),
        EndTurn: _("The next zone acts; what you have not used is lost."),
        DrawInject: "",
        CallHour: _("After all turns the chair still decides: go or no-go."),
        GoNoGo: _("All committed teams strike, and the exercise ends."),
        AnswerLead: _("True with {truth}%; it counts like any trait and is marked as unverified."),
    }
    if isinstance(command, CallHour) and not command.call:
        return _("The round goes on without a strike.")
    if isinstance(command, GoNoGo) and not command.go:
        return _("Alert +{alert}; the teams stay, and H-hour can be called again.").format(
            alert=n.aborted_alert
        )
    if isinstance(command, AnswerLead) and not command.accept:
        return _("Nothing is written.")
    return sentences.get(type(command), "").format(
        percent=n.bulletin_alert_chance, staged=n.staged_alert_chance, truth=n.lead_truth
    )


def monitor_text(view: View) -> str:
    """R5.2, with the chatter that the zone sees beforehand: without a trace nobody can be sighted."""
    if not view.seat.chatter:
        return _("Nobody left a trace here in the last network phase: there is nobody to sight.")
    text = n_(
        "{count} trace here: who left it is sighted; somebody new gets a file.",
        "{count} traces here: who left them is sighted; somebody new gets a file.",
        view.seat.chatter,
    )
    return text.format(count=view.seat.chatter)


def share_text(view: View) -> str:
    """R5.5, and the register check that follows (R3.9)."""
    if view.scenario.depth is Depth.FIND:
        return _("The file goes to one zone.")
    text = _("The whole file goes to one zone; with {traits} traits or more its register answers at once.")
    return text.format(traits=view.scenario.numbers.check_from)


def lend_text(view: View) -> str:
    """R5.7: the level, and what a loan gives back."""
    refund = view.scenario.numbers.loan_refund
    if not refund or view.scenario.depth is Depth.FIND:
        return _("They work at your level to the end of the exercise; you can lend once.")
    text = _(
        "They work at your level to the end of the exercise, and their first {count} analyses with it "
        "in a round give the action back. You can lend once."
    )
    return text.format(count=refund)


def take_down_text(view: View, command: TakeDown) -> str:
    """R5.9: by the function of the persona."""
    n, now = view.scenario.numbers, view.public.round
    entry = view.public.index.get(command.persona)
    holds = entry is not None and entry.function in HOLDS_PREPARATION
    if holds and has_preparation(view.scenario.depth):
        text = _(
            "Preparation -{preparation}, alert +{alert}; he is silent to the end of round {dark}, "
            "files on him frozen to the end of round {frozen}."
        )
    elif holds:
        text = _(
            "Alert +{alert}; he is silent to the end of round {dark}, "
            "files on him frozen to the end of round {frozen}."
        )
    else:
        text = _(
            "Influence here -{influence}, alert +{alert}; he is silent to the end of round {dark}, "
            "files on him frozen to the end of round {frozen}."
        )
    return text.format(
        influence=n.take_down_influence,
        preparation=n.take_down_preparation,
        alert=n.take_down_alert,
        dark=now + n.dark_rounds,
        frozen=now + n.frozen_rounds,
    )


def protect_text(view: View) -> str:
    """R5.11: what a protected zone is spared."""
    n = view.scenario.numbers
    if not n.plot_threat_protected:
        return _("A plot that fires here at the end of this round or the next is stopped.")
    text = _("A plot that fires here at the end of this round or the next adds {less} threat, not {full}.")
    return text.format(less=n.plot_threat_protected, full=n.plot_threat)


def name_text(view: View, command: Name) -> str:
    """R5.15 to R5.17; one person has one persona (R3.1), so a second name for him is wrong somewhere."""
    rivals = also_named(view, command.persona)
    if rivals:
        names = ", ".join(words.persona(view.scenario, persona) for persona in rivals)
        text = _("You have named the same person for {persona}: at most one of these names is right.")
        return text.format(persona=names)
    return _("The name can be wrong, and can be withdrawn; it costs nothing before the strike.")


def also_named(view: View, persona: int) -> tuple[int, ...]:
    """Other personas for which this zone has named the person that it has, or would have, for this one."""
    file = view.file(persona)
    if file is None or file.matches.bit_count() != 1:
        return ()
    person = file.matches.bit_length() - 1
    return tuple(
        sorted(other for other, named in view.seat.names.items() if named == person and other != persona)
    )
