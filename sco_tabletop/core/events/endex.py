"""Events of EndEx in the short depths: what the zones had found out is opened (R10.3, R10.4)."""

from __future__ import annotations

import attrs

from ..board import OpenedName, Public
from .base import Event, Told


@attrs.frozen(slots=False)
class AttributionOpened(Event, told=Told.PUBLIC, reveals=False, rolls=False, hands_over=False):
    """R10.3: the personas that count as attributed; the Index said so before."""

    personas: tuple[int, ...]

    def on_public(self, public: Public) -> None:
        public.attributed = self.personas


@attrs.frozen(slots=False)
class NameOpened(Event, told=Told.PUBLIC, reveals=True, rolls=False, hands_over=False):
    """R10.4: one name opened. `operative` is the persona the person really was, -1 for none."""

    zone: int
    persona: int
    person: int
    operative: int

    def on_public(self, public: Public) -> None:
        public.opened.append(OpenedName(self.zone, self.persona, self.person, self.operative))
