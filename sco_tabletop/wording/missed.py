"""By how little a better result was missed (R7.2, R7.3, R10.1). Only for a view of a finished exercise."""

from __future__ import annotations

import attrs

from ..core.attribution import influence_in_goal
from ..core.scenario import Numbers
from ..core.view import View
from ..core.words import Depth, EndReason, Function, Result, Struck
from ..i18n import _, n_


@attrs.frozen
class Tally:
    """What counted, of how many, and whether the leader was among it; `wrong`: what lowered the grade;
    `quota` and `complete`: the shares that decisive and complete take, in per cent."""

    count: int
    total: int
    leader: bool
    wrong: int
    quota: int
    complete: int

    def lacking(self, percent: int) -> int:
        """How many more it would have taken."""
        return max(0, -(-percent * self.total // 100) - self.count)


def missed_text(view: View) -> str:
    """One sentence; empty where the exercise ended otherwise, or where nothing better is left."""
    public = view.public
    judged = public.reason in (EndReason.STRIKE, EndReason.ENDEX)
    if not judged or public.result not in (Result.DECISIVE, Result.PARTIAL, Result.FAILED):
        return ""
    tally = tally_of(view)
    if tally.wrong:
        return n_(
            "Without the wrong name the result would have been better.",
            "Without the {count} wrong names the result would have been better.",
            tally.wrong,
        ).format(count=tally.wrong)
    if view.scenario.depth is Depth.FIND and not influence_in_goal(view.scenario, public):
        return calm_text(tally)
    if public.result is Result.DECISIVE:
        return short_text(view.scenario.depth, tally.lacking(tally.complete), _("complete"))
    lacking = tally.lacking(tally.quota)
    if tally.leader:
        return short_text(view.scenario.depth, lacking, _("decisive"))
    return leader_text(view.scenario.depth, lacking)


def tally_of(view: View) -> Tally:
    """What the result rests on in this depth."""
    public, numbers = view.public, view.scenario.numbers
    match view.scenario.depth:
        case Depth.FIND:
            sought = [of.persona for of in public.network if of.function is not Function.LEADER]
            count = sum(persona in public.attributed for persona in sought)
            return Tally(count, len(sought), True, 0, numbers.attributed_quota, numbers.attributed_complete)
        case Depth.INVESTIGATE:
            right = {name.persona for name in public.opened if name.right}
            wrong = sum(not name.right for name in public.opened)
            return hunted(view, right, wrong, numbers.named_quota, numbers.named_complete)
        case Depth.FULL:
            return struck(view, numbers)


def struck(view: View, numbers: Numbers) -> Tally:
    """The strike of the full process."""
    captures = view.public.captures
    caught = {c.operative for c in captures if c.outcome is Struck.CAPTURED}
    wrong = sum(c.outcome is Struck.WRONGFUL for c in captures)
    return hunted(view, caught, wrong, numbers.quota, 100)


def hunted(view: View, got: set[int], wrong: int, quota: int, complete: int) -> Tally:
    """Where the leader counts."""
    leader = any(of.function is Function.LEADER and of.persona in got for of in view.public.network)
    return Tally(len(got), len(view.public.network), leader, wrong, quota, complete)


def calm_text(tally: Tally) -> str:
    """Find only: the influence was too high, and perhaps too few were attributed."""
    count = tally.lacking(tally.quota)
    if not count:
        return _("Enough was attributed: only the influence stood too high for decisive.")
    return n_(
        "One attribution short of decisive, and the influence stood too high for it.",
        "{count} attributions short of decisive, and the influence stood too high for it.",
        count,
    ).format(count=count)


def short_text(depth: Depth, count: int, aim: str) -> str:
    """So many short of a result."""
    if not count:
        return ""
    texts = {
        Depth.FULL: n_("One capture short of {aim}.", "{count} captures short of {aim}.", count),
        Depth.INVESTIGATE: n_("One right name short of {aim}.", "{count} right names short of {aim}.", count),
        Depth.FIND: n_("One attribution short of {aim}.", "{count} attributions short of {aim}.", count),
    }
    return texts[depth].format(count=count, aim=aim)


def leader_text(depth: Depth, count: int) -> str:
    """The leader was missing for decisive, and perhaps others."""
    full = depth is Depth.FULL
    if count <= 1:
        return (
            _("One capture short of decisive: the leader's.")
            if full
            else _("One right name short of decisive: the leader's.")
        )
    text = (
        _("{count} captures short of decisive, the leader's among them.")
        if full
        else _("{count} right names short of decisive, the leader's among them.")
    )
    return text.format(count=count)
