"""Our WebSocket, put into engine.io's driver table: cheap to read, and written to directly.

The stock way costs a queue, a timer and a greenlet for every recipient of every message. Here a room hands one ready
frame to each socket, which takes it without waiting; what engine.io itself sends goes through the same outbox, so
nothing overtakes anything. Compression is not negotiated: it would cost more than the frame.
"""

from __future__ import annotations

import base64
import contextlib
import hashlib
import logging
import socket
from collections import deque
from typing import Any

import eventlet
from engineio.async_drivers.eventlet import WebSocketWSGI
from engineio.packet import Packet
from eventlet import event
from eventlet.hubs import trampoline
from eventlet.websocket import PROTOCOL_GUID, BadRequest

from facilitator.hub import framing
from facilitator.measures import sent as sent_in_all

MOST_WAITING = 262_144  # bytes that a slow reader may leave with us
KERNEL_BUFFER = 131_072  # else the kernel takes megabytes more for each
READ_SIZE = 65_536

logger = logging.getLogger(__name__)


def install(server: Any) -> None:
    """Let a Socket.IO server use it. To be called before the first connection."""
    server.eio._async = {**server.eio._async, "websocket": Driver}


class LiveSocket:
    """One connection. Reading is one greenlet's; writing is anybody's, and never waits."""

    def __init__(self, sock: Any, most: int) -> None:
        """sock: eventlet's, after the handshake. most: the longest message in bytes."""
        self.socket = sock  # engine.io sets its time-out
        self.waiting = 0  # bytes in the outbox
        self._raw = sock.fd  # writes without waiting
        self._inbox = framing.Inbox(most)
        self._outbox: deque[bytes] = deque()
        self._is_draining = False
        self._is_ended = False  # nothing is taken any more
        self._is_stuck = False  # told to start anew, and has read nothing since
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, KERNEL_BUFFER)

    # --- What engine.io asks ---

    def wait(self) -> str | bytes | None:
        """The next message; None once the connection is over."""
        while not self._is_ended:
            try:
                message = self._inbox.take()
                if message is None:
                    data = self._receive()
                    if not data:
                        break
                    self._inbox.feed(data)
                    continue
                opcode, payload = message
                if opcode == framing.TEXT:
                    return payload.decode("utf-8")
                if opcode == framing.BINARY:
                    return payload
                if opcode == framing.PING:
                    self.push(framing.control_frame(framing.PONG, payload))
                elif opcode == framing.CLOSE:
                    self.end(framing.NORMAL)
            except framing.FramingError as broken:
                self.end(broken.code)
            except UnicodeDecodeError:
                self.end(framing.NOT_TEXT)
            except BlockingIOError:  # woken for nothing
                continue
            except OSError:
                break
        self._is_ended = True
        return None

    def _receive(self) -> bytes:
        """Some bytes. Eventlet's own `recv` would look first and wait then: nearly always in vain."""
        trampoline(self._raw, read=True, timeout=self.socket.gettimeout(), timeout_exc=TimeoutError)
        data: bytes = self._raw.recv(READ_SIZE)
        return data

    def send(self, message: str | bytes) -> None:
        """Send what engine.io has encoded."""
        frame = framing.text_frame(message.encode()) if isinstance(message, str) else framing.binary_frame(message)
        if not self.push(frame):
            self.end(framing.TRY_LATER)

    def close(self) -> None:
        """The connection is over: say so, and let the socket go."""
        self.end(framing.NORMAL)
        with contextlib.suppress(OSError):  # the other side may have been faster
            self.socket.shutdown(socket.SHUT_RDWR)
        self.socket.close()

    def _send_closing_frame(self, _ignore_errors: bool = False) -> None:
        """What eventlet asks for after the last message; `end` has done it, or does it now."""
        self.end(framing.NORMAL)

    # --- What rooms ask ---

    def push(self, frame: bytes, is_droppable: bool = False) -> bool:
        """Send a ready frame without waiting. False: this reader is too far behind, and the frame was not taken."""
        if self._is_ended:
            return True
        if self._outbox:
            if is_droppable:
                sent_in_all.dropped += 1
                return True
            if self.waiting + len(frame) > MOST_WAITING:
                return False
        sent_in_all.frames += 1
        sent_in_all.bytes += len(frame)
        if self._outbox:
            self._queue(frame)
            return True
        try:
            sent = self._raw.send(frame)
        except BlockingIOError:
            sent = 0
        except OSError:
            self._is_ended = True
            return True
        if sent < len(frame):
            self._queue(frame[sent:])
        else:
            self._is_stuck = False
        return True

    def replace(self, frame: bytes) -> None:
        """Forget all that waits but the rest of a frame that has begun, and send this. A second time: it is over."""
        if self._is_ended:
            return
        if self._is_stuck or not self._outbox:
            self.end(framing.TRY_LATER)
            return
        self._is_stuck = True
        begun = self._outbox[0]
        self._outbox.clear()
        self._outbox.append(begun)
        self.waiting = len(begun)
        self._queue(frame)

    def end(self, code: int) -> None:
        """Send a closing frame if there is room for one, and take nothing more."""
        if self._is_ended:
            return
        if not self._outbox:
            self.push(framing.close_frame(code))
        self._is_ended = True
        self._outbox.clear()
        self.waiting = 0
        with contextlib.suppress(OSError):  # it may be gone already
            self.socket.shutdown(socket.SHUT_RD)  # wakes the reader

    def _queue(self, data: bytes) -> None:
        self._outbox.append(data)
        self.waiting += len(data)
        if not self._is_draining:
            self._is_draining = True
            eventlet.spawn(self._drain)

    def _drain(self) -> None:
        """Write what waits, as fast as the reader reads. Only here is anybody waiting."""
        try:
            while self._outbox:
                data = self._outbox[0]
                self.socket.sendall(data)
                if self._outbox and self._outbox[0] is data:
                    self._outbox.popleft()
                    self.waiting -= len(data)
            self._is_stuck = False
        except OSError:  # broken, or 45 s without reading a byte
            self._is_ended = True
            self._outbox.clear()
            self.waiting = 0
        finally:
            self._is_draining = False


class Queue:
    """Stands where engine.io keeps packets for its writer: they go straight to the wire, so one order holds for all."""

    def __init__(self, wire: LiveSocket) -> None:
        self._wire = wire
        self._over = event.Event()

    def put(self, packet: Packet | None) -> None:
        """Send; None says that the connection is over."""
        if packet is not None:
            self._wire.send(packet.encode())
        elif not self._over.ready():
            self._over.send(None)

    def get(self, block: bool = True, timeout: float | None = None) -> None:
        """Keep the writer until the connection is over: there is nothing for it to do."""
        if block:
            self._over.wait()

    def task_done(self) -> None:
        """Nothing is counted."""

    def join(self) -> None:
        """Nothing waits here."""


class Driver(WebSocketWSGI):
    """Answers the upgrade with a `LiveSocket`, and tells the engine.io socket of it as `wire`."""

    def __init__(self, handler: Any, server: Any) -> None:
        super().__init__(self._run, server)
        self.support_legacy_versions = False
        self._handle, self._engine_socket = handler, handler.__self__

    def _run(self, wire: LiveSocket) -> None:
        """Serve the connection. A packet that engine.io itself cannot read ends it, and only it."""
        try:
            self._handle(wire)
        except Exception as fault:
            logger.warning("a packet that cannot be read", extra={"fault": type(fault).__name__})
            self._engine_socket.queue.put(None)
            self._engine_socket.close(wait=False, abort=True, reason="transport error")

    def _handle_hybi_request(self, environ: dict[str, Any]) -> LiveSocket:
        key = environ.get("HTTP_SEC_WEBSOCKET_KEY")
        if environ["HTTP_SEC_WEBSOCKET_VERSION"] != "13":
            raise BadRequest("426 Upgrade Required", headers=[("Sec-WebSocket-Version", "13")])
        if not key:
            raise BadRequest
        proof = base64.b64encode(hashlib.sha1(key.encode() + PROTOCOL_GUID, usedforsecurity=False).digest())
        sock = environ["eventlet.input"].get_socket()
        sock.sendall(
            b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            b"Sec-WebSocket-Accept: " + proof + b"\r\n\r\n"
        )
        wire = LiveSocket(sock, self.max_frame_length)
        first, self._engine_socket.queue = self._engine_socket.queue, Queue(wire)
        while not first.empty():  # what engine.io said before the wire was there
            wire.send(first.get(block=False).encode())
        self._engine_socket.wire = wire
        return wire
