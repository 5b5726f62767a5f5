"""F19: a backup under load is a beginning of the log, and serves elsewhere; a workshop of an older release goes on."""

from __future__ import annotations

import json
from pathlib import Path

import flask_migrate

from tests.faults.checkers.log import numbered_without_gap
from tests.faults.copy import Copy, digest
from tests.faults.drill import Drill
from tests.faults.evidence import Evidence, read_log, replay_in_python, verified
from tests.faults.history import of
from tests.live.conftest import beside
from tests.server import Server

PER_SECOND = 20.0
FIRST_TABLES = "0001"  # of the first release
RECOVERED_SECONDS = 10.0


def play(drill: Drill) -> Evidence:
    """Backed up while people write; killed; the backup is served elsewhere; then the tables are the first release's."""
    drill.come_all()
    drill.start_acting(together_per_second=PER_SECOND)
    drill.wait(drill.size.acting_seconds)
    artefact = drill.freeze()
    backup = drill.folder / "backup.db"
    before = _acknowledged(drill)
    drill.server.cli("backup", str(backup))
    drill.wait(drill.size.acting_seconds / 2)
    drill.server.kill()
    drill.server.start()
    drill.wait(drill.size.acting_seconds / 2)
    drill.settle(RECOVERED_SECONDS)
    _is_beginning(drill, backup, before)
    _serve_elsewhere(drill, backup, artefact)
    _upgrade(drill)
    drill.settle(RECOVERED_SECONDS)
    return drill.evidence()


def _acknowledged(drill: Drill) -> set[str]:
    return {record["op"] for record in of(drill.history.records, "ok")}


def _is_beginning(drill: Drill, backup: Path, before: set[str]) -> None:
    """It has all that was acknowledged when it began, and nothing that the log has not at the same place."""
    saved, log = read_log(backup, drill.board), drill.log()
    drill.unsettled += [f"the backup: {each}" for each in numbered_without_gap(saved, [])]
    if saved != log[: len(saved)] or not len(saved) < len(log):
        drill.unsettled.append(f"the backup's {len(saved)} events are no beginning of the log's {len(log)}")
    if missing := before - {row["op"] for row in saved}:
        drill.unsettled.append(f"{len(missing)} operations, acknowledged before it began, are not in the backup")


def _serve_elsewhere(drill: Drill, backup: Path, artefact: str) -> None:
    """On another machine: the board is the fold of the backup's log, and the artefact has the same bytes (I12)."""
    other = Server(drill.folder / "elsewhere", FACILITATOR_LIMITS="off")
    other.folder.mkdir()
    other.cli("restore", str(backup), "--yes")
    drill.ends_with(other.start())
    fresh = Copy()
    fresh.load(json.loads(drill.call(0, "GET", f"/boards/{drill.board}/state", server=other).body))
    if digest(fresh.items) != replay_in_python(read_log(backup, drill.board)):
        drill.unsettled.append("the board is another one elsewhere")
    drill.read_artefact(artefact, drill.artefacts[0][1], other)
    drill.unsettled += [f"elsewhere, {each}" for each in verified(other)]


def _upgrade(drill: Drill) -> None:
    """The tables are made the first release's, with all that the workshop holds in them, and are brought up again."""
    drill.start_acting(together_per_second=PER_SECOND)
    drill.wait(drill.size.acting_seconds / 2)
    drill.server.stop()
    with beside(drill.server):
        flask_migrate.downgrade(revision=FIRST_TABLES)
    drill.server.cli("migrate")
    drill.server.start()
    drill.wait(drill.size.acting_seconds / 2)
