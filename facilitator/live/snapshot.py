"""The state as it is served: what is public encoded and compressed once, an own body for whoever sees more."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any

import orjson

from facilitator.engine import PUBLIC, Item, State, private_count, see_state
from facilitator.engine.ids import is_account
from facilitator.engine.may import is_late_and_waiting
from facilitator.engine.state import stamp
from facilitator.hub.offload import offload
from facilitator.live.people import Card

OFFLOAD_FROM = 65_536  # bytes; compressing more would be felt by others
LEVEL = 5


@dataclass(frozen=True, slots=True)
class Body:
    """One answer, plain and compressed."""

    plain: bytes
    gzipped: bytes


class Snapshot:
    """One document at one seq."""

    def __init__(self, state: State, epoch: str) -> None:
        self.state, self.epoch = state, epoch
        self._writers = _writers(state.items)
        self.shown_writers = self._writers if state.root["authors"] == "names" else frozenset[str]()
        self._has_late = any(map(is_late_and_waiting, state.items.values()))
        self._public = see_state(state, PUBLIC)
        self._figure = private_count(state)
        self._shared: tuple[list[Card], Body] | None = None

    def body(self, viewer: str, people: list[Card]) -> Body:
        """The answer for this person. All who see what the public sees share one while the people are the same."""
        if viewer in self._writers or (self._has_late and is_account(viewer)):
            own = see_state(self.state, viewer)
            if own != self._public:
                return self._encoded(own, people)
        if self._shared is None or self._shared[0] != people:
            self._shared = people, self._encoded(self._public, people)
        return self._shared[1]

    def dated(self, viewer: str, people: list[Card], at: datetime) -> Body:
        """The answer for this person alone, with the time on this server's clock: what a timer is shown by."""
        return self._encoded(see_state(self.state, viewer), people, {"now": stamp(at)})

    def _encoded(
        self, items: Mapping[str, Item], people: list[Card], more: Mapping[str, Any] = MappingProxyType({})
    ) -> Body:
        state = self.state
        plain = orjson.dumps(
            {
                "document": state.document,
                "epoch": self.epoch,
                "seq": state.seq,
                "method": state.root.get("method"),
                "items": [{"id": item_id, **item} for item_id, item in items.items()],
                "people": people,
                "private": self._figure,
                **more,
            }
        )
        squeeze = offload if len(plain) >= OFFLOAD_FROM else _here
        return Body(plain, squeeze(gzip.compress, plain, LEVEL, mtime=0))


def _here(fn: Any, *args: Any, **kwargs: Any) -> Any:
    return fn(*args, **kwargs)


def _writers(items: Mapping[str, Item]) -> frozenset[str]:
    """Everybody who wrote something: the others see what the public sees."""
    found = {item["author"] for item in items.values() if "author" in item}
    for item in items.values():
        found.update(each["by"] for each in item.get("alternatives") or ())
    return frozenset(found)
