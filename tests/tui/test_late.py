"""The late screens on made-up endings: commit or hold, the strike told one by one, the network drawn."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from sco_tabletop.core.board import Capture, Revealed
from sco_tabletop.core.commands import Commit, GoNoGo
from sco_tabletop.core.events import TeamStruck
from sco_tabletop.core.view import View
from sco_tabletop.core.words import EndReason, Function, Phase, Result, Struck
from sco_tabletop.review.measures import Fate, Fortune
from sco_tabletop.review.records import Member
from sco_tabletop.session.questions import for_all, question_for
from sco_tabletop.tui.ascii import to_ascii
from sco_tabletop.tui.screens import hour
from sco_tabletop.tui.screens.end import EndScreen
from sco_tabletop.tui.screens.hour import HourScreen
from sco_tabletop.tui.text import plain
from sco_tabletop.tui.widgets import actions, aftermath
from sco_tabletop.wording.missed import missed_text

from .helper import at, dump, new_session, room_of, tell, until
from .test_panes import look, text


def committing() -> tuple[View, int]:
    """A view with one staged team whose name rests on nothing: doubtful."""
    seen = look()
    view, persona = seen.view, seen.persona
    view.public.phase = Phase.COMMIT
    view.seat.names[persona] = 0
    entry = view.public.index[persona]
    entry.named = entry.located = entry.staged = 1
    entry.possible = 3
    return view, persona


def test_commit_shows_doubt_and_holds_what_is_rather_wrong() -> None:
    """Each team has its mark, its doubt, and a question before the decision."""
    seen = look()
    seen.view, persona = committing()
    seen.persona = persona
    seen.hold = seen.doubtful()
    assert persona in seen.hold
    drawn = text(actions.sheet(seen, 78, 18))
    assert "[ ] hold" in drawn
    assert "right" in drawn
    seen.hold = frozenset()
    assert "[x] commit" in text(actions.sheet(seen, 78, 18))
    for command in (Commit(0, seen.committed()), GoNoGo(0, go=True), GoNoGo(0, go=False)):
        assert question_for(seen.view, command)


def over(view: View) -> View:
    """The view after a strike with a capture, an escape and a wrongful detention."""
    public = view.public
    public.captures = [
        Capture(0, 1, 0, Struck.CAPTURED, 1),
        Capture(1, 2, 0, Struck.ESCAPED, 2),
        Capture(2, 3, 0, Struck.WRONGFUL, -1),
    ]
    public.network = (
        Revealed(1, Function.LEADER, 0, 0, (2, 4)),
        Revealed(2, Function.PLANNER, 1, 0, (1, 4)),
        Revealed(4, Function.COURIER, 3, 5, (1, 2)),
        Revealed(9, Function.PROPAGANDIST, 3, 6, ()),
    )
    public.result, public.reason, public.phase = Result.PARTIAL, EndReason.STRIKE, Phase.OVER
    return view


def test_the_network_is_drawn_with_everybody_in_it_once() -> None:
    """Each with his end, function and home, lines between the linked, those without a link below."""
    lines = [plain(of) for of in aftermath.network(over(look().view), 78, 16)]
    drawn = "\n".join(lines)
    for words in ("✓ Alias1 Z0", "leader", "✗ Alias2 Z1", "planner", "Alias4 Z3", "courier", "Alias9 Z3"):
        assert drawn.count(words) == 1
    assert {"│", "─"} & set(drawn)
    assert drawn.index("Without a link:") < drawn.index("Alias9")
    assert "?" not in to_ascii(drawn)
    assert "X escaped" in to_ascii(drawn)
    assert "x never found" in to_ascii(drawn)


def test_who_could_have_been_known_when() -> None:
    """The rounds of the review, who was known and never named, the longest wait, the own person."""
    view = over(look().view)
    one, other = (
        Member(of.persona, of.function, of.zone, of.person, 0, ()) for of in view.public.network[:2]
    )
    fortunes = (
        Fortune(one, 2, 3, 5, 3, False, Fate.CAPTURED, (1, 2, 3)),
        Fortune(other, 4, 0, 0, 3, True, Fate.ESCAPED, (1, 0, 0)),
    )
    told = "\n".join(plain(of) for of in aftermath.knowledge(view, fortunes, 78))
    assert "2 of 2 could have been known" in told
    assert "never named at home: Alias2 (R11.2)" in told
    assert "3 rounds, for Alias1" in told
    row = next(part for part in told.splitlines() if part.startswith("Alias1"))
    assert row.split()[2:6] == ["Z0", "R2", "R3", "R5"]
    assert "in your register: Person" in told


def test_by_how_little_it_was_missed() -> None:
    """One sentence that names what was missing; none where the exercise was lost before a strike."""
    view = over(look().view)
    assert missed_text(view) == "Without the wrong name the result would have been better."
    view.public.captures = [c for c in view.public.captures if c.outcome is not Struck.WRONGFUL]
    assert missed_text(view) == "2 captures short of decisive."
    view.public.captures.append(Capture(3, 4, 0, Struck.CAPTURED, 4))
    assert missed_text(view) == "One capture short of decisive."
    del view.public.captures[0]
    assert missed_text(view) == "2 captures short of decisive, the leader's among them."
    view.public.reason = EndReason.THREAT
    assert not missed_text(view)


def test_strikes_are_told_one_after_another_and_can_be_skipped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first Enter shows all, the second goes on."""
    monkeypatch.setattr(hour, "PACE", 60.0)  # a busy machine must not have told the first one already
    told = (
        TeamStruck(0, 1, 0, Struck.CAPTURED, 1),
        TeamStruck(1, 2, 0, Struck.ESCAPED, 2),
        TeamStruck(2, 3, 0, Struck.WRONGFUL, -1),
    )

    async def story(pilot: Pilot[None]) -> None:
        view = room_of(pilot).session.view(0)
        pilot.app.push_screen(HourScreen(view, told))
        await until(pilot, lambda: at(pilot, HourScreen))
        await pilot.pause()
        assert "3 to come" in dump(pilot)
        await pilot.press("enter")
        shown = dump(pilot)
        assert "! Zone 2 detains" in shown
        assert "✓ Zone 0 captures Alias1" in shown
        assert "✗ escaped 1" in shown
        await pilot.press("enter")
        await until(pilot, lambda: not at(pilot, HourScreen))

    tell(tmp_path, story, new_session(tmp_path))


def test_the_end_names_result_reasons_targets_and_save(tmp_path: Path) -> None:
    """A wrongful detention is named."""
    view = over(look().view)

    async def story(pilot: Pilot[None]) -> None:
        pilot.app.push_screen(EndScreen(view, tmp_path / "x.jsonl"))
        await until(pilot, lambda: at(pilot, EndScreen))
        await pilot.pause()
        shown = dump(pilot)
        for word in (
            "Result: Partial",
            "1 wrongful detention",
            "! Zone 2",
            "✓ Zone 0",
            "The network as it was",
        ):
            assert word in shown

    tell(tmp_path, story, new_session(tmp_path))


def test_all_own_states_are_committed_in_one_decision_if_every_name_is_certain() -> None:
    """Offered with two own states waiting and no doubt; a doubt, or one state alone, and it is not."""
    seen = look()
    seen.view, persona = committing()
    entry = seen.view.public.index[persona]
    entry.named = entry.located = entry.staged = 3
    entry.possible = 1
    seen.mine = (0, 1)
    assert actions.teams_of_all(seen) == 0
    entry.hits = [1, 0, 0, 0]
    entry.possible, entry.staged = 1, 1
    other = next(p for p in seen.view.public.index if p != persona)
    twin = seen.view.public.index[other]
    twin.named = twin.located = twin.staged = twin.possible = 2
    assert actions.teams_of_all(seen) == 2
    assert actions.commit(seen, 78).start == actions.COMMIT_ALL
    assert for_all(seen.view, seen.mine, 2)[0] == "Commit all teams of Zone 0, Zone 1?"
    seen.mine = (0,)
    assert actions.commit(seen, 78).start == ("commit",)
    seen.mine, twin.unverified = (0, 1), [0, 1, 0, 0]
    twin.held[1] = 1
    assert actions.teams_of_all(seen) == 0
