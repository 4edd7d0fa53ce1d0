"""Exchange of the MSEL with lists in CSV, as exercise planners keep them.

Knows the script and the zones and objectives of a scenario; must not know a file on disk, a deck or a screen.
"""

from .account import Changed, Imported, Left
from .cells import ListError
from .reading import read_msel
from .writing import write_msel

__all__ = ["Changed", "Imported", "Left", "ListError", "read_msel", "write_msel"]
