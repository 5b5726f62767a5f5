"""Suggests themes in a process of its own: texts come in as JSON, themes go out.

python -m facilitator.suggesting.worker SECONDS BYTES
"""

from __future__ import annotations

import json
import sys

from facilitator.artefacts.worker import keep_within
from facilitator.suggesting.themes import Text, suggest


def answer(said: bytes) -> bytes:
    """`[{title, notes}]` for `[{id, text, lang}]`."""
    found = suggest([Text(**each) for each in json.loads(said)])
    return json.dumps([{"title": each.title, "notes": each.notes} for each in found]).encode()


def main(seconds: int, most_bytes: int) -> None:
    """Read, answer, end. Any fault ends it, and says nothing of what people wrote."""
    keep_within(seconds, most_bytes)
    sys.stdout.buffer.write(answer(sys.stdin.buffer.read()))
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
