"""Bytes to text: UTF-8, UTF-16 and what Excel calls ANSI, each told by what the bytes can be."""

from __future__ import annotations

import codecs

from facilitator.bringing.brought import Unreadable

MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
SAMPLE = 4_096


def decode(body: bytes) -> tuple[str, str]:
    """The text and the name of its encoding. Raises Unreadable (`file.encoding`)."""
    for mark, encoding in MARKS:
        if body.startswith(mark):
            return _decoded(body[len(mark) :], encoding), encoding
    encoding = unmarked_utf16(body)
    if encoding:
        return _decoded(body, encoding), encoding
    try:
        return body.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _decoded(body, "windows-1252"), "windows-1252"


def _decoded(body: bytes, encoding: str) -> str:
    try:
        return body.decode(encoding)
    except UnicodeDecodeError as fault:
        raise Unreadable("file.encoding", encoding=encoding, row=body[: fault.start].count(b"\n") + 1) from None


def unmarked_utf16(body: bytes) -> str:
    """Which of the two it is, or nothing: most of what people write has a zero in every other byte of UTF-16."""
    sample = body[:SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    most = len(sample) // 4
    if odd > most and not even:
        return "utf-16-le"
    return "utf-16-be" if even > most and not odd else ""
