"""Ratings in words: the letters, the draft with the rule that made it, the lines that support it."""

from __future__ import annotations

from ..conduct.acts import Rating
from ..conduct.rating import Basis, Draft, Gauge, Sign, Support
from ..i18n import _, n_


def letter_name(rating: Rating) -> str:
    """A rating by its name (HSEEP)."""
    names = {
        Rating.PERFORMED: _("P - performed without challenges"),
        Rating.SOME: _("S - performed with some challenges"),
        Rating.MAJOR: _("M - performed with major challenges"),
        Rating.UNABLE: _("U - unable to be performed"),
    }
    return names[rating]


def letter_meaning(rating: Rating) -> str:
    """What it says, exactly (HSEEP)."""
    texts = {
        Rating.PERFORMED: _("Tasks completed, objective achieved, other activities not harmed."),
        Rating.SOME: _("As P, but ways to be more effective or efficient were seen."),
        Rating.MAJOR: _("The objective was achieved, but other activities were harmed."),
        Rating.UNABLE: _("The objective was not achieved."),
    }
    return texts[rating]


def draft_text(of: Draft) -> str:
    """The draft as one sentence: letter and the rule behind it, or why there is none."""
    nothing = next((one.gauge for one in of.support if one.gauge and one.gauge.nothing), None)
    if of.basis is Basis.NOT_ACHIEVED and nothing is not None:
        text = _("Draft U: no strength was seen, and nothing was reached. {figure}")
        return text.format(figure=gauge_text(nothing))
    texts = {
        Basis.NOT_EXERCISED: _("Not exercised: no inject for it was delivered, nobody observed it."),
        Basis.NOT_OBSERVED: _("No draft: it was exercised, and nothing was observed."),
        Basis.NOT_ACHIEVED: _("Draft U: areas for improvement alone, and no inject for it was completed."),
        Basis.HARMED: _("Draft M: something else was harmed."),
        Basis.MORE_AREAS: _("Draft M: more areas for improvement than strengths."),
        Basis.AREAS: _("Draft S: strengths, and areas for improvement that do not outnumber them."),
        Basis.LEFT_OPEN: _("Draft S: strengths alone, but an inject was left open."),
        Basis.WITHOUT: _("Draft P: strengths alone, nothing left open."),
    }
    return texts[of.basis]


def support_text(of: Support) -> str:
    """One line that a draft rests on."""
    if of.gauge is not None:
        return gauge_text(of.gauge)
    texts = {
        Sign.COMPLETE: _("Inject {number}: complete. {text}") if of.text else _("Inject {number}: complete."),
        Sign.LEFT_OPEN: _("Inject {number}: delivered, not completed."),
        Sign.SKIPPED: _("Inject {number}: skipped, {text}"),
        Sign.EXPIRED: _("Inject {number}: expired unused."),
        Sign.UNUSED: _("Inject {number}: not used."),
        Sign.STRENGTH: _("Strength: {text}"),
        Sign.IMPROVE: _("Area for improvement: {text}"),
    }
    return texts[of.sign].format(number=of.inject, text=of.text)


def gauge_text(of: Gauge) -> str:
    """A figure of the review."""
    if of.harm:
        count = int(of.value)
        return n_("Harm: {count} wrongful detention.", "Harm: {count} wrongful detentions.", count).format(
            count=count
        )
    texts = {
        "exchange": _("{percent}% of what others held first was handed in time to the zone that had to act."),
        "coordination": _("{percent}% of the rightly named operatives were struck by a team."),
        "complement": _("{percent}% of the traits that a home has no discipline for came into its file."),
    }
    percent = (200 * of.value.numerator + of.value.denominator) // (2 * of.value.denominator)
    return texts[of.name].format(percent=percent)
