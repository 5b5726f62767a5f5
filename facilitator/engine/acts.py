"""What was done on a board, each act with what was there before it: to be told, and to be put back."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from typing import Any

from facilitator.engine.state import BOARD, Change, Event, Item, State, differing
from facilitator.engine.view import see_event, see_item

MOST_ACTS = 100
_TOLD = ("note:", "link:", "cluster:", "comment:", "zone:", "ballot:", BOARD)


def acts_of(start: State, events: Iterable[Event], viewer: str, most: int = MOST_ACTS) -> list[dict[str, Any]]:
    """The last acts that this person may see, newest first: `{seq, op, by, at, changes, shown?}`.

    start: the document before its first event. A change is `{id, did, item, was?}`: `did` is added, changed, removed or
    restored, `item` is how it came to be (of what was removed: how it was), `was` the former values of the fields that
    changed. Votes are not told, nor what follows from other changes. The end of a silence is told as `shown`, how many
    notes it showed.
    """
    state, told = start.copy(), deque[dict[str, Any]](maxlen=most)
    for event in events:
        if event.seq > 1 and (event.to is None or viewer in event.to):
            act = _told(state, event, viewer)
            if act is not None:
                told.append(act)
        state.absorb(event)
    return list(reversed(told))


def _told(state: State, event: Event, viewer: str) -> dict[str, Any] | None:
    authors = state.root["authors"]
    changes = event.changes
    shown = 0
    if any(change["id"] == BOARD for change in changes):
        shown = sum(_shows(state, change) for change in changes)
        changes = [change for change in changes if change["id"] == BOARD]
    found = [each for each in (_change(state, change, viewer, authors) for change in changes) if each]
    if not found:
        return None
    heading = {name: value for name, value in see_event(event, viewer, authors).items() if name != "changes"}
    return {**heading, "changes": found, **({"shown": shown} if shown else {})}


def _shows(state: State, change: Change) -> bool:
    """Whether a note that was its author's alone becomes everybody's."""
    before = state.items.get(change["id"])
    is_note = change["id"].startswith("note:")
    return (
        is_note and before is not None and bool(before.get("private")) and not change.get("set", before).get("private")
    )


def _change(state: State, change: Change, viewer: str, authors: str) -> dict[str, Any] | None:
    item_id = change["id"]
    if not item_id.startswith(_TOLD):
        return None
    before, fields = state.items.get(item_id), change.get("set")
    if fields is None:
        return None if before is None else _seen("removed", item_id, before, viewer, authors)
    if before is None:
        gone = state.gone.get(item_id)
        if "phase" in (gone or fields):  # a cell comes with its phase or its lane
            return None
        return _seen("added" if gone is None else "restored", item_id, {**(gone or {}), **fields}, viewer, authors)
    changed = differing(before, fields)
    if not changed or "phase" in before:
        return None
    was = see_item({name: before.get(name) for name in changed}, viewer, authors)
    return {**_seen("changed", item_id, {**before, **fields}, viewer, authors), "was": was}


def _seen(did: str, item_id: str, item: Item, viewer: str, authors: str) -> dict[str, Any]:
    whole = {name: value for name, value in item.items() if value is not None}
    return {"id": item_id, "did": did, "item": see_item(whole, viewer, authors)}
