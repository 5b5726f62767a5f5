"""Every revision with data, both ways."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import flask_migrate
import pytest
from flask import Flask
from sqlalchemy import inspect, text

from facilitator import create_app
from facilitator.config import Settings
from facilitator.extensions import db
from tests.ground import IS_POSTGRESQL
from tests.migrations.filled import LATER, ROWS, fill
from tests.postgres import Cluster

FIRST = "0001"


@pytest.fixture
def empty(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Flask]:
    """The application on a database without a table."""
    url = ""
    if IS_POSTGRESQL:
        cluster: Cluster = request.getfixturevalue("postgresql")
        url = cluster.url(cluster.create())
    app = create_app({"TESTING": True}, Settings.read({}, instance=str(tmp_path / "instance"), database_url=url))
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


def test_an_empty_database_gets_the_tables_of_the_models(empty: Flask) -> None:
    flask_migrate.upgrade()

    flask_migrate.check()


def test_upgrading_twice_is_the_same_as_once(empty: Flask) -> None:
    flask_migrate.upgrade()
    flask_migrate.upgrade()

    flask_migrate.check()


def test_upgrading_a_filled_database_keeps_every_row(empty: Flask) -> None:
    flask_migrate.upgrade(revision=FIRST)
    with db.engine.begin() as connection:
        fill(connection)
    before = contents()

    flask_migrate.upgrade()

    after = contents()
    assert {table: len(rows) for table, rows in before.items()} == {table: len(rows) for table, rows in ROWS.items()}
    assert {table: [kept(row, rows[0]) for row in after[table]] for table, rows in before.items()} == before
    assert {table: after[table] for table in after.keys() - before.keys()} == {table: [] for table in LATER}
    assert broken_keys() == []


def test_workshops_from_before_have_no_call(empty: Flask) -> None:
    flask_migrate.upgrade(revision=FIRST)
    with db.engine.begin() as connection:
        fill(connection)

    flask_migrate.upgrade()

    assert [row["call_url"] for row in contents()["workshops"]] == [""]


def test_texts_from_before_are_in_the_installations_language(empty: Flask) -> None:
    flask_migrate.upgrade(revision=FIRST)
    with db.engine.begin() as connection:
        fill(connection)

    flask_migrate.upgrade()

    after = contents()
    assert [(row["language"], str(row["translations"])) for row in after["workshops"]] == [("fi", "{}")]
    assert [str(row["translations"]) for row in after["boards"]] == ["{}"]
    assert [row["challenge_at"] for row in after["projects"]] == [row["created_at"] for row in after["projects"]]


def test_downgrading_keeps_the_rows_of_the_tables_that_stay(empty: Flask) -> None:
    flask_migrate.upgrade(revision=FIRST)
    with db.engine.begin() as connection:
        fill(connection)
    before = contents()
    flask_migrate.upgrade()
    with db.engine.begin() as connection:
        fill(connection, LATER)

    flask_migrate.downgrade(revision=FIRST)

    assert contents() == before
    assert broken_keys() == []


def test_downgrading_to_nothing_leaves_nothing(empty: Flask) -> None:
    flask_migrate.upgrade()

    flask_migrate.downgrade(revision="base")

    assert tables() == []


@pytest.mark.not_on("postgresql")
def test_foreign_keys_are_on_again_after_a_migration(empty: Flask) -> None:
    flask_migrate.upgrade()

    with db.engine.connect() as connection:
        assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1


def test_ready_says_that_migrations_are_pending_until_they_have_run(empty: Flask) -> None:
    client = empty.test_client()
    before = client.get("/readyz")
    flask_migrate.upgrade()

    after = client.get("/readyz")

    assert (before.status_code, before.json["migrations"]) == (503, "pending")
    assert (after.status_code, after.json["migrations"]) == (200, "current")


def tables() -> list[str]:
    return sorted(set(inspect(db.engine).get_table_names()) - {"alembic_version"})


def contents() -> dict[str, list[dict[str, Any]]]:
    with db.engine.connect() as connection:
        return {
            table: [dict(row) for row in connection.execute(text(f"SELECT * FROM {table} ORDER BY 1, 2")).mappings()]
            for table in tables()
        }


def kept(row: dict[str, Any], before: dict[str, Any]) -> dict[str, Any]:
    """Those columns that there were before."""
    return {name: value for name, value in row.items() if name in before}


def broken_keys() -> list[Any]:
    """SQLite's, where a migration turns the keys off; elsewhere the database itself refuses."""
    if IS_POSTGRESQL:
        return []
    with db.engine.connect() as connection:
        return list(connection.execute(text("PRAGMA foreign_key_check")))
