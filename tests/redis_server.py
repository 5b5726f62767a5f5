"""A Redis of the tests' own, which they may end and start again."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time

import redis

from tests.server import free_port

START_SECONDS = 20
SYSTEM_USER = "redis"  # Debian's


class RedisServer:
    """Keeps nothing on disk."""

    def __init__(self) -> None:
        self.port = free_port()
        self.url = f"redis://127.0.0.1:{self.port}/0"
        self._as = {"user": SYSTEM_USER, "group": SYSTEM_USER, "extra_groups": []} if os.geteuid() == 0 else {}
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> RedisServer:
        """Returns once it answers."""
        assert self._process is None, "already running"
        options = ("--port", str(self.port), "--bind", "127.0.0.1", "--save", "", "--dir", tempfile.gettempdir())
        self._process = subprocess.Popen(["redis-server", *options], stdout=subprocess.DEVNULL, **self._as)
        deadline = time.monotonic() + START_SECONDS
        while True:
            try:
                with self.client() as client:
                    client.ping()
                return self
            except redis.ConnectionError:
                assert self._process.poll() is None, "Redis has ended"
                assert time.monotonic() < deadline, "Redis does not answer"
                time.sleep(0.05)

    def client(self) -> redis.Redis:
        """A connection for the test itself."""
        return redis.Redis.from_url(self.url)

    def stop(self) -> None:
        """At once: what was said and not heard is lost."""
        assert self._process, "not running"
        process, self._process = self._process, None
        process.kill()
        process.wait(START_SECONDS)

    def close(self) -> None:
        """Stop, if it runs."""
        if self._process:
            self.stop()
