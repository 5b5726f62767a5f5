"""`facilitator verify`: sound data is called sound, and each way of being wrong is found by name (I16)."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

import flask_migrate
import pytest
from click.testing import CliRunner, Result

from facilitator import cli
from facilitator.engine import Actor
from facilitator.errors import Conflict
from facilitator.extensions import db
from facilitator.live import rooms
from facilitator.live.keeping import Keeper
from facilitator.models import Board
from facilitator.planning.closing import confirm_board
from facilitator.upkeep.findings import as_lines, as_plain
from facilitator.upkeep.verify import verify
from tests.live.setting import CELL, Setting, make_setting, note, op

CANARY = "KANARIALINTU"


@pytest.fixture
def setting(app) -> Setting:
    """A board with some events, a stored state and a version in the record, on migrated tables."""
    flask_migrate.stamp()
    setting = make_setting("pain_grid")
    first = note(CANARY)
    moves = [op("note.move", note=first["note"], zone=CELL, order=f"a{turn}") for turn in range(5)]
    rooms.submit(setting.board, [first, *moves], Actor(setting.aino, "facilitator"))
    room = rooms.room_of(setting.board)
    Keeper(setting.board, app.extensions["live"].workings, 0).keep(room.epoch, room.state)
    confirm_board(db.session.get_one(Board, setting.board), setting.aino)
    return setting


def spoil(*statements: str) -> None:
    """Do to the tables what nothing in the product does."""
    with disk() as connection:
        for statement in ("PRAGMA foreign_keys=OFF", *statements, "PRAGMA foreign_keys=ON"):
            connection.execute(statement)


@contextmanager
def disk() -> Iterator[sqlite3.Connection]:
    """The file itself, past everything of ours."""
    db.session.rollback()
    connection = db.engine.raw_connection()
    yield cast("sqlite3.Connection", connection.driver_connection)
    connection.close()


def found() -> list[str]:
    db.session.rollback()
    return [fault.code for check in verify(db.engine) for fault in check.faults]


def test_sound_data_is_called_sound(setting):
    told = as_plain(verify(db.engine))

    counted = {check["kind"]: check["counted"] for check in told["checks"]}
    assert told["ok"]
    assert (counted["log"], counted["states"]) == ({"documents": 2, "events": 8}, {"states": 1})
    assert counted["record"] == {"versions": 1}
    assert counted["keys"]["keys"] > 10
    assert counted["database"]["pages"] > 10


WRONGS = {
    "DELETE FROM log_events WHERE seq = 4": "log.gap",
    "DELETE FROM log_events WHERE document_id LIKE 'floor:%'": "log.empty",
    "UPDATE log_events SET changes = 'rikki' WHERE seq = 4": "log.unreadable",
    "UPDATE log_events SET changes = '[]' WHERE seq = 7": "state.differs",
    "UPDATE stored_states SET body = 'rikki'": "state.differs",
    "UPDATE stored_states SET epoch = 'toinen'": "state.epoch",
    "UPDATE stored_states SET seq = 700": "state.ahead",
    f"UPDATE artefacts SET body = replace(body, '{CANARY}', 'muuta')": "artefact.digest",
    "UPDATE artefacts SET content_digest = digest": "artefact.content_digest",
    "UPDATE artefacts SET body = ' ' || body": "artefact.form",
    "UPDATE artefacts SET body = 'rikki'": "artefact.unreadable",
    "UPDATE boards SET workshop_id = 'olematon'": "key.dangling",
    "UPDATE boards SET id = 'olematon'": "board.no_log",
}


def test_what_is_wrong_is_found_by_name(setting):
    sound = sqlite3.connect(":memory:")
    with disk() as connection:
        connection.backup(sound)
    missed = {}

    for statement, code in WRONGS.items():
        spoil(statement)
        codes = found()
        if code not in codes:
            missed[statement] = codes
        assert CANARY not in as_lines(verify(db.engine))
        with disk() as connection:
            sound.backup(connection)

    assert missed == {}
    assert found() == []
    sound.close()


def test_an_operation_that_is_there_twice_is_found(setting):
    """I1; the table does not let it in, but a table can be made anew without its key."""
    spoil(
        "CREATE TABLE loose AS SELECT * FROM log_events",
        "DROP TABLE log_events",
        "ALTER TABLE loose RENAME TO log_events",
        "UPDATE log_events SET op_id = 'sama' WHERE seq IN (3, 4)",
    )

    assert found() == ["log.twin"]


def test_tables_of_another_version_are_not_judged(setting):
    spoil("UPDATE alembic_version SET version_num = '0001'")

    with pytest.raises(Conflict):
        verify(db.engine)


def test_a_stored_state_of_an_unknown_form_is_nobodys_fault(setting):
    spoil("UPDATE stored_states SET form = 99, body = 'toista'")

    assert found() == []


def test_the_command_says_it_and_ends_with_1_when_something_is_wrong(tmp_path: Path, monkeypatch):
    monkeypatch.setenv("FACILITATOR_INSTANCE", str(tmp_path))
    monkeypatch.delenv("DATABASE_URL", raising=False)

    def run(*words: str) -> Result:
        return CliRunner().invoke(cli.main, words)

    run("migrate")
    sound, as_json = run("verify"), run("verify", "--json")
    saved = run("backup", str(tmp_path / "saved.db"))
    with cli.application():
        spoil("INSERT INTO documents (id, epoch, created_at) VALUES ('tyhjä', 'e1', '2026-11-24 12:00:00')")
    wrong, again = run("verify"), run("backup", str(tmp_path / "saved.db"))
    unasked, restored = run("restore", str(tmp_path / "saved.db")), run("restore", str(tmp_path / "saved.db"), "--yes")

    assert (sound.exit_code, as_json.exit_code, saved.exit_code, restored.exit_code) == (0, 0, 0, 0)
    assert (wrong.exit_code, again.exit_code, unasked.exit_code) == (1, 1, 1)
    assert [line.split()[:2] for line in sound.output.splitlines()] == [
        ["ok", kind] for kind in ("log", "states", "record", "keys", "pictures", "database")
    ]
    assert json.loads(as_json.output)["ok"] is True
    assert "WRONG  log" in wrong.output
    assert "log.empty document=tyhjä" in wrong.output
    assert "(backup.exists)" in again.output
    assert "0 erasures done again. What was there is kept as " in restored.output
    assert run("verify").exit_code == 0
