"""A checked deck and one of its difficulties as a Scenario.

Knows both shapes; must not know places or problems: what arrives here is sound.
"""

from __future__ import annotations

from ..core.scenario import Card, Chances, KindWeight, Label, Map, Numbers, Scenario, Trait, Zone
from ..core.words import Kind
from .schema import CardEntry, CardsEntry, DeckEntry


def build(deck: DeckEntry, cards: CardsEntry, difficulty: str, numbers: Numbers) -> Scenario:
    """The scenario; zones by number, lists along the disciplines in the order of the rules."""
    disciplines = deck.disciplines.ordered()
    return Scenario(
        deck=deck.id,
        version=deck.version,
        title=deck.title,
        summary=deck.summary,
        briefing=deck.briefing,
        difficulty=difficulty,
        depth=deck.depth,
        zones=_zones(deck),
        map=_map(deck),
        disciplines=tuple(entry.name for entry in disciplines),
        traits=tuple(Trait(entry.trait, entry.values) for entry in disciplines),
        functions=deck.functions,
        levels=deck.levels,
        numbers=numbers,
        chances=_chances(deck),
        kind_weights=tuple(KindWeight(kind, deck.kind_weights.get(kind, 0)) for kind in Kind),
        cards=tuple(_card(card) for card in cards.cards),
        personas=deck.personas,
        persons=deck.persons,
        channels=deck.channels,
        objectives=deck.objectives,
    )


def _zones(deck: DeckEntry) -> tuple[Zone, ...]:
    numbers = {zone.id: number for number, zone in enumerate(deck.zones)}
    return tuple(
        Zone(
            id=zone.id,
            name=zone.name,
            short=zone.short,
            sites=zone.sites,
            adjacent=tuple(sorted(numbers[other] for other in zone.adjacent)),
        )
        for zone in deck.zones
    )


def _map(deck: DeckEntry) -> Map:
    return Map(
        rows=deck.map,
        legend="".join(zone.letter for zone in deck.zones),
        labels=tuple(Label(zone.label.row, zone.label.column) for zone in deck.zones),
    )


def _chances(deck: DeckEntry) -> Chances:
    chances = deck.chances
    return Chances(chances.analyse, chances.monitor, chances.locate, chances.trace_left.ordered())


def _card(card: CardEntry) -> Card:
    return Card(
        id=card.id,
        kind=card.kind,
        title=card.title,
        text=card.text,
        sender=card.sender,
        method=card.method.value,
        grade=card.grade,
        teaches=card.teaches,
        question=card.question,
        effects=card.effects,
        options=card.options,
    )
