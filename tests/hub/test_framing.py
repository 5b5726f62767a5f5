"""RFC 6455, bytes in and bytes out."""

from __future__ import annotations

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.hub.framing import (
    BINARY,
    CLOSE,
    NOT_TEXT,
    PING,
    PROTOCOL_ERROR,
    TEXT,
    TOO_LARGE,
    FramingError,
    Inbox,
    close_frame,
    control_frame,
    text_frame,
    unmasked,
)


def masked(payload: bytes, opcode: int = TEXT, first: int | None = None) -> bytes:
    """A frame as a browser sends it."""
    mask = os.urandom(4)
    length = len(payload)
    if length < 126:
        size = bytes((128 | length,))
    elif length < 65_536:
        size = b"\xfe" + length.to_bytes(2, "big")
    else:
        size = b"\xff" + length.to_bytes(8, "big")
    hidden = bytes(byte ^ mask[at % 4] for at, byte in enumerate(payload))
    return bytes((0x80 | opcode if first is None else first,)) + size + mask + hidden


def taken(inbox: Inbox) -> list[tuple[int, bytes]]:
    found = []
    while (message := inbox.take()) is not None:
        found.append(message)
    return found


@pytest.mark.parametrize("length", [0, 1, 3, 4, 125, 126, 127, 65_535, 65_536, 100_000])
def test_a_message_comes_out_as_it_went_in(length):
    payload = os.urandom(length)
    inbox = Inbox(131_072)

    inbox.feed(masked(payload, BINARY))

    assert taken(inbox) == [(BINARY, payload)]


@given(st.lists(st.binary(max_size=300), max_size=6), st.integers(1, 40))
def test_it_does_not_matter_how_the_network_cuts_it(payloads, size):
    stream = b"".join(masked(payload) for payload in payloads)
    inbox = Inbox(1_000)
    found = []

    for start in range(0, len(stream), size):
        inbox.feed(stream[start : start + size])
        found += taken(inbox)

    assert found == [(TEXT, payload) for payload in payloads]


def test_a_message_in_pieces_may_have_a_ping_between_them():
    inbox = Inbox(1_000)

    inbox.feed(
        masked(b"ensim", first=TEXT) + masked(b"?", PING) + masked(b"", first=0) + masked(b"m\xc3\xa4inen", first=0x80)
    )

    assert taken(inbox) == [(PING, b"?"), (TEXT, "ensimmäinen".encode())]


@pytest.mark.parametrize(
    "frame",
    [
        text_frame(b"unmasked"),
        masked(b"", first=0xC1),  # a reserved bit
        masked(b"", opcode=3),
        masked(b"", opcode=11),
        masked(b"", first=PING),  # a control frame in pieces
        masked(b"x" * 126, PING),
        masked(b"", first=0x80),  # a continuation of nothing
        masked(b"a", first=TEXT) + masked(b"b"),  # a beginning within a message
    ],
    ids=["unmasked", "reserved", "opcode 3", "opcode 11", "ping in pieces", "long ping", "goes on", "begins twice"],
)
def test_what_breaks_the_protocol_is_named(frame):
    inbox = Inbox(1_000)
    inbox.feed(frame)

    with pytest.raises(FramingError) as broken:
        taken(inbox)

    assert broken.value.code == PROTOCOL_ERROR


@pytest.mark.parametrize(
    "frames",
    [
        [masked(b"x" * 1_001)],
        [masked(b"x" * 600, first=TEXT), masked(b"x" * 600, first=0)],
        [b"\x81\xff" + b"\xff" * 8],
    ],
    ids=["one", "in pieces", "by its header"],
)
def test_what_is_too_long_is_refused_before_it_has_come(frames):
    inbox = Inbox(1_000)
    inbox.feed(b"".join(frames))

    with pytest.raises(FramingError) as broken:
        taken(inbox)

    assert broken.value.code == TOO_LARGE


@pytest.mark.parametrize("length", [0, 125, 126, 65_535, 65_536])
def test_our_frames_say_their_length_and_wear_no_mask(length):
    frame = text_frame(b"x" * length)

    header = len(frame) - length
    assert header == {0: 2, 125: 2, 126: 4, 65_535: 4, 65_536: 10}[length]
    assert (frame[0], frame[1] & 0x80) == (0x80 | TEXT, 0)


def test_control_frames_are_short():
    assert close_frame(NOT_TEXT) == bytes((0x80 | CLOSE, 2)) + (1007).to_bytes(2, "big")
    assert len(control_frame(PING, b"x" * 300)) == 127


def test_a_mask_is_taken_off_whatever_the_length():
    for length in range(70):
        data, mask = os.urandom(length), os.urandom(4)
        assert unmasked(data, mask) == bytes(byte ^ mask[at % 4] for at, byte in enumerate(data))
