"""What may happen to a live document. Pure: no Flask, no database, no clock of its own."""

from facilitator.engine import (
    board,
    clusters,
    comments,
    floor,
    links,
    merging,
    modes,
    notes,
    pictures,
    results,
    steps,
    tidying,
    ties,
    timer,
    votes,
    zones,
)
from facilitator.engine.acts import MOST_ACTS, acts_of
from facilitator.engine.codes import CODES
from facilitator.engine.decide import cleared, decide, empty, opening, opening_floor
from facilitator.engine.ids import floor_of, workshop_of
from facilitator.engine.kinds import name_kinds
from facilitator.engine.operation import OPERATIONS, Operation
from facilitator.engine.rules import Rules
from facilitator.engine.state import Actor, Change, Event, Item, Refusal, State, apply, fold
from facilitator.engine.view import PUBLIC, closed, persons_apart, private_count, removed_for, see_event, see_state

NOUNS = (
    board,
    notes,
    merging,
    links,
    clusters,
    comments,
    zones,
    modes,
    votes,
    floor,
    steps,
    pictures,
    results,
    ties,
    tidying,
    timer,
)  # importing them registers their operations

__all__ = [
    "CODES",
    "MOST_ACTS",
    "NOUNS",
    "OPERATIONS",
    "PUBLIC",
    "Actor",
    "Change",
    "Event",
    "Item",
    "Operation",
    "Refusal",
    "Rules",
    "State",
    "acts_of",
    "apply",
    "cleared",
    "closed",
    "decide",
    "empty",
    "floor_of",
    "fold",
    "name_kinds",
    "opening",
    "opening_floor",
    "persons_apart",
    "private_count",
    "removed_for",
    "see_event",
    "see_state",
    "workshop_of",
]
