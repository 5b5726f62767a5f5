"""Backup and restore on one machine: nothing that was taken out or away comes back, and a failure changes nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import flask_migrate
import pytest
from flask import Flask
from sqlalchemy import text

from facilitator import access
from facilitator.engine import Actor
from facilitator.errors import Conflict
from facilitator.extensions import db
from facilitator.live import rooms
from facilitator.models import Participant
from facilitator.models.base import now
from facilitator.planning.erasing import erase_note
from facilitator.planning.reach import board
from facilitator.planning.retention import forget_name
from facilitator.record.erasures import written_down
from facilitator.upkeep import sqlite_copy
from facilitator.upkeep.backup import back_up
from facilitator.upkeep.restore import Restored, restore
from facilitator.upkeep.verify import verify
from tests.live.setting import Setting, make_setting, note, op
from tests.upkeep.conftest import opening

CANARY = "KANARIALINTU"


@pytest.fixture
def setting(app: Flask) -> Setting:
    flask_migrate.stamp()
    setting = make_setting()
    write(setting, CANARY)
    return setting


@pytest.fixture
def talked(setting: Setting) -> str:
    """A comment on its note; asked for before `saved`, it is in the backup."""
    (name,) = (each for each in rooms.state(setting.board).items if each.startswith("note:"))
    rooms.submit(
        setting.board,
        [op("comment.add", comment="comment:1", on=name, text="sanottu")],
        Actor(setting.aino, "facilitator"),
    )
    return "comment:1"


@pytest.fixture
def saved(app: Flask, setting: Setting, tmp_path: Path) -> Path:
    back_up(app.config["SETTINGS"], tmp_path / "saved.db")
    return tmp_path / "saved.db"


@pytest.fixture
def bring_back(app: Flask, saved: Path) -> Callable[[], Restored]:
    def run() -> Restored:
        db.session.rollback()  # who reads for long keeps SQLite from tidying up
        return restore(app.config["SETTINGS"], saved, now(), opening)

    return run


def write(setting: Setting, words: str) -> str:
    wish = note(words)
    rooms.submit(setting.board, [wish], Actor(setting.aino, "facilitator"))
    return str(wish["note"])


def texts(setting: Setting) -> list[str]:
    rooms.room_of(setting.board).catch_up()
    return [item["text"] for item in rooms.state(setting.board).items.values() if "text" in item]


def beside(app: Flask) -> list[str]:
    """What lies in the instance folder, but for SQLite's own and the key."""
    names = [each.name for each in Path(app.config["SETTINGS"].instance).iterdir()]
    return sorted(name for name in names if not name.endswith(("-wal", "-shm", "secret_key")))


def spoil(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(statement)
    connection.commit()
    connection.close()


def test_what_was_written_since_goes_and_is_kept_beside(app, setting, saved, bring_back):
    epoch = rooms.room_of(setting.board).epoch
    write(setting, "myöhempi")

    restored = bring_back()

    assert texts(setting) == [CANARY]
    assert rooms.room_of(setting.board).epoch != epoch
    assert [check.kind for check in restored.checks if check.faults] == []
    assert beside(app) == [Path(restored.kept).name, "facilitator.db"]
    with sqlite3.connect(restored.kept) as old:
        assert "myöhempi" in str(old.execute("SELECT changes FROM log_events").fetchall())
    old.close()
    assert write(setting, "uusi")
    assert texts(setting) == [CANARY, "uusi"]
    assert [check for check in verify(db.engine) if check.faults] == []


def test_nobody_writes_between_what_is_kept_and_what_comes(app, setting, saved, bring_back, monkeypatch):
    """F18: whatever was acknowledged before is in what is kept; a seed found what was in neither."""
    copy, tried = sqlite_copy.copy, []

    def copy_and_try(source: Path, target: Path) -> None:
        copy(source, target)
        if "-before-" in target.name:
            connection = sqlite3.connect(source, timeout=0)
            with pytest.raises(sqlite3.OperationalError, match="locked"):
                connection.execute("DELETE FROM log_events")
            connection.close()
            tried.append(target)

    monkeypatch.setattr(sqlite_copy, "copy", copy_and_try)

    restored = bring_back()

    assert tried == [Path(restored.kept)]


def test_what_was_erased_since_is_erased_again(app, setting, saved, bring_back):
    found, _ = board(access.bearer(setting.tokens[setting.aino]), setting.board)
    (name,) = (each for each in rooms.state(setting.board).items if each.startswith("note:"))
    erase_note(found, name, Actor(setting.aino, "facilitator"))
    forget_name(db.session.get_one(Participant, setting.bjorn))

    restored = bring_back()

    db.session.rollback()
    live = Path(app.config["SETTINGS"].instance)
    assert restored.erased_again == 2
    assert [CANARY.encode() in path.read_bytes() for path in live.glob("facilitator.db*")].count(True) == 0
    assert texts(setting) == ["Sisältö poistettu"]
    assert db.session.get_one(Participant, setting.bjorn).name == "#1"


def test_a_comment_that_was_erased_since_is_erased_again(app, setting, talked, bring_back):
    found, _ = board(access.bearer(setting.tokens[setting.aino]), setting.board)
    erase_note(found, talked, Actor(setting.aino, "facilitator"))

    restored = bring_back()

    db.session.rollback()
    assert restored.erased_again == 1
    assert texts(setting) == [CANARY, "Sisältö poistettu"]


def test_the_journal_has_ids_alone(app, setting):
    found, _ = board(access.bearer(setting.tokens[setting.aino]), setting.board)
    (name,) = (each for each in rooms.state(setting.board).items if each.startswith("note:"))
    for _ in range(2):
        erase_note(found, name, Actor(setting.aino, "facilitator"))
        forget_name(db.session.get_one(Participant, setting.bjorn))

    lines = [{key: value for key, value in line.items() if key != "at"} for line in written_down()]

    assert lines == [
        {"by": setting.aino, "board": setting.board, "note": name},
        {"by": setting.bjorn, "person": setting.bjorn},
    ]
    journal = Path(app.config["SETTINGS"].instance) / "erasures.jsonl"
    assert (journal.stat().st_mode & 0o777, CANARY in journal.read_text(), "Björn" in journal.read_text()) == (
        0o600,
        False,
        False,
    )


def test_a_journal_whose_last_line_was_cut_is_read(app, setting):
    journal = Path(app.config["SETTINGS"].instance) / "erasures.jsonl"
    journal.write_text('{"at":"2026-11-24T12:00:00.000Z","by":"u:aino","person":"p:1"}\n{"at":"2026-11')

    assert [line["person"] for line in written_down()] == ["p:1"]


def test_an_erasure_that_cannot_be_written_down_is_not_done(app, setting):
    found, _ = board(access.bearer(setting.tokens[setting.aino]), setting.board)
    (name,) = (each for each in rooms.state(setting.board).items if each.startswith("note:"))
    (Path(app.config["SETTINGS"].instance) / "erasures.jsonl").mkdir()

    with pytest.raises(IsADirectoryError):
        erase_note(found, name, Actor(setting.aino, "facilitator"))

    assert texts(setting) == [CANARY]


def test_whoever_was_sent_out_stays_out(setting, saved, bring_back):
    token = access.bearer(setting.tokens[setting.bjorn])
    access.revoke(token.token_id)

    bring_back()

    db.session.rollback()
    assert access.bearer(setting.tokens[setting.bjorn]) is None
    assert access.bearer(setting.tokens[setting.dagny]) is not None


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE alembic_version SET version_num = '9999'", "restore.newer"),
        ("DELETE FROM log_events WHERE seq = 1", "restore.wrong"),
        ("DROP TABLE log_events", "restore.unreadable"),
    ],
)
def test_a_backup_that_cannot_be_used_changes_nothing(app, setting, saved, bring_back, statement, code):
    write(setting, "myöhempi")
    before = rooms.room_of(setting.board).epoch
    spoil(saved, statement)

    with pytest.raises(Conflict) as refusal:
        bring_back()

    assert refusal.value.code == code
    assert (texts(setting), rooms.room_of(setting.board).epoch) == ([CANARY, "myöhempi"], before)
    assert beside(app) == ["facilitator.db"]


def test_a_database_that_cannot_be_read_any_more_is_put_aside(app, setting, saved, bring_back):
    app.extensions["live"].rooms.close()
    db.session.remove()
    db.engine.dispose()
    live = Path(app.config["SETTINGS"].instance) / "facilitator.db"
    live.write_bytes(b"rikki" * 1000)
    for end in ("-wal", "-shm"):
        live.with_name(live.name + end).unlink(missing_ok=True)

    restored = bring_back()

    assert Path(restored.kept).read_bytes().startswith(b"rikki")
    assert texts(setting) == [CANARY]


def test_a_backup_is_one_new_file_for_its_owner_alone(app, setting, saved):
    with pytest.raises(Conflict) as refusal:
        back_up(app.config["SETTINGS"], saved)

    assert refusal.value.code == "backup.exists"
    assert saved.stat().st_mode & 0o777 == 0o600
    assert [each.name for each in saved.parent.iterdir() if each.name.startswith("saved")] == ["saved.db"]


def test_without_the_tools_of_postgresql_it_says_which(app, setting, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", "")
    settings = replace(app.config["SETTINGS"], database_url="postgresql+psycopg://someone@nowhere/facilitator")

    with pytest.raises(Conflict) as refusal:
        back_up(settings, tmp_path / "dump")

    assert (refusal.value.code, refusal.value.detail) == ("backup.no_tool", {"tool": "pg_dump"})
    assert not list(tmp_path.glob("dump*"))


def test_the_floor_and_every_board_get_another_epoch(setting, saved, bring_back):
    query = text("SELECT id, epoch FROM documents")
    before = set(db.session.execute(query).all())
    db.session.rollback()

    bring_back()

    after = set(db.session.execute(query).all())
    assert {row.id for row in before} == {row.id for row in after} == {setting.board, setting.floor}
    assert before & after == set()
