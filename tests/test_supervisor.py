"""Processes that die are started again, and the quicker they die the later."""

from __future__ import annotations

import signal
import subprocess
import sys
import time

import pytest

from facilitator import supervisor
from facilitator.supervisor import Worker

PROGRAM = """
import os, sys
from facilitator.supervisor import supervise
sys.exit(supervise({command!r}, os.environ, (1, 2), print))
"""


def test_who_dies_at_once_rests_longer_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    clock, said = [0.0], []
    monkeypatch.setattr(supervisor.time, "monotonic", lambda: clock[0])
    worker = Worker([sys.executable, "-c", "raise SystemExit(3)"], {}, 5000, said.append)
    for _ in range(3):
        worker.look()
        worker._process.wait()
        worker.look()
        clock[0] += supervisor.LONGEST_PAUSE

    assert said == [f"port 5000: ended with 3, again in {pause} s" for pause in (1, 2, 4)]


def test_who_has_lived_for_a_while_is_started_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    clock, said = [0.0], []
    monkeypatch.setattr(supervisor.time, "monotonic", lambda: clock[0])
    worker = Worker([sys.executable, "-c", ""], {}, 5000, said.append)
    worker.look()
    worker._process.wait()
    clock[0] = supervisor.SETTLED_SECONDS + 1
    worker.look()

    assert said == ["port 5000: ended with 0, again in 0.5 s"]


@pytest.mark.parametrize(("ends_with", "status"), [("exit 0", 0), ("exit 4", 4)])
def test_sigterm_is_passed_on_and_the_worst_end_is_told(ends_with: str, status: int) -> None:
    command = ["sh", "-c", f"trap '{ends_with}' TERM; echo up; while :; do sleep 0.05; done"]
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM.format(command=command)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout
    assert [process.stdout.readline() for _ in range(2)] == ["up\n", "up\n"]
    time.sleep(0.1)
    process.send_signal(signal.SIGTERM)

    process.communicate(timeout=30)
    assert process.returncode == status
