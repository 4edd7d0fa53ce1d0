"""The staff recommendation: no free share that is of use is left when it says to end the turn."""

from __future__ import annotations

from pathlib import Path

from sco_tabletop.bots.estimates import Estimate
from sco_tabletop.core.commands import EndTurn, Share
from sco_tabletop.core.dice import Dice
from sco_tabletop.core.legal import legal
from sco_tabletop.core.words import Phase
from tests.deciding import deciding
from tests.session.test_session import create

SEEDS = range(1, 5)


def test_a_free_share_of_use_comes_before_the_end_of_the_turn(tmp_path: Path) -> None:
    """Where the bot would end the turn with a share left; where the staff says it, none is of use."""
    veteran = deciding("veteran")
    instead = 0
    for seed in SEEDS:
        session = create(tmp_path, seed=seed, zones=(0, 1, 2, 3))
        while not session.finished:
            view = session.view(session.acting)
            choice = session.advice()
            assert choice is not None
            if session.phase is Phase.TURN and isinstance(choice.command, EndTurn):
                shares = [c for c in legal(view) if isinstance(c, Share)]
                assert not [c for c in shares if Estimate(view).share(c.persona, c.to) > 0]
            elif isinstance(choice.command, Share):
                instead += isinstance(veteran(view, Dice(seed)), EndTurn)
                assert choice.reason is not None
            session.submit(choice.command)
        session.close()
    assert instead
