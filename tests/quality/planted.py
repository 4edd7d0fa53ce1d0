"""One planted bug a paragraph of sections 2 to 9 of the rule book, in their order."""

from .bug import Bug
from .planted_2_to_5 import BUGS as FIRST
from .planted_6_to_9 import BUGS as SECOND

BUGS: tuple[Bug, ...] = FIRST + SECOND
