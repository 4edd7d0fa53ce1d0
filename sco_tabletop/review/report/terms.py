"""Names and small sentences that several parts of the report use."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from ...core.scenario import Scenario
from ...core.seat import bits
from ...i18n import _, n_
from ...wording import words
from ..measures import Fate
from ..records import Fact, Flow, Held, How
from .model import Tone


def percent(value: Fraction | None) -> str:
    """A share in whole per cent, halves up; a dash for none."""
    if value is None:
        return "-"
    return _("{percent}%").format(
        percent=(200 * value.numerator + value.denominator) // (2 * value.denominator)
    )


def decimal(value: Fraction | None) -> str:
    """A number with one place."""
    return "-" if value is None else f"{float(value):.1f}"


def round_text(number: int) -> str:
    """A round, a dash for never."""
    return _("R{round}").format(round=number) if number else "-"


def rounds_text(number: int) -> str:
    """A length in rounds."""
    return n_("{n} round", "{n} rounds", abs(number)).format(n=number)


def codes(scenario: Scenario, zones: Iterable[int]) -> str:
    """Zone codes; a dash for none."""
    return " ".join(words.zone_code(scenario, zone) for zone in zones) or "-"


def categories(scenario: Scenario, mask: int) -> str:
    """Category names of a mask; a dash for none."""
    return ", ".join(words.category_name(scenario, c) for c in bits(mask)) or "-"


def fate_text(flow: Flow, fate: Fate) -> tuple[str, Tone]:
    """What became of an operative: glyph, word, tone. A short depth ends at the name, or at the home."""
    if fate is Fate.NAMED and not flow.strikes_played:
        return _("◇ rightly named"), "good"
    if fate is Fate.FOUND and not flow.names_played:
        return _("· on the Index, not attributed"), "alarm"
    texts: dict[Fate, tuple[str, Tone]] = {
        Fate.CAPTURED: (_("✓ captured"), "good"),
        Fate.ESCAPED: (_("✗ escaped"), "lead"),
        Fate.STAGED: (_("▲ staged, not struck"), "lead"),
        Fate.LOCATED: (_("◎ located, no team"), "lead"),
        Fate.NAMED: (_("◇ named, not located"), "lead"),
        Fate.UNOPENED: (_("◇ named at his home; who it was is not told to you"), "lead"),
        Fate.ATTRIBUTED: (_("⌂ attributed"), "good"),
        Fate.UNSOUGHT: (_("- not sought in find only"), "dim"),
        Fate.FOUND: (_("· on the Index, not rightly named"), "alarm"),
        Fate.UNKNOWN: (_("× never found"), "alarm"),
    }
    return texts[fate]


def way_text(scenario: Scenario, zone: str, step: Fact | Held) -> str:
    """Who got a trait or a file, when, how, and from whom if somebody handed it over."""
    values = {"zone": zone, "when": round_text(step.round), "how": how_text(step.how)}
    if step.source >= 0:
        text = _("{zone} {when}, {how} from {source}")
        return text.format(**values, source=words.zone_code(scenario, step.source))
    return _("{zone} {when}, {how}").format(**values)


def how_text(how: How) -> str:
    """How a trait came into a file."""
    texts = {
        How.ANALYSIS: _("analysis"),
        How.SHARE: _("share"),
        How.BULLETIN: _("bulletin"),
        How.LEAD: _("lead"),
        How.LOW_LEAD: _("unverified lead"),
        How.REVEALED: _("made known to all holders"),
        How.MONITOR: _("monitoring"),
        How.OPENED: _("first look at a new file"),
        How.START: _("at the start"),
        How.OTHER: _("otherwise"),
    }
    return texts[how]
