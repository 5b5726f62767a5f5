"""A PostgreSQL of the tests' own: made in a temporary folder, listening on a loopback port, thrown away."""

from __future__ import annotations

import itertools
import os
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

import psycopg

from tests.server import free_port

START_SECONDS = 30
ALL_VERSIONS = "/usr/lib/postgresql/*/bin"
SYSTEM_USER = "postgres"  # Debian's; a PostgreSQL server refuses to be root's
THROWN_AWAY = (
    "fsync=off",
    "full_page_writes=off",
    "max_connections=200",
    "shared_buffers=32MB",
    "jit=off",
    "synchronous_commit=off",
)


class Cluster:
    """One server with its databases. Sorts as Finnish does: nothing of ours may rest on how a database sorts."""

    def __init__(self, **settings: str) -> None:
        """settings: of the server, above those that make throwing away quick."""
        self.port = free_port()
        self._home = Path(tempfile.mkdtemp(prefix="facilitator-postgresql-"))
        self._data = self._home / "data"
        self._as = {"user": SYSTEM_USER, "group": SYSTEM_USER, "extra_groups": []} if os.geteuid() == 0 else {}
        self._settings = [*THROWN_AWAY, *(f"{name}={value}" for name, value in settings.items())]
        self._numbers = itertools.count(1)
        self._process: subprocess.Popen[bytes] | None = None
        if self._as:
            shutil.chown(self._home, SYSTEM_USER, SYSTEM_USER)
        locale = ("--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=fi")
        initdb = [_program("initdb"), "-D", self._data, "-U", "facilitator", "-A", "trust", "-E", "UTF8", *locale]
        done = subprocess.run([*initdb, "--no-sync"], cwd=self._home, capture_output=True, text=True, **self._as)
        assert done.returncode == 0, done.stdout + done.stderr

    def start(self) -> Cluster:
        """Returns once it answers."""
        assert self._process is None, "already running"
        options = (f"port={self.port}", "listen_addresses=127.0.0.1", "unix_socket_directories=", *self._settings)
        command = [_program("postgres"), "-D", self._data, *(word for each in options for word in ("-c", each))]
        with (self._home / "log").open("ab") as log:
            self._process = subprocess.Popen(command, cwd=self._home, stdout=log, stderr=log, **self._as)
        deadline = time.monotonic() + START_SECONDS
        while True:
            assert self._process.poll() is None, self.read_log()
            try:
                self.run("SELECT 1")
                return self
            except psycopg.OperationalError:
                assert time.monotonic() < deadline, self.read_log()
                time.sleep(0.05)

    def stop(self, by: signal.Signals = signal.SIGINT) -> None:
        """SIGINT: its connections are ended first. SIGQUIT: as in a crash."""
        assert self._process, "not running"
        process, self._process = self._process, None
        process.send_signal(by)
        process.wait(START_SECONDS)

    def close(self) -> None:
        """Stop, if it runs, and leave nothing."""
        if self._process:
            self.stop(signal.SIGQUIT)
        shutil.rmtree(self._home)

    def create(self, template: str = "template1") -> str:
        """A new database, a copy of another one; returns its name."""
        name = f"t{os.getpid()}_{next(self._numbers)}"
        self.run(f"CREATE DATABASE {name} TEMPLATE {template}")
        return name

    def drop(self, name: str) -> None:
        """End a database, and whoever is still connected to it."""
        self.run(f"DROP DATABASE {name} WITH (FORCE)")

    def url(self, database: str) -> str:
        """A database's address for the setting."""
        return f"postgresql+psycopg://facilitator@127.0.0.1:{self.port}/{database}"

    def run(self, statement: str, database: str = "postgres") -> list[tuple[object, ...]]:
        """One statement, beside everything else; what it answers, if anything."""
        address = f"postgresql://facilitator@127.0.0.1:{self.port}/{database}"
        with psycopg.connect(address, autocommit=True, connect_timeout=5) as connection:
            answer = connection.execute(statement.encode())
            return answer.fetchall() if answer.description else []

    def read_log(self) -> str:
        """All that every start of this cluster has said."""
        return (self._home / "log").read_text("utf-8", errors="replace")


def _program(name: str) -> Path:
    """The newest of this machine's; Debian keeps them out of the path."""
    found = [each / name for each in Path("/").glob(ALL_VERSIONS[1:]) if (each / name).exists()]
    if found:
        return max(found, key=lambda path: int(path.parts[-3]))
    return Path(shutil.which(name) or name)
