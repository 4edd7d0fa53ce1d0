"""How it ended: the result, why, and the network opened. Only for a view of a finished exercise."""

from __future__ import annotations

from ..core.board import Revealed
from ..core.view import View
from ..core.words import Depth, EndReason, Function, Struck
from ..i18n import _, n_
from . import endex, words


def result_text(view: View) -> str:
    """Result and cause as two sentences; empty while the exercise runs."""
    public = view.public
    if public.result is None or public.reason is None:
        return ""
    return _("Result: {result}. {reason}").format(
        result=words.result_name(public.result), reason=words.end_reason(public.reason)
    )


def reasons(view: View) -> tuple[str, ...]:
    """What the result rests on (R7.2, R7.3, R10.1), one sentence each."""
    if view.public.reason is EndReason.FACILITATOR:
        return (known_text(view),)
    lines = strike_reasons(view) if view.scenario.depth is Depth.FULL else list(endex.reasons(view))
    return (*lines, known_text(view))


def strike_reasons(view: View) -> list[str]:
    """What the result of the full process rests on (R7.2, R7.3)."""
    public = view.public
    captured = {c.operative for c in public.captures if c.outcome is Struck.CAPTURED}
    wrongful = [c for c in public.captures if c.outcome is Struck.WRONGFUL]
    escaped = sum(c.outcome is Struck.ESCAPED for c in public.captures)
    leader = any(o.function is Function.LEADER and o.persona in captured for o in public.network)
    total = len(public.network)
    share = 100 * len(captured) // total if total else 0
    lines = [
        _(
            "{captured} of {total} operatives captured ({share}%; decisive takes {quota}% and the leader)."
        ).format(captured=len(captured), total=total, share=share, quota=view.scenario.numbers.quota),
        _("The leader was captured.") if leader else _("The leader was not captured."),
    ]
    if escaped:
        lines.append(
            n_("{count} operative escaped.", "{count} operatives escaped.", escaped).format(count=escaped)
        )
    if wrongful:
        lines.append(
            n_(
                "{count} wrongful detention: one grade lower, and public trust is hurt.",
                "{count} wrongful detentions: one grade lower for each, and public trust is hurt.",
                len(wrongful),
            ).format(count=len(wrongful))
        )
    return lines


def known_text(view: View) -> str:
    """How much of the network was on the Index, and the tracks that can lose an exercise."""
    public = view.public
    return _(
        "{known} of {total} were on the Index; threat {threat} of {limit}; public trust {trust}."
    ).format(
        known=sum(o.persona in public.index for o in public.network),
        total=len(public.network),
        threat=public.threat,
        limit=view.scenario.numbers.threat_limit,
        trust=public.trust,
    )


def network_lines(view: View) -> tuple[str, ...]:
    """The network opened: one line an operative, in order of function."""
    sc, public = view.scenario, view.public
    full = sc.depth is Depth.FULL
    lines = []
    for operative in sorted(public.network, key=lambda o: (o.function, o.persona)):
        fate = strike_fate(view, operative) if full else endex.fate(view, operative)[0]
        links = ", ".join(words.persona(sc, other) for other in operative.links)
        lines.append(
            _("{persona}, {function}, home {zone}: {fate}; linked to {links}").format(
                persona=words.persona(sc, operative.persona),
                function=words.function_name(operative.function),
                zone=words.zone_name(sc, operative.zone),
                fate=fate,
                links=links,
            )
        )
    return tuple(lines)


def strike_fate(view: View, operative: Revealed) -> str:
    """What became of an operative in the full process, as one word."""
    public, entry = view.public, view.public.index.get(operative.persona)
    caught = any(c.operative == operative.persona and c.outcome is Struck.CAPTURED for c in public.captures)
    if caught:
        return _("captured")
    if entry is None:
        return _("never found")
    return _("named") if entry.named >> operative.zone & 1 else _("on the Index")


def strike_lines(view: View) -> tuple[str, ...]:
    """Each target of the strike: zone, persona, what was found. In a short depth: what had been found out."""
    sc = view.scenario
    if sc.depth is not Depth.FULL:
        return tuple(text for text, _counts in endex.findings(view))
    return tuple(
        _("{zone}, for {persona}: {outcome}").format(
            zone=words.zone_name(sc, c.zone),
            persona=words.persona(sc, c.persona),
            outcome=words.struck_name(c.outcome),
        )
        for c in view.public.captures
    )
