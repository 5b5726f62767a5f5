"""A document's state and log: what is there, what happened, and how one follows from the other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, NotRequired, TypedDict

from facilitator.engine.ids import workshop_of
from facilitator.engine.rules import NO_RULES, Rules

Item = Mapping[str, Any]  # the fields of one item; a missing field and a null one are the same
SYSTEM = "system"
BOARD, FLOOR = "board", "floor"  # the roots: each kind of document has one item that it is about


class Change(TypedDict):
    """Either `set`, fields to merge (null removes one), or `gone`. In force of `set`, what was gone returns."""

    id: str
    set: NotRequired[dict[str, Any]]
    gone: NotRequired[bool]


@dataclass(frozen=True, slots=True)
class Actor:
    """Who wants something. role (facilitator, participant, observer, system) comes from the database alone."""

    id: str
    role: str
    organisation: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """What happened. `to`: the persons who may ever see it, or None for everybody (P4.2).

    Among the persons `u:` alone may stand: every account, which is everybody who leads here.
    """

    seq: int
    op: str
    by: str
    at: str
    changes: Sequence[Change]
    to: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """What did not happen. The engine speaks in codes; languages begin at the edge."""

    code: str
    detail: Mapping[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class State:
    """The fold of a log. An item's fields are replaced, never changed in place, so a copy shares them."""

    document: str
    seq: int = 0
    items: dict[str, Item] = field(default_factory=dict)
    gone: dict[str, Item] = field(default_factory=dict)  # removed, kept for restore
    rules: Rules = NO_RULES
    notes: int = 0  # how many notes were ever added
    comments: int = 0  # the same of comments

    def copy(self) -> State:
        """A draft to decide on; 10,000 items cost some 50 µs."""
        items, gone = dict(self.items), dict(self.gone)
        return State(self.document, self.seq, items, gone, self.rules, self.notes, self.comments)

    def absorb(self, event: Event) -> None:
        """Apply the very next event in place. ValueError if it is not the next."""
        if event.seq != self.seq + 1:
            raise ValueError(f"event {event.seq} does not follow {self.seq}")
        for change in event.changes:
            item_id = change["id"]
            fields = change.get("set")
            if fields is None:
                item = self.items.pop(item_id, None)
                if item is not None:
                    self.gone[item_id] = item
                continue
            before = self.items.get(item_id)
            if before is None:
                before = self.gone.pop(item_id, None)
                if before is None:
                    before = {}
                    self.notes += item_id.startswith("note:")
                    self.comments += item_id.startswith("comment:")
            merged = {**before, **fields}
            if None in fields.values():
                merged = {name: value for name, value in merged.items() if value is not None}
            self.items[item_id] = merged
        self.seq = event.seq

    def known(self, item_id: str) -> Item | None:
        """The item, there or gone."""
        return self.items.get(item_id) or self.gone.get(item_id)

    @property
    def root(self) -> Item:
        """The item that the document is about, the board or the floor: always `authors`, of a board `mode` too."""
        return self.items[root_of(self.document)]

    @property
    def board(self) -> Item:
        """A board's root: the mode, the method and what shows who wrote."""
        return self.items[BOARD]


def root_of(document: str) -> str:
    """The id of a document's root."""
    return BOARD if workshop_of(document) is None else FLOOR


def apply(state: State, event: Event) -> State:
    """The state after the event; the one before is untouched."""
    after = state.copy()
    after.absorb(event)
    return after


def fold(state: State, events: Iterable[Event]) -> State:
    """The state after all of them, in order."""
    after = state.copy()
    for event in events:
        after.absorb(event)
    return after


def put(item_id: str, fields: Mapping[str, Any]) -> Change:
    """A change that sets fields."""
    return {"id": item_id, "set": dict(fields)}


def take_away(item_id: str) -> Change:
    """A change after which the item is gone."""
    return {"id": item_id, "gone": True}


def differing(item: Item, fields: Mapping[str, Any]) -> dict[str, Any]:
    """Those of `fields` that would change the item."""
    return {name: value for name, value in fields.items() if item.get(name) != value}


@lru_cache(maxsize=4)  # a batch asks for the same time again and again
def stamp(now: datetime) -> str:
    """ISO 8601 in UTC with milliseconds, as events carry it."""
    return now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.") + f"{now.microsecond // 1000:03d}Z"
