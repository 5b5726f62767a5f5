"""What time it is. A machine's clock may be set while people work: nobody's minutes may become an hour by it."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from datetime import UTC, datetime

SAME_SECONDS = 1.0  # what a clock that is kept right by others may be off
BELIEVED_SECONDS = 4 * 3_600 + 60.0  # no timer runs longer

logger = logging.getLogger(__name__)


def elapsed() -> float:
    """Seconds that pass whatever the clock is set to, also while the machine sleeps."""
    return time.clock_gettime(getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))


class Clock:
    """Reads the machine's clock when it is made and counts on from there.

    Where that clock is set anew, what was begun (a timer, a code for another device, a session) ends when it was going
    to end. After four hours nothing of the kind can be left, and the other time is taken for right.
    """

    def __init__(self, wall: Callable[[], float] = time.time, elapsed: Callable[[], float] = elapsed) -> None:
        self._wall, self._elapsed = wall, elapsed
        self._began = wall() - elapsed()
        self._strange_since: float | None = None

    def now(self) -> datetime:
        """Aware, in UTC."""
        elapsed = self._elapsed()
        apart = self._wall() - elapsed - self._began
        if abs(apart) <= SAME_SECONDS:
            self._strange_since = None
        elif self._strange_since is None:
            self._strange_since = elapsed
            logger.warning("the clock was set", extra={"seconds": round(apart)})
        elif elapsed - self._strange_since > BELIEVED_SECONDS:
            self._began, self._strange_since = self._began + apart, None
        return datetime.fromtimestamp(self._began + elapsed, UTC)


now = Clock().now
