"""RFC 6455 frames: bytes in, messages out, and the other way round. Opens no socket and knows no event loop."""

from __future__ import annotations

TEXT, BINARY, CLOSE, PING, PONG = 1, 2, 8, 9, 10
NORMAL, GOING_AWAY, PROTOCOL_ERROR, NOT_TEXT, TOO_LARGE, TRY_LATER = 1000, 1001, 1002, 1007, 1009, 1013
_CONTINUED = 0
_FINAL, _RESERVED, _MASKED = 0x80, 0x70, 0x80


class FramingError(Exception):
    """The other side broke the protocol; `code` is what the closing frame says."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


def text_frame(payload: bytes) -> bytes:
    """A whole text message, unmasked, as a server sends it."""
    return _frame(TEXT, payload)


def binary_frame(payload: bytes) -> bytes:
    """A whole binary message."""
    return _frame(BINARY, payload)


def control_frame(opcode: int, payload: bytes = b"") -> bytes:
    """A ping, a pong or a close; at most 125 bytes of payload."""
    return _frame(opcode, payload[:125])


def close_frame(code: int) -> bytes:
    """The last frame."""
    return control_frame(CLOSE, code.to_bytes(2, "big"))


def _frame(opcode: int, payload: bytes) -> bytes:
    length = len(payload)
    if length < 126:
        return bytes((_FINAL | opcode, length)) + payload
    if length < 65_536:
        return bytes((_FINAL | opcode, 126)) + length.to_bytes(2, "big") + payload
    return bytes((_FINAL | opcode, 127)) + length.to_bytes(8, "big") + payload


def unmasked(data: bytes | bytearray, mask: bytes | bytearray) -> bytes:
    """The payload with the mask taken off: one xor of two integers, whatever its length."""
    length = len(data)
    repeated = (mask * ((length + 3) >> 2))[:length]
    return (int.from_bytes(data, "little") ^ int.from_bytes(repeated, "little")).to_bytes(length, "little")


class Inbox:
    """Gathers what a client sends and gives out whole messages. most: the longest message in bytes."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._buffer = bytearray()
        self._opcode = _CONTINUED  # of the message that has begun, if one has
        self._parts: list[bytes] = []
        self._length = 0

    def feed(self, data: bytes) -> None:
        """More bytes from the socket."""
        self._buffer += data

    def take(self) -> tuple[int, bytes] | None:
        """The next message as (opcode, payload); None when more bytes are needed. Raises FramingError."""
        while True:
            frame = self._take_frame()
            if frame is None:
                return None
            is_final, opcode, payload = frame
            if opcode >= CLOSE:
                return opcode, payload
            if opcode != _CONTINUED and is_final and not self._parts:  # nearly always
                return opcode, payload
            message = self._gathered(is_final, opcode, payload)
            if message is not None:
                return message

    def _gathered(self, is_final: bool, opcode: int, payload: bytes) -> tuple[int, bytes] | None:
        """One fragment more; the message once it is whole."""
        if opcode != _CONTINUED:
            self._opcode = opcode
        self._parts.append(payload)
        self._length += len(payload)
        if self._length > self._most:
            raise FramingError(TOO_LARGE)
        if not is_final:
            return None
        whole = self._opcode, b"".join(self._parts)
        self._opcode, self._parts, self._length = _CONTINUED, [], 0
        return whole

    def _take_frame(self) -> tuple[bool, int, bytes] | None:
        buffer = self._buffer
        if len(buffer) < 2:
            return None
        first, second = buffer[0], buffer[1]
        is_final, opcode, length = first >= _FINAL, first & 15, second & 127
        self._check_header(first, second)
        start = 2
        if length >= 126:
            width = 2 if length == 126 else 8
            if len(buffer) < 2 + width:
                return None
            length = int.from_bytes(buffer[2 : 2 + width], "big")
            start += width
        if length > self._most:
            raise FramingError(TOO_LARGE)
        end = start + 4 + length
        if len(buffer) < end:
            return None
        payload = unmasked(buffer[start + 4 : end], buffer[start : start + 4])
        del buffer[:end]
        return is_final, opcode, payload

    def _check_header(self, first: int, second: int) -> None:
        opcode, is_control = first & 15, first & 8
        is_wrong = (
            first & _RESERVED  # nothing was negotiated that would use these bits
            or not second & _MASKED
            or opcode not in (_CONTINUED, TEXT, BINARY, CLOSE, PING, PONG)
            or (is_control and (first < _FINAL or second & 127 > 125))
            or (not is_control and (opcode == _CONTINUED) != bool(self._parts))
        )
        if is_wrong:
            raise FramingError(PROTOCOL_ERROR)
