"""Work that takes long, or may come to a bad end: in a process of its own, whose end is nobody else's."""

from __future__ import annotations

import logging
import os
import socket
import subprocess
import sys
import threading
import time

from facilitator.paths import WEB

MOST_SECONDS, MOST_BYTES = 60.0, 1 << 30
MOST_AT_ONCE = 2
CHUNK = 262_144

logger = logging.getLogger(__name__)
_turns = threading.BoundedSemaphore(MOST_AT_ONCE)  # green once eventlet has patched


class Failed(Exception):
    """It was killed, took too long or too much memory, or could not be done. Trying again is right."""


def bounds() -> tuple[float, int]:
    """How many seconds and how many bytes of memory a process may take."""
    return MOST_SECONDS, MOST_BYTES


def apart(module: str, said: bytes) -> bytes:
    """Run a module with this on its standard input; returns what it writes. Everybody else goes on meanwhile.

    The module is told its bounds and keeps to them (`facilitator/artefacts/worker.py`). Raises Failed.
    """
    seconds, memory = bounds()
    until = time.monotonic() + seconds
    if not _turns.acquire(timeout=seconds):
        raise Failed
    try:
        return _run([sys.executable, "-m", module, str(int(seconds)), str(memory)], said, until)
    finally:
        _turns.release()


def _run(command: list[str], said: bytes, until: float) -> bytes:
    ours, theirs = socket.socketpair()  # what a pipe would be, and no greenlet is stopped by it
    with ours:
        with theirs:
            os.set_blocking(theirs.fileno(), True)  # eventlet's are not
            process = subprocess.Popen(  # noqa: S603  (this interpreter, and a module of ours)
                command, stdin=theirs.fileno(), stdout=theirs.fileno(), stderr=subprocess.DEVNULL, cwd=WEB
            )
        try:
            ours.settimeout(max(0.0, until - time.monotonic()))
            ours.sendall(said)
            ours.shutdown(socket.SHUT_WR)
            answer = _all_of(ours, until)
            status: int | str = process.wait(max(0.1, until - time.monotonic()))
        except (OSError, subprocess.TimeoutExpired) as fault:
            status = type(fault).__name__
        finally:
            process.kill()
            process.wait()
    if status != 0:
        logger.warning("work apart has failed", extra={"work": command[2], "status": status})
        raise Failed
    return answer


def _all_of(line: socket.socket, until: float) -> bytes:
    chunks: list[bytes] = []
    while True:
        line.settimeout(max(0.1, until - time.monotonic()))
        if not (chunk := line.recv(CHUNK)):
            return b"".join(chunks)
        chunks.append(chunk)
        if time.monotonic() > until:
            raise TimeoutError
