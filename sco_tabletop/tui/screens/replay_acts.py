"""What the replay does besides showing: another way from here, bots that count, the report in files.

A part of the replay screen. Long counts run beside it, in a thread of their own.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from textual import work
from textual.worker import get_current_worker

from ...i18n import _
from ...record.error import SaveError
from ...record.save import Save
from ...review.branch import branch
from ...review.compare import Progress, Sample, tier_of
from ...review.replay import Replay
from ...review.report.build import report
from ...review.report.dossier import gather
from ...review.report.html import html
from ...review.report.markdown import markdown
from ...session.reopen import reopen
from ..counts import Stopped, odds_by_round, odds_from, same_deals
from ..text import Row
from ..widgets.pane import Pane
from .confirm import ConfirmScreen

if TYPE_CHECKING:
    from .replay import ReplayScreen

Found = TypeVar("Found")


class ReplayActs:
    """Mixed into the replay screen."""

    replay: Replay
    samples: tuple[Sample, ...]
    by_round: tuple[str, ...]
    reports: dict[tuple[int | None, int], tuple[Row, ...]]

    @property
    def tape(self) -> ReplayScreen:
        """The screen that this is a part of."""
        return self  # type: ignore[return-value]

    def action_branch(self) -> None:
        """Ask, then go on from here in a new save."""
        if why := self.tape.why_not("branch"):
            self.tape.say(why, tone="alarm")
            return
        self.tape.app.push_screen(
            ConfirmScreen(
                _("Go another way from here?"),
                _(
                    "A new save begins at this decision, with new dice and as practice; "
                    "this one stays as it is."
                ),
            ),
            self.branched,
        )

    def branched(self, yes: bool | None) -> None:
        """Open the branch in the room."""
        if not yes:
            return
        try:
            path = branch(self.replay.save, self.replay.move.line)
            self.tape.table.open_room(reopen(path))
        except SaveError as error:
            self.tape.say(str(error), tone="alarm")

    def action_odds(self) -> None:
        """Let bots play the rest from here; in the pane of the curves from the beginning of each round."""
        if why := self.tape.why_not("odds"):
            self.tape.say(why, tone="alarm")
        elif self.tape.curves:
            self.count(odds_by_round, self.rounds_counted)
        else:
            self.count(partial(odds_from, self.replay.move.line), self.tape.say)

    def count(self, task: Callable[[Save, Progress], Found], told: Callable[[Found], None]) -> None:
        """Let bots play; `told` hears what was found."""
        self.tape.say(_("Bots begin to play."))
        self.count_beside(task, told)

    @work(thread=True, exclusive=True)
    def count_beside(self, task: Callable[[Save, Progress], Found], told: Callable[[Found], None]) -> None:
        """In a thread of its own."""
        try:
            found = task(self.replay.save, self.progress)
        except Stopped:
            return
        self.tape.app.call_from_thread(told, found)

    def rounds_counted(self, texts: tuple[str, ...]) -> None:
        """They stand above the curves."""
        self.by_round = texts
        self.tape.query_one("#curves", Pane).changed(forget=True)
        self.tape.say(texts[-1])

    def action_compare(self) -> None:
        """Percentiles against bots on the same deal."""
        if why := self.tape.why_not("compare"):
            self.tape.say(why, tone="alarm")
        else:
            self.count(same_deals, self.compared)

    def compared(self, found: tuple[Sample, ...]) -> None:
        """The percentiles are there; they stand in the full review."""
        self.samples = found
        self.reports.clear()
        self.replay.show_truth(True)
        self.tape.say(_("Percentiles against {n} bot exercises stand in the review.").format(n=len(found)))
        self.tape.redraw()

    def progress(self, done: int, total: int) -> None:
        """Called in the thread; stops it when the screen is left."""
        if get_current_worker().is_cancelled:
            raise Stopped
        if done % max(1, total // 20) == 0:
            full = 20 * done // total
            text = _("Bots play: {bar} {done} of {total}").format(
                bar="▮" * full + "▯" * (20 - full), done=done, total=total
            )
            self.tape.app.call_from_thread(self.tape.say, text)

    def action_write(self) -> None:
        """Write the report beside the save: the full one after EndEx, else what these eyes may know."""
        save = self.replay.save
        reader = None if self.replay.finished else self.replay.seat
        document = report(gather(save, reader, self.samples, tier_of(save.header)))
        try:
            for suffix, text in ((".md", markdown(document)), (".html", html(document))):
                Path(save.path).with_suffix(suffix).write_text(text, encoding="utf-8")
        except OSError as error:
            self.tape.say(
                _("The report could not be written: {why}.").format(why=error.strerror), tone="alarm"
            )
            return
        self.tape.say(_("Written: {path} and .md").format(path=save.path.with_suffix(".html")))
