"""Every event there is, as a closed union. Each declares its audience where it is defined (R3.12)."""

from __future__ import annotations

from typing import Final, get_args

from .actions import (
    Analysed,
    BulletinSent,
    Counselled,
    Lent,
    LoanUsed,
    Located,
    Monitored,
    ProtectionSet,
    Shared,
    Staged,
    StoodBy,
    TakenDown,
    TeamSent,
    Traced,
)
from .base import Event as Event
from .base import Told as Told
from .endex import AttributionOpened, NameOpened
from .files import (
    Asked,
    Discarded,
    ExhaustionCleared,
    FileOpened,
    HoldingChanged,
    LinksLearned,
    MainPlotDated,
    Named,
    NameLost,
    PersonaFound,
    PersonNamed,
    RegisterChecked,
    Sighted,
    TraitsDiffer,
    TraitsLearned,
)
from .injects import (
    ActionsChanged,
    BulletinsChanged,
    CardDrawn,
    CategoryRevealed,
    DrawPassed,
    InjectAnnounced,
    InjectDelivered,
    LeadAnswered,
    LeadOffered,
    LeadReceived,
    LeadValueDrawn,
    LoanSuspended,
    NoEffect,
    OptionChosen,
    TeamHeldUp,
)
from .network import (
    ChatterHeard,
    ExerciseEnded,
    InfluenceMoved,
    LocationLost,
    MainPlotFired,
    NetworkOpened,
    NetworkRested,
    PlotFired,
    PlotTargeted,
    PlotWarned,
    PreparationMoved,
    Recruited,
    TeamStruck,
    TraceLaid,
    TracesVanished,
    TrackMoved,
)
from .rounds import (
    CommitmentMade,
    HourCalled,
    HourDecided,
    HourLeft,
    PhaseBegan,
    RoundBegan,
    TeamsCommitted,
    TurnEnded,
)
from .setup import (
    AliasesDealt,
    DiceAdvanced,
    DiceForked,
    LevelsDealt,
    MainPlotSet,
    OperativeJoined,
    PileBuilt,
    PileShuffled,
    PracticeMarked,
    RegisterDealt,
    TeamsDealt,
)

AnyEvent = (
    ActionsChanged
    | AliasesDealt
    | Analysed
    | Asked
    | AttributionOpened
    | BulletinSent
    | BulletinsChanged
    | CardDrawn
    | CategoryRevealed
    | ChatterHeard
    | CommitmentMade
    | Counselled
    | DiceAdvanced
    | DiceForked
    | Discarded
    | DrawPassed
    | ExerciseEnded
    | ExhaustionCleared
    | FileOpened
    | HoldingChanged
    | HourCalled
    | HourDecided
    | HourLeft
    | InfluenceMoved
    | InjectAnnounced
    | InjectDelivered
    | LeadAnswered
    | LeadOffered
    | LeadReceived
    | LeadValueDrawn
    | Lent
    | LevelsDealt
    | LinksLearned
    | LoanSuspended
    | LoanUsed
    | Located
    | LocationLost
    | MainPlotDated
    | MainPlotFired
    | MainPlotSet
    | Monitored
    | NameLost
    | NameOpened
    | Named
    | NetworkOpened
    | NetworkRested
    | NoEffect
    | OperativeJoined
    | OptionChosen
    | PersonNamed
    | PersonaFound
    | PhaseBegan
    | PileBuilt
    | PileShuffled
    | PlotFired
    | PlotTargeted
    | PlotWarned
    | PracticeMarked
    | PreparationMoved
    | ProtectionSet
    | Recruited
    | RegisterChecked
    | RegisterDealt
    | RoundBegan
    | Shared
    | Sighted
    | Staged
    | StoodBy
    | TakenDown
    | TeamHeldUp
    | TeamSent
    | TeamStruck
    | TeamsCommitted
    | TeamsDealt
    | TraceLaid
    | Traced
    | TracesVanished
    | TrackMoved
    | TraitsDiffer
    | TraitsLearned
    | TurnEnded
)

EVENT_TYPES: Final[tuple[type[Event], ...]] = get_args(AnyEvent)
