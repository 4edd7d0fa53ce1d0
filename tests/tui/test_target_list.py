"""The lists of what can be done: odds under odds, reasons read to their end, the card beside its question."""

from __future__ import annotations

from sco_tabletop.core.commands import Analyse, Lend, Share, Stage, Withdraw
from sco_tabletop.core.rejection import Reason, Rejection
from sco_tabletop.core.words import Phase
from sco_tabletop.tui.text import plain
from sco_tabletop.tui.widgets import actions, target_list
from sco_tabletop.tui.widgets.targets import Target, targets
from tests.tui.test_panes import look


def test_odds_and_costs_stand_under_one_another() -> None:
    """Two digits end where three do, whatever else is said on the line."""
    of = look()
    analyses = [Target(Analyse(0, of.persona, n), None, chance) for n, chance in enumerate((85, 100, 85))]
    shown = [plain(row.line) for row in target_list.possible_rows(of, analyses, 76)]
    assert len({line.index("%") for line in shown}) == 1
    assert len({line.index("1 action") for line in shown}) == 1
    shares = [Target(Share(0, of.persona, to), None, None) for to in (1, 2, 3)]
    of.view.public.index[of.persona].held[1] = 1
    of.view.public.index[of.persona].possible = 0b0010
    for columns in (60, 76, 118):
        shown = [plain(row.line) for row in target_list.possible_rows(of, shares, columns)]
        assert len({line.index("free") for line in shown}) == 1
        assert all(len(line) <= columns for line in shown)


def test_a_reason_that_several_share_stands_before_their_names() -> None:
    """Where nothing of the kind is possible it stands alone."""
    of = look()
    why = Rejection(Reason.LENT_BEFORE, "R5.7")
    lends = [Target(Lend(0, discipline, to), why, None) for discipline in range(5) for to in (1, 2, 3)]
    shown = [plain(row.line) for row in target_list.refused_rows(of, lends, 76)]
    assert shown[0].startswith("× Your zone has lent")
    assert len(shown) > 3
    assert len(target_list.refused_rows(of, lends, 76, alone=True)) == 1


def test_the_reason_against_a_kind_is_read_to_its_end() -> None:
    """The cursor stands on its first line alone."""
    of = look()
    persona = of.persona
    of.view.public.index[persona].named = 0b1110
    shown = actions.kind_rows(of, {Withdraw: targets(of, Withdraw)}, 76)[Withdraw]
    assert len(shown) > 1
    assert "all that follows is done there." in " ".join(plain(row.line).strip() for row in shown)
    assert [row.key is None for row in shown] == [False, True]


def test_a_dilemma_has_its_title_over_its_question() -> None:
    """Whoever looked at the room first still knows what is asked."""
    of = look()
    card = next(card for card in of.view.scenario.cards if card.options)
    of.view.public.phase, of.view.public.card = Phase.CHOICE, card.id
    assert card.title in [plain(row.line) for row in actions.decision(of, 78).rows]


def test_the_reason_is_that_of_a_person_who_is_named() -> None:
    """Not of who is chosen on the board, if he is named nowhere: to be located is the nearer thing."""
    of = look()
    named = next(persona for persona in of.view.public.index if persona != of.persona)
    of.view.seat.open(named)
    of.view.seat.names[named] = 0
    of.view.public.index[named].named = 1
    first = targets(of, Stage)[0]
    assert first.command == Stage(0, named)
    assert first.refused is not None
    assert first.refused.reason is Reason.NOT_LOCATED
