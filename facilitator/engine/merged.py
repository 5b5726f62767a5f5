"""What became one: a note or a cluster that went into another is gone, and the other says so in `merged`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from facilitator.engine.state import Item, State

MOST_MERGED = 100  # that one may have taken in, all together

_ENDS = {"link": ("from", "to"), "comment": ("on",)}

Entry = Mapping[str, Any]  # `{id, …}`: what it was, as everybody may know it


def keepers(items: Mapping[str, Item]) -> dict[str, str]:
    """By the id of each that went into another which is there: that other."""
    return {each["id"]: item_id for item_id, item in items.items() for each in item.get("merged") or ()}


def where(items: Mapping[str, Item], item_id: str, kept: Mapping[str, str] | None = None) -> str:
    """The id of what this has become where it went into another, else its own.

    kept: `keepers(items)`, where they are known already.
    """
    if item_id in items:
        return item_id
    return (keepers(items) if kept is None else kept).get(item_id, item_id)


def ends_of(items: Mapping[str, Item], link: Item, kept: Mapping[str, str] | None = None) -> tuple[str, str] | None:
    """The notes that a link is between now; None where one is gone, or both have become one."""
    source, target = where(items, link["from"], kept), where(items, link["to"], kept)
    return (source, target) if source != target and {source, target} <= items.keys() else None


def pointed(items: Mapping[str, Item]) -> dict[str, Item]:
    """The items with links and comments at what their ends have become."""
    kept = keepers(items)
    if not kept:
        return dict(items)
    found: dict[str, Item] = {}
    for item_id, item in items.items():
        names = _ENDS.get(item_id.partition(":")[0], ())
        ends = [name for name in names if item[name] in kept and item[name] not in items]
        found[item_id] = {**item, **{name: kept[item[name]] for name in ends}} if ends else item
    return found


def merged_of(kept: Item, taken: Mapping[str, Item], entries: Sequence[Entry]) -> list[Entry]:
    """What the kept one says once it has taken these in: with each comes all that had gone into it before."""
    found = list(kept.get("merged") or ())
    for entry in entries:
        found += [entry, *(taken[entry["id"]].get("merged") or ())]
    return list({entry["id"]: entry for entry in found}.values())


def without(kept: Item, item_id: str, item: Item) -> list[Entry] | None:
    """What the kept one still says after this one has left it, with all that had gone into that; None: nothing."""
    left = {item_id, *(each["id"] for each in item.get("merged") or ())}
    return [each for each in kept["merged"] if each["id"] not in left] or None


def still_in(state: State, item: Item, leaves: str | None = None) -> Item:
    """The item as it returns: it no longer says of those that are there, or in another meanwhile, that they are in it.

    leaves: the one that it comes out of; what went there by way of this one comes along.
    """
    if not item.get("merged"):
        return item
    kept = keepers(state.items)
    stay = [each for each in item["merged"] if each["id"] not in state.items and kept.get(each["id"], leaves) == leaves]
    return {**item, "merged": stay or None}
