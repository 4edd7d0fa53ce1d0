"""Planted bugs for each paragraph of sections 2 to 10 of the rule book, in their order."""

from .bug import Bug
from .planted_2_to_4 import BUGS as FIRST
from .planted_5 import BUGS as SECOND
from .planted_6_to_9 import BUGS as THIRD
from .planted_10 import BUGS as FOURTH

BUGS: tuple[Bug, ...] = FIRST + SECOND + THIRD + FOURTH
