"""Processes that die are started again, and the quicker they die the later."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest

from facilitator import supervisor
from facilitator.supervisor import Turns, Worker
from tests.server import free_port

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


SERVER = """
import os, signal, socket, sys
signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
listener = socket.create_server(("127.0.0.1", int(os.environ["PORT"])))
os.write(1, f"up {os.environ['PORT']}\\n".encode())  # whole, beside others who write
while True:
    listener.accept()[0].close()
"""
TURNS = """
import os, sys
from facilitator.supervisor import supervise
say = lambda line: os.write(1, (line + chr(10)).encode())
sys.exit(supervise([sys.executable, "-c", {program!r}], os.environ, {ports}, say))
"""


def test_sighup_starts_them_anew_in_turn_and_no_two_are_away_at_once() -> None:
    ports = (free_port(), free_port())
    process = subprocess.Popen(
        [sys.executable, "-c", TURNS.format(program=SERVER, ports=ports)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout
    first = {process.stdout.readline() for _ in ports}
    process.send_signal(signal.SIGHUP)
    said = [process.stdout.readline().strip() for _ in range(4)]
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=30)

    one, other = ports
    assert first == {f"up {one}\n", f"up {other}\n"}
    assert said == [
        f"port {one}: ended with 0, started anew",
        f"up {one}",
        f"port {other}: ended with 0, started anew",
        f"up {other}",
    ]
    assert process.returncode == 0


def test_a_new_one_that_does_not_come_up_leaves_the_others_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervisor, "UP_SECONDS", 0.0)
    said: list[str] = []
    one, other = (Worker(["sleep", "60"], os.environ, free_port(), said.append) for _ in range(2))
    turns = Turns([one, other], said.append)
    for worker in (one, other):
        worker.look()

    turns.begin()
    turns.look()
    turns.look()

    assert said == ["does not come up again: the others stay as they are"]
    other.ask_to_end()
    assert [worker.end(time.monotonic() + 10) for worker in (one, other)] == [-signal.SIGTERM] * 2
