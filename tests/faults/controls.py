"""The negative controls: five parts, each broken on purpose, and the small scene in which a checker must find it out.

Played on a sound server the same scenes leave nothing to complain of.
"""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
import sys
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tests.faults.checkers import CHECKERS
from tests.faults.copy import digest
from tests.faults.drill import GATE, Drill
from tests.faults.drills.mid_step import lead
from tests.faults.evidence import Canary, Evidence, Heard, replay_in_python
from tests.faults.line import Trouble
from tests.faults.template import Template
from tests.faults.wishes import UNPLACED, new_note, op
from tests.server import Server

ON_THE_WAY_SECONDS = 0.5  # a message that is lost must have come to where it is lost
HEAD_SECONDS = 7.0  # two more than from one heartbeat to the next
SYNCS = 10


@dataclass(frozen=True)
class Control:
    """promise: whose checker must complain. is_quick: played on every change."""

    letter: str
    what: str
    promise: str
    scene: Callable[[Drill], Evidence]
    is_quick: bool


def acknowledged_then_killed(drill: Drill) -> Evidence:
    """Whatever was acknowledged when the server dies must be on the disk."""
    client = drill.come(1)
    drill.until(lambda: client.is_up, 20, "nobody came in")
    for number in range(5):
        drill.act(client, new_note(client.random, f"Vahvistettu {number}"))
    drill.until(lambda: not client.pending, 10, "nothing was acknowledged")
    drill.server.kill()
    return _evidence(drill)


def sent_twice(drill: Drill) -> Evidence:
    """The same operation again is the same event."""
    client = drill.come(1)
    drill.until(lambda: client.is_up, 20, "nobody came in")
    note = drill.act(client, new_note(client.random, "Siirrettävä"))
    move = drill.act(client, op(client.random, "note.move", note=note["note"], zone=UNPLACED, order="b11"))
    drill.until(lambda: not client.pending, 10, "nothing was acknowledged")
    drill.loop.run(client.say_raw("42/live," + json.dumps(["ops", [move]])))
    drill.wait(0.5)
    return _evidence(drill)


def written_in_silence(drill: Drill) -> Evidence:
    """One writes in silence, another listens."""
    aino, bjorn, dagny = drill.come(0), drill.come(1), drill.come(2, "polling")
    drill.until(lambda: aino.is_up and bjorn.is_up and dagny.is_up, 20, "nobody came in")
    lead(drill, aino, op(aino.random, "mode.set", mode="silent"))
    drill.act(bjorn, new_note(bjorn.random, "KANARIALINTU-hiljaa"))
    drill.until(lambda: not bjorn.pending, 10, "nothing was acknowledged")
    drill.until(lambda: dagny.copy.seq == drill.head(), 5, "the number did not reach the others")
    drill.canaries.append(Canary("KANARIALINTU-hiljaa", bjorn.who.person))
    found = _evidence(drill)
    lead(drill, aino, op(aino.random, "mode.set", mode="open"))
    return found


def tail_lost(drill: Drill) -> Evidence:
    """The last event is lost on its way to one, and nothing follows it (0.5)."""
    bjorn, dagny = drill.come(1), drill.come(2)
    drill.until(lambda: bjorn.is_up and dagny.is_up, 20, "nobody came in")
    dagny.line.trouble = Trouble(lost=1.0)
    drill.act(bjorn, new_note(bjorn.random, "Viimeinen"))
    drill.until(lambda: not bjorn.pending, 10, "nothing was acknowledged")
    drill.wait(ON_THE_WAY_SECONDS)
    dagny.line.heal()
    drill.until(lambda: dagny.copy.seq == drill.head(), HEAD_SECONDS, "the gap at the end was not closed")
    return _evidence(drill)


def synced_before_the_answer(drill: Drill) -> Evidence:
    """F10: the log of the database is forced to the disk before each answer; the server runs under strace."""
    client = drill.come(1)
    drill.until(lambda: client.is_up, 30, "nobody came in")
    before = _syncs(drill)
    for number in range(SYNCS):
        drill.act(client, new_note(client.random, f"Levylle {number}"))
        drill.until(lambda: not client.pending, 10, "nothing was acknowledged")
        made = _syncs(drill) - before
        if made <= number:
            drill.unsettled.append(f"{number + 1} operations were answered after {made} forced writes")
    return _evidence(drill)


CONTROLS: Mapping[str, Control] = {
    "sync_off": Control("a", "`synchronous=OFF`", "I6", synced_before_the_answer, is_quick=False),
    "ack_first": Control("b", "acknowledged before it is stored", "I1", acknowledged_then_killed, is_quick=True),
    "index_dropped": Control("c", "the unique index is gone", "I1", sent_twice, is_quick=True),
    "view_open": Control("d", "whom an event is for is not asked", "I9", written_in_silence, is_quick=True),
    "heart_stopped": Control("e", "no `head`", "I5", tail_lost, is_quick=False),
}


def complaints(name: str, template: Template, folder: Path, is_sound: bool = False) -> list[str]:
    """Play a control's scene on the broken server, or on a sound one; what its checker says."""
    server = template.server(folder / "server")
    part = "sound" if is_sound or name == "index_dropped" else name
    server.command = [sys.executable, "-m", "tests.faults.launcher", part]
    if name == "index_dropped" and not is_sound:
        drop_index(server.instance / "facilitator.db")
    if name == "sync_off":
        strace = shutil.which("strace")
        assert strace, "strace is needed"
        trace = ["-D", "-f", "-qq", "-y", "-e", "trace=fdatasync,fsync", "-o", str(folder / "syncs")]
        server.command = [strace, *trace, *server.command]
    try:
        server.start()
        with Drill(1, GATE, server, template.setting, 0, folder / "drill", _no_page) as drill:
            found = CONTROLS[name].scene(drill)
        return CHECKERS[CONTROLS[name].promise](found)
    finally:
        if server.is_running:
            server.kill()


def drop_index(database: Path) -> None:
    """Lay the log's table anew without the constraint that an operation is there once."""
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        query = "SELECT sql FROM sqlite_master WHERE name = 'log_events'"
        sql = connection.execute(query).fetchone()[0]
        loose = re.sub(r",\s*CONSTRAINT\s+\S+\s+UNIQUE\s*\([^)]*\)", "", sql)
        assert loose != sql, sql
        connection.execute("ALTER TABLE log_events RENAME TO log_events_before")
        connection.execute(loose)
        connection.execute("INSERT INTO log_events SELECT * FROM log_events_before")
        connection.execute("DROP TABLE log_events_before")


def _evidence(drill: Drill) -> Evidence:
    """What a scene leaves, read without asking the server."""
    log = drill.log()
    digests = {client.who.name: digest(client.copy.items) for client in drill.clients}
    return Evidence(
        document=drill.board,
        records=list(drill.history.records),
        log=log,
        digests={**digests, "a replay in Python": replay_in_python(log)},
        unsettled=drill.unsettled,
        canaries=drill.canaries,
        heard=[Heard(client.who.person, False, list(client.heard)) for client in drill.clients],
    )


def _syncs(drill: Drill) -> int:
    """How often the log of the database was forced to the disk until now."""
    trace = drill.folder.parent / "syncs"
    return len(re.findall(r"f(?:data)?sync\(\d+<[^>]*-wal>\)", trace.read_text()))


def _no_page() -> Server:
    raise AssertionError("no browser here")
