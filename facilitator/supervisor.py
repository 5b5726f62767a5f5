"""Several processes of one installation on one machine: each on a port of its own, started again when it dies.

SIGHUP starts them anew in turn: the next one ends when the one before takes people in again.

Knows nothing of what they do. It reads no setting, opens no database, and so has little to die of.
"""

from __future__ import annotations

import signal
import socket
import subprocess
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence

LOOK_SECONDS = 0.2
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0
SETTLED_SECONDS = 20.0  # who lived so long may be started again at once
END_SECONDS = 10.0
UP_SECONDS = 60.0  # in which a worker must take people in, or the others stay as they are

Say = Callable[[str], object]


class Worker:
    """One process, and its next ones."""

    def __init__(self, command: Sequence[str], environ: Mapping[str, str], port: int, say: Say) -> None:
        self._command, self._environ, self._port, self._say = command, {**environ, "PORT": str(port)}, port, say
        self._process: subprocess.Popen[bytes] | None = None
        self._started_at = self._start_at = 0.0
        self._pause = FIRST_PAUSE
        self._ends_by = 0.0  # when it was asked to end, to be started anew

    def look(self) -> None:
        """Start it if it does not run and has rested enough."""
        now = time.monotonic()
        if self._process is not None and 0 < self._ends_by < now:
            self._process.kill()
        if self._process is not None and self._process.poll() is not None:
            self._rest(now, self._process.returncode)
            self._process = None
        if self._process is None and now >= self._start_at:
            self._process, self._started_at = subprocess.Popen(self._command, env=self._environ), now  # noqa: S603

    def _rest(self, now: float, status: int) -> None:
        """Not at all if it was asked to end; else the longer, the quicker it died."""
        if self._ends_by:
            self._pause, self._start_at, self._ends_by = FIRST_PAUSE, now, 0.0
            self._say(f"port {self._port}: ended with {status}, started anew")
            return
        lived = now - self._started_at
        self._pause = FIRST_PAUSE if lived > SETTLED_SECONDS else min(LONGEST_PAUSE, self._pause * 2)
        self._start_at = now + self._pause
        self._say(f"port {self._port}: ended with {status}, again in {self._pause:g} s")

    def renew(self) -> None:
        """End it in order; `look` starts it anew."""
        self._ends_by = time.monotonic() + END_SECONDS
        self.ask_to_end()

    def is_up(self) -> bool:
        """Whether it takes people in, and is not about to end."""
        if self._process is None or self._ends_by:
            return False
        try:
            socket.create_connection((self._environ.get("HOST", "127.0.0.1"), self._port), 1.0).close()
        except OSError:
            return False
        return True

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


class Turns:
    """Starts the workers anew, one after the other."""

    def __init__(self, workers: Sequence[Worker], say: Say) -> None:
        self._workers, self._say = workers, say
        self._waiting: deque[Worker] = deque()
        self._renewed: Worker | None = None
        self._until = 0.0

    def begin(self) -> None:
        """All of them, the first one soon."""
        self._waiting = deque(self._workers)

    def look(self) -> None:
        """The next one's turn, if the one before is up."""
        if self._renewed is not None:
            if self._renewed.is_up():
                self._renewed = None
            elif time.monotonic() > self._until:
                self._say("does not come up again: the others stay as they are")
                self._renewed = None
                self._waiting.clear()
        if self._renewed is None and self._waiting:
            self._renewed, self._until = self._waiting.popleft(), time.monotonic() + UP_SECONDS
            self._renewed.renew()


def supervise(command: Sequence[str], environ: Mapping[str, str], ports: Sequence[int], say: Say) -> int:
    """Run `command` once for each port until SIGTERM or SIGINT; returns the worst exit status."""
    workers = [Worker(command, environ, port, say) for port in ports]
    turns = Turns(workers, say)
    asked: list[int] = []
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda number, _frame: asked.append(number))
    signal.signal(signal.SIGHUP, lambda _number, _frame: turns.begin())
    while not asked:
        for worker in workers:
            worker.look()
        turns.look()
        time.sleep(LOOK_SECONDS)
    for worker in workers:
        worker.ask_to_end()
    until = time.monotonic() + END_SECONDS
    return max(abs(worker.end(until)) for worker in workers)
