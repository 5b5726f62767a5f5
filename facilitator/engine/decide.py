"""Finds the decider of an operation and numbers the event."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Any

from facilitator.engine.may import why_not
from facilitator.engine.operation import DECIDERS, Operation, Quiet
from facilitator.engine.rules import Rules
from facilitator.engine.state import (
    BOARD,
    FLOOR,
    SYSTEM,
    Actor,
    Change,
    Event,
    Refusal,
    State,
    put,
    root_of,
    stamp,
)
from facilitator.engine.zones import cells_of


def decide(state: State, op: Operation, actor: Actor, now: datetime) -> Event | Refusal:
    """What this wish of this person means now: the next event, or the code for which it is refused."""
    if op.root != root_of(state.document):
        return Refusal("op.elsewhere")
    code = why_not(state, op.type, actor)
    if code is not None:
        return Refusal(code)
    decision = DECIDERS[type(op)](state, op, actor, now)
    if isinstance(decision, Refusal):
        return decision
    changes, to = (decision.changes, decision.to) if isinstance(decision, Quiet) else (decision, None)
    return Event(state.seq + 1, op.id, actor.id, stamp(now), changes, to)


def opening(
    document: str,
    zones: Mapping[str, Mapping[str, Any]],
    board: Mapping[str, Any],
    now: datetime,
    items: Mapping[str, Mapping[str, Any]] = MappingProxyType({}),
) -> Event:
    """Event 1 of a board, the system's: the board itself and all its zones, cells included (P4.1).

    zones: as the method gives them, phases and lanes without cells. board: method {key, version}, authors, and
    mode, shaped_by or rewritten_by where they differ from open, facilitator and authors. items: what lies on it
    from the beginning, as the method gives it.
    """
    fields = {"mode": "open", "shaped_by": "facilitator", "rewritten_by": "authors", **board}
    changes: list[Change] = [put(BOARD, fields), *(put(zone_id, zone) for zone_id, zone in zones.items())]
    for zone_id, zone in zones.items():
        if zone.get("axis") == "phase":
            changes += cells_of(zone_id, zone, zones)
    changes += [put(item_id, item) for item_id, item in items.items()]
    return _first(document, changes, now)


def cleared(state: State, now: datetime, **board: Any) -> Event:
    """Event 1 anew, the system's: the board and its zones as they are, with nothing in them but what it began with.

    board: fields of the board that are to be others.
    """
    over = ("silence", "ended", "ended_at", "left_out")
    kept = {name: value for name, value in state.board.items() if name not in over} | {"mode": "open", **board}
    zones = [
        put(item_id, item)
        for item_id, item in state.items.items()
        if item_id.startswith("zone:") or item.get("fixed") or item.get("carried")
    ]
    return _first(state.document, [put(BOARD, kept), *zones], now)


def opening_floor(document: str, now: datetime) -> Event:
    """Event 1 of a floor, the system's: the floor itself, with nothing going on (P9.1)."""
    return _first(document, [put(FLOOR, {"authors": "names"})], now)


def empty(document: str, rules: Rules) -> State:
    """A document before its first event."""
    return State(document, rules=rules)


def _first(document: str, changes: Sequence[Change], now: datetime) -> Event:
    op = uuid.uuid5(uuid.NAMESPACE_URL, f"facilitator:opening:{document}")
    return Event(1, str(op), SYSTEM, stamp(now), changes)
