"""The facilitator's guide names the keys of the console as the registry binds them."""

from __future__ import annotations

import attrs
import pytest

from .keys_in_manual import AT_CONSOLE, BEGIN, GUIDE, renewed

TEXT = GUIDE.read_text(encoding="utf-8")


def test_the_guide_has_every_key_of_the_console() -> None:
    """Row by row what the registry says; `python -m tests.tui.keys_in_manual` writes it anew."""
    assert renewed(TEXT) == TEXT


@pytest.mark.parametrize("place", range(len(AT_CONSOLE)))
def test_a_key_that_changes_makes_another_guide(place: int) -> None:
    """No row is left out of the comparison: a changed sentence or a missing key is noticed."""
    changed = attrs.evolve(AT_CONSOLE[place], sentence="Something else.")
    assert renewed(TEXT, (*AT_CONSOLE[:place], changed, *AT_CONSOLE[place + 1 :])) != TEXT
    assert renewed(TEXT, (*AT_CONSOLE[:place], *AT_CONSOLE[place + 1 :])) != TEXT


def test_a_guide_without_the_mark_is_refused() -> None:
    """A mark that was deleted is an error, not an empty table."""
    with pytest.raises(ValueError, match="unpack"):
        renewed(TEXT.replace(BEGIN, ""))
