"""The deck that ships, loaded once for all tests that need the real thing."""

from functools import cache

from sco_tabletop.content import digest, load, locate
from sco_tabletop.core.scenario import Scenario


@cache
def first_watch() -> Scenario:
    """First Watch at its default difficulty."""
    return load(locate("first-watch"))


@cache
def first_watch_digest() -> str:
    """Its digest, as saves carry it."""
    return digest(locate("first-watch"))
