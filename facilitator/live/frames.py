"""What is sent to seats, encoded once for all who get the same."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

import orjson

from facilitator.engine import PUBLIC, Event, persons_apart, see_event
from facilitator.engine.ids import ACCOUNTS, is_account
from facilitator.hub.framing import text_frame

LIVE = "/live"


class Frame:
    """One message of the namespace. is_droppable: a reader who is behind can do without."""

    def __init__(self, name: str, data: Any, is_droppable: bool = False) -> None:
        self.name, self.data, self.is_droppable = name, data, is_droppable

    @cached_property
    def body(self) -> bytes:
        """The data as compact JSON."""
        return orjson.dumps(self.data)

    @cached_property
    def ready(self) -> bytes:
        """The bytes as a WebSocket carries them: engine.io 4, socket.io 2, namespace, name and data."""
        return text_frame(b'42%s,["%s",%s]' % (LIVE.encode(), self.name.encode(), self.body))


class EventFrames:
    """A batch of events: one frame for all who see the same, an own one for whoever sees more (P4.5)."""

    def __init__(self, events: Sequence[Event], authors: str) -> None:
        self._events, self._authors = events, authors
        self._apart: set[str] = set().union(*(persons_apart(event, authors) for event in events))
        self._frames: dict[str | None, Frame] = {}

    def of(self, person: str) -> Frame:
        """The frame for this person."""
        is_apart = person in self._apart or (ACCOUNTS in self._apart and is_account(person))
        viewer = person if is_apart else PUBLIC
        if viewer not in self._frames:
            seen = [see_event(event, viewer, self._authors) for event in self._events]
            self._frames[viewer] = Frame("events", seen)
        return self._frames[viewer]
