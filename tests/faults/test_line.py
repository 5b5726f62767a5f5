"""The line between a client and the server: what it does to messages, byte for byte."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from random import Random

import pytest

from tests.faults import frames
from tests.faults.line import Line, Trouble
from tests.faults.loop import Loop

HANDSHAKE = b"GET / HTTP/1.1\r\nUpgrade: websocket\r\n\r\n"
MESSAGES = [f'42/live,["ops",[{number}]]' for number in range(4)]


@pytest.fixture
def loop() -> Iterator[Loop]:
    one = Loop()
    yield one
    one.close()


async def passed(trouble: Trouble, messages: list[str]) -> tuple[bytes, bytearray]:
    """What arrives at the server of what a client sends over a line with this trouble."""
    arrived, is_over = bytearray(), asyncio.Event()

    async def take(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while data := await reader.read(65_536):
                arrived.extend(data)
        except OSError:
            pass
        finally:
            writer.close()
            is_over.set()

    server = await asyncio.start_server(take, "127.0.0.1", 0)
    line = await Line(server.sockets[0].getsockname()[1], Random(1)).open()
    line.trouble = trouble
    sent = b""
    _, writer = await asyncio.open_connection("127.0.0.1", line.port)
    try:
        for raw in (HANDSHAKE, *(frames.make(message.encode()) for message in messages)):
            sent += raw
            writer.write(raw)
            await writer.drain()
        await asyncio.sleep(0.4)
    except OSError:
        pass
    finally:
        writer.transport.abort()
        await line.close()
        await asyncio.wait_for(is_over.wait(), 5) if arrived else None
        server.close()
    return sent, arrived


def texts(arrived: bytearray) -> list[str]:
    """The messages after the handshake."""
    stream = bytearray(arrived.partition(b"\r\n\r\n")[2])
    found = []
    while frame := frames.find(stream):
        found.append(frame.text)
    return found


def test_without_trouble_every_byte_passes(loop):
    sent, arrived = loop.run(passed(Trouble(), MESSAGES))

    assert bytes(arrived) == sent


def test_a_message_is_doubled_as_a_whole(loop):
    _, arrived = loop.run(passed(Trouble(doubled=1.0), MESSAGES[:2]))

    assert texts(arrived) == [MESSAGES[0], MESSAGES[0], MESSAGES[1], MESSAGES[1]]


def test_a_message_changes_places_with_the_next(loop):
    _, arrived = loop.run(passed(Trouble(swapped=1.0), MESSAGES))

    assert texts(arrived) == [MESSAGES[1], MESSAGES[0], MESSAGES[3], MESSAGES[2]]


def test_the_last_message_is_not_held_for_ever(loop):
    _, arrived = loop.run(passed(Trouble(swapped=1.0), MESSAGES[:1]))

    assert texts(arrived) == MESSAGES[:1]


def test_half_a_frame_is_followed_by_the_end(loop):
    _, arrived = loop.run(passed(Trouble(halved=1.0), MESSAGES[:1]))

    assert texts(arrived) == []
    assert 0 < len(arrived.partition(b"\r\n\r\n")[2]) < len(frames.make(MESSAGES[0].encode()))


def test_a_line_that_refuses_lets_nothing_through(loop):
    _, arrived = loop.run(passed(Trouble(is_refusing=True), MESSAGES))

    assert arrived == b""


def test_a_stalled_line_tells_nobody(loop):
    _, arrived = loop.run(passed(Trouble(is_stalled=True), MESSAGES))

    assert arrived == b""


@pytest.mark.parametrize("size", [0, 125, 126, 65_535, 65_536])
@pytest.mark.parametrize("is_masked", [True, False])
def test_a_frame_is_found_as_it_was_made(size, is_masked):
    stream = bytearray(frames.make(b"x" * size, is_masked=is_masked) + b"\x81")

    found = frames.find(stream)

    assert found is not None
    assert (found.opcode, found.payload, bytes(stream)) == (frames.TEXT, b"x" * size, b"\x81")
