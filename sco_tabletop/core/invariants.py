"""What must hold after every command, whatever was played: `status` names everything that does not.

Knows the full state and the rule book; recomputes by its own, slower way instead of asking the rules.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum
from typing import Final

from .board import NO_FILE, UNCHECKED, Entry
from .coherence import depth_exceeded, end_incoherent, phase_incoherent, result_wrong, work_differs
from .seat import File, Seat, bits
from .state import State
from .words import CATEGORIES, Function


class Violation(Enum):
    """Each names the rule that is broken; the value is the paragraph it rests on."""

    TRACK_OUT_OF_RANGE = "R9.10 a track is outside its range"
    ALLOWANCE_NEGATIVE = "R5.1 actions, shares, requests or bulletins below zero"
    TEAMS_NOT_CONSERVED = "R5.8 a team appeared or vanished"
    STAGED_OVER_TEAMS = "R9.9 more staged teams than teams"
    STAGED_NOT_LOCATED = "R5.13 staged without a location"
    LOCATED_NOT_NAMED = "R5.12 located without a name"
    SITE_WRONG = "R5.12 a site without a location, or none with one"
    NAMES_DIFFER = "R3.4 the Index and a zone disagree on its names"
    NAME_BASELESS = "R5.17 a name stands that R5.15 does not allow"
    HOLDING_DIFFERS = "R3.4 the Index and a file disagree on the categories held"
    CHECK_DIFFERS = "R3.9 the Index shows another answer than the register gives"
    MATCHES_DIFFER = "R3.9 a file's matches are not those of the register"
    POSSIBLE_DIFFERS = "R3.10 possible homes are not what sightings and answers leave"
    HOME_EXCLUDED = "R3.10 the true home was excluded although no false trait was on file"
    TRAIT_FALSE = "R3.2 a verified trait is not the operative's own"
    UNVERIFIED_NOT_HELD = "R3.2 an unverified mark on a category not held"
    LINK_ONE_SIDED = "R5.4 a link is on one of two files only"
    LINK_FALSE = "R2.5 a link that the network does not have"
    EXHAUSTED_FALSE = "R5.4 exhausted, but there is a link to find"
    FUNCTION_FALSE = "R3.1 the Index shows another function than the operative's"
    FILE_NOT_ON_INDEX = "R3.4 a file on a persona that is not on the Index, or the Index on nobody"
    SIGHTING_FALSE = "R3.8 sighted where the operative cannot act, or a leader sighted"
    NETWORK_BROKEN = "R2.4 two operatives are one person or one persona"
    NETWORK_SPLIT = "R2.5 the graph is not symmetric and connected"
    OVER_CAP = "R6.4 more operatives than the cap, in all or of one register"
    TRACE_WRONG = "R6.2 two traces of one operative, one out of reach, or one of the leader"
    REGISTER_AMBIGUOUS = "R2.3 two persons have the same five traits"
    PLOT_WRONG = "R6.6 a plot without target among its zones, or overdue"
    MAIN_DATE_WRONG = "R3.7 the main-plot round shown is not the true one, or hidden when it is known"
    PILE_DIFFERS = "R8.1 the pile shown is not the pile there is"
    OFFER_WRONG = "R8.3 a low lead offered on a file that is not there"
    LOAN_WRONG = "R5.7 a borrowed level that no lender has"
    REFUND_WRONG = "R5.7 an action given back without a loan, or in a deck whose loans give none"
    PHASE_INCOHERENT = "R4 round, phase, chair and acting zone do not fit together"
    END_INCOHERENT = "R7.1 result, reason, phase and opened network do not fit together"
    DEPTH_EXCEEDED = "R10.1 something is there that the depth does not play"
    WORK_DIFFERS = "R10.3 what was opened at EndEx is not what the zones had found out"
    RESULT_WRONG = "R10.1 the result of a short depth is not what the table gives"


def status(state: State) -> tuple[Violation, ...]:
    """Everything that is broken, in the order of the enum; empty is well from the first decision on."""
    return tuple(violation for violation in Violation if CHECKS[violation](state))


def _cases(state: State) -> Iterator[tuple[Seat, int, File, Entry]]:
    """Every file with its Index entry."""
    for seat in state.seats:
        for persona, file in seat.files.items():
            yield seat, persona, file, state.public.index[persona]


def _truth(state: State, persona: int) -> tuple[int, ...]:
    operative = state.secret.operative(persona)
    return state.seats[operative.home].register[operative.person].traits


def _track(state: State) -> bool:
    public, numbers = state.public, state.scenario.numbers
    influence = all(0 <= board.influence <= numbers.influence_max for board in public.zones)
    alert = 0 <= public.alert <= numbers.alert_max
    rest = public.threat >= 0 and public.trust <= numbers.trust and min(public.preparation) >= 0
    return not (influence and alert and rest)


def _allowance(state: State) -> bool:
    boards = state.public.zones
    lowest = min(min(b.actions, b.shares, b.requests, b.held_up, b.monitored) for b in boards)
    return lowest < 0 or state.public.bulletins < 0


def _teams(state: State) -> bool:
    row, count = state.scenario.numbers.teams, len(state.public.zones)
    dealt = {sum(row[(start + zone) % len(row)] for zone in range(count)) for start in range(len(row))}
    teams = [board.teams for board in state.public.zones]
    return sum(teams) not in dealt or min(teams) < 0


def _staged_over(state: State) -> bool:
    return any(state.public.staged_in(z) > board.teams for z, board in enumerate(state.public.zones))


def _staged_unlocated(state: State) -> bool:
    return any(entry.staged & ~entry.located for entry in state.public.index.values())


def _located_unnamed(state: State) -> bool:
    return any(entry.located & ~entry.named for entry in state.public.index.values())


def _site(state: State) -> bool:
    return any(
        (site >= 0) != bool(entry.located >> zone & 1) or site >= len(state.scenario.zones[zone].sites)
        for entry in state.public.index.values()
        for zone, site in enumerate(entry.sites)
    )


def _names_differ(state: State) -> bool:
    return any(
        bool(entry.named >> seat.zone & 1) != (persona in seat.names)
        for seat in state.seats
        for persona, entry in state.public.index.items()
    )


def _fitting(seat: Seat, file: File) -> tuple[int, ...]:
    """The persons of the register who have every trait on file, by looking at each."""
    known = [(c, v) for c, v in enumerate(file.traits) if v >= 0]
    return tuple(i for i, p in enumerate(seat.register) if all(p.traits[c] == v for c, v in known))


def _baseless(state: State) -> bool:
    evidence = state.scenario.numbers.evidence
    for seat in state.seats:
        for persona, person in seat.names.items():
            file = seat.files.get(persona)
            if file is None or file.count < evidence or _fitting(seat, file) != (person,):
                return True
            if not state.public.index[persona].possible >> seat.zone & 1:
                return True
    return False


def _holding(state: State) -> bool:
    for seat in state.seats:
        for persona, entry in state.public.index.items():
            file = seat.files.get(persona)
            held = sum(1 << c for c, v in enumerate(file.traits) if v >= 0) if file else NO_FILE
            marked = file.unverified if file else 0
            if (file and file.held != held) or (entry.held[seat.zone], entry.unverified[seat.zone]) != (
                held,
                marked,
            ):
                return True
    return False


def _check(state: State) -> bool:
    for seat in state.seats:
        for persona, entry in state.public.index.items():
            file = seat.files.get(persona)
            answer = (UNCHECKED, 0)
            if file and file.count >= state.scenario.numbers.check_from:
                answer = (len(_fitting(seat, file)), file.count)
            if (entry.hits[seat.zone], entry.tested[seat.zone]) != answer:
                return True
    return False


def _matches(state: State) -> bool:
    return any(bits(file.matches) != _fitting(seat, file) for seat, _, file, _ in _cases(state))


def _possible(state: State) -> bool:
    for entry in state.public.index.values():
        for zone in range(len(state.public.zones)):
            near = all(state.public.reach[seen] >> zone & 1 for seen in bits(entry.sighted))
            if bool(entry.possible >> zone & 1) != (near and entry.hits[zone] != 0):
                return True
    return False


def _home_excluded(state: State) -> bool:
    for persona, entry in state.public.index.items():
        home = state.secret.operative(persona).home
        file, truth = state.seats[home].files.get(persona), _truth(state, persona)
        honest = file is None or all(v in (-1, truth[c]) for c, v in enumerate(file.traits))
        if honest and not entry.possible >> home & 1:
            return True
    return False


def _trait_false(state: State) -> bool:
    return any(
        value not in (-1, truth) and not file.unverified >> category & 1
        for _, persona, file, _ in _cases(state)
        for category, (value, truth) in enumerate(zip(file.traits, _truth(state, persona), strict=True))
    )


def _unverified(state: State) -> bool:
    return any(file.unverified & ~file.held for _, _, file, _ in _cases(state))


def _one_sided(state: State) -> bool:
    return any(
        other not in seat.files or not seat.files[other].links >> persona & 1
        for seat, persona, file, _ in _cases(state)
        for other in bits(file.links)
    )


def _true_links(state: State, persona: int) -> int:
    operatives = state.secret.operatives
    return sum(1 << operatives[n].persona for n in state.secret.operative(persona).links)


def _link_false(state: State) -> bool:
    return any(file.links & ~_true_links(state, persona) for _, persona, file, _ in _cases(state))


def _exhausted(state: State) -> bool:
    return any(file.exhausted and file.links != _true_links(state, p) for _, p, file, _ in _cases(state))


def _function(state: State) -> bool:
    return any(e.function is not state.secret.operative(p).function for p, e in state.public.index.items())


def _off_index(state: State) -> bool:
    index = state.public.index
    return any(p not in index for seat in state.seats for p in (*seat.files, *seat.names)) or any(
        p not in state.secret.by_persona for p in index
    )


def _sighting(state: State) -> bool:
    for persona, entry in state.public.index.items():
        operative = state.secret.operative(persona)
        if entry.sighted & ~state.public.reach[operative.home]:
            return True
        if entry.sighted and operative.function is Function.LEADER:
            return True
    return False


def _broken_network(state: State) -> bool:
    secret = state.secret
    count = len(secret.operatives)
    persons = {(operative.home, operative.person) for operative in secret.operatives}
    personas = {operative.persona: number for number, operative in enumerate(secret.operatives)}
    return len(persons) < count or len(personas) < count or personas != secret.by_persona


def _split(state: State) -> bool:
    operatives = state.secret.operatives
    one_way = any(n not in operatives[m].links for n, o in enumerate(operatives) for m in o.links)
    reached, frontier = {0}, [0]
    while frontier:
        new = [n for n in operatives[frontier.pop()].links if n not in reached]
        reached.update(new)
        frontier += new
    return one_way or len(reached) < len(operatives)


def _over_cap(state: State) -> bool:
    numbers, homes = state.scenario.numbers, [operative.home for operative in state.secret.operatives]
    crowded = any(homes.count(zone) > numbers.recruit_zone_limit for zone in range(len(state.seats)))
    return crowded or len(homes) > numbers.operatives_cap


def _trace(state: State) -> bool:
    seen: set[int] = set()
    for field, traces in enumerate(state.secret.traces):
        for number, channel in traces:
            operative = state.secret.operatives[number]
            away = not state.public.reach[operative.home] >> field & 1
            leader = operative.function is Function.LEADER
            if number in seen or away or leader or not 0 <= channel < len(state.scenario.channels):
                return True
            seen.add(number)
    return False


def _ambiguous(state: State) -> bool:
    persons = [person.traits for seat in state.seats for person in seat.register]
    return len(set(persons)) < len(persons) or any(len(traits) != CATEGORIES for traits in persons)


def _plot(state: State) -> bool:
    public, targets = state.public, state.secret.targets
    for plot in public.plots:
        target = targets.get(plot.number, -1)
        if target < 0 or not plot.zones >> target & 1 or plot.zones.bit_count() != 2:
            return True
        if plot.due < public.round and public.result is None:
            return True
    return False


def _main_date(state: State) -> bool:
    public, numbers = state.public, state.scenario.numbers
    if public.main_round not in (0, state.secret.main_round):
        return True
    wanted = (Function.PLANNER, Function.LEADER) if numbers.date_leader else (Function.PLANNER,)
    enough = [file.count >= numbers.date_evidence for *_, file, e in _cases(state) if e.function in wanted]
    return any(enough) and public.main_round != state.secret.main_round


def _pile(state: State) -> bool:
    left = [state.scenario.cards[number].id for number in state.secret.pile]
    return state.public.pile != len(left) or any(card in left for card in state.public.drawn)


def _offer(state: State) -> bool:
    offer = state.public.offer
    return offer is not None and offer.persona not in state.seats[offer.zone].files


def _loan(state: State) -> bool:
    boards = state.public.zones
    return any(
        level and not any(b.lent and b.levels[discipline] == level for b in boards if b is not board)
        for board in boards
        for discipline, level in enumerate(board.borrowed)
    )


def _refund(state: State) -> bool:
    gives = state.scenario.numbers.loan_refund
    return any(
        count > gives or (count and board.borrowed[discipline] <= board.levels[discipline])
        for board in state.public.zones
        for discipline, count in enumerate(board.given_back)
    )


CHECKS: Final[dict[Violation, Callable[[State], bool]]] = dict(
    zip(
        Violation,
        (
            _track,
            _allowance,
            _teams,
            _staged_over,
            _staged_unlocated,
            _located_unnamed,
            _site,
            _names_differ,
            _baseless,
            _holding,
            _check,
            _matches,
            _possible,
            _home_excluded,
            _trait_false,
            _unverified,
            _one_sided,
            _link_false,
            _exhausted,
            _function,
            _off_index,
            _sighting,
            _broken_network,
            _split,
            _over_cap,
            _trace,
            _ambiguous,
            _plot,
            _main_date,
            _pile,
            _offer,
            _loan,
            _refund,
            phase_incoherent,
            end_incoherent,
            depth_exceeded,
            work_differs,
            result_wrong,
        ),
        strict=True,
    )
)
"""One check a violation, in the order of the enum; each is True if it is broken."""
