"""How the program looks and moves for this person: kept in one small file of the user's configuration.

Knows JSON and folders only; must not know a screen. A file that cannot be used is never written over.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from enum import Enum
from pathlib import Path
from typing import Any, Final

import attrs

from .i18n import _

VARIABLE: Final = "SCO_CONFIG"
NAME: Final = "settings.json"
LARGEST: Final = 10_000
"""Bytes; a longer file is not ours."""


class Colours(Enum):
    """The two themes."""

    DARK = "dark"
    LIGHT = "light"


class Pace(Enum):
    """How fast the others take their turns before a person's eyes."""

    SLOW = "slow"
    NORMAL = "normal"
    FAST = "fast"
    AT_ONCE = "at-once"


@attrs.frozen
class Settings:
    """`ascii`: draw with ASCII characters only; `still`: nothing moves by itself but what happens."""

    colours: Colours = Colours.DARK
    ascii: bool = False
    still: bool = False
    pace: Pace = Pace.NORMAL


def settings_path(environ: Mapping[str, str] = os.environ) -> Path:
    """The file: in $SCO_CONFIG, else in the user's folder of configurations. It may not exist yet."""
    if environ.get(VARIABLE):
        return Path(environ[VARIABLE]) / NAME
    import platformdirs

    return platformdirs.user_config_path("sco-tabletop", appauthor=False) / NAME


@attrs.define
class Shelf:
    """The settings in use, and the file they are kept in (none: for this run only).

    `trouble`: one sentence about a file that could not be used; while it stands nothing is written.
    """

    path: Path | None = None
    settings: Settings = attrs.field(factory=Settings)
    trouble: str = ""

    def keep(self, settings: Settings) -> None:
        """Use them from now on, and write them down if there is a file that may be written."""
        self.settings = settings
        if self.path is None or self.trouble:
            return
        new = self.path.with_suffix(".new")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            new.write_text(written(settings), encoding="utf-8")
            new.replace(self.path)
        except OSError as error:
            sentence = _("The settings could not be written to {path}: {why}. They hold for this run.")
            self.trouble = sentence.format(path=self.path, why=error.strerror)


def open_shelf(path: Path) -> Shelf:
    """The settings that are kept there; the defaults if there is no file, or none that can be used."""
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
        return Shelf(path, structured(json.loads(raw.decode("utf-8"))) if len(raw) <= LARGEST else too_long())
    except FileNotFoundError:
        return Shelf(path)
    except OSError as error:
        why = error.strerror or type(error).__name__
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError):
        why = _("it is not JSON")
    except ValueError as error:
        why = str(error)
    sentence = _("The settings in {path} cannot be used: {why}. The defaults hold; it is left as it is.")
    return Shelf(path, trouble=sentence.format(path=path, why=why))


def too_long() -> Settings:
    """Refuse a file that is longer than settings are."""
    raise ValueError(_("it is too long"))


def structured(data: object) -> Settings:
    """Settings from plain data. Raises ValueError with the reason; nothing is guessed or bent."""
    if not isinstance(data, dict):
        raise ValueError(_("it is not a table of settings"))
    found: dict[str, Any] = {}
    kinds = {field.name: type(field.default) for field in attrs.fields(Settings)}
    for name, value in data.items():
        if name not in kinds:
            raise ValueError(_("there is no setting '{name}'").format(name=name))
        found[name] = one(name, value, kinds[name])
    return Settings(**found)


def one(name: str, value: object, kind: Any) -> object:
    """One value as its setting asks for it."""
    if kind is bool:
        if not isinstance(value, bool):
            raise ValueError(_("'{name}' is true or false").format(name=name))
        return value
    choices = [member.value for member in kind]
    if not isinstance(value, str) or value not in choices:
        sentence = _("'{name}' is one of: {choices}")
        raise ValueError(sentence.format(name=name, choices=", ".join(choices)))
    return kind(value)


def written(settings: Settings) -> str:
    """The text of the file."""
    data = {
        name: value.value if isinstance(value, Enum) else value
        for name, value in attrs.asdict(settings).items()
    }
    return json.dumps(data, indent=2) + "\n"
