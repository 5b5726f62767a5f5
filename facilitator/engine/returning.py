"""What returns with an item: an event that shows something carries all fields of all that it shows (P4.2)."""

from __future__ import annotations

from collections.abc import Collection

from facilitator.engine.may import is_seen
from facilitator.engine.merged import ends_of, keepers
from facilitator.engine.state import Actor, Change, Item, State, put
from facilitator.engine.talk import talk_of
from facilitator.engine.touch import shown


def returning(state: State, item_id: str, note: Item, actor: Actor, *, is_private: bool) -> list[Change]:
    """Links, clusters and comments that were left out while this note was gone, or shown at what it had become.

    note: as it returns. is_private: whether it returns to its author alone; then what is private returns as it is, else
    it is shown with the note if it is the actor's own.
    """
    changes: list[Change] = []
    after = {**state.items, item_id: note}
    kept = keepers(after)
    its_own = {item_id, *(each["id"] for each in note.get("merged") or ())}
    for other_id, item in state.items.items():
        if other_id.startswith("link:"):
            ends = ends_of(after, item, kept)
            if ends is None or not {item["from"], item["to"]} & its_own:
                continue
            if any(after[end].get("private") for end in ends) and not is_private:
                continue
        elif not (other_id.startswith("cluster:") and item_id in item["notes"]):
            continue
        if item.get("private") and not is_seen(item, actor):
            continue
        changes.append(put(other_id, item if is_private else shown(item)))
    back = {*its_own, *(change["id"] for change in changes)}
    return changes + talk_returning(state, back, actor, is_private=is_private)


def talk_returning(state: State, back: Collection[str], actor: Actor, *, is_private: bool) -> list[Change]:
    """The comments that were left out while what they are about, or answer, was gone.

    What a silence kept that is over is shown with it, whosever it is; of the one that runs nothing is.
    """
    changes: list[Change] = []
    for item_id, item in state.items.items():
        if not item_id.startswith("comment:") or not ({item["on"], talk_of(state.items, item)} & set(back)):
            continue
        if is_private and is_seen(item, actor):
            changes.append(put(item_id, item))
        elif not is_private and not (item.get("private") and item.get("silence") == state.board.get("silence")):
            changes.append(put(item_id, shown(item)))
    return changes
