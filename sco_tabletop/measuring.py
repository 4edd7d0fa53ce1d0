"""The commands that measure: bots play many exercises, and deals are judged.

Called by `commands`. Figures are printed as lines or as one JSON object; no screen is loaded.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from typing import Any

from .commands import Misuse, number, scenario_of
from .exits import BAD, DONE
from .i18n import _
from .lab.simulate import FORBIDDABLE
from .lab.simulate import simulate as measure
from .lab.solve import judge_deals


def simulate(arguments: argparse.Namespace) -> int:
    """Bots play many exercises; figures as lines or as one JSON object."""
    games, first = number(arguments.games, "--games", 1), number(arguments.seed, "--seed")
    jobs, forbidden = number(arguments.jobs, "--jobs", 1), actions_of(arguments.without)
    scenario, _mark = scenario_of(arguments.deck, arguments.difficulty)
    figures = measure(scenario, arguments.bots, games, first, progress_bar(games), jobs, forbidden)
    print_figures(figures, arguments.json)
    return DONE


def actions_of(text: str | None) -> tuple[str, ...]:
    """The actions named in --without."""
    asked = [part.strip() for part in text.split(",")] if text else []
    for part in asked:
        if part not in FORBIDDABLE:
            sentence = _("There is no action '{action}'; --without takes: {known}.")
            raise Misuse(sentence.format(action=part, known=", ".join(FORBIDDABLE)))
    return tuple(name for name in FORBIDDABLE if name in asked)


def progress_bar(total: int) -> Callable[[int], None]:
    """What draws a bar on standard error while work is done, if that is a terminal."""
    shown, width = sys.stderr.isatty(), 40

    def draw(done: int) -> None:
        if shown and (done == total or done * width // total > (done - 1) * width // total):
            bar = ("#" * (done * width // total)).ljust(width, ".")
            print(
                f"\r[{bar}] {done}/{total} ", end="\n" if done == total else "", file=sys.stderr, flush=True
            )

    return draw


def print_figures(figures: dict[str, Any], as_json: bool) -> None:
    """One JSON object, or a line for each figure."""
    if as_json:
        print(json.dumps(figures))
    else:
        for name, value in figures.items():
            print(f"{name}: {value}")


def solve(arguments: argparse.Namespace) -> int:
    """Judge the deals of a range of seeds; BAD if one of them cannot be won."""
    seeds, jobs = seeds_of(arguments.seeds), number(arguments.jobs, "--jobs", 1)
    scenario, _mark = scenario_of(arguments.deck, arguments.difficulty)
    figures = judge_deals(scenario, seeds, jobs, progress_bar(len(seeds)))
    print_figures(figures, arguments.json)
    return BAD if figures["unsolvable"] else DONE


def seeds_of(text: str) -> range:
    """The seeds of A:B, both ends with them."""
    first, colon, last = text.partition(":")
    low, high = number(first, "--seeds"), number(last if colon else first, "--seeds")
    if high < low:
        sentence = _("--seeds takes A:B with B not smaller than A, not '{text}'.")
        raise Misuse(sentence.format(text=text))
    return range(low, high + 1)
