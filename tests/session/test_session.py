"""The running exercise: saved before shown, undo within and beyond the barrier, resume."""

from copy import deepcopy
from pathlib import Path

import pytest

from sco_tabletop.core.commands import (
    AnswerLead,
    AnyCommand,
    CallHour,
    DrawInject,
    EndTurn,
    Monitor,
    SendTeam,
)
from sco_tabletop.core.events import DiceForked, PracticeMarked, Told
from sco_tabletop.core.legal import lead_waits, legal
from sco_tabletop.core.rejection import Reason, Rejection
from sco_tabletop.record.error import SaveError
from sco_tabletop.record.read import read
from sco_tabletop.record.save import Decided, Rewound
from sco_tabletop.record.verify import Exact, verify
from sco_tabletop.session.reopen import reopen
from sco_tabletop.session.seats import seating_of, solo_seats
from sco_tabletop.session.session import Session
from sco_tabletop.session.step import Step
from tests.decks import first_watch, first_watch_digest


def create(folder: Path, *, practice: bool = True, zones: tuple[int, ...] = (0,), seed: int = 7) -> Session:
    """A new exercise of First Watch."""
    return Session.create(
        first_watch(),
        deck_digest=first_watch_digest(),
        seats=solo_seats(first_watch(), zones),
        seed=seed,
        practice=practice,
        folder=folder,
    )


def done(session: Session, command: AnyCommand) -> Step:
    """Submit a command that has to be accepted."""
    step = session.submit(command)
    assert isinstance(step, Step), step
    return step


def to_own_turn(session: Session) -> None:
    """Through inject and call to the first own turn, refusing choices by taking the first option."""
    while session.view(session.acting).public.phase.value != "turn":
        done(session, legal(session.view(session.acting))[0])


def test_the_human_is_the_permanent_chair(tmp_path: Path) -> None:
    """R2.9: solo, the human leads every round."""
    session = create(tmp_path, zones=(2,))
    chairs = set()
    while not session.finished:
        chairs.add(session.view(2).public.chair)
        if session.human_turn:
            done(session, legal(session.view(2))[0])
        else:
            session.bot_step()
    assert chairs == {2}
    assert seating_of(session.seats).chair_zones == (2,)


def test_what_is_shown_was_saved(tmp_path: Path) -> None:
    """Every step stands in the file when it is returned."""
    session = create(tmp_path)
    for _ in range(60):
        if session.finished:
            break
        step = (
            done(session, legal(session.view(session.acting))[0])
            if session.human_turn
            else session.bot_step()
        )
        last = read(session.path).entries[-1]
        assert isinstance(last, Decided)
        assert last.command == step.command
        assert {id(type(e)) for e in step.told} <= {id(type(e)) for e in last.events}


def test_steps_tell_only_what_the_people_were_told(tmp_path: Path) -> None:
    """Nothing secret and nothing of a bot's seat is in a step or a journal."""
    session = create(tmp_path)
    while not session.finished:
        step = (
            done(session, legal(session.view(session.acting))[0])
            if session.human_turn
            else session.bot_step()
        )
        for event in step.told:
            assert event.told is Told.PUBLIC or (event.told is Told.ZONE and getattr(event, "zone", -1) == 0)
    assert all(event.told is not Told.NOBODY for _, event in session.journal(0))


def test_resume_goes_on_at_the_same_decision(tmp_path: Path) -> None:
    """A closed exercise comes back with the same view, and plays on the same."""
    session = create(tmp_path)
    to_own_turn(session)
    before = session.view(0)
    session.close()
    again = reopen(session.path)
    assert again.view(0) == before
    assert again.acting == 0
    step = done(again, Monitor(0))
    twin = create(tmp_path)
    to_own_turn(twin)
    assert done(twin, Monitor(0)).told == step.told


def test_a_second_owner_is_refused(tmp_path: Path) -> None:
    """One process, one session owns a save."""
    session = create(tmp_path)
    with pytest.raises(SaveError):
        reopen(session.path)


def test_undo_within_the_barrier_restores_the_view(tmp_path: Path) -> None:
    """Sending a team reveals and rolls nothing: it can be taken back even when assessed."""
    session = create(tmp_path, practice=False)
    to_own_turn(session)
    before = deepcopy(session.view(0))
    send = next(c for c in legal(before) if isinstance(c, SendTeam))
    done(session, send)
    assert session.view(0) != before
    assert session.undo_reach() == "free"
    session.undo()
    assert session.view(0) == before
    assert isinstance(read(session.path).entries[-1], Rewound)
    assert isinstance(verify(read(session.path)), Exact)


def test_undo_stops_at_the_barrier_when_assessed(tmp_path: Path) -> None:
    """Monitor rolls: what was rolled stays."""
    session = create(tmp_path, practice=False)
    to_own_turn(session)
    done(session, Monitor(0))
    assert session.undo_reach() == ""
    before = deepcopy(session.view(0))
    session.undo()
    assert session.view(0) == before


def test_practice_goes_further_back_with_new_dice(tmp_path: Path) -> None:
    """Beyond the barrier: logged, marked as practice, dice from a forked stream."""
    session = create(tmp_path)
    to_own_turn(session)
    before = session.view(0)
    actions = before.public.zones[0].actions
    done(session, Monitor(0))
    done(session, EndTurn(0))
    session.bot_step()
    assert session.undo_reach() == "practice"
    session.undo()
    assert session.view(0).public.zones[0].actions == actions - 1
    assert session.view(0).public.practice
    last = read(session.path).entries[-1]
    assert isinstance(last, Rewound)
    assert {type(e) for e in last.events} == {DiceForked, PracticeMarked}
    session.undo()
    done(session, Monitor(0))
    assert isinstance(verify(read(session.path)), Exact)


def test_forked_dice_differ(tmp_path: Path) -> None:
    """The same decision after a rewind is rolled anew: over several deals some outcome changes."""
    changed = 0
    for seed in range(1, 25):
        session = create(tmp_path, seed=seed)
        to_own_turn(session)
        if lead_waits(session.view(0)):
            done(session, AnswerLead(0, accept=False))
        first = done(session, Monitor(0)).told
        session.undo()
        changed += done(session, Monitor(0)).told != first
        session.close()
    assert changed > 0


def test_a_rejected_command_changes_and_writes_nothing(tmp_path: Path) -> None:
    """A refusal is a value with a reason."""
    session = create(tmp_path)
    size = session.path.stat().st_size
    refused = session.submit(CallHour(0, call=True))
    assert isinstance(refused, Rejection)
    assert refused.reason is Reason.WRONG_PHASE
    assert session.path.stat().st_size == size
    assert isinstance(session.submit(DrawInject(1)), Rejection)


def test_a_step_that_cannot_be_saved_has_not_happened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Log first: if the log fails, the state goes back to what the log says."""
    session = create(tmp_path)
    before = deepcopy(session.view(0))

    def fail(_: object) -> int:
        raise SaveError("disk full", session.path)

    monkeypatch.setattr(session._writer, "append", fail)
    with pytest.raises(SaveError):
        session.submit(DrawInject(0))
    assert session.view(0) == before


def test_two_zones_of_one_person_keep_their_own_views(tmp_path: Path) -> None:
    """R3.3: knowledge belongs to zones; the journal of one holds nothing private of the other."""
    session = create(tmp_path, zones=(0, 2))
    for zone in (0, 2):
        private = [e for _, e in session.journal(zone) if e.told is Told.ZONE]
        assert private
        assert all(getattr(e, "zone", -1) == zone for e in private)
