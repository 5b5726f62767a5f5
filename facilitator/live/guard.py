"""What comes over a connection before anybody reads it. Whoever sends too much is read slower, then not at all.

Packets that nobody can read trouble their sender alone; the log has one line for each, without what was in it.
"""

from __future__ import annotations

import logging
import time
from collections import Counter
from typing import TYPE_CHECKING, Any

from engineio.payload import Payload
from socketio import Server

from facilitator.live.frames import LIVE
from facilitator.live.members import MOST_BYTES

if TYPE_CHECKING:
    from facilitator.live.handlers import Handlers
    from facilitator.live.limits import Limits
    from facilitator.live.workings import Workings

MOST_BROKEN = 20  # packets of one connection
ENVELOPE = 64  # bytes around a frame of operations: packet types, namespace, name
MOST_PACKETS = 256  # in one poll; above it, engine.io drops them all and answers 200
LONGEST_PAUSE = 1.0  # seconds in which nothing more is read from somebody who sends too much
HELD_PAUSE = 0.25  # after a frame of somebody who was told to slow down
SEAT_SECONDS = 10.0  # until a connection must have a seat
LAST_WORD_SECONDS = 0.5  # for a refusal to go out
_OPERATIONS = f'2{LIVE},["ops",'
_BINARY = ("5", "6")  # packets that wait for attachments; we have none

logger = logging.getLogger(__name__)


class Guard:
    """Stands between engine.io and socket.io. To wait here is to read nothing from this one connection."""

    def __init__(self, server: Server, workings: Workings, limits: Limits, handlers: Handlers) -> None:
        self._server, self._workings, self._limits, self._handlers = server, workings, limits, handlers
        self._broken: Counter[str] = Counter()
        self._arrived: dict[str, float] = {}  # when, by connection, until somebody looks; in order
        self._is_ending: set[str] = set()

    def install(self) -> None:
        """Take the place of what socket.io has told engine.io to call."""
        Payload.max_decode_packets = MOST_PACKETS
        engine = self._server.eio
        self._come, self._handle, self._go = (engine.handlers[each] for each in ("connect", "message", "disconnect"))
        engine.on("connect", self._on_come)
        engine.on("message", self._on_message)
        engine.on("disconnect", self._on_gone)

    def _on_come(self, connection: str, environ: dict[str, Any]) -> Any:
        now = time.monotonic()
        for known, at in list(self._arrived.items()):
            if at > now - SEAT_SECONDS:
                break
            del self._arrived[known]
            if self._sid(known) is None:
                self._workings.hang_up(known)
        self._arrived[connection] = now
        return self._come(connection, environ)

    def _on_message(self, connection: str, data: Any) -> None:
        if connection in self._is_ending:
            return
        size = len(data) if isinstance(data, (str, bytes)) else 0
        pause = min(LONGEST_PAUSE, self._limits.reading(connection, size))
        if size and isinstance(data, str) and data.startswith(_OPERATIONS) and self._is_held(connection):
            pause = max(pause, HELD_PAUSE)
        else:
            self._read(connection, data)
        if self._sid(connection) is None:
            self._end_soon(connection)
        elif pause:
            self._workings.sleep(pause)

    def _is_held(self, connection: str) -> bool:
        return self._handlers.is_held(self._sid(connection))

    def _read(self, connection: str, data: Any) -> None:
        code = "body.too_large" if _is_too_large(data) else "body.json"
        try:
            if code == "body.too_large" or not isinstance(data, str) or data.startswith(_BINARY):
                raise ValueError(code)
            self._handle(connection, data)
        except (ValueError, TypeError, KeyError, IndexError, AttributeError) as fault:
            self._broken[connection] += 1
            logger.warning("a packet that cannot be read", extra={"fault": type(fault).__name__})
            sid = self._sid(connection)
            if sid is not None and self._broken[connection] < MOST_BROKEN:
                self._handlers.refuse(sid, code)
            else:
                self._workings.hang_up(connection)

    def _sid(self, connection: str) -> str | None:
        found: str | None = self._server.manager.sid_from_eio_sid(connection, LIVE)
        return found

    def _end_soon(self, connection: str) -> None:
        """Nothing of use can come: it has no seat. The last word goes out, then it ends."""
        if connection not in self._is_ending:
            self._is_ending.add(connection)
            self._workings.start(self._end, connection)

    def _end(self, connection: str) -> None:
        self._workings.sleep(LAST_WORD_SECONDS)
        self._workings.hang_up(connection)
        self._is_ending.discard(connection)

    def _on_gone(self, connection: str, reason: str) -> None:
        self._broken.pop(connection, None)
        self._arrived.pop(connection, None)
        self._go(connection, reason)


def _is_too_large(data: Any) -> bool:
    if not isinstance(data, (str, bytes)) or len(data) <= MOST_BYTES // 4:
        return False
    return len(data.encode("utf-8", "replace") if isinstance(data, str) else data) > MOST_BYTES + ENVELOPE
