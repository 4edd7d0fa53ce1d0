"""Arbitrary scripts that a deck could hold, with texts as unpleasant as a script allows."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from sco_tabletop.conduct.script import (
    Branch,
    Condition,
    DrawPolicy,
    Expiry,
    Fact,
    HelpClass,
    Inject,
    InjectType,
    Script,
    Trigger,
)
from sco_tabletop.content import load, locate
from sco_tabletop.content.schema import Method
from sco_tabletop.core.scenario import Effect, EffectKind, Who
from sco_tabletop.core.words import Track

SCENARIO = load(locate("xiamen-2019"), None)

STEERING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
LETTERS = st.characters(exclude_categories=("Cc", "Cs"), exclude_characters=STEERING)
NASTY = (
    *(
        "=1+1",
        "+7 desk",
        "-none-",
        "@all",
        "'=x",
        "''@",
        "'",
        "' quoted'",
        "\u2028=x",
        "＝1",
        " =1",
        '"',
        '""',
    ),
    *(
        "NO",
        "yes",
        "null",
        "~",
        "12:30",
        "03",
        "1e3",
        "0x1F",
        "- a",
        ": b",
        "#c",
        "{d}",
        "[e",
        "&f",
        "*g",
        "!h",
    ),
    *("|", ">", "%i", "`j", "a: b", "a #b", "a;b", "a,b", "a|b", "\ufeffbom", " lead", "trail ", "\\n", "\\"),
    *("Status: ready", "PHASE 2", "EXERCISE", "All", "end", "\ufffe", "\U0010ffff", "\u00ad", "e\u0301"),
)
LINE = st.one_of(st.sampled_from(NASTY), st.text(LETTERS, min_size=1, max_size=11).filter(str.strip))
BLOCK = st.one_of(
    LINE,
    st.lists(st.one_of(st.just(""), LINE), min_size=1, max_size=4).map("\n".join).filter(str.strip),
)
MAYBE = st.one_of(st.just(""), LINE)
MAYBE_BLOCK = st.one_of(st.just(""), BLOCK)
NUMBERS = st.from_regex(r"[A-Za-z0-9]{1,4}([.-][A-Za-z0-9]{1,3}){0,2}", fullmatch=True)
BRANCH_IDS = st.from_regex(r"[a-z0-9]{1,5}(-[a-z0-9]{1,4})?", fullmatch=True)
TASKS = [f"{one.id}.{at + 1}" for one in SCENARIO.objectives for at in range(len(one.tasks))]
ZONES = st.sets(st.integers(0, 7), min_size=1).map(sorted).map(tuple)
OF_A_ZONE = (
    Effect(EffectKind.INFLUENCE, 1),
    Effect(EffectKind.INFLUENCE, -2),
    Effect(EffectKind.ACTIONS, -1),
    Effect(EffectKind.LEAD),
)
OF_ALL = (
    Effect(EffectKind.TRACK, -1, Track.TRUST),
    Effect(EffectKind.TRACK, 2, Track.ALERT),
    Effect(EffectKind.PREPARATION, 2),
    Effect(EffectKind.BULLETINS, 1),
    Effect(EffectKind.INFLUENCE, 1, None, Who.HIGHEST),
)


@st.composite
def conditions(draw: st.DrawFn) -> Condition:
    """A fact within one bound or two."""
    low, high = draw(st.integers(0, 100)), draw(st.integers(100, 200))
    bounds = draw(st.sampled_from(((low, None), (None, high), (low, high))))
    return Condition(draw(st.sampled_from(Fact)), *bounds)


@st.composite
def triggers(draw: st.DrawFn, before: tuple[Inject, ...], policy: DrawPolicy) -> Trigger:
    """Waits for time, rounds, facts and an inject before it."""
    rounds = policy is not DrawPolicy.OFF
    round = draw(st.integers(0, 8)) if rounds else 0
    when = tuple(draw(st.lists(conditions(), max_size=3))) if rounds else ()
    after, branch = "", ""
    released = [one for one in before if one.delivered]
    waits = draw(st.booleans())
    if released and waits:
        one = draw(st.sampled_from(released))
        after = one.id
        branch = draw(st.sampled_from(("", *(way.id for way in one.branches))))
    return Trigger(round, draw(st.integers(-1, 600)), after, branch, when)


@st.composite
def expiries(draw: st.DrawFn, trigger: Trigger, policy: DrawPolicy) -> Expiry:
    """Not before it is due."""
    round = draw(st.sampled_from((0, max(1, trigger.round), 20))) if policy is not DrawPolicy.OFF else 0
    least = 1 if trigger.after else trigger.minutes + 1
    minutes = draw(st.one_of(st.just(0), st.integers(max(1, least), 600))) if least <= 600 else 0
    return Expiry(round, minutes)


@st.composite
def for_players(draw: st.DrawFn, policy: DrawPolicy) -> dict[str, Any]:
    """What only lines have that are delivered."""
    to = () if (everybody := draw(st.booleans())) else draw(ZONES)
    alone = (*OF_A_ZONE, *OF_ALL) if everybody else (*OF_A_ZONE, *OF_ALL[:4])
    effects = st.lists(st.sampled_from(alone if len(to) < 2 else OF_A_ZONE), max_size=3)
    ways = st.lists(
        st.tuples(BRANCH_IDS, LINE),
        min_size=2,
        max_size=4,
        unique_by=(lambda one: one[0], lambda one: one[1]),
    )
    return {
        "to": to,
        "everybody": everybody,
        "message": draw(BLOCK),
        "grade": draw(st.sampled_from(("", "A1", "F6"))),
        "branches": tuple(Branch(*way) for way in draw(st.one_of(st.just([]), ways))),
        "resolution": draw(MAYBE_BLOCK),
        "effects": tuple(draw(effects)) if policy is not DrawPolicy.OFF else (),
    }


@st.composite
def injects(draw: st.DrawFn, number: str, before: tuple[Inject, ...], policy: DrawPolicy) -> Inject:
    """One line of any type."""
    kind = draw(st.sampled_from(InjectType))
    delivered = kind in (InjectType.INJECT, InjectType.CONTINGENCY)
    fields: dict[str, Any] = {"message": draw(MAYBE_BLOCK)}
    if delivered:
        fields = draw(for_players(policy))
    trigger = Trigger()
    if kind is InjectType.CONTINGENCY:
        fields |= {"help": draw(st.sampled_from(list(HelpClass)[1:])), "use_when": draw(MAYBE)}
    else:
        trigger = draw(triggers(before, policy))
        timed = trigger.minutes >= 0 and not trigger.after
        fields["minute"] = draw(st.one_of(st.just(trigger.minutes if timed else -1), st.integers(0, 600)))
    return Inject(
        id=number,
        title=draw(LINE),
        type=kind,
        sender=draw(MAYBE),
        by=draw(MAYBE),
        method=draw(st.sampled_from(Method)).value,
        story=draw(MAYBE),
        trigger=trigger,
        expires=draw(expiries(trigger, policy)),
        expected=draw(MAYBE_BLOCK),
        tasks=tuple(draw(st.lists(st.sampled_from(TASKS), max_size=3, unique=True))),
        notes=draw(MAYBE_BLOCK),
        **fields,
    )


@st.composite
def scripts(draw: st.DrawFn) -> Script:
    """A whole script; later lines may wait for earlier ones."""
    policy = draw(st.sampled_from(DrawPolicy))
    lines: tuple[Inject, ...] = ()
    for number in draw(st.lists(NUMBERS, min_size=1, max_size=5, unique_by=str.casefold)):
        lines = (*lines, draw(injects(number, lines, policy)))
    rounds = 0 if policy is DrawPolicy.OFF else draw(st.integers(1, 8))
    return Script(draw(LINE), draw(LINE), draw(st.integers(10, 480)), rounds, policy, lines)
