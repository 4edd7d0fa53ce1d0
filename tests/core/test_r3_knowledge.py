"""Section 3 of the rule book: what is held, what is public."""

import pytest

from sco_tabletop.core.apply import redact
from sco_tabletop.core.board import NO_FILE, UNCHECKED, Public
from sco_tabletop.core.commands import (
    Analyse,
    Ask,
    Bulletin,
    Discard,
    DrawInject,
    Monitor,
    Name,
    Share,
    TakeDown,
    Trace,
)
from sco_tabletop.core.events import (
    EVENT_TYPES,
    Asked,
    ChatterHeard,
    Event,
    PersonaFound,
    Told,
    TraitsLearned,
)
from sco_tabletop.core.rejection import Reason
from sco_tabletop.core.scenario import Effect, EffectKind, Who
from sco_tabletop.core.seat import Seat
from sco_tabletop.core.words import Function, Phase

from .builder import (
    ALL,
    DEVICE,
    FINANCIER,
    HOURS,
    LEADER,
    MONEY,
    PLANNER,
    PROPAGANDIST,
    RECRUITER,
    ROUTE,
    STYLE,
    THREE,
    card,
    deal,
    found,
    table,
)


def test_r3_1_a_persona_tells_nothing_but_its_function() -> None:
    """R3.1: one operative a persona; which alias he has is a lot, so an id tells nothing."""
    it = table().level(0, 3)
    it.operative(PROPAGANDIST, 1)
    it.trace(0, 0)
    opened = found(it.act(Monitor(0)), PersonaFound)
    assert opened == [PersonaFound(0, PROPAGANDIST)]
    leaders = {deal(seed).secret.operatives[0].persona for seed in range(40)}
    assert len(leaders) > 8


def test_r3_2_a_zone_acts_on_files_it_holds() -> None:
    """R3.2: five traits, links, exhausted; may be empty; an unverified trait is marked wherever it goes."""
    it = table().level(0, 3, 3).level(1, 3, 3)
    p = it.operative(RECRUITER, 3)
    assert it.refused(TakeDown(0, p)) is Reason.UNKNOWN_PERSONA
    it.give(1, p)
    assert it.file(1, p).traits == [-1] * 5
    assert it.refused(Analyse(0, p, 0)) is Reason.NO_FILE
    it.write(0, p, low=1 << MONEY, hours=0, money=2)
    it.act(Share(0, p, 1))
    assert it.file(1, p).unverified == 1 << MONEY
    assert it.entry(p).unverified == [1 << MONEY, 1 << MONEY, 0, 0]
    it.turn(1).act(Share(1, p, 2))
    assert it.file(2, p).unverified == 1 << MONEY


def test_r3_3_knowledge_belongs_to_zones() -> None:
    """R3.3: what one zone finds out, another holds only after a Share."""
    it = table().level(0, 3)
    p = it.operative(RECRUITER, 3)
    it.give(0, p)
    it.give(1, p)
    it.act(Analyse(0, p, HOURS))
    assert it.file(0, p).traits[HOURS] == 0
    assert it.file(1, p).traits[HOURS] == -1
    it.act(Share(0, p, 1))
    assert it.file(1, p).traits[HOURS] == 0


def test_r3_4_the_index_is_up_to_date() -> None:
    """R3.4: function, holders, categories, marks, hits and traits tested, sightings, names, locations."""
    it = table(8)
    p = it.operative(FINANCIER, 0)
    it.give(0, p, (HOURS, DEVICE))
    it.write(1, p, low=1 << ROUTE, route=1)
    entry = it.entry(p)
    assert entry.function is FINANCIER
    assert entry.held[:3] == [0b00011, 0b10000, NO_FILE]
    assert entry.unverified[:2] == [0, 0b10000]
    assert (entry.hits[0], entry.tested[0]) == (1, 2)
    assert (entry.hits[1], entry.tested[1]) == (UNCHECKED, 0)
    it.sighting(7, p)
    assert entry.sighted == 1 << 7
    it.give(0, p, (MONEY,))
    it.named(0, p, located=True, staged=True)
    assert (entry.named, entry.located, entry.staged) == (1, 1, 1)
    it.turn(1).act(TakeDown(1, p))
    assert (entry.dark_until, entry.frozen_until) == (2, 3)


def test_r3_5_who_did_what_is_public() -> None:
    """R3.5: the action log, whether a roll succeeded, and injects (not a lead's value) go to everybody."""
    it = table(cards=[card(Effect(EffectKind.LEAD, who=Who.CHAIR))]).level(0, 3)
    p, q = it.operative(FINANCIER, 2), it.operative(RECRUITER, 2)
    it.give(0, p)
    events = [*it.emit_phase(Phase.INJECT, 0).act(DrawInject(0))]
    it.give(0, q)
    events += [*it.turn(0).act(Analyse(0, q, HOURS)), *it.act(Share(0, p, 1))]
    for zone in (2, 3):
        told = [type(event).__name__ for event in events if redact(event, zone)]
        for name in ("CardDrawn", "LeadReceived", "Analysed", "Shared", "HoldingChanged"):
            assert name in told


def test_r3_6_values_links_and_names_are_private() -> None:
    """R3.6: only the own zone is told trait values, links, chatter, register, who is named; dice nobody."""
    it = table().level(0, 3, 3, 3)
    other = it.operative(LEADER, 2)
    p = it.operative(RECRUITER, 0, links=(other,))
    it.give(0, p, (HOURS, DEVICE, STYLE))
    events = [*it.act(Analyse(0, p, MONEY)), *it.act(Trace(0, p)), *it.act(Name(0, p)), *it.network()]
    private = {"TraitsLearned", "LinksLearned", "PersonNamed"}
    assert private <= {type(event).__name__ for event in events if redact(event, 0)}
    for zone in (1, 2, 3, -1):
        told = [event for event in events if redact(event, zone)]
        names = {type(event).__name__ for event in told}
        assert not names & (private | {"TracesVanished", "DiceAdvanced"})
        assert all(event.zone == zone for event in told if isinstance(event, ChatterHeard))
    assert it.state.seats[1].files.keys() == set()


@pytest.mark.parametrize("evidence", [3, 5])
@pytest.mark.parametrize(
    ("function", "leader", "known"),
    [(PLANNER, 0, 7), (PLANNER, 1, 7), (LEADER, 0, 0), (LEADER, 1, 7), (FINANCIER, 1, 0)],
)
def test_r3_7_the_main_plot_round_is_found_with_the_planner(
    function: Function, leader: int, known: int, evidence: int
) -> None:
    """R3.7: `date_evidence` traits on the planner in ONE file, unverified ones count, make it public for
    good; the leader's file does so only where `date_leader` is 1."""
    it = table(main_round=7, date_evidence=evidence, date_leader=leader)
    p = it.operative(function, 2)
    last = evidence - 1
    it.give(0, p, ALL[:last])
    it.give(1, p, ALL[last : last + 1])
    assert it.public.main_round == 0
    it.write(0, p, low=1 << last, **{("money", "style", "route")[last - MONEY]: 3})
    assert it.public.main_round == known
    it.act(Discard(0, p, last))
    assert it.public.main_round == known
    assert it.sound()


def test_r3_8_sightings_restrict_the_homes() -> None:
    """R3.8: a sighting leaves the zone and its neighbours; several intersect; shares are no sightings."""
    it = table()
    p = it.operative(PROPAGANDIST, 1)
    it.sighting(0, p)
    assert it.entry(p).possible == 0b1011
    it.act(Share(0, p, 2))
    assert (it.entry(p).sighted, it.entry(p).possible) == (0b0001, 0b1011)
    it.sighting(2, p)
    assert it.entry(p).possible == 0b1010


def test_r3_9_the_register_answers_by_itself() -> None:
    """R3.9: from two traits on the own register is compared with all of the own file; below: unchecked."""
    it = table()
    p = it.operative(PLANNER, 2)
    it.give(0, p, (STYLE,))
    it.give(1, p, ALL)
    assert (it.entry(p).hits[0], it.entry(p).tested[0]) == (UNCHECKED, 0)
    it.give(0, p, (HOURS,))
    assert (it.entry(p).hits[0], it.entry(p).tested[0]) == (3, 2)
    it.give(0, p, (DEVICE,))
    assert (it.entry(p).hits[0], it.entry(p).tested[0]) == (1, 3)
    it.act(Discard(0, p, DEVICE))
    assert (it.entry(p).hits[0], it.entry(p).tested[0]) == (3, 2)
    it.act(Discard(0, p, STYLE))
    assert (it.entry(p).hits[0], it.entry(p).tested[0]) == (UNCHECKED, 0)


def test_r3_10_possible_homes() -> None:
    """R3.10: within all sightings, minus present no-hits, final on two traits; a hit outside stays out."""
    it = table()
    p = it.operative(PLANNER, 1)
    it.give(0, p, (STYLE, ROUTE))
    assert (it.entry(p).hits[0], it.entry(p).tested[0]) == (0, 2)
    assert it.entry(p).possible == 0b1110
    it.act(Discard(0, p, ROUTE))
    assert it.entry(p).possible == 0b1111
    it.sighting(1, p)
    it.give(3, p, (HOURS, DEVICE))
    assert it.entry(p).hits[3] == 1
    assert it.entry(p).possible == 0b0111


def test_r3_11_talk_is_no_evidence() -> None:
    """R3.11: a request costs nothing and moves nothing but the list of requests."""
    it = table()
    p = it.operative(RECRUITER, 2)
    it.give(1, p, THREE)
    before = repr((it.public.index, it.state.seats, it.public.zones[0].actions))
    assert it.act(Ask(0, p, -1, 1)) == (Asked(0, p, -1, 1, 2),)
    assert repr((it.public.index, it.state.seats, it.public.zones[0].actions)) == before


def test_r3_12_every_event_declares_its_audience() -> None:
    """R3.12: who is told is declared at every event, and what it may touch follows from it."""
    assert all(isinstance(kind.__dict__["told"], Told) for kind in EVENT_TYPES)
    with pytest.raises(TypeError):
        type("Silent", (Event,), {})

    def on_public(self: Event, public: Public) -> None: ...

    def on_seat(self: Event, seat: Seat) -> None: ...

    secret = {"told": Told.NOBODY, "reveals": False, "rolls": False, "hands_over": False}
    body = {"__annotations__": {"zone": int}}
    for wrong in ({"on_public": on_public}, {"on_seat": on_seat}):
        with pytest.raises(TypeError):
            type("Wrong", (Event,), {**body, **wrong}, **secret)
    with pytest.raises(TypeError):
        type("Lost", (Event,), {"__annotations__": {}}, **{**secret, "told": Told.ZONE})


def test_r3_12_no_event_names_a_value_to_others() -> None:
    """R3.12: of a bulletin's events each zone is told the values of its own file alone."""
    it = table()
    p = it.operative(RECRUITER, 2)
    it.give(0, p, THREE)
    events = it.act(Bulletin(0, p))
    for zone in range(4):
        values = found([e for e in events if redact(e, zone)], TraitsLearned)
        assert [event.zone for event in values] == ([zone] if zone else [])
