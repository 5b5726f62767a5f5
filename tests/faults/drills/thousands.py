"""F16: ten thousand notes on a board. Many come, all of it is taken along as files, and nobody waits for that."""

from __future__ import annotations

import time

from tests.faults.client import Client
from tests.faults.drill import Drill
from tests.faults.evidence import Evidence
from tests.faults.filled import fill
from tests.faults.history import of

NOTES = 10_000
FORMATS = ("html", "csv", "markdown", "json")
USABLE_SECONDS, WRITTEN_SECONDS = 3.0, 60.0
APART_SECONDS = 0.2  # from one who comes to the next


def play(drill: Drill) -> Evidence:
    """The server has not opened the board yet when the first of them comes."""
    fill(drill, NOTES)
    came: dict[str, float] = {}
    for number in range(drill.size.clients + 1):
        client = _come(drill, number)
        came[client.who.name] = drill.history.now()
        drill.wait(APART_SECONDS)
    drill.until(lambda: all(client.is_up for client in drill.clients), 30, "not everybody came in")
    drill.unsettled += _late(drill, came)
    drill.start_acting()
    artefact = drill.freeze(WRITTEN_SECONDS)
    for name in FORMATS:
        began = time.monotonic()
        answer = drill.call(0, "GET", f"/artefacts/{artefact}/{name}", seconds=WRITTEN_SECONDS)
        if answer.status != 200:
            drill.unsettled.append(f"{name} was answered {answer.status} after {time.monotonic() - began:.0f} s")
    drill.settle()
    held = float((drill.server.instance / "held").read_text())
    return drill.evidence(figures={"held": (0.0, held)})


def _come(drill: Drill, number: int) -> Client:
    return drill.come(number, "polling" if number % 3 == 1 else "websocket")


def _late(drill: Drill, came: dict[str, float]) -> list[str]:
    """Who could not use the board in time."""
    up: dict[str, float] = {}
    for record in of(drill.history.records, "line"):
        if record["is_up"]:
            up.setdefault(record["client"], record["t"])
    return [
        f"{name} waited {up[name] - at:.1f} s for the board"
        for name, at in came.items()
        if name in up and up[name] - at > USABLE_SECONDS
    ]
