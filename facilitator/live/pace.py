"""When a room's next batch begins: at once where it is quiet, later where many send (`docs/performance.md`)."""

from __future__ import annotations

import time
from collections.abc import Callable

LONGEST_WAIT = 0.016  # seconds between batches of a busy room
FEW = 2  # messages in a batch: after so many, the room waits as long as telling everybody took


class Pace:
    """One room's. The more came, the more frames a pause saves; that the disk is slow is no reason for one."""

    def __init__(self, sleep: Callable[[float], object]) -> None:
        self._sleep = sleep
        self._ready_at = 0.0
        self._telling_since = 0.0

    def wait(self) -> None:
        """Let more come, if the last batch was a reason to."""
        wait = self._ready_at - time.monotonic()
        if wait > 0:
            self._sleep(wait)

    def telling(self) -> None:
        """From now on it is a frame's cost, which is the same however much is in it."""
        self._telling_since = time.monotonic()

    def told(self, messages: int) -> None:
        """Everybody knows of a batch that came of so many messages."""
        ended = time.monotonic()
        self._ready_at = ended + min(LONGEST_WAIT, (ended - self._telling_since) * messages / FEW)
