"""A refusal as one sentence: why not, in terms of what the zone knows, and the way out where there is one."""

from __future__ import annotations

from ..core.rejection import Reason, Rejection
from ..core.view import View
from ..core.words import COMMANDER
from ..i18n import _
from . import words


def general() -> dict[Reason, str]:
    """Reasons that lie in the depth, the round, the turn, its allowances; {depth} and those of `on_case`."""
    return {
        Reason.OVER: _("The exercise is over."),
        Reason.NOT_IN_PLAY: _("Not in play: this exercise is {depth}."),
        Reason.NOT_YOUR_MOVE: _("It is not your move: {zone} decides now."),
        Reason.WRONG_PHASE: _("This step of the round is not the time for it."),
        Reason.NO_ACTIONS: _("No action is left this round; free moves are still possible."),
        Reason.ANSWER_LEAD_FIRST: _("Answer the unverified lead first: accept it or refuse it."),
        Reason.NO_LEAD: _("No lead waits for your answer."),
        Reason.NO_OPTION: _("The card has no option {number}."),
        Reason.LAST_ROUND: _("This is the last round: the strike cannot be called off."),
        Reason.NO_SHARE: _("The free liaison share of this round is used."),
        Reason.NO_BULLETIN: _("The coalition has sent all bulletins of this round."),
        Reason.NO_REQUEST: _("Your zone has made all its requests of this round."),
        Reason.UNKNOWN_ZONE: _("There is no such zone."),
        Reason.OWN_ZONE: _("That is your own zone; choose another one."),
        Reason.LENT_BEFORE: _("Your zone has lent its specialists; it can do so once."),
        Reason.NOT_BELOW: _("{zone} is not below your level in {discipline}."),
        Reason.NOT_ADJACENT: _("{zone} is not adjacent; teams go to neighbours only."),
        Reason.NO_TEAM: _("{zone} has no team without a task; a neighbour can send one."),
        Reason.NO_INFLUENCE: _("The network has no influence in {zone}."),
        Reason.NOT_WARNED: _("No plot still to fire threatens {zone}."),
        Reason.NOT_STARTED: _("The facilitator has not started the exercise yet."),
        Reason.PAUSED: _("The facilitator has paused the exercise."),
        Reason.DISCUSSION: _("This exercise is talked over; no actions are decided by the rules."),
        Reason.PROTECTED: _("{zone} is protected to the end of round {number}."),
    }


def on_case() -> dict[Reason, str]:
    """Reasons that lie in a file; {persona}, {zone}, {category}, {discipline}, {number} may be used."""
    return {
        Reason.UNKNOWN_PERSONA: _("No such persona is on the Index."),
        Reason.NO_FILE: _("Your zone holds no file on {persona}; ask for it."),
        Reason.NO_LEVEL: _("Your zone has no sufficient level in {discipline}; it can be lent to you."),
        Reason.HELD: _("Your file on {persona} already holds {category}."),
        Reason.FROZEN: _("{persona} was taken down: the files are frozen to the end of round {number}."),
        Reason.EXHAUSTED: _("No further link of {persona} can be found; the file is exhausted."),
        Reason.NOTHING_NEW: _("By the Index, {zone} would learn nothing new about {persona}."),
        Reason.TOO_FEW_TRAITS: _("It takes {number} traits on {persona}; analyse or ask for more."),
        Reason.LEADER: _("The leader has no accounts to take down."),
        Reason.NOT_NAMED: _("Nobody is named for {persona} in your zone."),
        Reason.LOCATED: _("The person named for {persona} is located already."),
        Reason.NOT_LOCATED: _("The person named for {persona} has to be located first."),
        Reason.STAGED: _("A team already waits on {persona}."),
        Reason.NAMED: _("Your zone has named a person for {persona}; withdraw the name first."),
        Reason.NO_MATCH: _("Nobody in your register fits the file on {persona}."),
        Reason.MANY_MATCHES: _("{number} persons of your register fit {persona}; one more trait is needed."),
        Reason.NOT_POSSIBLE: _("{persona} was never seen where anybody from here acts."),
        Reason.NOT_HELD: _("Your file on {persona} does not hold {category}."),
        Reason.NOT_WITH_THEM: _("By the Index, {zone} does not hold that on {persona}."),
        Reason.ASKED: _("That request to {zone} stands already."),
        Reason.NOT_STAGED: _("No team is staged on {persona} here."),
    }


def rejection_text(view: View, rejection: Rejection) -> str:
    """The sentence, without its rule paragraph (`rejection.rule` holds it)."""
    sc, discipline = view.scenario, rejection.discipline
    known = 0 <= discipline < len(sc.traits)
    persona_known = 0 <= rejection.persona < len(sc.personas)
    zone_known = -1 <= rejection.zone < len(sc.zones)
    template = unnamed_here(view, rejection) or (general() | on_case())[rejection.reason]
    return template.format(
        persona=words.persona(sc, rejection.persona) if persona_known else _("this persona"),
        zone=words.zone_name(sc, rejection.zone) if zone_known else _("This zone"),
        category=words.category_name(sc, discipline) if known else _("this trait"),
        discipline=words.discipline_name(sc, discipline) if known else _("this discipline"),
        number=rejection.number,
        depth=words.depth_name(sc.depth),
        zones=words.zone_list(sc, named_by(view, rejection.persona)),
    )


def named_by(view: View, persona: int) -> int:
    """The zones that have named somebody for the persona, as the Index shows them, as a mask."""
    entry = view.public.index.get(persona)
    return entry.named if entry else 0


def unnamed_here(view: View, rejection: Rejection) -> str:
    """What lacks a name here, and where there is one; empty if that is not the reason."""
    named = named_by(view, rejection.persona)
    if rejection.reason not in (Reason.NOT_NAMED, Reason.NOT_LOCATED) or view.zone == COMMANDER:
        return ""
    if named >> view.zone & 1:
        return ""
    if not named:
        return on_case()[Reason.NOT_NAMED]
    return _("Nobody is named for {persona} in your zone. Named in: {zones}; all that follows is done there.")
