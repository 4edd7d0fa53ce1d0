"""From which size of the terminal on a screen shows more panes at once."""

from __future__ import annotations

from typing import Final

WIDE: Final = 118
WIDE_ROWS: Final = 30
"""From here on panes stand side by side."""
HUGE: Final = 180
HUGE_ROWS: Final = 45
"""From here on all of them."""
