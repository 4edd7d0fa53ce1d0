"""Fixtures of the deck tests."""

from pathlib import Path

import pytest

from .workshop import Workshop, make


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    """A copy of First Watch that a test may damage."""
    return make(tmp_path)
