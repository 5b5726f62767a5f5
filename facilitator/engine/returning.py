"""What returns with an item: an event that shows something carries all fields of all that it shows (P4.2)."""

from __future__ import annotations

from facilitator.engine.may import is_seen
from facilitator.engine.state import Actor, Change, State, put
from facilitator.engine.touch import shown


def returning(state: State, item_id: str, actor: Actor, *, is_private: bool) -> list[Change]:
    """Links and clusters that were left out while this note was gone.

    is_private: whether the note returns to its author alone; then what is private returns as it is, else it is shown
    with the note if it is the actor's own.
    """
    changes: list[Change] = []
    for other_id, item in state.items.items():
        if other_id.startswith("link:"):
            if item_id not in (item["from"], item["to"]):
                continue
            other = item["to"] if item["from"] == item_id else item["from"]
            end = state.items.get(other)
            if end is None or (end.get("private") and not is_private):
                continue
        elif not (other_id.startswith("cluster:") and item_id in item["notes"]):
            continue
        if item.get("private") and not is_seen(item, actor):
            continue
        changes.append(put(other_id, item if is_private else shown(item)))
    return changes
