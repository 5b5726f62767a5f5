"""Frames by the hundred thousand, in one process: what a connection says is read, checked and decided, not stored.

    python -m tests.hostile.fuzz --frames 1000000 --seed 1

It goes by the server's own way: framing, the guard, Socket.IO, the handlers, the schemas, the engine. Nothing may come
out of it but answers to the sender, no exception, and at most one line of log for each frame, without what was in it.
"""

from __future__ import annotations

import argparse
import logging
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from random import Random
from types import SimpleNamespace
from typing import Any

from flask import Flask

from facilitator import create_app
from facilitator.config import Settings
from facilitator.engine import Actor
from facilitator.extensions import db, socketio
from facilitator.hub.framing import FramingError, Inbox
from facilitator.live import rooms
from facilitator.live.batch import Bundle, decide_all
from facilitator.live.frames import LIVE
from facilitator.live.seats import Seat
from facilitator.live.wishes import Wish
from facilitator.models.base import now
from tests.hostile.made import CANARY, Maker
from tests.live.setting import Setting, make_setting, note

AFRESH = 2_000  # frames after which the board is as it was
FRAMED = 0.1  # share that is tried on the WebSocket's framing
ROLES = ("facilitator", "participant", "observer")
MOST_TOLD = 20
LONGEST_MESSAGE = 131_072


class Lines(logging.Handler):
    """What the log would have."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.getMessage()} {record.__dict__.get('fault', '')}")
        if record.exc_info:
            self.lines.append("Traceback")


class Sink:
    """A connection as engine.io knows it, and a wire: what the sender is told."""

    def __init__(self) -> None:
        self.told: Counter[str] = Counter()
        self.closed = False
        self.waiting = 0

    def send(self, packet: Any) -> None:
        self.told["packet"] += 1

    def push(self, frame: bytes, is_droppable: bool = False) -> bool:
        self.told["frame"] += 1
        return True

    def replace(self, frame: bytes) -> None:
        self.told["frame"] += 1

    def close(self, **_how: Any) -> None:
        self.closed = True


class Draft:
    """The sender's room: it decides and stores nothing."""

    def __init__(self, room: Any) -> None:
        self._room, self.document = room, room.document
        self.presence, self.epoch, self.outcomes = SimpleNamespace(moved=lambda *_: None), room.epoch, Counter[str]()
        self.begin_afresh()

    def begin_afresh(self) -> None:
        """The board is as it was."""
        self._draft = self._room.state.copy()

    def put(self, actor: Actor, wishes: Sequence[Wish], reply: Any) -> None:
        answers = decide_all(self._draft, [Bundle(actor, wishes, reply)], {actor.id: actor}, {}, now()).answers[0]
        self.outcomes.update(getattr(each, "code", "accepted") for each in answers)
        reply([each for each in answers if hasattr(each, "code")])

    def unseat(self, seat: Seat) -> None:
        """Nobody else is there to be told."""

    def send_since(self, seat: Seat, epoch: str | None, since: int) -> None:
        seat.send(self._room.frame_of(self._room.missing(epoch, since), seat))

    def reset(self, why: str) -> Any:
        return self._room.reset(why)


class Fuzz:
    """Everything by one seed."""

    def __init__(self, app: Flask, setting: Setting, seed: int) -> None:
        self._live, self._server = app.extensions["live"], vars(socketio)["server"]
        self._setting = setting
        self._workings = self._live.workings
        self._workings.sleep = self._workings.start = lambda *_: None
        self._workings.hang_up = self._hung_up
        self._connections = 0
        self.draft = Draft(rooms.room_of(setting.board))
        self._random = Random(f"{seed}:frames")
        self._maker = Maker(self._random, sorted(rooms.state(setting.board).items))
        self.found: list[str] = []
        self.ended, self.logged = 0, Counter[str]()
        self._lines = Lines()

    def run(self, frames: int) -> None:
        """So many, one after the other."""
        logging.getLogger().addHandler(self._lines)
        try:
            self._connect()
            for number in range(frames):
                if number % AFRESH == 0:
                    self.draft.begin_afresh()
                self._one(number)
        finally:
            logging.getLogger().removeHandler(self._lines)

    def _one(self, number: int) -> None:
        self._lines.lines.clear()
        try:
            if self._random.random() < FRAMED:
                self._framed(self._maker.frame())
            else:
                self._server.eio._trigger_event("message", self._connection, self._maker.packet(), run_async=False)
        except Exception as fault:
            self._complain(number, f"{type(fault).__name__}: {fault}"[:200])
        lines = self._lines.lines
        self.logged[lines[0] if lines else "nothing"] += 1
        if len(lines) > 1 or any(line.startswith(("ERROR", "CRITICAL", "Traceback")) for line in lines):
            self._complain(number, " / ".join(lines)[:300])
        if any(CANARY in line for line in lines):
            self._complain(number, "the log has what was sent")
        if self._server.manager.sid_from_eio_sid(self._connection, LIVE) is None:
            self._connect()

    def _framed(self, data: bytes) -> None:
        inbox = Inbox(LONGEST_MESSAGE)
        try:
            inbox.feed(data)
            while (message := inbox.take()) is not None:
                message[1].decode("utf-8")
        except (FramingError, UnicodeDecodeError):
            self.ended += 1

    def _complain(self, number: int, what: str) -> None:
        self.found.append(f"frame {number}: {what}")

    def _connect(self) -> None:
        """A connection with a seat, as `connect` would leave it."""
        self._connections += 1
        self._connection = f"connection {self._connections}"
        sink = self._server.eio.sockets[self._connection] = Sink()
        self._server.environ[self._connection] = {}
        sid = self._server.manager.connect(self._connection, LIVE)
        person = self._setting.bjorn
        seat = Seat(self._workings, self.draft, sid, Actor(person, self._random.choice(ROLES), "Porvoo"), "", {}, "fi")
        seat.wire = sink
        self._live.handlers._seats[sid] = seat

    def _hung_up(self, connection: str) -> None:
        """As the server ends it: everything of it is forgotten."""
        self.ended += 1
        if self._server.eio.sockets.pop(connection, None):
            self._server.eio.handlers["disconnect"](connection, "server disconnect")


def furnish(folder: Path) -> Flask:
    """An application with a board; its context is the caller's to push."""
    settings = Settings.read({"FACILITATOR_LIMITS": "off"}, instance=str(folder))
    return create_app({"TESTING": True}, settings)


def board_with_notes() -> Setting:
    """A board and a few notes on it."""
    db.create_all()
    setting = make_setting()
    rooms.submit(setting.board, [note(f"Lappu {number}") for number in range(12)], Actor(setting.bjorn, "participant"))
    return setting


def main(words: list[str]) -> int:
    """Send them all, and tell what came of it; 1 if anything went wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--frames", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args(words)
    with tempfile.TemporaryDirectory() as folder:
        app = furnish(Path(folder))
        with app.app_context():
            fuzz = Fuzz(app, board_with_notes(), asked.seed)
            began = time.monotonic()
            fuzz.run(asked.frames)
            db.session.remove()
            db.engine.dispose()
    print(f"{asked.frames} frames by seed {asked.seed} in {time.monotonic() - began:.0f} s; faults: {len(fuzz.found)}")
    print(f"connections ended: {fuzz.ended}; decided: {sum(fuzz.draft.outcomes.values())}")
    for what, count in fuzz.draft.outcomes.most_common(8):
        print(f"    {count:>9} {what}")
    print(f"log lines: {sum(fuzz.logged.values()) - fuzz.logged['nothing']}")
    for line, count in fuzz.logged.most_common(8):
        print(f"    {count:>9} {line}")
    for each in fuzz.found[:MOST_TOLD]:
        print(each)
    return 1 if fuzz.found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
