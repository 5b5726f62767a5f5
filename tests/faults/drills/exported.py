"""F20: whoever writes a file is killed, hangs, takes too much memory. It is said so, and asking again is right."""

from __future__ import annotations

import contextlib
import os
import signal
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.faults.drill import Drill, vital_signs
from tests.faults.evidence import Evidence
from tests.faults.filled import fill
from tests.faults.http import Answer, call
from tests.faults.neighbours import Neighbours

NOTES = 1_500
FORMATS = ("html", "csv", "markdown", "json")
FOUND_SECONDS, ANSWERED_SECONDS = 10.0, 30.0
BRIEF_SECONDS = 3.0  # a little more than the launcher's part allows


def play(drill: Drill) -> Evidence:
    """The others on the board, and those beside it, work on."""
    fill(drill, NOTES)
    artefact = drill.freeze()
    drill.come_all(max(4, drill.size.clients // 5))
    flags = {name: drill.server.instance / name for name in ("brief", "narrow")}
    before, left = vital_signs(drill.server), _left_over()
    drill.start_acting()
    with Neighbours(drill) as neighbours:
        began = neighbours.now()
        drill.wait(drill.size.acting_seconds + 1)
        quiet, began = (began, neighbours.now()), neighbours.now()
        for number in range(drill.size.rounds):
            path = f"/artefacts/{artefact}/{FORMATS[number % len(FORMATS)]}"
            _fails(drill, path, "killed", lambda worker: os.kill(worker, signal.SIGKILL))
            flags["brief"].touch()
            _fails(drill, path, "hanging", lambda worker: os.kill(worker, signal.SIGSTOP))
            flags["brief"].unlink()
            flags["narrow"].touch()
            _fails(drill, path, "out of memory", lambda _: None)
            flags["narrow"].unlink()
            if (again := drill.call(0, "GET", path)).status != 200:
                drill.unsettled.append(f"asking again was answered {again.status}")
        figures = neighbours.feel(quiet, (began, neighbours.now()))
    drill.settle()
    after = vital_signs(drill.server)
    if workers := _workers(drill):
        drill.unsettled.append(f"processes were left: {workers}")
    if more := _left_over() - left:
        drill.unsettled.append(f"files were left: {sorted(more)[:3]}")
    return drill.evidence(figures=figures | {name: (before[name], after[name]) for name in before})


def _fails(drill: Drill, path: str, how: str, harm: Callable[[int], Any]) -> None:
    """Ask for a file, do harm to whoever writes it: 503, with a code and a sentence."""
    _, token = drill.setting.aino
    asked = drill.loop.start(call(drill.server.port, token, "GET", path))
    workers: list[int] = []
    drill.until(lambda: asked.done() or workers or workers.extend(_workers(drill)), FOUND_SECONDS, "nobody writes")
    began = time.monotonic()
    for worker in workers:
        with contextlib.suppress(ProcessLookupError):
            harm(worker)
    answer: Answer = asked.result(ANSWERED_SECONDS)
    drill.history.write("aino@files", "u:aino", "answer", status=answer.status)
    if answer.status != 503 or b'"file.failed"' not in answer.body or b'"message"' not in answer.body:
        drill.unsettled.append(f"with its process {how} a file was answered {answer.status} {answer.body[:60]!r}")
    if time.monotonic() - began > BRIEF_SECONDS + FOUND_SECONDS:
        drill.unsettled.append(f"with its process {how} it took {time.monotonic() - began:.0f} s to say so")


def _workers(drill: Drill) -> list[int]:
    """The processes that the server has begun and not ended."""
    tasks = Path(f"/proc/{drill.server.pid}/task").glob("*/children")
    return [int(each) for task in tasks for each in task.read_text().split()]


def _left_over() -> set[str]:
    """What lies where temporary files do and is the server's kind: not of this harness, nor of anybody beside it."""
    folder = Path(tempfile.gettempdir())
    return {each.name for each in folder.iterdir() if each.is_file() and each.name.startswith("tmp")}
