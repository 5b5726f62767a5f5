"""A real server for tests: `python wsgi.py` in a process and an instance folder of its own."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import suppress
from pathlib import Path
from random import SystemRandom
from typing import Any

from tests.ground import IS_THREADING

ROOT = Path(__file__).resolve().parent.parent
PORTS = (20_000, 32_000)
CHANCE = SystemRandom()  # not the one that property tests begin anew: two processes would take the same port
START_SECONDS = 60
STOP_SECONDS = 15
CHOSEN_OUTSIDE = ("DATABASE_URL", "SECRET_KEY", "PUBLIC_URL", "FACILITATOR_LIMITS")
COMMAND = ("-m", "flask", "--app", "wsgi", "run") if IS_THREADING else ("wsgi.py",)


def free_port() -> int:
    """A port that nobody listens on, and that the system gives to no connection that goes out meanwhile."""
    while True:
        port = CHANCE.randrange(*PORTS)
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


class Server:
    """One installation: it can be started, killed in the middle of things and started again on the same port."""

    def __init__(self, folder: Path, **settings: str) -> None:
        """folder: empty; gets the instance and the log. settings: environment variables."""
        self.folder, self.port = folder, free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.instance = folder / "instance"
        self.log = folder / "server.log"
        self.env = {name: value for name, value in os.environ.items() if name not in CHOSEN_OUTSIDE} | {
            "FACILITATOR_INSTANCE": str(self.instance),
            "HOST": "127.0.0.1",
            "PORT": str(self.port),
            "FLASK_RUN_PORT": str(self.port),
            "PYTHONUNBUFFERED": "1",
            **settings,
        }
        self.command = [sys.executable, *COMMAND]
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def is_running(self) -> bool:
        """Whether it was started, and not ended since."""
        return self._process is not None

    def use(self, instance: Path) -> None:
        """Serve another server's installation, beside it."""
        self.instance, self.env["FACILITATOR_INSTANCE"] = instance, str(instance)

    def cli(self, *words: str) -> str:
        """What `facilitator <words>` prints; AssertionError with its errors when it fails."""
        done = subprocess.run(
            [sys.executable, "-m", "facilitator.cli", *words], cwd=ROOT, env=self.env, capture_output=True, text=True
        )
        assert done.returncode == 0, f"facilitator {' '.join(words)}\n{done.stdout}\n{done.stderr}"
        return done.stdout

    def demo(self) -> dict[str, Any]:
        """The demo, made once: addresses, the facilitator's token, the join code, the boards."""
        return dict(json.loads(self.cli("demo", "--json")))

    def start(self) -> Server:
        """Returns once the server answers."""
        assert self._process is None, "already running"
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(self.command, cwd=ROOT, env=self.env, stdout=log, stderr=subprocess.STDOUT)
        self._wait(self._process)
        return self

    def kill(self) -> None:
        """kill -9: nothing is flushed, nobody is told."""
        self._end(signal.SIGKILL)

    def stop(self) -> int:
        """As a service manager stops it. Returns its exit code."""
        return self._end(signal.SIGTERM)

    @property
    def pid(self) -> int:
        """Of the running process."""
        assert self._process, "not running"
        return self._process.pid

    def read_log(self) -> str:
        """All that every start of this server has printed."""
        return self.log.read_text("utf-8", errors="replace") if self.log.exists() else ""

    def faults(self) -> list[str]:
        """The lines of the log that tell of a fault of ours."""
        if IS_THREADING:  # it is Werkzeug's server for trying things out, which complains of whoever hangs up
            return []
        ours = re.compile(r"Traceback|level=error .*logger=facilitator")
        return [line for line in self.read_log().splitlines() if ours.search(line)]

    def close(self) -> None:
        """Stop, if it runs, and hold the log against it: an exception that a client saw only as silence is there."""
        if self._process:
            self.stop()
        faults = self.faults()
        assert not faults, "\n".join(faults)

    def _end(self, by: signal.Signals) -> int:
        assert self._process, "not running"
        process, self._process = self._process, None
        process.send_signal(by)
        try:
            return process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            raise AssertionError(f"did not stop in {STOP_SECONDS} s\n{self.read_log()}") from None

    def _wait(self, process: subprocess.Popen[bytes]) -> None:
        deadline = time.monotonic() + START_SECONDS
        while True:
            assert process.poll() is None, f"server exited {process.returncode}:\n{self.read_log()}"
            try:
                urllib.request.urlopen(self.url + "/healthz", timeout=2).close()
                return
            except urllib.error.HTTPError as answer:
                answer.close()
                raise
            except OSError:
                assert time.monotonic() < deadline, f"no answer in {START_SECONDS} s\n{self.read_log()}"
                time.sleep(0.1)
