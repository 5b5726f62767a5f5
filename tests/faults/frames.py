"""WebSocket frames as the harness needs them: found in a stream, made, and read. Knows nothing of the product's own."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

TEXT, CLOSE, PING, PONG = 1, 8, 9, 10


@dataclass(frozen=True)
class Found:
    """One frame: its bytes as they were sent, and what is in them."""

    raw: bytes
    opcode: int
    payload: bytes

    @property
    def text(self) -> str:
        """The payload as text; broken characters are marked."""
        return self.payload.decode("utf-8", errors="replace")


def find(stream: bytearray) -> Found | None:
    """Take the first whole frame off the stream; None if it is not all there."""
    if len(stream) < 2:
        return None
    size, at = stream[1] & 0x7F, 2
    if size >= 126:
        width = 2 if size == 126 else 8
        if len(stream) < at + width:
            return None
        size, at = int.from_bytes(stream[at : at + width], "big"), at + width
    mask = bytes(stream[at : at + 4]) if stream[1] & 0x80 else b""
    at += len(mask)
    if len(stream) < at + size:
        return None
    raw = bytes(stream[: at + size])
    del stream[: at + size]
    return Found(raw, raw[0] & 0x0F, masked(raw[at:], mask) if mask else raw[at:])


def make(payload: bytes, opcode: int = TEXT, is_masked: bool = True) -> bytes:
    """One whole frame; clients mask theirs."""
    size, bit = len(payload), 0x80 if is_masked else 0
    if size < 126:
        head = bytes([0x80 | opcode, bit | size])
    elif size < 65_536:
        head = bytes([0x80 | opcode, bit | 126]) + size.to_bytes(2, "big")
    else:
        head = bytes([0x80 | opcode, bit | 127]) + size.to_bytes(8, "big")
    if not is_masked:
        return head + payload
    mask = secrets.token_bytes(4)
    return head + mask + masked(payload, mask)


def masked(payload: bytes, mask: bytes) -> bytes:
    """Each byte against its own of the mask; twice gives it back."""
    size = len(payload)
    whole = (mask * (size // 4 + 1))[:size]
    return (int.from_bytes(payload, "big") ^ int.from_bytes(whole, "big")).to_bytes(size, "big") if size else b""
