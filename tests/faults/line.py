"""One client's way to the server: a small TCP proxy that can be cut, stalled, slowed, and made to garble messages.

Each client has a line of its own, so a fault hits whom the drill means. Bytes pass as they are until a message is to
be doubled, held back, lost or halved; then whole WebSocket frames of `/live` are taken apart, in both directions.
"""

from __future__ import annotations

import asyncio
import contextlib
import re
from dataclasses import dataclass
from random import Random

from tests.faults import frames
from tests.faults.loop import end

CHUNK = 65_536
CARRIES = re.compile(r'42/live,\["(ops|events|head|refused)"')  # messages that faults are made for
HOLD_SECONDS = 0.15  # how long a message waits for the next one, to change places with it


@dataclass
class Trouble:
    """What is wrong with a line now. Shares are of messages, 0…1; 0 and None: nothing."""

    is_refusing: bool = False  # new connections are ended at once
    is_stalled: bool = False  # nothing passes, and nobody is told
    delay_seconds: float = 0.0
    bytes_per_second: int | None = None  # towards the client
    doubled: float = 0.0
    swapped: float = 0.0  # with the message that follows
    lost: float = 0.0  # towards the client
    halved: float = 0.0  # half a frame, then the end of the connection


class Line:
    """Listens on a port of its own and leads to the server. All on the loop that opened it."""

    def __init__(self, server_port: int, random: Random) -> None:
        self.server_port, self.trouble = server_port, Trouble()
        self.port = 0
        self._random = random
        self._listener: asyncio.Server | None = None
        self._open: set[asyncio.StreamWriter] = set()
        self._running: set[asyncio.Task[None]] = set()

    @property
    def url(self) -> str:
        """Where the client finds the server."""
        return f"http://127.0.0.1:{self.port}"

    async def open(self) -> Line:
        """Listen."""
        self._listener = await asyncio.start_server(self._take, "127.0.0.1", 0, limit=CHUNK * 4)
        self.port = self._listener.sockets[0].getsockname()[1]
        return self

    def cut(self) -> None:
        """End every connection in the middle of whatever it carries; the next one may be made at once."""
        for writer in list(self._open):
            writer.transport.abort()

    def take_away(self) -> None:
        """No network: cut, and no new connections."""
        self.trouble.is_refusing = True
        self.cut()

    def heal(self) -> None:
        """Everything passes again. What was stalled goes on."""
        self.trouble = Trouble()

    async def close(self) -> None:
        """Stop listening and let everything go."""
        self.cut()
        if self._listener:
            self._listener.close()
        await end(self._running)

    async def _take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task
        self._running.add(task)
        self._open.add(writer)
        try:
            with contextlib.suppress(OSError, asyncio.CancelledError):
                if not self.trouble.is_refusing:
                    await self._lead(reader, writer)
        finally:
            self._running.discard(task)
            self._open.discard(writer)
            writer.transport.abort()

    async def _lead(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, out = await asyncio.open_connection("127.0.0.1", self.server_port, limit=CHUNK * 4)
        self._open.add(out)
        ways = [
            asyncio.ensure_future(_Way(self, reader, out, is_down=False).run()),
            asyncio.ensure_future(_Way(self, there, writer, is_down=True).run()),
        ]
        try:
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for way in ways:
                way.cancel()
            await asyncio.gather(*ways, return_exceptions=True)
            self._open.discard(out)
            out.transport.abort()

    def chance(self, share: float) -> bool:
        """Whether it happens to this message; asks the seed only where it might."""
        return share > 0 and self._random.random() < share


class _Way:
    """One direction of one connection."""

    def __init__(self, line: Line, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, is_down: bool) -> None:
        self._line, self._reader, self._writer, self._is_down = line, reader, writer, is_down
        self._stream = bytearray()
        self._is_framed: bool | None = None  # None: not known before the first bytes
        self._held: bytes | None = None

    async def run(self) -> None:
        """Until one side ends."""
        while True:
            try:
                data = await asyncio.wait_for(self._reader.read(CHUNK), HOLD_SECONDS if self._held else None)
            except TimeoutError:
                await self._let_go()
                continue
            if not data:
                return
            if self._is_framed is None:
                self._is_framed = _is_upgrade(data)
                if self._is_framed:
                    head, end, rest = data.partition(b"\r\n\r\n")
                    await self._pass(head + end)
                    data = rest
            if not self._is_framed:
                await self._pass(data)
                continue
            self._stream += data
            while frame := frames.find(self._stream):
                await self._frame(frame)

    async def _frame(self, frame: frames.Found) -> None:
        line, trouble = self._line, self._line.trouble
        if frame.opcode != frames.TEXT or not CARRIES.match(frame.text[:24]):
            await self._pass(frame.raw)
            return
        if self._is_down and '["events"' in frame.text[:20] and line.chance(trouble.lost):
            return
        if line.chance(trouble.halved):
            await self._pass(frame.raw[: len(frame.raw) // 2])
            raise ConnectionAbortedError
        times = 2 if line.chance(trouble.doubled) else 1
        if self._held is None and line.chance(trouble.swapped):
            self._held = frame.raw * times
            return
        await self._pass(frame.raw * times)
        await self._let_go()

    async def _let_go(self) -> None:
        held, self._held = self._held, None
        if held is not None:
            await self._pass(held)

    async def _pass(self, data: bytes) -> None:
        trouble = self._line.trouble
        if trouble.delay_seconds:
            await asyncio.sleep(trouble.delay_seconds)
        while self._line.trouble.is_stalled:
            await asyncio.sleep(0.02)
        rate = trouble.bytes_per_second if self._is_down else None
        if rate is None:
            self._writer.write(data)
            await self._writer.drain()
            return
        for at in range(0, len(data), max(1, rate // 10)):
            self._writer.write(data[at : at + rate // 10])
            await self._writer.drain()
            await asyncio.sleep(0.1)


def _is_upgrade(data: bytes) -> bool:
    head = data.partition(b"\r\n\r\n")[0].lower()
    return b"upgrade: websocket" in head
