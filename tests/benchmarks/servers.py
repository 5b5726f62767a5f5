"""What is measured: the product, and bare fan-outs that store nothing. Each has a core for itself, the load another."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import time
from pathlib import Path
from types import TracebackType

from tests.benchmarks.setting import Tied, make_setting
from tests.server import ROOT, Server, free_port

HERE = Path(__file__).resolve().parent
REFERENCE = HERE / "reference"
START_SECONDS = 10
STOP_SECONDS = 10
CORES = sorted(os.sched_getaffinity(0))
SERVER_CORE, LOAD_CORE = CORES[0], CORES[-1]


def pinned(core: int, command: list[str]) -> list[str]:
    """The command, kept on one core."""
    return ["taskset", "-c", str(core), *command]


class Product:
    """One installation with a workshop, its boards and its people, in a folder of its own."""

    protocol = "facilitator"

    def __init__(
        self,
        folder: Path,
        empty_database: Path,
        people: int,
        boards: int = 1,
        notes: int = 0,
        authors: str = "names",
        tied: Tied | None = None,
        **env: str,
    ) -> None:
        """empty_database: as `facilitator migrate` leaves it. notes: on the last board. env: for the server alone."""
        self._server = Server(folder, FACILITATOR_LIMITS="off", **env)
        self._server.command = pinned(SERVER_CORE, self._server.command)
        self._server.instance.mkdir(parents=True)
        shutil.copy(empty_database, self._server.instance)
        self.setting = make_setting(self._server.instance, people, boards, notes, authors, tied=tied)
        self.database = self._server.instance / empty_database.name
        self.port = self._server.port
        self.pid = 0

    def __enter__(self) -> Product:
        self.pid = self._server.start().pid
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._server.close()

    def end(self) -> tuple[float, int]:
        """SIGTERM, as a service manager sends it. Returns how many seconds the process took, and its exit code."""
        began = time.monotonic()
        code = self._server.stop()
        return time.monotonic() - began, code


class Bare:
    """A fan-out in C or on Node. tick: it sends every so many milliseconds, or at once."""

    protocol, setting = "bare", None

    def __init__(self, program: list[str], tick: int) -> None:
        self.port, self.pid = free_port(), 0
        self._command = pinned(SERVER_CORE, [*program, str(self.port), str(tick)])

    def __enter__(self) -> Bare:
        self._process = subprocess.Popen(self._command, cwd=ROOT)
        self.pid = self._process.pid
        deadline = time.monotonic() + START_SECONDS
        while True:
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
                return self
            except OSError:
                assert self._process.poll() is None, f"{self._command} ended"
                assert time.monotonic() < deadline, f"{self._command} does not listen"
                time.sleep(0.05)

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._process.send_signal(signal.SIGTERM)
        self._process.wait(STOP_SECONDS)


def compiled(folder: Path) -> tuple[Path, Path]:
    """The programs in C: the fan-out, and the disk that stalls."""
    fan, disk = folder / "fan", folder / "slow_disk.so"
    subprocess.run(["gcc", "-O2", "-o", str(fan), str(REFERENCE / "fan.c")], check=True)
    subprocess.run(
        ["gcc", "-O2", "-shared", "-fPIC", "-o", str(disk), str(REFERENCE / "slow_disk.c"), "-ldl"], check=True
    )
    return fan, disk


def migrated(folder: Path) -> Path:
    """An empty database of the product's."""
    server = Server(folder)
    server.cli("migrate")
    return server.instance / "facilitator.db"
