"""Reads a file in a process of its own: its name, a line break and its bytes come in, what it holds goes out.

python -m facilitator.bringing.worker SECONDS BYTES
"""

from __future__ import annotations

import json
import sys

from facilitator.artefacts.worker import keep_within
from facilitator.bringing.brought import Brought, Unreadable
from facilitator.bringing.formats import read
from facilitator.bringing.kept import from_json, to_json
from facilitator.bringing.tables import Table


def answer(said: bytes) -> bytes:
    """The format, a line break, and what was read; or `!` and why it cannot be."""
    name, _, body = said.partition(b"\n")
    try:
        format_name, found = read(body, name.decode())
    except Unreadable as fault:
        return b"!\n" + json.dumps([fault.code, fault.detail]).encode()
    return format_name.encode() + b"\n" + to_json(found)


def understood(said: bytes) -> tuple[str, Brought | Table]:
    """What `answer` says. Raises Unreadable."""
    format_name, _, body = said.partition(b"\n")
    if format_name == b"!":
        code, detail = json.loads(body)
        raise Unreadable(code, **detail)
    return format_name.decode(), from_json(body)


def main(seconds: int, most_bytes: int) -> None:
    """Read, answer, end."""
    keep_within(seconds, most_bytes)
    sys.stdout.buffer.write(answer(sys.stdin.buffer.read()))
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
