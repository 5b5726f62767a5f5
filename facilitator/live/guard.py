"""Packets that nobody can read. Only their sender notices, and the log has one line without what was in them."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable
from typing import Any

from engineio.payload import Payload
from socketio import Server

from facilitator.live.frames import LIVE
from facilitator.live.members import MOST_BYTES

MOST_BROKEN = 20  # packets of one connection
ENVELOPE = 64  # bytes around a frame of operations: packet types, namespace, name
MOST_PACKETS = 256  # in one poll; above it, engine.io drops them all and answers 200
_BINARY = ("5", "6")  # packets that wait for attachments; we have none

Refuse = Callable[[str, str], None]

logger = logging.getLogger(__name__)


def install(server: Server, refuse: Refuse) -> None:
    """Stand between engine.io and socket.io. refuse: tells the sender, by sid and code."""
    Payload.max_decode_packets = MOST_PACKETS
    broken: Counter[str] = Counter()
    handle_message, handle_gone = server.eio.handlers["message"], server.eio.handlers["disconnect"]

    def on_message(engine_sid: str, data: Any) -> None:
        code = "body.too_large" if _is_too_large(data) else "body.json"
        try:
            if code == "body.too_large" or not isinstance(data, str) or data.startswith(_BINARY):
                raise ValueError(code)
            handle_message(engine_sid, data)
        except (ValueError, TypeError, KeyError, IndexError, AttributeError) as fault:
            broken[engine_sid] += 1
            logger.warning("a packet that cannot be read", extra={"fault": type(fault).__name__})
            sid = server.manager.sid_from_eio_sid(engine_sid, LIVE)
            if sid is not None and broken[engine_sid] < MOST_BROKEN:
                refuse(sid, code)
            else:
                server.eio.disconnect(engine_sid)

    def on_gone(engine_sid: str, reason: str) -> None:
        broken.pop(engine_sid, None)
        handle_gone(engine_sid, reason)

    server.eio.on("message", on_message)
    server.eio.on("disconnect", on_gone)


def _is_too_large(data: Any) -> bool:
    if not isinstance(data, (str, bytes)) or len(data) <= MOST_BYTES // 4:
        return False
    return len(data.encode() if isinstance(data, str) else data) > MOST_BYTES + ENVELOPE
