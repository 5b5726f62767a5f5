"""A picture that somebody brings: what is kept of it is its pixels."""

from __future__ import annotations

import io
import struct
import zlib

import pytest

from facilitator.pictures import Unreadable, understood
from facilitator.pictures.reading import SMALL_SIDE, read
from facilitator.pictures.worker import answer
from tests.pictures.made import SECRET, opened, picture, with_secrets


@pytest.mark.parametrize(("form", "media_type"), [("JPEG", "image/jpeg"), ("PNG", "image/png"), ("WEBP", "image/jpeg")])
def test_nothing_but_pixels_is_kept_and_they_stand_upright(form, media_type):
    sent = with_secrets(form)
    assert SECRET in sent

    kept = read(sent)

    assert kept.media_type == media_type
    assert SECRET not in kept.body + kept.small
    for body in (kept.body, kept.small):
        shown = opened(body)
        assert not shown.getexif()
        assert not {"exif", "xmp", "comment", "icc_profile", "Author"} & shown.info.keys()
    assert (kept.width, kept.height) == (80, 120)
    red, _, blue = opened(kept.body).convert("RGB").getpixel((40, 10))  # its left side is above now
    assert red > 150 > blue


def test_a_large_one_is_made_smaller_and_there_is_a_small_one_for_the_note():
    kept = read(picture("JPEG", (4_000, 3_000)))

    assert (kept.width, kept.height) == (2_560, 1_920)
    assert opened(kept.body).size == (2_560, 1_920)
    assert opened(kept.small).size == (SMALL_SIDE, 600)
    assert len(kept.id) == 64


def test_what_can_be_seen_through_stays_so():
    kept = read(picture("PNG", mode="RGBA"))
    clear = read(_clear())

    assert (kept.media_type, opened(kept.body).mode) == ("image/png", "RGB")
    assert (clear.media_type, opened(clear.body).mode) == ("image/png", "RGBA")


def _clear() -> bytes:
    made = opened(picture("PNG", mode="RGBA"))
    made.putpixel((0, 0), (0, 0, 0, 0))
    written = io.BytesIO()
    made.save(written, "PNG")
    return written.getvalue()


def _bomb() -> bytes:
    """A PNG that says that it is 60,000 by 60,000 and packs to nothing."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    body = chunk(b"IDAT", zlib.compress(b"\0" * 1_000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + body + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "picture.unknown"),
        (b"GIF89a" + b"\0" * 40, "picture.unknown"),
        (b"", "picture.unknown"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "picture.heic"),
        (b"\0\0\0\x18ftypavif\0\0\0\0mif1", "picture.heic"),
        (_bomb(), "picture.too_large"),
        (picture("PNG")[:100], "picture.broken"),
        (picture("JPEG")[:300], "picture.broken"),
    ],
    ids=["svg", "gif", "nothing", "heic", "avif", "bomb", "cut png", "cut jpeg"],
)
def test_what_is_no_picture_that_can_be_kept_is_refused_by_name(sent, code):
    with pytest.raises(Unreadable) as refused:
        read(sent)
    assert refused.value.code == code

    with pytest.raises(Unreadable) as told:
        understood(answer(sent))
    assert told.value.code == code


def test_one_process_tells_another_of_it():
    sent = picture("PNG")

    assert understood(answer(sent)) == read(sent)
