"""What a zone gets to read when the facilitator delivers an inject.

The words travel with the event: the script is in no view, so nobody holds what was not delivered to him.
"""

from __future__ import annotations

import attrs


@attrs.frozen
class Message:
    """The words of an inject as the script or the facilitator wrote them. `grade` is an Admiralty grade or
    empty, `story` the story time as written or empty."""

    title: str
    text: str
    sender: str
    method: str
    grade: str = ""
    story: str = ""


@attrs.frozen
class Delivery:
    """An inject as its recipient has it, with the round and minute of exercise time in which it came."""

    inject: str
    round: int
    minute: int
    message: Message
