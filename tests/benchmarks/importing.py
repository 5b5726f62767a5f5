"""What others feel while one person brings a large file onto a board, and while it is taken back.

    python -m tests.benchmarks.importing --notes 2000 --people 20

People sit at two boards of one process; on each, one of them moves a note over and over and waits until it has come
back. First nobody brings anything; then a file is brought onto the first board, and taken back, several times. Prints
how long a move took, quiet and meanwhile, on the board itself and on the other one.
"""

from __future__ import annotations

import argparse
import asyncio
import base64
import json
import sys
import tempfile
import time
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import requests

from facilitator import access, create_app
from facilitator.config import Settings
from facilitator.extensions import db
from facilitator.models import Workshop
from facilitator.planning import programmes
from tests.benchmarks.servers import Product, migrated
from tests.faults.wires import WebSocketWire
from tests.makers import make_user

BETWEEN = 0.02  # seconds from one move to the next
QUIET_SECONDS, PAUSE = 10.0, 1.0


@dataclass
class Board:
    """One board, somebody who moves a note there, and others who look. took: (when, how long) of each move."""

    server: Product
    told: dict[str, Any]
    tokens: Sequence[str]
    took: list[tuple[float, float]] = field(default_factory=list)
    wires: list[WebSocketWire] = field(default_factory=list)
    reading: list[asyncio.Task[None]] = field(default_factory=list)

    async def come(self) -> None:
        """One after the other."""
        for token in self.tokens:
            wire = WebSocketWire(self.server.port)
            await wire.open()
            auth = {"token": token, "document": self.told["id"], "protocol": 1, "epoch": None, "since": None}
            await wire.say("40/live," + json.dumps(auth))
            self.wires.append(wire)
        self.reading = [asyncio.ensure_future(_read(wire)) for wire in self.wires[1:]]

    async def move(self) -> None:
        """For ever: a note is moved, and the next one when that has come back."""
        adds = {"kind": self.told["kind"], "text": "Lappu"}
        await self._do("note.add", **adds)
        while True:
            began = time.monotonic()
            await self._do("note.move")
            self.took.append((began, time.monotonic() - began))
            await asyncio.sleep(BETWEEN)

    def leave(self) -> None:
        """All at once."""
        for task in self.reading:
            task.cancel()
        for wire in self.wires:
            wire.close()

    async def _do(self, type_: str, **more: Any) -> None:
        op = {
            "id": str(uuid.uuid4()),
            "type": type_,
            "note": "note:mine",
            "zone": self.told["zones"][len(self.took) % 2],
        }
        await self.wires[0].say("42/live," + json.dumps(["ops", [{**op, "order": "a1", **more}]]))
        while op["id"] not in await self.wires[0].hear():
            pass


async def _read(wire: WebSocketWire) -> None:
    while True:
        await wire.hear()


@dataclass
class Bringing:
    """Whoever leads, with a table of so many rows. spans: when something was brought or taken back."""

    server: Product
    board: str
    token: str
    notes: int
    spans: dict[str, list[tuple[float, float]]] = field(default_factory=lambda: {"bring": [], "take back": []})

    def once(self) -> None:
        """Bring it, then take it back. AssertionError if not all of it came and went."""
        act, rows = (
            str(uuid.uuid4()),
            "".join(f"Sama tieto kysytään kolmessa lomakkeessa ({n})\n" for n in range(self.notes)),
        )
        sent = {"name": "laput.csv", "content": base64.b64encode(f"Teksti\n{rows}".encode()).decode(), "act": act}
        assert self._ask("bring", "post", "", json=sent)["taken"] == self.notes
        time.sleep(PAUSE)
        assert self._ask("take back", "delete", f"/{act}")["removed"] == self.notes
        time.sleep(PAUSE)

    def _ask(self, what: str, verb: str, rest: str, **body: Any) -> Any:
        address = f"http://127.0.0.1:{self.server.port}/api/v1/boards/{self.board}/bring{rest}"
        began = time.monotonic()
        answer = requests.request(verb, address, headers={"Authorization": f"Bearer {self.token}"}, timeout=120, **body)
        self.spans[what].append((began, time.monotonic()))
        answer.raise_for_status()
        return answer.json()


async def sit(server: Product, token: str, notes: int, people: int, rounds: int) -> None:
    """Quiet, then brought and taken back."""
    told = json.loads(Path(server.setting).read_text("utf-8"))
    boards = [
        Board(server, one, told["tokens"][people * at : people * (at + 1)]) for at, one in enumerate(told["boards"])
    ]
    for board in boards:
        await board.come()
    moving = [asyncio.ensure_future(board.move()) for board in boards]
    bringing = Bringing(server, boards[0].told["id"], token, notes)
    await asyncio.sleep(PAUSE)
    quiet = (time.monotonic(), time.monotonic() + QUIET_SECONDS)
    await asyncio.sleep(QUIET_SECONDS)
    for _ in range(rounds):
        await asyncio.to_thread(bringing.once)
    assert not any(task.done() for task in moving), "somebody has lost the line"
    for name, spans in (("quiet", [quiet]), *bringing.spans.items()):
        seconds = sum(end - begin for begin, end in spans) / len(spans)
        shown = " | ".join(_figures(board, spans) for board in boards)
        print(f"{name}, {seconds:.2f} s each: {shown}", flush=True)
    for task, board in zip(moving, boards, strict=True):
        task.cancel()
        board.leave()


def _figures(board: Board, spans: Sequence[tuple[float, float]]) -> str:
    """Of the moves that overlap with these spans: p50 / p95 / longest, ms."""
    found = sorted(
        1000 * took for began, took in board.took if any(began < end and began + took > begin for begin, end in spans)
    )
    return " / ".join(f"{found[min(len(found) - 1, int(share * len(found)))]:.1f}" for share in (0.5, 0.95, 1.0))


def leading(server: Product) -> str:
    """A token of somebody who leads the workshop."""
    settings = Settings.read({}, instance=str(server.database.parent))
    app = create_app({"TESTING": True}, settings)
    with app.app_context():
        workshop = db.session.scalars(db.select(Workshop)).one()
        aino = make_user("Aino")
        programmes.add_member(workshop.project.programme, aino.email)
        token = access.issue("api", aino.id)
        app.extensions["live"].rooms.close()
        db.session.remove()
        db.engine.dispose()
    return token


def main(words: list[str]) -> int:
    """Prints a line for quiet, for bringing and for taking back: the board itself | the other one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, default in (("--notes", 2_000), ("--people", 20), ("--rounds", 5)):
        parser.add_argument(name, type=int, default=default)
    asked = parser.parse_args(words)
    with tempfile.TemporaryDirectory(prefix="facilitator-importing-") as name:
        for folder in ("migrated", "product"):
            (Path(name) / folder).mkdir()
        server = Product(Path(name) / "product", migrated(Path(name) / "migrated"), 2 * asked.people, boards=2)
        token = leading(server)
        with server:
            asyncio.run(sit(server, token, asked.notes, asked.people, asked.rounds))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
