"""The screens. Those that open one another by this package's names are loaded when they first open."""

from typing import TYPE_CHECKING

from ...on_demand import on_demand

if TYPE_CHECKING:
    from .called import CalledRoom
    from .coached import CoachedRoom
    from .conference import ConferenceScreen
    from .console import ConsoleScreen
    from .end import EndScreen
    from .facilitate import FacilitateScreen
    from .fields import FieldScreen
    from .handout import HandoutScreen
    from .inbox import InboxScreen
    from .orient import OrientScreen
    from .pin import PinScreen
    from .plenary import PlenaryScreen
    from .replay import ReplayScreen
    from .room import RoomScreen
    from .rules import RulesScreen
    from .saves import SavesScreen
    from .setup import SetupScreen
    from .talk import TalkScreen
else:
    __getattr__ = on_demand(
        __name__,
        {
            "CalledRoom": "called",
            "CoachedRoom": "coached",
            "ConferenceScreen": "conference",
            "ConsoleScreen": "console",
            "EndScreen": "end",
            "FacilitateScreen": "facilitate",
            "FieldScreen": "fields",
            "HandoutScreen": "handout",
            "InboxScreen": "inbox",
            "OrientScreen": "orient",
            "PinScreen": "pin",
            "PlenaryScreen": "plenary",
            "ReplayScreen": "replay",
            "RoomScreen": "room",
            "RulesScreen": "rules",
            "SavesScreen": "saves",
            "SetupScreen": "setup",
            "TalkScreen": "talk",
        },
    )

__all__ = [
    "CalledRoom",
    "CoachedRoom",
    "ConferenceScreen",
    "ConsoleScreen",
    "EndScreen",
    "FacilitateScreen",
    "FieldScreen",
    "HandoutScreen",
    "InboxScreen",
    "OrientScreen",
    "PinScreen",
    "PlenaryScreen",
    "ReplayScreen",
    "RoomScreen",
    "RulesScreen",
    "SavesScreen",
    "SetupScreen",
    "TalkScreen",
]
