"""What is new before a decision in plain lines, once; and where one is after a resume."""

from __future__ import annotations

import io
from pathlib import Path

from sco_tabletop.core.commands import AnyCommand, Share
from sco_tabletop.core.events import TraitsLearned
from sco_tabletop.core.legal import legal
from sco_tabletop.plain.choices import choices
from sco_tabletop.plain.lines import Console
from sco_tabletop.plain.news import MOST, News, lines
from sco_tabletop.plain.room import run
from sco_tabletop.session.changes import changes
from sco_tabletop.session.chronicle import chronicle
from sco_tabletop.session.reopen import reopen
from sco_tabletop.session.session import Session
from sco_tabletop.wording.events import event_text
from tests.session.test_session import create

from .test_plain import play

ROUND = "1\n1\n1\n"
"""The card, the end of the turn, and yes to it: bots do the rest of the round."""


def test_news_come_once_and_are_few(tmp_path: Path) -> None:
    """After the others have decided, before one's own decision; not again before the next one."""
    text, _ = play(tmp_path, "1\n" * 40)
    told = text.partition("Result:")[0].split("New to Kazakhstan:\n")[1:]
    assert len(told) > 3
    for part in told:
        news, blank, rest = part.partition("\n\n")
        assert blank
        assert 0 < len(news.splitlines()) < MOST
        assert rest.startswith("== ")
    assert any("more line" in part for part in told)
    assert len(told) < text.count(", or ? for other keys:")


def test_they_are_the_news_of_the_round_pane(tmp_path: Path) -> None:
    """One mechanism: the first lines are those of the screens; n tells them again."""
    _, path = play(tmp_path, ROUND * 2)
    session = reopen(path)
    view, told = session.view(0), chronicle(session.journal(0))
    found = lines(session, view)
    assert [line.strip() for line in found[1 : MOST - 1]] == [
        of.text for of in changes(view, told)[: MOST - 2]
    ]
    target = io.StringIO()
    run(session, Console(io.StringIO("n\nq\n"), target))
    session.close()
    assert target.getvalue().count("\n".join(found)) == 2


def test_a_first_zone_hears_what_its_second_sent(tmp_path: Path) -> None:
    """Both are of one person; what was shared with the first in the turn of the second is new to it."""
    session = create(tmp_path, zones=(0, 1, 2, 3))
    news = News()
    news.due(session)
    while (command := shared_with(session, 0)) is None:
        zone = session.acting
        session.submit(first(session))
        news.decided(session, zone)
    session.submit(command)
    news.decided(session, command.zone)
    assert session.acting != 0
    while session.acting != 0:
        session.submit(first(session))
    told = [event for _round, event in session.journal(0) if isinstance(event, TraitsLearned)]
    assert told
    assert event_text(session.view(0), told[-1]) in [text.strip() for text in news.due(session)]
    assert not news.due(session)
    session.close()


def first(session: Session) -> AnyCommand:
    """What moves on."""
    return choices(session.view(session.acting))[0].commands[0]


def shared_with(session: Session, zone: int) -> Share | None:
    """A share with a zone that is possible now and brings traits; None if there is none."""
    if session.acting == zone:
        return None
    view = session.view(session.acting)
    found = (c for c in legal(view) if isinstance(c, Share) and c.to == zone)
    return next((c for c in found if (file := view.file(c.persona)) and file.count), None)


def test_a_resume_says_where_one_is(tmp_path: Path) -> None:
    """Round, decision and who still acts instead of the briefing; what is new follows."""
    first, path = play(tmp_path, ROUND + "1\n1\n1\n")
    session = reopen(path)
    target = io.StringIO()
    run(session, Console(io.StringIO(""), target))
    session.close()
    text = target.getvalue()
    assert "You are in round 2 of " in text
    assert "Now: Turn, Kazakhstan." in text
    assert "Still to act in this round: Kyrgyzstan" in text
    assert "New to Kazakhstan:" in text
    briefing = session.scenario.briefing.split()[:8]
    assert " ".join(briefing) in " ".join(first.split())
    assert " ".join(briefing) not in " ".join(text.split())


def test_a_save_without_a_decision_begins_anew(tmp_path: Path) -> None:
    """Nothing was decided, so there is nothing to go on with: the briefing again."""
    first, path = play(tmp_path, "")
    session = reopen(path)
    target = io.StringIO()
    run(session, Console(io.StringIO(""), target))
    session.close()
    assert target.getvalue() == first
