"""Several processes of one installation on one machine: each on a port of its own, started again when it dies.

Knows nothing of what they do. It reads no setting, opens no database, and so has little to die of.
"""

from __future__ import annotations

import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence

LOOK_SECONDS = 0.2
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0
SETTLED_SECONDS = 20.0  # who lived so long may be started again at once
END_SECONDS = 10.0

Say = Callable[[str], object]


class Worker:
    """One process, and its next ones."""

    def __init__(self, command: Sequence[str], environ: Mapping[str, str], port: int, say: Say) -> None:
        self._command, self._environ, self._port, self._say = command, {**environ, "PORT": str(port)}, port, say
        self._process: subprocess.Popen[bytes] | None = None
        self._started_at = self._start_at = 0.0
        self._pause = FIRST_PAUSE

    def look(self) -> None:
        """Start it if it does not run and has rested enough."""
        now = time.monotonic()
        if self._process is not None and self._process.poll() is not None:
            lived = now - self._started_at
            self._pause = FIRST_PAUSE if lived > SETTLED_SECONDS else min(LONGEST_PAUSE, self._pause * 2)
            self._start_at = now + self._pause
            self._say(f"port {self._port}: ended with {self._process.returncode}, again in {self._pause:g} s")
            self._process = None
        if self._process is None and now >= self._start_at:
            self._process, self._started_at = subprocess.Popen(self._command, env=self._environ), now  # noqa: S603

    def ask_to_end(self) -> None:
        """SIGTERM, if it runs."""
        if self._process is not None:
            self._process.terminate()

    def end(self, until: float) -> int:
        """Wait for its end, and make one when it is late; returns its exit status."""
        if self._process is None:
            return 0
        try:
            return self._process.wait(max(0.0, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            self._say(f"port {self._port}: did not end in time")
            self._process.kill()
            return self._process.wait()


def supervise(command: Sequence[str], environ: Mapping[str, str], ports: Sequence[int], say: Say) -> int:
    """Run `command` once for each port until SIGTERM or SIGINT; returns the worst exit status."""
    workers = [Worker(command, environ, port, say) for port in ports]
    asked: list[int] = []
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda number, _frame: asked.append(number))
    while not asked:
        for worker in workers:
            worker.look()
        time.sleep(LOOK_SECONDS)
    for worker in workers:
        worker.ask_to_end()
    until = time.monotonic() + END_SECONDS
    return max(abs(worker.end(until)) for worker in workers)
