"""Where a note is: a zone, and what that sort of zone asks for (P2)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from facilitator.engine.order import is_key
from facilitator.engine.state import Item, Refusal, State

UNPLACED = "zone:unplaced"
SIDE = 10_000  # a plane's coordinates: integers 0…10000, so that every machine hashes the same
TURN = 3_600  # a ring's angle: tenths of a degree


class Place(Protocol):
    """The members of an operation that say where."""

    @property
    def zone(self) -> str: ...
    @property
    def order(self) -> str | None: ...
    @property
    def x(self) -> int | None: ...
    @property
    def y(self) -> int | None: ...
    @property
    def angle(self) -> int | None: ...


def is_shown(items: Mapping[str, Item], zone: Item | None) -> bool:
    """Whether a zone is there; a cell needs its phase and its lane."""
    if zone is None:
        return False
    return all(zone.get(axis) is None or zone[axis] in items for axis in ("phase", "lane"))


def read_place(state: State, place: Place, kind: str) -> dict[str, Any] | Refusal:
    """The five fields of a place; those that do not belong to this sort of zone are None."""
    zone = state.items.get(place.zone)
    if zone is None or not place.zone.startswith("zone:") or not is_shown(state.items, zone):
        return Refusal("item.gone" if place.zone in state.gone else "item.unknown")
    is_plane, is_ring = zone["sort"] == "plane", zone["sort"] == "ring"
    if is_plane:
        if (
            place.order is not None
            or place.angle is not None
            or not (_within(place.x, SIDE) and _within(place.y, SIDE))
        ):
            return Refusal("place.wrong")
    else:
        if place.x is not None or place.y is not None or place.order is None:
            return Refusal("place.wrong")
        if place.angle is not None and not (is_ring and _within(place.angle, TURN - 1)):
            return Refusal("place.wrong")
        if not is_key(place.order):
            return Refusal("order.invalid")
    if kind not in zone["accepts"]:
        return Refusal("zone.wrong_kind")
    return {"zone": place.zone, "order": place.order, "x": place.x, "y": place.y, "angle": place.angle}


def _within(value: int | None, most: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= most
