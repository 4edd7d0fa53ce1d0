"""An inject as its recipients get it: the words of the deck, from whom, how, and the story time.

For players. Must not know the script: only what was delivered comes here.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..core.message import Delivery
from ..core.scenario import Scenario
from ..i18n import _
from . import words
from .cards import sender_text
from .times import minute_text


def recipients_text(scenario: Scenario, to: tuple[int, ...], everybody: bool) -> str:
    """To whom an inject goes."""
    if everybody:
        return _("everybody")
    return ", ".join(words.zone_name(scenario, zone) for zone in to) or _("nobody yet")


def recipients_codes(scenario: Scenario, to: tuple[int, ...], everybody: bool) -> str:
    """To whom, short."""
    if everybody:
        return _("all")
    return " ".join(words.zone_code(scenario, zone) for zone in to) or "-"


def delivery_lines(delivery: Delivery, to: str, *, rounds: bool = True) -> Iterator[str]:
    """An inject read out, in full, stamped. `to` says for whom; without `rounds` none is named."""
    message = delivery.message
    yield _("EXERCISE. Inject {number}: {title}. To: {to}.").format(
        number=delivery.inject, title=message.title, to=to
    )
    when = _("Round {round}, exercise time {time}.") if rounds else _("Exercise time {time}.")
    yield when.format(round=delivery.round, time=minute_text(delivery.minute))
    if message.story:
        yield _("Story time: {story}.").format(story=message.story)
    yield sender_text(message)
    yield message.text
