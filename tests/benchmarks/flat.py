"""Whether memory stays as it is while people sit at a board for an hour (G10).

    python -m tests.benchmarks.flat --minutes 60 --people 200

They are there and read; a few of them move notes, slowly. Prints the server's memory for each of them every minute, and
ends with 1 where the last is more than a tenth above the first.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import sys
import tempfile
import time
import uuid
from pathlib import Path
from random import Random
from typing import Any

from tests.benchmarks.servers import Product, migrated
from tests.faults.wires import WebSocketWire

NOTES, PER_SECOND = 50, 2.0
SETTLED_SECONDS = 30.0  # after everybody has come, and after everybody has left
MOST_GROWTH = 1.1
KIB = 1024


class People:
    """All at one board, over connections that hide nothing."""

    def __init__(self, server: Product, count: int) -> None:
        told = json.loads(Path(server.setting).read_text("utf-8"))
        self._server, self._tokens, self._board = server, told["tokens"][:count], told["boards"][0]
        self._random = Random(1)
        self._wires: list[WebSocketWire] = []
        self._reading: list[asyncio.Task[None]] = []

    async def come(self) -> None:
        """One after the other."""
        for token in self._tokens:
            wire = WebSocketWire(self._server.port)
            await wire.open()
            auth = {"token": token, "document": self._board["id"], "protocol": 1, "epoch": None, "since": None}
            await wire.say("40/live," + json.dumps(auth))
            self._wires.append(wire)
            self._reading.append(asyncio.ensure_future(_read(wire)))
        await self._say([self._operation("note.add", number) for number in range(NOTES)])

    async def work(self, seconds: float) -> None:
        """Somebody moves a note now and then. Raises OSError when somebody has lost the line."""
        ends = time.monotonic() + seconds
        while time.monotonic() < ends:
            await self._say([self._operation("note.move", self._random.randrange(NOTES))])
            await asyncio.sleep(self._random.expovariate(PER_SECOND))
        if any(task.done() for task in self._reading):
            raise OSError("somebody has lost the line")

    def leave(self) -> None:
        """All at once."""
        for task, wire in zip(self._reading, self._wires, strict=True):
            task.cancel()
            wire.close()

    async def _say(self, operations: list[dict[str, Any]]) -> None:
        await self._random.choice(self._wires).say("42/live," + json.dumps(["ops", operations]))

    def _operation(self, type_: str, number: int) -> dict[str, Any]:
        added = {"kind": self._board["kind"], "text": f"Lappu {number}"} if type_ == "note.add" else {}
        zone = self._random.choice(self._board["zones"])
        return {"id": str(uuid.uuid4()), "type": type_, "note": f"note:{number}", "zone": zone, "order": "a1", **added}


async def _read(wire: WebSocketWire) -> None:
    while True:
        await wire.hear()


def memory(pid: int) -> float:
    """Resident, in KiB."""
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / KIB


async def sit(server: Product, count: int, minutes: int) -> list[float]:
    """KiB for each participant: once everybody is there, and after every minute."""
    people = People(server, count)
    empty = memory(server.pid)
    await people.come()
    await people.work(SETTLED_SECONDS)
    found = []
    for minute in range(minutes + 1):
        found.append((memory(server.pid) - empty) / count)
        print(f"minute {minute}: {found[-1]:.1f} KiB a participant", flush=True)
        if minute < minutes:
            await people.work(60)
    people.leave()
    await asyncio.sleep(SETTLED_SECONDS)
    print(f"after all have left: {(memory(server.pid) - empty) / KIB:.1f} MiB above the beginning", flush=True)
    return found


def main(words: list[str]) -> int:
    """1 if it grew."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=int, default=60)
    parser.add_argument("--people", type=int, default=200)
    asked = parser.parse_args(words)
    with tempfile.TemporaryDirectory(prefix="facilitator-flat-") as name:
        for folder in ("migrated", "product"):
            (Path(name) / folder).mkdir()
        with Product(Path(name) / "product", migrated(Path(name) / "migrated"), asked.people) as server:
            found = asyncio.run(sit(server, asked.people, asked.minutes))
    return int(found[-1] > found[0] * MOST_GROWTH)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
