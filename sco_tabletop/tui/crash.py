"""What happens when the program itself fails: a redacted report, one sentence, exit status 1.

The report names files, lines and the kind of error only. It holds no values: Textual's own output would
print local variables, and with them what a seat must not know.
"""

from __future__ import annotations

import platform
import traceback
from pathlib import Path

from .. import __version__
from ..i18n import _

REPORT = "crash-report.txt"


def report_of(error: BaseException) -> str:
    """Kind of error and the places it went through; no message, no values."""
    lines = [f"sco-tabletop {__version__}", f"python {platform.python_version()}", type(error).__name__]
    for frame in traceback.extract_tb(error.__traceback__):
        place = Path(frame.filename)
        lines.append(f"{'/'.join(place.parts[-3:])}:{frame.lineno} {frame.name}")
    return "\n".join(lines) + "\n"


def sentence_for(error: BaseException, folder: Path, *, playing: bool = True) -> str:
    """Write the report beside the saves, if that is possible, and say what to do; `playing`: an exercise
    is open, and saved up to its last decision."""
    path = folder / REPORT
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(report_of(error), encoding="utf-8")
    except OSError:
        if not playing:
            return _("The program failed ({kind}). No exercise was being played; nothing is lost.").format(
                kind=type(error).__name__
            )
        return _(
            "The program failed ({kind}). Your exercise is saved; go on with 'sco-tabletop resume'."
        ).format(kind=type(error).__name__)
    text = (
        _(
            "The program failed ({kind}). Your exercise is saved; go on with 'sco-tabletop resume'. "
            "Report: {path}"
        )
        if playing
        else _("The program failed ({kind}). No exercise was being played; nothing is lost. Report: {path}")
    )
    return text.format(kind=type(error).__name__, path=path)
