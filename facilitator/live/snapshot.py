"""The state as it is served: what is public encoded and compressed once, an own body for whoever sees more."""

from __future__ import annotations

import threading
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any, ParamSpec, TypeVar

import orjson

from facilitator.engine import PUBLIC, Item, State, private_count, see_state
from facilitator.engine.ids import is_account
from facilitator.engine.may import is_late_and_waiting
from facilitator.engine.state import stamp
from facilitator.hub.offload import offload
from facilitator.live.people import Card

OFFLOAD_FROM = 300  # items; to look through, encode and compress more would be felt by others
LEVEL = 5
GZIP = 31  # zlib's way to say: with gzip's header, and the largest window
P = ParamSpec("P")
R = TypeVar("R")


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


class Common:
    """What all answers of one snapshot rest on: looked through, encoded and compressed once."""

    def __init__(self, state: State, epoch: str) -> None:
        self.writers = _writers(state.items)
        self.has_late = any(map(is_late_and_waiting, state.items.values()))
        self.figure = private_count(state)
        self.public = see_state(state, PUBLIC)
        self.packed = pack(state, epoch, self.public)


class Snapshot:
    """One document at one seq. state: nobody changes it any more, so a thread may look through it."""

    def __init__(self, state: State, epoch: str) -> None:
        self.state, self.epoch = state, epoch
        self._is_large = len(state.items) >= OFFLOAD_FROM
        self._made: Common | None = None
        self._making = threading.Lock()  # who comes meanwhile waits for the same
        self._public_body: tuple[list[Card], Body] | None = None

    @property
    def shown_writers(self) -> frozenset[str]:
        """Who wrote something, where the document says so."""
        return self._common().writers if self.state.root["authors"] == "names" else frozenset()

    def body(self, viewer: str, people: list[Card]) -> Body:
        """The answer for this person. All who see what the public sees share it while `people` is the same list.

        Where it is another, they share what is large in it.
        """
        common = self._common()
        if viewer in common.writers or (common.has_late and is_account(viewer)):
            own = self._aside(_own, self.state, self.epoch, viewer, common.public)
            if own is not None:
                return own.body(self._tail(people))
        shared = self._public_body
        if shared is None or shared[0] is not people:
            self._public_body = shared = people, common.packed.body(self._tail(people))
        return shared[1]

    def dated(self, viewer: str, people: list[Card], at: datetime) -> Body:
        """The answer for this person alone, with the time on this server's clock: what a timer is shown by."""
        packed = pack(self.state, self.epoch, see_state(self.state, viewer))
        return packed.body(self._tail(people, {"now": stamp(at)}))

    def _common(self) -> Common:
        if self._made is None:
            with self._making:
                if self._made is None:
                    self._made = self._aside(Common, self.state, self.epoch)
        return self._made

    def _aside(self, make: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Of a large document outside the event loop: whoever is at work on it must not feel that somebody comes."""
        return offload(make, *args, **kwargs) if self._is_large else make(*args, **kwargs)

    def _tail(self, people: list[Card], more: Mapping[str, Any] = MappingProxyType({})) -> bytes:
        return b"," + orjson.dumps({"people": people, "private": self._common().figure, **more})[1:]


def pack(state: State, epoch: str, items: Mapping[str, Item]) -> Packed:
    """The state with these items; who the people are, and what else there is, comes after it."""
    head = orjson.dumps(
        {
            "document": state.document,
            "epoch": epoch,
            "seq": state.seq,
            "method": state.root.get("method"),
            "items": [{"id": item_id, **item} for item_id, item in items.items()],
        }
    )
    return Packed(head[:-1])  # the object goes on


def _own(state: State, epoch: str, viewer: str, public: Mapping[str, Item]) -> Packed | None:
    """What this person sees, if it is not what all see."""
    own = see_state(state, viewer)
    return None if own == public else pack(state, epoch, own)


def _writers(items: Mapping[str, Item]) -> frozenset[str]:
    """Everybody who wrote something, or for whom it was written: the others see what the public sees."""
    found = {item[who] for item in items.values() for who in ("author", "on_behalf") if who in item}
    for item in items.values():
        found.update(each["by"] for each in item.get("alternatives") or ())
        found.update(each["author"] for each in item.get("merged") or () if "author" in each)
    return frozenset(found)
