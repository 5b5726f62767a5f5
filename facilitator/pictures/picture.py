"""A picture as it is kept, and how one process tells another of it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass

MOST_BYTES = 5 * 1024 * 1024  # of a file as it is sent
MOST_SIDE = 2_560  # pixels, as it is kept
EXTENSIONS = {"image/jpeg": "jpg", "image/png": "png"}


class Unreadable(Exception):
    """It cannot be taken: `picture.unknown`, `picture.heic`, `picture.too_large` or `picture.broken`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Picture:
    """Pixels and nothing else. small: the same for a note."""

    media_type: str
    width: int
    height: int
    body: bytes
    small: bytes

    @property
    def id(self) -> str:
        """SHA-256 of its bytes, in hexadecimal: what it is called."""
        return hashlib.sha256(self.body).hexdigest()


def told(picture: Picture) -> bytes:
    """A line of what it is and how long its first form is, then both forms."""
    head = {
        "media_type": picture.media_type,
        "width": picture.width,
        "height": picture.height,
        "body": len(picture.body),
    }
    return json.dumps(head).encode() + b"\n" + picture.body + picture.small


def refused(fault: Unreadable) -> bytes:
    """A line with the code."""
    return json.dumps({"code": fault.code}).encode() + b"\n"


def understood(said: bytes) -> Picture:
    """What `told` or `refused` says. Raises Unreadable."""
    line, _, forms = said.partition(b"\n")
    head = json.loads(line)
    if "code" in head:
        raise Unreadable(head["code"])
    length = head.pop("body")
    return Picture(**head, body=forms[:length], small=forms[length:])
