"""A small scenario made by hand, so that rule tests need no deck and no tuning of one moves them.

It plays by the rules of the first save format: what a deck can switch on since then is off.
"""

from sco_tabletop.core.scenario import (
    Card,
    Chances,
    Effect,
    EffectKind,
    EscapeStep,
    InfluenceStep,
    KindWeight,
    Label,
    Map,
    Numbers,
    Option,
    Scenario,
    Trait,
    Zone,
)
from sco_tabletop.core.words import Depth, Function, Kind, Track

NUMBERS = Numbers(
    rounds=8,
    actions=2,
    shares=1,
    requests=2,
    register_size=10,
    operatives_low=5,
    operatives_high=5,
    operatives_cap=7,
    operatives_per_zone=2,
    start_personas=2,
    threat_limit=11,
    main_rounds=(6, 7, 8),
    main_damage=7,
    preparation_needed=5,
    bulletins=1,
    teams=(2, 1),
    trust=8,
    alert_max=10,
    influence_start=1,
    influence_max=5,
    plot_threat=4,
    plot_threat_protected=2,
    plot_fuse=3,
    influence_steps=(InfluenceStep(18, 1), InfluenceStep(30, 2)),
    staged_alert_chance=6,
    take_down_alert=1,
    take_down_influence=2,
    take_down_preparation=2,
    dark_rounds=1,
    frozen_rounds=2,
    bulletin_alert_chance=15,
    aborted_alert=1,
    slip_base=3,
    slip_per_alert=2,
    escape_steps=(EscapeStep(7, 15), EscapeStep(9, 30)),
    wrongful_trust=3,
    quota=75,
    partial_quota=50,
    evidence=3,
    check_from=2,
    trace_per_alert=4,
    recruit_from=4,
    recruit_zone_limit=3,
    recruit_influence=2,
    lend_from=2,
    lead_truth=50,
    date_evidence=3,
    first_look=0,
    loan_refund=0,
    date_leader=1,
    counsel_reach=0,
    min_slack=0,
)
CHANCES = Chances(
    analyse=(0, 60, 85, 100),
    monitor=(35, 50, 70, 90),
    locate=(50, 70, 85, 100),
    trace_left=(0, 30, 35, 35, 50, 80, 45),
)
EFFECTS = {
    Kind.LEAD: (Effect(EffectKind.LEAD),),
    Kind.LOW_LEAD: (Effect(EffectKind.LOW_LEAD),),
    Kind.CAMPAIGN: (Effect(EffectKind.INFLUENCE, 2),),
    Kind.MOVES: (Effect(EffectKind.CONTACT_LOST),),
    Kind.FRICTION: (Effect(EffectKind.ACTIONS, -1),),
    Kind.OPPORTUNITY: (Effect(EffectKind.ACTIONS, 1),),
    Kind.DILEMMA: (),
    Kind.QUIET: (),
}
PRESS = (
    Option(
        "Publish", "", (Effect(EffectKind.TRACK, 1, Track.TRUST), Effect(EffectKind.TRACK, 1, Track.ALERT))
    ),
    Option("Stay silent", "", (Effect(EffectKind.TRACK, -1, Track.TRUST),)),
)
WEIGHTS = tuple(KindWeight(k, w) for k, w in zip(Kind, (22, 13, 10, 8, 15, 12, 12, 8), strict=True))
COUNTS = (4, 3, 2, 2, 3, 2, 2, 2)


def card(kind: Kind, number: int) -> Card:
    """One card with the base effect of its kind."""
    options = PRESS if kind is Kind.DILEMMA else ()
    name = f"{kind.value}-{number}"
    return Card(name, kind, name, "", "", "", "", "", "", EFFECTS[kind], options)


def zones(count: int) -> tuple[Zone, ...]:
    """A ring; with six and more zones each is also adjacent to the opposite one (R2.1)."""
    ring = []
    for z in range(count):
        near = {(z + 1) % count, (z - 1) % count}
        near |= {(z + count // 2) % count} if count >= 6 else set()
        ring.append(Zone(f"Z{z}", f"Zone {z}", f"Z{z}", ("north", "centre", "south"), tuple(sorted(near))))
    return tuple(ring)


def scenario(count: int = 4, numbers: Numbers = NUMBERS) -> Scenario:
    """The quick scenario on a ring of `count` zones."""
    return Scenario(
        deck="small",
        version="1",
        title="Small",
        summary="",
        briefing="",
        difficulty="standard",
        depth=Depth.FULL,
        zones=zones(count),
        map=Map(tuple(chr(65 + z) * 4 for z in range(count)), "", tuple(Label(z, 0) for z in range(count))),
        disciplines=("signals", "cyber", "finance", "language", "border"),
        traits=tuple(Trait(t, ("a", "b", "c", "d")) for t in ("hours", "device", "money", "style", "route")),
        functions=(
            Function.LEADER,
            Function.FINANCIER,
            Function.RECRUITER,
            Function.PROPAGANDIST,
            Function.PLANNER,
            Function.ARMOURER,
            Function.COURIER,
        ),
        levels=(3, 2, 0, 0, 0),
        numbers=numbers,
        chances=CHANCES,
        kind_weights=WEIGHTS,
        cards=tuple(card(k, i) for k, n in zip(Kind, COUNTS, strict=True) for i in range(n)),
        personas=tuple(f"Alias{i}" for i in range(16)),
        persons=tuple(f"Person{i}" for i in range(10 * count)),
        channels=("chat group", "social page"),
        objectives=(),
    )
