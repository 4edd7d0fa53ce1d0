"""Admiralty grades in words: how reliable the source is, how credible what it says."""

from __future__ import annotations

from ..i18n import _


def grade_text(grade: str) -> str:
    """ "B2" in words; the grade alone if it is another kind; empty for none."""
    source, credible = sources().get(grade[:1]), credibility().get(grade[1:])
    if source is None or credible is None:
        return grade
    return _("{grade}: {source}; {credible}").format(grade=grade, source=source, credible=credible)


def sources() -> dict[str, str]:
    """The letter."""
    return {
        "A": _("a reliable source"),
        "B": _("a usually reliable source"),
        "C": _("a fairly reliable source"),
        "D": _("a source that is not usually reliable"),
        "E": _("an unreliable source"),
        "F": _("a source that cannot be judged"),
    }


def credibility() -> dict[str, str]:
    """The digit."""
    return {
        "1": _("confirmed"),
        "2": _("probably true"),
        "3": _("possibly true"),
        "4": _("doubtful"),
        "5": _("improbable"),
        "6": _("truth cannot be judged"),
    }
