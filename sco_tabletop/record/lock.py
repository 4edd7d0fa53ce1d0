"""One process owns a save: a lock on the open file itself, gone with the process.

Knows the two ways of the systems; must not know saves.
"""

from __future__ import annotations

import sys

if sys.platform == "win32":
    import msvcrt
    import os

    _BEYOND = 1 << 40

    def lock(descriptor: int) -> bool:
        """Take the lock if nobody has it. A byte far beyond the end, so that others may still read."""
        os.lseek(descriptor, _BEYOND, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def lock(descriptor: int) -> bool:
        """Take the lock if nobody has it, in this process either. It goes when the descriptor is closed."""
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
