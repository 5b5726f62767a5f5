"""Where notes can lie on a board and where those of a file lie in it: zones, orders, and the file's own measure."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.bringing.brought import BroughtNote
from facilitator.engine import State
from facilitator.engine.place import SIDE, is_shown


def zones(state: State) -> set[str]:
    """Those that are shown."""
    return {
        item_id
        for item_id, item in state.items.items()
        if item_id.startswith("zone:") and "sort" in item and is_shown(state.items, item)
    }


def last_orders(state: State, made: frozenset[str]) -> dict[str, str | None]:
    """By zone, the last of the orders there, but for what this act has made."""
    last: dict[str, str | None] = {}
    for item_id, item in state.items.items():
        if item_id.startswith("note:") and item.get("order") and item_id not in made:
            last[item["zone"]] = max(last.get(item["zone"]) or "", item["order"])
    return last


def box(notes: Sequence[BroughtNote]) -> tuple[float, float, float, float] | None:
    """Where the notes lie in the file: left, top, width, height."""
    places = [(each.x, each.y) for each in notes if not each.is_placed and each.x is not None and each.y is not None]
    if not places:
        return None
    xs, ys = [x for x, _ in places], [y for _, y in places]
    return min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)


def scaled(distance: float, side: float) -> int:
    """A distance within a side, in a plane's measure."""
    return round(SIDE * distance / side) if side else SIDE // 2


def is_whole(value: float | None, most: int = SIDE) -> bool:
    """Whether it is a number that a board could have."""
    return value is not None and value == int(value) and 0 <= value <= most
