"""The state as it is served: what is public encoded and compressed once, an own body for whoever sees more."""

from __future__ import annotations

import threading
import zlib
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
GZIP = 31  # zlib's way to say: with gzip's header, and the largest window


@dataclass(frozen=True, slots=True)
class Body:
    """One answer, plain and compressed."""

    head: bytes
    tail: bytes
    gzipped: bytes

    @property
    def plain(self) -> bytes:
        """The answer as it is."""
        return self.head + self.tail


class Packed:
    """What stays the same between answers, compressed once; each goes on from there with what is its own.

    While people come by the dozen, who is here is another with every answer; the notes are not.
    """

    def __init__(self, head: bytes) -> None:
        self._head = head
        self._begun = zlib.compressobj(LEVEL, zlib.DEFLATED, GZIP)
        self._packed = self._begun.compress(head) + self._begun.flush(zlib.Z_SYNC_FLUSH)

    def body(self, tail: bytes) -> Body:
        """The answer that ends like this."""
        going_on = self._begun.copy()
        return Body(self._head, tail, self._packed + going_on.compress(tail) + going_on.flush())


class Snapshot:
    """One document at one seq."""

    def __init__(self, state: State, epoch: str) -> None:
        self.state, self.epoch = state, epoch
        self._writers = _writers(state.items)
        self.shown_writers = self._writers if state.root["authors"] == "names" else frozenset[str]()
        self._has_late = any(map(is_late_and_waiting, state.items.values()))
        self._public = see_state(state, PUBLIC)
        self._figure = private_count(state)
        self._public_packed: Packed | None = None
        self._public_body: tuple[list[Card], Body] | None = None
        self._packing = threading.Lock()  # who comes meanwhile waits for the same

    def body(self, viewer: str, people: list[Card]) -> Body:
        """The answer for this person. All who see what the public sees share it while `people` is the same list.

        Where it is another, they share what is large in it.
        """
        if viewer in self._writers or (self._has_late and is_account(viewer)):
            own = see_state(self.state, viewer)
            if own != self._public:
                return self._packed(own).body(self._tail(people))
        with self._packing:
            if self._public_packed is None:
                self._public_packed = self._packed(self._public)
        shared = self._public_body
        if shared is None or shared[0] is not people:
            self._public_body = shared = people, self._public_packed.body(self._tail(people))
        return shared[1]

    def dated(self, viewer: str, people: list[Card], at: datetime) -> Body:
        """The answer for this person alone, with the time on this server's clock: what a timer is shown by."""
        return self._packed(see_state(self.state, viewer)).body(self._tail(people, {"now": stamp(at)}))

    def _packed(self, items: Mapping[str, Item]) -> Packed:
        state = self.state
        head = orjson.dumps(
            {
                "document": state.document,
                "epoch": self.epoch,
                "seq": state.seq,
                "method": state.root.get("method"),
                "items": [{"id": item_id, **item} for item_id, item in items.items()],
            }
        )[:-1]  # the object goes on
        return offload(Packed, head) if len(head) >= OFFLOAD_FROM else Packed(head)

    def _tail(self, people: list[Card], more: Mapping[str, Any] = MappingProxyType({})) -> bytes:
        return b"," + orjson.dumps({"people": people, "private": self._figure, **more})[1:]


def _writers(items: Mapping[str, Item]) -> frozenset[str]:
    """Everybody who wrote something: the others see what the public sees."""
    found = {item["author"] for item in items.values() if "author" in item}
    for item in items.values():
        found.update(each["by"] for each in item.get("alternatives") or ())
    return frozenset(found)
