"""A list that people put in order: zones of one sort, the parts of the agenda."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from facilitator.engine.order import key_between
from facilitator.engine.state import Item, Refusal, State

Siblings = Sequence[tuple[str, Item]]


def siblings(state: State, is_one: Callable[[str, Item], bool]) -> Siblings:
    """The items of one list by id, in order."""
    found = [(item_id, item) for item_id, item in state.items.items() if is_one(item_id, item)]
    return sorted(found, key=lambda each: (each[1]["order"], each[0]))


def order_last(among: Siblings) -> str:
    """The order key of one that comes after all of them."""
    return key_between(among[-1][1]["order"] if among else None, None)


def order_after(among: Siblings, after: str | None) -> str | Refusal:
    """The order key of one that follows this sibling, or comes first. among: without the one that is placed."""
    if after is None:
        return key_between(None, among[0][1]["order"] if among else None)
    for index, (item_id, item) in enumerate(among):
        if item_id == after:
            following = among[index + 1][1]["order"] if index + 1 < len(among) else None
            if following is not None and following <= item["order"]:
                return str(item["order"])  # equal keys are legal: then ids decide
            return key_between(item["order"], following)
    return Refusal("item.unknown")
