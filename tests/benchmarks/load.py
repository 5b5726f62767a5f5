"""Runs the load generator, on a core of its own."""

from __future__ import annotations

import json
import subprocess
from typing import Any, Protocol

from tests.benchmarks.servers import HERE, LOAD_CORE, pinned
from tests.server import ROOT

Result = dict[str, Any]
LIMIT_SECONDS = 120


class Target(Protocol):
    """What load can be put on."""

    protocol: str
    port: int
    pid: int
    setting: Any


def start_load(target: Target, **options: Any) -> subprocess.Popen[str]:
    """Begin. options: as load/options.mjs lists them."""
    given = {"protocol": target.protocol, "port": target.port, "pid": target.pid, "setting": target.setting, **options}
    words = [f"--{name}={value}" for name, value in given.items() if value is not None]
    command = pinned(LOAD_CORE, ["node", str(HERE / "load" / "main.mjs"), *words])
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def put_load(target: Target, **options: Any) -> Result:
    """One load from beginning to end, and what came of it."""
    return finish(start_load(target, **options))


def finish(running: subprocess.Popen[str]) -> Result:
    """Wait for the end. Raises CalledProcessError if there was no result."""
    try:
        told, _ = running.communicate(timeout=LIMIT_SECONDS)
    finally:
        running.kill()
    if running.returncode:
        raise subprocess.CalledProcessError(running.returncode, running.args)
    result: Result = json.loads(told.splitlines()[-1])
    return result


def wait_for_measuring(running: subprocess.Popen[str]) -> None:
    """Until everybody has come and the warm-up is over; or until it ended without."""
    assert running.stdout
    running.stdout.readline()
