"""Why a bot did something, as sentences. Names what is public: persona, category, zone, the move it beat."""

from __future__ import annotations

from ..core.commands import AnyCommand
from ..core.talk import Need, Reason
from ..core.view import View
from ..i18n import _
from . import words
from .commands import command_text


def reason_text(view: View, reason: Reason) -> str:
    """One sentence on what is missing, one on the best alternative, if there was one."""
    need = need_text(view, reason)
    if reason.beat is None:
        return need
    beaten = command_text(view, reason.beat)
    return _("{need} Next best: {move}.").format(need=need, move=beaten)


def advice_text(view: View, command: AnyCommand, reason: Reason | None, key: str = "") -> str:
    """The staff recommendation: the move, and what it is meant to bring if there is a choice to explain;
    first of all the key that opens it, where there is one.

    Short, since the bar it stands in has two lines; the next best move is in the journal.
    """
    move = command_text(view, command)
    if reason is None:
        text = _("Staff, key {key}: {move}.") if key else _("Staff: {move}.")
        return text.format(move=move, key=key)
    text = _("Staff, key {key}: {move}. {need}") if key else _("Staff: {move}. {need}")
    return text.format(move=move, need=need_text(view, reason), key=key)


def need_text(view: View, reason: Reason) -> str:
    """What the move is meant to bring."""
    sc = view.scenario
    persona = words.persona(sc, reason.persona) if reason.persona >= 0 else ""
    zone = words.zone_name(sc, reason.zone) if reason.zone >= 0 else ""
    skill = words.discipline_name(sc, reason.category) if reason.category >= 0 else ""
    trait = words.category_name(sc, reason.category) if reason.category >= 0 else ""
    sentences = {
        Need.TRAIT: _("{persona}: the trait {trait} is missing."),
        Need.LINK: _("{persona}: some of his links may still be unknown."),
        Need.PERSONA: _("There are traces here that may belong to somebody unknown, or narrow a home."),
        Need.READER: _("{persona}: {zone} may be his home, or can analyse what we cannot."),
        Need.READERS: _("{persona}: any register may know him."),
        Need.PERSON: _("{persona}: one own person fits, and the doubt is small enough."),
        Need.PLACE: _("{persona}: named, and his place is not known."),
        Need.TEAM: _("{persona}: located, and no team stands ready."),
        Need.SKILL: _("{zone} holds files that wait for {skill}."),
        Need.TEAMS: _("{zone} has more names than teams."),
        Need.CALM: _("{persona}: to stop his work matters more now than to learn more about him."),
        Need.PREVENTION: _("Influence in {zone} adds to the threat."),
        Need.SHIELD: _("A plot may hit this zone."),
        Need.NOTHING: _("Nothing here is worth an action."),
    }
    return sentences[reason.need].format(persona=persona, zone=zone, skill=skill, trait=trait)
