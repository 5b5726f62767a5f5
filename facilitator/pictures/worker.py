"""Reads a picture in a process of its own: the file comes in, the picture or why it cannot be taken goes out.

python -m facilitator.pictures.worker SECONDS BYTES
"""

from __future__ import annotations

import sys

from facilitator.artefacts.worker import keep_within
from facilitator.pictures.picture import Unreadable, refused, told
from facilitator.pictures.reading import read


def answer(sent: bytes) -> bytes:
    """The picture, or why not."""
    try:
        return told(read(sent))
    except Unreadable as fault:
        return refused(fault)


def main(seconds: int, most_bytes: int) -> None:
    """Read, answer, end."""
    keep_within(seconds, most_bytes)
    sys.stdout.buffer.write(answer(sys.stdin.buffer.read()))
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
