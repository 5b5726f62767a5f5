"""Long work in the event loop itself, a little at a time: in between, everybody else has a turn.

For what cannot be handed to a thread (`offload.py`): pages, which need the request, and what the database is asked for.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")

TURN_SECONDS = 0.002  # as long as one piece of work has the loop for itself


def give_way() -> None:
    """Let everybody else go first, once eventlet has patched. Threads of their own take turns anyway."""
    patcher = sys.modules.get("eventlet.patcher")
    if patcher and patcher.is_monkey_patched("socket"):
        import eventlet

        eventlet.sleep(0)


def in_turns(pieces: Iterable[T], seconds: float = TURN_SECONDS, rest: Callable[[], object] = give_way) -> Iterator[T]:
    """The same pieces; whenever that has taken so long, everybody else has a turn before the next."""
    began = time.monotonic()
    for piece in pieces:
        yield piece
        if time.monotonic() - began >= seconds:
            rest()
            began = time.monotonic()
