"""Just enough HTTP/1.1 for raw clients on one loop: a request, and its answer."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from typing import Any

LONGEST_LINE = 1 << 20
ANSWER_SECONDS = 15.0


@dataclass(frozen=True)
class Answer:
    """status, and the whole body."""

    status: int
    body: bytes


class Connection:
    """One connection, kept open between requests. OSError or EOFError when the line breaks."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.reader: asyncio.StreamReader
        self.writer: asyncio.StreamWriter
        self._is_open = False

    async def ask(
        self, method: str, path: str, body: bytes = b"", seconds: float = ANSWER_SECONDS, **more: str
    ) -> Answer:
        """Send a request and read what answers it. more: headers."""
        if not self._is_open:
            await self.open()
        await self.say(method, path, body, **more)
        return await asyncio.wait_for(self.read(), seconds)

    async def open(self) -> None:
        """Connect."""
        dial = asyncio.open_connection("127.0.0.1", self.port, limit=LONGEST_LINE)
        self.reader, self.writer = await asyncio.wait_for(dial, ANSWER_SECONDS)
        self._is_open = True

    async def say(self, method: str, path: str, body: bytes = b"", **more: str) -> None:
        """Send a request alone."""
        headers = {"Host": f"127.0.0.1:{self.port}", "Content-Length": str(len(body)), **more}
        lines = [
            f"{method} {path} HTTP/1.1",
            *(f"{name.replace('_', '-')}: {value}" for name, value in headers.items()),
        ]
        self.writer.write("\r\n".join([*lines, "", ""]).encode() + body)
        await self.writer.drain()

    async def read(self) -> Answer:
        """The next answer."""
        head = (await self.reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        headers = dict(line.lower().split(": ", 1) for line in head[1:] if ": " in line)
        status = int(head[0].split()[1])
        if headers.get("transfer-encoding") == "chunked":
            body = b"".join([chunk async for chunk in self._chunks()])
        else:
            body = await self.reader.readexactly(int(headers.get("content-length", 0)) if status != 101 else 0)
        if headers.get("connection") == "close":
            self.close()
        return Answer(status, body)

    def close(self) -> None:
        """Let it go."""
        if self._is_open:
            self._is_open = False
            self.writer.transport.abort()

    async def _chunks(self) -> Any:
        while size := int(await self.reader.readuntil(b"\r\n"), 16):
            yield await self.reader.readexactly(size)
            await self.reader.readexactly(2)
        await self.reader.readexactly(2)


async def call(
    port: int, token: str, method: str, path: str, body: Any = None, seconds: float = ANSWER_SECONDS
) -> Answer:
    """One call of the REST API, on a connection of its own."""
    connection = Connection(port)
    data = b"" if body is None else json.dumps(body).encode()
    try:
        headers = {"Authorization": f"Bearer {token}", "Content_Type": "application/json", "Accept_Language": "en"}
        return await connection.ask(method, f"/api/v1{path}", data, seconds, **headers)
    finally:
        connection.close()
