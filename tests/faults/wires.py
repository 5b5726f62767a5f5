"""Raw Engine.IO 4, over WebSocket and over long polling: packets as text, in and out. No library hides anything."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import json
import secrets
from typing import Protocol

from tests.faults import frames
from tests.faults.http import Connection

SILENT_SECONDS = 13.0  # a line that says nothing for longer is dead (two heartbeats and a little)
PATH = "/socket.io/?EIO=4&transport="
SEPARATOR = "\x1e"


class Broken(OSError):
    """The line is not there any more."""


class Wire(Protocol):
    """What a client needs. Every method raises OSError, EOFError or TimeoutError when the line breaks."""

    async def open(self) -> None:
        """Until the server has opened the Engine.IO session."""

    async def say(self, packet: str) -> None:
        """Send one packet."""

    async def hear(self) -> str:
        """The next packet; a PING is answered and not told."""

    def close(self) -> None:
        """Leave without a word."""


class WebSocketWire:
    """Over a WebSocket."""

    def __init__(self, port: int) -> None:
        self._connection = Connection(port)
        self._stream = bytearray()

    async def open(self) -> None:
        key = base64.b64encode(secrets.token_bytes(16)).decode()
        answer = await self._connection.ask(
            "GET",
            f"{PATH}websocket",
            Upgrade="websocket",
            Connection="Upgrade",
            Sec_WebSocket_Key=key,
            Sec_WebSocket_Version="13",
        )
        if answer.status != 101:
            raise Broken(f"status {answer.status}")
        await self.hear()

    async def say(self, packet: str) -> None:
        await self.put(frames.make(packet.encode()))

    async def put(self, raw: bytes) -> None:
        """Send bytes that need not be a frame."""
        self._connection.writer.write(raw)
        await self._connection.writer.drain()

    async def hear(self) -> str:
        while True:
            while (frame := frames.find(self._stream)) is None:
                data = await asyncio.wait_for(self._connection.reader.read(65_536), SILENT_SECONDS)
                if not data:
                    raise Broken("closed")
                self._stream += data
            if frame.opcode == frames.CLOSE:
                raise Broken("closed")
            if frame.opcode == frames.TEXT:
                if frame.text != "2":
                    return frame.text
                await self.say("3")

    def close(self) -> None:
        self._connection.close()


class PollingWire:
    """Over long polling: one connection asks, another sends."""

    def __init__(self, port: int) -> None:
        self._asking, self._sending = Connection(port), Connection(port)
        self._heard: list[str] = []
        self._path = ""
        self._turn = asyncio.Lock()

    async def open(self) -> None:
        answer = await self._asking.ask("GET", f"{PATH}polling")
        if answer.status != 200:
            raise Broken(f"status {answer.status}")
        self._path = f"{PATH}polling&sid={json.loads(answer.body[1:])['sid']}"

    async def say(self, packet: str) -> None:
        async with self._turn:
            answer = await self._sending.ask(
                "POST", self._path, packet.encode(), Content_Type="text/plain;charset=UTF-8"
            )
        if answer.status != 200:
            raise Broken(f"status {answer.status}")

    async def hear(self) -> str:
        while True:
            while not self._heard:
                answer = await self._asking.ask("GET", self._path, seconds=SILENT_SECONDS)
                if answer.status != 200:
                    raise Broken(f"status {answer.status}")
                self._heard = answer.body.decode().split(SEPARATOR)
            packet = self._heard.pop(0)
            if packet in ("1", "6"):
                raise Broken("closed")
            if packet != "2":
                return packet
            await self.say("3")

    def close(self) -> None:
        with contextlib.suppress(RuntimeError):  # the loop may be over
            self._asking.close()
            self._sending.close()
