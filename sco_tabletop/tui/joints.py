"""The characters that lines are drawn with, for whoever draws or translates them. Knows nothing else."""

from __future__ import annotations

from typing import Final

JOINTS: Final = " ╶╺╴─╼╸╾━╷┌┍┐┬┮┑┭┯╻┎┏┒┰┲┓┱┳╵└┕┘┴┶┙┵┷│├┝┤┼┾┥┽┿╽┟┢┧╁╆┪╅╈╹┖┗┚┸┺┛┹┻╿┞┡┦╀╄┩╃╇┃┠┣┨╂╊┫╉╋"
"""Box characters by up, down, left, right, each 0 none, 1 light, 2 heavy, as a number of base 3."""
