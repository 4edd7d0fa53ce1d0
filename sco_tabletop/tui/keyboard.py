"""Keys one after another: the next is handed on when everything that the one before set off has been done.

Without this, keys typed ahead go to a screen that is about to close, or are read in another order than
they were typed: Textual hands a key to the pane in focus at once, while what an earlier key opens or closes
follows some messages later. Knows nothing of what a key means.
"""

from __future__ import annotations

import asyncio
from collections import deque
from typing import Final

from textual import events
from textual.app import App
from textual.message_pump import MessagePump

HOPS: Final = 8
"""Turns of the loop in which a key comes from the pane in focus up to whoever takes it: nothing is asked
meanwhile, so that what the key does is drawn first."""
ROUNDS: Final = 4
PATIENCE: Final = 0.25
"""Seconds to wait for one part of the screen that does not answer."""


class Keyboard:
    """The keys of one application that were typed and not handed on yet."""

    def __init__(self, app: App[None]) -> None:
        self.app = app
        self.waiting: deque[events.Key] = deque()
        self.busy = False
        self.passing: events.Key | None = None
        self._settling: asyncio.Task[None] | None = None

    def may_pass(self, key: events.Key) -> bool:
        """True if the key may be handed on now; else it is kept, and comes again by itself."""
        if key is not self.passing and (self.busy or self.waiting):
            self.waiting.append(key)
            return False
        self.passing, self.busy = None, True
        self._settling = asyncio.create_task(self.settle())
        return True

    async def settle(self) -> None:
        """Wait for all that the key set off, then hand on the next."""
        try:
            await self.quiet()
        finally:
            self.busy = False
            if self.waiting:
                self.busy, self.passing = True, self.waiting.popleft()
                self.app.post_message(self.passing)

    async def quiet(self) -> None:
        """Let everything that may answer to a key empty its messages, until no screen opens or closes."""
        for _hop in range(HOPS):
            await asyncio.sleep(0)
        for number in range(ROUNDS):
            before = self.app.screen_stack[-1:]
            for part in (self.app.focused, *reversed(self.app.screen_stack[-2:]), self.app):
                await done_with(part)
            if number and before == self.app.screen_stack[-1:]:
                return


async def done_with(part: MessagePump | None) -> None:
    """Return when a part has done what it was sent so far."""
    done = asyncio.Event()
    if part is not None and part.is_running and part.call_later(done.set):
        late = asyncio.get_running_loop().call_later(PATIENCE, done.set)
        await done.wait()
        late.cancel()
