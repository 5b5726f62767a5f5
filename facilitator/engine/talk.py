"""What a comment is about: a note or a link, straight or by way of the comment that it answers."""

from __future__ import annotations

from collections.abc import Mapping

from facilitator.engine.ids import noun_of
from facilitator.engine.merged import ends_of, where
from facilitator.engine.state import Item


def talk_of(items: Mapping[str, Item], comment: Item) -> str:
    """The id of the note or link that the comment is about; of the comment that it answers, where that is gone."""
    on: str = comment["on"]
    answered = items.get(on) if noun_of(on) == "comment" else None
    return on if answered is None else answered["on"]


def is_talked_of(items: Mapping[str, Item], item_id: str, kept: Mapping[str, str] | None = None) -> bool:
    """Whether it is there to be talked of: a link with both its ends, a comment with what it is about.

    kept: `keepers(items)`, where they are known already.
    """
    item = items.get(item_id)
    if item is None:
        return where(items, item_id, kept) in items
    match noun_of(item_id):
        case "link":
            return ends_of(items, item, kept) is not None
        case "comment":
            return is_talked_of(items, item["on"], kept)
    return True


def comments_on(items: Mapping[str, Item], target: str) -> list[str]:
    """The ids of all that was said about a note or a link, answers too."""
    return [
        item_id for item_id, item in items.items() if noun_of(item_id) == "comment" and talk_of(items, item) == target
    ]
