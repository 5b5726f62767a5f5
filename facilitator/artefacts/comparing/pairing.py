"""Which note of one board is which note of another.

What was carried over from a note is that note. So are two that are the same thing in the project's register, whatever
they say; then two of one kind with the same words. Each time one of each, and those in the same place first.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

Item = Mapping[str, Any]
Key = tuple[str, str]


def pair_two_boards(
    found: dict[str, Item],
    old: Mapping[str, Item],
    items: Sequence[Item],
    places: Mapping[str, str],
    roots: Mapping[str, str],
) -> None:
    """Add to `found`, by the id that a note has now, the note that it was. roots: as of `compare`."""

    def lies_alike(before: Item, item: Item) -> bool:
        return bool(before["place"]["zone"] == places[item["place"]["zone"]])

    def thing_of(item: Item) -> Key | None:
        tied = item.get("entity_id")
        return (item["entity"], roots.get(tied, tied)) if tied else None

    _pair_carried(found, old, items)
    for known_by in (thing_of, words_of):
        _pair_alike(found, old, items, known_by, lies_alike)
        _pair_alike(found, old, items, known_by, lambda before, item: True)


def words_of(item: Item) -> Key:
    """What a note is known by on another board: its kind and its words, whatever their capitals and spaces."""
    return item["kind"], " ".join(item["text"].casefold().split())


def _pair_carried(found: dict[str, Item], old: Mapping[str, Item], items: Sequence[Item]) -> None:
    """From one of the two boards to the other; a pain point that became a question is not the same."""
    taken = {before["id"] for before in found.values()}
    began = {item["from"]["item"]: item for item in old.values() if "from" in item}
    for item in (each for each in items if each["id"] not in found):
        before = old.get(item["from"]["item"]) if "from" in item else began.get(item["id"])
        if before and before["entity"] == item["entity"] and before["id"] not in taken:
            found[item["id"]] = before
            taken.add(before["id"])


def _pair_alike(
    found: dict[str, Item],
    old: Mapping[str, Item],
    items: Sequence[Item],
    known_by: Callable[[Item], Key | None],
    fits: Callable[[Item, Item], bool],
) -> None:
    taken = {before["id"] for before in found.values()}
    left: dict[Key, list[Item]] = {}
    for item in old.values():
        key = known_by(item)
        if key and item["id"] not in taken:
            left.setdefault(key, []).append(item)
    for item in (each for each in items if each["id"] not in found):
        key = known_by(item)
        among = left.get(key, []) if key else []
        match = next((before for before in among if fits(before, item)), None)
        if match:
            found[item["id"]] = match
            among.remove(match)
