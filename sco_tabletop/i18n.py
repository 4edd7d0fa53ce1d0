"""The language of what a person reads: looks messages up in the installed catalogue.

Knows gettext and the folder of catalogues beside it; must not know a message, a deck or a rule.
Catalogues are extracted with `pybabel extract -k n_:1,2 -k later sco_tabletop`.
"""

from __future__ import annotations

import gettext
from pathlib import Path
from typing import Final

DOMAIN: Final = "sco_tabletop"
SOURCE: Final = "en"
_FOLDER: Final = Path(__file__).parent / "locale"


class _Installed:
    """The one catalogue in use; looked at on every call, so that installing takes effect at once."""

    catalogue: gettext.NullTranslations = gettext.NullTranslations()


def available() -> tuple[str, ...]:
    """Languages that can be installed: English, then the compiled catalogues by name."""
    found = {path.parts[-3] for path in _FOLDER.glob(f"*/LC_MESSAGES/{DOMAIN}.mo")}
    return (SOURCE, *sorted(found - {SOURCE}))


def install(lang: str) -> None:
    """Use `lang` from now on; raises LookupError when there is no such catalogue."""
    if lang not in available():
        raise LookupError(lang)
    if lang == SOURCE:
        _Installed.catalogue = gettext.NullTranslations()
    else:
        _Installed.catalogue = gettext.translation(DOMAIN, str(_FOLDER), languages=[lang])


def _(message: str) -> str:
    """The message in the installed language, placeholders untouched."""
    return _Installed.catalogue.gettext(message) if message else ""


def n_(one: str, many: str, n: int) -> str:
    """The form of the message that the installed language uses for the count `n`."""
    return _Installed.catalogue.ngettext(one, many, n)
