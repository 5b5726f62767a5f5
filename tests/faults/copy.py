"""A client's copy of a board: a reducer of the harness's own, so that the product's is not checked by itself."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

import rfc8785

Items = dict[str, dict[str, Any]]
PAST_LENGTH = 16  # of an epoch: the half that stays while nothing is taken back (P4.6)


class Copy:
    """What somebody has of a document."""

    def __init__(self) -> None:
        self.epoch: str | None = None
        self.seq = 0
        self.items: Items = {}

    def load(self, state: Mapping[str, Any]) -> None:
        """Begin anew from a state."""
        self.epoch, self.seq = state["epoch"], state["seq"]
        self.items = {item["id"]: {k: v for k, v in item.items() if k != "id"} for item in state["items"]}

    def apply(self, event: Mapping[str, Any]) -> bool:
        """Apply the very next event. False if it is another one (P5.1)."""
        if event["seq"] != self.seq + 1:
            return False
        lay(self.items, event.get("changes", ()))
        self.seq = event["seq"]
        return True


def is_other_past(epoch: str | None, now: str | None) -> bool:
    """Whether a log has gone back in time, or was begun anew, since this epoch; one that is not known is no other."""
    return bool(epoch and now) and str(epoch)[:PAST_LENGTH] != str(now)[:PAST_LENGTH]


def lay(items: Items, changes: Iterable[Mapping[str, Any]]) -> None:
    """Fields are merged, null takes one away, `gone` takes the item."""
    for change in changes:
        if change.get("gone"):
            items.pop(change["id"], None)
            continue
        fields = {**items.get(change["id"], {}), **change["set"]}
        items[change["id"]] = {name: value for name, value in fields.items() if value is not None}


def public(items: Items) -> Items:
    """What everybody sees of it: no votes, nothing private, nothing that hangs on something gone (P3.2)."""
    seen = {
        item_id: {name: value for name, value in item.items() if name != "author"}
        for item_id, item in items.items()
        if not item_id.startswith("vote:") and not item.get("private")
    }
    shown = {}
    for item_id, item in seen.items():
        if any(item.get(side) is not None and item[side] not in seen for side in ("phase", "lane", "from", "to")):
            continue
        if item_id.startswith("cluster:"):
            item["notes"] = [note for note in item["notes"] if note in seen]
        shown[item_id] = item
    return shown


def digest(items: Items) -> str:
    """SHA-256 over the RFC 8785 form of what everybody sees."""
    return hashlib.sha256(rfc8785.dumps(public(items))).hexdigest()
